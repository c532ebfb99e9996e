// The calendar files of the tree, as the tests need them, and a plain day loop to hold the calendar against.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "tests/core/sample.h"

namespace signroute::test {

inline constexpr int kFirstInstalled = 2010, kLastInstalled = 2026;

// Long properties run in full in release and take every `stride`-th case under the sanitizers.
inline const int kStride = kSampled ? 41 : 1;
// The longest of them, of which there are thousands, take every twenty-first in release, and all in the long run.
inline const int kStrideOfMany = kSampled ? 101 : std::getenv("SIGNROUTE_LONG") ? 1 : 21;

inline std::string file(const std::string& path) {
    std::ifstream in(std::string(SIGNROUTE_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    REQUIRE_MESSAGE(in.good(), "cannot read " << path);
    return out.str();
}

inline CalendarYear installed_year(int year) {
    Result<CalendarYear> read = calendar_from_json(file("assets/calendars/" + std::to_string(year) + ".json"));
    REQUIRE_MESSAGE(read, year << (read ? "" : ": " + read.error().pointer + " " + read.error().message));
    return *read;
}

inline std::vector<CalendarYear> installed_years(int first = kFirstInstalled, int last = kLastInstalled) {
    std::vector<CalendarYear> years;
    for (int year = first; year <= last; ++year) years.push_back(installed_year(year));
    return years;
}

inline Calendar make(std::vector<CalendarYear> years, std::vector<LocalDay> local = {}) {
    Result<Calendar> made = Calendar::make(std::move(years), std::move(local));
    REQUIRE(made);
    return *made;
}

inline const Calendar& installed() {
    static const Calendar calendar = make(installed_years());
    return calendar;
}

inline Day day(const char* text) {
    const Result<Day> read = day_from_text(text);
    REQUIRE_MESSAGE(read, text);
    return *read;
}

// Which days work, by the plainest reading of the files: what a notice names, else the weekday.
class PlainDays {
  public:
    explicit PlainDays(const std::vector<CalendarYear>& years) {
        for (const CalendarYear& year : years) {
            for (const NoticeDay& off : year.days_off) named_[off.date] = false;
            for (const NoticeDay& on : year.make_up) named_[on.date] = true;
        }
    }
    void set(Day day, bool works) { named_[day] = works; }
    void forget(Day day) { named_.erase(day); }
    bool works(Day day) const {
        const auto at = named_.find(day);
        if (at != named_.end()) return at->second;
        const auto monday_based = ((day.time_since_epoch().count() + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
        return monday_based < 5;
    }

  private:
    std::map<Day, bool> named_;
};

}  // namespace signroute::test
