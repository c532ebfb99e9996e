// A plan in time: a row for each step, a bar from the earliest day to the one by which it is done, a mark for the latest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/theme.h"

namespace signroute::ui {

enum class DayGround : unsigned char { work, rest, open };  // open: not announced yet

struct TimelineRow {
    std::string id;     // returned when it is pressed
    std::string label;  // 秘书长审核
    std::string name;   // the accessible one: everything that the row shows, in words
    int from = -1, to = -1, latest = -1;  // days from the first one; -1: not known
    bool late = false;                    // its latest day cannot be met
    bool critical = false;                // decides whether it is in time: ◆, bold, and a heavier bar
    bool open = false;                    // not sure to be needed: a dashed bar
    bool selected = false;
};

struct TimelineTick {
    int day = 0;
    std::string label;  // 3月9日
};

struct Timeline {
    std::string label;
    std::vector<DayGround> days;      // from the first one on; none: the rows are a list
    std::vector<TimelineTick> ticks;  // ascending
    int today = -1;                   // -1: not among them
    std::vector<TimelineRow> rows;
};

// As wide as the room. Returns the id of the row that was pressed, or nothing.
std::string timeline(const Timeline& timeline);

}  // namespace signroute::ui
