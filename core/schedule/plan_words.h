// What a plan says in Chinese. Private to the plan.
#pragma once

#include <string>

#include "core/schedule/plan_network.h"

namespace signroute {

// Why it cannot be said whether it will be in time.
enum class PlanDoubt { none, notices, interrupted, facts };

struct PlanVerdict {
    std::string goal;       // 3月28日的会议; "" = no day to meet
    Truth feasible = Truth::unknown;
    PlanDoubt doubt = PlanDoubt::none;
    std::vector<int> years; // not announced
    std::string late;       // 差2个工作日
    std::string start_by;   // 3月9日; "" = none
    bool start_given = false, begins_after = false;  // after the day to meet
    std::string fixed;      // the day filled in that would be the goal, if anything led up to it
    std::string start, end; // of the route, where there is no day to meet
    bool uncounted = false; // some limit has no figure
    bool counted = false;   // some limit runs, or the user gave a figure
    bool done = false;      // every step is
};
std::string verdict_message(const PlanVerdict& verdict);

// The day to meet, as one speaks of it: 3月28日的会议, 3月28日印发, 3月28日的“市长签发”, 3月15日的议题申报截止日. `year` is left out.
std::string goal_of_limit(const PlanSource& source, const PlanLimit& limit, Day due, int year);
std::string goal_of_event(const PlanSource& source, const std::string& event, Day day, int year);
std::string goal_of_step(const PlanSource& source, const RouteStep& step, Day day, int year);
std::string start_text(const Calendar& calendar, Day day, int year);
std::string late_text(const PlanRange& working_days, std::int64_t calendar_days);

}  // namespace signroute
