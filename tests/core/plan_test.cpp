// Plans of the cities' own routes. Every day is worked out by hand from the notice on 2026 (国办发明电〔2025〕7号): off are
// 1 to 3 January, 15 to 23 February, 4 to 6 April, 1 to 5 May, 19 to 21 June, 25 to 27 September, 1 to 7 October; worked
// are Sunday 4 January, Saturdays 14 and 28 February, 9 May, Sunday 20 September, Saturday 10 October.
#include "tests/core/contract_call.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Json planned(const Json& request) {
    const Reply reply = answer(installed_library(), "plan", "", request.dump());
    check_bytes(reply.json);
    const Json out = Json::parse(reply.json, nullptr, false);
    REQUIRE_MESSAGE(reply.status == 0, reply.json);
    return out;
}

std::string refused_plan(const Json& request) {
    const Reply reply = answer(installed_library(), "plan", "", request.dump());
    const Json out = Json::parse(reply.json, nullptr, false);
    if (reply.status != 2) return "answered";
    return out["error"]["code"].get<std::string>() + " " + out["error"]["pointer"].get<std::string>() + " " + out["error"]["message"].get<std::string>();
}

// 无锡, 第五十三条第二款: 7 working days to reply, silence deemed no objection.
Json consultation(const char* rest) {
    Json out = json(R"({"pack": "wuxi-2022", "matter": "department_consultation", "facts": {"special_circumstances": false}})");
    out.update(json(rest));
    return out;
}

// 江门, 第二十五条第二款: a city-wide meeting is asked for 10 working days ahead.
Json meeting(const char* rest) {
    Json out = json(R"({"pack": "jiangmen-2023", "matter": "department_city_wide_meeting"})");
    out.update(json(rest));
    return out;
}

const Json& step(const Json& plan, const char* id) { return with_id(plan["steps"], id, "step"); }
const Json& limit(const Json& plan, const char* id) { return with_id(plan["limits"], id, "limit"); }

std::vector<std::string> ids(const Json& list) { return values(list, "id"); }

bool says(const Json& list, const std::string& id) {
    const auto all = ids(list);
    return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

TEST_CASE("forwards: a step with a limit is done at once at the earliest, and on the limit's last day at the latest") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-03-02"}})"));
    CHECK(plan["outcome"] == "regulated");
    CHECK(plan["feasible"] == "yes");
    CHECK(plan["message"] == "3月2日开始，各步骤用足规定的时间，3月11日办结。");
    CHECK(step(plan, "send")["earliest"] == "2026-03-02");
    CHECK(step(plan, "send")["due"] == "2026-03-02");
    CHECK(step(plan, "reply")["earliest"] == "2026-03-02");
    CHECK(step(plan, "reply")["due"] == "2026-03-11");  // 3 4 5 6 9 10 11 March
    CHECK(step(plan, "reply")["latest"] == "2026-03-11");
    CHECK(step(plan, "reply")["limits"] == json(R"(["consultation_reply"])"));
    CHECK(plan["critical_path"] == json(R"(["send", "reply"])"));
    CHECK(limit(plan, "consultation_reply")["start"] == "2026-03-02");
    CHECK(limit(plan, "consultation_reply")["due"] == "2026-03-11");
    CHECK(limit(plan, "consultation_reply")["direction"] == "after");
    CHECK(limit(plan, "consultation_reply")["kept"] == "yes");
    CHECK(says(plan["assumptions"], "event_by_step"));
    CHECK(says(step(plan, "send")["assumptions"], "no_duration"));
    CHECK(plan["start_by"] == nullptr);
}

TEST_CASE("forwards over the Spring Festival: days off are passed over and a Saturday made up counts") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-02-10"}})"));
    CHECK(step(plan, "reply")["due"] == "2026-02-26");  // 11 12 13 14(六) 24 25 26 February
    const Json days = with_id(plan["ledger"], "consultation_reply")["days"];
    CHECK(days.size() == 17);
    CHECK(with_id(days, "2026-02-10", "date")["reason"] == "first_day");
    CHECK(with_id(days, "2026-02-14", "date")["reason"] == "makeup");
    CHECK(with_id(days, "2026-02-14", "date")["counted"] == true);
    CHECK(with_id(days, "2026-02-17", "date")["counted"] == false);
    CHECK(with_id(days, "2026-02-17", "date")["holiday"] == "春节");
    CHECK(with_id(days, "2026-02-17", "date")["notice"] == "国办发明电〔2025〕7号");
}

