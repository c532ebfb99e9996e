// One matter in two cities: what differs is found in every combination of facts, and shown by a case.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/compare/compare.h"
#include "core/compare/functions.h"
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

// What the route itself asks for, as an independent witness: the functions of every step and prerequisite that is not ruled out.
std::set<std::string> functions_in(const Pack& pack, const Case& situation, const Choice& choice) {
    std::set<std::string> out;
    const Route route = route_from_facts({&catalogue(), &pack}, situation, choice);
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::not_required) out.insert(function_of(s.rule->action, s.rule->thing));
    }
    for (const Applied<Prerequisite>& p : route.prerequisites) {
        if (p.applies != Truth::no) out.insert(function_of_thing(p.rule->thing));
    }
    return out;
}

}  // namespace

TEST_CASE("a step that one city asks for only in some cases differs, and the smallest case says which") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewImportant);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& review = row(c, "step", "review");
    CHECK(review.differs);
    CHECK(review.values[0].truth == Truth::yes);
    CHECK(review.values[1].truth == Truth::unknown);
    REQUIRE(review.witness);
    CHECK(review.witness->situation.facts == Facts{{"important", false}});
    CHECK(review.witness->values[0].truth == Truth::yes);
    CHECK(review.witness->values[1].truth == Truth::no);
    CHECK(review.values[0].clauses.front().article == 2);
    CHECK(review.values[1].clauses.front().article == 4);
    CHECK_FALSE(row(c, "step", "sign_off").differs);
    CHECK_FALSE(row(c, "step", "sign_off").witness);
}

TEST_CASE("the facts given narrow the comparison") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewImportant);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {{"important", true}});
    CHECK_FALSE(row(c, "step", "review").differs);
    CHECK(row(c, "step", "review").values[1].truth == Truth::yes);
    CHECK_FALSE(row(c, "order", "review<sign_off").differs);
}

TEST_CASE("another figure of the same limit differs in every case") {
    const Pack a = pack("a", "甲市", kReviewAlways), b = pack("b", "乙市", kReviewAlways);
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& limit = row(c, "limit", "own_duty_handling");
    CHECK(limit.differs);
    REQUIRE(limit.witness);
    CHECK(limit.witness->situation.facts.empty());
    CHECK(limit.title == find_named(catalogue().limits, "own_duty_handling")->title);
    CHECK(limit.values[0].say == "批办或转办之后5个工作日：办结");
    CHECK(limit.values[1].say == "批办或转办之后7个工作日：办结");
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
                    const bool there = c.columns[k].regulated && functions_in(*c.columns[k].pack, situation, choice).count(r.key) > 0;
                    const Truth said = r.witness->values[k].truth;
                    if (said == Truth::yes) CHECK_MESSAGE(there, c.columns[k].pack->id << " " << m.id << " " << r.key);
                    if (said == Truth::no) CHECK_MESSAGE(!there, c.columns[k].pack->id << " " << m.id << " " << r.key);
                }
            }
        }
    }
    if (packs.size() > 1) CHECK(shown > 0);
}

TEST_CASE("what one city makes a step and another a prerequisite stands in one row, and the cell says who does it") {
    const Pack a = pack("a", "甲市", R"("steps":[{"id":"legal","role":"secretary_general","action":"legality_review","clauses":["2"]}])");
    const Pack b = pack("b", "乙市", R"("prerequisites":[{"id":"legal","thing":"legality_review_by_justice","by":"vice_mayor","say":"先审查。","clauses":["2"]}])");
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& r = row(c, "step", "legality_review");
    CHECK(r.values[0].say == "秘书长合法性审查");
    CHECK(r.values[1].say == "市司法局合法性审核（由副市长办理，报送、提交之前）");
    CHECK(r.differs);
    REQUIRE(r.witness);
    CHECK(std::none_of(c.rows.begin(), c.rows.end(), [](const ComparedRow& other) { return other.aspect == "prerequisite"; }));
}

TEST_CASE("two who review stand in one row, what is certain first") {
    const Pack a = pack("a", "甲市", R"("steps":[{"id":"one","role":"secretary_general","action":"review","clauses":["2"],"when":"important"},
        {"id":"two","role":"vice_mayor","action":"review","clauses":["2"]}])");
    const Pack b = pack("b", "乙市", R"("steps":[{"id":"two","role":"vice_mayor","action":"review","clauses":["2"]}])");
    const Comparison c = compare(catalogue(), {&a, &b}, "government_document", {});
    const ComparedRow& r = row(c, "step", "review");
    CHECK(r.values[0].say == "副市长审核；视情形：秘书长审核");
    CHECK(r.values[0].truth == Truth::unknown);
    CHECK(r.values[1].say == "副市长审核");
    REQUIRE(r.witness);
    CHECK(r.witness->situation.facts == Facts{{"important", true}});
}

