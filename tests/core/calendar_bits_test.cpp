#include <doctest/doctest.h>

#include <random>

#include "core/calendar/day_bits.h"

using namespace signroute;

namespace {

// Holds rank and select against a count over the bits themselves, three periods beyond what is stored.
void check(const std::vector<bool>& bits, std::int64_t period) {
    const std::int64_t size = static_cast<std::int64_t>(bits.size());
    DayBits fast(size, period);
    for (std::int64_t i = 0; i < size; ++i) fast.set(i, bits[i]);
    fast.index();
    std::int64_t ones = 0;
    for (std::int64_t i = 0; i < size + 3 * period; ++i) {
        const bool bit = bits[i < size ? i : size - period + (i - size) % period];
        REQUIRE(fast[i] == bit);
        REQUIRE(fast.rank(i) == ones);
        if (bit) REQUIRE(fast.select(ones) == i);
        ones += bit;
    }
    CHECK_FALSE(fast.select(-1));
}

}  // namespace

TEST_CASE("rank and select agree with counting, whatever the density") {
    std::mt19937 random(20250208);
    for (const int size : {1, 63, 64, 65, 128, 1000, 4096}) {
        for (const double density : {0.001, 0.02, 0.3, 0.7, 0.99, 1.0}) {
            std::bernoulli_distribution bit(density);
            std::vector<bool> bits(size);
            for (int i = 0; i < size; ++i) bits[i] = bit(random);
            for (const int period : {1, size / 2 + 1, size}) check(bits, period);
        }
    }
}

TEST_CASE("ones that lie far apart are found as well as crowded ones") {
    std::vector<bool> bits(60'000);
    for (std::size_t i = 0; i < 200; ++i) bits[i] = true;
    for (std::size_t i = 5'000; i < bits.size(); i += 701) bits[i] = true;
    for (std::size_t i = 59'000; i < 59'500; ++i) bits[i] = true;
    check(bits, 3'000);
}

TEST_CASE("a tail without ones ends the search") {
    DayBits bits(100, 50);
    bits.set(7, true);
    bits.index();
    CHECK(bits.select(0) == 7);
    CHECK_FALSE(bits.select(1));
    CHECK(bits.rank(1'000'000) == 1);
}
