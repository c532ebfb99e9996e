// What the text leaves unsaid and has to be settled first is told of every matter of every city, never filled in.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/assess.h"
#include "core/words.h"
#include "tests/core/calendar_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Route route_of(const Rules& rules, const std::string& matter, Facts facts = {}) {
    Case situation;
    situation.matters = {matter};
    situation.facts = std::move(facts);
    return route_from_facts(rules, situation, {});
}

}  // namespace

// 溧阳第四十九条、第五十条: nothing says who signs an ordinary document.
TEST_CASE("where nobody signs, that is what there is to settle, with the clauses that were looked at") {
    const Pack& pack = pack_of("liyang");
    const Rules rules{&installed_library().catalogue, &pack};
    for (const char* matter : {"government_document", "office_document", "letter", "order", "decision_document", "personnel_appointment"}) {
        const Route route = route_of(rules, matter, {{"is_normative", false}});
        CHECK_FALSE_MESSAGE(may_be_decided(route), matter);
        CHECK_MESSAGE(route.final_steps.empty(), matter);
        const auto open = to_settle(route, may_be_decided(route));
        REQUIRE_MESSAGE(!open.empty(), matter);
        CHECK_MESSAGE(open.front()->rule->id == "signer", matter);
        CHECK_MESSAGE(clauses_text(pack, open.front()->rule->clauses).find("第四十九条") != std::string::npos, matter);
    }
    // 属行政规范性文件的，还有审签一步，没有写由谁。
    const Route normative = route_of(rules, "government_document", {{"is_normative", true}});
    CHECK(may_be_decided(normative));
    REQUIRE(to_settle(normative, may_be_decided(normative)).size() == 1);
    CHECK(to_settle(normative, may_be_decided(normative)).front()->rule->id == "signer_normative");
}

TEST_CASE("in every city a matter without anybody who decides ends with nobody, and says what is left open or where to look") {
    const Catalogue& catalogue = installed_library().catalogue;
    std::size_t silent = 0;
    for (const Pack& pack : installed_library().packs) {
        const Rules rules{&catalogue, &pack};
        for (const Matter& m : pack.matters) {
            const Route route = route_of(rules, m.id);
            if (route.steps.empty() || may_be_decided(route)) continue;
            CHECK_MESSAGE(route.final_steps.empty(), pack.id << " " << m.id);
            silent += !to_settle(route, may_be_decided(route)).empty();
            CHECK_MESSAGE(!m.clauses.empty(), pack.id << " " << m.id);
            for (const Applied<Silent>* s : to_settle(route, may_be_decided(route))) CHECK_MESSAGE((!s->rule->clauses.empty() && !s->rule->say.empty()), pack.id << " " << m.id);
        }
    }
    CHECK(silent > 50);
}

TEST_CASE("what is settled by somebody the text names is not asked again") {
    const Pack& pack = pack_of("jiangyin-2022");
    const Route route = route_of({&installed_library().catalogue, &pack}, "government_document", {{"is_normative", false}, {"mayor_absent", false}});
    CHECK(may_be_decided(route));
    CHECK(to_settle(route, may_be_decided(route)).empty());
}

// 江门第三十二条第二款: 由市长签发 under every reading; only who may sign in his stead is read in two ways.
TEST_CASE("a step that differs by reading still decides: what the readings share may lack it") {
    for (const char* id : {"jiangmen-2023", "kunshan-2017", "jiangyin-2022"}) {
        const Pack& pack = pack_of(id);
        Case situation;
        situation.matters = {"government_document"};
        const Assessment all = assess_without_mend({&installed_library().catalogue, &pack}, installed_library().calendar, situation);
        REQUIRE_MESSAGE(all.readings.size() > 1, id);
        CHECK_MESSAGE(may_be_decided(all), id);
    }
    std::size_t apart = 0;
    for (const Pack& pack : installed_library().packs) {
        for (const Matter& m : pack.matters) {
            Case situation;
            situation.matters = {m.id};
            const Assessment all = assess_without_mend({&installed_library().catalogue, &pack}, installed_library().calendar, situation);
            const bool by_rule = std::any_of(m.steps.begin(), m.steps.end(), [](const StepRule& s) { return s.decides; });
            if (may_be_decided(all)) CHECK_MESSAGE(by_rule, pack.id << " " << m.id);
            apart += may_be_decided(all) && !may_be_decided(all.route);
        }
    }
    CHECK(apart > 0);
}
