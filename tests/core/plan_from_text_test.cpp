// A route as people write it: many spellings, the same steps; and what is not understood is not guessed.
#include "core/route/plan_from_text.h"
#include "core/findings/finding.h"
#include "tests/core/pack_files.h"
#include "tests/core/harbour.h"
#include <doctest/doctest.h>

using namespace signroute;
using namespace signroute::test;

namespace {

struct LoadedPack {
    Pack pack;
    Rules of() const { return {&shared_catalogue(), &pack}; }
};

LoadedPack load_pack(const std::string& id) {
    PackRead read = pack_from_json(file("assets/packs/" + id + ".json"), shared_catalogue());
    REQUIRE(read.pack);
    return {std::move(*read.pack)};
}

// "role:action" of each step, with what else was understood.
std::string steps(const Rules& rules, std::string_view text) {
    std::string out;
    for (const PlannedStep& s : plan_from_text(rules, text)) {
        std::string one = (s.role.empty() ? "?" + s.role_text : s.role) + ":" + (s.action.empty() ? "?" + s.action_text : s.action);
        if (!s.to.empty()) one += ">" + s.to;
        if (!s.on_behalf_of.empty()) one += " for " + s.on_behalf_of;
        if (!s.who.empty()) one += " (" + s.who + ")";
        if (!s.date.empty()) one += " " + s.date;
        out += (out.empty() ? "" : " | ") + one;
    }
    return out;
}

}  // namespace

TEST_CASE("a route is understood in its many spellings") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    const Rules rules = wuxi.of();
    const std::string three = "clerk:draft | vice_mayor_in_charge:review | mayor:sign_off";
    for (const std::string text : {
             "经办人起草→分管副市长审核→市长签发", "经办人起草 -> 分管副市长审核 -> 市长签发", "经办人起草 ➜ 分管副市长审核 ➜ 市长签发。",
             "经办人起草—>分管副市长审核—>市长签发", "经办人起草＞分管副市长审核＞市长签发", "经办人起草，分管副市长审核，市长签发",
             "经办人起草；分管副市长审核；市长签发。", "经办人起草\n分管副市长审核\r\n市长签发\n", "1. 经办人起草\n2. 分管副市长审核\n3. 市长签发",
             "1、经办人起草 2、分管副市长审核 3、市长签发", "（一）经办人起草\n（二）分管副市长审核\n（三）市长签发", "一、经办人起草\n二、分管副市长审核\n三、市长签发",
             "①经办人起草②分管副市长审核③市长签发", "第一步：经办人起草\n第二步：分管副市长审核\n第三步：市长签发", "起草：经办人\n审核：分管副市长\n签发：市长",
             "经办人：起草\n分管副市长：审核\n市长：签发", "经办人（起草）→分管副市长（审核）→市长（签发）", "起草（经办人）→审核（分管副市长）→签发（市长）",
             "由经办人起草，经分管副市长审核后，报市长签发", "先由经办人起草，再送分管副市长审核，最后报市长签发。", "经办人拟稿→分管副市长审核把关→市政府主要领导签发",
             "经办人起草后报分管副市长审核同意后报市长签发", "经办人负责起草→分管副市长进行审核→市长签发", "经办人 起草 → 分管副市长 审核 → 市长 签发",
             "• 经办人起草\n• 分管副市长审核\n• 市长签发", "经办人起草 | 分管副市长审核 | 市长签发", "经办人起草 分管副市长审核 市长签发", "步骤1 经办人起草\n步骤2 分管副市长审核\n步骤3 市长签发"}) {
        CAPTURE(text);
        CHECK(steps(rules, text) == three);
    }
}

