#include "core/calendar/calendar.h"

#include <algorithm>
#include <cassert>

#include "core/base/order.h"
#include "core/calendar/festivals.h"

namespace signroute {

namespace {

constexpr std::int64_t kGregorianCycle = 146097;  // days of 400 years, a whole number of weeks
// From this day on only the date and the weekday decide, so the pattern repeats with the Gregorian cycle.
constexpr Day kTail = day_of(kLastCalendarYear + 1, 1, 1);

std::int64_t index_of(Day day) { return (day - kFirstDay).count(); }
Day day_at(std::int64_t index) { return kFirstDay + days{index}; }

constexpr std::int64_t kStored = (kTail - kFirstDay).count() + kGregorianCycle;

std::optional<Day> in_range(std::optional<std::int64_t> index) {
    if (!index || *index < 0 || *index > index_of(kLastDay)) return std::nullopt;
    return day_at(*index);
}

std::string day_pointer(std::size_t i) { return "/days/" + std::to_string(i); }

}  // namespace

std::string_view name(DayKind kind) {
    switch (kind) {
        case DayKind::working:
            return "working";
        case DayKind::weekend:
            return "weekend";
        case DayKind::holiday:
            return "holiday";
        case DayKind::makeup:
            return "makeup";
    }
    return "";
}

Calendar::Calendar(std::vector<CalendarYear> years, std::vector<LocalDay> local)
    : years_(std::move(years)), local_(std::move(local)), surely_(kStored, kGregorianCycle), possibly_(surely_) {
    place_weeks();
    for (int year = kFirstCalendarYear; day_of(year, 1, 1) <= day_at(kStored); ++year) {
        if (!covers(year)) place_festivals(year);
    }
    for (std::size_t y = 0; y < years_.size(); ++y) place_year(y);
    for (const LocalDay& day : local_) place(day.date, day.works, day.works);
    surely_.index();
    possibly_.index();
}

void Calendar::place(Day day, bool surely, bool possibly) {
    const std::int64_t i = index_of(day);
    if (i < 0 || i >= kStored) return;
    surely_.set(i, surely);
    possibly_.set(i, possibly);
}

void Calendar::place_weeks() {
    const Day first = day_of(kFirstCalendarYear, 1, 1);
    for (std::int64_t i = 0; i < kStored; ++i) {
        const Day day = day_at(i);
        place(day, day >= first && !is_weekend(day), day < first || !is_weekend(day));
    }
}

void Calendar::place_festivals(int year) {
    for (const Festival& f : festivals(year)) {
        const Day from = f.first - days{f.weekend_reach}, to = f.last + days{f.weekend_reach};
        for (Day day = from; day <= to; day += days{1}) {
            const bool inside = f.first <= day && day <= f.last;
            const bool near = f.first - days{f.weekday_reach} <= day && day <= f.last + days{f.weekday_reach};
            if (inside || near || is_weekend(day)) place(day, false, true);
        }
    }
    for (const Festival& f : festivals(year)) {
        for (Day day = f.first; f.exact && day <= f.last; day += days{1}) place(day, false, false);
    }
}

void Calendar::place_year(std::size_t y) {
    const auto add = [&](const std::vector<NoticeDay>& list, DayKind kind) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            named_.push_back({list[i].date, kind, static_cast<std::uint32_t>(y), static_cast<std::uint32_t>(i)});
            place(list[i].date, kind == DayKind::makeup, kind == DayKind::makeup);
        }
    };
    // The December of the year before may be named twice: what this year's notice says of it replaces the other.
    const Day first = day_of(years_[y].year, 1, 1);
    const auto again = [&](const Named& old) {
        const auto same = [&](const NoticeDay& d) { return d.date == old.date; };
        return old.date < first && (std::any_of(years_[y].days_off.begin(), years_[y].days_off.end(), same) ||
                                    std::any_of(years_[y].make_up.begin(), years_[y].make_up.end(), same));
    };
    named_.erase(std::remove_if(named_.begin(), named_.end(), again), named_.end());
    add(years_[y].days_off, DayKind::holiday);
    add(years_[y].make_up, DayKind::makeup);
    put_in_order(named_, [](const Named& a, const Named& b) { return a.date < b.date; });
}

Result<Calendar> Calendar::make(std::vector<CalendarYear> years, std::vector<LocalDay> local) {
    put_in_order(years, [](const auto& a, const auto& b) { return a.year < b.year; });
    for (std::size_t i = 1; i < years.size(); ++i) {
        if (years[i].year != years[i - 1].year) continue;
        return Error{"duplicate_year", "", std::to_string(years[i].year) + "年的日历不止一份"};
    }
    for (std::size_t i = 0; i < local.size(); ++i) {
        const int year = year_of(local[i].date);
        if (year < kFirstCalendarYear || year > kLastCalendarYear) {
            return Error{"date_out_of_range", day_pointer(i) + "/date",
                         to_text(local[i].date) + "超出可调整的年份（" + std::to_string(kFirstCalendarYear) + "至" +
                             std::to_string(kLastCalendarYear) + "）"};
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (local[j].date != local[i].date) continue;
            return Error{"duplicate_day", day_pointer(i) + "/date", to_text(local[i].date) + "的本地安排不止一条"};
        }
    }
    put_in_order(local, [](const auto& a, const auto& b) { return a.date < b.date; });
    return Calendar(std::move(years), std::move(local));
}

