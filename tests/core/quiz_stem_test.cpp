// Nobody can read the answer off the question, and nothing in it is beside the clause. Told by words alone, apart from the engine.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/quiz/make.h"
#include "core/quiz/words.h"
#include "tests/core/calendar_files.h"
#include "tests/core/quiz_ground.h"
#include "tests/core/sample.h"

using namespace signroute;
using namespace signroute::test;
using quiz::Key;
using quiz::Kind;
using quiz::Question;

namespace {

const std::string& choice_text(const Question& q, const std::string& id) {
    static const std::string none;
    for (const quiz::Choice& c : q.choices) {
        if (c.id == id) return c.text;
    }
    return none;
}

// 市长 in 副市长 is another word.
bool stem_says(const std::string& text, const std::string& word) {
    const std::string deputy = "副";
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        if (at < deputy.size() || text.compare(at - deputy.size(), deputy.size(), deputy) != 0) return true;
    }
    return false;
}

std::string whole_stem(const Question& q) {
    const Matter* m = find_matter(*quiz::pack_of(five_cities(), q.key.packs.front()), q.key.matter);
    return (m && quiz::names_matter(q.key) ? m->title : "") + q.situation + (q.key.kind == Kind::who_reviews ? "" : q.ask);
}

bool other_choice_says(const Question& q, const std::string& word) {
    return std::any_of(q.choices.begin(), q.choices.end(), [&](const quiz::Choice& c) { return c.id != q.right && stem_says(c.text, word); });
}

// Worked out once for all of these tests.
const std::vector<Key>& keys_on(const std::string& pack, const std::string& matter) {
    static std::map<std::string, std::vector<Key>> known;
    const auto [at, fresh] = known.try_emplace(pack + "/" + matter);
    if (!fresh) return at->second;
    std::vector<Kind> kinds;
    for (int k = 0; k < quiz::kKinds; ++k) {
        if (static_cast<Kind>(k) != Kind::difference) kinds.push_back(static_cast<Kind>(k));
    }
    return at->second = quiz::keys_of(five_cities(), pack, matter, kinds);
}

template <class Visit>
void each_made(std::uint64_t seed, std::size_t every, const Visit& visit) {
    std::size_t n = 0;
    for (const Pack* pack : five_cities().packs) {
        for (const std::string& matter : quiz::matters_of(*pack)) {
            if (std::hash<std::string>{}(pack->id + matter) % kStride != 0) continue;
            for (const Key& key : keys_on(pack->id, matter)) {
                if (n++ % every != 0) continue;
                if (const auto q = quiz::make(five_cities(), key, seed + n)) visit(*q);
            }
        }
    }
}

std::vector<Question> questions_on(const std::string& pack, const std::string& matter, const std::vector<Kind>& kinds) {
    std::vector<Question> out;
    for (const Key& key : quiz::keys_of(five_cities(), pack, matter, kinds)) {
        if (auto q = quiz::make(five_cities(), key, 7)) out.push_back(std::move(*q));
    }
    return out;
}

const std::vector<Kind> kRouteKinds = {Kind::who_signs, Kind::who_reviews, Kind::order, Kind::missing, Kind::wrong_step, Kind::prerequisite, Kind::decisive_fact};

}  // namespace

// 溧阳第二十三条: 提请市人大审议决定…由谁决定. Each person, meeting, thing or act that is the answer, by its whole name.
TEST_CASE("the answer, or whoever acts in it, does not stand in the stem") {
    std::size_t seen = 0;
    for (const std::uint64_t seed : {1u, 1000u, 50000u}) {
        each_made(seed, 11, [&](const Question& q) {
            const std::string stem = whole_stem(q), &right = choice_text(q, q.right);
            const bool quotes = q.key.kind == Kind::wrong_step || q.key.kind == Kind::order;  // every choice repeats the plan or the steps
            const bool of_case = q.key.kind == Kind::decisive_fact || q.key.kind == Kind::unsaid || q.key.kind == Kind::allowed;
            if (quotes) return;
            ++seen;
            if (!of_case) CHECK_MESSAGE((!stem_says(stem, right) || other_choice_says(q, right)), q.id << "\n" << stem << "\n" << right);
            const auto at = std::find_if(q.choices.begin(), q.choices.end(), [&](const quiz::Choice& c) { return c.id == q.right; });
            if (at->claim.steps.size() != 1) return;
            const NamedRole* role = find_named(shared_catalogue().roles, at->claim.steps.front().role);
            const bool idle = !role || role->id == "department" || role->id == "government" || role->id == "unit";  // said of everybody
            if (!idle) CHECK_MESSAGE((!stem_says(stem, role->title) || other_choice_says(q, role->title)), q.id << "\n" << stem << "\n" << right);
        });
    }
    CHECK(seen > (kStride == 1 ? 500u : 0u));
}

