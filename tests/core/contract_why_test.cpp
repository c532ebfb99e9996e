// The verb `why` on the fictional city of harbour.h, whose rules one can have in one's head.
#include "core/contract/why_lines_in.h"
#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Json asked(Json request, const char* about) {
    request["about"] = about;
    return answered("why", request);
}

std::vector<int> articles(const Json& clauses) {
    std::vector<int> out;
    for (const Json& c : clauses) out.push_back(c["article"]);
    return out;
}

const std::vector<std::string> kExplanation = {"answer", "facts", "clauses", "refused", "change", "searched", "holds", "depends", "next_question"};

}  // namespace

TEST_CASE("why a route is as it is: the facts and articles that it rests on, what was refused, what would alter it") {
    const Json a = answered("why", edict());
    check_keys(a, {"pack", "matter", "about", "outcome", "explains"});
    check_keys(a, kExplanation);
    CHECK(a["about"] == json(R"({"kind": "route"})"));
    CHECK(a["outcome"] == "regulated");
    CHECK(a["explains"] == "answer");
    CHECK(values(a["answer"]["steps"], "id") == std::vector<std::string>{"draft", "review", "deputy_signs", "copies", "stamps"});
    CHECK(a["answer"]["matters"] == json(R"([{"applies": "yes", "id": "edict"}])"));
    CHECK(a["facts"] == json(R"([{"fact": "important", "value": false}, {"fact": "wide", "value": false}])"));
    CHECK(articles(a["clauses"]) == std::vector<int>{1, 3, 4, 6});
    CHECK(values(a["refused"], "id") == std::vector<std::string>{"consult", "wide_review", "mayor_signs", "poll", "post"});
    CHECK(with_id(a["refused"], "poll") == json(R"({"because": [{"fact": "kind", "value": "notice"}], "clauses": [{"article": 5, "doc": "rules", "label": "第五条"}],
        "id": "poll", "kind": "prerequisite", "matter": "edict", "say": "先征询街坊。"})"));
    CHECK(a["change"]["facts"] == json(R"([{"fact": "important", "from": false, "to": true}])"));
    CHECK(values(a["change"]["answer"]["steps"], "id") == std::vector<std::string>{"draft", "consult", "review", "mayor_signs", "copies", "stamps"});
    CHECK(a["searched"] == 0);
    CHECK(a["depends"] == Json::array());
    CHECK(a["holds"].size() == 6);
    CHECK(a["next_question"] == nullptr);
}

TEST_CASE("why one step is as it is: with the step before it, by id or by name") {
    const Json a = asked(edict(), "deputy_signs");
    CHECK(a == asked(edict(), "副港主签发"));
    CHECK(a == asked(edict(), "step:edict.deputy_signs"));
    CHECK(a["about"] == json(R"({"id": "deputy_signs", "kind": "step", "matter": "edict"})"));
    CHECK(a["answer"] == json(R"({"action": "sign_off", "action_title": "签发", "after": ["review"], "id": "deputy_signs", "matter": "edict", "role": "deputy",
        "role_title": "副港主", "status": "required"})"));
    CHECK(articles(a["clauses"]) == std::vector<int>{3, 4});
    CHECK(a["facts"].size() == 2);
    CHECK(values(a["refused"], "id") == std::vector<std::string>{"mayor_signs"});
    const Json refused_one = asked(edict(), "mayor_signs");
    CHECK(refused_one["answer"] == json(R"({"id": "mayor_signs", "matter": "edict", "status": "not_required"})"));
    CHECK(refused_one["facts"] == json(R"([{"fact": "important", "value": false}])"));
    CHECK(articles(refused_one["clauses"]) == std::vector<int>{4});
    CHECK(refused_one["change"]["facts"] == json(R"([{"fact": "important", "from": false, "to": true}])"));
    CHECK(refused_one["change"]["answer"]["status"] == "required");
}

