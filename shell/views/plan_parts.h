// The parts of the room 排程 (整条流程); private to it.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// The route of the reading to plan by, as the room 签批链 shows it.
const Route& planned_route(const Scene& scene);
// Which case is planned; its start, the day to meet, durations, interruptions.
void choose_case(const Scene& scene, Intents& intents);
void plan_form(const Scene& scene, PlanLook& look, Intents& intents);
// Whether anything is counted: where no step takes a day, there is nothing to show but the fields for how long they take.
bool plan_counts(const Scene& scene);
// Whether it can be done in time, and what silence would mean.
void plan_verdict(const Scene& scene);
// Timeline, calendar and ledger of the chosen step, what is open, limits.
void plan_answer(const Scene& scene, PlanLook& look, Intents& intents);

}  // namespace signroute::views
