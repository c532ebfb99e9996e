// Random routes with random limits, once as the plan takes them and once plainly, with a second way to put them in time:
// one constraint after the other and one day after the other, over plain lists of days.
#pragma once

#include <deque>
#include <random>

#include "core/schedule/plan.h"
#include "tests/core/harbour.h"
#include "tests/core/plain_days.h"

namespace signroute::test {

inline constexpr int kFromStart = -1, kFromGoal = -2;

struct PlainLimit {
    enum class Kind { most, least, ahead };  // done by then; not before; so much ahead of the goal
    Kind kind = Kind::most;
    int to = 0, from = kFromStart;  // step; from: or the start, or the goal
    std::int64_t n = 0;
    DeadlineUnit unit = DeadlineUnit::working_day;
};

struct PlainRoute {
    std::vector<std::vector<int>> before;  // of each step, lower ones
    std::vector<PlanLeg> own;              // n = 0: none
    std::vector<PlainLimit> limits;
    bool goal_is_event = true;             // else the last step
    Day goal;
    int steps() const { return static_cast<int>(before.size()); }
};

using Random = std::mt19937_64;
int pick(Random& random, int from, int to);  // both included
// `goals`: the days from and to which goals lie. Counts of days only, no months, where `short_ones`.
PlainRoute random_route(Random& random, Day first_goal, Day last_goal, bool short_ones = false);

// The same for plan_from_route. It points into itself and into `plain`'s values, copied.
class PlannedRoute {
  public:
    explicit PlannedRoute(const PlainRoute& plain);
    PlannedRoute(const PlannedRoute&) = delete;

    PlanQuestion question;  // towards the goal; from no given day
    Plan plan(const Calendar& calendar) const;

  private:
    std::deque<StepRule> steps_;
    std::deque<TimeLimit> limits_;
    Route route_;
    Schedule schedule_;
    Case situation_;
};

// The other way. `all`: every limit's time is used; `wait`: what a limit runs from may wait for its end.
struct PlainPlan {
    bool in_time = false;
    std::vector<Day> at;
};
struct PlainWay {
    bool all = true, wait = true;
    int held = -1;  // this step is not done before `held_until`
    Day held_until;
};
PlainPlan plain_plan(const PlainRoute& route, const ListedDays& listed, Day start, const PlainWay& way = {});

std::string describe(const PlainRoute& route);

}  // namespace signroute::test