TEST_CASE("backwards from a step: the latest start is in time, and a day later is not") {
    const Json plan = planned(consultation(R"({"to": {"step": "reply", "date": "2026-03-27"}, "today": "2026-03-20"})"));
    CHECK(plan["feasible"] == "no");
    CHECK(plan["start_by"] == "2026-03-18");  // 19 20 23 24 25 26 27
    CHECK(plan["late_by"] == 2);              // 31 March: 30 and 31 are too many
    CHECK(plan["message"] == "赶不上3月27日的“相关部门回复”，差2个工作日；最迟3月18日开始。");
    CHECK(step(plan, "reply")["due"] == "2026-03-31");
    CHECK(step(plan, "reply")["latest"] == "2026-03-27");
    CHECK(step(plan, "reply")["slack"] == -2);
    CHECK(plan["prompt"]["feasible"] == "yes");  // if it is answered at once
    const Json in_time = planned(consultation(R"({"to": {"step": "reply", "date": "2026-03-27"}, "from": {"start": "2026-03-18"}})"));
    CHECK(in_time["feasible"] == "yes");
    CHECK(in_time["message"] == "赶得上3月27日的“相关部门回复”；最迟3月18日开始。");
    CHECK(planned(consultation(R"({"to": {"step": "reply", "date": "2026-03-27"}, "from": {"start": "2026-03-19"}})"))["feasible"] == "no");
    const Json open = planned(consultation(R"({"to": {"step": "相关部门回复", "date": "2026-03-27"}})"));
    CHECK(open["start"] == "2026-03-18");
    CHECK(open["start_given"] == false);
    CHECK(open["message"] == "要赶上3月27日的“相关部门回复”，最迟3月18日开始。");
}

TEST_CASE("backwards from a meeting: too late for the meeting on the 28th by two working days, start by the 9th") {
    const char* request = R"({"to": {"event": "会议召开", "date": "2026-03-28"}, "today": "2026-03-11",
                              "durations": {"consent": {"n": 5, "unit": "working_day", "basis": "领导审阅一般需要的时间"}}})";
    const Json plan = planned(meeting(request));
    CHECK(plan["message"] == "赶不上3月28日的会议，差2个工作日；最迟3月9日开始。");
    CHECK(plan["feasible"] == "no");
    CHECK(plan["late_by"] == 2);
    CHECK(plan["start_by"] == "2026-03-09");                              // 10 11 12 13 16
    CHECK(limit(plan, "city_meeting_request_advance")["due"] == "2026-03-16");  // back: 27 26 25 24 23 20 19 18 17 16
    CHECK(limit(plan, "city_meeting_request_advance")["start"] == "2026-03-28");
    CHECK(limit(plan, "city_meeting_request_advance")["direction"] == "before");
    CHECK(limit(plan, "city_meeting_request_advance")["kept"] == "no");
    CHECK(step(plan, "consent")["due"] == "2026-03-18");  // 12 13 16 17 18
    CHECK(step(plan, "consent")["latest"] == "2026-03-16");
    CHECK(step(plan, "approve")["latest"] == "2026-03-28");
    CHECK(plan["critical_path"] == json(R"(["consent", "request"])"));
    CHECK(says(plan["assumptions"], "all_before"));
    Json sooner = meeting(request);
    sooner["today"] = "2026-03-09";
    CHECK(planned(sooner)["message"] == "赶得上3月28日的会议；最迟3月9日开始。");
    sooner["today"] = "2026-03-10";
    CHECK(planned(sooner)["message"] == "赶不上3月28日的会议，差1个工作日；最迟3月9日开始。");
}

TEST_CASE("forwards with the day of the meeting given the verdict is the same, and without it the first day for a meeting is found") {
    const Json given = planned(meeting(R"({"from": {"start": "2026-03-18"}, "events": {"meeting": "2026-03-28"}})"));
    CHECK(given["message"] == "赶不上3月28日的会议，差2个工作日；最迟3月16日开始。");
    const Json open = planned(meeting(R"({"from": {"start": "2026-03-17"}})"));
    CHECK(with_id(open["events"], "meeting", "event")["due"] == "2026-03-31");  // ten back: 30 27 26 25 24 23 20 19 18 17
    CHECK(open["feasible"] == "yes");
}

