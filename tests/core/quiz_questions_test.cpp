// Every question is proven by the engine, can be made again from its id and seed, and is one of thousands.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/quiz/draft.h"
#include "core/quiz/draw.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/prove.h"
#include "tests/core/quiz_ground.h"
#include "tests/core/sample.h"

using namespace signroute;
using namespace signroute::test;
using quiz::Key;
using quiz::Kind;
using quiz::Question;

namespace {

const std::size_t kEvery = kSampled ? 31 : 1;

// All that is asked of them is made first, which takes longest: under the sanitizers a few matters of two cities stand for all.
std::vector<Key> asked() {
    if (!kSampled) return quiz::all_questions(five_cities());
    std::vector<Kind> kinds;
    for (int k = 0; k < quiz::kKinds; ++k) kinds.push_back(static_cast<Kind>(k));
    std::vector<Key> out;
    for (const char* pack : {"wuxi-2022", "liyang"}) {
        const std::vector<std::string> matters = quiz::matters_of(*quiz::pack_of(five_cities(), pack));
        for (std::size_t i = 0; i < matters.size(); i += 6) {
            for (Key& key : quiz::keys_of(five_cities(), pack, matters[i], kinds)) out.push_back(std::move(key));
        }
    }
    return out;
}

// Some of what gives most, so that all kinds are held in little time.
std::vector<Key> chosen() {
    std::vector<Key> out;
    std::map<std::string, int> taken;
    const std::map<Kind, int> most = {{Kind::difference, 1}, {Kind::clause, 48}, {Kind::unsaid, 20}, {Kind::missing, 16}, {Kind::wrong_step, 16}};
    std::map<Kind, std::size_t> seen;  // under the sanitizers some of each kind are left
    for (Key& k : asked()) {
        const auto few = most.find(k.kind);
        if (k.kind == Kind::difference && quiz::hash_of(k.matter) % 4 == 0) continue;
        if (few != most.end() && ++taken[std::string(name(k.kind)) + k.packs.front() + k.matter] > few->second) continue;
        if (seen[k.kind]++ % kEvery == 0) out.push_back(std::move(k));
    }
    return out;
}

const std::vector<Key>& some_questions() {
    static const std::vector<Key> keys = chosen();
    return keys;
}

// Kind, matter, facts and deciding clause; of a period also how it lies in the calendar and whether it was kept.
std::string signature(const Question& q) {
    std::string out = std::string(name(q.key.kind)) + " " + q.key.matter;
    for (const std::string& p : q.key.packs) out += " " + p;
    for (const auto& [fact, value] : q.key.facts) out += " " + fact + "=" + quiz::value_to_text(value);
    for (const auto& [thing, done] : q.key.done) out += " " + thing + (done ? "+" : "-");
    if (q.key.kind == Kind::due || q.key.kind == Kind::latest_start || q.key.kind == Kind::silence) out += " " + q.key.variant;
    return out + q.id.substr(q.id.rfind('/'));
}

std::string as_text(const Question& q) {
    std::string out = q.id + "\n" + q.situation + "\n" + q.ask + "\n" + q.right + q.hash;
    for (const quiz::Choice& c : q.choices) out += "\n" + c.id + " " + c.text;
    return out;
}

}  // namespace

TEST_CASE("every question is proven: one choice holds, each other is refuted by a clause, and its id and seed give it again") {
    std::map<Kind, std::set<std::string>> distinct;
    std::size_t made = 0, wrong = 0, other = 0;
    for (const Key& key : some_questions()) {
        const std::uint64_t seed = quiz::hash_of(quiz::id_of(five_cities(), key, {})) % quiz::kSeeds;
        const auto q = quiz::make(five_cities(), key, seed);
        if (!q) continue;
        ++made;
        distinct[key.kind].insert(signature(*q));
        const auto objections = quiz::objections(five_cities(), *q);
        if (!objections.empty() && ++wrong < 10) FAIL_CHECK(q->id << ": " << objections.front());
        const auto back = quiz::key_from_text(five_cities(), q->id, "");
        const auto twin = back ? quiz::make(five_cities(), *back, seed) : std::nullopt;
        if ((!twin || as_text(*twin) != as_text(*q)) && ++other < 10) FAIL_CHECK(q->id << " is not made again");
    }
    CHECK(wrong == 0);
    CHECK(other == 0);
    if (kEvery > 1) {
        CHECK(made > 10);
        return;
    }
    CHECK(made > 5000);
    std::size_t all = 0, fewest = made;
    std::string counts;
    for (int k = 0; k < quiz::kKinds; ++k) {
        const Kind kind = static_cast<Kind>(k);
        CHECK_MESSAGE(distinct[kind].size() >= 150, name(kind) << ": " << distinct[kind].size());
        all += distinct[kind].size();
        counts += std::string(name(kind)) + " " + std::to_string(distinct[kind].size()) + " ";
        fewest = std::min(fewest, distinct[kind].size());
    }
    MESSAGE(all << " distinct questions, the fewest of a kind " << fewest << ": " << counts);
    CHECK(all >= 5000);
}

TEST_CASE("another seed gives other words and other places, never another answer") {
    std::size_t moved = 0, seen = 0, dropped = 0, n = 0;
    for (const Key& key : some_questions()) {
        if (n++ % 41 != 0 || key.kind == Kind::difference) continue;
        const auto a = quiz::make(five_cities(), key, 1), b = quiz::make(five_cities(), key, 2);
        dropped += a.has_value() != b.has_value();  // the words of one seed would give the answer away
        if (!a || !b) continue;
        ++seen;
        CHECK_MESSAGE(a->hash == b->hash, a->id);
        CHECK(a->id == b->id);
        moved += as_text(*a) != as_text(*b);
    }
    CHECK(moved * 10 > seen * 9);
    CHECK(dropped * 20 < seen);
}