// 江门第三十三条第三款: 各县（市、区）政府行政规范性文件; of streets and towns it says nothing.
TEST_CASE("a situation has nobody in it whom the clause does not have") {
    for (const Question& q : questions_on("jiangmen-2023", "lower_normative_document", {Kind::who_reviews, Kind::order, Kind::missing, Kind::due, Kind::silence, Kind::unsaid, Kind::clause})) {
        for (const char* other : {"街道", "镇"}) CHECK_MESSAGE(!contains(q.situation, other), q.situation);
        CHECK_MESSAGE(contains(q.situation, "县（市、区）政府"), q.situation);
    }
    // 溧阳第四十八条: who cannot answer in time agrees on it with the lead department, and is not that department.
    bool told = false;
    for (const Question& q : questions_on("liyang", "department_consultation", {Kind::prerequisite})) {
        CHECK_MESSAGE(!contains(q.ask, "报送"), q.ask);
        CHECK_MESSAGE(contains(q.situation, "收到另一部门"), q.situation);
        told |= contains(choice_text(q, q.right), "商定");
    }
    CHECK(told);
    // 溧阳第四十四条: what lies within a department's duties is no meeting in the government's name.
    for (const Question& q : questions_on("liyang", "city_wide_meeting", {Kind::who_signs, Kind::missing, Kind::wrong_step})) CHECK_MESSAGE(contains(q.situation, "会同几个部门"), q.situation);
    // 溧阳第四十七条: only what is mainly the government's business goes to it first.
    for (const Question& q : questions_on("liyang", "party_committee_submission", kRouteKinds)) {
        const auto mainly = q.key.facts.find("mainly_government_duty");
        CHECK_MESSAGE((mainly == q.key.facts.end() || mainly->second == FactValue(true)), q.id);
    }
}

// 江门第十八条: 须经常务会议或者全体会议讨论决定; 第二十条第三项 puts the one before the other.
TEST_CASE("one of the two great meetings is not said to be too little, and an order rests on the clause that has it") {
    for (const char* matter : {"people_congress_matter", "government_work_report", "plenary_agenda_item"}) {
        for (const Question& q : questions_on("jiangmen-2023", matter, {Kind::order, Kind::missing})) {
            const std::string& right = choice_text(q, q.right);
            if (q.key.kind == Kind::missing) CHECK_MESSAGE(!(contains(right, "全体会议") && contains(q.situation, "常务会议")), q.situation);
            if (q.key.kind != Kind::order || !contains(right, "全体会议")) continue;
            for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(!contains(c.text, "可以省去"), c.text);
            if (contains(right, "市政府常务会议讨论 → 市政府全体会议")) CHECK_MESSAGE(contains(q.proof, "第二十条第一款第（三）项"), q.proof);
        }
    }
}

TEST_CASE("each wrong choice has a reason of its own, in the question's word for the act") {
    std::size_t choices = 0, own = 0;
    each_made(3, 13, [&](const Question& q) {
        std::set<std::string> reasons;
        for (const quiz::Refutation& r : q.refutations) {
            CHECK_MESSAGE(!r.why.empty(), q.id);
            reasons.insert(r.why);
        }
        choices += q.refutations.size();
        own += reasons.size();
    });
    CHECK(own * 10 >= choices * 8);
    for (const char* matter : {"bill", "office_document", "request_to_superior"}) {
        for (const Question& q : questions_on("liyang", matter, {Kind::who_signs, Kind::missing})) {
            for (const quiz::Refutation& r : q.refutations) CHECK_MESSAGE(!contains(r.why, "批准"), r.why);
            for (const quiz::Choice& c : q.choices) CHECK_MESSAGE(!contains(c.text, "批准"), c.text);
        }
    }
}

TEST_CASE("what is stated decides, but for one or two facts") {
    each_made(5, 17, [&](const Question& q) {
        const bool few = q.key.kind == Kind::who_signs || q.key.kind == Kind::order || q.key.kind == Kind::meeting;
        if (few) CHECK_MESSAGE(q.key.facts.size() <= 7, q.id);
        for (const char* broken : {"该文属", "一项事项", "本件该", "分别报备，其"}) {
            CHECK_MESSAGE(!contains(q.situation, broken), q.situation);
            CHECK_MESSAGE(!contains(q.proof, broken), q.proof);
        }
    });
}
