// Plans under the rules of the cities: a wrong signature is never passed over, whatever is still open; what a mend proposes.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/contract/request.h"
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
    CHECK(f->message.find("取决于尚未填写的情形：" + title_in(a.rules.catalogue->facts, f->asks_fact)) != std::string::npos);
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
    CHECK(f->advice.find("先答“主持会议者”") != std::string::npos);
    const Reply reply = answer(installed_library(), "assess", "liyang", R"({"matter":"special_minutes","planned":"市政府办公室起草→市政府办公室主任审核→秘书长签发"})");
    const std::size_t remains = reply.json.find("\"remains\":[{");
    CHECK(remains != std::string::npos);
    CHECK(reply.json.find(f->message, remains) != std::string::npos);
}
