// What can be wrong with the steps of a plan, each by a case in the fictional city of harbour.h.
#include <algorithm>
#include <random>

#include "core/route/plan_from_text.h"
#include "tests/core/harbour_findings.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("a plan that does what the text demands passes, and every rule that was tried is shown") {
    const Assessment a = assessed(edict());
    CHECK(told(a) == "");
    CHECK(a.verdict == Verdict::pass);
    for (const char* held : {"draft", "review", "deputy_signs", "map", "length", "master_signs"}) CHECK(result_of(a, held) == CheckResult::held);
    for (const char* idle : {"consult", "mayor_signs", "poll", "post"}) CHECK(result_of(a, idle) == CheckResult::not_applicable);
    CHECK(result_of(a, "hasty") == CheckResult::held);
    CHECK(result_of(a, "reply") == CheckResult::unknown);  // no date was given
    CHECK(a.mended == edict().planned);
}

TEST_CASE("missing_step: a required step is not planned") {
    const Case c = edict({"书记拟稿", "副港主签发"});
    const Assessment a = assessed(c);
    const Finding& f = only(a);
    CHECK(told(a) == "error missing_step review 缺少“文书官审核”。\n");
    CHECK(f.advice == "补上“文书官审核”。");
    CHECK(f.clauses == std::vector<Clause>{{"rules", 3}});
    CHECK(f.strength == Strength::must);
    CHECK(told(f.want) == "role secretary, action review");
    CHECK(f.facts == std::vector<std::string>{"wide"});
    CHECK(a.verdict == Verdict::fail);
    CHECK(result_of(a, "review") == CheckResult::broken);
    check_mended(c, kGoodPlan);
}

TEST_CASE("missing_step: what is stated as done need not be planned") {
    Case c = edict({"书记拟稿", "副港主签发"});
    c.done["review"] = {Truth::yes, std::nullopt};
    CHECK(told(assessed(c)) == "");
}

TEST_CASE("missing_step: of steps that replace each other one way is enough, and all ways are named") {
    CHECK(told(assessed(harbour_case("letter", {}, {"书记拟稿", "港主签发"}))) == "");
    CHECK(told(assessed(harbour_case("letter", {}, {"书记拟稿", "文书官审核", "副港主签发"}))) == "");
    const Case none = harbour_case("letter", {}, {"书记拟稿"});
    CHECK(told(assessed(none)) == "error missing_step mayor_signs 缺少“港主签发”或者“文书官审核”。\n");
    CHECK(only(assessed(none)).advice == "补上“港主签发”或者“文书官审核”之一。");
    check_mended(none, {"书记拟稿", "港主签发"});
    const Case half = harbour_case("letter", {}, {"书记拟稿", "文书官审核"});  // a way begun is to be ended
    CHECK(told(assessed(half)) == "error missing_step deputy_signs 缺少“副港主签发”。\n");
    check_mended(half, {"书记拟稿", "文书官审核", "副港主签发"});
}

TEST_CASE("superfluous_step: a step that no rule asks for is noted and does no harm") {
    const Assessment a = assessed(edict({"书记拟稿", "文书官审核", "副港主签发", "港务官抄送"}));
    CHECK(told(a) == "note superfluous_step  本事项的规则没有“港务官抄送”这一步，可以保留。\n");
    CHECK(only(a).planned == 3);
    CHECK(a.verdict == Verdict::pass);
}

TEST_CASE("out_of_order: two steps stand the wrong way round") {
    const Case c = edict({"书记拟稿", "副港主签发", "文书官审核"});
    const Assessment a = assessed(c);
    CHECK(told(a) == "error out_of_order deputy_signs “副港主签发”应在“文书官审核”之后。\n");
    CHECK(only(a).advice == "将“文书官审核”移到“副港主签发”之前。");
    CHECK(told(only(a).want) == "after review");
    CHECK(a.verdict == Verdict::fail);
    check_mended(c, kGoodPlan);
}

