// Days of a plan that a limit, a thing done later, or the calendar itself does not allow. Private to core/findings.
#pragma once

#include "core/findings/mend_edits.h"

namespace signroute {

// Changes the days of `situation` one after the other, as long as that leaves less in the way: to the day that the limit
// allows, and with it the days of steps that come before or after; a day that does not exist is taken out, since nobody
// but its writer knows which was meant.
std::vector<ChangedDay> mend_days(MendJudge& judge, const Needs& needs, Case& situation);

}  // namespace signroute