TEST_CASE("why a rule holds, is broken or does not apply: prerequisite, prohibition, numeric limit, time limit") {
    const Json map = asked(edict(), "城区图");
    CHECK(map["answer"] == json(R"({"applies": "yes", "id": "map", "matter": "edict", "result": "held"})"));
    CHECK(map["facts"] == json(R"([{"thing": "map", "value": true}])"));
    CHECK(map["change"]["facts"] == json(R"([{"from": true, "thing": "map", "to": false}])"));
    CHECK(map["change"]["answer"]["result"] == "broken");
    const Json length = asked(edict(), "length");
    CHECK(length["facts"] == json(R"([{"fact": "pages", "value": 3}])"));
    CHECK(length["change"]["facts"] == json(R"([{"fact": "pages", "from": 3, "to": 7}])"));
    CHECK(asked(changed(edict(), "/facts/pages", 9), "length")["change"]["facts"] == json(R"([{"fact": "pages", "from": 9, "to": 6}])"));
    const Json hasty = asked(edict(), "hasty");
    CHECK(hasty["answer"]["result"] == "held");
    CHECK(hasty["facts"] == json(R"([{"fact": "kind", "value": "notice"}, {"fact": "urgent", "value": false}])"));
    const Json post = asked(edict(), "张贴期限");
    CHECK(post["answer"]["applies"] == "no");
    CHECK(post["answer"]["result"] == "not_applicable");
    CHECK(post["facts"] == json(R"([{"fact": "urgent", "value": false}])"));
    CHECK(articles(post["clauses"]) == std::vector<int>{9});
    const Json signs = asked(changed(edict(), "/planned/2", "港务官签发"), "master_signs");
    CHECK(signs["answer"]["result"] == "broken");
    CHECK(signs["facts"] == Json::array());
    CHECK(signs["change"] == nullptr);
    CHECK(signs["searched"] == 3);
}

TEST_CASE("why a verdict: one error is enough, a pass takes every rule that held") {
    const Json pass = asked(edict(), "verdict");
    CHECK(pass["answer"] == json(R"({"verdict": "pass"})"));
    CHECK(pass["facts"].size() == 6);
    CHECK(articles(pass["clauses"]) == std::vector<int>{1, 3, 4, 5, 7, 8, 9});
    Json request = changed(edict(), "/planned", json(R"(["文书官审核", "副港主签发"])"));
    const Json fail = asked(request, "verdict");
    CHECK(fail["answer"] == json(R"({"verdict": "fail"})"));
    CHECK(fail["facts"] == Json::array());  // nobody drafts it, whatever the facts
    CHECK(articles(fail["clauses"]) == std::vector<int>{1});
    CHECK(fail["change"] == nullptr);
}

TEST_CASE("while facts are open: what holds, what waits for which of them, and what to ask next") {
    const Json a = answered("why", json(R"({"matter": "edict"})"));
    CHECK(a["outcome"] == "depends");
    CHECK(a["facts"] == Json::array());
    CHECK(values(a["holds"], "id") == std::vector<std::string>{"edict", "draft", "copies", "stamps"});
    CHECK(values(a["depends"], "id") == std::vector<std::string>{"consult", "review", "wide_review", "mayor_signs", "deputy_signs"});
    CHECK(with_id(a["depends"], "wide_review")["on"] == json(R"([{"fact": "wide"}])"));
    CHECK(with_id(a["depends"], "wide_review")["status"] == "judgement");
    CHECK(a["change"] == nullptr);
    const Json& next = a["next_question"];
    check_keys(next, {"fact", "question", "why", "judgement", "clauses", "answers", "left"});
    CHECK(next["fact"] == "important");  // as good as the other, and asked before it
    CHECK(next["answers"] == 4);
    CHECK(next["left"] == json(R"({"answers": 4, "over": 2})"));
    const Json ship = answered("why", json(R"({"matter": "pass"})"));
    CHECK(ship["next_question"]["fact"] == "ship");  // the cargo of a fishing boat is nobody's business
    CHECK(ship["next_question"]["answers"] == 3);
    CHECK(ship["next_question"]["left"] == json(R"({"answers": 3, "over": 2})"));
}

TEST_CASE("where the rules of the matter do not fit, the fact and the article that say so") {
    const Json a = answered("why", json(R"({"matter": "pass", "facts": {"ship": "渔船", "cargo": 80}})"));
    CHECK(a["outcome"] == "not_regulated");
    CHECK(a["facts"] == json(R"([{"fact": "ship", "value": "fishing"}])"));
    CHECK(articles(a["clauses"]) == std::vector<int>{13});
    CHECK(a["refused"][0]["kind"] == "matter");
    CHECK(a["refused"][0]["because"] == json(R"([{"fact": "ship", "value": "fishing"}])"));
    CHECK(a["change"]["facts"] == json(R"([{"fact": "ship", "from": "fishing", "to": "merchant"}])"));
    CHECK(asked(json(R"({"matter": "pass", "facts": {"ship": "fishing"}})"), "mayor_approves")["answer"]["status"] == "not_required");
}