TEST_CASE("a table is read row by row, whatever the order of its cells, and its head is no step") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022");
    CHECK(steps(jiangyin.of(), "序号 办理人 动作 日期；1 市发改委 起草 2026-11-09；2 市司法局 合法性审核 2026-11-18；3 市长 签发 2026-11-20") ==
          "department:draft 2026-11-09 | justice_bureau:legality_review 2026-11-18 | mayor:sign_off 2026-11-20");
    CHECK(steps(jiangyin.of(), "环节　办理单位　时间；1 拟稿 市民政局 2026年11月9日；2 审核 副市长 2026年11月18日；3 签发 市长 2026年11月20日") ==
          "department:draft 2026-11-09 | vice_mayor:review 2026-11-18 | mayor:sign_off 2026-11-20");
    CHECK(steps(jiangyin.of(), "拟稿：市民政局（2026年11月9日）；审核：副市长（2026年11月18日）；签发：市长（2026年11月20日）") ==
          "department:draft 2026-11-09 | vice_mayor:review 2026-11-18 | mayor:sign_off 2026-11-20");
}

TEST_CASE("what a city calls an act is read there, and stands on a step that is put into a plan") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022"), jiangmen = load_pack("jiangmen-2023");
    CHECK(steps(jiangyin.of(), "分管副市长核报→市长签发") == "vice_mayor_in_charge:review | mayor:sign_off");
    CHECK(steps(jiangmen.of(), "分管副市长核报") == "vice_mayor_in_charge:?核报");  // no word of that city
    for (const char* id : {"jiangyin-2022", "liyang", "wuxi-2022", "jiangmen-2023", "kunshan-2017"}) {
        const LoadedPack pack = load_pack(id);
        for (const Matter& m : pack.pack.matters) {
            for (const StepRule& s : m.steps) {
                CAPTURE(m.id + "." + s.id);
                RouteStep step;
                step.rule = &s;
                step.role = s.role;
                const PlannedStep planned = as_planned(step);
                CHECK(planned.action == s.action);
                if (s.word.empty() || !s.to.empty()) continue;
                CHECK(step_title(shared_catalogue(), planned) == step_title(shared_catalogue(), s.role, s));
                if (s.role.empty()) continue;
                const std::vector<PlannedStep> read = plan_from_text(pack.of(), step_title(shared_catalogue(), s.role, s));
                REQUIRE(read.size() == 1);
                CHECK(read[0].action == s.action);
            }
        }
    }
}

TEST_CASE("several actors of one action, and several actions of one actor, are steps of their own") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    CHECK(steps(wuxi.of(), "市财政局、市司法局会签") == "finance_bureau:countersign | justice_bureau:countersign");
    CHECK(steps(wuxi.of(), "分管副市长和秘书长审核") == "vice_mayor_in_charge:review | secretary_general:review");
    CHECK(steps(wuxi.of(), "市长审核、签发") == "mayor:review | mayor:sign_off");
    CHECK(steps(wuxi.of(), "市人大及其常委会审议") == "people_congress:deliberate");
}

TEST_CASE("whom a paper goes to, who acts for whom, who it is and when are understood") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    CHECK(steps(wuxi.of(), "部门报送市政府办公室") == "department:submit>office");
    CHECK(steps(wuxi.of(), "征求市司法局意见") == "?:consult>justice_bureau");
    CHECK(steps(wuxi.of(), "常务副市长受市长委托签发") == "executive_vice_mayor:sign_off for mayor");
    CHECK(steps(wuxi.of(), "常务副市长代市长签发") == "executive_vice_mayor:sign_off for mayor");
    CHECK(steps(wuxi.of(), "市长（王某某）签发") == "mayor:sign_off (王某某)");
    CHECK(steps(wuxi.of(), "秘书长审核（2026年3月5日）→市长签发 2026-03-09") == "secretary_general:review 2026-03-05 | mayor:sign_off 2026-03-09");
    CHECK(steps(wuxi.of(), "2026/3/5 秘书长审核") == "secretary_general:review 2026-03-05");
}

