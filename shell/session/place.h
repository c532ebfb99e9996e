// Where in the application one is, and its address: #/route/wuxi-2022/issue_order?important=yes
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace signroute {

enum class Room { route, deadline, plan, check, training, compare, statute, cases, settings };

struct Place {
    Room room = Room::route;
    std::string pack;     // route, deadline, statute, courses
    std::string matter;   // route, compare; of compare "": all of them
    std::string limit;    // deadline
    std::string record;   // check, plan: id of the case; training: a lesson
    std::string part;     // training: practice, courses, progress, exam, results; "": where one begins
    std::string clause;   // statute: "50", "rules:50.2"
    std::map<std::string, std::string> query;  // facts of the route or of what is compared (and "packs"), dates of the deadline, an exam
    bool operator==(const Place&) const = default;
};

std::string address_of(const Place& place);
// What cannot be understood leads to the first room.
Place place_from_address(std::string_view address);

}  // namespace signroute
