// What a step that somebody begins to write may become, by its characters or their pinyin initials: 市长 by "sz", 分管副市长审核
// by "fgfszsh" or "分管fszsh".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/route/route.h"

namespace signroute {

struct StepCompletion {
    enum class Kind { of_rules, step, role, action };  // a step of the route; another one; an actor or an action alone
    Kind kind = Kind::of_rules;
    std::string text;
};

// At most `most`, the likeliest first: steps of the route that nothing in the plan takes yet, then its other steps, then
// actors (those of the route before those of the pack before all others) each with the action that is begun, then actions, then
// steps of the route that hold what is typed further in; among equals the shorter. `missing`: steps of the route, in its order.
std::vector<StepCompletion> step_completions(const Rules& rules, const Route& route, const std::vector<const RouteStep*>& missing,
                                             std::string_view typed, std::size_t most = 8);

}  // namespace signroute