TEST_CASE("backwards from a monthly cut-off: the step is due on its day, in a month that the request names") {
    const Json april = planned(json(R"({"pack": "liyang", "matter": "executive_agenda_item", "to": {"limit": "议题申报截止日", "month": "2026-04"}})"));
    // Whether the 15th itself is in time the text does not say: the plan keeps to the day before.
    CHECK(step(april, "declare")["latest"] == "2026-04-14");
    CHECK(april["start_by"] == "2026-04-14");
    CHECK(april["message"] == "要赶上4月14日的议题申报截止日，最迟4月14日开始。");
    const Json march = planned(json(R"({"pack": "liyang", "matter": "executive_agenda_item", "to": {"limit": "agenda_cut_off", "month": "2026-03"}})"));
    CHECK(march["message"] == "要赶上3月14日的议题申报截止日，最迟3月14日开始（当日休息，前一个工作日是3月13日）。");
    // The month of the meeting is the month of its cut-off.
    const Json meeting_day = planned(json(R"({"pack": "liyang", "matter": "executive_agenda_item", "to": {"event": "meeting", "date": "2026-04-24"}, "today": "2026-04-17"})"));
    CHECK(meeting_day["message"] == "赶不上4月24日的会议，差3个工作日；最迟4月14日开始。");
    CHECK(meeting_day["critical_path"] == json(R"(["coordinate", "declare"])"));
}

TEST_CASE("suspended: the days of the suspension are not counted, and the ledger says why") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-03-02"}, "interruptions": [
        {"kind": "suspended", "limit": "consultation_reply", "from": "2026-03-04", "until": "2026-03-06", "basis": "补充材料期间"}]})"));
    CHECK(step(plan, "reply")["due"] == "2026-03-16");  // 3 | 9 10 11 12 13 16
    CHECK(step(plan, "reply")["earliest"] == "2026-03-02");
    const Json& ledger = with_id(plan["ledger"], "consultation_reply");
    CHECK(ledger["basis"] == json(R"(["补充材料期间"])"));
    for (const char* day : {"2026-03-04", "2026-03-05", "2026-03-06"}) {
        CHECK(with_id(ledger["days"], day, "date")["reason"] == "suspended");
        CHECK(with_id(ledger["days"], day, "date")["counted"] == false);
        CHECK(with_id(ledger["days"], day, "date")["basis"] == "补充材料期间");
    }
    CHECK(with_id(ledger["days"], "2026-03-07", "date")["reason"] == "weekend");
    CHECK(limit(plan, "consultation_reply")["basis"] == json(R"(["补充材料期间"])"));
}

TEST_CASE("suspended and resumed: counting goes on with the day it is resumed") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-03-02"}, "interruptions": [
        {"kind": "resumed", "limit": "consultation_reply", "from": "2026-03-10", "basis": "材料补齐"},
        {"kind": "suspended", "limit": "consultation_reply", "from": "2026-03-04", "basis": "补充材料"}]})"));
    CHECK(step(plan, "reply")["due"] == "2026-03-17");  // 3 | 10 11 12 13 16 17
    CHECK(limit(plan, "consultation_reply")["basis"] == json(R"(["补充材料", "材料补齐"])"));
}

TEST_CASE("suspended until nobody knows when: no last day is named, and it is said why") {
    const Json plan = planned(consultation(R"({"to": {"step": "reply", "date": "2026-03-27"}, "today": "2026-03-05", "events": {"sent_for_consultation": "2026-03-02"},
        "interruptions": [{"kind": "suspended", "limit": "consultation_reply", "from": "2026-03-04", "basis": "补充材料"}]})"));
    CHECK(step(plan, "reply")["due"] == json(R"({"earliest": "2026-03-13", "latest": null})"));  // 3 | 6 9 10 11 12 13, if resumed on the 6th
    CHECK(plan["feasible"] == "undecided");
    CHECK(plan["message"] == "能否赶上3月27日的“相关部门回复”尚不能确定（时限中止或者退文后尚未恢复）。");
}

