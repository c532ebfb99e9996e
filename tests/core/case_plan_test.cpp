// A case keeps what its plan in time was asked with; what comes back is read for the screen.
#include <algorithm>

#include "core/contract/shown_plan_in.h"
#include "core/exchange/document.h"
#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

namespace {

const Day kToday = day_of(2025, 3, 3);  // a Monday

CaseFile kept_case() {
    CaseFile out;
    out.id = "20250303-1";
    out.pack = "harbour";
    out.situation.matters = {"edict"};
    out.situation.facts["important"] = false;
    out.situation.facts["wide"] = false;
    out.situation.events["received"] = kToday;
    return out;
}

PlanForm from_today() {
    PlanForm out;
    out.start = kToday;
    return out;
}

ShownPlan shown(const PlanForm& form, const OwnRules& own = {}) {
    const Reply reply = answer(library(), "plan", "", plan_request(kept_case(), form, own, kToday));
    const auto plan = shown_plan_in(reply.json);
    REQUIRE_MESSAGE(plan, reply.json);
    return *plan;
}

const ShownStep& step(const ShownPlan& plan, std::string_view id) {
    const auto at = std::find_if(plan.steps.begin(), plan.steps.end(), [&](const ShownStep& s) { return s.id == id; });
    REQUIRE(at != plan.steps.end());
    return *at;
}

const ShownLimit& limit(const ShownPlan& plan, std::string_view id) {
    const auto at = std::find_if(plan.limits.begin(), plan.limits.end(), [&](const ShownLimit& l) { return l.id == id; });
    REQUIRE(at != plan.limits.end());
    return *at;
}

// "pointer message" of what is said to a kept plan with one key changed.
std::string unread(const char* pointer, const Json& value) {
    Json one = Json::parse(plan_form_to_text(from_today()), nullptr, false);
    one[Json::json_pointer(pointer)] = value;
    const auto form = plan_form_from_text(one.dump());
    return form ? "read" : form.error().pointer + " " + form.error().message;
}

}  // namespace

TEST_CASE("a case keeps all that its plan is asked with, finished or not, and one without is as it always was") {
    PlanForm form = from_today();
    form.target = "signed", form.date = day_of(2025, 3, 28);
    form.durations["review"] = {3, DeadlineUnit::calendar_day, "惯例"};
    form.durations["draft"] = {-1, DeadlineUnit::working_day, "尚未估计"};
    form.ties["received"] = "start";
    Interruption pause;
    pause.limit = "reply", pause.from = kToday, pause.until = day_of(2025, 3, 5), pause.basis = "补正";
    form.interruptions = {pause, Interruption{}};
    CaseFile file = kept_case();
    const std::string without = case_to_text(file);
    CHECK(without.find("schedule") == std::string::npos);
    file.schedule = plan_form_to_text(form);
    const auto read = case_from_text(case_to_text(file), library());
    REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
    CHECK(case_to_text(*read) == case_to_text(file));
    const auto again = plan_form_from_text(read->schedule);
    REQUIRE(again);
    CHECK(plan_form_to_text(*again) == file.schedule);
    CHECK(again->durations.at("review").basis == "惯例");
    CHECK(again->durations.at("draft").n < 0);
    CHECK(again->ties.at("received") == "start");
    CHECK(again->interruptions.size() == 2);
    file.schedule = plan_form_to_text(PlanForm{});
    CHECK(case_to_text(file) == without);
}

TEST_CASE("a kept plan that cannot be understood is refused where it stands, and the case is read all the same") {
    CHECK(unread("/pace", 1) == "/schedule/pace 不认识的键“pace”。");
    CHECK(unread("/from/end", "2025-03-04") == "/schedule/from/end 不认识的键“end”。");
    CHECK(unread("/from/start", "2025-02-30") == "/schedule/from/start “2025-02-30”这一天不存在");
    CHECK(unread("/interruptions", Json::parse(R"([{"kind": "lost"}])", nullptr, false)) ==
          "/schedule/interruptions/0/kind 种类应为 suspended、extended、returned、resumed 或 urgent。");
    CaseFile file = kept_case();
    file.schedule = R"({"pace":1})";
    const auto read = case_from_text(case_to_text(file), library());
    REQUIRE(read);
    CHECK(case_to_text(*read) == case_to_text(file));
}

