// Routes from facts, in the fictional city of harbour.h.
#include <set>

#include "core/route/stages.h"
#include "tests/core/harbour_findings.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Route route(const std::string& matter, Facts facts) { return route_from_facts(harbour(), harbour_case(matter, std::move(facts)), {}); }

const RouteStep& step(const Route& route, const std::string& id) {
    for (const RouteStep& s : route.steps) {
        if (s.id == id) return s;
    }
    FAIL("no step " << id);
    return route.steps.front();
}

std::vector<std::string> ids(const Route& route) {
    std::vector<std::string> out;
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::not_required) out.push_back(s.id);
    }
    return out;
}

// "step when role, …" of each stage, stages apart by " | ".
std::string told(const std::vector<std::vector<FinalStep>>& stages) {
    std::string out;
    for (const auto& stage : stages) {
        out += out.empty() ? "" : " | ";
        for (std::size_t i = 0; i < stage.size(); ++i) out += (i ? ", " : "") + stage[i].step + " " + stage[i].when + " " + stage[i].role;
    }
    return out;
}

std::string told(const std::vector<FinalStep>& stage) { return told(std::vector<std::vector<FinalStep>>{stage}); }

}  // namespace

TEST_CASE("the facts decide which steps are required, and each says which") {
    const Route r = route("edict", kPlain);
    CHECK(r.outcome == Outcome::regulated);
    CHECK(ids(r) == std::vector<std::string>{"draft", "review", "deputy_signs", "copies", "stamps"});
    CHECK(step(r, "review").status == StepStatus::required);
    CHECK(step(r, "review").because.facts == std::vector<std::string>{"wide"});
    CHECK(clause_list(step(r, "review").because.clauses) == std::vector<Clause>{{"rules", 3}});
    CHECK(step(r, "mayor_signs").status == StepStatus::not_required);
    CHECK(step(r, "mayor_signs").because.facts == std::vector<std::string>{"important"});
    CHECK(step(r, "copies").status == StepStatus::if_needed);
    CHECK(step(r, "stamps").status == StepStatus::permitted);
    CHECK(r.open_questions.empty());
}

TEST_CASE("a step whose fact is open is unknown, and the fact is asked because the route depends on it") {
    const Route r = route("edict", without(kPlain, "important"));
    CHECK(r.outcome == Outcome::depends);
    for (const char* id : {"consult", "mayor_signs", "deputy_signs"}) {
        CHECK(step(r, id).status == StepStatus::unknown);
        CHECK(step(r, id).because.open == std::vector<std::string>{"important"});
    }
    REQUIRE(r.open_questions.size() == 1);
    CHECK(r.open_questions[0].fact == "important");
    CHECK(r.open_questions[0].decides_route);
    CHECK(!r.open_questions[0].judgement);
    CHECK(r.open_questions[0].affects == std::vector<std::string>{"consult", "mayor_signs", "deputy_signs"});
}

TEST_CASE("a step that hangs on a vague word of the text is a matter of judgement until a person has judged") {
    const Route r = route("edict", without(kPlain, "wide"));
    CHECK(r.outcome == Outcome::depends);
    CHECK(step(r, "wide_review").status == StepStatus::judgement);
    CHECK(step(r, "review").status == StepStatus::judgement);
    REQUIRE(r.open_questions.size() == 1);
    CHECK(r.open_questions[0].judgement);
}

TEST_CASE("what only a check waits for leaves the route regulated") {
    const Route r = route("edict", without(kPlain, "pages"));
    CHECK(r.outcome == Outcome::regulated);
    REQUIRE(r.open_questions.size() == 1);
    CHECK(r.open_questions[0].fact == "pages");
    CHECK(!r.open_questions[0].decides_route);
    CHECK(!r.open_questions[0].only_remarks);
}

TEST_CASE("with nothing answered the questions that decide the route come first") {
    const Route r = route("edict", {});
    REQUIRE(r.open_questions.size() == 5);
    bool decides = true;
    for (const OpenQuestion& q : r.open_questions) {
        CHECK((decides || !q.decides_route));
        decides = q.decides_route;
    }
    CHECK(r.open_questions.back().fact == "pages");
}

