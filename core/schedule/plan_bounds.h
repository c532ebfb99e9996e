// What holds of a network under every calendar that could be announced, whatever else is open: its two extremes taken
// together. Private to the plan.
//
// More working days bring every day of a plan forward, and with it the end of every limit. So a day to meet that is given
// is met in every calendar if it is under the worst bound, and in none if it is not under the best. Whether a step keeps
// a limit's end, which moves as well, can be seen from the two extremes only where one kind of day is counted, from one
// start, and nothing else is open; otherwise each is taken at its own worst.
#pragma once

#include <optional>
#include <vector>

#include "core/schedule/plan_passes.h"

namespace signroute {

class PlanBounds {
  public:
    PlanBounds(const Calendar& calendar, const PlanNetwork& network);
    PlanBounds(const PlanBounds&) = delete;

    const PlanPass& best() const { return best_; }
    const PlanPass& worst() const { return worst_; }
    // Something may turn out not to apply: then the extremes differ whatever is announced.
    bool unsure() const { return unsure_; }

    // The two extremes say what holds in between, also of the ends of limits.
    bool all_alike() const { return !mixed_ && !anchored_; }

    // Some limit is shorter than what its step waits for after it began, counted alike: no day to begin with mends that.
    bool hopeless() const { return hopeless_ && !worst_.lenient; }

    // Whether a day is met, by one check under both bounds; and whether all are.
    Truth met(const DayToMeet& best, const DayToMeet& worst) const;
    Truth met(const std::vector<DayToMeet>& best, const std::vector<DayToMeet>& worst, bool unmoved_only) const;

    // As though every limit that may give way had done so.
    void set_lenient(bool lenient) { best_.lenient = worst_.lenient = lenient; }

  private:
    PlanMemo best_memo_, worst_memo_, best_attempts_, worst_attempts_;
    PlanPass best_, worst_;
    bool unsure_ = false;    // something may turn out not to apply
    bool mixed_ = false;     // days of several kinds are counted
    bool hopeless_ = false;
    bool anchored_ = false;  // they are counted from several given days
};

// The days from one start, under both bounds; a missing bound is a day beyond all days. `open`: they may differ; else
// everything that was looked at is announced, and nothing else is open.
struct PlanBothDays {
    PlanDays best, worst;
    bool open = false;
};
PlanBothDays forward(const PlanBounds& bounds, Day start, PlanUse use);
Truth met(const PlanBounds& bounds, const PlanBothDays& on, bool unmoved_only = false);

// The last start that is in time whatever is announced, and the last that may be. kNever: any will do; kEver: none.
struct LatestStart {
    Day sure = kEver, possible = kEver;
    Day unmoved = kEver;  // the last from which every given day is met, limits aside
};
LatestStart latest_start(const PlanBounds& bounds, PlanUse use);

// The last day on which a node can be done, given the others' days, so that nothing after it is late: for sure, and
// possibly. What nothing after it bounds is bounded by the route's end. `own_limits` false: as though no limit ended
// with the node itself.
struct LatestDay {
    PlanReach sure, possible;
};
LatestDay latest_day(const PlanBounds& bounds, const PlanBothDays& on, std::size_t node, bool own_limits = true);

// The last day for which `good` holds, which holds up to some day and never after it; sought from `near`. kNever, kEver.
template <class Good>
Day last_good(Day near, const Good& good) {
    constexpr std::int64_t kLongest = 20'000;  // days either way
    Day low = near, high = near;
    for (std::int64_t step = 1; good(high); step *= 2) {
        if (step > kLongest || kLastDay - high <= days{step}) return kNever;
        low = high;
        high += days{step};
    }
    for (std::int64_t step = 1; low == high || !good(low); step *= 2) {
        if (step > kLongest || low - kFirstDay <= days{step}) return kEver;
        high = low;
        low -= days{step};
    }
    while (high - low > days{1}) {
        const Day middle = low + (high - low) / 2;
        (good(middle) ? low : high) = middle;
    }
    return low;
}

// From `last` back, day by day, to the first that is good: what moves along may break in between. kEver: none for a year.
template <class Good>
Day first_good_back(Day last, const Good& good) {
    constexpr std::int64_t kTried = 400;
    for (Day day = last; day >= kFirstDay && last - day <= days{kTried}; day -= days{1}) {
        if (good(day)) return day;
    }
    return kEver;
}

}  // namespace signroute
