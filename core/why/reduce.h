// The part of a pack that one answer can depend on, and what is left of it without a clause. Private to core/why.
#pragma once

#include <vector>

#include "core/why/why.h"

namespace signroute::explaining {

// The pack with the matters of the situation, and of these only what `about` can depend on: of a step what may come
// before it, of the route all steps, of a rule that one (with a plan the steps too, which may show that a thing was
// done), of the verdict everything. What is told by it is what is told by the whole pack.
Pack reduced(const Rules& rules, const Case& situation, const About& about);

// Calls `visit` for each condition on which something in the pack depends, with the id of its matter or body.
void each_condition(const Pack& pack, const std::function<void(const Condition&, const std::string&)>& visit);

// The clauses of its elements, each once, in reading order, without sentences. What has clauses of its own: every
// element, what a limit gives way to, that one role stands for another, and where a matter applies.
std::vector<Clause> cited_clauses(const Pack& pack);

// Without the elements that rest on this clause, alone or together with others.
Pack without(Pack pack, const Clause& clause);

}  // namespace signroute::explaining
