// What can be wrong besides the steps: prerequisites, prohibitions, limits, days, meetings, silences, readings.
#include "core/words.h"
#include "tests/core/harbour_findings.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("prerequisite_unmet: something had to be done, or enclosed, first") {
    Case c = edict(kGoodPlan, with(kPlain, "kind", std::string("order")));
    c.done["poll"] = {Truth::no, std::nullopt};
    const Assessment a = assessed(c);
    CHECK(told(a) == "error prerequisite_unmet poll 尚未完成：征询街坊，应在“文书官审核”之前办理。\n");
    REQUIRE(only(a).mend.size() == 1);
    CHECK(only(a).mend[0].op == Edit::Op::perform);
    CHECK(only(a).mend[0].thing == "poll");
    c.done["poll"] = {Truth::yes, std::nullopt};
    CHECK(told(assessed(c)) == "");
    c.done["map"] = {Truth::no, std::nullopt};
    const Assessment paper = assessed(c);
    CHECK(told(paper) == "warning prerequisite_unmet map 未附“城区图”。\n");  // 一般应
    CHECK(only(paper).mend[0].op == Edit::Op::enclose);
    CHECK(paper.verdict == Verdict::warn);
}

TEST_CASE("forbidden: a step that the text forbids, taken out by the mend") {
    const Case c = edict({"书记拟稿", "文书官审核", "副港主签发", "港务官签发"});
    const Assessment a = assessed(c);
    CHECK(told(a) == "error forbidden master_signs 港务官不得签发。\nnote superfluous_step  本事项的规则没有“港务官签发”这一步，可以保留。\n");
    CHECK(a.findings.list[0].planned == 3);
    CHECK(words(a.mended) == kGoodPlan);
    CHECK(assessed(edict()).verdict == Verdict::pass);
}

TEST_CASE("forbidden: the facts break a prohibition, and another lawful way is named") {
    const Assessment a = assessed(edict(kGoodPlan, with(kPlain, "urgent", true)));
    CHECK(told(a) == "error forbidden hasty 加急的通告不发告示。\n");
    CHECK(only(a).instead_matter == "letter");
    CHECK(only(a).instead_facts == Facts{{"urgent", true}});
    CHECK(only(a).advice == "改按“信函”办理。");
    CHECK(only(a).facts == std::vector<std::string>{"kind", "urgent"});
}

TEST_CASE("wrong_body: the topic belongs to another body") {
    const Assessment a = assessed(meeting({{"topic", std::string("feasts")}}));
    CHECK(told(a) == "error wrong_body council.tolls 这一议题不在议事会的任务之列。\n");
    CHECK(told(only(a).want) == "body elders");
    CHECK(told(only(a).got) == "body council");
    CHECK(only(a).advice == "改提长老会。");
}

TEST_CASE("a meeting that keeps to its rules passes; who presides and who attends are checked too") {
    CHECK(told(assessed(meeting({}))) == "");
    CHECK(told(assessed(meeting({{"chair", std::string("secretary")}}))) == "error wrong_role council.chair 文书官不能主持议事会。\n");
    CHECK(told(assessed(meeting({{"chair", std::string("deputy")}, {"delegated", true}}))) == "");
    CHECK(told(assessed(meeting({{"chair", std::string("deputy")}, {"delegated", false}}))) == "error wrong_role council.chair 副港主不能主持议事会。\n");
    const Assessment open = assessed(meeting({{"chair", std::string("deputy")}}));
    CHECK(told(open) == "ask unknown_fact council.stand_in 副港主能否主持议事会，尚不能判断。尚未说明：授权了没有？\n");
    CHECK(told(assessed(meeting({{"attending", std::vector<std::string>{"mayor", "clerk"}}}))) ==
          "warning wrong_role council.who 书记既不是组成人员，也不在原文列出的列席范围内。\n");
    CHECK(told(assessed(meeting({{"attending", std::vector<std::string>{"mayor", "老王"}}}))) ==
          "ask unknown_role council.who 没有认出“老王”是哪个职务或者单位，无法判断是否应当到会。\n");
}

TEST_CASE("over_limit: too many pages, too few people") {
    const Assessment pages = assessed(edict(kGoodPlan, with(kPlain, "pages", std::int64_t{7})));
    CHECK(told(pages) == "error over_limit length 页数现为7页，不得超过6页。\n");
    CHECK(only(pages).advice == "减至6页。");
    CHECK(told(only(pages).want) == "n 6, unit page");
    CHECK(told(only(pages).got) == "n 7, unit page");
    CHECK(told(assessed(edict(kGoodPlan, with(kPlain, "pages", std::int64_t{6})))) == "");
    // More than half of 10 is 6, of 11 is 6, of 12 is 7.
    for (const auto& [due, need] : {std::pair{10, 6}, {11, 6}, {12, 7}}) {
        const auto present = [due = due](int n) { return assessed(meeting({{"due", std::int64_t{due}}, {"present", std::int64_t{n}}})); };
        CHECK(told(present(need)) == "");
        const Assessment few = present(need - 1);
        CHECK(only(few).code == FindingCode::over_limit);
        CHECK(told(only(few).want) == "n " + std::to_string(need) + ", unit person");
    }
    CHECK(told(assessed(meeting({{"present", std::int64_t{5}}}))) ==
          "error over_limit council.quorum 到会人数不足：应到10人，至少须6人到会，实到5人。\n");
}