// 江阴第五十条: 由分管副市长、政府办公室主任审核后，报市长签发; only the reading of another clause leaves the first out.
TEST_CASE("what differs by reading alone hangs on no circumstance, and is called a reading") {
    const Comparison c = compare(catalogue(), {&pack_of("jiangyin-2022"), &pack_of("wuxi-2022")}, "government_document", {});
    const ComparedRow& r = row(c, "step", "review");
    CHECK_MESSAGE(r.values[0].say.find("分管副市长审核（读法不一）") != std::string::npos, r.values[0].say);
    CHECK(r.values[0].say.find("视情形：分管副市长审核") == std::string::npos);
    CHECK(r.values[0].truth == Truth::unknown);
}

// 江门第二十条第二款“2-3次”，江阴第三十八条第二款“1—2次”。
TEST_CASE("how often a meeting is held is said with both ends, in the word of the clause") {
    const Comparison c = compare(catalogue(), {&pack_of("jiangmen-2023"), &pack_of("jiangyin-2022"), &pack_of("kunshan-2017")}, "executive_meeting", {});
    const auto often = std::find_if(c.rows.begin(), c.rows.end(), [](const ComparedRow& r) { return r.aspect == "frequency" && r.values[2].truth == Truth::yes; });
    REQUIRE(often != c.rows.end());
    CHECK(often->values[0].say == "一般每月2至3次");
    CHECK(often->values[1].say == "一般每月1至2次");
    CHECK(often->values[2].say == "一般每月1次");
    CHECK(often->differs);
    // 江门第十八条：常务会议或者全体会议。
    const ComparedRow& major = row(c, "scope", "major_matter");
    CHECK(major.values[0].say.find("须由市政府全体会议或者市政府常务会议决定") != std::string::npos);
    // 昆山全文没有秘书长。
    CHECK(row(c, "member", "secretary_general").values[2].say == "本市原文无此职务");
    // 兜底的一项列入其他，不算不同。
    for (const ComparedRow& r : c.rows) {
        for (const ComparedValue& v : r.values) CHECK_MESSAGE(v.say.find("只能由其决定") == std::string::npos, r.key);
    }
}

// 昆山第五十一条“报市长或负责常务工作的副市长签发”，江阴第五十条“可由分管副市长签发或核报市长签发”。
TEST_CASE("of those who may sign nobody is left out because another's title ends like his") {
    const auto listed = [](const std::string& say) {
        std::set<std::string> out;
        for (std::size_t at = 0, end; at <= say.size(); at = end + 3) {
            end = std::min(say.find(" / ", at), say.size());
            CHECK_MESSAGE(out.insert(say.substr(at, end - at)).second, say << " says one twice");
        }
        return out;
    };
    const std::vector<ComparedMatter> all = compare_all(catalogue(), {&pack_of("kunshan-2017"), &pack_of("jiangyin-2022")});
    const auto say = [&](const std::string& matter, std::size_t column) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const ComparedMatter& m) { return m.matter == matter; });
        REQUIRE(at != all.end());
        return listed(at->values[column].say);
    };
    for (const char* matter : {"government_document", "letter", "decision_document", "request_to_superior"}) {
        for (const char* who : {"市长签发", "分管副市长签发", "常务副市长签发"}) CHECK_MESSAGE(say(matter, 0).count(who), matter << " " << who);
    }
    for (const char* who : {"市长签发", "分管副市长签发", "市政府办公室主任签发"}) CHECK_MESSAGE(say("office_document", 1).count(who), who);
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

