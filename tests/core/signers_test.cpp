// Plans under the rules of the cities: a wrong signature is never passed over, whatever is still open; what a mend proposes.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/contract/request.h"
#include "core/contract/shown_plan_in.h"
#include "core/report/html.h"
#include "core/report/report.h"
#include "core/route/plan_from_text.h"
#include "core/words.h"
#include "tests/core/calendar_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

struct Asked {
    Rules rules;
    Case situation;
    Assessment answer;
};

Asked asked(const std::string& pack, const std::string& matter, const std::string& plan, Facts facts = {}) {
    const Library& library = installed_library();
    Asked out{{&library.catalogue, find_pack(library, pack), &library.general}, {}, {}};
    REQUIRE(out.rules.pack);
    out.situation.matters = {matter};
    out.situation.facts = std::move(facts);
    out.situation.has_plan = true;
    out.situation.planned = plan_from_text(out.rules, plan);
    out.answer = assess(out.rules, installed(), out.situation);
    return out;
}

// The worst that is said about a planned step; null where nothing is.
const Finding* said(const Assessment& answer, int planned) {
    const Finding* out = nullptr;
    for (const Finding& f : answer.findings.list) {
        if (f.planned == planned && f.severity != Severity::note && (!out || f.severity < out->severity)) out = &f;
    }
    return out;
}

}  // namespace

TEST_CASE("a signature that only some reading, or an open fact, may allow is marked on its step, and the headline is no milder than the safe reading") {
    for (const char* signer : {"副市长", "常务副市长", "秘书长"}) {
        for (const auto& city : {std::pair{"wuxi-2022", "副市长审核→秘书长审核→"}, {"jiangyin-2022", "分管副市长审核→办公室主任审核→"}, {"jiangmen-2023", "市政府办公室核稿→市政府分管领导审核→"}}) {
            CAPTURE(signer);
            CAPTURE(city.first);
            const Asked a = asked(city.first, "government_document", std::string(city.second) + signer + "签发");
            const Finding* f = said(a.answer, 2);
            REQUIRE(f);
            CHECK_FALSE(f->clauses.empty());
            CHECK(safe_verdict(a.answer) == Verdict::fail);
            CHECK(verdict_text(a.answer).find("不能报送") != std::string::npos);
        }
    }
}

TEST_CASE("where a fact decides whether the signature is lawful, it is named, and asked") {
    const Asked a = asked("wuxi-2022", "government_document", "副市长审核→秘书长审核→副市长签发");
    const Finding* f = said(a.answer, 2);
    REQUIRE(f);
    REQUIRE_FALSE(f->asks_fact.empty());
    CHECK(f->message.find("取决于尚未填写的情形：“" + fact_question(a.rules, f->asks_fact) + "”") != std::string::npos);
    Case answered = a.situation;
    answered.facts[f->asks_fact] = false;
    const Assessment then = assess(a.rules, installed(), answered);
    const Finding* sure = said(then, 2);
    REQUIRE(sure);
    CHECK(sure->severity == Severity::error);
}

TEST_CASE("a department's deputy who signs what its head has to sign is wrong; of somebody unknown it is asked") {
    const std::string plan = "市住建局起草→市住建局分管副局长签发→报送市政府办公室";
    const Asked deputy = asked("kunshan-2017", "request_to_government", plan);
    const Finding* f = said(deputy.answer, 1);
    REQUIRE(f);
    CHECK(f->severity == Severity::error);
    CHECK(f->message == "此处应为“报送单位主要负责人签发”，填报为“市住建局分管副局长签发”。");
    const Asked stranger = asked("kunshan-2017", "request_to_government", "市住建局起草→老王签发→报送市政府办公室");
    const Finding* open = said(stranger.answer, 1);
    REQUIRE(open);
    CHECK(open->severity == Severity::ask);
    CHECK(open->message.find("报送单位主要负责人签发") != std::string::npos);
    CHECK_FALSE(open->clauses.empty());
    CHECK(said(asked("kunshan-2017", "request_to_government", "市住建局起草→市住建局局长签发→报送市政府办公室").answer, 1) == nullptr);
}