Calendar Calendar::empty() { return Calendar({}, {}); }

bool Calendar::covers(int year) const {
    const auto at = std::lower_bound(years_.begin(), years_.end(), year,
                                     [](const CalendarYear& y, int value) { return y.year < value; });
    return at != years_.end() && at->year == year;
}

std::optional<DayInterval> Calendar::covered() const {
    if (years_.empty()) return std::nullopt;
    int first = years_.back().year;
    while (covers(first - 1)) --first;
    return DayInterval{day_of(first, 1, 1), day_of(years_.back().year, 12, 31)};
}

const Calendar::Named* Calendar::named(Day day) const {
    const auto at =
        std::lower_bound(named_.begin(), named_.end(), day, [](const Named& n, Day value) { return n.date < value; });
    return at != named_.end() && at->date == day ? &*at : nullptr;
}

const LocalDay* Calendar::local(Day day) const {
    const auto at = std::lower_bound(local_.begin(), local_.end(), day,
                                     [](const LocalDay& l, Day value) { return l.date < value; });
    return at != local_.end() && at->date == day ? &*at : nullptr;
}

DayInfo Calendar::info(Day day) const {
    assert(kFirstDay <= day && day <= kLastDay);
    DayInfo info;
    const std::int64_t i = index_of(day);
    info.covered = covers(year_of(day));
    info.movable = surely_[i] != possibly_[i];
    info.kind = is_weekend(day) ? DayKind::weekend : DayKind::working;
    if (const Named* n = named(day)) {
        const CalendarYear& year = years_[n->year];
        const NoticeDay& said = n->kind == DayKind::makeup ? year.make_up[n->day] : year.days_off[n->day];
        info.kind = n->kind;
        info.holiday = said.holiday;
        info.notice = &year.notices[said.notice];
    } else if (!info.covered) {
        for (const Festival& f : festivals(year_of(day))) {
            if (!f.exact || day < f.first || day > f.last) continue;
            info.kind = DayKind::holiday;
            info.holiday = f.name;
        }
    }
    if (const LocalDay* own = local(day)) {
        const bool off = is_weekend(day) || info.kind == DayKind::holiday;
        info.kind = !own->works ? DayKind::holiday : off ? DayKind::makeup : DayKind::working;
        info.local = own;
        info.holiday = own->reason;
        info.notice = nullptr;
    }
    return info;
}

WorkingDays Calendar::working_days(Day from, Day to) const {
    assert(kFirstDay <= from && from <= to && to <= kLastDay + days{1});
    const std::int64_t a = index_of(from), b = index_of(to);
    return {surely_.rank(b) - surely_.rank(a), possibly_.rank(b) - possibly_.rank(a)};
}

DayInterval Calendar::nth_working_day(Day day, std::int64_t n) const {
    assert(kFirstDay <= day && day <= kLastDay && n != 0);
    constexpr std::int64_t too_many = 10'000'000;  // more than all days there are
    if (n > too_many || n < -too_many) return {};
    const std::int64_t i = index_of(day);
    const auto find = [&](const DayBits& bits) {
        return in_range(bits.select(n > 0 ? bits.rank(i + 1) + n - 1 : bits.rank(i) + n));
    };
    if (n > 0) return {find(possibly_), find(surely_)};
    return {find(surely_), find(possibly_)};
}

DayInterval Calendar::working_day_from(Day day) const {
    const std::int64_t i = index_of(day);
    return {in_range(possibly_.select(possibly_.rank(i))), in_range(surely_.select(surely_.rank(i)))};
}

DayInterval Calendar::working_day_until(Day day) const {
    const std::int64_t i = index_of(day) + 1;
    return {in_range(surely_.select(surely_.rank(i) - 1)), in_range(possibly_.select(possibly_.rank(i) - 1))};
}

std::vector<int> Calendar::not_covered(Day from, Day to) const {
    std::vector<int> out;
    for (int year = year_of(from); year <= year_of(to); ++year) {
        if (!covers(year)) {
            if (out.empty() || out.back() != year) out.push_back(year);
            continue;
        }
        const Day a = std::max(from, day_of(year, 12, 1)), b = std::min(to, day_of(year, 12, 31));
        if (a > b || covers(year + 1)) continue;
        const WorkingDays open = working_days(a, b + days{1});
        if (open.least != open.most) out.push_back(year + 1);
    }
    return out;
}

std::string to_chinese(const Calendar& calendar, Day day) {
    const DayInfo info = calendar.info(day);
    std::string said;
    if (info.local) {
        said = info.local->works ? "本地上班" : "本地放假";
    } else if (info.movable) {
        said = "放假安排待定";
    } else if (info.kind == DayKind::makeup) {
        said = "调休上班";
    } else if (info.kind == DayKind::holiday) {
        said = std::string(info.holiday) + "放假";
    }
    return to_chinese_date(day) + "（" + std::string(weekday_name(day)) + (said.empty() ? "" : "，" + said) + "）";
}

}  // namespace signroute
