// 条文: the official text, its clauses, and what the pack takes from each.
#pragma once

#include <string>
#include <vector>

namespace signroute::views {

struct Scene;

struct StatuteLook {};

}  // namespace signroute::views
