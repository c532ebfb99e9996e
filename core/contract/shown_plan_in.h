// The answer of the verb `plan`, read back for whoever shows it.
#pragma once

#include "core/schedule/plan.h"

namespace signroute {

struct ShownStep {
    std::string id, title;
    std::vector<Clause> clauses;
    PlanDate earliest, due, latest;
    std::optional<PlanRange> slack;
    bool critical = false, unsure = false, done = false;
};

struct ShownLimit {
    std::string id, say;
    std::vector<Clause> clauses;
    std::string state, step;
    PlanDate start, due;
    std::string basis;  // of what was laid over it
};

struct ShownSilence {
    std::string say;
    std::vector<Clause> clauses;
    PlanDate from;
    std::string in_time;  // yes, no, undecided; "" = there is no day to meet
};

struct ShownLedger {
    struct Entry {
        Day date;
        bool counted = false;
        std::string reason, basis;  // working, weekend, holiday, makeup, first_day, rolled, suspended
    };
    std::string of, id, date;
    std::vector<Entry> days;
};

struct ShownPlan {
    std::string outcome, feasible, message;
    PlanDate start_by;
    bool fixed_only = false;
    std::vector<ShownStep> steps;
    std::vector<ShownLimit> limits;
    std::vector<ShownSilence> silences;
    std::vector<ShownLedger> ledger;
    std::vector<int> not_covered;    // years whose notices are missing and would tell more
    std::vector<std::string> notes;  // what was taken for granted
    std::vector<std::string> open;   // facts that are asked
    // What each says, and what comes of it; the rest is of the one to plan by, which the room 签批链 shows too.
    std::vector<std::pair<std::string, std::string>> readings;
};
// Errors: that of the answer where it is one.
Result<ShownPlan> shown_plan_in(std::string_view answer);

}  // namespace signroute
