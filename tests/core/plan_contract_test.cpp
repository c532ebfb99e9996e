// What the verb `plan` takes, refuses and answers, on the fictional city of harbour.h.
#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Json plan_request() {
    Json out = edict();
    out.erase("planned");
    out["from"] = json(R"({"start": "2025-03-03"})");
    out["events"] = json(R"({"received": "2025-03-03"})");
    return out;
}

std::string refused_with(const char* pointer, const Json& value) { return refused("plan", changed(plan_request(), pointer, value).dump()); }

const Json& told_limit(const Json& plan, const char* id) { return with_id(plan["limits"], id, "limit"); }

}  // namespace

TEST_CASE("plan needs a start or a day to meet, and each of a known form") {
    Json neither = plan_request();
    neither.erase("from");
    CHECK(refused("plan", neither.dump()) == "missing_key  缺少“from”或者“to”。");
    CHECK(refused_with("/from", "2025-03-03") == "wrong_type /from 此处应为对象。");
    CHECK(refused_with("/from", Json::object()) == "missing_key /from 缺少“start”。");
    CHECK(refused_with("/from/start", "2025-02-30") == "impossible_date /from/start “2025-02-30”这一天不存在");
    CHECK(refused_with("/from/end", "2025-03-30") == "unknown_key /from/end 不认识的键“end”。");
    CHECK(refused_with("/to", "signed") == "wrong_type /to 此处应为对象。");
    CHECK(refused_with("/to", Json::object()) == "missing_key /to 缺少“event”、“step”或者“limit”。");
    CHECK(refused_with("/to", json(R"({"event": "signed", "step": "review", "date": "2025-03-10"})")) == "contradiction /to “event”、“step”、“limit”只能写一个。");
    CHECK(refused_with("/to", json(R"({"event": "eclipse", "date": "2025-03-10"})")) == "unknown_event /to/event 没有时间节点“eclipse”。");
    CHECK(refused_with("/to", json(R"({"event": "signed"})")) == "missing_key /to 缺少“date”。");
    CHECK(refused_with("/to", json(R"({"step": "dance", "date": "2025-03-10"})")) == "unknown_step /to/step 没有步骤“dance”。");
    CHECK(refused_with("/to", json(R"({"step": "review", "month": "2025-03"})")) == "missing_key /to 缺少“date”。");
    CHECK(refused_with("/to", json(R"({"limit": "sleep", "month": "2025-03"})")) == "unknown_limit /to/limit 没有时限“sleep”。");
    CHECK(refused_with("/to", json(R"({"limit": "reply", "date": "2025-03-10"})")) == "missing_key /to 缺少“month”。");
    CHECK(refused_with("/to", json(R"({"limit": "reply", "month": "2025-13"})")) == "impossible_month /to/month “2025-13”这一月不存在");
    CHECK(refused_with("/to", json(R"({"event": "received", "date": "2025-03-04"})")) == "contradiction /to/date “收到”的日期与“events”中所填的不同。");
    CHECK(refused_with("/ledger", 1) == "wrong_type /ledger 此处应为 true 或 false。");
}

TEST_CASE("plan refuses a day to meet that cannot be planned towards") {
    CHECK(refused_with("/to", json(R"({"limit": "reply", "month": "2025-03"})")) == "not_monthly /to/limit 时限“答复期限”不是每月截止的时限，或者没有属于它的步骤。");
    CHECK(refused_with("/to", json(R"({"limit": "days", "month": "2025-03"})")) == "not_in_route /to/limit 本次办理没有这一时限。");
    CHECK(refused_with("/to", json(R"({"step": "mayor_signs", "date": "2025-03-10"})")) == "not_in_route /to/step 本次办理的路线没有这一步骤。");
    Json done = changed(plan_request(), "/to", json(R"({"step": "review", "date": "2025-03-10"})"));
    done["done"] = json(R"({"review": true})");
    CHECK(refused("plan", done.dump()) == "bad_target /to/step 这一步骤已经办结，不能从它倒推。");
    Json letter = json(R"({"matter": "letter", "to": {"step": "deputy_signs", "date": "2025-03-10"}})");
    CHECK(refused("plan", letter.dump()) == "bad_target /to/step 这一步骤由别的步骤代替，请先在拟走流程中写明走哪一种。");
    letter["planned"] = json(R"(["书记拟稿", "文书官审核", "副港主签发"])");
    CHECK(answered("plan", letter)["start_by"] == "2025-03-10");
}