TEST_CASE("lines of an office: numerals, days without a year, lists after a colon, bureaus by their own names") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    const Rules rules = wuxi.of();
    CHECK(steps(rules, "一、市教育局起草；二、市司法局合法性审核；三、市长签发") == "department:draft | justice_bureau:legality_review | mayor:sign_off");
    CHECK(steps(rules, "一、秘书长审核 二、市长签发") == "secretary_general:review | mayor:sign_off");
    CHECK(steps(rules, "2026.11.9 秘书长审核") == "secretary_general:review 2026-11-09");
    CHECK(steps(rules, "会签：市财政局、市自然资源局") == "finance_bureau:countersign | department:countersign");
    CHECK(steps(rules, "市教育局报送市政府办公室") == "department:submit>office");
    CHECK(steps(rules, "市教育局主要负责人签发") == "department_head:sign_off");
    CHECK(steps(rules, "李副市长审核→王市长签发") == "vice_mayor:review | mayor:sign_off");
    CHECK(steps(rules, "滨江街道办事处起草") == "town_government:draft");
    CHECK(steps(rules, "报送分管副市长") == "?:submit>vice_mayor_in_charge");
    CHECK(steps(rules, "市委批准").find("department") == std::string::npos);
    const auto of_the_year = plan_from_text(rules, "9月8日 秘书长审核，市长签发（11月9日）", 2026);
    REQUIRE(of_the_year.size() == 2);
    CHECK(of_the_year[0].date == "2026-09-08");
    CHECK(of_the_year[1].date == "2026-11-09");
    CHECK(plan_from_text(rules, "秘书长审核 9月8日")[0].date.empty());  // no year is known, none is guessed
}

TEST_CASE("the phrases of the clauses are understood: to whom, with whose consent, and what is done to what") {
    const LoadedPack jiangmen = load_pack("jiangmen-2023"), liyang = load_pack("liyang");
    const Rules rules = jiangmen.of(), other = liyang.of();
    CHECK(steps(rules, "征得分管副市长同意→市应急管理局向市政府报送请示→市政府办公室报分管副市长审核") ==
          "vice_mayor_in_charge:consent | department:submit>government | office:submit>vice_mayor_in_charge | vice_mayor_in_charge:review");
    CHECK(steps(rules, "市应急管理局征得分管副市长同意") == "vice_mayor_in_charge:consent");
    CHECK(steps(other, "市发改委主要负责人向市长汇报，市政府办公室发布通知") == "department_head:brief>mayor | office:send_notice");
    CHECK(steps(other, "市发改委起草议题材料") == "department:draft");
    CHECK(steps(other, "市政府办公室报市长审定") == "office:submit>mayor | mayor:finalize");
    for (const std::string text : {"市应急管理局向市政府报送请示", "向市长汇报", "市教育局报送市政府办公室", "征求市司法局意见", "王副市长审核"}) {
        const PlannedStep s = step_as_typed(rules, text);  // typing goes on with the same words
        CHECK(s.role_text + s.action_text == text);
    }
}

TEST_CASE("a section of the office stays part of who acts, and a heading is nobody's name") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022");
    for (const std::string text : {"会议纪要：市政府办公室秘书科起草", "市政府办公室秘书科起草"}) {
        const auto read = plan_from_text(jiangyin.of(), text);
        REQUIRE(read.size() == 1);
        CHECK(read[0].role == "office");
        CHECK(read[0].role_text == "市政府办公室秘书科");
        CHECK(read[0].action == "draft");
        CHECK(read[0].who.empty());
    }
}

TEST_CASE("a department's deputy is not its head, by whatever name the department goes") {
    const LoadedPack kunshan = load_pack("kunshan-2017");
    for (const std::string text : {"市住建局分管副局长签发", "市住建局副局长签发", "市发改委副主任签发", "市教育局分管负责人签发"}) CHECK_MESSAGE(steps(kunshan.of(), text) == "department_deputy_head:sign_off", text);
    for (const std::string text : {"市住建局局长签发", "市发改委主任签发", "市教育局主要负责人签发"}) CHECK_MESSAGE(steps(kunshan.of(), text) == "department_head:sign_off", text);
    CHECK(steps(kunshan.of(), "办公室副主任审核") == "office_deputy_director:review");
}

