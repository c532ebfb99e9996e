// Faults that readers of the clauses found in questions, each held against the clause.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/pack/cited.h"
#include "core/quiz/draw.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/prove.h"
#include "core/quiz/ruling.h"
#include "tests/core/calendar_files.h"
#include "tests/core/quiz_ground.h"
#include "tests/core/statute_cases.h"

using namespace signroute;
using namespace signroute::test;
using quiz::Claim;
using quiz::Court;
using quiz::Key;
using quiz::Kind;
using quiz::Question;

namespace {

std::vector<Question> asked(const std::string& pack, const std::string& matter, Kind kind, std::uint64_t seed = 5) {
    std::vector<Question> out;
    for (const Key& key : quiz::keys_of(five_cities(), pack, matter, kind)) {
        if (auto q = quiz::make(five_cities(), key, seed)) out.push_back(std::move(*q));
    }
    return out;
}

const std::string& text_of(const Question& q, const std::string& id) {
    static const std::string none;
    for (const quiz::Choice& c : q.choices) {
        if (c.id == id) return c.text;
    }
    return none;
}

// The court of a case of these facts, in one city.
struct Bench {
    quiz::Ground ground = five_cities();
    const Pack& pack;
    Bench(const std::string& city, const std::string& matter, const Facts& facts) : pack(*quiz::pack_of(five_cities(), city)) {
        ground.packs = {&pack};
        situation.matters = {matter};
        situation.facts = facts;
    }
    Truth rule(const Claim& claim) const { return Court(ground, pack, situation).rule(claim).truth; }
    Case situation;
};

Claim needs(const std::string& thing) {
    Claim out;
    out.is = Claim::Is::requires_thing;
    out.what = thing;
    out.word = "before";
    return out;
}

Claim in_order(std::vector<std::pair<const char*, const char*>> steps) {
    Claim out;
    out.is = Claim::Is::sequence;
    for (const auto& [role, action] : steps) {
        PlannedStep s;
        s.role = role;
        s.action = action;
        out.steps.push_back(s);
    }
    return out;
}

Claim takes_step(Claim::Is is, const char* role, const char* action) {
    Claim out = in_order({{role, action}});
    out.is = is;
    return out;
}

const PlannedStep* single_step(const quiz::Choice& c) { return c.claim.steps.size() == 1 ? &c.claim.steps.front() : nullptr; }

// Of the matters, under the sanitizers: what is asked about a matter is worked out from all its situations.
bool is_sampled(const std::string& matter, const Pack& pack) { return std::hash<std::string>{}(pack.id + matter) % kStride == 0; }

template <class Visit>
void each_question(const std::vector<Kind>& kinds, std::size_t every, Visit visit) {
    std::size_t n = 0;
    for (const Pack* pack : five_cities().packs) {
        for (const std::string& matter : quiz::matters_of(*pack)) {
            if (!is_sampled(matter, *pack)) continue;
            for (const Key& key : quiz::keys_of(five_cities(), pack->id, matter, kinds)) {
                if (n++ % every != 0) continue;
                if (const auto q = quiz::make(five_cities(), key, 9)) visit(*pack, *q);
            }
        }
    }
}

constexpr std::size_t kFew = 3;
const std::vector<Kind> kOfSteps = {Kind::who_signs, Kind::who_reviews, Kind::order, Kind::missing, Kind::wrong_step};

}  // namespace

// Kunshan 22: whatever normative draft comes up, the drafter's own lawyers look at it first.
TEST_CASE("that a matter's rules do not name a review does not prove that none is needed") {
    const Bench bench("kunshan-2017", "plenary_agenda_item", {});
    CHECK(bench.rule(needs("legality_review_by_drafter")) != Truth::no);
    CHECK(bench.rule(needs("public_consultation")) != Truth::no);
    CHECK(bench.rule(needs("prior_report_form")) != Truth::yes);
}

