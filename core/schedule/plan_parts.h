// What a plan is made of while it is made: the network and its days under both bounds. Private to the plan.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/schedule/plan_bounds.h"

namespace signroute {

struct PlanWork {
    const PlanSource& source;
    const PlanNetwork& network;
    PlanBounds& bounds;
    LatestStart latest, prompt;  // by all the time allowed, and by none of it
    Day start = kEver;
    PlanBothDays full, none;     // from `start`

    bool bounded() const { return latest.unmoved != kNever; }  // there is a day to meet
};

// Both bounds as a date; the first need not be the earlier.
PlanDate date_of(const PlanReach& one, const PlanReach& other);

// The day on which the route ends, by all the time allowed.
Day end_of_route(const PlanNetwork& network, const PlanDays& on);

// The way of steps and events that decides whether it is in time, else the end of the route: first to last.
std::vector<PlanLink> critical_chain(const PlanWork& work);

// The parts of the answer.
void put_steps(const PlanWork& work, Plan& out);
void put_events(const PlanWork& work, Plan& out);
void put_limits(const PlanWork& work, Plan& out);
void put_silences(const PlanWork& work, Plan& out);
void put_verdict(const PlanWork& work, Plan& out);
void put_ledger(const PlanWork& work, Plan& out);

}  // namespace signroute
