// The parts of the room 设置 that stand in files of their own.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// Nothing while nothing was brought.
void incoming_panel(const Scene& scene, Intents& intents);

// What lint found in the installed pack that it was asked about last; nothing while nobody asked.
void installed_lint(const Session& session, Intents& intents);

}  // namespace signroute::views