TEST_CASE("a thing is no condition of a document if it can only come when the document is out") {
    const Bench bench("wuxi-2022", "government_normative_document", {{"market_related", true}, {"touches_public_interest", true}, {"important", true}});  // 21: what was issued is filed
    CHECK(bench.rule(needs("filed_with_congress")) == Truth::no);
    Claim owed = needs("filed_with_congress");
    owed.word.clear();
    CHECK(bench.rule(owed) == Truth::yes);
}

// Wuxi 20, 50 and 52: the review of legality stands in no order to those of the vice mayor and the secretary general.
TEST_CASE("an order is asked about only where the text gives it") {
    const Facts facts = {{"important", true}, {"market_related", true}, {"touches_public_interest", true}};
    const Bench bench("wuxi-2022", "government_normative_document", facts);
    CHECK(bench.rule(in_order({{"vice_mayor", "review"}, {"mayor", "sign_off"}})) == Truth::yes);
    CHECK(bench.rule(in_order({{"mayor", "sign_off"}, {"secretary_general", "review"}})) == Truth::no);
    CHECK(bench.rule(in_order({{"vice_mayor", "review"}, {"secretary_general", "review"}})) == Truth::unknown);
    CHECK(bench.rule(in_order({{"secretary_general", "review"}, {"justice_bureau", "legality_review"}})) == Truth::unknown);
    std::size_t seen = 0;
    each_question({Kind::order}, kFew, [&](const Pack&, const Question& q) {
        const std::string& right = text_of(q, q.right);
        const std::size_t legality = right.find("合法性审查"), leaders = right.find("市长审核");
        CHECK_MESSAGE((legality == right.npos || leaders == right.npos || legality < leaders), q.id);
        ++seen;
    });
    CHECK(seen * kFew > (kStride == 1 ? 150u : 0u));
}

TEST_CASE("a question on the route has one reading of the text behind it") {
    each_question({Kind::who_signs, Kind::order, Kind::wrong_step}, kFew * 2, [&](const Pack& pack, const Question& q) {
        quiz::Ground ground = five_cities();
        ground.packs = {&pack};
        CHECK_MESSAGE(quiz::one_reading(Court(ground, pack, q.situation_case).answer()), q.id);
    });
    Key vague{Kind::who_signs, {"kunshan-2017"}, "order", {{"important", false}, {"major_matter", true}}, {}, "route:", ""};
    CHECK(!quiz::make(five_cities(), vague, 1));
}

TEST_CASE("who reviews is asked without the one who decides, and says what it leaves out") {
    std::size_t seen = 0;
    each_question({Kind::who_reviews}, kFew, [&](const Pack& pack, const Question& q) {
        if (q.key.variant == "spared") return;
        ++seen;
        CHECK(contains(q.ask, "最后作出决定的人和会议，以及征求意见、合法性审查、公平竞争审查等，均不计在内"));
        for (const quiz::Choice& c : q.choices) {
            for (const char* other : {"征求意见", "合法性审查", "公平竞争审查"}) CHECK_MESSAGE(!contains(c.text, other), q.id);
        }
        quiz::Ground ground = five_cities();
        ground.packs = {&pack};
        const Court court(ground, pack, q.situation_case);
        for (const quiz::Choice& c : q.choices) {
            for (const PlannedStep& s : c.claim.steps) {
                const RouteStep* last = court.last_step();
                CHECK_MESSAGE((c.id != q.right || !last || s.role != last->role || s.action != last->rule->action), q.id);
            }
        }
    });
    CHECK(seen > 0);
}

// Jiangmen 29: where the lead department set a time of its own, that time holds, and nothing was agreed on.
TEST_CASE("of two exceptions to a limit the one that is met is the answer") {
    std::set<std::string> met;
    for (const Question& q : asked("jiangmen-2023", "department_consultation", Kind::silence)) {
        if (q.key.variant.rfind("gives_way", 0) != 0) continue;
        const bool lead = q.key.facts.count("lead_set_deadline") && q.key.facts.at("lead_set_deadline") == FactValue(true);
        const bool agreed = q.key.done.count("reply_time_agreed") && q.key.done.at("reply_time_agreed");
        CHECK_MESSAGE(lead != agreed, q.id);
        CHECK_MESSAGE(contains(text_of(q, q.right), lead ? "主办部门另有时限要求" : "商定的时限"), q.id);
        met.insert(lead ? "lead" : "agreed");
    }
    CHECK(met.size() == 2);
}