TEST_CASE("out_of_order: the days tell the order where both are given") {
    Case c = edict();
    c.planned[1].date = "2025-03-05";
    c.planned[2].date = "2025-03-04";
    CHECK(told(assessed(c)) == "error out_of_order deputy_signs “副港主签发”的日期早于“文书官审核”，次序不合。\n");
    std::swap(c.planned[1], c.planned[2]);  // listed the wrong way round, but dated the right way
    c.planned[2].date = "2025-03-03";
    CHECK(told(assessed(c)) == "ask out_of_order  “文书官审核”排在“副港主签发”之后，日期却更早。\n");
}

TEST_CASE("days that run against the list are pointed out where no rule orders the steps")  {
    Case c = edict({"书记拟稿", "文书官审核", "副港主签发", "港务官抄送"});
    c.planned[2].date = "2025-03-05";
    c.planned[3].date = "2025-03-04";
    const std::string spare = "note superfluous_step  本事项的规则没有“港务官抄送”这一步，可以保留。\n";
    CHECK(told(assessed(c)) == "ask out_of_order  “港务官抄送”排在“副港主签发”之后，日期却更早。\n" + spare);
    c.planned[3].date = "2025-03-05";
    CHECK(told(assessed(c)) == spare);
}

TEST_CASE("wrong_role: the right act by somebody else") {
    const Case c = edict({"书记拟稿", "港务官审核", "副港主签发"});
    const Assessment a = assessed(c);
    CHECK(told(a) == "error wrong_role review 此处应为“文书官审核”，填报为“港务官审核”。\n");
    CHECK(told(only(a).want) == "role secretary");
    CHECK(told(only(a).got) == "role harbour_master");
    CHECK(only(a).advice == "将“港务官审核”改为“文书官审核”。");
    check_mended(c, kGoodPlan);
}

TEST_CASE("wrong_role: a narrower role is the right one") {
    CHECK(told(assessed(edict({"书记拟稿", "文书官审核", "首席副港主签发"}))) == "");
}

TEST_CASE("wrong_action: the right person does something else") {
    const Case c = edict({"书记拟稿", "文书官签发", "副港主签发"});
    const Assessment a = assessed(c);
    CHECK(told(a) == "error wrong_action review 此处应为“文书官审核”，填报为“文书官签发”。\n");
    CHECK(told(only(a).want) == "action review");
    CHECK(told(only(a).got) == "action sign_off");
    check_mended(c, kGoodPlan);
    // Another kind of act stands for itself.
    CHECK(told(assessed(edict({"书记拟稿", "文书官抄送", "副港主签发"}))) == "error missing_step review 缺少“文书官审核”。\nnote superfluous_step  本事项的规则没有“文书官抄送”这一步，可以保留。\n");
}

TEST_CASE("wrong_role, wrong_action: to whom and in which form, as strictly as the text says it") {
    const auto report = [](const std::string& to, const std::string& form) {
        Case c = harbour_case("report", {}, {"书记报送"});
        c.planned[0].to = to;
        c.planned[0].form = form;
        return c;
    };
    for (const char* form : {"", "书面", "书面形式"}) CHECK(told(assessed(report("first_deputy", form))) == "");
    CHECK(told(assessed(report("", ""))) == "");  // nothing is said, so nothing is wrong
    const Assessment to = assessed(report("mayor", "书面"));
    CHECK(told(to) == "warning wrong_role submit 应报送“首席副港主”，填报为“港主”。\n");  // 一般
    CHECK(told(only(to).want) == "to first_deputy");
    CHECK(told(only(to).got) == "to mayor");
    CHECK(told(assessed(report("deputy", ""))) == "ask needs_judgement submit 应报送首席副港主，填报为副港主，请确认是否同一对象。\n");
    CHECK(told(assessed(report("老王", ""))) == "ask unknown_role submit 没有认出“老王”是哪个职务或者单位，无法判断是否为首席副港主。\n");
    const Assessment form = assessed(report("first_deputy", "口头"));
    CHECK(told(form) == "warning wrong_action submit 形式应为“书面”，填报为“口头”。\n");
    CHECK(told(only(form).want) == "form 书面");
    CHECK(assessed(report("mayor", "口头")).mended == report("first_deputy", "书面").planned);
}

