// A small generator of our own: the same seed gives the same numbers on every machine and in every build.
#pragma once

#include <cstdint>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace signroute::quiz {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    // 0 … n-1; n > 0. The bias of the remainder is of no account for lists this short.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

    template <class T>
    void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

  private:
    std::uint64_t state_;
};

// FNV-1a, for stable names of texts.
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325u) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return seed;
}

}  // namespace signroute::quiz