TEST_CASE("what is not understood stays as it was written, and is not guessed") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    CHECK(steps(wuxi.of(), "").empty());
    CHECK(steps(wuxi.of(), " →，。\n ").empty());
    CHECK(steps(wuxi.of(), "老李看一眼→市长签发") == "?:?老李看一眼 | mayor:sign_off");
    // Two steps without any mark between them are not made into the first one's actor with the second one's action.
    const auto run_together = plan_from_text(wuxi.of(), "秘书长审核市长签发");
    REQUIRE(run_together.size() == 1);
    CHECK(run_together[0].role.empty());
    CHECK(run_together[0].role_text == "秘书长审核市长");
}

TEST_CASE("of a name nothing is cut off, though it begins like a word of order") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022");
    for (const std::string name : {"经开区管委会", "报业集团", "经办科室", "送变电公司"}) {
        const auto read = plan_from_text(jiangyin.of(), name + "起草→市长签发");
        REQUIRE_MESSAGE(read.size() == 2, name);
        CHECK(read[0].role_text == name);
        CHECK(read[0].action == "draft");
    }
    const auto opinion = plan_from_text(jiangyin.of(), "市住建局提出办理意见（10月15日）", 2026);
    REQUIRE(opinion.size() == 1);
    CHECK(opinion[0].role == "department");
    CHECK(opinion[0].action_text == "提出办理意见");
    CHECK(opinion[0].date == "2026-10-15");
    const auto titled = plan_from_text(jiangyin.of(), "部门主要负责人填报《领导干部出访事先报告书》 9月1日", 2026);
    REQUIRE(titled.size() == 1);
    CHECK(titled[0].action == "fill_in");
    CHECK(titled[0].action_text == "填报《领导干部出访事先报告书》");
}

TEST_CASE("a remark in brackets stays with its step, and a day may be written 10-15 behind it") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022");
    const auto read = plan_from_text(jiangyin.of(), "分管副市长审核（已口头同意，待签字）→市司法局审核 10-15→市长签发 10.16", 2026);
    REQUIRE(read.size() == 3);
    CHECK(read[0].action == "review");
    CHECK(read[0].role_text + read[0].action_text == "分管副市长审核（已口头同意，待签字）");
    CHECK(read[1].date == "2026-10-15");
    CHECK(read[2].date == "2026-10-16");
    CHECK(steps(jiangyin.of(), "主办部门征求相关部门意见") == "lead_department:consult>related_department");
    CHECK(steps(jiangyin.of(), "分管副市长组织协调") == "vice_mayor_in_charge:coordinate");
    for (const std::string text : {"分管副市长组织协调", "市司法局负责合法性审查", "市政府办公室通过OA系统印发"}) {
        const auto whole = plan_from_text(jiangyin.of(), text);
        REQUIRE_MESSAGE(whole.size() == 1, text);
        CHECK(whole[0].role_text + whole[0].action_text == text);  // no word is lost
        CHECK_FALSE(whole[0].action.empty());
    }
}

TEST_CASE("what is typed into a step stands there as it was typed, at every letter") {
    const LoadedPack jiangyin = load_pack("jiangyin-2022");
    for (const std::string text : {"市政府办公室起草后报秘书长审核", "起草部门起草《城市管理办法》并报分管副市长审核", "部门主要负责人填报《领导干部出访事先报告书》", "由市长签发", "市长圈阅",
                                   "市政府办公室秘书科审核", "市财政局向市政府报送请示", "主办部门征求相关部门意见", "分管副市长王某审核"}) {
        for (std::size_t end = 3; end <= text.size(); end += 3) {
            const std::string words = text.substr(0, end);
            const PlannedStep step = step_as_typed(jiangyin.of(), words);
            CHECK_MESSAGE(step.role_text + step.action_text == words, words);
        }
    }
    const PlannedStep two = step_as_typed(jiangyin.of(), "市政府办公室起草后报秘书长审核");
    CHECK_FALSE((two.role == "office" && two.action == "review"));  // nobody wrote that
}