TEST_CASE("what waited for a step that is not required waits for what that one waited for") {
    const Route plain = route("edict", kPlain);
    CHECK(step(plain, "review").after == std::vector<std::string>{"draft"});
    CHECK(step(plain, "deputy_signs").after == std::vector<std::string>{"review"});
    CHECK(step(plain, "copies").after == std::vector<std::string>{"deputy_signs"});
    CHECK(step(plain, "review").rank == 1);
    CHECK(step(plain, "deputy_signs").rank == 2);
    const Route important = route("edict", with(kPlain, "important", true));
    CHECK(step(important, "review").after == std::vector<std::string>{"consult", "draft"});
    CHECK(step(important, "review").rank == 2);
    CHECK(step(important, "mayor_signs").rank == 3);
    CHECK(ids(important) == std::vector<std::string>{"draft", "consult", "review", "mayor_signs", "copies", "stamps"});
}

TEST_CASE("whatever is answered, no step comes before one that it waits for") {
    const std::vector<FactValue> no_or_yes = {false, true};
    for (const FactValue& important : no_or_yes) {
        for (const FactValue& wide : no_or_yes) {
            for (int known = 0; known < 4; ++known) {
                Facts facts;
                if (known & 1) facts["important"] = important;
                if (known & 2) facts["wide"] = wide;
                const Route r = route("edict", facts);
                std::set<std::string> seen;
                for (const RouteStep& s : r.steps) {
                    for (const std::string& a : s.after) CHECK_MESSAGE(seen.count(a), s.id << " after " << a);
                    seen.insert(s.id);
                }
            }
        }
    }
}

TEST_CASE("who decides is told with those he may authorise, and where it ends") {
    const Route important = route("edict", with(kPlain, "important", true));
    CHECK(told(important.decided_by) == "mayor_signs normal mayor, mayor_signs delegated first_deputy");
    CHECK(told(important.final_steps) == "mayor_signs normal mayor, mayor_signs delegated first_deputy");
    CHECK(told(route("edict", kPlain).decided_by) == "deputy_signs normal deputy");
    CHECK(told(route("edict", without(kPlain, "important")).decided_by) ==
          "mayor_signs if_needed mayor, mayor_signs delegated first_deputy | deputy_signs if_needed deputy");
}

TEST_CASE("where a second decision may follow, the matter may end with either") {
    const Facts merchant = {{"ship", std::string("merchant")}};
    const Route small = route("pass", with(merchant, "cargo", std::int64_t{50}));
    CHECK(told(small.final_steps) == "master_approves normal harbour_master");
    const Route large = route("pass", with(merchant, "cargo", std::int64_t{51}));
    CHECK(told(large.decided_by) == "master_approves normal harbour_master | mayor_approves normal mayor");
    CHECK(told(large.final_steps) == "mayor_approves normal mayor");
    const Route open = route("pass", merchant);
    CHECK(open.outcome == Outcome::depends);
    CHECK(told(open.final_steps) == "master_approves normal harbour_master, mayor_approves if_needed mayor");
}

TEST_CASE("steps of a group replace each other, and those of one path go together") {
    const Route r = route("letter", {});
    CHECK(r.outcome == Outcome::regulated);
    for (const char* id : {"mayor_signs", "reviews", "deputy_signs"}) CHECK(step(r, id).group == "letter.signer");
    CHECK(told(r.decided_by) == "mayor_signs normal mayor, deputy_signs normal deputy");  // one stage, two ways
    CHECK(alternatives_of(r, step(r, "mayor_signs")) == std::vector<std::string>{"reviews", "deputy_signs"});
    CHECK(alternatives_of(r, step(r, "reviews")) == std::vector<std::string>{"mayor_signs"});
    const Stages stages = stages_of(harbour(), harbour_case("letter", {}), r);
    REQUIRE(stages.stages.size() == 3);
    CHECK(stages.stages[0].beside == Beside::one);
    CHECK(stages.stages[1].beside == Beside::alternatives);
    CHECK(stages.order == std::vector<std::pair<std::string, std::string>>{{"draft", "mayor_signs"}, {"draft", "reviews"}, {"reviews", "deputy_signs"}});
}

TEST_CASE("steps of one stage are apart by an open fact, or stand there without an order") {
    const Case open = harbour_case("edict", without(kPlain, "important"));
    const Route r = route_from_facts(harbour(), open, {});
    const Stages stages = stages_of(harbour(), open, r);
    REQUIRE(stages.stages.size() == 5);
    CHECK(stages.stages[3].steps.size() == 2);
    CHECK(stages.stages[3].beside == Beside::one_by_facts);
    CHECK(stages.stages[4].steps.size() == 2);
    CHECK(stages.stages[4].beside == Beside::order_open);  // 抄送 and 盖印
    CHECK(stages.not_required.size() == 1);                // 港务官审核
    CHECK(answers_that_call(harbour(), open, step(r, "deputy_signs")) == std::vector<FactValue>{false});
}

