// 自查: the planned route of one case against the required one.
#pragma once

#include <string>

namespace signroute::views {

struct CheckLook {
    std::string adding;       // the step being typed
    std::string matter;       // the matter being looked for
    bool show_matter = false; // the matter is being changed
    bool show_other = false;  // questions that do not decide the route
    bool show_checked = false;
    bool show_things = true, show_dates = false, show_note = false;
    int selected = -1;        // planned step that a finding pointed to
};

}  // namespace signroute::views