TEST_CASE("what the rules call a step is understood as that step, in every pack") {
    for (const char* id : {"jiangyin-2022", "liyang", "wuxi-2022", "jiangmen-2023", "kunshan-2017"}) {
        const LoadedPack loaded = load_pack(id);
        const Rules rules = loaded.of();
        const Catalogue& catalogue = *rules.catalogue;
        std::size_t looked_at = 0, n = 0;
        for (const Matter& m : loaded.pack.matters) {
            for (const StepRule& s : m.steps) {
                if (s.role.empty() || (kSampled && n++ % 5)) continue;
                const std::string title = step_title(catalogue, s.role, s.action);
                for (const std::string& text : {title, "经" + title + "后", "3." + title, role_title(catalogue, s.role) + "（" + action_title(catalogue, s.action) + "）"}) {
                    CAPTURE(id);
                    CAPTURE(text);
                    const auto read = plan_from_text(rules, text);
                    REQUIRE(read.size() == 1);
                    CHECK(role_title(catalogue, read[0].role) == role_title(catalogue, s.role));
                    CHECK(action_title(catalogue, read[0].action) == action_title(catalogue, s.action));
                    ++looked_at;
                }
            }
        }
        CHECK(looked_at > (kSampled ? 20 : 100));
    }
}

TEST_CASE("of several actors with one act each stays who was written, and what is no name of a person is no name") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    CHECK(steps(wuxi.of(), "市住建局主要负责人与市财政局负责人会签") == "department_head:countersign | department_leader:countersign");
    CHECK(steps(wuxi.of(), "市长王某签发") == "mayor:sign_off (王某)");
    const std::vector<PlannedStep> office = plan_from_text(wuxi.of(), "市财政局意见反馈");
    REQUIRE(office.size() == 1);
    CHECK(office[0].who.empty());
    CHECK(office[0].role_text + office[0].action_text == "市财政局意见反馈");
}

TEST_CASE("no word of a step is lost: whom one acts for, how it is asked, where it is handed to, and within how many days") {
    const LoadedPack liyang = load_pack("liyang");
    const Rules rules = liyang.of();
    CHECK(steps(rules, "市住建局发函征求市财政局、市民政局意见") == "department:consult>finance_bureau | department:consult>department");
    CHECK(steps(rules, "送市政府办公室") == "?:submit>office");
    CHECK(steps(rules, "经办人送市政府办公室") == "clerk:submit>office");
    CHECK(steps(rules, "常务副市长代市长签发") == "executive_vice_mayor:sign_off for mayor");
    CHECK(steps(rules, "市府办主任核稿") == "office_director:copy_edit");
    CHECK(steps(rules, "市财政局复函") == "finance_bureau:reply");
    for (const std::string text : {"常务副市长代市长签发", "秘书长受市长委托签发", "送市政府办公室", "经办人送市政府办公室", "市府办主任核稿", "市住建局发函征求市民政局意见"}) {
        const auto whole = plan_from_text(rules, text);
        REQUIRE_MESSAGE(whole.size() == 1, text);
        CHECK(step_title(*rules.catalogue, whole[0]) == text);
        const PlannedStep typed = step_as_typed(rules, text);
        CHECK(step_title(*rules.catalogue, typed) == text);
        CHECK(typed.on_behalf_of == whole[0].on_behalf_of);
    }
    for (const std::string text : {"征求市财政局意见，限2日内回复", "征求市财政局意见（11月2日，限2日内回复）"}) {
        const auto read = plan_from_text(rules, text, 2026);
        REQUIRE_MESSAGE(read.size() == 1, text);
        CHECK(read[0].to == "finance_bureau");
        CHECK(read[0].action_text == "征求市财政局意见（限2日内回复）");
    }
    CHECK(plan_from_text(rules, "征求市财政局意见（11月2日，限2日内回复）", 2026)[0].date == "2026-11-02");
}

