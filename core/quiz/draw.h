// Some questions out of all that the packs give, drawn by a seed.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/quiz/question.h"

namespace signroute::quiz {

struct Wish {
    std::vector<Kind> kinds;                // empty: all
    std::set<std::string> matters, topics;  // ids; empty: all
    std::uint64_t seed = 0;
    std::size_t n = 10;
    bool even = false;                      // each time the pack and then the matter that were asked least; none a fourth time while another is left
};

// The kinds take turns. Fewer than wished where there are no more, or where they are too rare to be found by trying.
std::vector<Question> draw(const Ground& ground, const Wish& wish);

// Seeds of questions are below this, so that they survive as JSON numbers everywhere.
inline constexpr std::uint64_t kSeeds = std::uint64_t{1} << 53;

}  // namespace signroute::quiz
