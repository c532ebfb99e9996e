// The required route and the planned one, one under the other: columns from left to right.
#pragma once

#include <vector>

#include "core/findings/finding.h"
#include "core/route/stages.h"

namespace signroute {

// What stands above one another. Either list may be empty: nothing is planned for a stage, or a planned step has no place
// there. Every step that may be required is in one column, in the order of the stages; every planned step too, as planned.
struct LaidColumn {
    std::vector<const RouteStep*> required;
    std::vector<int> planned;  // by index of Case::planned
};

// As many planned steps as can be without breaking their order stand under the stage of the step that they take; each of
// the others has a column of its own.
std::vector<LaidColumn> side_by_side(const Stages& stages, const Route& route, const Alignment& alignment);

// The finding that says most about a planned step, or about a required one that nothing in the plan takes; null if none does.
const Finding* finding_on_planned(const Findings& findings, int planned);
const Finding* finding_on_missing(const Findings& findings, const std::string& step);

}  // namespace signroute
