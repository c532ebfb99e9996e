// 条文: the official text, its clauses, and what the pack takes from each.
#pragma once

#include <string>

namespace signroute::views {

struct StatuteLook {
    std::string words;      // searched for in the text
    std::string pasted;     // an official text being pasted
    bool pasting = false;
    bool upkeep = false;    // the marks of all clauses and the audit are unfolded
};

}  // namespace signroute::views
