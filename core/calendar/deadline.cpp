#include "core/calendar/deadline.h"

#include <algorithm>

namespace signroute {

namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::string_view kCivilCode = "《中华人民共和国民法典》";

// A bound that may lie outside the range of days.
using MaybeDay = std::optional<Day>;

MaybeDay plus_days(Day day, std::int64_t n) {
    const std::int64_t at = (day - Day{}).count();
    const std::int64_t low = (kFirstDay - Day{}).count(), high = (kLastDay - Day{}).count();
    if (n > high - at || n < low - at) return std::nullopt;
    return day + days{n};
}

Day last_of_month(year_month month) { return Day{month / std::chrono::last}; }

// The same day of the month n months later, or that month's last.
MaybeDay plus_months(Day day, std::int64_t n, bool& shortened) {
    if (n > 120'000 || n < -120'000) return std::nullopt;
    const year_month_day ymd{day};
    const year_month month = year_month{ymd.year(), ymd.month()} + months{static_cast<int>(n)};
    if (!month.ok() || static_cast<int>(month.year()) > 9999) return std::nullopt;
    const year_month_day same{month.year(), month.month(), ymd.day()};
    shortened = !same.ok();
    const Day found = same.ok() ? Day{same} : last_of_month(month);
    if (found < kFirstDay || found > kLastDay) return std::nullopt;
    return found;
}

// What the counting rule gives before rolling.
struct Counted {
    DayInterval end;
    bool fixed = true;       // the calendar had no say
    bool shortened = false;  // a month without the corresponding day
};

Counted count_working_days(const Calendar& calendar, const DeadlineQuestion& q) {
    const bool after = q.direction == Direction::after;
    const MaybeDay origin = q.count_start ? plus_days(q.start, after ? -1 : 1) : q.start;
    Counted out;
    out.fixed = false;
    if (origin) {
        out.end = calendar.nth_working_day(*origin, after ? q.n : -q.n);
        return out;
    }
    // The start is the first or the last of all days, and counts itself.
    const WorkingDays first = calendar.working_days(q.start, q.start + days{1});
    const auto bound = [&](std::int64_t here, bool early) -> MaybeDay {
        if (here == q.n) return q.start;
        const DayInterval rest = calendar.nth_working_day(q.start, after ? q.n - here : here - q.n);
        return early ? rest.earliest : rest.latest;
    };
    out.end = after ? DayInterval{bound(first.most, true), bound(first.least, false)}
                    : DayInterval{bound(first.least, true), bound(first.most, false)};
    return out;
}

Counted count(const Calendar& calendar, const DeadlineQuestion& q) {
    if (q.n > 0 && q.unit == DeadlineUnit::working_day) return count_working_days(calendar, q);
    const std::int64_t sign = q.direction == Direction::after ? 1 : -1;
    Counted out;
    MaybeDay end = q.start;
    if (q.n > 0) {
        constexpr std::int64_t too_many = 10'000'000;  // of any unit, more than the range holds
        const std::int64_t n = std::min(q.n, too_many) * sign;
        switch (q.unit) {
            case DeadlineUnit::working_day:
                break;
            case DeadlineUnit::calendar_day:
                end = plus_days(q.start, n);
                break;
            case DeadlineUnit::month:
                end = plus_months(q.start, n, out.shortened);
                break;
            case DeadlineUnit::year:
                end = plus_months(q.start, n * 12, out.shortened);
                break;
        }
        if (end && q.count_start) end = plus_days(*end, -sign);
    }
    out.end = {end, end};
    return out;
}

DayInterval rolled(const Calendar& calendar, Day day, Roll roll) {
    switch (roll) {
        case Roll::none:
            break;
        case Roll::next_working_day:
            return calendar.working_day_from(day);
        case Roll::previous_working_day:
            return calendar.working_day_until(day);
    }
    return {day, day};
}

LedgerReason reason_of(DayKind kind) {
    switch (kind) {
        case DayKind::working:
            return LedgerReason::working;
        case DayKind::weekend:
            return LedgerReason::weekend;
        case DayKind::holiday:
            return LedgerReason::holiday;
        case DayKind::makeup:
            return LedgerReason::makeup;
    }
    return LedgerReason::working;
}

// `end`: the due day before rolling.
std::vector<LedgerEntry> ledger_of(const Calendar& calendar, const DeadlineQuestion& q, Day end, Day due) {
    std::vector<LedgerEntry> out;
    const bool start_counts = q.count_start && q.n > 0;
    const Day from = std::min(q.start, due), to = std::max(q.start, due);
    const Day low = std::min(q.start, end), high = std::max(q.start, end);
    for (Day day = from; day <= to; day += days{1}) {
        const DayInfo info = calendar.info(day);
        LedgerEntry entry;
        entry.date = day;
        entry.reason = reason_of(info.kind);
        entry.holiday = info.holiday;
        entry.notice = info.local ? info.local->source : info.notice ? info.notice->number : "";
        entry.certain = info.covered && !info.movable;
        const bool inside = low <= day && day <= high && (day != q.start || start_counts);
        entry.counted = inside && (q.unit != DeadlineUnit::working_day || info.works());
        if (day == q.start && !start_counts) entry.reason = LedgerReason::first_day;
        if (day == due && due != end) entry.reason = LedgerReason::rolled;
        out.push_back(std::move(entry));
    }
    return out;
}

std::string basis(std::string_view article) { return std::string(kCivilCode) + std::string(article); }

Assumption first_day_assumption(bool count_start) {
    if (!count_start) return {"first_day", "开始的当日不计入", basis("第二百零一条第一款")};
    return {"first_day", "开始的当日计入", "按提问要求；" + basis("第二百零一条第一款") + "的一般规则是不计入"};
}

Assumption roll_assumption(Roll roll) {
    const std::string rule = basis("第二百零三条第一款");
    switch (roll) {
        case Roll::none:
            return {"roll", "期末遇休息日不顺延", "按提问或默认设置；" + rule + "的一般规则是顺延至假日结束的次日"};
        case Roll::next_working_day:
            return {"roll", "期末遇休息日顺延至下一工作日", rule};
        case Roll::previous_working_day:
            return {"roll", "期末遇休息日提前至上一工作日", "按提问要求；" + rule + "的一般规则是顺延"};
    }
    return {};
}

// Days that the answer looked at, and so depends on.
std::optional<DayInterval> looked_at(const DeadlineQuestion& q, const Counted& counted, const DeadlineAnswer& a) {
    if (counted.fixed && (q.roll == Roll::none || !counted.end.earliest)) return std::nullopt;
    const Day from = counted.fixed ? *counted.end.earliest : q.start;
    Day low = std::min(from, a.earliest.value_or(kFirstDay)), high = std::max(from, a.latest.value_or(kLastDay));
    if (q.direction == Direction::after && !counted.fixed) low = q.start;
    if (q.direction == Direction::before && !counted.fixed) high = q.start;
    if (!counted.fixed && !q.count_start) {
        if (q.direction == Direction::after && low < kLastDay) low += days{1};
        if (q.direction == Direction::before && high > kFirstDay) high -= days{1};
    }
    if (low > high) return std::nullopt;
    return DayInterval{low, high};
}

void add_assumptions(DeadlineAnswer& answer, const Calendar& calendar, const DeadlineQuestion& q,
                     const Counted& counted, const std::optional<DayInterval>& seen) {
    if (q.n > 0) answer.assumptions.push_back(first_day_assumption(q.count_start));
    if (counted.fixed) answer.assumptions.push_back(roll_assumption(q.roll));
    if (q.direction == Direction::before && q.n > 0) {
        answer.assumptions.push_back({"backwards", "向前倒推时比照顺推的规则", basis("只规定顺推的期间")});
    }
    if (q.n > 0 && (q.unit == DeadlineUnit::month || q.unit == DeadlineUnit::year)) {
        answer.assumptions.push_back({"corresponding_day",
                                      counted.shortened ? "没有对应日，以月末日为最后一日" : "到期月的对应日为最后一日",
                                      basis("第二百零二条")});
    }
    if (!answer.not_covered.empty()) {
        answer.assumptions.push_back({"not_announced",
                                      "法定节假日放假，其前后的日子可能调休，其余按周历；另行决定的临时放假不在其内",
                                      "《全国年节及纪念日放假办法》；有关年份的放假通知尚未载入"});
    }
    const auto seen_local = [&](const LocalDay& day) {
        return seen && *seen->earliest <= day.date && day.date <= *seen->latest;
    };
    for (const LocalDay& day : calendar.local_days()) {
        if (!seen_local(day)) continue;
        answer.assumptions.push_back({"local_days", "计入本地的放假或上班安排", day.source});
        break;
    }
}

DeadlineAnswer answer(const Calendar& calendar, const DeadlineQuestion& q, const Counted& counted) {
    DeadlineAnswer a;
    const bool rolls = counted.fixed && counted.end.earliest;
    const DayInterval bounds = rolls ? rolled(calendar, *counted.end.earliest, q.roll) : counted.end;
    a.earliest = bounds.earliest;
    a.latest = bounds.latest;
    const std::optional<DayInterval> seen = looked_at(q, counted, a);
    bool all_announced = true;
    if (seen) {
        a.not_covered = calendar.not_covered(*seen->earliest, *seen->latest);
        for (int year = year_of(*seen->earliest); year <= year_of(*seen->latest) && all_announced; ++year) {
            all_announced = calendar.covers(year);
        }
    }
    if (a.earliest && a.earliest == a.latest && all_announced) a.due = a.earliest;
    if (a.due && q.ledger) a.ledger = ledger_of(calendar, q, rolls ? *counted.end.earliest : *a.due, *a.due);
    add_assumptions(a, calendar, q, counted, seen);
    return a;
}

}  // namespace