TEST_CASE("readings of the text are explained one by one, or together where they agree") {
    const Json a = asked(json(R"({"matter": "ruling", "facts": {"chair": "mayor"}})"), "host_signs");
    CHECK(a["explains"] == "each_reading");
    CHECK(a["outcome"] == "readings");
    for (const std::string& key : kExplanation) CHECK_MESSAGE(!a.contains(key), key);
    REQUIRE(values(a["readings"], "id") == std::vector<std::string>{"mayor", "deputy"});
    for (const Json& r : a["readings"]) {
        check_keys(r, {"id", "basis", "literal", "cautious", "say"});
        check_keys(r, kExplanation);
        CHECK(r["facts"] == json(R"([{"fact": "chair", "value": "mayor"}])"));
        CHECK(articles(r["clauses"]) == std::vector<int>{11, 12});
        CHECK(r["answer"]["role"] == "mayor");
    }
    CHECK(a["readings"][0]["answer"]["after"] == json(R"(["mayor_signs"])"));
    CHECK(a["readings"][1]["answer"]["after"] == json(R"(["deputy_signs"])"));
}

TEST_CASE("a day on which the rules were not in force has nothing to explain") {
    const Json a = answered("why", changed(edict(), "/on", "2020-01-01"));
    CHECK(a == json(R"({"about": {"kind": "route"}, "matter": ["edict"], "outcome": "not_in_hand", "pack": "harbour"})"));
}

TEST_CASE("what is asked why has to be there, and has to be one thing") {
    const auto said = [](Json request, const Json& about) {
        request["about"] = about;
        return refused("why", request.dump());
    };
    CHECK(said(edict(), 5) == "wrong_type /about 此处应为文字。");
    CHECK(said(edict(), "sunrise") == "unknown_element /about 所问事项没有要素“sunrise”。");
    CHECK(said(edict(), "limit:draft") == "unknown_element /about 所问事项没有要素“limit:draft”。");
    CHECK(said(edict(), "") == "unknown_element /about 所问事项没有要素“”。");
    CHECK(said(changed(edict(), "/matter", json(R"(["edict", "letter"])")), "draft") ==
          "ambiguous_element /about “draft”不止指一个要素，请写明是哪一个：step:edict.draft、step:letter.draft。");
    Json two = changed(edict(), "/matter", json(R"(["edict", "letter"])"));
    CHECK(asked(two, "letter.draft")["about"] == json(R"({"id": "letter.draft", "kind": "step", "matter": "letter"})"));
    CHECK(refused("why", "{}") == "missing_key  缺少“matter”。");
}

TEST_CASE("why in lines: what it rests on with its clauses, what would alter it, and what was refused") {
    Json request = edict();
    request["lines"] = true;
    const Json a = asked(request, "mayor_signs");
    CHECK(a.size() == 2);
    CHECK(values(a["lines"], "kind") == std::vector<std::string>{"text", "point", "point", "text"});
    CHECK(values(a["lines"], "say") == std::vector<std::string>{"结论：不需要。依据下列情形和条款即足以得出，缺一不可：", "是否重大：否", "", "改为“是否重大：是”，结论就变为：应当办理（港主）。"});
    CHECK(articles(a["lines"][2]["clauses"]) == std::vector<int>{4});
    CHECK(a["other"] == json(R"({"facts": {"important": true}, "say": "是否重大：是"})"));
    const std::vector<std::string> said = values(asked(request, "route")["lines"], "say");
    const auto refused_ones = std::find(said.begin(), said.end(), "考虑过而不适用的规则：");
    REQUIRE(refused_ones != said.end());
    CHECK(std::find(refused_ones, said.end(), "先征询街坊。（因为告示种类：通告）") != said.end());
    CHECK(said.front().rfind("结论：流程共5个步骤。", 0) == 0);
    CHECK(std::find(said.begin(), said.end(), "改为“是否重大：是”，结论就变为：流程共6个步骤。") != said.end());
}

TEST_CASE("why in lines is read back for the screen, with the facts of the other situation") {
    Json request = edict();
    request["lines"] = true, request["about"] = "mayor_signs";
    const auto why = shown_why_in(harbour(), answer(library(), "why", "harbour", request.dump()).json);
    REQUIRE_MESSAGE(why, (why ? "" : why.error().message));
    REQUIRE(why->lines.size() == 4);
    CHECK(why->lines[1].kind == WhyLine::Kind::point);
    CHECK(why->lines[2].clauses == std::vector<Clause>{{.doc = "rules", .article = 4}});
    CHECK(why->other == "是否重大：是");
    CHECK(why->changed == Facts{{"important", true}});
    request["about"] = "nothing";
    const auto none = shown_why_in(harbour(), answer(library(), "why", "harbour", request.dump()).json);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == "unknown_element");
    CHECK(refused("why", changed(request, "/lines", 1).dump()) == "wrong_type /lines 此处应为 true 或 false。");
}
