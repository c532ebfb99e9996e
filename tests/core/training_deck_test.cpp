// A learner's cards: what comes back when, what was learnt, what other rules take away.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/exchange/training_file.h"
#include "core/quiz/key_text.h"
#include "core/training/course.h"
#include "core/training/deck.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;
using namespace signroute::training;
using quiz::Minute;
using quiz::Rating;

namespace {

Minute at(const char* text) { return quiz::minute_from_text(text, "").value(); }

DeckCard card_of(const quiz::Question& q) { return {q.id, q.seed, q.hash, {}}; }

std::vector<quiz::Question> some(std::size_t n, std::uint64_t seed) {
    quiz::Wish wish;
    wish.n = n;
    wish.seed = seed;
    quiz::Ground ground = five_cities();
    if (kSampled) ground.packs = {quiz::pack_of(ground, "wuxi-2022")};
    return quiz::draw(ground, wish);
}

// Some weeks of learning at random, ending before 2025-03-03.
Deck learnt(std::size_t n, std::uint64_t seed) {
    quiz::Random random(seed);
    Deck out;
    for (const quiz::Question& q : some(n, seed)) {
        add(out, {card_of(q)});
        Minute now = at("2025-01-06T08:00") + static_cast<Minute>(random.below(20000));
        for (std::size_t k = random.below(7); k > 0 && now < at("2025-03-02T00:00"); --k) {
            record(out, card_of(q), now, static_cast<Rating>(1 + random.below(4)));
            now += static_cast<Minute>(1 + random.below(12000));
        }
    }
    return out;
}

// Cards of three matters of one city.
Deck of_wuxi() {
    Deck out;
    for (const char* matter : {"office_document", "government_document", "executive_minutes"}) {
        for (const quiz::Key& key : quiz::keys_of(five_cities(), "wuxi-2022", matter, {quiz::Kind::who_signs, quiz::Kind::clause})) {
            if (const auto q = quiz::make(five_cities(), key, 5)) add(out, {card_of(*q)});
        }
    }
    return out;
}

std::map<std::string, Withdrawn> withdrawn_by(const Altered& rules, const Deck& deck) {
    std::map<std::string, Withdrawn> out;
    for (const Withdrawn& w : withdrawn_cards(rules.ground, deck)) out.emplace(w.id, w);
    return out;
}

}  // namespace

TEST_CASE("an answer is rated by what can be seen of it") {
    CHECK(rating_of({false, false, false}) == Rating::again);
    CHECK(rating_of({false, true, true}) == Rating::again);
    CHECK(rating_of({true, false, false}) == Rating::good);
    CHECK(rating_of({true, true, false}) == Rating::hard);
    CHECK(rating_of({true, true, true}) == Rating::hard);
    CHECK(rating_of({true, false, true}) == Rating::easy);
}

TEST_CASE("what is asked comes in turns: mistakes, what is due, what is new") {
    const std::vector<quiz::Question> q = some(5, 1);
    Deck deck;
    for (const quiz::Question& one : q) add(deck, {card_of(one)});
    add(deck, {card_of(q[0])});
    REQUIRE(deck.cards.size() == 5);
    record(deck, card_of(q[1]), at("2025-03-01T08:00"), Rating::good);   // learning, due ten minutes later
    record(deck, card_of(q[2]), at("2025-03-01T09:00"), Rating::again);  // a mistake, due a minute later
    record(deck, card_of(q[3]), at("2025-03-01T09:30"), Rating::easy);   // due in days
    const auto ids = [&](const std::vector<DueCard>& list) {
        std::vector<std::string> out;
        for (const DueCard& c : list) out.push_back(deck.cards[c.card].id);
        return out;
    };
    const auto due = due_cards(five_cities(), deck, at("2025-03-01T10:00"), 10);
    REQUIRE(due.size() == 4);
    CHECK(ids(due)[0] == q[2].id);
    CHECK(due[0].mistake);
    CHECK(ids(due)[1] == q[1].id);
    CHECK(due[2].fresh);
    CHECK(due[3].fresh);
    CHECK(due_cards(five_cities(), deck, at("2025-03-01T10:00"), 1).size() == 3);
    CHECK(due_cards(five_cities(), deck, at("2025-03-01T09:00"), 0).size() == 1);
    CHECK(due_cards(five_cities(), deck, at("2025-03-01T08:10"), 0).size() == 1);
    CHECK(due_cards(five_cities(), deck, at("2025-03-01T08:09"), 0).empty());
    const auto later = due_cards(five_cities(), deck, at("2025-06-01T10:00"), 0);
    REQUIRE(later.size() == 3);
    CHECK(ids(later)[2] == q[3].id);
}