Result<DeadlineAnswer> deadline(const Calendar& calendar, const DeadlineQuestion& question) {
    if (question.n < 0) {
        return Error{"negative_count", "/n", "天数" + std::to_string(question.n) + "不能为负，应为不小于0的整数"};
    }
    if (question.start < kFirstDay || question.start > kLastDay) {
        return Error{"date_out_of_range", "/start",
                     "起始日超出可用的日期范围（" + to_text(kFirstDay) + "至" + to_text(kLastDay) + "）"};
    }
    return answer(calendar, question, count(calendar, question));
}

Result<DeadlineAnswer> monthly_cut_off(const Calendar& calendar, const MonthlyCutOff& question) {
    if (question.day_of_month < 1 || question.day_of_month > 31) {
        return Error{"bad_day_of_month", "/day_of_month",
                     "“" + std::to_string(question.day_of_month) + "”不是一个月里的日子，应为1至31"};
    }
    if (question.month < kFirstDay || question.month > kLastDay) {
        return Error{"date_out_of_range", "/month",
                     "月份超出可用的日期范围（" + to_text(kFirstDay) + "至" + to_text(kLastDay) + "）"};
    }
    const year_month_day ymd{question.month};
    const Day last = last_of_month({ymd.year(), ymd.month()});
    const bool has_day = question.day_of_month <= static_cast<int>(unsigned(year_month_day{last}.day()));
    const Day day = has_day ? Day{ymd.year() / ymd.month() / question.day_of_month} : last;
    DeadlineQuestion q;
    q.start = day;
    q.unit = DeadlineUnit::calendar_day;
    q.roll = question.roll;
    Counted counted;
    counted.end = {day, day};
    DeadlineAnswer a = answer(calendar, q, counted);
    if (!has_day) {
        a.assumptions.push_back({"short_month", "当月没有这一日，以月末日为准", "比照" + basis("第二百零二条")});
    }
    if (question.day_open) {
        a.due.reset();
        a.ledger.clear();
        if (a.earliest) *a.earliest -= days{1};
        a.assumptions.push_back({"day_open", "当天是否在期限之内没有写明，前一日和当天都列入", "原文未规定"});
    }
    return a;
}

}  // namespace signroute
