// Time limits: from a start, n days counted forwards or backwards, then rolled off a day off if asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calendar/calendar.h"

namespace signroute {

enum class DeadlineUnit { working_day, calendar_day, month, year };
enum class Direction { after, before };
enum class Roll { none, next_working_day, previous_working_day };
enum class LedgerReason { working, weekend, holiday, makeup, first_day, rolled };

// The names of the machine contract, and back.
std::string_view name(DeadlineUnit unit);
std::string_view name(Direction direction);
std::string_view name(Roll roll);
std::string_view name(LedgerReason reason);
std::optional<DeadlineUnit> deadline_unit_from_text(std::string_view text);
std::optional<Direction> direction_from_text(std::string_view text);
std::optional<Roll> roll_from_text(std::string_view text);

// count_start false: the n-th counted day strictly after (before) the start. count_start true: the start is day 1 if
// the unit counts it. n = 0: the start itself. Months and years end on the corresponding day, or the last of the month
// (民法典第二百零二条); with count_start one day sooner. Rolling comes last.
struct DeadlineQuestion {
    Day start;
    std::int64_t n = 0;
    DeadlineUnit unit = DeadlineUnit::working_day;
    Direction direction = Direction::after;
    bool count_start = false;
    Roll roll = Roll::none;
    bool ledger = true;  // false leaves the ledger out, and the answer takes constant time
};

// One day between start and due, both included.
struct LedgerEntry {
    Day date;
    bool counted = false;
    // first_day: the start, left out by the rule of the first day. rolled: the due day, where rolling moved it.
    // Otherwise what the day is, so also why it was not counted.
    LedgerReason reason = LedgerReason::working;
    std::string notice;   // number of the notice, or the source of a local day, that names it; else empty
    std::string holiday;  // the holiday it belongs to; else empty
    bool certain = true;  // false: the arrangement of this day is still to be announced
    bool operator==(const LedgerEntry&) const = default;
};

// What the answer took for granted. ids: first_day, roll, backwards, corresponding_day, short_month, not_announced,
// local_days, day_open.
struct Assumption {
    std::string id;
    std::string chosen;  // Chinese
    std::string basis;   // Chinese, with the article
    bool operator==(const Assumption&) const = default;
};

// `due` is given only where every arrangement that could be announced agrees on it and no day that was looked at lies
// in a year without its notice. `earliest` and `latest` are the exact bounds over those arrangements (see calendar.h),
// also where `due` is given; a bound outside kFirstDay … kLastDay is missing.
struct DeadlineAnswer {
    std::optional<Day> due;
    std::optional<Day> earliest, latest;
    std::vector<int> not_covered;     // years, ascending
    std::vector<LedgerEntry> ledger;  // ascending, also backwards; empty without `due`
    std::vector<Assumption> assumptions;
    bool operator==(const DeadlineAnswer&) const = default;
};

// Errors: negative_count at /n, date_out_of_range at /start.
Result<DeadlineAnswer> deadline(const Calendar& calendar, const DeadlineQuestion& question);

// The day of each month by which something must be done: `day_of_month` 1 … 31 in the month of `month`; in a shorter
// month its last day (assumption short_month). Error: bad_day_of_month at /day_of_month, date_out_of_range at /month.
struct MonthlyCutOff {
    Day month;  // any day of it
    int day_of_month = 1;
    Roll roll = Roll::none;
    bool day_open = false;  // whether the day itself is in time is not said: it is the latest, the day before the earliest
};
Result<DeadlineAnswer> monthly_cut_off(const Calendar& calendar, const MonthlyCutOff& question);

}  // namespace signroute
