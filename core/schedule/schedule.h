// The time limits of a route with their dates.
#pragma once

#include <functional>

#include "core/calendar/deadline.h"
#include "core/route/route.h"

namespace signroute {

// What happens when a limit ends without an answer: when, and whether it has come to that.
struct RanOut {
    std::optional<Day> from;  // the first day on which the effect stands
    Truth arises = Truth::unknown;
};

enum class LimitState {
    no_start,    // the date of the event it runs from is not given
    no_figure,   // the text has a word (及时) and no number
    gives_way,   // another limit or agreement stands in its place
    open,        // runs, nothing is known to have been done
    kept,
    missed,
    undecided    // depends on holidays that are not announced
};

struct ScheduledLimit {
    Applied<TimeLimit> limit;
    LimitState state = LimitState::no_start;
    std::optional<Day> start, done;
    std::optional<DeadlineAnswer> answer;
    std::string step;                         // id of the route's step that it belongs to; "" = none
    bool may_give_way = false;                // it is open whether something stands in its place
    bool expired = false;                     // today lies after every day that it may end on
    std::int64_t late_by = 0;                 // in late_unit, if missed (or, while open, as of today)
    const GivesWay* gives_way = nullptr;
    std::optional<RanOut> ran_out;
    std::vector<Assumption> assumptions;      // of this limit; the calendar's are in `answer`
};

struct Schedule {
    std::vector<ScheduledLimit> limits;
};

// What a delay is counted in: working days, of a limit in working days; else days.
DeadlineUnit late_unit(const TimeLimit& limit);

// How one limit is asked about: the situation's own dates, or those of a `deadline` request.
struct LimitQuestion {
    std::optional<Day> start;
    std::optional<Day> done;
    Truth was_done = Truth::unknown;  // answered at all; `done` gives the day
    std::optional<Day> agreed;        // a date the sides agreed on
    bool agreed_elsewhere = false;    // they agreed on something else, and it is not said on what
    std::optional<Day> today;
    std::optional<Day> month;         // for a monthly cut-off
    bool ledger = true;
};
// The count of a limit that has a figure, in the unit that the text names first.
DeadlineQuestion question_of(const TimeLimit& limit, Day start, bool ledger);

ScheduledLimit schedule_limit(const Calendar& calendar, const Applied<TimeLimit>& limit, const LimitQuestion& question,
                              const std::function<Truth(const Condition&)>& holds);

// `step_dates`: the days on which steps of the route are planned, by step id; a limit that belongs to a step ends there.
// `event_dates`: the last days of events that other planned steps bring about, by event id: 市财政局回复.
Schedule schedule_from_route(const Rules& rules, const Calendar& calendar, const Route& route, const Case& situation,
                             const Choice& choice, const std::map<std::string, Day>& step_dates, const std::map<std::string, Day>& event_dates);

}  // namespace signroute
