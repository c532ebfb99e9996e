// Lint on a fictional city: silent where nothing is wrong, and for each kind of defect found, located and shown by a
// case.
#include "tests/core/lint_pack.h"

namespace signroute::test {

TEST_CASE("a pack without fault is passed without a word") {
    const auto l = lint_of(lint_pack());
    CHECK(l->all() == "");
    CHECK(l->report.silences.size() == 2);
    CHECK(l->report.conflicts.size() == 1);
    CHECK(l->report.conflicts.front().question->id == "many");
    REQUIRE(l->report.conflicts.front().example);
    CHECK(l->report.conflicts.front().example->facts.count("guests") == 1);
    for (const LintSpan& s : l->report.spans) CHECK(s.exhaustive);
    // Three facts of yes or no, kinds named or not, pages up to six or more, 2 readings; guests: none, one or both of
    // the others without the envoy, the envoy with none, one or both.
    CHECK(l->report.spans.front().combinations == 8 * 2 * 2 * 6 * 2);
}

TEST_CASE("a combination without any outcome is found with the fewest facts") {
    TestJson p = lint_pack();
    matter(p, "letter")["steps"] = json(R"([{"id": "write", "role": "clerk", "action": "draft", "clauses": ["9"],
        "when": {"any": ["urgent", {"fact": "pages", "more_than": 3}]}}])");
    p["roles"].erase(1);
    const auto l = lint_of(p);
    const LintFinding* f = l->find("no_outcome");
    REQUIRE(f);
    CHECK(f->severity == Severity::error);
    CHECK(f->message ==
          "事项“寄发信函”：有的情形没有任何结果：没有步骤、前置、禁止、限额、时限，也没有注明原文未规定。"
          "例如“告示种类”为答复、“页数”为0、“是否加急”为否时。");
    CHECK(f->pointer == "/matters/1");
    const Route r = l->route(*f);
    CHECK(r.outcome == Outcome::regulated);
    for (const RouteStep& s : r.steps) CHECK(s.status == StepStatus::not_required);
}

TEST_CASE("a matter that the text leaves open has to say so, and nothing more") {
    TestJson p = lint_pack();
    p["matters"].push_back(json(
        R"({"id": "council", "regulated": false, "steps": [{"id": "s", "role": "clerk", "action": "draft", "clauses": ["1"]}]})"));
    p["matters"].erase(2);
    const auto l = lint_of(p);
    CHECK(l->find("no_outcome"));
    REQUIRE(l->find("never_applies", "s"));
    CHECK(l->find("never_applies", "s")->message ==
          "事项“议事会”：步骤“书记拟稿”（s）不起作用：本事项注明原文未规定。");
}

TEST_CASE("a route in which nobody decides is found where others are decided") {
    TestJson p = lint_pack();
    matter(p, "notice")["steps"].erase(3);
    const auto l = lint_of(p);
    const LintFinding* f = l->find("no_decider");
    REQUIRE(f);
    CHECK(f->message ==
          "事项“发布告示”：有的情形送审、报送之后没有人作决定，也没有须先明确由谁决定的提示。例如“是否重大”为否时。");
    CHECK(f->counterexample->facts == Facts{{"important", false}});
    const Route r = l->route(*f);
    CHECK(r.decided_by.empty());
    CHECK_FALSE(r.steps.empty());

    TestJson noted = p;
    matter(noted, "notice")["notes"].push_back(json(
        R"({"id": "minor", "say": "不重大的审核即可。", "clauses": ["4"], "when": {"fact": "important", "is": false}})"));
    CHECK_FALSE(lint_of(noted)->find("no_decider"));
    TestJson said = p;
    matter(said, "notice")["silent"].push_back(
        json(R"({"id": "who", "about": "谁签发", "aspect": "actor", "asks": true, "say": "没有说。", "clauses": ["4"],
        "when": {"fact": "important", "is": false}})"));
    CHECK_FALSE(lint_of(said)->find("no_decider"));
}

