// A situation checked under one choice of readings: what an answer is made of, and what the mend is judged by.
#pragma once

#include "core/findings/finding.h"

namespace signroute {

struct Check {
    Route route;
    Alignment alignment;
    Schedule schedule;
    Findings findings;  // in the order in which the stages found them
};
Check check(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice);

}  // namespace signroute