TEST_CASE("a figure in quotation marks is the clause's own") {
    const std::map<std::string, std::string> texts = {{"jiangmen-2023", "003_1183c3d82349a2a9.txt"}, {"kunshan-2017", "004_bdb69ba6f3de2813.txt"}, {"liyang", "001_8f7be185268f82c9.txt"}};
    std::size_t seen = 0;
    for (const auto& [city, file_name] : texts) {
        std::string text = official_text(file_name);
        text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\r'; }), text.end());
        if (text.empty()) {
            MESSAGE("skipped: " << file_name << " is not at hand (set SEEDS_DIR)");
            continue;
        }
        const Pack& pack = *quiz::pack_of(five_cities(), city);
        for (const std::string& matter : quiz::matters_of(pack)) {
            const auto& limits = find_matter(pack, matter)->limits;
            if (std::none_of(limits.begin(), limits.end(), [](const TimeLimit& l) { return l.unit_open; })) continue;
            for (const Question& q : asked(city, matter, Kind::due)) {
                if (q.key.variant != "open_unit") continue;
                const std::string& right = text_of(q, q.right);
                const std::string open = "“", close = "”";
                const std::size_t from = right.find(open) + open.size();
                CHECK_MESSAGE(contains(text, right.substr(from, right.find(close) - from)), right);
                ++seen;
            }
        }
    }
    CHECK((seen >= 4 || official_text("003_1183c3d82349a2a9.txt").empty()));
}

TEST_CASE("a period that runs after a meeting is not asked for as one before it") {
    for (const char* matter : {"executive_minutes", "plenary_minutes"}) {
        CHECK(quiz::keys_of(five_cities(), "jiangmen-2023", matter, Kind::latest_start).empty());
        CHECK(!quiz::keys_of(five_cities(), "jiangmen-2023", matter, Kind::due).empty());
    }
}

TEST_CASE("deputies of the mayor who may be one and the same person are not told apart") {
    for (const char* one : {"executive_vice_mayor", "vice_mayor_in_charge", "leader_in_charge", "vice_mayor"}) {
        for (const char* other : {"executive_vice_mayor", "vice_mayor_in_charge", "leader_in_charge", "vice_mayor"}) CHECK(quiz::confusable(shared_catalogue(), one, other));
        CHECK(!quiz::confusable(shared_catalogue(), one, "office_director"));
    }
    each_question({Kind::wrong_step}, kFew, [&](const Pack&, const Question& q) {
        CHECK_MESSAGE(!contains(q.situation, "市长请假；"), q.id);
        CHECK_MESSAGE(!contains(q.situation, "会议督查"), q.id);
    });
}

TEST_CASE("the head of the unit that submits may be the head of any unit, but no deputy") {
    for (const char* head : {"department_head", "town_head", "unit_head"}) CHECK(quiz::confusable(shared_catalogue(), "submitting_unit_head", head));
    for (const char* other : {"department_deputy_head", "vice_mayor", "office_director"}) CHECK(!quiz::confusable(shared_catalogue(), "submitting_unit_head", other));
}

TEST_CASE("the scenery does not contradict the facts") {
    each_question({Kind::clause, Kind::prerequisite, Kind::allowed}, kFew * 3, [&](const Pack&, const Question& q) {
        CHECK_MESSAGE(!contains(q.situation, "：经研究"), q.id);
        CHECK_MESSAGE(!contains(q.situation, "情况："), q.id);
        CHECK_MESSAGE(!contains(q.situation, "为其他"), q.id);
        CHECK_MESSAGE(!contains(q.situation, "为未"), q.id);
        CHECK_MESSAGE(!contains(q.situation, "并非"), q.id);
        const auto maker = q.key.facts.find("making_body");
        if (maker == q.key.facts.end() || maker->second == FactValue(std::string("department"))) return;
        for (const char* named : {"街道起草", "镇起草", "局起草"}) CHECK_MESSAGE(!contains(q.situation, named), q.id);
    });
}

