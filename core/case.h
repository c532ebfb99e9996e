// What is asked: a situation, and, for a check, the route that is planned. Only this is saved; all else is recomputed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.h"
#include "core/facts/fact.h"

namespace signroute {

// A step as planned or taken. Ids where the words are known; else the words as they were written.
struct PlannedStep {
    std::string role, role_text;      // role "" = unknown to the catalogue, or not given
    std::string action, action_text;
    std::string to, form, who, by, on_behalf_of;
    std::string date;                 // as written; checked when it is assessed
    bool operator==(const PlannedStep&) const = default;
};

// Whether a thing was done, and when.
struct Done {
    Truth truth = Truth::unknown;
    std::optional<Day> date;
};

struct Case {
    std::vector<std::string> matters;  // ids of the catalogue
    Facts facts;
    bool has_plan = false;
    std::vector<PlannedStep> planned;
    std::map<std::string, Done, std::less<>> done;  // things and steps, by id
    std::map<std::string, Day, std::less<>> events;
    std::optional<Day> on;     // the day whose rules apply
    std::optional<Day> today;
};

}  // namespace signroute
