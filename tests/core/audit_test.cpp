// A made-up text and its pack: each kind of defect is found, and nothing else; the pair as it is audits clean.
#include "core/audit/audit.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/core/statute_cases.h"

using namespace signroute;
using Json = nlohmann::json;

namespace {

const Catalogue& catalogue() {
    static const Catalogue read = [] {
        const auto c = catalogue_from_json(file_text(std::string(SIGNROUTE_SOURCE_DIR) + "/assets/catalogue.json"));
        REQUIRE(c);
        return *c;
    }();
    return read;
}

std::string audit_case(const char* name) {
    return file_text(std::string(SIGNROUTE_SOURCE_DIR) + "/tests/cases/audit/" + name);
}

std::string place(const Clause& c) { return clause_label(c); }

// One line a finding, "" for a clean audit.
std::string told(const Audit& a) {
    std::string out;
    const auto line = [&](const std::string& text) { out += (out.empty() ? "" : "\n") + text; };
    for (const Unaccounted& u : a.unaccounted)
        line("unaccounted " + place(u.clause) + (u.words.empty() ? "" : " " + u.words));
    for (const NotFound& n : a.not_found)
        line("not_found " + n.element.kind + " " + n.element.id + " " + place(n.clause) + " " + n.kind + " " +
             n.claimed);
    for (const Untaken& u : a.untaken) line("untaken " + place(u.clause) + " " + u.figure);
    return out;
}

std::string code(Clause clause) {
    clause.doc.clear();
    Pack pack;
    pack.documents.push_back({});
    return clause_code(pack, clause);
}

Audit audited(const Json& pack, const std::string& text) {
    const PackRead read = pack_from_json(pack.dump(), catalogue());
    for (const Error& e : read.errors) FAIL_CHECK(e.pointer << " " << e.message);
    auto statute = read_statute(text);
    REQUIRE(read.pack);
    REQUIRE(statute);
    return audit({&catalogue(), &*read.pack}, *statute);
}

// The findings after the value at `pointer` was replaced; removed where `value` is null.
std::string after(const char* pointer, const Json& value) {
    Json pack = Json::parse(audit_case("pack.json"));
    const Json::json_pointer at(pointer);
    REQUIRE((value.is_null() ? pack.contains(at) : pack.contains(at.parent_pointer())));
    pack = pack.patch(Json::array({value.is_null() ? Json{{"op", "remove"}, {"path", pointer}}
                                                   : Json{{"op", "add"}, {"path", pointer}, {"value", value}}}));
    if (value.is_array() || value.is_null()) return told(audited(pack, audit_case("text.txt")));
    pack[at] = value;
    return told(audited(pack, audit_case("text.txt")));
}

}  // namespace

TEST_CASE("a pack that says what its text says audits clean, and no sentence is left blank") {
    const Audit a = audited(Json::parse(audit_case("pack.json")), audit_case("text.txt"));
    CHECK(told(a) == "");
    std::string rows;
    for (const AuditedClause& c : a.clauses) {
        REQUIRE(c.status);
        rows += std::to_string(c.clause.article) + "." + std::to_string(c.clause.item) + "#" +
                std::to_string(c.clause.sentence) + (*c.status == AccountStatus::encoded ? "e " : "p ");
        CHECK(c.reason.empty() == (*c.status == AccountStatus::encoded));
    }
    CHECK(rows == "1.0#1p 2.0#1p 3.0#1e 3.0#2e 4.0#1e 5.0#1e 5.0#2p 5.1#1e 5.2#1e 6.0#1e 7.0#1e ");
}

TEST_CASE("a figure that differs by one is not found, and the figure of the text is untaken") {
    CHECK(after("/limits/0/n", 6) ==
          "not_found limit own_duty_handling 第四条 figure 6工作日\nuntaken 第四条第一款第一句 5个工作日");
    CHECK(after("/bodies/0/entries/1/n", 1) ==
          "not_found entry frequency 第五条第一句 figure 1次\nuntaken 第五条第一款第一句 2次");
    CHECK(after("/bodies/0/entries/1/per", "quarter") == "not_found entry frequency 第五条第一句 unit 每季度");
    CHECK(after("/bodies/0/entries/2/numerator", 1) ==
          "not_found entry quorum 第五条第一句 figure 1/3\nuntaken 第五条第一款第一句 三分之二");
    CHECK(after("/matters/2/caps/0/at_most", 801) ==
          "not_found cap length 第六条 figure 801字\nuntaken 第六条第一款第一句 800字");
    CHECK(after("/documents/0/in_force_from", "2024-03-02") == "untaken 第七条第一款第一句 2024年3月1日");
}

