#include "core/training/deck.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/training/card_order.h"

namespace signroute::training {

namespace {

DeckCard* find_card(Deck& deck, const std::string& id) {
    for (DeckCard& c : deck.cards) {
        if (c.id == id) return &c;
    }
    return nullptr;
}

// Mistakes, then what is due, then what is new.
int turn_of(const DueCard& c) { return c.mistake ? 0 : c.fresh ? 2 : 1; }

void keep_fresh(std::vector<DueCard>& list, std::size_t most) {
    std::size_t n = 0;
    list.erase(std::remove_if(list.begin(), list.end(), [&](const DueCard& c) { return c.fresh && ++n > most; }), list.end());
}

}  // namespace

quiz::Rating rating_of(const Answered& answered) {
    if (!answered.right) return quiz::Rating::again;
    if (answered.hinted) return quiz::Rating::hard;
    return answered.too_easy ? quiz::Rating::easy : quiz::Rating::good;
}

void record(Deck& deck, const DeckCard& card, quiz::Minute at, quiz::Rating rating) {
    add(deck, {card});
    DeckCard& own = *find_card(deck, card.id);
    if (!own.hash.empty() && own.hash != card.hash) own.log.clear();
    own.seed = card.seed;
    own.hash = card.hash;
    if (!own.log.empty()) at = std::max(at, own.log.back().at);
    own.log.push_back({at, rating});
}

void add(Deck& deck, const std::vector<DeckCard>& cards) {
    for (const DeckCard& c : cards) {
        if (!find_card(deck, c.id)) deck.cards.push_back({c.id, c.seed, c.hash, {}});
    }
}

void finish(Deck& deck, const LessonDone& done) {
    for (LessonDone& l : deck.lessons) {
        if (l.pack != done.pack || l.lesson != done.lesson) continue;
        l = done;
        return;
    }
    deck.lessons.push_back(done);
}

quiz::Card state_of(const DeckCard& card) {
    quiz::Card out;
    for (const Reviewed& r : card.log) out = quiz::reviewed(out, r.at, r.rating);
    return out;
}

std::vector<DueCard> due_cards(const quiz::Ground& ground, const Deck& deck, quiz::Minute now, std::size_t fresh) {
    std::vector<DueCard> out;
    for (std::size_t i = 0; i < deck.cards.size(); ++i) {
        const DeckCard& card = deck.cards[i];
        if (card.log.empty()) {
            out.push_back({i, false, true, now});
            continue;
        }
        const quiz::Card state = state_of(card);
        if (state.due <= now) out.push_back({i, card.log.back().rating == quiz::Rating::again, false, state.due});
    }
    const CardOrder order(ground, deck);
    put_in_order(out, [&](const DueCard& a, const DueCard& b) {
        const int x = turn_of(a), y = turn_of(b);
        return x != y ? x < y : a.fresh ? order.place(a.card) < order.place(b.card) : a.due < b.due;
    });
    keep_fresh(out, fresh);
    return out;
}

std::vector<Withdrawn> withdrawn_cards(const quiz::Ground& ground, const Deck& deck) {
    std::vector<Withdrawn> out;
    for (const DeckCard& card : deck.cards) {
        const auto key = quiz::key_from_text(ground, card.id, "");
        const auto q = key ? quiz::make(ground, *key, card.seed) : std::nullopt;
        if (!q) {
            out.push_back({card.id, "question_gone", key ? "现行规则包不再得出这道题，已撤回。" : "手中没有这道题所依据的规则包，已撤回。", {}});
        } else if (q->id != card.id) {
            out.push_back({card.id, "question_changed", "这道题主要依据的条款已经改变，已撤回。", q->clauses});
        } else if (!card.hash.empty() && q->hash != card.hash) {
            out.push_back({card.id, "question_changed", "这道题的答案或者所依据的其他条款已经改变，已撤回。", q->clauses});
        }
    }
    return out;
}

void take_out(Deck& deck, const std::vector<Withdrawn>& withdrawn) {
    for (const Withdrawn& w : withdrawn) {
        deck.cards.erase(std::remove_if(deck.cards.begin(), deck.cards.end(), [&](const DeckCard& c) { return c.id == w.id; }), deck.cards.end());
    }
}

}  // namespace signroute::training
