// One matter in two cities: what differs is found in every combination of facts, and shown by a case.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/compare/compare.h"
#include "core/contract/answer.h"
#include "tests/core/calendar_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

const Catalogue& catalogue() { return installed_library().catalogue; }

std::string pack_text(const std::string& id, const std::string& city, const std::string& matter) {
    return R"({"format":"signroute-pack/1","id":")" + id + R"(","city":")" + city + R"(","title":"试点规则","documents":[{"id":"rules","title":"试点规则","articles":9}],
      "facts":[{"id":"important","question":"是否重要","why":"分情形签发","clauses":["2"],"judgement":true},
               {"id":"is_normative","question":"是否规范性文件","why":"须审核","clauses":["2"]}],
      "roles":[{"id":"mayor","say":"市长。","clauses":["1"]},{"id":"vice_mayor","say":"副市长。","clauses":["1"]},{"id":"secretary_general","say":"秘书长。","clauses":["1"]}],
      "limits":[{"id":"own_duty_handling","say":"办结。","clauses":["3"],"n":)" + (city == "甲市" ? "5" : "7") + R"(,"unit":"working_day","from":"assigned","to":"finished"}],
      "matters":[{"id":"government_document","clauses":["2"],)" + matter + "}]}";
}

Pack pack(const std::string& id, const std::string& city, const std::string& matter) {
    PackRead read = pack_from_json(pack_text(id, city, matter), catalogue());
    for (const Error& e : read.errors) FAIL(e.pointer << " " << e.message);
    return std::move(*read.pack);
}

const char* kReviewAlways = R"("steps":[{"id":"review","role":"secretary_general","action":"review","clauses":["2"]},
    {"id":"sign","role":"mayor","action":"sign_off","decides":true,"clauses":["2"],"after":["review"]}],"limits":["own_duty_handling"])";
const char* kReviewImportant = R"("steps":[{"id":"look","role":"secretary_general","action":"review","clauses":["4"],"when":"important"},
    {"id":"final","role":"mayor","action":"sign_off","decides":true,"clauses":["5"],"after":["look"]}],"limits":["own_duty_handling"])";

const ComparedRow& row(const Comparison& c, const std::string& aspect, const std::string& key) {
    const auto at = std::find_if(c.rows.begin(), c.rows.end(), [&](const ComparedRow& r) { return r.aspect == aspect && r.key == key; });
    REQUIRE_MESSAGE(at != c.rows.end(), aspect << " " << key);
    return *at;
}

// What the route itself asks for, as an independent witness: actor, action and addressee of every step that is not ruled out.
std::set<std::string> steps_in(const Pack& pack, const Case& situation, const Choice& choice) {
    std::set<std::string> out;
    for (const RouteStep& s : route_from_facts({&catalogue(), &pack}, situation, choice).steps) {
        const std::string key = s.rule->role + "/" + s.rule->action + (s.rule->to.empty() ? "" : "/" + s.rule->to);
        if (s.status != StepStatus::not_required) out.insert(key);
    }
    return out;
}

}  // namespace

TEST_CASE("a step that one city asks for only in some cases differs, and the smallest case says which") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewImportant);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& review = row(c, "step", "secretary_general/review");
    CHECK(review.differs);
    CHECK(review.values[0].truth == Truth::yes);
    CHECK(review.values[1].truth == Truth::unknown);
    REQUIRE(review.witness);
    CHECK(review.witness->situation.facts == Facts{{"important", false}});
    CHECK(review.witness->values[0].truth == Truth::yes);
    CHECK(review.witness->values[1].truth == Truth::no);
    CHECK(review.values[0].clauses.front().article == 2);
    CHECK(review.values[1].clauses.front().article == 4);
    CHECK_FALSE(row(c, "step", "mayor/sign_off").differs);
    CHECK_FALSE(row(c, "step", "mayor/sign_off").witness);
}

TEST_CASE("the facts given narrow the comparison") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewImportant);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {{"important", true}});
    CHECK_FALSE(row(c, "step", "secretary_general/review").differs);
    CHECK(row(c, "step", "secretary_general/review").values[1].truth == Truth::yes);
    CHECK_FALSE(row(c, "order", "secretary_general/review<mayor/sign_off").differs);
}