namespace {

void check_share_of_words() {
    std::map<Kind, int> all, words;
    for (const Pack* pack : five_cities().packs) {
        for (const std::string& matter : quiz::matters_of(*pack)) {
            for (const Key& key : quiz::keys_of(five_cities(), pack->id, matter, {Kind::due, Kind::latest_start, Kind::silence})) {
                if (!quiz::make(five_cities(), key, 3)) continue;
                ++all[key.kind];
                words[key.kind] += quiz::asks_for_a_word(key);
            }
        }
    }
    for (const Kind kind : {Kind::due, Kind::latest_start, Kind::silence}) CHECK_MESSAGE(words[kind] * 10 <= all[kind], name(kind) << ": " << words[kind] << " of " << all[kind]);
}

}  // namespace

TEST_CASE("one question in ten at most asks for a word where days are the kind's subject, drawn or counted") {
    if (!kSampled) check_share_of_words();  // a share of a sample would tell nothing
    quiz::Wish wish;
    wish.kinds = {Kind::due, Kind::silence};
    wish.n = kSampled ? 20 : 60;
    wish.seed = 4;
    const auto drawn = quiz::draw(five_cities(), wish);
    const auto dull = std::count_if(drawn.begin(), drawn.end(), [](const Question& q) { return quiz::asks_for_a_word(q.key); });
    CHECK(dull * 5 <= wish.n);
    CHECK(drawn.size() == static_cast<std::size_t>(wish.n));
}

TEST_CASE("what is allowed is not the rule read out") {
    std::size_t rivals = 0;
    each_question({Kind::allowed}, kFew, [&](const Pack&, const Question& q) {
        CHECK_MESSAGE(q.ask == "依条文，能否这样办？", q.id);
        if (q.key.variant == "kept") CHECK_MESSAGE(q.key.facts.size() > 1, q.id);
        else rivals += std::count_if(q.choices.begin(), q.choices.end(), [](const quiz::Choice& c) { return c.text.rfind("不可以：", 0) == 0; }) > 1;
    });
    CHECK(rivals > (kStride == 1 ? 10u : 0u));
}

TEST_CASE("a refutation names its clause, and whoever was chosen") {
    each_question({Kind::who_signs}, kFew, [&](const Pack&, const Question& q) {
        CHECK_MESSAGE(contains(q.proof, "依"), q.id);
        for (const quiz::Refutation& r : q.refutations) {
            CHECK_MESSAGE(contains(r.why, "条"), q.id);
            CHECK_MESSAGE(r.why.rfind("条文规定的是", 0) != 0, q.id);
            const bool rule = r.why.rfind("依", 0) == 0;  // the rule that would have made it that person's
            CHECK_MESSAGE((rule || contains(r.why, text_of(q, r.choice))), q.id << " " << r.why);
        }
    });
    // Wuxi 50.1: the secretary general reviews what the mayor signs.
    bool told = false;
    for (const Question& q : asked("wuxi-2022", "government_document", Kind::who_signs)) {
        for (const quiz::Refutation& r : q.refutations) {
            if (text_of(q, r.choice) == "秘书长") told |= contains(r.why, "只负责审核") && contains(r.why, "第五十条第一款");
        }
    }
    CHECK(told);
}

TEST_CASE("a judgement that changes nothing is not stated where it is asked who decides") {
    each_question({Kind::who_signs}, kFew, [&](const Pack&, const Question& q) { CHECK_MESSAGE((q.key.matter != "plenary_agenda_item" || !q.key.facts.count("emergency")), q.id); });
}

