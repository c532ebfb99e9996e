// What is wrong, open or worth knowing about a planned route, each with its clause and what would mend it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/route/route.h"
#include "core/schedule/schedule.h"

namespace signroute {

enum class Severity { error, warning, ask, note };

enum class FindingCode {
    missing_step, superfluous_step, out_of_order, wrong_role, wrong_action, unknown_role, not_authorised, prerequisite_unmet,
    forbidden, wrong_body, over_limit, too_late, too_early, impossible_date, needs_judgement, unknown_fact, not_regulated, two_readings
};
inline constexpr int kFindingCodes = 18;

std::string_view name(Severity severity);
std::string_view name(FindingCode code);

// The parts of a step or rule that differ: role, action, to, form, after, n, unit, due, late_by, body.
using Parts = std::vector<std::pair<std::string, std::variant<std::string, std::int64_t>>>;

// One change of the plan. `at` is the index it applies to; for insert and move the place before which the step then stands.
struct Edit {
    enum class Op { insert, replace, move, remove, redate, enclose, perform };
    Op op = Op::insert;
    std::size_t at = 0;
    std::size_t from = 0;    // move
    PlannedStep step;        // insert, replace; of a move, where the step is changed as well
    std::string route_step;  // insert, replace, move: id of the route's step that it takes
    std::string thing;       // enclose, perform
    std::string date;        // redate; "" = the day is taken out, and has to be given again
    std::vector<Clause> clauses;  // of a mend's edit: what demands it; a finding's edits rest on those of the finding
};

inline constexpr int kNoStep = -1;

struct Finding {
    Severity severity = Severity::error;
    FindingCode code = FindingCode::missing_step;
    std::string message;                // one Chinese sentence: what is wrong
    std::string advice;                 // one more: what to do; "" where nothing is to be done
    std::vector<Clause> clauses;
    Strength strength = Strength::must;
    std::string element;                // id of the rule
    std::optional<Severity> safe;       // by the reading to plan by, where it is worse
    bool general = false;               // not of the city's text, but of a rule for all of the country
    std::string step;                   // id of the required step, if one is concerned
    int planned = kNoStep;              // index of the planned step, if one is concerned
    std::vector<std::string> facts;     // that decided
    std::string asks_fact, asks_thing;  // what has to be stated, if that is all there is to do
    Parts want, got;
    std::vector<Edit> mend;
    std::string instead_matter;         // another lawful way
    Facts instead_facts;
};

enum class CheckResult { held, broken, not_applicable, unknown };
std::string_view name(CheckResult result);

struct Checked {
    std::string element;
    std::span<const Clause> clauses;  // of the pack
    CheckResult result = CheckResult::held;
};

struct Findings {
    std::vector<Finding> list;
    std::vector<Checked> checked;
};

Severity severity_of(Strength strength);

// Adds the clauses that are not among them yet.
void merge_clauses(std::vector<Clause>& to, std::span<const Clause> more);
std::vector<Clause> clause_list(std::span<const Clause> clauses);

// Titles of the catalogue; the id itself where it has none.
std::string role_title(const Catalogue& catalogue, const std::string& id);
std::string action_title(const Catalogue& catalogue, const std::string& id);
std::string thing_title(const Catalogue& catalogue, const std::string& thing);
std::string limit_title(const Catalogue& catalogue, const TimeLimit& limit);
std::string event_title(const Catalogue& catalogue, const std::string& event);
std::string step_title(const Catalogue& catalogue, const std::string& role, const std::string& action);  // 秘书长审核
// Of a planned step in the words that somebody wrote, or the titles of what he chose.
std::string actor_words(const Catalogue& catalogue, const PlannedStep& step);
std::string action_words(const Catalogue& catalogue, const PlannedStep& step);
std::string act_with_addressee(const Catalogue& catalogue, const PlannedStep& step);  // 报送市政府, 征求市财政局意见
std::string step_title(const Catalogue& catalogue, const PlannedStep& step);
// … of a rule, in the word of its clause where the pack gives it (审批).
std::string action_title(const Catalogue& catalogue, const StepRule& rule);
std::string step_title(const Catalogue& catalogue, const std::string& role, const StepRule& rule);

// How the plan was laid on the route: for each route step the planned step that takes it.
struct Alignment {
    std::vector<int> planned_of;  // by index of Route::steps; kNoStep = not planned
    std::vector<int> step_of;     // by index of Case::planned; kNoStep = fits no step
    std::vector<bool> exact;      // by index of Route::steps: actor and action are as required
    std::map<std::string, Day> dates;  // of planned steps with a good date, by route step id
    std::map<std::string, Day> events;  // brought about by other planned steps (市财政局回复): the last day, by event id
};
Alignment align(const Rules& rules, const Route& route, const Case& situation);

// Whether `align` may lay the planned step on this one as it is: the same act by one who may do it, or does it for him.
// `lead`: the bureau whose document it is, "" where that is not known.
bool may_take(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned, std::string_view lead = {});

// The bureau that drafts, else the one that submits, by its own name: it is the 主办部门. "" where none is planned.
std::string_view lead_of(const Catalogue& catalogue, const std::vector<PlannedStep>& planned);

// The planned step with the actor and the action of the route's; what it says of another actor goes.
PlannedStep reassigned(const Catalogue& catalogue, const RouteStep& step, PlannedStep planned);
// … sent to somebody; what was written named another.
PlannedStep readdressed(const Catalogue& catalogue, PlannedStep planned, const std::string& to);

// The stages of the check; each only adds.
void findings_from_plan(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment, Findings& out);
void findings_from_dates(const Rules& rules, const Case& situation, Findings& out);  // days of the plan that do not exist
void findings_from_rules(const Rules& rules, const Route& route, const Case& situation, const Choice& choice,
                         const Alignment& alignment, Findings& out);
void findings_from_schedule(const Rules& rules, const Schedule& schedule, Findings& out);
void findings_from_general(const Rules& rules, const Case& situation, const Choice& choice, Findings& out);
void findings_from_bodies(const Rules& rules, const Case& situation, Findings& out);

// The plan after one change. What an edit of another kind (enclose, perform) asks for is not part of the plan.
std::vector<PlannedStep> applied(const Edit& edit, std::vector<PlannedStep> planned);

}  // namespace signroute
