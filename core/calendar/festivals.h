// The holidays that the law gives to all citizens (全国年节及纪念日放假办法), and how far a year's notice may shift
// days around them.
#pragma once

#include <string_view>
#include <vector>

#include "core/calendar/day.h"

namespace signroute {

// One holiday of one year. `exact`: first … last are its days by law. Otherwise its days are not known and lie
// somewhere in first … last (lunar festivals and 清明节 after kLastCalendarYear).
struct Festival {
    std::string_view name;
    Day first, last;
    bool exact = true;
    // A weekday at most so many days before `first` or after `last` may be taken off, a day of the weekend worked.
    int weekday_reach = 0, weekend_reach = 0;
};

// The law as in force in `year`: of 2007 (令第513号) for 2008–2013, of 2013 (令第644号) for 2014–2024, of 2024
// (令第795号) from 2025. Empty before kFirstCalendarYear.
std::vector<Festival> festivals(int year);

}  // namespace signroute