TEST_CASE("plan takes a time of its own only with a figure, a unit and the word that it rests on") {
    CHECK(refused_with("/durations", 5) == "wrong_type /durations 此处应为对象。");
    CHECK(refused_with("/durations/dance", Json::object()) == "unknown_step /durations/dance 没有步骤或者时限“dance”。");
    CHECK(refused_with("/durations/review", 5) == "wrong_type /durations/review 此处应为对象。");
    CHECK(refused_with("/durations/review", json(R"({"unit": "working_day", "basis": "惯例"})")) == "missing_key /durations/review 缺少“n”。");
    CHECK(refused_with("/durations/review", json(R"({"n": 2, "basis": "惯例"})")) == "missing_key /durations/review 缺少“unit”。");
    CHECK(refused_with("/durations/review", json(R"({"n": 2, "unit": "working_day"})")) == "missing_key /durations/review 缺少“basis”。");
    CHECK(refused_with("/durations/review", json(R"({"n": 2, "unit": "working_day", "basis": " "})")) == "empty /durations/review/basis 依据不能为空。");
    CHECK(refused_with("/durations/review", json(R"({"n": -2, "unit": "working_day", "basis": "惯例"})")) == "out_of_range /durations/review/n 数量应为0至100000。");
    CHECK(refused_with("/durations/review", json(R"({"n": 2, "unit": "week", "basis": "惯例"})")) == "bad_value /durations/review/unit 单位应为 working_day、calendar_day、month 或 year。");
    CHECK(refused_with("/durations/答复期限", json(R"({"n": 2, "unit": "working_day", "basis": "惯例"})")) == "has_figure /durations/答复期限 原文对时限“答复期限”已有规定，不能另填。");
    CHECK(refused_with("/durations", json(R"({"review": {"n": 1, "unit": "working_day", "basis": "惯例"}, "文书官审核": {"n": 2, "unit": "working_day", "basis": "惯例"}})")) ==
          "stated_twice /durations/文书官审核 “文书官审核”以不同的名称写了两次。");
    CHECK(refused_with("/ties", json(R"({"eclipse": "start"})")) == "unknown_event /ties/eclipse 没有时间节点“eclipse”。");
    CHECK(refused_with("/ties", json(R"({"signed": "dance"})")) == "unknown_step /ties/signed 没有步骤“dance”。");
}

