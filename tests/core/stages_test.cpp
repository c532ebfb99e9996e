// How a route is drawn: what is one act stands once, and what decides is not drawn as if it came first.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/route/stages.h"
#include "tests/core/calendar_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// What is drawn of a matter in which nothing else is known.
struct Drawn {
    Rules rules;
    Case situation;
    Route route;
    Stages stages;
    Drawn(const Pack& pack, const std::string& matter, Facts facts = {}) : rules{&installed_library().catalogue, &pack} {
        situation.matters = {matter};
        situation.facts = std::move(facts);
        route = route_from_facts(rules, situation, {});
        stages = stages_of(rules, situation, route);
    }
    std::vector<Act> by_mayor() const {
        std::vector<Act> out;
        for (const Stage& stage : stages.stages) {
            for (const Act& act : acts_of(rules, situation, stage)) {
                if (act.steps.front()->role == "mayor" && act.steps.front()->rule->action == "sign_off") out.push_back(act);
            }
        }
        return out;
    }
};

}  // namespace

// 江门第三十二条第二款: 由市长签发; whom he may authorise hangs on what the letter is about.
TEST_CASE("one person's act by one clause is one, whoever else may do it, and is sure where some case of it always is") {
    const Pack& pack = pack_of("jiangmen-2023");
    const Drawn open(pack, "letter", {{"issued_in_name_of", std::string("government")}});
    const std::vector<Act> acts = open.by_mayor();
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].sure);
    std::set<std::string> deputies;
    for (const RouteStep* s : acts[0].steps) deputies.insert(s->rule->delegable_to.begin(), s->rule->delegable_to.end());
    CHECK(deputies == std::set<std::string>{"leader_in_charge", "secretary_general"});
    const Drawn known(pack, "letter", {{"issued_in_name_of", std::string("government")}, {"leader_authority", true}, {"routine", false}});
    REQUIRE(known.by_mayor().size() == 1);
    CHECK(known.by_mayor()[0].steps.size() == 1);
    // 以办公室名义的, 重要文件报分管领导或市长签发: another clause, another act, and not sure.
    const Drawn nothing(pack, "letter");
    CHECK(nothing.by_mayor().size() == 2);
    for (const Act& act : nothing.by_mayor()) CHECK_FALSE(act.sure);
}

TEST_CASE("every step is drawn once, and what decides at the end stands in the last stage") {
    std::size_t ends = 0;
    for (const Pack& pack : installed_library().packs) {
        for (const Matter& m : pack.matters) {
            const Drawn drawn(pack, m.id);
            std::set<std::string> followed, seen;
            for (const RouteStep& s : drawn.route.steps) {
                if (s.status != StepStatus::not_required) followed.insert(s.after.begin(), s.after.end());
            }
            for (std::size_t i = 0; i < drawn.stages.stages.size(); ++i) {
                std::size_t acts = 0;
                for (const Act& act : acts_of(drawn.rules, drawn.situation, drawn.stages.stages[i])) acts += act.steps.size();
                CHECK(acts == drawn.stages.stages[i].steps.size());
                for (const RouteStep* s : drawn.stages.stages[i].steps) {
                    CHECK_MESSAGE(seen.insert(s->id).second, pack.id << " " << m.id << " " << s->id);
                    for (const std::string& a : s->after) CHECK_MESSAGE(seen.count(a), s->id << " is drawn before " << a);
                    if (!s->rule->decides || followed.count(s->id) || !s->group.empty()) continue;
                    ++ends;
                    CHECK_MESSAGE(i + 1 == drawn.stages.stages.size(), pack.id << " " << m.id << " " << s->id);
                }
            }
            for (const auto& [from, to] : drawn.stages.order) CHECK(from != to);
        }
    }
    CHECK(ends > 100);
}
