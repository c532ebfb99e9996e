// A whole route in time: when each step can, will and must be done, forwards from a start or backwards from a day to meet.
//
// What is modelled. A step is done on one day. It waits for the steps that the text puts before it (`after`), and takes
// the time of its own that the user gives it: none is invented, a step without one takes 0 days. A limit of n days is
// the time that the text allows, so there are two ways to plan:
//   earliest  nobody uses any of it: a step with a limit is done at once;
//   due       everybody uses all of it: a step with a limit is done on the limit's last day, the others as soon as they can;
//   latest    the last day on which the step can be done so that, with everybody after it using all the time allowed,
//             every day to meet is still met and every limit that runs already is kept. Where nothing that comes after has
//             a day to meet, the route's own last `due` is that day;
//   slack     the working days after `due`, up to and with `latest`; below 0: so many too late.
// A limit "n days before" an event keeps that distance from it: the event's day is the day to meet, or, where it is not
// known, follows from the step. "Not before" is a least distance. A monthly cut-off is a day of the month of its event.
// `feasible` and `start_by` go by `due`: the start from which it will be in time though everybody uses all the time
// allowed. Silence at the end of a limit is told apart and moves no date: nobody has consented then.
//
// Which day a limit runs from. An event is, in this order: what the request ties it to; its date, where given; the step
// whose limit ends with it; where its name holds the action of the limit's own step (送合法性审核), the day on which all is
// done that comes before that step; the last step before it whose action the name holds (送出征求意见 → 征求意见); else, for
// a limit that belongs to a step, the start. All but the first two are said as assumptions.
//
// Steps that are not sure to be needed, and limits not sure to apply, count at the late end of an interval and not at the
// early one; of steps that replace each other the one that is planned counts, else the first, which is said. The bounds
// of every date are exact over the calendars that could be announced (calendar.h); lateness in days is a safe range.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/schedule/schedule.h"