TEST_CASE("everybody who may sign is named once, the mayor beside his deputies") {
    const Asked a = asked("kunshan-2017", "government_document", "市政府办公室核稿→办公室主任签发");
    const Finding* f = said(a.answer, 1);
    REQUIRE(f);
    CHECK(f->message.find("分管副市长签发") != std::string::npos);
    CHECK(f->message.find("或者市长签发") != std::string::npos);
}

namespace {

std::vector<std::string> changes(const Asked& a) {
    std::vector<std::string> out;
    std::vector<PlannedStep> plan = a.situation.planned;
    for (const Edit& e : a.answer.mend->edits) {
        out.push_back(edit_text(*a.rules.catalogue, e, plan));
        plan = applied(e, plan);
    }
    CHECK(plan == a.answer.mend->plan);
    return out;
}

bool has(const std::vector<std::string>& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

}  // namespace

TEST_CASE("the mend moves an act that stands in the wrong place and says what it lacks, and whom a paper goes to then") {
    const Facts facts = {{"agreed", true}, {"assigned_by_leader", false}, {"disagreement", false}, {"matter_count", std::int64_t{1}}, {"meets_document_rules", true},
                         {"multiple_reporting", false}, {"must_be_sent_directly", false}, {"sent_to_person", false}, {"skips_level", false}};
    const Asked a = asked("kunshan-2017", "request_to_government", "市住建局主要负责人签发 2026-11-12→报送分管副市长 2026-11-13→征求市财政局意见 2026-11-16", facts);
    REQUIRE(a.answer.mend);
    const std::vector<std::string> told = changes(a);
    CHECK(has(told, "“报送分管副市长”改为“报送单位报送”，对象由“分管副市长”改为“市政府办公室”。"));
    int consultations = 0;
    for (const PlannedStep& s : a.answer.mend->plan) consultations += s.action == "consult";
    CHECK(consultations == 1);  // 第四十八条第二款: 事先征求; none is left behind
    CHECK(std::any_of(told.begin(), told.end(), [](const std::string& t) { return t.find("“征求市财政局意见”移到") == 0 && t.find("日期另行填写") != t.npos; }));
}

TEST_CASE("no day that is past, and no day of rest, is proposed") {
    const Facts facts = {{"copies", std::int64_t{3}}, {"legality_review_required", false}, {"is_normative", false}, {"added_late", false}, {"added_after_notice", false}};
    const std::string plan = "市政府分管领导协调→市政府分管领导向市长汇报→市政府办公室提出议题 2026-11-18→市政府办公室汇总→市长确定议题→市政府办公室通知→市政府办公室审核";
    for (const char* today : {"2026-11-10", "2026-11-26"}) {
        Asked a = asked("liyang", "executive_agenda_item", plan, facts);
        a.situation.events["meeting"] = *day_from_text("2026-11-27");
        a.situation.done["opinions_agreed"].truth = a.situation.done["meeting_papers"].truth = Truth::yes;
        a.situation.today = *day_from_text(today);
        a.answer = assess(a.rules, installed(), a.situation);
        REQUIRE(a.answer.mend);
        for (const Edit& e : a.answer.mend->edits) {
            const auto day = day_from_text(e.date);
            if (!day) continue;
            CHECK(*day >= *a.situation.today);
            CHECK(installed().working_day_from(*day).latest == day.value());
            CHECK(std::chrono::year_month_day{*day}.day() < std::chrono::day{15});  // whether the fifteenth itself is in time is not written
        }
        CHECK((a.answer.mend->edits.empty() ? a.answer.mend->remains.size() : 1) == 1);
    }
}

TEST_CASE("an error that no single edit mends yet says which fact decides how, and stays among what remains") {
    const Asked a = asked("liyang", "special_minutes", "市政府办公室起草→市政府办公室主任审核→秘书长签发");
    const Finding* f = said(a.answer, 2);
    REQUIRE(f);
    CHECK(f->severity == Severity::error);
    CHECK(f->advice.find("先答“" + fact_question(a.rules, "chair") + "”") != std::string::npos);
    const Reply reply = answer(installed_library(), "assess", "liyang", R"({"matter":"special_minutes","planned":"市政府办公室起草→市政府办公室主任审核→秘书长签发"})");
    const std::size_t remains = reply.json.find("\"remains\":[{");
    CHECK(remains != std::string::npos);
    CHECK(reply.json.find(f->message, remains) != std::string::npos);
}

TEST_CASE("the unit that submits may be any bureau, town or institution by its own name, and its head its own") {
    for (const char* unit : {"市住建局", "滨江镇", "报送单位"}) {
        CAPTURE(unit);
        const std::string head = std::string(unit) + "主要负责人";
        const Asked a = asked("jiangyin-2022", "request_to_government", head + "签发→" + unit + "报送市政府办公室→市政府办公室呈批");  // 第五十二条
        CHECK(said(a.answer, 0) == nullptr);
        CHECK(said(a.answer, 1) == nullptr);
        CHECK(said(asked("liyang", "request_to_government", std::string(unit) + "报送市政府办公室", {{"sent_to_person", false}}).answer, 0) == nullptr);  // 第四十七条
    }
    const Asked deputy = asked("jiangyin-2022", "request_to_government", "市住建局副局长签发→市住建局报送市政府办公室");
    const Finding* f = said(deputy.answer, 0);
    REQUIRE(f);
    CHECK(f->severity == Severity::error);
}

TEST_CASE("a deputy of the lead department who countersigns in place of its head is no countersigning by the head") {
    const Facts facts = {{"touches_other_departments", true}, {"disagreement", false}};
    const std::string rest = "→市财政局负责人会签→市交通运输局报送市政府办公室→市政府审批";
    CHECK(said(asked("liyang", "request_to_government", "市交通运输局协商→市交通运输局局长会签" + rest, facts).answer, 1) == nullptr);
    const Asked a = asked("liyang", "request_to_government", "市交通运输局协商→市交通运输局分管副局长会签" + rest, facts);  // 第四十八条: 主要负责人
    CHECK(std::any_of(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) {
        return f.element == "head_countersign" && f.severity != Severity::note;
    }));
    const auto held = std::find_if(a.answer.findings.checked.begin(), a.answer.findings.checked.end(), [](const Checked& c) { return c.element == "head_countersign"; });
    REQUIRE(held != a.answer.findings.checked.end());
    CHECK(held->result != CheckResult::held);
}