TEST_CASE("a due day is that of a plain count over the days themselves") {
    const Calendar& calendar = *five_cities().calendar;
    std::size_t counted = 0;
    for (const Key& key : some_questions()) {
        const auto q = key.kind == Kind::due ? quiz::make(five_cities(), key, 5) : std::nullopt;
        const TimeLimit* limit = q && !q->limit.empty() ? find_limit(*quiz::pack_of(five_cities(), key.packs.front()), q->limit) : nullptr;
        if (!limit || !limit->n || limit->unit != DeadlineUnit::working_day) continue;
        for (const quiz::Choice& c : q->choices) {
            if (c.id != q->right || !c.claim.day) continue;
            Day day = q->situation_case.events.at(limit->from);
            for (int left = *limit->n; left > 0;) left -= calendar.info(day += days{1}).works();
            CHECK_MESSAGE(to_text(day) == to_text(*c.claim.day), q->id);
            ++counted;
        }
    }
    CHECK((kSampled || counted > 30));
}

TEST_CASE("a question that was tampered with is objected to") {
    const auto keys = quiz::keys_of(five_cities(), "wuxi-2022", "government_document", Kind::who_signs);
    REQUIRE(!keys.empty());
    const auto good = quiz::make(five_cities(), keys.front(), 3);
    REQUIRE(good);
    CHECK(quiz::objections(five_cities(), *good).empty());
    Question other_key = *good;
    for (const quiz::Choice& c : good->choices) {
        if (c.id != good->right) other_key.right = c.id;
    }
    CHECK(!quiz::objections(five_cities(), other_key).empty());
    Question two_keys = *good;
    for (quiz::Choice& c : two_keys.choices) {
        for (const quiz::Choice& right : good->choices) {
            if (right.id == good->right) c.claim = right.claim;
        }
    }
    CHECK(!quiz::objections(five_cities(), two_keys).empty());
    Question twice = *good;
    twice.choices[0].text = twice.choices[1].text;
    CHECK(quiz::objections(five_cities(), twice) == std::vector<std::string>{"two choices read alike"});
    Question untold = *good;
    untold.refutations.clear();
    CHECK(quiz::objections(five_cities(), untold).size() == good->choices.size() - 1);
}

TEST_CASE("what is drawn is as wished: the kinds take turns, and nothing comes twice") {
    quiz::Wish wish;
    wish.kinds = {Kind::who_signs, Kind::unsaid};
    wish.topics = {"outgoing_documents"};
    wish.seed = 11;
    wish.n = 24;
    const auto drawn = quiz::draw(five_cities(), wish);
    CHECK(drawn.size() == 24);
    std::set<std::string> ids;
    std::map<Kind, int> of;
    for (const Question& q : drawn) {
        ids.insert(q.id);
        ++of[q.key.kind];
        CHECK(find_named(shared_catalogue().matters, q.key.matter)->topic == "outgoing_documents");
    }
    CHECK(ids.size() == drawn.size());
    CHECK(of[Kind::who_signs] == 12);
    CHECK(of[Kind::unsaid] == 12);
    const auto again = quiz::draw(five_cities(), wish);
    REQUIRE(again.size() == drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) CHECK(as_text(again[i]) == as_text(drawn[i]));
}

// 江阴第三十九条第二项: 市长办公会议讨论相关政策措施, as far as somebody finds them 相关; 第十六条 gives 政策措施 to the two others.
TEST_CASE("a meeting whose task names the topic, though a person has to judge it, is no wrong answer; 其他事项 names nothing") {
    quiz::Ground ground = five_cities();
    const Pack& pack = *quiz::pack_of(five_cities(), "jiangyin-2022");
    ground.packs = {&pack};
    Case situation;
    situation.matters = {"executive_meeting"};
    situation.facts["topic"] = std::string("policy_measure");
    const quiz::Court court(ground, pack, situation);
    const auto takes = [&](const char* meeting) {
        quiz::Claim claim;
        claim.is = quiz::Claim::Is::takes;
        claim.what = meeting;
        claim.word = "policy_measure";
        return court.rule(claim).truth;
    };
    CHECK(takes("executive_meeting") == Truth::yes);
    CHECK(takes("mayor_office_meeting") == Truth::unknown);
    CHECK(takes("special_meeting") == Truth::no);
}

// 江门第二十三条第三款: 由主持召开会议的市政府领导签发; that 分管副市长 is not given it by the text would not be true.
TEST_CASE("a leader who may be the one presiding is not said to be left out") {
    for (const auto& [city, matter] : {std::pair("jiangmen-2023", "special_minutes"), std::pair("jiangmen-2023", "special_agenda_item"), std::pair("jiangyin-2022", "special_minutes")}) {
        const Matter& m = *find_matter(*quiz::pack_of(five_cities(), city), matter);
        for (const Key& key : quiz::keys_of(five_cities(), city, matter, Kind::who_signs)) {
            for (std::uint64_t seed = 1; seed <= 10; ++seed) {
                const auto q = quiz::make(five_cities(), key, seed);
                for (std::size_t i = 0; q && i < q->choices.size(); ++i) {
                    const quiz::Choice& c = q->choices[i];
                    const std::string role = c.claim.steps.empty() ? "" : c.claim.steps.front().role;
                    const bool own = std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& s) { return s.role == role; });
                    CHECK_MESSAGE((c.id == q->right || own || !is_role(shared_catalogue(), role, "government_leader")), q->id << ": " << c.text);
                }
            }
        }
    }
}