// 无锡第六条: 主持市政府工作 says nothing of signing, so that a deputy may sign is one reading, and no rule to be cited.
TEST_CASE("a step that only a reading has is told of by no explanation") {
    each_question(kOfSteps, kFew, [](const Pack& pack, const Question& q) {
        const Matter* m = find_matter(pack, q.key.matter);
        REQUIRE(m);
        for (const StepRule& s : m->steps) {
            const std::string said = s.say.substr(0, s.say.rfind("。"));
            const auto written = [&](const StepRule& o) { return is_written(o) && contains(o.say, said); };
            if (said.empty() || std::any_of(m->steps.begin(), m->steps.end(), written)) continue;
            CHECK_MESSAGE(!contains(q.proof, said), q.id);
            for (const quiz::Refutation& r : q.refutations) CHECK_MESSAGE(!contains(r.why, said), q.id << " " << r.choice);
        }
    });
}

// 溧阳全文写合法性审查, 第四十九条写审批; 无锡写合法性审核; 江阴第五十条写经司法行政部门审核.
TEST_CASE("an act is called as the clauses of its city call it") {
    const std::map<std::string, std::vector<std::string>> foreign = {
        {"liyang", {"合法性审核"}}, {"wuxi-2022", {"市司法局合法性审查"}}, {"kunshan-2017", {"合法性审核"}}};
    each_question(kOfSteps, kFew, [&](const Pack& pack, const Question& q) {
        const auto words = foreign.find(pack.id);
        if (words == foreign.end()) return;
        for (const std::string& word : words->second) {
            CHECK_MESSAGE(!contains(q.ask, word), q.id);
            for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(!contains(c.text, word), q.id << ": " << c.text);
        }
    });
    for (const Question& q : asked("jiangyin-2022", "government_normative_document", Kind::missing)) {
        for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(!contains(c.text, "市司法局合法性审查"), q.id << ": " << c.text);
    }
    // 溧阳第四十九条第二款: 报市长审批.
    for (const Question& q : asked("liyang", "document_for_mayor", Kind::missing)) {
        for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(!contains(c.text, "批准"), q.id << ": " << c.text);
    }
}

// 昆山第十七条第二款: 政府规范性文件由全体会议或者常务会议讨论和决定, whatever 第四十一条 says of the important ones.
TEST_CASE("a meeting that another clause lets decide is no wrong answer") {
    Facts facts = {{"is_normative", true}, {"drafted_by", std::string("department")}, {"important", false}, {"major_matter", false}, {"leaders_in_charge_count", std::int64_t{1}}};
    const auto planned = [&] {
        Bench out("kunshan-2017", "government_document", facts);
        out.situation.has_plan = true;
        out.situation.planned = in_order({{"office", "copy_edit"}}).steps;
        return out;
    };
    const Bench normative = planned();
    for (const char* meeting : {"executive_meeting", "plenary_meeting"}) CHECK(normative.rule(takes_step(Claim::Is::missing, meeting, "adopt")) == Truth::unknown);
    facts["is_normative"] = false;
    CHECK(planned().rule(takes_step(Claim::Is::missing, "executive_meeting", "adopt")) == Truth::no);
    facts["important"] = true;
    const Bench important("kunshan-2017", "government_document", facts);
    CHECK(important.rule(takes_step(Claim::Is::passes, "executive_meeting", "adopt")) == Truth::yes);
    CHECK(important.rule(takes_step(Claim::Is::passes, "plenary_meeting", "adopt")) == Truth::unknown);
    CHECK(important.rule(takes_step(Claim::Is::passes, "mayor_office_meeting", "adopt")) == Truth::no);
    const Bench plan("kunshan-2017", "major_decision", {{"decision_type", std::string("development_plan")}, {"major_decision", true}, {"party_authority", true}});
    CHECK(plan.rule(takes_step(Claim::Is::dispensable, "executive_meeting", "decide")) == Truth::unknown);  // 第十七条第一款: 研究通过, by either
    // 江阴第七条: 重大事项必须经全体会议或者常务会议讨论决定; 议事规则第三十条第四项 has whoever presides say the outcome.
    for (const char* kind : {"plenary_meeting", "executive_meeting", "mayor_office_meeting"}) {
        const Bench host("jiangyin-2022", "collective_deliberation", {{"meeting_kind", std::string(kind)}});
        CHECK(host.rule(takes_step(Claim::Is::decides, "meeting_host", "decide")) == Truth::yes);
        for (const char* meeting : {"plenary_meeting", "executive_meeting", "mayor_office_meeting"}) CHECK(host.rule(takes_step(Claim::Is::decides, meeting, "decide")) == Truth::unknown);
    }
    each_question({Kind::meeting, Kind::who_signs, Kind::missing}, kFew, [](const Pack&, const Question& q) {
        const auto either = [](const PlannedStep* s) { return s && (s->role == "plenary_meeting" || s->role == "executive_meeting"); };
        const auto right = std::find_if(q.choices.begin(), q.choices.end(), [&](const quiz::Choice& c) { return c.id == q.right; });
        for (const quiz::Choice& c : q.choices) {
            const bool other = either(single_step(*right)) && either(single_step(c)) && single_step(c)->role != single_step(*right)->role;
            CHECK_MESSAGE(!other, q.id);
        }
    });
}

