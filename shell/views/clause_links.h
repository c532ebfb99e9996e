// Clauses as links to the room 条文, and what else every answer shows with its rule.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// 第五十条第二款, each once, side by side in the row being filled (or in one of their own).
void clause_links(const Rules& rules, const std::vector<Clause>& clauses, Intents& intents);

// Those of the first document first, each document in its own order.
std::vector<Clause> in_order(const Pack& pack, std::vector<Clause> clauses);

// What decided: 属于规范性文件; “由谁起草”为市政府办公室.
std::string decided_text(const Rules& rules, const Facts& facts, const Because& because);
// With which answer the step belongs to the route: 如属于规范性文件; "" where that is not one question's answer.
std::string called_text(const Rules& rules, const Case& situation, const RouteStep& step);
std::string open_text(const Rules& rules, const Because& because, std::size_t most = 99);

}  // namespace signroute::views
