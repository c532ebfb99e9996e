// The verbs of training: what they refuse, and what a card of other rules comes to.
#include <doctest/doctest.h>

#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("a bad wish for questions is refused with its place") {
    CHECK(refused("quiz", R"({"kinds":["riddle"]})") == "unknown_kind /kinds/0 没有题型“riddle”。");
    CHECK(refused("quiz", R"({"packs":["atlantis"]})") == "unknown_pack /packs/0 没有规则包“atlantis”。");
    CHECK(refused("quiz", R"({"matters":["nothing"]})") == "unknown_matter /matters/0 没有事项“nothing”。");
    CHECK(refused("quiz", R"({"topics":["nothing"]})") == "unknown_topic /topics/0 没有类别“nothing”。");
    CHECK(refused("quiz", R"({"n":0})") == "out_of_range /n 题数应在 1 到 500 之间。");
    CHECK(refused("quiz", R"({"seed":-1})") == "out_of_range /seed 种子不能为负。");
    CHECK(refused("quiz", R"({"colour":"red"})").rfind("unknown_key /colour", 0) == 0);
}

TEST_CASE("an answer to a question that nobody can have asked is refused") {
    CHECK(refused("grade", R"({"answer":"a"})").rfind("missing_key", 0) == 0);
    CHECK(refused("grade", R"({"question":{"id":"who_signs/harbour"},"answer":"a"})") == "bad_question /question/id 题号“who_signs/harbour”不完整。");
    CHECK(refused("grade", R"({"question":{"id":"riddle/harbour/edict//route://1"},"answer":"a"})") == "unknown_kind /question/id 没有题型“riddle”。");
    CHECK(refused("grade", R"({"question":{"id":"who_signs/atlantis/edict//route://1"},"answer":"a"})") == "unknown_pack /question/id 没有规则包“atlantis”。");
    CHECK(refused("grade", R"({"question":{"id":"who_signs/harbour/nothing//route://1"},"answer":"a"})") ==
          "question_gone /question/id 现行规则包不再得出这道题，已撤回。");
}

TEST_CASE("a log of reviews is read with its errors located") {
    CHECK(refused("review", R"({"log":[{"at":"2025-01-02","rating":"good"}]})") == "bad_time /log/0/at 时间“2025-01-02”应形如 2025-01-23T08:30。");
    CHECK(refused("review", R"({"log":[{"at":"2025-01-02T24:00","rating":"good"}]})") == "bad_time /log/0/at 时间“2025-01-02T24:00”应形如 2025-01-23T08:30。");
    CHECK(refused("review", R"({"log":[{"at":"2025-01-02T08:00","rating":"fair"}]})") == "bad_value /log/0/rating 评分应为 again、hard、good 或 easy。");
    CHECK(refused("review", R"({"log":[{"at":"2025-01-02T08:00","rating":"good"},{"at":"2025-01-01T08:00","rating":"good"}]})") ==
          "out_of_order /log/1/at 这次复习早于上一次。");
    const Json fresh = answered("review", json("{}"));
    CHECK(fresh["state"] == "new");
    CHECK(fresh["due"] == nullptr);
    const Json card = answered("review", json(R"({"log":[{"at":"2025-02-28T23:55","rating":"good"}],"now":"2025-03-01T00:10"})"));
    CHECK(card["due"] == "2025-03-01T00:05");
    CHECK(card["state"] == "learning");
}

TEST_CASE("questions come from whatever pack there is, and are graded by their id and seed") {
    const Json drawn = answered("quiz", json(R"({"seed":3,"n":12})"));
    REQUIRE(!drawn["questions"].empty());
    for (const Json& q : drawn["questions"]) {
        check_keys(q, {"id", "seed", "kind", "packs", "matter", "hash", "situation", "ask", "choices", "key", "proof", "clauses", "refutations", "case"});
        const Json mark = answered("grade", {{"question", {{"id", q["id"]}, {"seed", q["seed"]}}}, {"answer", q["key"]}});
        CHECK(mark["right"] == true);
    }
}
