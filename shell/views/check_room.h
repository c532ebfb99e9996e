// 自查: the planned route of one case against the required one.
#pragma once

#include <map>
#include <string>

#include "shell/ui/route_picture.h"

namespace signroute::views {

struct CheckLook {
    std::string adding;       // the step being typed
    std::string counted;      // … as it was when `steps` of it were counted
    std::size_t steps = 0;
    std::string matter;       // the matter being looked for
    bool show_matter = false; // the matter is being changed
    bool show_other = false;  // questions that do not decide the route
    bool show_checked = false;
    bool show_things = true, show_dates = false, show_note = false;
    std::map<std::string, bool> open;  // kinds of findings
    int side = 0;             // of the plan: 0 its steps, 1 the two routes one under the other
    ui::RouteView picture;
    std::string wanted;       // where a finding leads: the fact, thing or step to fill in
};

}  // namespace signroute::views
