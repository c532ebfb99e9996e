// The route that the rules require for a situation: a partial order of steps with what goes with it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/case.h"
#include "core/pack/general.h"
#include "core/pack/pack.h"

namespace signroute {

enum class Outcome { regulated, not_regulated, readings, depends, not_in_hand };

// The clauses, the answered facts that decided, and the facts and things done that are still open.
struct Because {
    std::span<const Clause> clauses;  // the rule's own
    std::vector<std::string> facts;
    std::vector<std::string> open, things;
};

// An element of the pack in this situation.
template <class Rule>
struct Applied {
    const Rule* rule = nullptr;
    std::string matter;
    Truth applies = Truth::yes;
    Because because;
};

struct RouteStep {
    const StepRule* rule = nullptr;
    std::string id;      // the rule's, with its matter before it where two matters share an id
    std::string matter;
    std::string role;    // after 主持会议的市政府领导 and the like were resolved by a fact; "" = not named
    StepStatus status = StepStatus::required;
    std::string group;   // of steps that replace each other, told apart by matter; "" = none
    Because because;
    std::vector<std::string> after;  // ids, with steps that are not required passed over
    std::vector<std::string> by_way_of;  // roles that by the text send on what this step sends: 报送市政府，由市政府办公室报市政府领导
    int rank = 0;                    // 0-based stage: one more than the latest step before it
};

// A fact that is not answered, or a thing of which it is not said whether it was done, that would change the answer.
struct OpenQuestion {
    std::string fact;   // or
    std::string thing;  // exactly one of the two
    bool judgement = false;
    bool decides_route = false;  // otherwise only a check, or a remark, waits for it
    bool only_remarks = true;    // nothing but notes and silences that nobody has to settle
    std::vector<std::string> affects;  // ids of elements
    std::vector<Clause> clauses;       // of those elements
};

// Which reading is taken of each open question of a matter: matter → question → reading.
using Choice = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;

struct FinalStep {
    std::string step;
    std::string when;  // normal, if_needed, delegated
    std::string role;
};

struct Route {
    Outcome outcome = Outcome::regulated;
    std::vector<const Matter*> matters;   // those that the pack has
    std::vector<std::string> lacking;     // those that it has not
    std::vector<const Matter*> unfit;     // those whose rules do not fit these facts, or that the text leaves open
    std::vector<RouteStep> steps;         // in an order that respects `after`
    std::vector<Applied<Prerequisite>> prerequisites;
    std::vector<Applied<Prohibition>> prohibitions;
    std::vector<Applied<Cap>> caps;
    std::vector<Applied<TimeLimit>> limits;
    std::vector<Applied<Silent>> silent;
    std::vector<Applied<Note>> notes;
    std::vector<Applied<OpenReading>> readings;
    std::vector<OpenQuestion> open_questions;  // what settles most comes first
    std::vector<std::vector<FinalStep>> decided_by;  // stages, each a list of alternatives
    std::vector<FinalStep> final_steps;              // of those, where the matter may end: the last sure stage and all after it
};

// The route's step for a rule of a matter, by the rule's own id; null if there is none.
const RouteStep* find_step(const Route& route, std::string_view matter, std::string_view rule_id);

// The step as somebody would plan it: actor, action, addressee and form as the route has them.
PlannedStep as_planned(const RouteStep& step);
// The route as the rules have it, without what is optional or open.
std::vector<PlannedStep> required_plan(const Route& route);

// Whether what the step sends comes where it should when it is sent to `role`: the addressee, or whoever sends it on.
bool reaches(const Catalogue& catalogue, const RouteStep& step, std::string_view role);

// The day of an event: as stated, else that of the planned steps that bring it about, where all that are dated agree.
std::optional<Day> event_day(const Catalogue& catalogue, const Case& situation, std::string_view event);

// Whether somebody decides or signs by a step that is asked for, or may yet be.
bool may_be_decided(const Route& route);
// What the text leaves unsaid and somebody has to settle first; where nobody decides, also who does what and how, if that is left open.
std::vector<const Applied<Silent>*> to_settle(const Route& route, bool decided);

// Shared by every stage: the rules and the situation. The pack and the case outlive what is made from them.
struct Rules {
    Rules(const Catalogue* shared = nullptr, const Pack* of = nullptr, const GeneralRules* beside = nullptr)
        : catalogue(of && of->words ? of->words.get() : shared), pack(of), general(beside) {}

    const Catalogue* catalogue;   // with the pack's own words for actions and things, where it has any
    const Pack* pack;
    const GeneralRules* general;  // that apply where the pack says nothing; none: nothing does
    std::string_view matter;      // or limit, in whose words facts are asked; "" = in those of the pack
};

// The rules asking in the words of the situation's first matter.
Rules in_words_of(const Rules& rules, const Case& situation);

// How a fact is asked: 是否属于规范性文件？ Of a fact that the pack does not ask, its name.
std::string fact_question(const Rules& rules, const std::string& fact);

Route route_from_facts(const Rules& rules, const Case& situation, const Choice& choice);

// The truth of `condition` in this situation, under the readings chosen for `matter`.
Judged judge_in(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter);

// The same part by part only, without reasons: quicker, and unknown where only all completions together would tell.
Truth truth_in(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter);

// True if `role` is `wanted` or always one of them (分管副市长 is a 副市长).
bool is_role(const Catalogue& catalogue, std::string_view role, std::string_view wanted);

// Whether the planned step says all that the pattern asks for; unknown where only an actor or action that is not
// given, that the catalogue does not know, or that is named more widely than the pattern, stands in the way.
Truth matches(const Catalogue& catalogue, const PlannedStep& step, const StepPattern& pattern);

}  // namespace signroute
