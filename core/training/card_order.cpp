#include "core/training/card_order.h"

#include "core/quiz/key_text.h"
#include "core/training/course.h"

namespace signroute::training {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// The matters of a pack's course, each with its place.
std::map<std::string, std::size_t> places_in(const Course& course) {
    std::map<std::string, std::size_t> out;
    std::size_t n = 0;
    for (const Chapter& c : course.chapters) {
        for (const Lesson& l : c.lessons) {
            if (!l.matter.empty()) out.emplace(l.matter, n++);
            for (const std::string& m : l.matters) out.emplace(m, n++);
        }
    }
    return out;
}

}  // namespace

CardKey card_key(const quiz::Ground& ground, const DeckCard& card) {
    const auto key = quiz::key_from_text(ground, card.id, "");
    if (!key) return {};
    const NamedMatter* named = find_named(ground.catalogue->matters, key->matter);
    return {key->packs.front(), key->matter, named ? named->topic : "", key->kind};
}

CardOrder::CardOrder(const quiz::Ground& ground, const Deck& deck) {
    std::map<std::string, std::map<std::string, std::size_t>> courses;
    for (const DeckCard& card : deck.cards) {
        std::tuple<std::size_t, std::size_t, int> place{kNowhere, kNowhere, 0};
        const CardKey key = card.log.empty() ? card_key(ground, card) : CardKey();
        for (std::size_t p = 0; p < ground.packs.size() && key.kind; ++p) {
            if (ground.packs[p]->id != key.pack) continue;
            const auto [course, fresh] = courses.try_emplace(key.pack);
            if (fresh) course->second = places_in(course_of(*ground.catalogue, *ground.packs[p]));
            const auto at = course->second.find(key.matter);
            place = {p, at == course->second.end() ? kNowhere : at->second, static_cast<int>(*key.kind)};
        }
        places_.push_back(place);
    }
}

}  // namespace signroute::training
