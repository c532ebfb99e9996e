// Working days by the lists of the year files alone, one day after the other: nothing of core counts here.
#pragma once

#include <nlohmann/json.hpp>

#include "core/calendar/deadline.h"
#include "tests/core/calendar_files.h"

namespace signroute::test {

// Every day of 2009 to 2029 with what a file says of it; what no file names is as its weekday says.
class ListedDays {
  public:
    struct Entry {
        bool works = true;
        std::string reason = "working";  // working, weekend, holiday, makeup
        std::string notice;              // number of the notice that names it
    };
    ListedDays() {
        for (Day d = kFirst; d < kEnd; d += days{1}) {
            const auto monday_based = ((d.time_since_epoch().count() + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
            Entry e;
            if (monday_based >= 5) e = {false, "weekend", ""};
            entries_.push_back(e);
        }
        for (int year = kFirstInstalled; year <= kLastInstalled; ++year) take(year);
    }
    const Entry& operator[](Day d) const { return entries_[static_cast<std::size_t>((d - kFirst).count())]; }
    void set(Day d, bool works) { entries_[static_cast<std::size_t>((d - kFirst).count())].works = works; }
    bool works(Day d) const { return (*this)[d].works; }

    // The n-th counted day strictly after (step 1) or before (step -1) a day; months keep the day, or end with the month.
    Day count(Day from, std::int64_t n, DeadlineUnit unit, int step) const {
        if (unit == DeadlineUnit::calendar_day) return from + days{n * step};
        if (unit == DeadlineUnit::month || unit == DeadlineUnit::year) return months_on(from, (unit == DeadlineUnit::year ? 12 : 1) * n * step);
        for (Day at = from; n > 0;) {
            at += days{step};
            from = at;
            n -= works(at);
        }
        return from;
    }

  private:
    static constexpr Day kFirst = day_of(2009, 1, 1), kEnd = day_of(2030, 1, 1);
    static Day months_on(Day from, std::int64_t n) {
        const std::chrono::year_month_day ymd{from};
        const auto month = std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{static_cast<int>(n)};
        const std::chrono::year_month_day same{month.year(), month.month(), ymd.day()};
        return same.ok() ? Day{same} : Day{month / std::chrono::last};
    }
    void take(int year) {
        const auto json = nlohmann::json::parse(file("assets/calendars/" + std::to_string(year) + ".json"));
        const nlohmann::json before = json.value("also_changes", nlohmann::json::object());
        for (const auto& [list, works] : {std::pair{"days_off", false}, std::pair{"make_up", true}}) {
            std::vector<nlohmann::json> named = json[list];
            for (const auto& d : before.value(list, nlohmann::json::array())) named.push_back(d);
            for (const auto& d : named) {
                Entry& e = entries_[static_cast<std::size_t>((day(d["date"].get<std::string>().c_str()) - kFirst).count())];
                e = {works, works ? "makeup" : "holiday", json["notices"][d["notice"].get<std::size_t>()]["number"]};
            }
        }
    }
    std::vector<Entry> entries_;
};

inline const ListedDays& listed() {
    static const ListedDays all;
    return all;
}

}  // namespace signroute::test
