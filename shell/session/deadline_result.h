// The answer to the form of the room 时限.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shell/session/session.h"

namespace signroute {

struct DeadlineResult {
    const TimeLimit* limit = nullptr;           // null: a free period
    std::optional<ScheduledLimit> scheduled;    // of the limit, once it can be worked out
    std::optional<DeadlineAnswer> answer;       // dates, if there are any
    std::optional<Day> cautious;                // of an interval: the last day to be in time by any reading and not on a day off
    std::string exceptions;                     // in words: what it may give way to, not answered yet
    std::vector<std::string> facts;             // that decide whether the limit applies or gives way
    Truth applies = Truth::yes;
    std::string problem;                        // why there is no answer
    std::string matter;                         // that has the limit, where there is a day to put into a calendar; else ""
};

DeadlineResult deadline_of(const Session& session, const Rules& rules);

// Whether it can be counted; otherwise the text has a word only (及时).
inline bool has_figure(const TimeLimit& limit) { return limit.n || limit.day_of_month; }

// The limits of the pack and what they are called, in the pack's order, those with a figure first.
std::vector<const TimeLimit*> listed_limits(const Rules& rules);
std::string limit_title(const Rules& rules, const TimeLimit& limit);

}  // namespace signroute