TEST_CASE("plan takes an interruption only of a known kind, of one limit or step, with its days and what it rests on") {
    const auto with = [](const char* interruption) { return refused_with("/interruptions", Json::array({json(interruption)})); };
    CHECK(refused_with("/interruptions", 5) == "wrong_type /interruptions 此处应为数组。");
    CHECK(refused_with("/interruptions", json("[5]")) == "wrong_type /interruptions/0 此处应为对象。");
    CHECK(with(R"({"limit": "reply"})") == "missing_key /interruptions/0 缺少“kind”。");
    CHECK(with(R"({"kind": "lost", "limit": "reply"})") == "bad_value /interruptions/0/kind 种类应为 suspended、extended、returned、resumed 或 urgent。");
    CHECK(with(R"({"kind": "suspended", "from": "2025-03-05", "basis": "潮汛"})") == "missing_key /interruptions/0 缺少“limit”或者“step”。");
    CHECK(with(R"({"kind": "suspended", "limit": "reply", "step": "review", "from": "2025-03-05", "basis": "潮汛"})") == "contradiction /interruptions/0 “limit”和“step”只能写一个。");
    CHECK(with(R"({"kind": "suspended", "limit": "sleep", "from": "2025-03-05", "basis": "潮汛"})") == "unknown_limit /interruptions/0/limit 没有时限“sleep”。");
    CHECK(with(R"({"kind": "suspended", "limit": "reply", "basis": "潮汛"})") == "missing_key /interruptions/0 缺少“from”。");
    CHECK(with(R"({"kind": "suspended", "limit": "reply", "from": "2025-03-05"})") == "missing_key /interruptions/0 缺少“basis”。");
    CHECK(with(R"({"kind": "suspended", "limit": "reply", "from": "2025-03-05", "until": "2025-03-04", "basis": "潮汛"})") == "bad_range /interruptions/0/until “until”不应早于“from”。");
    CHECK(with(R"({"kind": "returned", "limit": "reply", "from": "2025-03-05", "until": "2025-03-06", "basis": "潮汛"})") == "unknown_key /interruptions/0/until 不认识的键“until”。");
    CHECK(with(R"({"kind": "extended", "limit": "reply", "basis": "潮汛"})") == "missing_key /interruptions/0 缺少“n”。");
    CHECK(with(R"({"kind": "extended", "limit": "reply", "n": -1, "basis": "潮汛"})") == "out_of_range /interruptions/0/n 数量应为0至100000。");
    CHECK(with(R"({"kind": "extended", "limit": "reply", "n": 100001, "basis": "潮汛"})") == "out_of_range /interruptions/0/n 数量应为0至100000。");
    CHECK(with(R"({"kind": "resumed", "limit": "reply", "from": "2025-03-05", "basis": "潮汛"})") == "nothing_to_resume /interruptions/0 此前没有尚未恢复的中止或者退文。");
    CHECK(refused_with("/interruptions", json(R"([{"kind": "suspended", "limit": "reply", "from": "2025-03-04", "until": "2025-03-06", "basis": "潮汛"},
        {"kind": "suspended", "limit": "reply", "from": "2025-03-06", "until": "2025-03-07", "basis": "大雾"}])")) == "overlapping /interruptions/1 中止的日期与前一次中止重叠。");
    CHECK(refused_with("/interruptions", json(R"([{"kind": "suspended", "limit": "reply", "from": "2025-03-04", "basis": "潮汛"},
        {"kind": "resumed", "limit": "reply", "from": "2025-03-04", "basis": "潮退"}])")) == "bad_range /interruptions/1 恢复的日期应在中止开始以后。");
}

TEST_CASE("a limit that counts back is neither suspended, extended nor returned") {
    Json request = plan_request();
    request["pack_source"] = json(kHarbourPack);
    request["pack_source"]["limits"][0]["direction"] = "before";
    request["interruptions"] = json(R"([{"kind": "extended", "limit": "reply", "n": 2, "basis": "潮汛"}])");
    CHECK(refused("plan", request.dump(), "") == "not_for_before /interruptions/0 提前办理的时限从以后的日子倒推，没有中止、延长或者退文可言。");
}

TEST_CASE("urgent takes the text's own limit for urgent cases, where it has one with a figure") {
    Json request = plan_request();
    request["pack_source"] = json(kHarbourPack);
    Json& pack = request["pack_source"];
    pack["limits"][0]["gives_way_to"].push_back(json(R"({"id": "urgent", "say": "急的从速。", "clauses": ["9"], "when": "urgent"})"));
    pack["limits"][2] = json(R"({"id": "post", "say": "急的两个工作日内张贴。", "clauses": ["9"], "n": 2, "unit": "working_day", "from": "received", "to": "posted"})");
    request["facts"]["urgent"] = nullptr;
    request["interruptions"] = json(R"([{"kind": "urgent", "limit": "reply", "basis": "港主吩咐"}])");
    const Reply reply = answer(library(), "plan", "", request.dump());
    check_bytes(reply.json);
    const Json plan = Json::parse(reply.json, nullptr, false);
    REQUIRE_MESSAGE(reply.status == 0, reply.json);
    CHECK(told_limit(plan, "reply")["counted"] == json(R"([{"n": 2, "unit": "working_day"}])"));
    CHECK(told_limit(plan, "reply")["due"] == "2025-03-05");
    CHECK(told_limit(plan, "reply")["basis"] == json(R"(["张贴期限（第九条）", "港主吩咐"])"));
}

TEST_CASE("plan answers with every key, whatever the outcome, and names what it did not use") {
    Json request = plan_request();
    request["durations"] = json(R"({"mayor_signs": {"n": 1, "unit": "working_day", "basis": "惯例"}, "张贴期限": {"n": 1, "unit": "working_day", "basis": "惯例"}})");
    request["interruptions"] = json(R"([{"kind": "extended", "limit": "days", "n": 1, "basis": "惯例"}])");
    request["ties"] = json(R"({"replied": "start"})");
    const Json plan = answered("plan", request);
    const std::vector<std::string> keys = {"pack", "matter", "outcome", "unused_facts", "open_questions", "start", "start_given", "steps", "events", "limits", "critical_path",
                                           "feasible", "message", "fixed_only", "start_by", "late_by", "prompt", "not_covered", "silences", "assumptions", "unused", "ledger"};
    check_keys(plan, keys);
    CHECK(plan.size() == keys.size());
    for (const Json& s : plan["steps"])
        check_keys(s, {"step", "matter", "title", "role", "action", "status", "after", "clauses", "earliest", "due", "latest", "slack", "critical", "counted", "done", "limits", "assumptions"});
    for (const Json& l : plan["limits"])
        check_keys(l, {"limit", "title", "say", "clauses", "strength", "matter", "applies", "step", "state", "start", "due", "direction", "n", "unit", "counted", "basis", "minimum", "kept", "not_covered", "assumptions"});
    for (const Json& e : plan["events"]) check_keys(e, {"event", "title", "with", "given", "earliest", "due"});
    for (const Json& l : plan["ledger"]) check_keys(l, {"of", "id", "date", "from", "start", "end", "direction", "counted", "basis", "days"});
    CHECK(plan["unused"] == json(R"(["mayor_signs", "post", "/interruptions/0"])"));
    CHECK(told_limit(plan, "reply")["due"] == "2025-03-10");
    CHECK(told_limit(plan, "wait")["minimum"] == true);
    for (const Json& other : {json(R"({"matter": "petition", "from": {"start": "2025-03-03"}})"), json(R"({"matter": "edict", "from": {"start": "2020-03-03"}, "on": "2020-03-03"})")}) {
        const Json empty = answered("plan", other);
        check_keys(empty, keys);
        CHECK(empty["feasible"] == "undecided");
        CHECK(empty["start"] == nullptr);
    }
}

TEST_CASE("an open question of the text is planned in each reading, where the days differ") {
    const Json same = answered("plan", json(R"({"matter": "ruling", "from": {"start": "2025-03-03"}})"));
    CHECK(same["outcome"] == "readings");
    REQUIRE(same["readings"].size() == 2);
    CHECK(same["readings"][0]["id"] == "mayor");
    CHECK(same["readings"][0]["cautious"] == true);
    CHECK(same["readings"][0]["answer"]["critical_path"] == json(R"(["mayor_signs", "host_signs"])"));
    CHECK(same["readings"][1]["answer"]["critical_path"] == json(R"(["deputy_signs", "host_signs"])"));
    CHECK(same["feasible"] == "yes");
    CHECK(same["critical_path"].empty());
    CHECK(values(same["steps"], "step") == std::vector<std::string>{"host_signs"});
}

TEST_CASE("what is not sure to be needed counts at the late end only") {
    Json request = plan_request();
    request["facts"]["important"] = nullptr;
    request["durations"] = json(R"({"consult": {"n": 3, "unit": "working_day", "basis": "街坊的惯例"}})");
    const Json plan = answered("plan", request);
    CHECK(plan["outcome"] == "depends");
    const Json& consult = with_id(plan["steps"], "consult", "step");
    CHECK(consult["counted"] == "unknown");
    CHECK(with_id(plan["steps"], "review", "step")["due"] == json(R"({"earliest": "2025-03-03", "latest": "2025-03-06"})"));
    request["to"] = json(R"({"step": "review", "date": "2025-03-05"})");
    const Json towards = answered("plan", request);
    CHECK(towards["feasible"] == "undecided");
    CHECK(towards["start_by"] == json(R"({"earliest": "2025-03-02", "latest": "2025-03-05"})"));  // 3 4 5 March
    CHECK(towards["message"] == "能否赶上3月5日的“文书官审核”尚不能确定（有的步骤或者时限是否适用尚未确定）；最迟3月2日开始（当日休息，前一个工作日是2月28日），才稳妥。");
    request["facts"]["important"] = false;
    CHECK(answered("plan", request)["feasible"] == "yes");
    request["facts"]["important"] = true;
    CHECK(answered("plan", request)["feasible"] == "no");
}