TEST_CASE("too_late: a limit was missed, by so many of its own days") {
    Case c = edict();
    c.events["received"] = day("2025-03-03");  // a Monday: the fifth working day after it is Monday the 10th
    c.events["replied"] = day("2025-03-10");
    CHECK(told(assessed(c)) == "");
    CHECK(result_of(assessed(c), "reply") == CheckResult::held);
    c.events["replied"] = day("2025-03-11");
    const Assessment a = assessed(c);
    CHECK(told(a) == "error too_late reply 答复期限：截止2025年3月10日（周一），填报3月11日，迟1个工作日。\n");
    CHECK(told(only(a).want) == "due 2025-03-10");
    CHECK(told(only(a).got) == "due 2025-03-11, late_by 1");
    c.events.erase("replied");
    c.today = day("2025-03-12");
    const Assessment open = assessed(c);
    CHECK(told(open) == "ask too_late reply 答复期限：期限已于2025年3月10日（周一）届满，迟2个工作日，没有说明是否已经办结。\n");
    c.today = day("2025-03-10");
    CHECK(told(assessed(c)) == "");
}

TEST_CASE("too_late: a body met too seldom, and a thing was done after the step that it had to precede") {
    const Assessment seldom = assessed(meeting({{"last_held", std::vector<std::string>{"2025-02-17", "2025-03-03"}}}));
    CHECK(told(seldom) == "error too_late council.often 2025年2月1日至2月28日召开1次，少于2次。\n");
    CHECK(told(only(seldom).want) == "n 2, unit month");
    Case c = edict(kGoodPlan, with(kPlain, "kind", std::string("order")));
    c.planned[1].date = "2025-03-04";
    c.done["poll"] = {Truth::yes, day("2025-03-05")};
    CHECK(told(assessed(c)) == "error too_late poll 征询街坊应在2025年3月4日（周二）“文书官审核”之前，填报3月5日。\n");
    c.done["poll"] = {Truth::yes, day("2025-03-04")};
    CHECK(told(assessed(c)) == "");
}

TEST_CASE("too_early: what had to wait did not") {
    Case c = edict();
    c.events["signed"] = day("2025-03-03");
    c.events["posted"] = day("2025-03-05");
    const Assessment a = assessed(c);
    CHECK(told(a) == "error too_early wait 张贴前的等候：最早2025年3月6日（周四），填报3月5日。\n");
    CHECK(told(only(a).want) == "due 2025-03-06");
    CHECK(told(only(a).got) == "due 2025-03-05");
    c.events["posted"] = day("2025-03-06");
    CHECK(told(assessed(c)) == "");
}

TEST_CASE("impossible_date: a day that does not exist, or is none") {
    Case c = edict();
    c.planned[1].date = "2025-02-29";
    const Assessment a = assessed(c);
    CHECK(told(a) == "error impossible_date  “文书官审核”的日期有误：“2025-02-29”这一天不存在。\n");
    CHECK(only(a).planned == 1);
    CHECK(told(only(a).got) == "due 2025-02-29");
    CHECK(a.mended[1].date == "");
    c.planned[1].date = "明天";
    CHECK(told(assessed(c)) == "error impossible_date  “文书官审核”的日期有误：“明天”不是日期，应写作年-月-日，如2025-02-08。\n");
}

TEST_CASE("needs_judgement: a vague word of the text, a wider role, an act in words of its own") {
    const Assessment vague = assessed(edict(kGoodPlan, without(kPlain, "wide")));
    CHECK(told(vague) == "ask needs_judgement wide 需要人工判断：是否牵涉甚广？\n");
    CHECK(only(vague).advice == "牵涉甚广的由港务官审核。");
    CHECK(vague.verdict == Verdict::ask);
    const Assessment word = assessed(edict({"书记拟稿", "文书官过目", "副港主签发"}));
    CHECK(told(word) == "ask needs_judgement review 没有认出“过目”是哪个环节，无法判断是否为“审核”。\n");
}

