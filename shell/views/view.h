// What every screen is given and what it may yield. Views compute nothing: they draw the session and the assessment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shell/session/session.h"
#include "shell/views/cases_room.h"
#include "shell/views/check_room.h"
#include "shell/views/compare_room.h"
#include "shell/views/deadline_room.h"
#include "shell/views/page.h"
#include "shell/views/plan_room.h"
#include "shell/views/route_room.h"
#include "shell/views/settings_room.h"
#include "shell/views/statute_room.h"
#include "shell/views/training_room.h"

namespace signroute::views {

using Intents = std::vector<Intent>;

// One frame's truth. `assessment` is of `situation`; both are made anew in every frame that is drawn.
struct Scene {
    const Session& session;
    Rules rules;
    const Case& situation;
    const Assessment& assessment;
};

// What is unfolded, typed and scrolled: nothing that anybody would miss.
struct Look {
    PageLook page;
    RouteLook route;
    DeadlineLook deadline;
    PlanLook plan;
    CheckLook check;
    TrainingLook training;
    CompareLook compare;
    StatuteLook statute;
    CasesLook cases;
    SettingsLook settings;
};

}  // namespace signroute::views
