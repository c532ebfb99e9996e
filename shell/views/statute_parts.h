// The parts of the room 条文; private to it.
#pragma once

#include "shell/session/statute_map.h"
#include "shell/session/statute_result.h"
#include "shell/ui/surfaces.h"
#include "shell/views/view.h"

namespace signroute::views {

// How what became of a clause is said and marked.
struct StateLook {
    const char* word;
    ui::Mark mark;
};
StateLook state_look(ClauseState state);

// The whole text at a glance, and what an audit of it found.
void statute_overview(const Scene& scene, const StatuteResult& result, StatuteLook& look, Intents& intents);
// Where an official text is dropped, chosen or pasted.
void text_target(const Scene& scene, const StatuteResult& result, StatuteLook& look, Intents& intents);

}  // namespace signroute::views