TEST_CASE("another figure of the same limit differs in every case") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewAlways);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& limit = row(c, "limit", "own_duty_handling");
    CHECK(limit.differs);
    REQUIRE(limit.witness);
    CHECK(limit.witness->situation.facts.empty());
    CHECK(limit.title == find_named(catalogue().limits, "own_duty_handling")->title);
    CHECK(limit.values[0].say == "批办或转办之后5个工作日");
    CHECK(limit.values[1].say == "批办或转办之后7个工作日");
    const auto others = std::count_if(c.rows.begin(), c.rows.end(), [](const ComparedRow& r) { return r.differs; });
    CHECK(others == 1);
}

TEST_CASE("a matter that one city does not regulate says nothing there, and every row of the other differs") {
    const Pack a = pack("a", "甲市", kReviewAlways);
    const Pack b = pack("b", "乙市", R"("regulated":false,"silent":[{"id":"all","about":"程序","aspect":"procedure","say":"没有写。","clauses":["2"]}])");
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    CHECK(c.columns[0].regulated);
    CHECK_FALSE(c.columns[1].regulated);
    CHECK(c.rows.size() == 5);  // regulated, two steps, their order, the limit
    for (const ComparedRow& r : c.rows) {
        CHECK(r.differs);
        CHECK(r.values[1].truth == Truth::no);
        CHECK(r.values[1].clauses.empty());
    }
}

TEST_CASE("a city does not differ from itself, nor from a copy whose words alone are other ones") {
    for (const Pack& p : installed_library().packs) {
        Pack copy = p;
        for (Matter& m : copy.matters) {
            for (StepRule& s : m.steps) s.say = "另一种说法。";
            for (Prerequisite& q : m.prerequisites) q.say = "另一种说法。";
        }
        for (const Matter& m : p.matters) {
            for (const ComparedRow& r : compare(catalogue(), {&p, &copy}, m.id, {}).rows) CHECK_MESSAGE(!r.differs, p.id << " " << m.id << " " << r.aspect << " " << r.key);
        }
    }
}

TEST_CASE("every step that differs does so by its city's own route in the case that is shown") {
    const auto& packs = installed_library().packs;
    int shown = 0;
    for (std::size_t i = 0; i + 1 < packs.size(); ++i) {
        for (const NamedMatter& m : catalogue().matters) {
            const Comparison c = compare(catalogue(), {&packs[i], &packs[i + 1]}, m.id, {});
            for (const ComparedRow& r : c.rows) {
                if (!r.witness || r.aspect != "step") continue;
                ++shown;
                for (std::size_t k = 0; k < 2; ++k) {
                    Choice choice;
                    for (const auto& [question, reading] : r.witness->readings) {
                        const std::size_t slash = question.find('/');
                        if (question.substr(0, slash) == c.columns[k].pack->id) choice[m.id][question.substr(slash + 1)] = reading;
                    }
                    Case situation = r.witness->situation;
                    situation.has_plan = true;  // an empty one: nothing is planned
                    const bool there = c.columns[k].regulated && steps_in(*c.columns[k].pack, situation, choice).count(r.key) > 0;
                    const Truth said = r.witness->values[k].truth;
                    if (said == Truth::yes) CHECK_MESSAGE(there, c.columns[k].pack->id << " " << m.id << " " << r.key);
                    if (said == Truth::no) CHECK_MESSAGE(!there, c.columns[k].pack->id << " " << m.id << " " << r.key);
                }
            }
        }
    }
    if (packs.size() > 1) CHECK(shown > 0);
}

TEST_CASE("compare refuses what it cannot compare, and says where") {
    const Library& all = installed_library();
    CHECK(answer(all, "compare", "", R"({"packs":["wuxi-2022"],"matter":"letter"})").json ==
          "{\"error\":{\"code\":\"too_few_packs\",\"message\":\"对照至少需要两个规则包。\",\"pointer\":\"/packs\"}}\n");
    CHECK(answer(all, "compare", "", R"({"packs":["wuxi-2022","atlantis"],"matter":"letter"})").json ==
          "{\"error\":{\"code\":\"unknown_pack\",\"message\":\"没有规则包“atlantis”。\",\"pointer\":\"/packs/1\"}}\n");
    CHECK(answer(all, "compare", "", R"({"packs":["wuxi-2022","无锡"]})").json ==
          "{\"error\":{\"code\":\"stated_twice\",\"message\":\"规则包“wuxi-2022”写了两次。\",\"pointer\":\"/packs/1\"}}\n");
}
