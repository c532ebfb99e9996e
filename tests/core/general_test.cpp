// Rules for all of the country beside a city's own: they warn of what was stated and do nothing else.
#include "core/pack/general.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/contract/answer.h"
#include "tests/core/harbour.h"
#include "tests/core/pack_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Json = nlohmann::json;

// Of the fictional city: an edict in a hurry may have at most four pages, unless the mayor's deputy was authorised.
const char* kHarbourGeneral = R"({
  "format": "signroute-general/1", "title": "海港通则", "in_force_from": "2025-01-01",
  "rules": [
    {"id": "hurry", "article": 3, "item": 2, "matters": ["edict", "petition"], "own": ["none"], "breach": {"all": ["urgent", {"fact": "pages", "more_than": 4}]},
     "unless": "delegated", "say": "加急的不超过四页。", "instead": "减到四页。"},
    {"id": "poll_first", "article": 5, "matters": ["edict"], "own": ["poll"], "breach": {"not": {"done": "poll"}}, "say": "先征询街坊。", "instead": "先问。"},
    {"id": "long", "article": 6, "matters": ["edict"], "own": ["pages"], "breach": {"fact": "pages", "more_than": 1}, "say": "不超过一页。", "instead": "减到一页。"},
    {"id": "clerk_signs", "article": 7, "matters": ["petition", "letter"], "own": ["stamp"], "breach": {"planned": {"role": ["clerk"], "action": ["sign_off"]}},
     "say": "书记不签发。", "instead": "换人。"}]
})";

GeneralRules general() {
    const auto read = general_rules_from_json(kHarbourGeneral, harbour_catalogue());
    REQUIRE_MESSAGE(read, (read ? "" : read.error().pointer + " " + read.error().message));
    return *read;
}

Assessment with_general(const Case& situation) {
    static const GeneralRules rules = general();
    return assess({&harbour_catalogue(), &harbour_pack(), &rules}, installed(), situation);
}

std::vector<const Finding*> warnings(const Assessment& a) {
    std::vector<const Finding*> out;
    for (const Finding& f : a.findings.list) {
        if (f.general) out.push_back(&f);
    }
    return out;
}

// "broken", "held" …; "" where the rule was not tried.
std::string tried(const Assessment& a, const std::string& rule) {
    for (const Checked& c : a.findings.checked) {
        if (c.element == rule) return std::string(name(c.result));
    }
    return "";
}

Case hurried(Facts more = {}) {
    Facts facts = {{"urgent", true}, {"pages", std::int64_t{5}}};
    facts.insert(more.begin(), more.end());
    return harbour_case("edict", facts);
}

std::string refusal(const std::string& from, const std::string& to) {
    std::string text = kHarbourGeneral;
    text.replace(text.find(from), from.size(), to);
    const auto read = general_rules_from_json(text, harbour_catalogue());
    return read ? "taken" : read.error().code + " " + read.error().pointer;
}

// Everything of an answer but what general rules may add to.
Json without_general(Json answer) {
    Json findings = Json::array(), checked = Json::array();
    for (const Json& f : answer["findings"]) {
        if (!f.contains("general")) findings.push_back(f);
    }
    for (const Json& c : answer["checked"]) {
        if (c["element"].get<std::string>().rfind("general_", 0) != 0) checked.push_back(c);
    }
    answer["findings"] = findings;
    answer["checked"] = checked;
    for (const char* key : {"verdict", "mend"}) answer.erase(key);
    if (answer.contains("readings")) {
        for (Json& r : answer["readings"]) r["answer"] = without_general(r["answer"]);
    }
    return answer;
}

}  // namespace

TEST_CASE("a stated breach of a general rule is a warning that names the general document") {
    const Assessment a = with_general(hurried());
    const auto found = warnings(a);
    REQUIRE(found.size() == 1);
    CHECK(found[0]->severity == Severity::warning);
    CHECK(found[0]->code == FindingCode::forbidden);
    CHECK(found[0]->message == "加急的不超过四页。（通用规则，本市规则没有写。）");
    CHECK(found[0]->advice == "减到四页。");
    CHECK(clause_label(found[0]->clauses.at(0)) == "《海港通则》第三条第（二）项");
    CHECK(found[0]->facts == std::vector<std::string>{"pages", "urgent"});
    CHECK(tried(a, "hurry") == "broken");
}

