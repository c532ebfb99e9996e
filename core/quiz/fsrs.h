// When a card comes back: FSRS-6 with its published default parameters, no fuzz, a wanted retention of 90 %, learning steps
// of 1 and 10 minutes and a relearning step of 10. The formulas: github.com/open-spaced-repetition, "The Algorithm".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace signroute::quiz {

enum class Rating { again = 1, hard, good, easy };
enum class CardState { fresh, learning, review, relearning };

std::string_view name(Rating rating);
std::string_view name(CardState state);
std::optional<Rating> rating_from_text(std::string_view text);

// Minutes since 1970-01-01 00:00 on the user's own clock; a day is 1440 of them.
using Minute = std::int64_t;
inline constexpr Minute kMinutesOfDay = 1440;

// Stability: days until recall is down to 90 %. Difficulty: 1 … 10. Both with 8 decimals, which also makes them the same
// numbers in every build, where the last bits of exp and pow differ.
struct Card {
    CardState state = CardState::fresh;
    double stability = 0, difficulty = 0;
    Minute due = 0, last_review = 0;
    std::int64_t scheduled_days = 0;
    int step = 0;  // of learning
    int reps = 0, lapses = 0;
};

// The card after one more answer at `now`, which is not before the last one.
Card reviewed(const Card& card, Minute now, Rating rating);

// How likely it is remembered, 0 … 1; of a fresh card 0.
double recall(const Card& card, Minute now);

inline constexpr std::array<double, 21> kFsrsDefaults = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                                                         1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

}  // namespace signroute::quiz