TEST_CASE("two who decide at once are found, unless they replace each other or follow one another") {
    TestJson p = lint_pack();
    element(p, "notice", "steps", "deputy_signs")["when"] =
        json(R"({"any": [{"fact": "important", "is": false}, "urgent"]})");
    const auto l = lint_of(p);
    const LintFinding* f = l->find("two_deciders");
    REQUIRE(f);
    CHECK(f->element == "deputy_signs");
    CHECK(f->message ==
          "事项“发布告示”：步骤“副城主签发”（deputy_signs）与步骤“城主签发”（mayor_"
          "signs）同时成立：同一动作由两个不同的人决定。"
          "例如“是否重大”为是、“是否加急”为是时。");
    const Route r = l->route(*f);
    CHECK(r.decided_by.size() == 2);

    TestJson joint = p;
    for (const char* id : {"mayor_signs", "deputy_signs"}) element(joint, "notice", "steps", id)["action"] = "approve";
    CHECK(lint_of(joint)->find("two_deciders"));
    matter(joint, "notice")["silent"].push_back(json(
        R"({"id": "first", "about": "孰先孰后", "aspect": "order", "say": "没有说。", "clauses": ["4"], "when": "urgent"})"));
    CHECK_FALSE(lint_of(joint)->find("two_deciders"));
    TestJson either = p;
    for (const char* id : {"mayor_signs", "deputy_signs"}) element(either, "notice", "steps", id)["one_of"] = "sign";
    CHECK_FALSE(lint_of(either)->find("two_deciders"));
    CHECK(lint_of(either)->find("alternatives_overlap", "deputy_signs"));
    TestJson stages = p;
    element(stages, "notice", "steps", "deputy_signs")["after"] = json(R"(["review", "mayor_signs"])");
    CHECK_FALSE(lint_of(stages)->find("two_deciders"));
}

TEST_CASE("one step as a duty and as an option, or twice, is found") {
    TestJson p = lint_pack();
    TestJson again = element(p, "notice", "steps", "review");
    again["id"] = "again";
    again["when"] = "urgent";
    matter(p, "notice")["steps"].push_back(again);
    CHECK(lint_of(p)->find("duplicate_step", "again"));
    element(p, "notice", "steps", "again")["status"] = "permitted";
    element(p, "notice", "steps", "again")["strength"] = "may";
    const auto l = lint_of(p);
    const LintFinding* f = l->find("status_conflict", "again");
    REQUIRE(f);
    CHECK(f->counterexample->facts == Facts{{"urgent", true}});
}

TEST_CASE("one person on both sides of a signature is found, also behind a fact and a wider role") {
    TestJson p = lint_pack();
    element(p, "notice", "steps", "review")["role"] = "mayor";
    auto l = lint_of(p);
    REQUIRE(l->find("same_person"));
    CHECK(l->find("same_person")->message ==
          "事项“发布告示”：步骤“城主签发”（mayor_signs）与步骤“城主审核”（review）落在同一人（城主）：由本人审核本人的签批。"
          "例如“是否重大”为是时。");

    // There are several deputies: the same role need not be the same person.
    p = lint_pack();
    element(p, "notice", "steps", "review")["role"] = "deputy";
    l = lint_of(p);
    CHECK_FALSE(l->find("same_person"));
    CHECK(l->find("maybe_same_person", "deputy_signs"));

    p = lint_pack();
    element(p, "letter", "steps", "check").erase("when");
    l = lint_of(p);
    const LintFinding* f = l->find("same_person");
    REQUIRE(f);
    CHECK(f->counterexample->facts == Facts{{"kind", "reply"}, {"chair", "secretary"}});
    const Route r = l->route(*f);
    TestJson said = p;
    matter(said, "letter")["silent"] =
        json(R"([{"id": "who", "about": "文书官主持时由谁审核", "aspect": "actor", "say": "没有说。", "clauses": ["9"],
        "when": {"fact": "chair", "is": "secretary"}}])");
    CHECK_FALSE(lint_of(said)->find("same_person"));
    int secretary = 0;
    for (const RouteStep& s : r.steps) secretary += s.role == "secretary" && s.status == StepStatus::required;
    CHECK(secretary == 2);

    p = lint_pack();
    element(p, "notice", "steps", "review")["role"] = "first_deputy";
    l = lint_of(p);
    CHECK_FALSE(l->find("same_person"));
    CHECK(l->find("maybe_same_person"));
}