TEST_CASE("a role that stands for whoever a fact names becomes that one, and is asked for until then") {
    const Route open = route("ruling", {});
    CHECK(step(open, "host_signs").role == "host");
    CHECK(open.outcome == Outcome::depends);
    REQUIRE(!open.open_questions.empty());
    CHECK(open.open_questions[0].fact == "chair");
    const Route named = route("ruling", {{"chair", std::string("secretary")}});
    CHECK(step(named, "host_signs").role == "secretary");
    CHECK(step(named, "host_signs").because.facts == std::vector<std::string>{"chair"});
}

TEST_CASE("each reading has its own route, and no reading is taken unasked") {
    const Case c = harbour_case("ruling", {{"chair", std::string("mayor")}});
    const Route mayor = route_from_facts(harbour(), c, {{"ruling", {{"master", "mayor"}}}});
    const Route deputy = route_from_facts(harbour(), c, {{"ruling", {{"master", "deputy"}}}});
    CHECK(ids(mayor) == std::vector<std::string>{"mayor_signs", "host_signs"});
    CHECK(ids(deputy) == std::vector<std::string>{"deputy_signs", "host_signs"});
    const Route none = route_from_facts(harbour(), c, {});
    CHECK(step(none, "mayor_signs").status == StepStatus::unknown);
    CHECK(step(none, "deputy_signs").status == StepStatus::unknown);
}

TEST_CASE("a matter whose rules do not fit, that the text leaves out, or that the pack lacks is not regulated") {
    const Route fishing = route("pass", {{"ship", std::string("fishing")}});
    CHECK(fishing.outcome == Outcome::not_regulated);
    CHECK(fishing.steps.empty());
    REQUIRE(fishing.unfit.size() == 1);
    CHECK(fishing.unfit[0]->id == "pass");
    const Route petition = route("petition", {});
    CHECK(petition.outcome == Outcome::not_regulated);
    REQUIRE(petition.silent.size() == 1);
    CHECK(petition.silent[0].applies == Truth::yes);
    const Route oath = route("oath", {});
    CHECK(oath.outcome == Outcome::not_regulated);
    CHECK(oath.lacking == std::vector<std::string>{"oath"});
}

TEST_CASE("while it is open whether a matter applies, none of its steps is surely required") {
    const Route r = route("pass", {});
    CHECK(r.outcome == Outcome::depends);
    CHECK(step(r, "master_approves").status == StepStatus::unknown);
    CHECK(told(r.final_steps) == "master_approves if_needed harbour_master, mayor_approves if_needed mayor");
}

TEST_CASE("several matters at once keep their steps apart, also where they share names") {
    Case c = harbour_case("edict", kPlain);
    c.matters = {"edict", "letter", "oath"};
    const Route r = route_from_facts(harbour(), c, {});
    CHECK(r.outcome == Outcome::regulated);
    CHECK(step(r, "draft").matter == "edict");
    CHECK(step(r, "letter.draft").matter == "letter");
    CHECK(step(r, "letter.mayor_signs").after == std::vector<std::string>{"letter.draft"});
    CHECK(step(r, "reviews").after == std::vector<std::string>{"letter.draft"});
    CHECK(find_step(r, "letter", "draft")->id == "letter.draft");
    CHECK(find_step(r, "oath", "draft") == nullptr);
    CHECK(r.lacking == std::vector<std::string>{"oath"});
}

TEST_CASE("what goes with the route is applied by the same facts") {
    const Route r = route("edict", with(kPlain, "kind", std::string("order")));
    const auto applies = [](const auto& list, const std::string& id) {
        for (const auto& a : list) {
            if (a.rule->id == id) return a.applies;
        }
        FAIL("no such rule " << id);
        return Truth::unknown;
    };
    CHECK(applies(r.prerequisites, "poll") == Truth::yes);
    CHECK(applies(r.prohibitions, "hasty") == Truth::no);
    CHECK(applies(r.limits, "wait") == Truth::yes);
    CHECK(applies(r.limits, "post") == Truth::no);
    CHECK(applies(route("edict", kPlain).prerequisites, "poll") == Truth::no);
    CHECK(applies(route("edict", {}).prerequisites, "poll") == Truth::unknown);
}
