// The screens, a function each: draw the scene into the frame's boxes, add what the user wants to `intents`.
#pragma once

#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace signroute::views {

// The whole page. `scene` is null until the rules are loaded.
void page(const Session& session, const Scene* scene, Look& look, Intents& intents);

// Each room draws into `frame.list` and `frame.rest`, or both together.
void route_room(const Scene& scene, const ui::Frame& frame, RouteLook& look, Intents& intents);
void deadline_room(const Scene& scene, const ui::Frame& frame, DeadlineLook& look, Intents& intents);
void check_room(const Scene& scene, const ui::Frame& frame, CheckLook& look, Intents& intents);
void statute_room(const Scene& scene, const ui::Frame& frame, StatuteLook& look, Intents& intents);
void cases_room(const Scene& scene, const ui::Frame& frame, CasesLook& look, Intents& intents);
void settings_room(const Scene& scene, const ui::Frame& frame, SettingsLook& look, Intents& intents);

// The rooms that a first visit does without: 排程, 培训, 对照. A page has them (further_rooms.cpp), or fetches the page that has
// them (further_rooms_elsewhere.cpp).
void further_room(const Scene& scene, const ui::Frame& frame, Look& look, Intents& intents);
void plan_room(const Scene& scene, const ui::Frame& frame, PlanLook& look, Intents& intents);
void training_room(const Scene& scene, const ui::Frame& frame, TrainingLook& look, Intents& intents);
void compare_room(const Scene& scene, const ui::Frame& frame, CompareLook& look, Intents& intents);

}  // namespace signroute::views
