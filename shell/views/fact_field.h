// One question about the situation: 是 | 否 | 不确定, a choice, a figure, a day, a list. Used by every room that asks.
#pragma once

#include <string>

#include "shell/views/view.h"

namespace signroute::views {

// Draws the question as a line, with why it is asked and its clause, and yields SetFact when it is answered. What the
// answer waits for stands out.
void fact_field(const Rules& rules, const Facts& facts, const std::string& fact, Intents& intents, bool waited_for = false);

}  // namespace signroute::views