TEST_CASE("unknown_fact: what was not answered is asked, once, and is no error") {
    const Assessment fact = assessed(edict(kGoodPlan, without(kPlain, "pages")));
    CHECK(told(fact) == "ask unknown_fact pages 尚未说明：共几页？\n");
    CHECK(fact.verdict == Verdict::ask);
    CHECK(result_of(fact, "length") == CheckResult::unknown);
    Case thing = edict(kGoodPlan, with(kPlain, "kind", std::string("order")));
    CHECK(told(assessed(thing)) == "ask unknown_fact poll 没有说明是否已完成：征询街坊。\n");
    const Assessment unplanned = assessed(harbour_case("letter", {}));
    CHECK(told(unplanned) == "ask unknown_fact planned 没有填报办理步骤，签批路线未经核对。\n");
    CHECK(unplanned.mended.empty());
}

TEST_CASE("not_regulated: the text is silent, the pack has no such matter, the rules do not fit, or were not in force") {
    CHECK(told(assessed(harbour_case("petition", {}))) == "ask not_regulated how 原文未规定：请愿怎么办。\n");
    CHECK(told(assessed(harbour_case("oath", {}))) == "ask not_regulated oath 原文未规定：盟誓。\n");
    const Assessment fishing = assessed(harbour_case("pass", {{"ship", std::string("fishing")}}, {"港务官批准"}));
    CHECK(fishing.outcome == Outcome::not_regulated);
    CHECK(told(fishing) == "ask not_regulated pass 原文未规定：船引（所填情形）。\n");
    Case old = edict();
    old.on = day("2023-12-31");
    CHECK(assessed(old).outcome == Outcome::not_in_hand);
    CHECK(told(assessed(old)) == "ask not_regulated rules 所问日期不在现有规则的施行期内，当时的规则不在手中。\n");
    old.on = day("2024-01-01");
    CHECK(assessed(old).outcome == Outcome::regulated);
}

TEST_CASE("two_readings: each reading has its answer, the top keeps what they share, and none is preferred") {
    const Case c = harbour_case("ruling", {{"chair", std::string("secretary")}}, {"港主签发", "文书官签署"});
    const Assessment a = assessed(c);
    CHECK(a.outcome == Outcome::readings);
    CHECK(a.verdict == Verdict::ask);
    const Finding& f = only(a);
    CHECK(told(a) == "ask two_readings readings 原文此处有2种读法，答案不同。\n");
    CHECK(f.advice == "稳妥的做法：当家人是港主。");
    CHECK(f.clauses == std::vector<Clause>{{"rules", 11}, {"rules", 12}});
    REQUIRE(a.readings.size() == 2);
    CHECK(a.readings[0].id == "mayor");
    CHECK(a.readings[0].cautious);
    CHECK(a.readings[0].answer->verdict == Verdict::pass);
    CHECK(told(*a.readings[1].answer) == "error wrong_role deputy_signs 此处应为“副港主签发”，填报为“港主签发”。\n");
    CHECK(own_text(harbour_catalogue(), a, *a.readings[0].answer) == "港主签发");
    CHECK(own_text(harbour_catalogue(), a, *a.readings[1].answer) == "此处应为“副港主签发”，填报为“港主签发”");
    REQUIRE(a.route.steps.size() == 1);
    CHECK(a.route.steps[0].id == "host_signs");
    CHECK(a.mended.empty());
    CHECK(assessed(harbour_case("ruling", {{"chair", std::string("secretary")}}, {"文书官签署"})).verdict == Verdict::fail);  // by either reading
}

TEST_CASE("two_readings: what is wrong by the reading to be on the safe side with is asked on top, and says how grave it is there") {
    const Assessment a = assessed(harbour_case("ruling", {{"chair", std::string("secretary")}}, {"副港主签发", "文书官签署"}));
    CHECK(a.verdict == Verdict::ask);
    CHECK(told(a) == "ask two_readings readings 原文此处有2种读法，答案不同。\n"
                     "ask wrong_role mayor_signs 按稳妥的读法，此处应为“港主签发”，填报为“副港主签发”。\n");
    const auto safe = std::find_if(a.findings.list.begin(), a.findings.list.end(), [](const Finding& f) { return f.safe.has_value(); });
    REQUIRE(safe != a.findings.list.end());
    CHECK(*safe->safe == Severity::error);
    for (const ReadingAnswer& r : a.readings) {
        for (const Finding& f : r.answer->findings.list) CHECK(!f.safe);  // there it is what it is
    }
}

TEST_CASE("two_readings: days that may be working days or not decide only where they agree") {
    Case c = meeting({});
    c.events["received"] = day("2025-03-06");  // a Thursday: three days end on Sunday the 9th or on Tuesday the 11th
    c.events["replied"] = day("2025-03-09");
    CHECK(told(assessed(c)) == "");
    c.events["replied"] = day("2025-03-11");
    CHECK(told(assessed(c)) == "ask two_readings days 守候期限：按工作日计算与按自然日计算结论不同，无法判断是否在期限之内。\n");
    c.events["replied"] = day("2025-03-12");
    CHECK(only(assessed(c)).code == FindingCode::too_late);
    CHECK(only(assessed(c)).severity == Severity::error);
}
