// A route as it is drawn: steps by stage, how those of one stage stand to each other, and which follow at once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/route/route.h"

namespace signroute {

enum class Beside {
    one,           // alone
    order_open,    // the text says no order between some that are sure
    alternatives,  // they replace each other, as the user chooses
    one_by_facts,  // open facts decide which of them there is: never two
    some_by_facts, // … beside one that is sure, without an order between them
    by_facts       // … and how many
};

struct Stage {
    Beside beside = Beside::one;
    std::vector<const RouteStep*> steps;
};

struct Stages {
    std::vector<Stage> stages;                  // without what is not required
    std::vector<const RouteStep*> not_required;
    // Ids of steps of which the second directly follows the first; what follows from others is left out.
    std::vector<std::pair<std::string, std::string>> order;
};

// The steps of `route`, which must outlive the result.
Stages stages_of(const Rules& rules, const Case& situation, const Route& route);

// What one person does by one clause, told apart in the rules by who else may do it, or when.
struct Act {
    std::vector<const RouteStep*> steps;
    bool sure = false;  // one of them is asked for however the facts are answered
};
std::vector<Act> acts_of(const Rules& rules, const Case& situation, const Stage& stage);

// What the fact may be answered with; nothing where that cannot be listed.
std::vector<FactValue> values_of(const Rules& rules, const std::string& fact);

// The answers to its one open fact with which the step belongs to the route; nothing where several facts are open, or
// one whose answers cannot be listed.
std::vector<FactValue> answers_that_call(const Rules& rules, const Case& situation, const RouteStep& step);

// Other steps that replace this one (those of its group on another path), by id.
std::vector<std::string> alternatives_of(const Route& route, const RouteStep& step);

}  // namespace signroute
