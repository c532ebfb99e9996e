// Lint on a fictional city: orders, alternatives, time limits, caps, readings, names and meetings.
#include "tests/core/lint_pack.h"

namespace signroute::test {

TEST_CASE("an order in a ring is refused when the pack is read") {
    TestJson p = lint_pack();
    element(p, "notice", "steps", "draft")["after"] = json(R"(["mayor_signs"])");
    CHECK(refused(p).find("/matters/0/steps/0/after 步骤“draft”的先后次序首尾相接，没有起点。") != std::string::npos);
}

TEST_CASE("an order between steps that never meet is found") {
    TestJson p = lint_pack();
    element(p, "notice", "steps", "deputy_signs")["after"] = json(R"(["review", "mayor_signs"])");
    CHECK(lint_of(p)->find("never_together", "deputy_signs"));
    p = lint_pack();
    element(p, "notice", "prerequisites", "poll")["when"] = "important";
    element(p, "notice", "prerequisites", "poll")["before"] = "deputy_signs";
    CHECK(lint_of(p)->find("never_together", "poll"));
    p = lint_pack();
    matter(p, "notice")["limits"][0] =
        json(R"({"limit": "review_days", "step": "nowhere", "when": {"fact": "urgent", "is": false}})");
    CHECK(refused(p).find("/matters/0/limits/0/step 本事项没有步骤“nowhere”。") != std::string::npos);
}

TEST_CASE("groups of alternatives have at least two, and paths belong to a group") {
    TestJson p = lint_pack();
    element(p, "letter", "steps", "deputy_way").erase("one_of");
    REQUIRE(lint_of(p)->find("single_alternative", "mayor_way"));
    CHECK(lint_of(p)->find("single_alternative", "mayor_way")->message ==
          "事项“寄发信函”：步骤“城主抄送”（mayor_way）所在的替换组“seen”只有一种做法。例如“告示种类”为答复时。");
    p = lint_pack();
    element(p, "notice", "steps", "review")["path"] = "long";
    CHECK(refused(p).find("/matters/0/steps/1 写了“path”而缺少“one_of”。") != std::string::npos);
    p = lint_pack();
    element(p, "letter", "steps", "deputy_way")["after"] = json(R"(["mayor_way"])");
    CHECK(lint_of(p)->find("alternatives_ordered", "deputy_way"));
    p = lint_pack();
    element(p, "letter", "steps", "deputy_way")["status"] = "if_needed";
    CHECK(lint_of(p)->find("mixed_alternatives"));
}

TEST_CASE("time limits that cannot be kept are found") {
    TestJson p = lint_pack();
    p["limits"].push_back(json(
        R"({"id": "wait_days", "say": "七日后方可答复。", "clauses": ["6"], "n": 7, "unit": "working_day", "from": "received",
        "to": "replied", "minimum": true})"));
    matter(p, "notice")["limits"].push_back("wait_days");
    auto l = lint_of(p);
    REQUIRE(l->find("limit_impossible"));
    CHECK(l->find("limit_impossible")->message ==
          "事项“发布告示”：时限“审核期限”（review_days）与时限“公示期限”（wait_"
          "days）无法同时遵守。例如“是否加急”为否时。");
    p["limits"][2]["n"] = 2;
    CHECK_FALSE(lint_of(p)->find("limit_impossible"));

    for (const auto& [n, code] : {std::pair{0, "limit_figure"}, {4000, "limit_figure"}}) {
        p = lint_pack();
        p["limits"][0]["n"] = n;
        CHECK(lint_of(p)->find(code, "review_days"));
    }
    p = lint_pack();
    p["limits"][0]["direction"] = "before";
    CHECK(lint_of(p)->find("limit_backwards", "review_days"));
    p = lint_pack();
    p["limits"][0]["to"] = "received";
    CHECK(lint_of(p)->find("limit_same_event", "review_days"));
    p = lint_pack();
    matter(p, "notice")["limits"][0] = "review_days";
    l = lint_of(p);
    REQUIRE(l->find("limits_disagree"));
    CHECK(l->find("limits_disagree")->counterexample->facts == Facts{{"urgent", true}});
    p = lint_pack();
    matter(p, "notice")["limits"].erase(1);
    CHECK(lint_of(p)->find("unused_limit", "reply_days"));
}

TEST_CASE("caps and prohibitions that leave no lawful way are found") {
    TestJson p = lint_pack();
    matter(p, "notice")["caps"].push_back(json(
        R"({"id": "least", "fact": "pages", "unit": "page", "at_least": 7, "say": "不少于七页。", "clauses": ["8"], "when": "urgent"})"));
    auto l = lint_of(p);
    REQUIRE(l->find("caps_exclude", "least"));
    CHECK(l->find("caps_exclude", "least")->counterexample->facts == Facts{{"urgent", true}});
    p = lint_pack();
    matter(p, "notice")["caps"].push_back(json(
        R"({"id": "more", "fact": "pages", "unit": "page", "at_most": 7, "say": "不超过七页。", "clauses": ["8"]})"));
    CHECK(lint_of(p)->find("caps_disagree", "more"));

    p = lint_pack();
    matter(p, "letter")["prohibitions"] =
        json(R"([{"id": "never", "say": "不发答复。", "clauses": ["7"], "breach": {"fact": "kind", "is": "reply"}}])");
    CHECK(lint_of(p)->find("always_breached", "never"));
    p = lint_pack();
    matter(p, "notice")["prohibitions"].push_back(
        json(R"({"id": "no_review", "say": "加急不审。", "clauses": ["7"], "when": "urgent",
        "breach": {"planned": {"role": ["secretary"], "action": ["review"]}}})"));
    l = lint_of(p);
    REQUIRE(l->find("required_but_forbidden", "no_review"));
    CHECK(l->find("required_but_forbidden", "no_review")->counterexample->facts == Facts{{"urgent", true}});
    p = lint_pack();
    p["matters"].erase(2);
    p["bodies"] = TestJson::array();
    element(p, "notice", "prohibitions", "needless")["instead"] = json(R"({"matter": "council"})");
    CHECK(lint_of(p)->find("unknown_instead", "needless"));
}

TEST_CASE("readings that never differ, or matter where the question is not put, are found") {
    TestJson p = lint_pack();
    element(p, "notice", "notes", "crowd")["when"] = json(R"({"count": "guests", "at_least": 2})");
    CHECK(lint_of(p)->find("idle_reading", "many"));
    p = lint_pack();
    element(p, "notice", "readings", "many")["when"] = json(R"({"count": "guests", "at_least": 3})");
    CHECK(lint_of(p)->find("reading_out_of_place", "many"));
    p = lint_pack();
    element(p, "notice", "readings", "many")["readings"][0].erase("literal");
    CHECK(lint_of(p)->find("no_literal_reading", "many"));
}

TEST_CASE("names that lead nowhere and entries that nobody uses are found") {
    TestJson p = lint_pack();
    element(p, "notice", "steps", "review")["clauses"] = json(R"(["21"])");
    CHECK(refused(p).find("/matters/0/steps/1/clauses/0 条款“21”超出所指文件的条数。") != std::string::npos);

    p = lint_pack();
    p["facts"].erase(7);
    CHECK(lint_of(p)->find("fact_without_entry", "council"));
    p = lint_pack();
    p["facts"].erase(1);
    CHECK(lint_of(p)->find("fact_without_entry"));
    p = lint_pack();
    element(p, "notice", "prohibitions", "needless")["breach"] = "urgent";
    REQUIRE(lint_of(p)->find("unused_fact", "dispensable"));
    CHECK(lint_of(p)->find("unused_fact", "dispensable")->message == "情形“是否可免”没有任何规则问到。");
    p = lint_pack();
    p["facts"][3]["options"] = json(R"(["order", "reply", "other"])");
    REQUIRE(lint_of(p)->find("option_not_known", "poll"));
    // A condition that names all options of this city still keeps out those of others.
    p = lint_pack();
    p["facts"][3]["options"] = json(R"(["order", "notice", "reply"])");
    element(p, "notice", "steps", "review")["when"] = json(R"({"fact": "kind", "is": ["order", "notice", "reply"]})");
    CHECK(lint_of(p)->all() == "");
    p = lint_pack();
    p["facts"][3]["options"] = json(R"(["reply"])");
    CHECK(lint_of(p)->find("single_option", "kind"));
    p = lint_pack();
    p["roles"].push_back(json(R"({"id": "office", "clauses": ["2"]})"));
    CHECK(lint_of(p)->find("unused_role", "office"));
    p = lint_pack();
    p["matters"].erase(2);
    CHECK(lint_of(p)->find("body_without_matter", "council"));
    p = lint_pack();
    element(p, "notice", "steps", "review").erase("role");
    CHECK(lint_of(p)->find("unnamed_actor", "review"));
    p = lint_pack();
    element(p, "notice", "steps", "review")["to"] = "secretary";
    CHECK(lint_of(p)->find("to_oneself", "review"));
}

TEST_CASE("meetings with two quorums are found") {
    TestJson p = lint_pack();
    p["bodies"][0]["entries"].push_back(json(
        R"({"id": "other", "attribute": "quorum", "numerator": 2, "denominator": 3, "say": "三分之二到会。", "clauses": ["15"]})"));
    CHECK(lint_of(p)->find("quorums_disagree", "other"));
}

}  // namespace signroute::test