TEST_CASE("unknown_role: an actor in words that nobody knows is kept as text and asked about") {
    const Assessment a = assessed(edict({"书记拟稿", "老王审核", "副港主签发"}));
    CHECK(told(a) == "ask unknown_role review 没有认出“老王”是哪个职务或者单位，无法判断是否为文书官。\n");
    CHECK(told(only(a).got) == "role 老王");
    CHECK(a.verdict == Verdict::ask);
    CHECK(result_of(a, "review") == CheckResult::unknown);
    CHECK(told(assessed(edict({"书记拟稿", "审核", "副港主签发"}))) == "ask unknown_role review 没有写明由谁办理“审核”，应为文书官。\n");
    CHECK(told(assessed(edict({"书记拟稿", "文书官审核", "副港主签发", "老王抄送"}))) == "ask unknown_role  没有认出“老王”是哪个职务或者单位，无法核对这一步。\n");
}

TEST_CASE("not_authorised: one who may be authorised was not, or it is not said") {
    const Facts facts = with(kPlain, "important", true);
    const Assessment no = assessed(important("首席副港主签发", with(facts, "delegated", false)));
    CHECK(told(no) == "error not_authorised mayor_signs 首席副港主办理“签发”须经港主授权，现未经授权。\n");
    CHECK(told(only(no).want) == "role mayor");
    CHECK(no.verdict == Verdict::fail);
    const Assessment open = assessed(important("首席副港主签发"));
    CHECK(told(open) == "ask not_authorised mayor_signs 首席副港主办理“签发”须经港主授权，没有说明是否已经授权。\n");
    CHECK(told(assessed(important("首席副港主签发", with(facts, "delegated", true)))) == "");
    Case by = important("首席副港主签发");
    by.planned[3].by = "mayor";  // the plan itself says by whom
    CHECK(told(assessed(by)) == "");
    check_mended(important("首席副港主签发"), {"书记拟稿", "文书房征求意见", "文书官审核", "港主签发"});
}

TEST_CASE("not_authorised: acting for another where the text knows no such thing") {
    Case c = edict({"书记拟稿", "书记审核", "副港主签发"});
    c.planned[1].on_behalf_of = "secretary";
    CHECK(told(assessed(c)) == "error not_authorised review “书记审核”系代文书官办理，原文没有这样的授权。\n");
    check_mended(c, kGoodPlan);
}

TEST_CASE("the verdict is the gravest: fail before ask before warn before pass") {
    const auto verdict = [](bool error, bool ask, bool warning, bool note) {
        Case c = edict(note ? std::vector<std::string>{"书记拟稿", "文书官审核", "副港主签发", "港务官抄送"} : kGoodPlan);
        if (error) c.facts["pages"] = std::int64_t{9};
        if (ask) c.facts.erase("kind");
        if (warning) c.done["map"] = {Truth::no, std::nullopt};
        return assessed(c).verdict;
    };
    for (int i = 0; i < 16; ++i) {
        const bool error = i & 8, ask = i & 4, warning = i & 2, note = i & 1;
        const Verdict want = error ? Verdict::fail : ask ? Verdict::ask : warning ? Verdict::warn : Verdict::pass;
        CHECK_MESSAGE(verdict(error, ask, warning, note) == want, i);
    }
}