TEST_CASE("a right number with a wrong unit is named as that") {
    CHECK(after("/limits/0/unit", "calendar_day") ==
          "not_found limit own_duty_handling 第四条 unit 5日\nuntaken 第四条第一款第一句 5个工作日");
    CHECK(after("/matters/2/caps/0/unit", "copy") ==
          "not_found cap length 第六条 unit 800份\nuntaken 第六条第一款第一句 800字");
}

TEST_CASE("a role that the clause does not name, or names for something else, is not found") {
    CHECK(after("/matters/0/steps/1/role", "office_director") ==
          "not_found step sign 第三条第一句 role 市政府办公室主任");
    CHECK(after("/matters/0/steps/1/role", "secretary_general") ==
          "not_found step sign 第三条第一句 role 秘书长：签发");
    CHECK(after("/matters/0/steps/2/role", "mayor") ==
          "unaccounted 第三条第一款第二句 副市长\nnot_found step sign_urgent 第三条第二句 role 市长");
    CHECK(after("/limits/0/by", "lead_department") == "not_found limit own_duty_handling 第四条 role 主办部门");
}

TEST_CASE("a clause that was renumbered no longer holds what is claimed of it") {
    CHECK(after("/matters/2/prohibitions/0/clauses", {"5#2"}) ==
          "unaccounted 第六条第一款第一句 不得夹带请示事项。\nnot_found prohibition request_inside 第五条第二句 term "
          "夹带请示");
    CHECK(after("/matters/2/prohibitions/0/clauses", {"6.1.3"}) ==
          "unaccounted 第六条第一款第一句 不得夹带请示事项。\nnot_found prohibition request_inside "
          "第六条第一款第（三）项 clause 第六条第一款第（三）项");
    CHECK(after("/documents/0/articles", 8) == "not_found document rules  clause 共8条");
    CHECK(after("/documents/0/tail", 1) == "not_found document rules  clause 末句1句");
}

TEST_CASE("a term that does not stand in the clause is not found, nor is an element without any") {
    CHECK(after("/matters/0/steps/0/terms", {"请示", "批复"}) == "not_found step review 第三条第一句 term 批复");
    CHECK(after("/matters/2/prohibitions/0/terms", Json::array()) ==
          "unaccounted 第六条第一款第一句 不得夹带请示事项。\nnot_found prohibition request_inside 第六条 term ");
}

TEST_CASE("a strength that the words of the clause do not have is not found") {
    CHECK(after("/matters/2/caps/0/strength", "must") == "not_found cap length 第六条 strength 应当");
    CHECK(after("/matters/0/steps/2/strength", "must") == "not_found step sign_urgent 第三条第二句 strength 应当");
    CHECK(after("/matters/0/steps/0/strength", "should") == "not_found step review 第三条第一句 strength 一般");
    CHECK(after("/limits/0/strength", "may") == "not_found limit own_duty_handling 第四条 strength 可以");
}

TEST_CASE("what a dropped element took up is unaccounted or untaken") {
    CHECK(after("/bodies/0/entries/4", nullptr) == "unaccounted 第五条第一款第（二）项第一句");
    CHECK(after("/bodies/0/entries/1", nullptr) == "untaken 第五条第一款第一句 每月\nuntaken 第五条第一款第一句 2次");
    CHECK(after("/matters/2/prohibitions/0", nullptr) == "unaccounted 第六条第一款第一句 不得夹带请示事项。");
    CHECK(after("/matters/1/steps/0", nullptr) ==
          "unaccounted 第四条第一款第一句 确需延期的,须报秘书长同意。\nunaccounted 第四条第一款第一句 秘书长");
    CHECK(after("/accounts/1", nullptr) == "unaccounted 第二条第一款第一句\nuntaken 第二条第一款第一句 “四个意识”");
}