TEST_CASE("what was not stated is not asked, and what is known to lift a rule lifts it") {
    const Assessment open = with_general(harbour_case("edict", {{"urgent", true}}));
    CHECK(warnings(open).empty());
    CHECK(tried(open, "hurry") == "unknown");
    for (const Finding& f : open.findings.list) CHECK(!f.general);
    const Assessment lifted = with_general(hurried({{"delegated", true}}));
    CHECK(warnings(lifted).empty());
    CHECK(tried(lifted, "hurry") == "held");
    CHECK(warnings(with_general(hurried({{"delegated", false}}))).size() == 1);
}

TEST_CASE("a general rule stands back where the city has an element for the same thing, of whatever kind") {
    const Assessment a = with_general(hurried());
    CHECK(tried(a, "poll_first") == "");  // the city has a prerequisite for it
    CHECK(tried(a, "long") == "");        // … and a numeric limit on the same fact
    Case both = hurried();
    both.matters = {"petition", "edict"};
    CHECK(tried(with_general(both), "long") == "");
    CHECK(warnings(with_general(both)).size() == 1);  // one warning, though two matters are concerned
}

TEST_CASE("a rule about steps is tried only where steps are planned, also in a matter that the text leaves out") {
    CHECK(tried(with_general(harbour_case("petition", {})), "clerk_signs") == "unknown");
    const Assessment a = with_general(harbour_case("petition", {}, {"书记签发"}));
    CHECK(tried(a, "clerk_signs") == "broken");
    CHECK(a.outcome == Outcome::not_regulated);
    CHECK(a.verdict == Verdict::ask);
    CHECK(tried(with_general(harbour_case("letter", {}, {"书记拟稿"})), "clerk_signs") == "held");
}

TEST_CASE("before the general document came into force it says nothing") {
    Case before = hurried();
    before.on = day("2024-06-03");
    const Rules rules{&harbour_catalogue(), &harbour_pack(), nullptr};
    CHECK(assess(rules, installed(), hurried()).findings.list.size() + 1 == with_general(hurried()).findings.list.size());
    CHECK(tried(with_general(before), "hurry") == "");
}

TEST_CASE("a file of general rules is refused with the place of what is wrong") {
    CHECK(refusal("\"signroute-general/1\"", "\"x\"") == "unknown_format /format");
    CHECK(refusal("\"format\": \"signroute-general/1\", ", "") == "missing_key ");
    for (const char* text : {"[]", "5", "\"x\"", "null"}) CHECK(!general_rules_from_json(text, harbour_catalogue()));
    CHECK(refusal("\"article\": 3", "\"artikel\": 3") == "missing_key /rules/0");
    CHECK(refusal("\"urgent\", {", "\"hasty\", {") == "unknown_fact /rules/0/breach/all/0");
    CHECK(refusal("[\"edict\", \"petition\"]", "[\"poem\"]") == "unknown_matter /rules/0/matters/0");
    CHECK(refusal("\"id\": \"long\"", "\"id\": \"hurry\"") == "duplicate_id /rules/2/id");
    CHECK(refusal("\"title\": \"海港通则\"", "\"colour\": 1") == "missing_key ");
}

TEST_CASE("the general rules change no route, outcome, silence or question of any written case, and never find an error") {
    Library without = installed_library();
    without.general = {};
    int warned = 0, n = 0;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            if (c.verb != "assess" || n++ % (3 * kStride)) continue;
            const Json with = Json::parse(answer(installed_library(), "assess", "", c.request).json), plain = Json::parse(answer(without, "assess", "", c.request).json);
            for (const Json& f : with["findings"]) {
                if (!f.contains("general")) continue;
                ++warned;
                CHECK(f["severity"] == "warning");
                CHECK(f["clauses"][0]["doc"] == "《党政机关公文处理工作条例》");
            }
            if (with["verdict"] != plain["verdict"]) CHECK_MESSAGE((with["verdict"] == "warn" && plain["verdict"] == "pass"), c.id);
            CHECK_MESSAGE(without_general(with) == without_general(plain), c.id);
        }
    }
    CHECK(warned >= (kStride == 1));  // a sample may meet none
}