// 江门第二十条第二款: 可安排有关部门、单位负责人列席; 无锡第四十条第二款: 有关部门、单位主要负责人列席. One row, two words for it.
TEST_CASE("who comes to a meeting is one row for the same people, by a wider or a narrower name, asked or asked if need be") {
    const Comparison c = compare(catalogue(), {&pack_of("jiangmen-2023"), &pack_of("wuxi-2022"), &pack_of("jiangyin-2022")}, "executive_meeting", {});
    for (const char* people : {"department_leader", "unit_leader"}) {
        const ComparedRow& r = row(c, "attend", people);
        for (const ComparedValue& v : r.values) CHECK_MESSAGE(v.truth != Truth::no, people << " " << v.say);
        CHECK(r.differs);
    }
    CHECK(row(c, "attend", "department_leader").values[0].say.find("部门负责人") != std::string::npos);
    CHECK(row(c, "attend", "department_leader").values[1].say.find("部门主要负责人") != std::string::npos);
    for (const char* meeting : {"executive_meeting", "plenary_meeting", "mayor_office_meeting", "special_meeting"}) {
        for (const ComparedRow& r : compare(catalogue(), {&pack_of("jiangmen-2023"), &pack_of("kunshan-2017"), &pack_of("wuxi-2022")}, meeting, {}).rows) {
            const NamedRole* role = find_named(catalogue().roles, r.key);
            for (const ComparedValue& v : r.values) CHECK_MESSAGE((v.say != "本市原文无此职务" || (role && role->kind == RoleKind::person)), r.key);
        }
    }
}

// What the screen shows in a cell: what is said in every case, else in the case that shows the difference.
TEST_CASE("where two cities differ, their cells do not read the same") {
    const std::vector<Pack>& packs = installed_library().packs;
    for (const NamedMatter& m : catalogue().matters) {
        for (std::size_t a = 0; a < packs.size(); ++a) {
            for (std::size_t b = a + 1; b < packs.size(); ++b) {
                for (const ComparedRow& r : compare(catalogue(), {&packs[a], &packs[b]}, m.id, {}).rows) {
                    if (!r.differs) continue;
                    const auto cell = [&](std::size_t i) {
                        const ComparedValue& always = r.values[i];
                        const ComparedValue& shown = always.truth == Truth::unknown && r.witness ? r.witness->values[i] : always;
                        if (always.truth == Truth::no) return std::string("not regulated");
                        return shown.truth == Truth::no ? std::string("not here") : (shown.truth == Truth::unknown ? "?" : "") + shown.say;
                    };
                    CHECK_MESSAGE(cell(0) != cell(1), m.id << " " << packs[a].id << " " << packs[b].id << " " << r.title << ": " << cell(0));
                }
            }
        }
    }
}

// 江阴第三十八条第一款: the heads of 发改、工信 … are asked if need be, those of the departments that a topic is about are to come.
TEST_CASE("of the same people some may and some have to come: the cell says which") {
    const Comparison c = compare(catalogue(), {&pack_of("jiangyin-2022"), &pack_of("kunshan-2017")}, "executive_meeting", {});
    CHECK(row(c, "attend", "department_leader").values[0].say ==
          "可以列席：部门主要负责人（根据需要，安排办公室和发改、工信、司法行政、财政等部门的主要负责同志列席）；应当列席：部门主要负责人（安排各镇街、园区、有关国资公司和议题涉及的部门、单位主要负责同志列席）");
    CHECK(row(c, "attend", "department_leader").values[1].say == "可以列席：部门主要负责人");
    CHECK(row(c, "attend", "cppcc").values[0].say == "可以参加");
    CHECK_FALSE(row(c, "attend", "cppcc").differs);  // 昆山第四十一条第一款 invites them to take part as well
}

// 江阴 has no 秘书长 to preside: a case with one shows nothing of 江阴.
TEST_CASE("the case that shows a difference has nobody in it whom one of the cities does not know, where another case shows it too") {
    const std::vector<const Pack*> packs = {&pack_of("jiangyin-2022"), &pack_of("wuxi-2022")};
    const auto option_known = [](const Pack& p, const std::string& fact, const std::string& option) {
        const FactRule* f = find_fact(p, fact);
        return !f || f->options.empty() || std::find(f->options.begin(), f->options.end(), option) != f->options.end();
    };
    const auto all_known = [&](const ComparedRow& r) {
        for (const auto& [fact, value] : r.witness->situation.facts) {
            const auto* option = std::get_if<std::string>(&value);
            for (const Pack* p : packs) {
                if (option && !option_known(*p, fact, *option)) return false;
            }
        }
        return true;
    };
    std::map<std::string, bool> possible;  // steps of which a case of common options shows the difference
    for (const std::string& option : find_fact(*packs[0], "chair")->options) {
        if (!option_known(*packs[1], "chair", option)) continue;
        for (const ComparedRow& r : compare(catalogue(), packs, "special_minutes", {{"chair", option}}).rows) possible[r.key] |= r.aspect == "step" && r.witness && all_known(r);
    }
    CHECK(possible["sign_off"]);
    for (const ComparedRow& r : compare(catalogue(), packs, "special_minutes", {}).rows) {
        if (r.aspect == "step" && r.witness && possible[r.key]) CHECK_MESSAGE(all_known(r), r.key);
    }
}