// 江阴第五十条 names 分管副市长; 市政府分管领导 is the same person by another name, whom the clause has therefore not left out.
TEST_CASE("nobody of the matter is offered as somebody else by a wider or narrower name") {
    const Catalogue& catalogue = shared_catalogue();
    each_question({Kind::who_signs, Kind::missing, Kind::wrong_step}, kFew, [&](const Pack& pack, const Question& q) {
        const Matter& m = *find_matter(pack, q.key.matter);
        for (const quiz::Choice& c : q.choices) {
            const PlannedStep* s = single_step(c);
            if (!s || c.id == q.right) continue;
            const bool own = std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& r) { return r.role == s->role; });
            const bool other = std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& r) { return !r.role.empty() && quiz::one_person(catalogue, r.role, s->role); });
            CHECK_MESSAGE((own || !other), q.id << ": " << c.text);
            for (const quiz::Choice& beside : q.choices) CHECK_MESSAGE(!quiz::same_people(catalogue, c.claim, beside.claim), q.id << ": " << c.text);
        }
    });
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (const Question& q : asked("jiangyin-2022", "letter", Kind::who_signs, seed)) {
            for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(c.text != "市政府分管领导", q.id);
        }
    }
}

// 江门第二十四条: a vice mayor grants leave from meetings, and does much besides.
TEST_CASE("what somebody does elsewhere is told as one of several, not as all they do") {
    bool told = false;
    for (const Question& q : asked("jiangmen-2023", "letter", Kind::who_signs)) {
        for (const quiz::Refutation& r : q.refutations) {
            CHECK_MESSAGE(!contains(r.why, "不是这一事项"), r.why);
            told |= contains(r.why, "没有把签发交给副市长；条款写明由其") && contains(r.why, "的，如“");
        }
    }
    CHECK(told);
}

TEST_CASE("from a clause to what is taken from it: notes of figures are the audit's, and why nothing is taken is told where nothing is") {
    const Pack& liyang = *quiz::pack_of(five_cities(), "liyang");
    const auto accounts = [&](int article) {
        const auto all = cited_at(liyang, shared_catalogue(), {.doc = liyang.documents.front().id, .article = article});
        return std::count_if(all.begin(), all.end(), [](const Cited& c) { return c.kind == "account"; });
    };
    CHECK(accounts(32) == 0);  // “12345” is no figure
    CHECK(accounts(41) == 0);
    CHECK(accounts(3) == 2);
    CHECK(status_of_article(liyang, shared_catalogue(), {.doc = liyang.documents.front().id, .article = 3}) == AccountStatus::principle);
}
