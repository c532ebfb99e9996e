// 培训: what of the cards is due, how far the practice is, and which cards their rules have left behind.
#include <algorithm>

#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "shell/session/trainer.h"

namespace signroute {

namespace {

constexpr std::size_t kMostMissed = 30;  // on show
constexpr int kDaysAhead = 60;

}  // namespace

// Every card is made again, once a session; those that come up are looked at anyway.
void Trainer::withdraw() {
    if (t_.checked) return;
    t_.checked = true;
    const auto gone = training::withdrawn_cards(ground(), t_.deck);
    if (gone.empty()) return;
    training::take_out(t_.deck, gone);
    t_.withdrawn.insert(t_.withdrawn.end(), gone.begin(), gone.end());
    save_deck();
    save_practice();
}

void Trainer::count_due() {
    const quiz::Ground all = ground();
    TrainingFigures& f = t_.figures;
    f.due = f.later = f.elsewhere = f.mistakes = f.again = 0;
    f.cards = static_cast<int>(std::count_if(t_.deck.cards.begin(), t_.deck.cards.end(), [](const training::DeckCard& c) { return !c.log.empty(); }));
    for (const training::DeckCard& card : t_.deck.cards) {
        const quiz::Card state = training::state_of(card);
        if (card.log.empty() || quiz::day_of_minute(state.due) > quiz::day_of_minute(now())) continue;
        const auto key = quiz::key_from_text(all, card.id, "");
        if (!key) continue;
        const bool here = in_scope(*key), waits = state.due > now();
        const bool today = quiz::day_of_minute(card.log.back().at) == quiz::day_of_minute(now());
        ++(!here ? f.elsewhere : today ? f.again : waits ? f.later : f.due);
        f.mistakes += here && !waits && card.log.back().rating == quiz::Rating::again;
    }
}

void Trainer::figures() {
    const quiz::Ground all = ground();
    TrainingFigures& f = t_.figures;
    f = {};
    count_due();
    if (s_.place.part != "progress") return;
    withdraw();
    f.rows = training::progress_of(all, t_.deck, now());
    f.days = training::due_calendar(t_.deck, now(), kDaysAhead);
    for (const training::DeckCard& card : t_.deck.cards) {
        if (card.log.empty() || card.log.back().rating != quiz::Rating::again || f.missed.size() >= kMostMissed) continue;
        const auto key = quiz::key_from_text(all, card.id, "");
        auto question = key ? quiz::make(all, *key, card.seed) : std::nullopt;
        if (!question) continue;
        const quiz::Card state = training::state_of(card);
        f.missed.push_back({std::move(*question), quiz::day_of_minute(state.due), state.lapses});
    }
}

}  // namespace signroute
