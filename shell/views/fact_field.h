// One question about the situation: 是 | 否 | 不确定, a choice, a figure, a day, a list. Used by every room that asks.
#pragma once

#include <string>

#include "shell/views/view.h"

namespace signroute::views {

struct FactFieldOptions {
    bool waited_for = false;                       // the answer depends on it: it stands out
    const std::vector<Clause>* clauses = nullptr;  // those that ask it here; null: all that the pack names for it
};
// Draws the question as a line, with why it is asked and its clause, and yields SetFact when it is answered.
void fact_field(const Rules& rules, const Facts& facts, const std::string& fact, Intents& intents, const FactFieldOptions& options = {});

}  // namespace signroute::views
