// 时限, 整条流程: a case in time, forwards or backwards.
#pragma once

#include <string>

namespace signroute::views {

struct PlanLook {
    std::string step;     // whose ledger shows
    int month_shift = 0;  // months away from the one in which it ends
    std::string uncounted;  // the case whose durations were unfolded because nothing else can be reckoned with
    bool show_durations = false, show_interruptions = false, show_ties = false, show_notes = false;
};

}  // namespace signroute::views