TEST_CASE("extended: so many days more, by the request's own word") {
    const auto due = [](const char* more) {
        Json request = consultation(R"({"from": {"start": "2026-03-02"}})");
        request["interruptions"] = Json::array({json(more)});
        return planned(request)["steps"][1]["due"];
    };
    CHECK(due(R"({"kind": "extended", "limit": "consultation_reply", "n": 5, "basis": "主办部门同意延期"})") == "2026-03-18");  // … 12 13 16 17 18
    CHECK(due(R"({"kind": "extended", "limit": "consultation_reply", "n": 3, "unit": "calendar_day", "basis": "主办部门同意延期"})") == "2026-03-14");
    CHECK(due(R"({"kind": "extended", "step": "reply", "n": 5, "basis": "主办部门同意延期"})") == "2026-03-18");
    CHECK(due(R"({"kind": "extended", "step": "send", "n": 5, "basis": "主办部门同意延期"})") == "2026-03-18");  // send itself takes 5, and then 7
}

TEST_CASE("returned: the limit begins anew on the day it is handed in again") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-03-02"}, "interruptions": [
        {"kind": "returned", "limit": "consultation_reply", "from": "2026-03-06", "basis": "材料不全退文"},
        {"kind": "resumed", "limit": "consultation_reply", "from": "2026-03-10", "basis": "重新报送"}]})"));
    CHECK(step(plan, "reply")["due"] == "2026-03-19");  // 11 12 13 16 17 18 19
    CHECK(with_id(plan["ledger"], "consultation_reply")["start"] == "2026-03-10");
    const Json open = planned(consultation(R"({"from": {"start": "2026-03-02"}, "interruptions": [
        {"kind": "returned", "limit": "consultation_reply", "from": "2026-03-06", "basis": "材料不全退文"}]})"));
    CHECK(step(open, "reply")["due"]["latest"] == nullptr);
    CHECK(open["message"] == "尚不能确定何时办结（时限中止或者退文后尚未恢复）。");
}

TEST_CASE("urgent: the user's figure with its basis; without one the text's, and where it has none that is said") {
    const char* kind = R"({"from": {"start": "2026-03-02"}, "interruptions": [{"kind": "urgent", "limit": "consultation_reply", "n": 2, "basis": "市领导批示"}]})";
    CHECK(step(planned(consultation(kind)), "reply")["due"] == "2026-03-04");
    Json from = consultation(kind);
    from["interruptions"][0]["from"] = "2026-03-05";
    CHECK(step(planned(from), "reply")["due"] == "2026-03-09");
    Json none = consultation(kind);
    none["interruptions"][0].erase("n");
    CHECK(refused_plan(none) == "not_regulated /interruptions/0 原文未规定“征求意见或会签回复期限”在紧急情况下的天数，请填写“n”。");
    // 无锡, 第五十三条第一款第四项 sends urgent documents to a time limit that the government sets: no figure either.
    Json duty = json(R"({"pack": "wuxi-2022", "matter": "assigned_document", "from": {"start": "2026-03-02"}, "facts": {"urgent": true, "own_duty": true, "needs_approval": false, "needs_countersign": false, "needs_study": false}})");
    const Json word = planned(duty);
    CHECK(limit(word, "own_duty_handling")["state"] == "gives_way");
    CHECK(limit(word, "own_duty_handling")["due"] == nullptr);
    CHECK(word["message"] == "原文没有规定各步骤的天数，不能推算何时办结；自行填写用时后可以推算。");
    duty["interruptions"] = json(R"([{"kind": "urgent", "limit": "own_duty_handling", "basis": "特急"}])");
    CHECK(refused_plan(duty) == "not_regulated /interruptions/0 原文未规定“职责范围内事项办结期限”在紧急情况下的天数，请填写“n”。");
    duty["interruptions"][0]["n"] = 3;
    CHECK(step(planned(duty), "finish")["due"] == "2026-03-05");
}

