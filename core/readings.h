// Under which readings of the text a situation is answered. Private to assess.cpp and core/why.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/assess.h"
#include "core/route/readings.h"

namespace signroute {

// Takes out the questions whose readings all conditions of the matter come out the same by, whatever else is read how:
// of these the first reading is as good as any.
Choice take_settled(const Rules& rules, const Case& situation, std::vector<ArisingReading>& questions);

// Drops the questions that change nothing, and with them the choices that differ by them alone: what is left of the
// choices, by index. `same` says whether two choices lead to the same answer.
std::vector<std::size_t> drop_idle(std::vector<ArisingReading>& questions, const std::vector<Choice>& choices,
                                   const std::function<bool(std::size_t, std::size_t)>& same);

// The reading that a choice takes of a question; null where it takes none.
const std::string* chosen(const Choice& choice, const ArisingReading& q);

// What names a choice: its readings of these questions. Without the answer.
ReadingAnswer label_of(const Choice& choice, const std::vector<ArisingReading>& questions);

}  // namespace signroute