TEST_CASE("what can never apply is found in every kind of element") {
    const TestJson never = json(R"({"all": ["urgent", {"fact": "urgent", "is": false}]})");
    for (const auto& place : {std::pair{"steps", "review"},
                              {"prerequisites", "poll"},
                              {"prohibitions", "needless"},
                              {"caps", "length"},
                              {"silent", "first_day"},
                              {"readings", "many"},
                              {"notes", "crowd"}}) {
        const char *list = place.first, *id = place.second;
        TestJson p = lint_pack();
        element(p, "notice", list, id)["when"] = never;
        const auto l = lint_of(p);
        CAPTURE(list);
        REQUIRE(l->find("never_applies", id));
        CHECK(l->find("never_applies", id)->severity == Severity::error);
        CHECK(l->find("never_applies", id)->counterexample);
    }
    TestJson p = lint_pack();
    element(p, "notice", "prohibitions", "needless")["breach"] = never;
    REQUIRE(lint_of(p)->find("never_applies", "needless"));
    CHECK(lint_of(p)->find("never_applies", "needless")->message ==
          "事项“发布告示”：禁止事项（needless）的违反情形（“是否加急”为是且“是否加急”为否）在任何情形下都不成立。");
    p = lint_pack();
    matter(p, "letter")["applies_when"] = never;
    CHECK(lint_of(p)->find("never_applies"));
    p = lint_pack();
    p["limits"][0]["when"] = "urgent";
    CHECK(lint_of(p)->find("never_applies", "review_days"));
}

TEST_CASE("a condition that always holds, and a part or an option that changes nothing, are found") {
    TestJson p = lint_pack();
    element(p, "letter", "steps", "write")["when"] = json(R"({"fact": "kind", "is": ["reply", "order"]})");
    CHECK(lint_of(p)->find("always_applies", "write"));

    p = lint_pack();
    element(p, "letter", "steps", "write")["when"] = json(R"({"all": ["urgent", {"fact": "kind", "is": "reply"}]})");
    auto l = lint_of(p);
    REQUIRE(l->find("idle_part", "write"));
    CHECK(l->find("idle_part", "write")->pointer == "/matters/1/steps/0/when/all/1");
    CHECK(l->find("idle_part", "write")->message ==
          "事项“寄发信函”：步骤“书记拟稿”（write）的条件中““告示种类”为答复”一项不起作用：去掉后结果不变。例如“告示种类"
          "”为答复、“是否加急”为是时。");

    p = lint_pack();
    element(p, "notice", "steps", "mayor_signs")["when"] =
        json(R"({"any": ["important", {"all": ["important", "urgent"]}]})");
    CHECK(lint_of(p)->find("idle_part", "mayor_signs"));

    p = lint_pack();
    element(p, "letter", "steps", "write")["when"] =
        json(R"({"any": [{"fact": "pages", "at_least": 4}, {"fact": "pages", "more_than": 3}, "urgent"]})");
    CHECK(lint_of(p)->find("idle_part", "write"));

    p = lint_pack();
    matter(p, "letter")["applies_when"] = json(R"({"fact": "kind", "is": ["reply", "other"]})");
    element(p, "letter", "steps", "write")["when"] =
        json(R"({"any": ["urgent", {"fact": "kind", "is": ["reply", "order"]}]})");
    l = lint_of(p);
    CHECK(l->find("idle_option", "write"));
}

}  // namespace signroute::test