TEST_CASE("a signature with a day that stands before the reviews is moved behind them by one edit, and its day is to be chosen anew") {
    const Asked a = asked("jiangyin-2022", "government_document", "市长签发 2026-11-09→分管副市长审核 2026-11-10→市政府办公室主任审核 2026-11-11", {{"is_normative", false}});
    REQUIRE(a.answer.mend);
    CHECK(a.answer.mend->cost() == 1);
    REQUIRE(a.answer.mend->plan.size() == 3);
    CHECK(a.answer.mend->plan.back().action == "sign_off");
    CHECK(a.answer.mend->plan.back().date.empty());
}

TEST_CASE("a plan that suits every reading of the text passes, and the readings are told") {
    const Asked a = asked("jiangyin-2022", "government_document", "市司法局合法性审核→市政府常务会议讨论通过→分管副市长审核→市政府办公室主任审核→市长签发", {{"is_normative", true}, {"mayor_absent", false}});
    REQUIRE(a.answer.readings.size() == 2);
    CHECK(a.answer.verdict == Verdict::pass);
    const auto told = std::find_if(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) { return f.code == FindingCode::two_readings; });
    REQUIRE(told != a.answer.findings.list.end());
    CHECK(told->severity == Severity::note);
    CHECK(told->message == "原文此处有2种读法，所填流程按各种读法都符合。");
}