TEST_CASE("silence has its effect from the day after, is deemed by the clause, and is nobody's consent") {
    Json request = consultation(R"({"from": {"start": "2026-03-02"}})");
    const Json plan = planned(request);
    REQUIRE(plan["silences"].size() == 1);
    const Json& silence = plan["silences"][0];
    CHECK(silence["limit"] == "consultation_reply");
    CHECK(silence["step"] == "reply");
    CHECK(silence["effect"] == "deemed_no_objection");
    CHECK(silence["status"] == "deemed");
    CHECK(silence["consented"] == false);
    CHECK(silence["from"] == "2026-03-12");
    CHECK(silence["arises"] == "unknown");
    CHECK(silence["in_time"] == nullptr);  // there is no day to meet
    CHECK(silence["because"]["clauses"][0]["label"] == "第五十三条第二款");
    request["done"] = json(R"({"reply": false})");
    for (const auto& [today, arises] : std::map<std::string, std::string>{{"2026-03-11", "no"}, {"2026-03-12", "yes"}}) {
        request["today"] = today;
        const Json then = planned(request);
        CHECK(then["silences"][0]["arises"] == arises);
        CHECK(step(then, "reply")["done"] == false);  // also when it has come to that
    }
    request["planned"] = json(R"([{"role": "主办部门", "action": "征求意见", "date": "2026-03-02"}, {"role": "相关部门", "action": "回复", "date": "2026-03-10"}])");
    request.erase("done");
    CHECK(planned(request)["silences"][0]["arises"] == "no");
    request["to"] = json(R"({"step": "reply", "date": "2026-03-11"})");
    request.erase("planned");
    request.erase("today");
    CHECK(planned(request)["silences"][0]["in_time"] == "no");
    request["to"]["date"] = "2026-03-12";
    CHECK(planned(request)["silences"][0]["in_time"] == "yes");
}

TEST_CASE("a day filled in at a step is a fixed point and no day to meet, unless time is known that leads up to it") {
    Json request = json(R"({"pack": "kunshan-2017", "matter": "government_document", "from": {"start": "2026-12-01"}})");
    request["planned"] = json(R"([{"role": "市政府办公室", "action": "核稿"}, {"role": "分管副市长", "action": "签发", "date": "2026-12-24"}])");
    const Json filled_in = planned(request);
    CHECK(filled_in["fixed_only"] == true);
    const std::string said = "原文没有规定各步骤的天数，不能推算何时办结；自行填写用时后可以推算。12月24日的“分管副市长签发”按所填日期排入。";
    for (const Json& r : filled_in["readings"]) CHECK(r["answer"]["message"] == said);
    CHECK(filled_in["message"] == said);
    Json aimed = request;
    aimed["to"] = json(R"({"step": "分管副市长签发", "date": "2026-12-24"})");
    CHECK(planned(aimed)["fixed_only"] == false);
    Json beside = request;  // 核稿 does not come before by the text
    beside["durations"] = json(R"({"市政府办公室核稿": {"n": 3, "unit": "working_day", "basis": "惯例"}})");
    CHECK(planned(beside)["fixed_only"] == true);
    CHECK(planned(beside)["message"] == "12月1日开始，各步骤用足规定的时间，12月24日办结。12月24日的“分管副市长签发”按所填日期排入。");
    Json timed = consultation(R"({"from": {"start": "2026-03-02"}, "planned": [{"role": "相关部门", "action": "回复", "date": "2026-03-27"}]})");
    timed["durations"] = json(R"({"主办部门征求意见": {"n": 3, "unit": "working_day", "basis": "惯例"}})");
    CHECK(planned(timed)["fixed_only"] == false);
    CHECK(planned(timed)["message"] == "赶得上3月27日届满的征求意见或会签回复期限；最迟3月24日开始。");
}

TEST_CASE("a limit whose unit is open is planned by both units, and on top is what they share") {
    const Json plan = planned(json(R"({"pack": "jiangmen-2023", "matter": "executive_minutes", "from": {"start": "2026-03-06"}})"));
    CHECK(plan["outcome"] == "readings");
    CHECK(step(plan, "submit")["due"] == json(R"({"earliest": "2026-03-08", "latest": "2026-03-10"})"));
    CHECK(plan["message"] == "原文此处有2种读法，日程不同，见各读法。");
    CHECK(!plan.contains("ledger"));
    REQUIRE(plan["readings"].size() == 2);
    const Json& working = plan["readings"][0];
    const Json& plain = plan["readings"][1];
    CHECK(working["id"] == "working_day");
    CHECK(working["cautious"] == false);
    CHECK(step(working["answer"], "submit")["due"] == "2026-03-10");
    CHECK(plain["id"] == "calendar_day");
    CHECK(plain["literal"] == true);
    CHECK(plain["cautious"] == true);
    CHECK(step(plain["answer"], "submit")["due"] == "2026-03-08");
    CHECK(with_id(plain["answer"]["ledger"], "minutes_drafting")["end"] == "2026-03-08");
}

