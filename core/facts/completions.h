// Conditions under facts that are still open: what holds whatever the answers will be, holds.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/facts/condition.h"

namespace signroute {

// All answers that a choice or rank may get; empty where they are not a closed list.
using OptionsOf = std::function<std::vector<std::string>(const std::string& fact)>;

// `judge` looks at each part by itself, so that "x or not x" stays unknown to it. This goes on: where the open facts,
// things and readings have at most kMostCompletions possible answers together, and the condition has the same truth
// under each, that is its truth. Never decides what some answer would turn round.
Judged judge_in_every_completion(const Condition& condition, const Circumstances& circumstances, const OptionsOf& options);

inline constexpr std::size_t kMostCompletions = 4096;

}  // namespace signroute
