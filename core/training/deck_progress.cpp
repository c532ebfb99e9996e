#include <algorithm>
#include <cmath>

#include "core/pack/matter_list.h"
#include "core/training/card_order.h"

namespace signroute::training {

namespace {

void count(ProgressRow& row, const DeckCard& card, const quiz::Card& state, quiz::Minute now) {
    ++row.cards;
    if (card.log.empty()) return;
    ++row.seen;
    row.right += card.log.back().rating != quiz::Rating::again;
    const bool due = quiz::day_of_minute(state.due) <= quiz::day_of_minute(now);  // as the calendar counts
    row.due += due;
    row.again += due && quiz::day_of_minute(card.log.back().at) == quiz::day_of_minute(now);
    row.stable += state.state == quiz::CardState::review && state.stability >= kStableDays;
    row.recall += quiz::recall(state, now);  // the sum, until all are counted
}

// The rows there may be, in their order.
std::vector<ProgressRow> rows_of(const quiz::Ground& ground) {
    std::vector<ProgressRow> out;
    const auto row = [&](const char* group, std::string id, std::string title) {
        ProgressRow r;
        r.group = group;
        r.id = std::move(id);
        r.title = std::move(title);
        out.push_back(std::move(r));
    };
    for (const Pack* p : ground.packs) row("pack", p->id, p->city);
    for (const Named* t : topics_in_order(*ground.catalogue)) row("topic", t->id, t->title);
    for (int k = 0; k < quiz::kKinds; ++k) row("kind", std::string(name(static_cast<quiz::Kind>(k))), std::string(title(static_cast<quiz::Kind>(k))));
    return out;
}

}  // namespace

std::vector<ProgressRow> progress_of(const quiz::Ground& ground, const Deck& deck, quiz::Minute now) {
    std::vector<ProgressRow> out = rows_of(ground);
    for (const DeckCard& card : deck.cards) {
        const CardKey key = card_key(ground, card);
        if (!key.kind) continue;
        const quiz::Card state = state_of(card);
        for (ProgressRow& r : out) {
            const bool fits = r.group == "pack" ? r.id == key.pack : r.group == "topic" ? r.id == key.topic : r.id == name(*key.kind);
            if (fits) count(r, card, state, now);
        }
    }
    out.erase(std::remove_if(out.begin(), out.end(), [](const ProgressRow& r) { return r.cards == 0; }), out.end());
    for (ProgressRow& r : out) r.recall = r.seen ? std::round(r.recall / r.seen * 100) / 100 : 0;
    return out;
}

std::vector<DueDay> due_calendar(const Deck& deck, quiz::Minute now, int days_shown) {
    std::vector<DueDay> out;
    const Day today = quiz::day_of_minute(now);
    for (int i = 0; i < days_shown; ++i) out.push_back({today + days{i}, 0});
    for (const DeckCard& card : deck.cards) {
        if (card.log.empty()) continue;
        const auto ahead = std::max<std::int64_t>(0, (quiz::day_of_minute(state_of(card).due) - today).count());
        if (ahead < days_shown) ++out[static_cast<std::size_t>(ahead)].due;
    }
    return out;
}

}  // namespace signroute::training