TEST_CASE("a meeting planned behind the signature is asked about") {
    const Asked late = asked("jiangyin-2022", "government_document", "分管副市长审核→市政府办公室主任审核→市长签发→市政府常务会议审议", {{"is_normative", false}});
    const Finding* f = said(late.answer, 3);
    REQUIRE(f);
    CHECK(f->severity == Severity::ask);
    CHECK(f->message == "“市政府常务会议审议”排在“市长签发”之后，请核对是否应先经会议。");
    const Asked early = asked("jiangyin-2022", "government_document", "市政府常务会议审议→分管副市长审核→市政府办公室主任审核→市长签发", {{"is_normative", false}});
    CHECK(said(early.answer, 0) == nullptr);
    CHECK(said(asked("jiangyin-2022", "government_document", "分管副市长审核→市政府办公室主任审核→市长签发→市委决定", {{"is_normative", false}}).answer, 3) == nullptr);
}

TEST_CASE("a request with two matters is to be written as two") {
    const Asked a = asked("liyang", "request_to_government", "市交通运输局报送市政府办公室", {{"matter_count", std::int64_t{2}}});
    CHECK(std::any_of(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) {
        return f.code == FindingCode::over_limit && f.severity == Severity::error && f.advice == "分别行文。";
    }));
}

TEST_CASE("a major matter that goes to the party committee is adopted by the executive meeting, important or not") {
    const Asked a = asked("kunshan-2017", "party_committee_submission", "市政府办公室核稿→市长签发", {{"important", false}, {"major_matter", true}});  // 第十七条第二款、第四十一条第二款第1、3项
    CHECK(std::any_of(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) {
        return f.severity == Severity::error && f.element == "adoption" && f.code == FindingCode::missing_step;
    }));
}

// The facts of 江门's 以市政府名义发文 that nothing hangs on any more.
Facts plain_document() {
    return {{"important", false}, {"is_normative", false}, {"routine", false}, {"own_duty", false}, {"department_can_issue", false}, {"already_provided", false}, {"dispensable", false}};
}

TEST_CASE("what only the reading to be on the safe side with asks for is a finding of its own, with what mends it, one badge and one count") {
    for (const char* matter : {"government_document", "government_normative_document"}) {
        CAPTURE(matter);
        const Asked a = asked("jiangmen-2023", matter, "市司法局合法性审核→市政府分管领导审核→市长签发", plain_document());
        const auto& list = a.answer.findings.list;
        const auto missing = std::find_if(list.begin(), list.end(), [](const Finding& f) { return f.code == FindingCode::missing_step; });
        REQUIRE(missing != list.end());
        CHECK(missing->message == "按稳妥的读法，缺少“相关副秘书长审核”。");
        CHECK(badge_text(*missing) == "按稳妥读法为错误");
        REQUIRE(missing->mend.size() == 1);
        CHECK(missing->mend.front().op == Edit::Op::insert);
        CHECK(safe_verdict(a.answer) == Verdict::fail);
        CHECK(plan_is_wrong(a.answer));
        CHECK(verdict_text(a.answer).rfind("按稳妥的读法，不能报送：1处错误", 0) == 0);
        Case mended = a.situation;
        mended.planned = applied(missing->mend.front(), mended.planned);
        CHECK(verdict_text(assess(a.rules, installed(), mended)).find("错误") == std::string::npos);
    }
}