TEST_CASE("an answer by other rules begins the card anew, other words do not") {
    const quiz::Question q = some(1, 2).front();
    Deck deck;
    record(deck, card_of(q), at("2025-03-01T08:00"), Rating::good);
    record(deck, {q.id, q.seed + 1, q.hash, {}}, at("2025-03-01T07:00"), Rating::hard);
    REQUIRE(deck.cards.size() == 1);
    CHECK(deck.cards[0].seed == q.seed + 1);
    CHECK(deck.cards[0].log == std::vector<Reviewed>{{at("2025-03-01T08:00"), Rating::good}, {at("2025-03-01T08:00"), Rating::hard}});
    record(deck, {q.id, q.seed, "ffffffffffffffff", {}}, at("2025-03-02T08:00"), Rating::again);
    CHECK(deck.cards[0].log == std::vector<Reviewed>{{at("2025-03-02T08:00"), Rating::again}});
}

TEST_CASE("new cards come in the order of the course") {
    const Pack& pack = *quiz::pack_of(five_cities(), "wuxi-2022");
    std::map<std::string, std::size_t> place;
    std::size_t n = 0;
    for (const Chapter& c : course_of(shared_catalogue(), pack).chapters) {
        for (const Lesson& l : c.lessons) {
            if (l.kind == LessonKind::matter) place[l.matter] = n++;
        }
    }
    quiz::Ground wuxi = five_cities();
    wuxi.packs = {&pack};
    quiz::Wish wish;
    wish.n = 40;
    wish.kinds = {quiz::Kind::who_signs, quiz::Kind::clause};
    Deck deck;
    for (const quiz::Question& q : quiz::draw(wuxi, wish)) add(deck, {card_of(q)});
    std::size_t last = 0;
    const auto due = due_cards(five_cities(), deck, 0, 100);
    CHECK(due.size() == deck.cards.size());
    for (const DueCard& c : due) {
        const std::string matter = quiz::key_from_text(five_cities(), deck.cards[c.card].id, "")->matter;
        CHECK(place.at(matter) >= last);
        last = place.at(matter);
    }
}

TEST_CASE("progress and calendar are those of a plain count over the cards") {
    for (const std::uint64_t seed : kSampled ? std::vector{3u} : std::vector{3u, 4u}) {
        const Deck deck = learnt(kSampled ? 30 : 60, seed);
        const Minute now = at("2025-03-03T08:15");
        std::map<std::string, ProgressRow> rows;
        std::map<std::string, int> days_due;
        for (const DeckCard& c : deck.cards) {
            quiz::Card state;
            for (const Reviewed& r : c.log) state = quiz::reviewed(state, r.at, r.rating);
            const quiz::Key key = *quiz::key_from_text(five_cities(), c.id, "");
            for (const std::string& row : {"pack " + key.packs[0], "topic " + find_named(shared_catalogue().matters, key.matter)->topic, "kind " + std::string(name(key.kind))}) {
                ProgressRow& r = rows[row];
                ++r.cards;
                if (c.log.empty()) continue;
                ++r.seen;
                r.right += c.log.back().rating != Rating::again;
                r.due += state.due <= now;
                r.stable += state.state == quiz::CardState::review && state.stability >= 21;
            }
            if (!c.log.empty()) ++days_due[to_text(std::max(quiz::day_of_minute(state.due), day_of(2025, 3, 3)))];
        }
        const auto progress = progress_of(five_cities(), deck, now);
        CHECK(progress.size() == rows.size());
        for (const ProgressRow& r : progress) {
            const ProgressRow& own = rows[r.group + " " + r.id];
            CHECK(r.cards == own.cards);
            CHECK(r.seen == own.seen);
            CHECK(r.right == own.right);
            CHECK(r.due == own.due);
            CHECK(r.stable == own.stable);
            CHECK((r.recall >= 0 && r.recall <= 1));
        }
        const auto calendar = due_calendar(deck, now, 30);
        REQUIRE(calendar.size() == 30);
        CHECK(to_text(calendar[0].day) == "2025-03-03");
        for (const DueDay& d : calendar) CHECK(d.due == days_due[to_text(d.day)]);
    }
}

