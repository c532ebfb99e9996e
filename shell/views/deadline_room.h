// 时限: any time limit of the rules or a free one, on a month calendar.
#pragma once

#include <string>

namespace signroute::views {

struct DeadlineLook {
    bool show_ledger = false, show_basis = false;
    int month_shift = 0;      // months away from the one shown by default
    std::string shown_for;    // the question that the shift belongs to
};

}  // namespace signroute::views
