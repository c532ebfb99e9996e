// What the machine contract refuses, with code, place and message; and which verbs need no request.
#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("an unknown key is an error with its place, in every verb and at every depth") {
    for (const std::string& verb : kVerbs) {
        Json request = verb == "deadline" ? json(R"({"start": "2025-03-03", "n": 1})") : verb == "route" || verb == "assess" || verb == "why" || verb == "plan" ? edict() : Json::object();
        if (verb == "plan") request["from"] = json(R"({"start": "2025-03-03"})");
        if (verb == "audit") request["text"] = "第一条 要勤快。";
        request["colour"] = "red";
        CHECK_MESSAGE(refused(verb, request.dump()) == "unknown_key /colour 不认识的键“colour”。", verb);
    }
    CHECK(refused("assess", changed(edict(), "/planned/0", json(R"({"role": "clerk", "rôle/x": 1})")).dump()) == "unknown_key /planned/0/rôle~1x 不认识的键“rôle/x”。");
    CHECK(refused("deadline", R"({"limit": "reply", "start": "2025-03-03", "n": 5})") == "unknown_key /n 不认识的键“n”。");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": 5, "facts": {}})") == "unknown_key /facts 不认识的键“facts”。");
}

TEST_CASE("what is no JSON, no object or no verb is refused") {
    for (const std::string& verb : kVerbs) {
        CHECK_MESSAGE(refused(verb, "{\"matter\": ") == "not_json  第1行第12个字符处不是正确的 JSON。", verb);
        CHECK_MESSAGE(refused(verb, "[]") == "wrong_type  此处应为对象。", verb);
        CHECK_MESSAGE(refused(verb, "{\"a\": 1, \"a\": 1}") == "duplicate_key /a 键“a”重复出现。", verb);
        CHECK_MESSAGE(refused(verb, "{\"a\": \"\xff\"}") == "not_utf8  内容不是 UTF-8 编码。", verb);
    }
    CHECK(refused("advise", "{}") == "unknown_verb  不认识的命令“advise”。");
    CHECK(refused("", "{}") == "unknown_verb  不认识的命令“”。");
}

TEST_CASE("an identifier that nobody knows is refused with its place") {
    CHECK(refused("assess", "{}", "") == "missing_key  缺少“pack”。");
    CHECK(refused("assess", R"({"pack": "atlantis"})") == "unknown_pack /pack 没有规则包“atlantis”。");
    CHECK(refused("assess", "{}", "atlantis") == "unknown_pack  没有规则包“atlantis”。");
    CHECK(refused("assess", R"({"pack": 5})") == "wrong_type /pack 此处应为文字。");
    CHECK(refused("assess", "{}") == "missing_key  缺少“matter”。");
    CHECK(refused("assess", R"({"matter": "poem"})") == "unknown_matter /matter 没有事项“poem”。");
    CHECK(refused("assess", R"({"matter": ["edict", "poem"]})") == "unknown_matter /matter/1 没有事项“poem”。");
    CHECK(refused("assess", R"({"matter": []})") == "empty /matter 至少要有一个事项。");
    CHECK(refused("assess", R"({"matter": 5})") == "wrong_type /matter 此处应为文字，或者文字的数组。");
    CHECK(refused("assess", R"({"matter": ["edict", 5]})") == "wrong_type /matter/1 此处应为文字。");
    CHECK(refused("route", R"({"matter": "edict", "facts": {"hurry": true}})") == "unknown_fact /facts/hurry 没有情形“hurry”。");
    CHECK(refused("route", R"({"matter": "edict", "facts": {"kind": "poem"}})") == "unknown_option /facts/kind 情形“告示种类”没有选项“poem”。");
    CHECK(refused("assess", R"({"matter": "edict", "done": {"dance": true}})") == "unknown_thing /done/dance 没有前置事项“dance”。");
    CHECK(refused("assess", R"({"matter": "edict", "enclosures": ["song"]})") == "unknown_thing /enclosures/0 没有附件“song”。");
    CHECK(refused("assess", R"({"matter": "edict", "events": {"dusk": "2025-03-03"}})") == "unknown_event /events/dusk 没有时间节点“dusk”。");
    CHECK(refused("deadline", R"({"limit": "soon", "start": "2025-03-03"})") == "unknown_limit /limit 没有时限“soon”。");
}

