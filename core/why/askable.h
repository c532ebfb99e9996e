// What a situation's rules ask, and the answers that they tell apart. Private to core/why.
#pragma once

#include <optional>
#include <vector>

#include "core/why/why.h"

namespace signroute::explaining {

// `values`: one for each way in which some condition here tells them apart, in the order of the options, of whole
// numbers in ascending order; none where they cannot be listed. Of a thing: true, false.
struct Askable {
    Statable what;
    std::vector<FactValue> values;
};

// Of the pack, which is one that was reduced (for a verdict everything done counts): facts in the order of the matters, then whom roles stand for and what a
// meeting is checked by, then things.
std::vector<Askable> askables(const Rules& rules, const Case& situation, bool verdict);

// What the situation says of it; of a thing whether it was done.
std::optional<FactValue> stated(const Case& situation, const Statable& what);
void state(Case& situation, const Statable& what, const FactValue& value);
void leave_open(Case& situation, const Statable& what);

// Whole numbers are tried as near as can be to the one that is stated.
std::vector<FactValue> nearest_values(const Askable& askable, const std::optional<FactValue>& stated);

}  // namespace signroute::explaining
