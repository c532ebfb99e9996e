// One period of a plan counted from a day: deadline(), with what interrupts a limit laid over it. Private to the plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/deadline.h"
#include "core/schedule/plan.h"

namespace signroute {

// Which of the calendars that could be announced, and which end of what else is open, is looked at. `best`: every day
// that may move works, what may not apply does not. `worst`: the reverse. Each date of a plan grows or shrinks with the
// set of working days, and in one direction, so that these two give its exact bounds.
enum class PlanBound { best, worst };

// Beyond every day that can be named: what never comes, and what is there already.
inline constexpr Day kNever = kLastDay + days{1};
inline constexpr Day kEver = kFirstDay - days{1};
constexpr bool is_day(Day day) { return kFirstDay <= day && day <= kLastDay; }

// Days that are not counted, both included; without an end it is only known that it lasts up to `at_least`.
struct PlanPause {
    Day from;
    std::optional<Day> until;
    Day at_least;
    std::string basis;
};

// The legs one after the other, each from the end of the one before; pauses and not_before only with `after`.
struct PlanCount {
    std::vector<PlanLeg> legs;
    Direction direction = Direction::after;
    std::vector<PlanPause> pauses;     // ascending, apart from each other
    std::optional<Day> not_before;     // counted from this day, where it begins sooner
    bool waiting = false;              // sent back and not yet handed in again: it ends, but nobody knows when
    std::vector<std::string> bases;    // of what was laid over it, in the words of the request
};

struct PlanReach {
    Day day = kEver;
    bool open = false;  // a year without its notice was looked at
};

// What was counted already: a search asks for the same ends over and over. For one calendar and one bound, and as long as
// its counts stay where they are.
class PlanMemo {
  public:
    PlanReach* find(const PlanCount& count, Day from);
    void keep(const PlanCount& count, Day from, const PlanReach& reach);

  private:
    struct Slot {
        const PlanCount* count = nullptr;
        Day from;
        PlanReach reach;
    };
    Slot& slot(const PlanCount& count, Day from);
    std::vector<Slot> slots_ = std::vector<Slot>(1024);
};

// Where the count ends that begins on `from`; it never ends sooner for a later beginning.
PlanReach reach(const Calendar& calendar, const PlanCount& count, Day from, PlanBound bound, PlanMemo* memo = nullptr);

// The first day from which the count ends on `wanted` or later; kEver where every day will do, kNever where none does.
Day first_reaching(const Calendar& calendar, const PlanCount& count, Day wanted, PlanBound bound, PlanMemo* memo = nullptr);

// The years whose missing notices bear on the count from `from`, added to `years`.
void add_not_covered(const Calendar& calendar, const PlanCount& count, Day from, std::vector<int>& years);

// What deadline() took for granted on the way, each once.
void add_assumptions(const Calendar& calendar, const PlanCount& count, Day from, std::vector<Assumption>& out);

// Day by day, as deadline() has it; nullopt where the end is not certain.
std::optional<PlanLedger> ledger_of(const Calendar& calendar, const PlanCount& count, Day from);

}  // namespace signroute