TEST_CASE("what is unfinished is kept and not asked; a report is asked without the plan") {
    PlanForm form = from_today();
    const std::string bare = plan_request(kept_case(), form, {}, kToday);
    form.interruptions.emplace_back();
    form.durations["review"] = {3, DeadlineUnit::working_day, ""};
    form.target = "signed";
    CHECK(plan_request(kept_case(), form, {}, kToday) == bare);
    CHECK(lacking(form.interruptions.front()) == "请选时限或者步骤");
    CHECK(lacking(form.durations["review"]) == "请写明依据");
    CHECK(lacking(PlanFigure{-1, DeadlineUnit::working_day, "惯例"}) == "请填写用时");
    CaseFile file = kept_case();
    file.schedule = plan_form_to_text(form);
    CHECK(report_request(file, {}, "html", kToday).find("schedule") == std::string::npos);
    CHECK(assess_request(file, {}, kToday).find("schedule") == std::string::npos);
}

TEST_CASE("an interruption lacks its day, its amount or its basis, and a period must not end before it begins") {
    Interruption i;
    i.limit = "reply", i.basis = "第九条";
    CHECK(lacking(i) == "请填写日期");
    i.from = kToday, i.until = day_of(2025, 3, 2);
    CHECK(lacking(i) == "止日早于起日");
    i.until = kToday;
    CHECK(lacking(i) == "");
    i.basis = "";
    CHECK(lacking(i) == "请写明依据");
    i = {.kind = InterruptionKind::extended, .limit = "reply"};
    CHECK(lacking(i) == "请填写延长多少");
}

TEST_CASE("the dates that are shown are those of the answer, and a duration moves what comes after") {
    PlanForm form = from_today();
    const ShownPlan before = shown(form);
    CHECK(step(before, "review").due.certain);
    CHECK(*step(before, "deputy_signs").earliest.earliest == kToday);
    form.durations["review"] = {2, DeadlineUnit::working_day, "惯例"};
    const ShownPlan after = shown(form);
    CHECK(*step(after, "review").due.earliest == day_of(2025, 3, 5));  // two working days after Monday
    CHECK(*step(after, "deputy_signs").earliest.earliest == day_of(2025, 3, 5));
    CHECK(!after.message.empty());
    const auto ledger = std::find_if(after.ledger.begin(), after.ledger.end(), [](const ShownLedger& l) { return l.of == "step" && l.id == "review" && l.date == "due"; });
    REQUIRE(ledger != after.ledger.end());
    CHECK(std::count_if(ledger->days.begin(), ledger->days.end(), [](const ShownLedger::Entry& e) { return e.counted; }) == 2);
}

TEST_CASE("a day to meet that the case records itself is said once") {
    PlanForm form = from_today();
    form.target = "received", form.date = day_of(2025, 3, 10);
    const Json request = Json::parse(plan_request(kept_case(), form, {}, kToday), nullptr, false);
    CHECK(request["to"] == Json{{"event", "received"}, {"date", "2025-03-10"}});
    CHECK(!request["events"].contains("received"));
}

TEST_CASE("a suspended limit ends later by the working days of the suspension, and its basis is shown") {
    PlanForm form = from_today();
    CHECK(*limit(shown(form), "reply").due.earliest == day_of(2025, 3, 10));  // 9: five working days after Monday
    Interruption pause;
    pause.limit = "reply", pause.from = day_of(2025, 3, 5), pause.until = day_of(2025, 3, 6), pause.basis = "退回补正";
    form.interruptions = {pause};
    const ShownPlan plan = shown(form);
    CHECK(*limit(plan, "reply").due.earliest == day_of(2025, 3, 12));
    CHECK(limit(plan, "reply").basis.find("退回补正") != std::string::npos);
}

TEST_CASE("an event that is tied to the start is on that day") {
    CaseFile file = kept_case();
    file.situation.events.clear();
    PlanForm form = from_today();
    form.start = day_of(2025, 3, 4);
    form.ties["received"] = "start";
    const Reply reply = answer(library(), "plan", "", plan_request(file, form, {}, kToday));
    const auto plan = shown_plan_in(reply.json);
    REQUIRE_MESSAGE(plan, reply.json);
    CHECK(*limit(*plan, "reply").start.earliest == day_of(2025, 3, 4));
    CHECK(*limit(*plan, "reply").due.earliest == day_of(2025, 3, 11));
}

TEST_CASE("an office's own days off count in its plan") {
    PlanForm form = from_today();
    OwnRules own;
    own.local_days = R"({"format":1,"source":"港务所","days":[{"date":"2025-03-06","works":false,"reason":"开港日"}]})";
    const Reply reply = answer(library(), "plan", "", plan_request(kept_case(), form, own, kToday));
    const auto plan = shown_plan_in(reply.json);
    REQUIRE_MESSAGE(plan, reply.json);
    CHECK(*limit(*plan, "reply").due.earliest == day_of(2025, 3, 11));
}

TEST_CASE("an answer that is an error is an error here too") {
    const Reply reply = answer(library(), "plan", "harbour", "{}");
    const auto plan = shown_plan_in(reply.json);
    REQUIRE_FALSE(plan);
    CHECK(!plan.error().message.empty());
}
