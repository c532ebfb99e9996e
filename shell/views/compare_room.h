// What the room 对照 keeps of its own.
#pragma once

#include <string>

namespace signroute::views {

struct CompareLook {
    std::string filter;      // of the matters
    bool only_differing = true;
};

}  // namespace signroute::views