TEST_CASE("readings of several places are told place by place, in the room and on paper") {
    Facts facts = plain_document();
    facts["own_duty"] = true;
    const Asked a = asked("jiangmen-2023", "government_document", "市政府分管领导审核→副市长签发", facts);
    REQUIRE(a.answer.readings.size() == 8);
    REQUIRE(a.answer.points.size() == 3);
    CHECK(readings_text(a.answer) == "原文有3处各有2种读法");
    const std::vector<ToldReading> told = told_readings(a.answer);
    REQUIRE(told.size() == 4);
    CHECK_FALSE(told.front().apart);
    CHECK(std::count_if(told.begin(), told.end(), [](const ToldReading& t) { return !t.apart && t.reading->cautious; }) == 1);
    for (const ToldReading& t : told) {
        if (!t.apart) continue;
        CHECK(t.say() == t.apart->say);
        CHECK(t.reading->taken[t.point] == t.apart);
    }
    const Finding& told_so = *std::find_if(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) { return f.code == FindingCode::two_readings && f.planned == kNoStep && !f.safe; });
    CHECK(told_so.message == "原文有3处各有2种读法，答案不同。");
    const Report paper = report_from_assessment(a.rules, installed(), a.situation, a.answer, {}, nullptr);
    CHECK(paper.parts.size() == 5);
    const auto& needless = paper.parts.front().not_required;
    CHECK(std::find(needless.begin(), needless.end(), "市长签发") == needless.end());  // most readings require it
    REQUIRE(paper.points.size() == 4);
    const std::string html = report_to_html(paper);
    for (const std::string& point : paper.points) CHECK(html.find(point) != std::string::npos);
    CHECK(html.find("各处都按稳妥的读法") != std::string::npos);
    CHECK(html.find("读法一") == std::string::npos);
    CHECK(html.find("不再有：缺少“相关副秘书长审核”。") != std::string::npos);
    CHECK(html.find("是否属于重要公文（重要文件）？") != std::string::npos);  // as the room asks
}

TEST_CASE("of a reading only that is marked which sets it apart from the others of its place") {
    Facts facts = plain_document();
    facts["own_duty"] = true;
    const Asked a = asked("jiangmen-2023", "government_document", "相关副秘书长审核→市政府分管领导审核→市长签发", facts);
    REQUIRE(a.answer.points.size() == 1);  // of 第三十四条, both readings of which are literal
    for (const ToldReading& t : told_readings(a.answer)) {
        CHECK(mark_text(a.answer, t) == (t.apart->cautious ? "稳妥" : ""));
    }
}

TEST_CASE("whoever is written as in charge of something is no mayor, whatever is not answered yet") {
    for (const char* signer : {"李市长（分管）", "报李市长（分管）", "李市长（分管副市长）", "李市长（分管工业）", "分管市长李某", "分管副市长李某", "张副市长(分管)"}) {
        CAPTURE(signer);
        for (const char* pack : {"jiangmen-2023", "wuxi-2022", "jiangyin-2022"}) {
            CAPTURE(pack);
            const Asked a = asked(pack, "government_document", std::string("市政府分管领导审核→") + signer + "签发");
            CHECK(is_role(*a.rules.catalogue, a.situation.planned.back().role, "vice_mayor_in_charge"));
            const Finding* f = said(a.answer, 1);
            REQUIRE(f);
            CHECK(f->safe.value_or(f->severity) == Severity::error);
            REQUIRE_FALSE(f->mend.empty());
            CHECK(edit_text(*a.rules.catalogue, f->mend.front(), a.situation.planned).find("改为“市长签发”") != std::string::npos);
        }
    }
    const Asked a = asked("jiangmen-2023", "government_document", "报李市长（分管）签发→市政府分管领导审核→相关副秘书长审核", plain_document());
    const Assessment& answer = safe_reading(a.answer) ? *safe_reading(a.answer)->answer : a.answer;
    REQUIRE(answer.mend);
    std::string moves;
    std::vector<PlannedStep> plan = a.situation.planned;
    for (const Edit& e : answer.mend->edits) moves += edit_text(*a.rules.catalogue, e, plan), plan = applied(e, plan);
    CHECK(moves.find("“市长签发”") != std::string::npos);
    CHECK(moves.find("写明为") == std::string::npos);
    Edit move;
    move.op = Edit::Op::move, move.at = 3;
    move.step = a.situation.planned.front();
    move.step.role = "mayor", move.step.role_text = "";
    CHECK(edit_text(*a.rules.catalogue, move, a.situation.planned) == "“李市长（分管）签发”移到“相关副秘书长审核”之后，改为“市长签发”。");
}