TEST_CASE("whatever is planned, the mended plan passes, and a plan that passes is left as it is") {
    const std::vector<std::string> roles = {"书记", "文书房", "文书官", "港务官", "港主", "副港主", "首席副港主", "老王", ""};
    const std::vector<std::string> actions = {"拟稿", "征求意见", "审核", "签发", "抄送", "批准", "过目"};
    std::vector<Case> situations = {edict(), important("港主签发"), edict(kGoodPlan, with(kPlain, "wide", true)), harbour_case("letter", {}, {"书记拟稿"}),
                                    harbour_case("pass", {{"ship", std::string("merchant")}, {"cargo", std::int64_t{51}}}, {"港务官批准"})};
    std::mt19937 random(3);
    const auto one_of = [&](const std::vector<std::string>& list) { return list[random() % list.size()]; };
    for (int i = 0; i < 3000 / kStride; ++i) {
        Case c = situations[random() % situations.size()];
        c.planned.clear();
        for (auto n = random() % 6; n > 0; --n) c.planned.push_back(step_from_text(harbour(), one_of(roles) + one_of(actions)));
        const Assessment first = assessed(c);
        std::string plan;
        for (const std::string& w : words(c.planned)) plan += w + " ";
        if (first.verdict == Verdict::pass) CHECK_MESSAGE(first.mended == c.planned, plan);
        c.planned = first.mended;
        const Assessment again = assessed(c);
        std::string said;  // a step that nobody asked for, in words that nobody knows, is the user's own to take back
        for (const Finding& f : again.findings.list) {
            if (f.severity != Severity::note && !f.step.empty()) said += f.message;
        }
        for (const std::string& w : words(first.mended)) said += said.empty() ? "" : " " + w;
        CHECK_MESSAGE(said.empty(), plan << "-> " << said);
        CHECK_MESSAGE(again.verdict != Verdict::fail, plan << "\n" << told(again));
    }
}

TEST_CASE("superfluous_step: done twice, a step of another matter, and what comes after the decision though its like come before") {
    const Pack& jiangyin = pack_of("jiangyin-2022");
    const Rules rules{&installed_library().catalogue, &jiangyin};
    const auto told_of = [&](const char* text) {
        Case c;
        c.matters = {"government_document"};
        c.has_plan = true;
        c.planned = plan_from_text(rules, text);
        std::string out;
        for (const Finding& f : assess(rules, installed_library().calendar, c).findings.list) {
            if (f.code == FindingCode::superfluous_step) out += std::string(name(f.severity)) + " " + f.message + "\n";
        }
        return out;
    };
    CHECK(told_of("分管副市长审核→市政府办公室主任审核→分管副市长审核→市长签发").find("note “分管副市长审核”与第1步相同，规则只要求一次，可以保留，也可以删去。\n") != std::string::npos);
    CHECK(told_of("分管副市长审核→市政府办公室主任审核→市长签发→市长审核").find("warning “市长审核”排在“市长签发”之后；规则中的审核都在其前，请核对是否多余，或者次序颠倒。\n") != std::string::npos);
    CHECK(told_of("分管副市长审核→市政府办公室主任审核→市长审核→市长签发").find("warning") == std::string::npos);
}

TEST_CASE("市政府审批: one of its leaders acts for the government, which is no mistake and says which of them the text leaves open") {
    const Pack& jiangmen = pack_of("jiangmen-2023");
    const Rules rules{&installed_library().catalogue, &jiangmen};
    const auto findings_of = [&](const char* text) {
        Case c;
        c.matters = {"request_to_government"};
        c.facts["major_matter"] = false;
        c.has_plan = true;
        c.planned = plan_from_text(rules, text);
        std::string out;
        for (const Finding& f : assess(rules, installed_library().calendar, c).findings.list) {
            if (f.element == "approve") out += std::string(name(f.severity)) + " " + std::string(name(f.code)) + " " + f.message + "\n";
        }
        return out;
    };
    CHECK(findings_of("报送单位报送市政府→市政府办公室审核→市政府审批") == "");
    for (const std::string leader : {"市长", "副市长", "分管副市长"})
        CHECK(findings_of(("报送单位报送市政府→市政府办公室审核→" + leader + "审批").c_str()) ==
              "note needs_judgement 规则写的是“市政府审批”，填报为“" + leader + "审批”：由哪位市政府领导代表市政府审批，按领导分工确定。\n");
    CHECK(findings_of("报送单位报送市政府→市政府办公室审核→市政府办公室主任审批").find("error wrong_role") == 0);
}