TEST_CASE("an account explains the rest of a sentence, but a measure only where it lists it") {
    Json pack = Json::parse(audit_case("pack.json"));
    pack["matters"][2].erase("caps");
    pack["accounts"].push_back({{"clause", "6"}, {"status", "judgement"}, {"reason", "字数由人掌握。"}});
    CHECK(told(audited(pack, audit_case("text.txt"))) == "untaken 第六条第一款第一句 800字");
    pack["accounts"].back()["figures"] = {"800字"};
    CHECK(told(audited(pack, audit_case("text.txt"))) == "");
}

TEST_CASE("control totals show an element that was lost from one of two matters, and a clause that moved") {
    const Json whole = Json::parse(audit_case("pack.json"));
    Json twice = whole;
    twice["matters"].push_back(whole["matters"][0]);
    twice["matters"].back()["id"] = "request_to_superior";
    twice["citations"] = Json::object();
    for (const Citation& c : audited(twice, audit_case("text.txt")).citations)
        twice["citations"][code(c.clause)] = c.count;
    CHECK(twice["citations"]["3#1"] == 4);
    CHECK(twice["citations"]["3"] == 2);
    CHECK(told(audited(twice, audit_case("text.txt"))) == "");
    Json lost = twice;
    lost["matters"].back()["steps"].erase(2);
    CHECK(told(audited(lost, audit_case("text.txt"))) ==
          "not_found pack mouzhou-2024 第三条第二句 clause 引用3处，实有2处");
    Json moved = twice;
    moved["facts"][0]["clauses"] = {"3#1"};
    CHECK(told(audited(moved, audit_case("text.txt"))) ==
          "not_found pack mouzhou-2024 第三条第一句 clause 引用4处，实有5处\nnot_found pack mouzhou-2024 第三条第二句 "
          "clause 引用3处，实有2处");
}

TEST_CASE("a control total shows that another role was put in the place of one") {
    Json pack = Json::parse(audit_case("pack.json"));
    pack["names"] = Json::object();
    for (const NameTotal& n : audited(pack, audit_case("text.txt")).names) pack["names"][n.role] = n.count;
    CHECK(told(audited(pack, audit_case("text.txt"))) == "");
    const std::string role = pack["matters"][0]["steps"][0]["role"];
    pack["names"][role] = pack["names"][role].get<int>() + 1;
    CHECK(told(audited(pack, audit_case("text.txt"))).find("处，实有") != std::string::npos);
}

TEST_CASE("a matter that says it rests on a clause has an element that cites it") {
    CHECK(after("/matters/1/clauses", {"4", "6"}) == "not_found matter assigned_document 第六条 clause 第六条");
}

TEST_CASE("a document of the pack that the text does not hold, and one of the text that the pack lacks") {
    Json pack = Json::parse(audit_case("pack.json"));
    pack["documents"].push_back({{"id", "annex"}, {"title", "某州市人民政府议事规则"}, {"articles", 3}});
    CHECK(told(audited(pack, audit_case("text.txt"))) == "not_found document annex  clause 某州市人民政府议事规则");
    const std::string two =
        audit_case("text.txt") + "\n某州市人民政府议事规则\n\n第一条  会议要少而精。\n第二条  会议要短。\n";
    CHECK(told(audited(Json::parse(audit_case("pack.json")), two)) ==
          "unaccounted 第一条第一款第一句\nunaccounted 第二条第一款第一句");
}

TEST_CASE("of a range both ends have to be said by the pack") {
    std::string text = audit_case("text.txt");
    text.replace(text.find("每月召开2次"), std::string("每月召开2次").size(), "每月召开2—3次");
    const auto with = [&](const Json& most) {
        Json pack = Json::parse(audit_case("pack.json"));
        if (!most.is_null()) pack["bodies"][0]["entries"][1]["n_max"] = most;
        return told(audited(pack, text));
    };
    CHECK(with(nullptr) == "untaken 第五条第一款第一句 2-3次");
    CHECK(with(3) == "");
    CHECK(with(4) == "not_found entry frequency 第五条第一句 figure 4次\nuntaken 第五条第一款第一句 2-3次");
}

TEST_CASE("the clause's own word for how strongly it binds has to stand there") {
    CHECK(after("/bodies/0/entries/1/strength_word", "原则上") == "not_found entry frequency 第五条第一句 term 原则上");
}
