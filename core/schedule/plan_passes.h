// The days of a network from one start, under one bound. Private to the plan.
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

struct PlanPass {
    const Calendar& calendar;
    const PlanNetwork& network;
    PlanBound bound = PlanBound::best;
    PlanMemo* memo = nullptr;
    PlanMemo* attempts = nullptr;  // of waits, most of which lead nowhere
    bool lenient = false;  // as though every limit that may give way had done so
};

// Whether an arc, or a day to meet, is left out under this bound; and where an arc's count ends, kEver if it is left out.
bool is_skipped(const PlanPass& pass, const PlanArc& arc);
bool can_wait(const PlanNetwork& network, const PlanArc& arc);  // what its limit runs from, for the limit's end
bool is_counted(const PlanPass& pass, const PlanDated& dated);
PlanReach end_of_arc(const PlanPass& pass, const PlanArc& arc, Day from);

// Each node as soon as it can be, from `start`.
PlanDays forward(const PlanPass& pass, Day start, PlanUse use);
// The same, but a step that a limit runs from waits where the limit's end could not be kept otherwise; nullopt where
// nothing comes of it within 400 days after `last`.
std::optional<PlanDays> forward_waiting(const PlanPass& pass, Day start, PlanUse use, Day last);

// A day to meet, and the soonest day on which it would be met.
struct DayToMeet {
    std::size_t node = 0;
    Day by, got;
    int limit = -1;         // whose end it is, or whose day ahead
    bool target = false;    // it belongs to the day that was asked for
    bool counted = true;    // under this bound
    bool open = false;      // one of the two days depends on what is announced
    bool limit_end = false; // the end of a limit: the more days work, the sooner it comes
    bool moves = false;     // … with the start or the day of another step
    bool waits = false;     // … which can wait for it
    bool broken() const { return counted && got > by; }
};

// Every day to meet, held against these days: as many, and in the same order, under both bounds.
std::vector<DayToMeet> checks(const PlanPass& pass, const PlanDays& on);

// The soonest day of a node by what it waits for, the time that its limits allow left out.
Day soonest(const PlanPass& pass, const PlanDays& on, std::size_t node);

// By which node and arc a node's day was decided (arc -1: by nothing), and the whole way from the start, first to last.
struct PlanLink {
    std::size_t node = 0;
    int arc = -1;
};
PlanLink deciding(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use);
std::vector<PlanLink> deciding_chain(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use);

}  // namespace signroute