TEST_CASE("in a list of names nobody is lost, though a bureau has 和 in its own name") {
    const LoadedPack liyang = load_pack("liyang");
    const Rules rules = liyang.of();
    const std::string two = "finance_bureau:countersign | department:countersign";
    for (const std::string text : {"市财政局、市自然资源和规划局会签", "市财政局和市自然资源和规划局会签", "会签\t市财政局、市住房和城乡建设局", "市财政局、市发展和改革委员会　会签", "会签：市财政局、市人力资源和社会保障局",
                                   "会签\t市财政局办公室、市交通运输局办公室"}) {
        CHECK_MESSAGE(steps(rules, text) == two, text);
    }
    CHECK(steps(rules, "市发改委和市财政局会签") == "department:countersign | finance_bureau:countersign");  // no bureau of that name
    CHECK(steps(rules, "市发展和改革委员会起草") == "department:draft");
    CHECK(steps(rules, "市财政局、某某公司会签") == "finance_bureau:countersign | ?某某公司:countersign");
    CHECK(steps(rules, "会签 市财政局、某某公司") == "finance_bureau:countersign | ?某某公司:countersign");
    const auto unknown = plan_from_text(rules, "市委统战部、市财政局会签");
    REQUIRE(unknown.size() == 1);
    CHECK(step_title(*rules.catalogue, unknown[0]) == "市委统战部、市财政局会签");
    const auto remarked = plan_from_text(rules, "会签 市财政局、市司法局 已电话沟通 2026-11-03");
    REQUIRE(remarked.size() == 2);
    CHECK(step_title(*rules.catalogue, remarked[1]) == "市司法局会签（已电话沟通）");
    CHECK(remarked[1].date == "2026-11-03");
}

TEST_CASE("beside 征求意见 in a row stand those who are asked, beside 回复意见 those who reply") {
    const LoadedPack liyang = load_pack("liyang");
    const Rules rules = liyang.of();
    const std::string asked = "?:consult>finance_bureau 2026-11-10 | ?:consult>department 2026-11-10";
    for (const std::string text : {"征求意见\t市财政局、市自然资源和规划局\t2026-11-10", "2 市财政局、市自然资源和规划局 征求意见 2026-11-10", "征求意见：市财政局、市自然资源和规划局（2026-11-10）",
                                   "征求市财政局、市自然资源和规划局意见（2026-11-10）", "向市财政局、市自然资源和规划局征求意见 2026-11-10"}) {
        CHECK_MESSAGE(steps(rules, text) == asked, text);
    }
    CHECK(steps(rules, "征求意见 主办部门") == "lead_department:consult");
    CHECK(steps(rules, "回复意见\t市财政局、市司法局\t2026-11-20") == "finance_bureau:reply 2026-11-20 | justice_bureau:reply 2026-11-20");
    CHECK(steps(rules, "市财政局、市自然资源和规划局 回复意见") == "finance_bureau:reply | department:reply");
    CHECK(step_title(*rules.catalogue, plan_from_text(rules, "市财政局回复意见")[0]) == "市财政局回复意见");
    const auto kept = plan_from_text(rules, "征求市财政局、市司法局意见（书面，急）");
    REQUIRE(kept.size() == 2);
    CHECK(step_title(*rules.catalogue, kept[1]) == "征求市司法局意见（书面，急）");
}

TEST_CASE("two acts that are joined by 并 are two steps of one day") {
    const LoadedPack jiangmen = load_pack("jiangmen-2023"), liyang = load_pack("liyang");
    const std::string two = "office:review 2026-11-24 | office:propose_handling 2026-11-24";
    for (const std::string text : {"审核并提出办理意见 市政府办公室 2026-11-24", "市政府办公室\t审核把关并提出办理意见\t2026-11-24", "市政府办公室审核并提出办理意见（2026-11-24）"}) CHECK_MESSAGE(steps(jiangmen.of(), text) == two, text);
    CHECK(steps(liyang.of(), "市政府办公室审核把关并呈批") == "office:review | office:submit_for_instruction");
    CHECK(steps(liyang.of(), "审核、签发 市长") == "mayor:review | mayor:sign_off");
    CHECK(steps(liyang.of(), "审核并提出办理意见 市政府办公室") == "office:?审核并提出办理意见");  // an act that this city does not know
}

