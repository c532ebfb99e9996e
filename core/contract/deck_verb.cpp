// deck: {"deck","now"} with what was answered, added and finished meanwhile; the deck as it is now, and what comes next.
#include <deque>

#include "core/contract/json_out.h"
#include "core/contract/request.h"
#include "core/contract/training_in.h"
#include "core/contract/training_verbs.h"

namespace signroute {

namespace training {

namespace {

constexpr std::int64_t kMostFresh = 500, kMostDays = 366;

std::int64_t within(ObjectIn& in, const char* key, std::int64_t otherwise, std::int64_t most) {
    const std::int64_t n = in.integer(key).value_or(otherwise);
    if (n < 0 || n > most) in.in().child(key).fail("out_of_range", "此处应在 0 至 " + std::to_string(most) + " 之间。");
    return n;
}

void read_added(ObjectIn& in, Deck& deck) {
    std::vector<DeckCard> cards;
    for (const JsonIn& item : in.items("add")) {
        ObjectIn o(item);
        cards.push_back(read_card(o));
        o.finish();
    }
    add(deck, cards);
}

void read_answered(ObjectIn& in, Deck& deck) {
    for (const JsonIn& item : in.items("answered")) {
        ObjectIn o(item);
        const DeckCard card = read_card(o);
        const quiz::Minute at = need_minute(o, "at");
        const auto right = o.require("right");
        const Answered answered{right && right->boolean().value_or(false), o.boolean("hinted", false), o.boolean("too_easy", false)};
        o.finish();
        record(deck, card, at, rating_of(answered));
    }
}

Json due_to_json(const Deck& deck, const DueCard& c) {
    const DeckCard& card = deck.cards[c.card];
    return {{"id", card.id}, {"seed", card.seed}, {"hash", card.hash}, {"mistake", c.mistake}, {"fresh", c.fresh}, {"due", quiz::minute_text(c.due)}};
}

Json row_to_json(const ProgressRow& r) {
    return {{"group", r.group}, {"id", r.id}, {"title", r.title}, {"cards", r.cards}, {"seen", r.seen}, {"right", r.right}, {"due", r.due}, {"stable", r.stable},
            {"recall", r.recall}};
}

Json answer_of(const quiz::Ground& ground, Deck& deck, quiz::Minute now, std::int64_t fresh, std::int64_t ahead, bool check) {
    const std::vector<Withdrawn> withdrawn = check ? withdrawn_cards(ground, deck) : std::vector<Withdrawn>();
    take_out(deck, withdrawn);
    Json out = {{"deck", to_json(deck)}, {"due", Json::array()}, {"progress", Json::array()}, {"calendar", Json::array()}, {"withdrawn", Json::array()}};
    for (const DueCard& c : due_cards(ground, deck, now, static_cast<std::size_t>(fresh))) out["due"].push_back(due_to_json(deck, c));
    for (const ProgressRow& r : progress_of(ground, deck, now)) out["progress"].push_back(row_to_json(r));
    for (const DueDay& d : due_calendar(deck, now, static_cast<int>(ahead))) out["calendar"].push_back({{"day", to_text(d.day)}, {"due", d.due}});
    for (const Withdrawn& w : withdrawn) out["withdrawn"].push_back({{"id", w.id}, {"code", w.code}, {"why", w.why}, {"clauses", to_json(w.clauses)}});
    return out;
}

}  // namespace

}  // namespace training

Reply deck_verb(const Library& library, const JsonIn& request, Errors& errors) {
    using namespace training;
    ObjectIn in(request);
    std::deque<Pack> own;
    const quiz::Ground ground{&library.catalogue, &library.calendar, packs_in_use(library, in, own, errors)};
    Deck deck;
    if (const auto stored = in.get("deck")) deck = read_deck(*stored, errors);
    const quiz::Minute now = need_minute(in, "now");
    read_added(in, deck);
    read_answered(in, deck);
    if (const auto lesson = in.get("lesson")) finish(deck, read_lesson_done(*lesson));
    const std::int64_t fresh = within(in, "fresh", 10, kMostFresh), ahead = within(in, "days", 42, kMostDays);
    const bool check = in.boolean("check", true);
    in.finish();
    if (!errors.empty()) return {};
    return {write_json(answer_of(ground, deck, now, fresh, ahead, check)), 0};
}

}  // namespace signroute
