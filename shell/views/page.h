// The frame around all rooms: the rail, the bar with city, search and save state, and the states without rules.
#pragma once

#include <string>
#include <vector>

namespace signroute {
struct Session;
}

namespace signroute::views {

struct PageLook {
    std::string search;
};

}  // namespace signroute::views