namespace signroute {

// So many days of one kind.
struct PlanLeg {
    std::int64_t n = 0;
    DeadlineUnit unit = DeadlineUnit::working_day;
    bool operator==(const PlanLeg&) const = default;
};

// A figure of the user's own, with the words that it rests on.
struct PlanFigure {
    std::int64_t n = 0;
    DeadlineUnit unit = DeadlineUnit::working_day;
    std::string basis;
};

// suspended: the days from `from` up to `until`, or to the day before it is resumed, are not counted. extended: `n` more.
// returned (退文): the limit begins anew on the day it is resumed. urgent: the text's limit for urgent cases, or `n`.
enum class InterruptionKind { suspended, extended, returned, resumed, urgent };

struct Interruption {
    InterruptionKind kind = InterruptionKind::suspended;
    std::string limit, step;  // id; exactly one of the two. A step stands for its own time and every limit on it.
    std::optional<Day> from, until;
    std::optional<std::int64_t> n;     // extended, urgent
    std::optional<DeadlineUnit> unit;  // else the limit's own
    std::string basis;    // a clause or the user's own word
    std::string pointer;  // where it stands in the request
};

// The day to meet, backwards: of an event, of a step, or a monthly cut-off in the month of `date`.
struct PlanTarget {
    enum class Kind { event, step, limit };
    Kind kind = Kind::event;
    std::string id;
    Day date;
    std::string pointer;
};

struct PlanQuestion {
    std::optional<Day> start;          // else today, else the latest start that is in time
    std::optional<PlanTarget> target;
    std::map<std::string, PlanFigure> step_figures;   // by step id of the route
    std::map<std::string, PlanFigure> limit_figures;  // for limits of which the text has no figure, by id
    std::map<std::string, std::string> ties;          // event → step id of the route; "" = the start
    std::vector<Interruption> interruptions;
    std::map<std::string, Day> step_dates;            // of planned steps, by step id
    std::set<std::string> taken;                      // steps of the route that the plan takes
    bool ledger = true;
    std::optional<DeadlineUnit> open_unit;            // how a limit counts whose unit is open; unset: working days
};

// Both bounds; a missing one is not known, or lies beyond all days. `certain`: one day, and every notice it needs is installed.
struct PlanDate {
    std::optional<Day> earliest, latest;
    bool certain = false;
    bool operator==(const PlanDate&) const = default;
};

struct PlanRange {
    std::int64_t least = 0, most = 0;
    bool operator==(const PlanRange&) const = default;
};

// How one date was reached, day by day, from the day that it was counted from.
struct PlanLedgerDay {
    LedgerEntry day;
    std::string suspended;  // why it is not counted, where a suspension is the reason
};
struct PlanLedger {
    std::string of, id;  // step, event or limit, and which
    std::string date;    // earliest, due, latest; start_by: on the way from the latest start
    std::string from;    // step or event that it was counted from; "start"
    Day start, end;
    std::vector<PlanLeg> legs;
    Direction direction = Direction::after;
    std::vector<std::string> bases;
    std::vector<PlanLedgerDay> days;  // ascending
};

struct PlanStep {
    const RouteStep* step = nullptr;
    PlanDate earliest, due, latest;
    std::optional<PlanRange> slack;
    bool critical = false;
    Truth counted = Truth::yes;      // unknown: not sure to be needed
    bool done = false;               // known to be done; `due` is the day, if that is known
    std::vector<std::string> limits; // ids of those that govern it
    std::vector<Assumption> assumptions;
};

struct PlanEvent {
    std::string id;
    std::string step;   // that brings it about; "start"; "" = a day of its own
    bool given = false;
    PlanDate earliest, due;
};

enum class PlanLimitState { runs, no_start, no_figure, gives_way };

struct PlanLimit {
    ScheduledLimit scheduled;
    PlanLimitState state = PlanLimitState::runs;
    std::string step;                // of the route, that must be done by then; "" = none
    std::vector<PlanLeg> legs;       // as counted, what was laid over it included
    std::vector<std::string> bases;  // of figures and interruptions that are not the text's
    PlanDate start, due;
    Truth kept = Truth::unknown;
    std::vector<int> not_covered;
    std::vector<Assumption> assumptions;
};

// What silence would mean, from when, and whether all that follows would still be in time. It is nobody's consent.
struct PlanSilence {
    const RunsOut* rule = nullptr;
    std::string limit, step;
    PlanDate from;
    Truth arises = Truth::unknown;
    std::optional<Truth> in_time;    // nothing: there is no day to meet
};

struct Plan {
    Outcome outcome = Outcome::regulated;
    std::optional<Day> start;        // that the forward dates run from
    bool start_given = false;
    std::vector<PlanStep> steps;     // in the order of the route
    std::vector<PlanEvent> events;
    std::vector<PlanLimit> limits;
    std::vector<std::string> critical_path;
    Truth feasible = Truth::unknown;
    std::string message;             // Chinese
    bool fixed_only = false;         // the only days to meet are those filled in, and no time is known that leads up to them
    PlanDate start_by;               // the latest start that is in time, and no later one is; earliest and latest over the calendars
    std::optional<PlanRange> late_by;// in working days, where it is too late
    Truth prompt_feasible = Truth::unknown;  // the same where nobody uses any of the time allowed
    PlanDate prompt_start_by;
    std::vector<int> not_covered;
    std::vector<PlanSilence> silences;
    std::vector<Assumption> assumptions;
    std::vector<std::string> unused;         // pointers and ids of what the request says of steps and limits that this route has not
    std::vector<PlanLedger> ledger;
    int readings = 0;                // more than one: this is what so many readings share
};

// `schedule` is that of the route. The pack, the route and the situation must outlive the answer. Errors: not_regulated
// (urgent without a figure in the text or the request), not_for_before, nothing_to_resume, bad_range, overlapping,
// not_monthly, not_in_route, bad_target.
Result<Plan> plan_from_route(const Rules& rules, const Calendar& calendar, const Route& route, const Schedule& schedule,
                             const Case& situation, const PlanQuestion& question);

// What all of several plans share: one for each reading of the text.
Plan shared_plan(const std::vector<Plan>& plans);

}  // namespace signroute