TEST_CASE("a year whose notice is not announced gives intervals, and a verdict only where every calendar agrees") {
    const auto plan = [](const char* today) {
        return planned(meeting((std::string(R"({"to": {"event": "meeting", "date": "2027-04-12"}, "today": ")") + today + "\"}").c_str()));
    };
    // Before 12 April 2027 these may be worked or not: 2 3 4 6 7 8 10 11 April; the 5th is off, weekdays from 29 March on
    // are worked. All worked: 11 10 9 8 7 6 4 3 2 1 April. None: 9 1 April, 31 30 29 26 25 24 23 22 March.
    const Json open = plan("2027-03-25");
    CHECK(open["start_by"] == json(R"({"earliest": "2027-03-22", "latest": "2027-04-01"})"));
    CHECK(open["feasible"] == "undecided");
    CHECK(open["message"] == "能否赶上4月12日的会议尚不能确定（2027年放假安排尚未公布）；最迟3月22日开始，才稳妥。");
    CHECK(open["not_covered"] == json("[2027]"));
    CHECK(plan("2027-03-22")["feasible"] == "yes");
    CHECK(plan("2027-04-01")["feasible"] == "undecided");
    CHECK(plan("2027-04-02")["feasible"] == "no");
    CHECK(plan("2027-04-02")["start_by"] == open["start_by"]);
}

TEST_CASE("what is not regulated, or not in hand, is not put in time") {
    const Json none = planned(json(R"({"pack": "kunshan-2017", "matter": "briefing", "from": {"start": "2026-03-02"}})"));
    CHECK(none["outcome"] == "not_regulated");
    CHECK(none["feasible"] == "undecided");
    CHECK(none["steps"].empty());
    CHECK(none["message"] == "原文未规定，排不出日程。");
    const Json before = planned(json(R"({"pack": "jiangmen-2023", "matter": "department_consultation", "from": {"start": "2020-03-02"}, "on": "2020-03-02"})"));
    CHECK(before["outcome"] == "not_in_hand");
    CHECK(before["message"] == "所问日期不在现有规则的施行期内，排不出日程。");
}

TEST_CASE("a step that is done, or set for a day, is not moved; one that was set too soon is said to be") {
    const Json done = planned(consultation(R"({"from": {"start": "2026-03-05"}, "done": {"send": "2026-03-02"}})"));
    CHECK(step(done, "send")["done"] == true);
    CHECK(step(done, "send")["due"] == "2026-03-02");
    CHECK(step(done, "send")["slack"] == nullptr);
    CHECK(step(done, "reply")["due"] == "2026-03-11");
    CHECK(done["start_by"] == "2026-03-11");  // by then the answer must be given
    const Json by_event = planned(consultation(R"({"from": {"start": "2026-03-05"}, "events": {"送会签": "2026-03-02"}})"));
    CHECK(step(by_event, "send")["done"] == true);
    CHECK(step(by_event, "reply")["due"] == "2026-03-11");
    const Json set = planned(consultation(R"({"from": {"start": "2026-03-05"}, "planned": [{"role": "主办部门", "action": "征求意见", "date": "2026-03-09"}]})"));
    CHECK(step(set, "send")["due"] == "2026-03-09");
    CHECK(step(set, "reply")["due"] == "2026-03-18");  // 10 11 12 13 16 17 18
    CHECK(set["feasible"] == "yes");
    const Json soon = planned(consultation(R"({"from": {"start": "2026-03-02"}, "durations": {"send": {"n": 5, "unit": "working_day", "basis": "起草"}},
        "planned": [{"role": "主办部门", "action": "征求意见", "date": "2026-03-05"}]})"));
    CHECK(soon["feasible"] == "no");
    CHECK(soon["message"] == "赶不上3月5日的“主办部门征求意见”，差2个工作日；最迟2月27日开始。");  // 28(六) February 2 3 4 5 March
}

