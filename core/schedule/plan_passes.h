// The days of a network: at the earliest, by the time allowed, at the latest. Private to the plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/schedule/plan_network.h"

namespace signroute {

// How much of the time that limits allow is used.
enum class PlanUse { none, all };

// One day for each node; kEver where it is over and nobody says when.
struct PlanDays {
    std::vector<PlanReach> at;
};

// A day to meet, and the day on which it would be.
struct PlanCheck {
    std::size_t node = 0;
    Day by, got;
    int limit = -1;
    bool target = false;
};

struct PlanPass {
    const Calendar& calendar;
    const PlanNetwork& network;
    PlanBound bound = PlanBound::best;
    PlanMemo* memo = nullptr;
    bool lenient = false;  // as though every limit that may give way had done so
};

// Forwards from `start`: each node as soon as it can be. A step that a limit runs from waits where the limit's end could
// not be kept otherwise, as far as that helps.
PlanDays forward(const PlanPass& pass, Day start, PlanUse use);

// Every day to meet, held against these days; and those that are not met. `dated_only`: those that no start moves, so
// that what is missed once is missed by every later start.
std::vector<PlanCheck> checks(const PlanPass& pass, const PlanDays& on, bool dated_only);
std::vector<PlanCheck> breaches(const PlanPass& pass, const PlanDays& on, bool dated_only);

// The last start with no breach, and the last with none that is dated; kNever where any will do, kEver where none does.
struct LatestStart {
    Day in_time = kEver;
    Day dated = kEver;
};
LatestStart latest_start(const PlanPass& pass, PlanUse use);

// The last day on which the node may be done, given the others' `days`, so that nothing after it breaches; what nothing
// bounds is bounded by `end`. kEver: no day will do. `own_limits` false: as though no limit ended with the node itself.
PlanReach latest_day(const PlanPass& pass, const PlanDays& on, std::size_t node, Day end, bool own_limits = true);

// The node and arc by which a node's day was decided, back to the start: the nodes on the way, first to last, and for
// each the arc that leads to it (-1: none).
struct PlanLink {
    std::size_t node = 0;
    int arc = -1;
};
PlanLink deciding(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use);
std::vector<PlanLink> deciding_chain(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use);

}  // namespace signroute
