// The scheduler of cards: its published first values, and what must hold of every log. tests/quiz holds it against ts-fsrs.
#include <doctest/doctest.h>

#include "core/quiz/fsrs.h"
#include "core/quiz/random.h"

using namespace signroute::quiz;

TEST_CASE("a first answer gives the published first stability, and minutes or days to wait by how well it was known") {
    CHECK(reviewed({}, 0, Rating::again).stability == doctest::Approx(0.212).epsilon(1e-9));
    CHECK(reviewed({}, 0, Rating::hard).stability == doctest::Approx(1.2931).epsilon(1e-9));
    CHECK(reviewed({}, 0, Rating::good).stability == doctest::Approx(2.3065).epsilon(1e-9));
    CHECK(reviewed({}, 0, Rating::easy).stability == doctest::Approx(8.2956).epsilon(1e-9));
    CHECK(reviewed({}, 0, Rating::again).difficulty == doctest::Approx(6.4133).epsilon(1e-9));
    CHECK(reviewed({}, 0, Rating::again).due == 1);
    CHECK(reviewed({}, 0, Rating::hard).due == 6);
    CHECK(reviewed({}, 0, Rating::good).due == 10);
    CHECK(reviewed({}, 0, Rating::easy).due == 8 * kMinutesOfDay);
    CHECK(reviewed({}, 0, Rating::easy).state == CardState::review);
}

TEST_CASE("stability is the days after which nine of ten are still remembered") {
    Card card;
    card.state = CardState::review;
    for (const double s : {1.0, 7.0, 30.0, 365.0}) {
        card.stability = s;
        CHECK(recall(card, static_cast<Minute>(s) * kMinutesOfDay) == doctest::Approx(0.9).epsilon(1e-6));
        CHECK(recall(card, 0) == doctest::Approx(1.0));
    }
    CHECK(recall({}, 0) == 0);
}

TEST_CASE("in every log difficulty stays within 1 and 10, a lapse never strengthens, and a better answer waits longer") {
    Random random(2026);
    for (int log = 0; log < 400; ++log) {
        Card card;
        Minute now = 0;
        for (int i = 0; i < 12; ++i) {
            const Card hard = reviewed(card, now, Rating::hard), good = reviewed(card, now, Rating::good), easy = reviewed(card, now, Rating::easy);
            CHECK(hard.due <= good.due);
            CHECK(good.due <= easy.due);
            const Card after = reviewed(card, now, static_cast<Rating>(1 + random.below(4)));
            CHECK(after.difficulty >= 1);
            CHECK(after.difficulty <= 10);
            CHECK(after.stability > 0);
            CHECK(after.due > now);
            if (card.state == CardState::review && after.state == CardState::relearning) {
                CHECK(after.stability <= card.stability);
                CHECK(after.lapses == card.lapses + 1);
            }
            card = after;
            now += 1 + static_cast<Minute>(random.below(60 * static_cast<std::size_t>(kMinutesOfDay)));
        }
        CHECK(card.reps == 12);
    }
}