TEST_CASE("what waits for a fact names it by the question of the form, in the words of the matter") {
    const Asked a = asked("jiangmen-2023", "government_document", "相关副秘书长审核→市政府分管领导审核→分管副市长签发", plain_document());
    const Finding* f = said(a.answer, 2);
    REQUIRE(f);
    REQUIRE_FALSE(f->asks_fact.empty());
    Rules of_matter = a.rules;
    of_matter.matter = "government_document";
    CHECK(f->message.find("取决于尚未填写的情形：“" + fact_question(of_matter, f->asks_fact) + "”。") != std::string::npos);
}

TEST_CASE("the plan in time shows the reading to plan by, with all of its steps") {
    const char* request = R"({"pack": "jiangmen-2023", "matter": "government_normative_document", "facts": {"public_interest": true, "stability_risk": false, "important": true}, "from": {"start": "2026-12-01"}, "durations": {"deputy_review": {"n": 2, "unit": "working_day", "basis": "估计"}}})";
    const Reply reply = answer(installed_library(), "plan", "jiangmen-2023", request);
    REQUIRE_MESSAGE(reply.status == 0, reply.json);
    const auto plan = shown_plan_in(reply.json);
    REQUIRE(plan);
    CHECK(plan->readings.size() >= 2);
    CHECK(std::any_of(plan->steps.begin(), plan->steps.end(), [](const ShownStep& s) { return s.id == "deputy_review"; }));
}

TEST_CASE("what is sent out and comes back on two days of one bracket is two steps, of each who was asked") {
    const Library& library = installed_library();
    const Rules rules{&library.catalogue, find_pack(library, "liyang"), &library.general};
    std::string told;
    for (const PlannedStep& s : plan_from_text(rules, "2.征求市财政局、市自然资源和规划局意见（11月10日发出，11月24日回复）", 2026)) told += step_title(library.catalogue, s) + " " + s.date + "；";
    CHECK(told == "征求市财政局意见（发出） 2026-11-10；征求市自然资源和规划局意见（发出） 2026-11-10；市财政局回复 2026-11-24；市自然资源和规划局回复 2026-11-24；");
    const std::vector<PlannedStep> other = plan_from_text(rules, "市长审核（11月10日、11月24日）", 2026);  // nothing comes back
    CHECK(other.size() == 1);
}

TEST_CASE("a check behind the signature is moved before it by the finding's own edit") {
    const Asked a = asked("kunshan-2017", "government_document", "分管副市长审核→市长签发→用印→市政府办公室核稿");
    const auto found = std::find_if(a.answer.findings.list.begin(), a.answer.findings.list.end(), [](const Finding& f) { return f.element == "general_review_before_signing"; });
    REQUIRE(found != a.answer.findings.list.end());
    CHECK(found->planned == 3);
    REQUIRE(found->mend.size() == 1);
    const std::vector<PlannedStep> after = applied(found->mend.front(), a.situation.planned);
    std::string order;
    for (const PlannedStep& s : after) order += step_title(*a.rules.catalogue, s) + " ";
    CHECK(order == "分管副市长审核 市政府办公室核稿 市长签发 用印 ");
    Case mended = a.situation;
    mended.planned = after;
    const auto list = assess(a.rules, installed(), mended).findings.list;
    CHECK(std::none_of(list.begin(), list.end(), [](const Finding& f) { return f.element == "general_review_before_signing"; }));
}

TEST_CASE("an edit says the addressee or the form that changes, of a step that is called as before") {
    PlannedStep was;
    was.role = "vice_mayor", was.action = "ask_leave", was.to = "secretary_general", was.form = "口头";
    const auto told = [&](const char* to, const char* form) {
        Edit edit;
        edit.op = Edit::Op::replace, edit.step = was;
        edit.step.to = to, edit.step.form = form;
        return edit_text(installed_library().catalogue, edit, {was});
    };
    CHECK(told("mayor", "口头") == "“副市长请假”的对象由“秘书长”改为“市长”。");
    CHECK(told("secretary_general", "书面") == "“副市长请假”的形式由“口头”改为“书面”。");
    CHECK(told("mayor", "书面") == "“副市长请假”的对象由“秘书长”改为“市长”，形式由“口头”改为“书面”。");
}
