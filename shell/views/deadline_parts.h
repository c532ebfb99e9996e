// What the rooms 时限 and 排程 share.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// The heading of both, and the way from one to the other.
void deadline_head(const Session& session, Intents& intents);
void pick_day(const std::string& label, std::optional<Day>& day, std::string_view hint, bool& changed);

}  // namespace signroute::views