TEST_CASE("a card of altered rules is withdrawn with the reason, and no other") {
    const Deck deck = of_wuxi();
    CHECK(deck.cards.size() > 8);
    CHECK(withdrawn_cards(five_cities(), deck).empty());
    const auto answer = withdrawn_by(other_wuxi(), deck);
    CHECK(!answer.empty());
    for (const auto& [id, w] : answer) {
        CHECK(id.find("/office_document/") != id.npos);
        if (id.rfind("who_signs", 0) == 0 && w.code == "question_changed") CHECK(w.why == "这道题的答案或者所依据的其他条款已经改变，已撤回。");
    }
    const auto clause = withdrawn_by(altered("wuxi-2022", [](nlohmann::json& pack) {
        entry(entry(pack["matters"], "office_document")["steps"], "sign_off_ordinary")["clauses"] = {"51"};
    }), deck);
    CHECK(!clause.empty());
    bool moved = false;
    for (const auto& [id, w] : clause) {
        CHECK(id.find("/office_document/") != id.npos);
        moved |= w.code == "question_changed" && w.why == "这道题主要依据的条款已经改变，已撤回。" && !w.clauses.empty() && w.clauses[0].article == 51;
    }
    CHECK(moved);
}

TEST_CASE("a card is withdrawn where its rule, or its whole pack, is no more") {
    Deck deck = of_wuxi();
    const auto gone = withdrawn_by(altered("wuxi-2022", [](nlohmann::json& pack) {
        nlohmann::json& steps = entry(pack["matters"], "office_document")["steps"];
        for (std::size_t i = steps.size(); i-- > 0;) {
            if (steps[i]["id"] == "sign_off_ordinary") steps.erase(i);
        }
    }), deck);
    CHECK(std::any_of(gone.begin(), gone.end(), [](const auto& w) { return w.second.code == "question_gone" && w.second.why == "现行规则包不再得出这道题，已撤回。"; }));
    quiz::Ground none = five_cities();
    none.packs.clear();
    const auto all = withdrawn_cards(none, deck);
    REQUIRE(all.size() == deck.cards.size());
    CHECK(all[0].why == "手中没有这道题所依据的规则包，已撤回。");
    take_out(deck, all);
    CHECK(deck.cards.empty());
}

TEST_CASE("a deck comes back from its file as it was") {
    Deck deck = learnt(40, 8);
    finish(deck, {"wuxi-2022", "matter/letter", "look", at("2025-02-01T10:00"), 0, 0});
    finish(deck, {"wuxi-2022", "matter/letter", "test", at("2025-02-01T10:20"), 7, 8});
    finish(deck, {"liyang", "matter/letter", "try", at("2025-02-02T10:20"), 0, 0});
    CHECK(deck.lessons.size() == 2);
    const auto back = deck_from_text(deck_to_text(deck));
    REQUIRE_MESSAGE(back, (back ? "" : back.error().pointer + back.error().message));
    CHECK(*back == deck);
    CHECK(*deck_from_text(deck_to_text(Deck())) == Deck());
}

TEST_CASE("a file that is no deck is refused with its place") {
    const auto said = [](const std::string& text) {
        const auto read = deck_from_text(text);
        return read ? "read" : read.error().code + " " + read.error().pointer + " " + read.error().message;
    };
    CHECK(said(R"({"format":"signroute-deck/2"})") == "unknown_format /format 不是签批向导的学习记录。");
    const auto with = [&](const std::string& rest) { return said(R"({"format":"signroute-deck/1",)" + rest + "}"); };
    CHECK(with(R"("cards":[{"id":"x","log":[{"at":"2025-01-02T08:00","rating":"fair"}]}])") == "bad_value /cards/0/log/0/rating 评分应为 again、hard、good 或 easy。");
    CHECK(with(R"("cards":[{"id":"x","log":[{"at":"2025-01-02T08:00","rating":"good"},{"at":"2025-01-01T08:00","rating":"good"}]}])") ==
          "out_of_order /cards/0/log/1/at 这次复习早于上一次。");
    CHECK(with(R"("cards":[{"id":"x"},{"id":"x"}])") == "stated_twice /cards/1/id 同一道题写了两次。");
    CHECK(with(R"("cards":[{"seed":1}])") == "missing_key /cards/0 缺少“id”。");
    CHECK(with(R"("lessons":[{"pack":"p","lesson":"l","part":"end","at":"2025-01-02T08:00"}])") == "bad_value /lessons/0/part 此处应为 look、try 或 test。");
    CHECK(with(R"("lessons":[{"pack":"p","lesson":"l","part":"try","at":"2025-01-02"}])") == "bad_time /lessons/0/at 时间“2025-01-02”应形如 2025-01-23T08:30。");
    CHECK(with(R"("colour":1)").rfind("unknown_key /colour", 0) == 0);
}
