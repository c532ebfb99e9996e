// A month as Chinese calendars show it: Monday first, 休 and 班, counted days numbered, start and due outlined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ports.h"

namespace signroute::ui {

struct CalendarDay {
    int day = 1;
    bool rest = false;           // no working day: weekend or holiday
    bool badge_rest = false;     // 休: by a notice
    bool badge_work = false;     // 班: a make-up working day
    bool not_announced = false;  // the calendar does not reach it
    int number = 0;              // the n-th day counted; 0: not counted
    bool start = false, due = false;
    std::string mark;  // a few characters in the place of the count: 选项2, 3题
    bool chosen = false;
    std::string note;  // tooltip and description: the notice, the reason
};
struct MonthCalendar {
    std::string label;  // 计算过程
    int year = 2025, month = 1;
    std::string start_word = "起算";
    bool backward = false;          // the due day is the latest to begin on, not the last of a period
    bool first = true, last = true;  // of the months that are shown: turns them; explains how days are drawn
    std::vector<CalendarDay> days;  // those that are special in any way; the others are plain
};
struct MonthEvent {
    int move = 0;  // -1, +1: another month is wanted
    int day = 0;   // pressed
};
// As wide as the room, at most 7 × 96.
MonthEvent month_calendar(const MonthCalendar& calendar);

}  // namespace signroute::ui