TEST_CASE("where a time of its own and a limit disagree, the limit is said to be missed") {
    const Json plan = planned(consultation(R"({"from": {"start": "2026-03-02"}, "durations": {"reply": {"n": 9, "unit": "working_day", "basis": "对方答复"}}})"));
    CHECK(plan["feasible"] == "no");
    CHECK(limit(plan, "consultation_reply")["kept"] == "no");
    CHECK(plan["message"] == "赶不上3月11日届满的征求意见或会签回复期限，差2个工作日。");
    CHECK(plan["start_by"] == nullptr);
}

TEST_CASE("which day a limit runs from is told by the city's own route") {
    const auto runs_from = [](const char* pack, const char* matter, const char* facts, const char* event) {
        const Json plan = planned({{"pack", pack}, {"matter", matter}, {"facts", json(facts)}, {"from", {{"start", "2026-03-02"}}}, {"ledger", false}});
        const Json& of = plan.contains("readings") ? plan["readings"][0]["answer"] : plan;
        return with_id(of["events"], event, "event")["with"];
    };
    for (const char* city : {"wuxi-2022", "jiangmen-2023", "liyang"}) CHECK(runs_from(city, "department_consultation", "{}", "sent_for_consultation") == "send");
    for (const char* city : {"wuxi-2022", "jiangyin-2022", "kunshan-2017"}) CHECK(runs_from(city, "assigned_document", R"({"needs_countersign": true, "needs_study": false})", "assigned") == "start");
    CHECK(runs_from("jiangmen-2023", "executive_minutes", "{}", "meeting_end") == "start");
    CHECK(runs_from("kunshan-2017", "meeting_follow_up", "{}", "meeting") == "start");
    CHECK(runs_from("jiangmen-2023", "department_city_wide_meeting", "{}", "meeting") == nullptr);  // a day of its own, after the request
}

TEST_CASE("a limit without a figure counts with the user's own, and which day an event is can be said") {
    Json request = json(R"({"pack": "wuxi-2022", "matter": "government_normative_document", "from": {"start": "2026-03-02"}, "ledger": false,
        "durations": {"合法性审核期限": {"n": 5, "unit": "working_day", "basis": "市司法局工作规程"}}})");
    const Json plan = planned(request);
    CHECK(limit(plan, "legality_review_period")["counted"] == json(R"([{"n": 5, "unit": "working_day"}])"));
    CHECK(limit(plan, "legality_review_period")["basis"] == json(R"(["市司法局工作规程"])"));
    CHECK(limit(plan, "legality_review_period")["due"] == "2026-03-09");
    CHECK(!plan.contains("ledger"));
    request["durations"]["drafter_review"] = json(R"({"n": 2, "unit": "working_day", "basis": "内部审查"})");
    const Json handed_in = planned(request);  // when all is done that comes before the review
    CHECK(limit(handed_in, "legality_review_period")["start"] == "2026-03-04");
    CHECK(limit(handed_in, "legality_review_period")["due"] == "2026-03-11");
    CHECK(says(handed_in["assumptions"], "event_when_handed_in"));
    request["ties"] = json(R"({"送合法性审核": "drafter_review"})");
    CHECK(limit(planned(request), "legality_review_period")["start"] == "2026-03-04");
    request["ties"] = json(R"({"review_requested": "start"})");
    CHECK(limit(planned(request), "legality_review_period")["start"] == "2026-03-02");
    request["durations"]["own_duty_handling"] = json(R"({"n": 2, "unit": "working_day", "basis": "估计"})");
    CHECK(refused_plan(request) == "has_figure /durations/own_duty_handling 原文对时限“职责范围内事项办结期限”已有规定，不能另填。");
}

// 昆山第五十四条: six working days from being assigned on 1 December end on the 9th.
TEST_CASE("who begins after a limit has run out is told that, not only that it is uncertain") {
    const Json plan = planned(json(R"({"pack": "kunshan-2017", "matter": "assigned_document", "facts": {}, "events": {"assigned": "2026-12-01"}, "from": {"start": "2026-12-24"}})"));
    CHECK(plan["feasible"] == "undecided");
    const std::string message = plan["message"];
    CHECK_MESSAGE(message.find("12月24日开始，已晚于12月9日届满的") == 0, message);
    CHECK_MESSAGE(message.find("是否适用，取决于尚未回答的情形。") != std::string::npos, message);
}
