// The answer to one question as a value that can be compared, told by the route, the schedule and the findings
// themselves. Private to core/why.
#pragma once

#include "core/why/why.h"

namespace signroute::explaining {

Told told(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice, const About& about);

// What the answer still waits for, each once.
std::vector<Statable> open_in(const Told& told);

}  // namespace signroute::explaining
