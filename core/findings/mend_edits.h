// From what became of each planned step to the edits that do it, one after the other. Private to core/findings.
#pragma once

#include "core/findings/mend_search.h"

namespace signroute {

// A day of the mended plan that was changed; `at` is the step's place in it.
struct ChangedDay {
    std::size_t at = 0;
    std::string date;
    std::vector<Clause> clauses;
};

// `mended` was found by `search` for `plan`; the days are changed last.
std::vector<Edit> edits_of(MendJudge& judge, Needs& needs, const MendJudge::Plan& plan, const MendedPlan& mended, const std::vector<ChangedDay>& days);

}  // namespace signroute
