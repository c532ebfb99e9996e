// 签批链: choose a matter, answer what matters, see who must do what in which order.
#pragma once

#include <map>
#include <set>
#include <string>

#include "shell/ui/route_picture.h"

namespace signroute::views {

struct Scene;

struct RouteLook {
    std::string filter;                      // of the list
    std::map<std::string, bool> open;        // topics of the list; "silent" = all that the text leaves out
    std::string matter, pack;                // what the rest belongs to; another starts afresh
    std::string step;                        // the card whose details show
    std::string asked;                       // the question above the picture: most steps wait for it
    int reading = -1;                        // 0: what all readings share; -1: the cautious one, until another is chosen
    bool not_required = false, doubts = false;
    ui::RouteView picture;
    std::set<std::string> folded;            // questions that did not matter when last looked at
    bool other_questions = false, check_questions = false;
    int rules_tab = -1;  // none chosen yet: the first that holds something
};

}  // namespace signroute::views
