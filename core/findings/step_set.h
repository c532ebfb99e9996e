// A set of indices of steps, in two words of the machine wherever it runs: std::bitset's are of 32 bits in WebAssembly, which
// takes longer. Private to core/findings.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace signroute {

inline constexpr std::size_t kMostSteps = 128;  // of a route, or of a plan, that is mended

class StepSet {
  public:
    bool operator[](std::size_t i) const { return word(i) >> (i % 64) & 1; }
    void set(std::size_t i, bool in = true) { in ? word(i) |= bit(i) : word(i) &= ~bit(i); }
    void reset(std::size_t i) { set(i, false); }
    void reset() { low_ = high_ = 0; }

    bool any() const { return (low_ | high_) != 0; }
    bool none() const { return !any(); }
    std::size_t count() const { return static_cast<std::size_t>(std::popcount(low_) + std::popcount(high_)); }
    // The lowest of them; only where there is any.
    std::size_t first() const { return static_cast<std::size_t>(low_ ? std::countr_zero(low_) : 64 + std::countr_zero(high_)); }

    StepSet& operator|=(const StepSet& o) { return low_ |= o.low_, high_ |= o.high_, *this; }
    StepSet& operator&=(const StepSet& o) { return low_ &= o.low_, high_ &= o.high_, *this; }
    friend StepSet operator|(StepSet a, const StepSet& b) { return a |= b; }
    friend StepSet operator&(StepSet a, const StepSet& b) { return a &= b; }
    friend StepSet operator~(StepSet a) { return a.low_ = ~a.low_, a.high_ = ~a.high_, a; }
    bool operator==(const StepSet&) const = default;

  private:
    static std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i % 64); }
    std::uint64_t& word(std::size_t i) { return i < 64 ? low_ : high_; }
    const std::uint64_t& word(std::size_t i) const { return i < 64 ? low_ : high_; }

    std::uint64_t low_ = 0, high_ = 0;
};

}  // namespace signroute