TEST_CASE("a value of the wrong kind is refused with its place") {
    const auto said = [](const char* pointer, const char* value) { return refused("assess", changed(edict(), pointer, json(value)).dump()); };
    CHECK(said("/facts", "[]") == "wrong_type /facts 此处应为对象。");
    CHECK(said("/facts/important", "1") == "wrong_type /facts/important 此处应为 true 或 false，或者“是”或“否”。");
    CHECK(said("/facts/important", "\"yes\"") == "wrong_type /facts/important 此处应为 true 或 false，或者“是”或“否”。");
    CHECK(said("/facts/pages", "2.5") == "wrong_type /facts/pages 此处应为整数。");
    CHECK(said("/facts/pages", "-1") == "out_of_range /facts/pages 数量不能为负。");
    CHECK(said("/facts/pages", "9007199254740993") == "out_of_range /facts/pages 数值过大。");
    CHECK(said("/facts/kind", "[\"notice\"]") == "wrong_type /facts/kind 此处应为文字。");
    CHECK(said("/facts/attending", "\"mayor\"") == "wrong_type /facts/attending 此处应为数组。");
    CHECK(said("/planned", "5") == "wrong_type /planned 此处应为数组。");
    CHECK(said("/planned/0", "5") == "wrong_type /planned/0 此处应为文字或者对象。");
    CHECK(said("/planned/0", "{}") == "empty /planned/0 步骤至少要有角色或者动作。");
    CHECK(said("/planned/0", "\" \"") == "empty /planned/0 步骤至少要有角色或者动作。");
    CHECK(said("/done", "[]") == "wrong_type /done 此处应为对象。");
    CHECK(said("/done", "{\"poll\": 5}") == "wrong_type /done/poll 此处应为 true、false 或者日期。");
    CHECK(said("/enclosures", "{}") == "wrong_type /enclosures 此处应为数组。");
    CHECK(said("/events", "[]") == "wrong_type /events 此处应为对象。");
    CHECK(refused("deadline", R"({"start": "2025-03-03"})") == "missing_key  缺少“n”。");
    CHECK(refused("deadline", R"({"n": 3})") == "missing_key  缺少“start”。");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": 3, "unit": "week"})") == "bad_value /unit 单位应为 working_day、calendar_day、month 或 year。");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": 3, "direction": "later"})") == "bad_value /direction 方向应为 after 或 before。");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": 3, "roll": "yes"})") == "bad_value /roll 顺延方式应为 none、next_working_day 或 previous_working_day。");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": 3, "count_start": 1})") == "wrong_type /count_start 此处应为 true 或 false。");
    CHECK(refused("deadline", R"({"limit": "reply"})") == "missing_key  缺少“start”。");
    CHECK(refused("deadline", R"({"limit": "reply", "start": "2025-03-03", "agreed": []})") == "wrong_type /agreed 此处应为日期、天数，或者 true、false。");
    CHECK(refused("deadline", R"({"limit": "reply", "start": "2025-03-03", "agreed": -1})") == "negative_count /agreed 天数-1不能为负，应为不小于0的整数");
    CHECK(refused("deadline", R"({"limit": "reply", "start": "2025-03-03", "done": 5})") == "wrong_type /done 此处应为日期，或者 true、false。");
    CHECK(refused("deadline", R"({"limit": "reply", "start": "2025-03-03", "month": "2025-13"})") == "impossible_month /month “2025-13”这一月不存在");
    CHECK(refused("deadline", R"({"start": "2025-03-03", "n": -1})") == "negative_count /n 天数-1不能为负，应为不小于0的整数");
}

TEST_CASE("a day that is none is refused with its place") {
    for (const char* pointer : {"/on", "/today", "/events/received"}) {
        const auto said = [&](const Json& value) { return refused("assess", changed(edict(), pointer, value).dump()); };
        CHECK(said("2025-02-29") == std::string("impossible_date ") + pointer + " “2025-02-29”这一天不存在");
        CHECK(said("2025/02/08") == std::string("bad_date ") + pointer + " “2025/02/08”不是日期，应写作年-月-日，如2025-02-08");
        CHECK(said(20250208) == std::string("wrong_type ") + pointer + " 此处应为文字。");
    }
    CHECK(refused("deadline", R"({"start": "2025-13-01", "n": 1})") == "impossible_date /start “2025-13-01”这一天不存在");
    CHECK(refused("assess", changed(edict(), "/done", json(R"({"poll": "yes"})")).dump()) == "bad_date /done/poll “yes”不是日期，应写作年-月-日，如2025-02-08");
}

TEST_CASE("the same thing said twice, or said and unsaid, is refused") {
    CHECK(refused("assess", R"({"matter": "edict", "facts": {"important": true, "重大": true}})") == "stated_twice /facts/重大 情形“是否重大”以不同的名称写了两次。");
    CHECK(refused("assess", R"({"matter": "edict", "done": {"map": true, "地图": true}})") == "stated_twice /done/地图 “地图”以不同的名称写了两次。");
    CHECK(refused("assess", R"({"matter": "edict", "events": {"received": "2025-03-03", "收到": "2025-03-03"}})") == "stated_twice /events/收到 “收到”以不同的名称写了两次。");
    CHECK(refused("assess", R"({"matter": "edict", "done": {"map": false}, "enclosures": ["map"]})") == "contradiction /enclosures/0 “map”列为附件，又写明没有。");
}

TEST_CASE("which verbs wait for a request") {
    for (const char* verb : {"packs", "catalogue", "matters", "pack", "lint", "advise"}) CHECK(!needs_request(verb));
    for (const char* verb : {"route", "assess", "why", "plan", "deadline", "audit"}) CHECK(needs_request(verb));
    CHECK(answer(library(), "packs", "", "").status == 0);
    CHECK(answer(library(), "matters", "harbour", " \n").status == 0);
}