TEST_CASE("the head of a table is no step, whatever its columns are called and in whatever order they stand") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    const Rules rules = wuxi.of();
    CHECK(steps(rules, "序号\t责任单位\t工作内容\t完成时间\n1\t市生态环境局\t起草\t2026-11-02\n2\t市发改委、市自然资源和规划局\t会签\t2026-11-06\n3\t市长\t签发\t2026-11-20") ==
          "department:draft 2026-11-02 | department:countersign 2026-11-06 | department:countersign 2026-11-06 | mayor:sign_off 2026-11-20");
    for (const std::string head : {"办理环节 办理人 完成日期", "序号 办理环节 承办单位 办理时间", "序号 环节 办理单位 时间 状态", "事项 责任人", "工作内容　经办人　办结时限　备注", "日期 部门 动作"}) {
        CHECK_MESSAGE(steps(rules, head + "；起草 市民政局 2026-11-02；审核 副市长 2026-11-03") == "department:draft 2026-11-02 | vice_mayor:review 2026-11-03", head);
    }
    CHECK(steps(rules, "承办部门 起草；主办单位 征求意见") == "responsible_department:draft | lead_department:consult");
    CHECK(steps(rules, "起草 某某公司 2026-11-03") == "?某某公司:draft 2026-11-03");
}

TEST_CASE("words that tell how something is done make no other act of it, and stay") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    const Rules rules = wuxi.of();
    const std::pair<const char*, const char*> written[] = {
        {"直接报送副市长", "?:submit>vice_mayor"},          {"市水利局直接报送副市长", "department:submit>vice_mayor"}, {"直送李副市长", "?:submit>vice_mayor"},
        {"直接报分管副市长审批", "vice_mayor_in_charge:approve"}, {"市交通运输局充分协商", "department:negotiate"},           {"主办部门充分协商", "lead_department:negotiate"},
        {"市政府办公室认真审核把关", "office:review"},        {"市农业农村局公开征求意见", "department:consult>public"},   {"市财政局公开征求意见", "finance_bureau:consult>public"},
        {"向社会公开征求意见", "?:consult>public"},          {"市农业农村局向社会公开征求意见", "department:consult>public"}};
    for (const auto& w : written) {
        const std::string text = w.first, meant = w.second;
        CHECK_MESSAGE(steps(rules, text) == meant, text);
        CHECK(step_title(*rules.catalogue, plan_from_text(rules, text)[0]) == text);
        const PlannedStep typed = step_as_typed(rules, text);
        CHECK_MESSAGE(typed.role_text + typed.action_text == text, text);
        CHECK_MESSAGE((typed.to.empty() ? "" : ">" + typed.to) == (meant.find('>') == std::string::npos ? "" : meant.substr(meant.find('>'))), text);
    }
    const auto two = plan_from_text(rules, "市财政局直接报市长审批");
    CHECK(steps(rules, "市财政局直接报市长审批") == "finance_bureau:submit>mayor | mayor:approve");
    CHECK(step_title(*rules.catalogue, two[0]) == "市财政局直接报市长");
}

TEST_CASE("a section of a bureau counts as the bureau, and its name stays as it was written") {
    const LoadedPack wuxi = load_pack("wuxi-2022");
    const Rules rules = wuxi.of();
    const std::pair<const char*, const char*> written[] = {
        {"市生态环境局法规处合法性审核", "department:legality_review"}, {"市财政局办公室会签", "finance_bureau:countersign"}, {"市住建局法规科合法性审核", "department:legality_review"},
        {"市府办秘书科核稿", "office:copy_edit"},                {"市委办公室会签", "party_committee_office:countersign"}, {"市政府办公室核稿", "office:copy_edit"}};
    for (const auto& w : written) {
        const std::string text = w.first, meant = w.second;
        CHECK_MESSAGE(steps(rules, text) == meant, text);
        CHECK(step_title(*rules.catalogue, plan_from_text(rules, text)[0]) == text);
    }
    CHECK(role_id(rules, "市财政局办公室主任").empty());  // not the head of the bureau
    CHECK(role_id(rules, "市财政局法规处负责人").empty());
    CHECK(role_id(rules, "办公室主任") == "office_director");
    CHECK(steps(rules, "市财政局审核后报市政府办公室审核") == "finance_bureau:review | office:review");
}
