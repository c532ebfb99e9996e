// What a case says of its plan in time, in the words of the verb `plan`, but unfinished as people leave it: only what is
// complete is asked.
#pragma once

#include "core/schedule/plan.h"

namespace signroute {

struct PlanForm {
    std::optional<Day> start;                      // forwards from it; with a target: whether that is in time
    PlanTarget::Kind kind = PlanTarget::Kind::event;
    std::string target;                            // id of the event, step or monthly limit to meet; "" = none
    std::optional<Day> date;                       // of the target; of a limit any day of its month
    std::map<std::string, PlanFigure> durations;   // by id of a step or limit; n below 0: not said yet
    std::map<std::string, std::string> ties;       // when an event is: by its id, that of a step, or "start"
    std::vector<Interruption> interruptions;
    bool asks() const { return start || (!target.empty() && date); }
    bool empty() const { return !asks() && target.empty() && durations.empty() && ties.empty() && interruptions.empty(); }
};

// What it lacks to be counted; "" = nothing.
std::string lacking(const Interruption& interruption);
std::string lacking(const PlanFigure& figure);

// As a case keeps it (CaseFile::schedule): JSON with the keys from, to, durations, ties, interruptions; "" = nothing is said.
std::string plan_form_to_text(const PlanForm& form);
// Errors: those of JSON, unknown_key, bad_value, bad_date; their pointers begin with /schedule.
Result<PlanForm> plan_form_from_text(std::string_view text);

}  // namespace signroute
