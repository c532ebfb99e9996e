// Where the cards of a deck stand in the courses of their packs. Private to core/training.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/training/deck.h"

namespace signroute::training {

// What the id of a card says, without making its question.
struct CardKey {
    std::string pack, matter, topic;   // "" where the ground does not know them
    std::optional<quiz::Kind> kind;
};
CardKey card_key(const quiz::Ground& ground, const DeckCard& card);

class CardOrder {
  public:
    CardOrder(const quiz::Ground& ground, const Deck& deck);
    // By pack, lesson, kind; what is in no course comes last.
    std::tuple<std::size_t, std::size_t, int> place(std::size_t card) const { return places_[card]; }

  private:
    std::vector<std::tuple<std::size_t, std::size_t, int>> places_;
};

}  // namespace signroute::training
