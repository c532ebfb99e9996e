#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

namespace {

constexpr std::size_t kMostCases = 24;

Judged all_of(const Court& court, const std::vector<const Condition*>& conditions, const Case& c) {
    const Rules rules{court.ground().catalogue, &court.pack()};
    Judged out;
    for (const Condition* one : conditions) {
        const Judged j = judge_in(rules, *one, c, {}, c.matters.front());
        if (j.truth == Truth::no) return j;
        if (j.truth == Truth::yes) continue;
        out.truth = Truth::unknown;
        out.open.insert(j.open.begin(), j.open.end());
        out.things.insert(j.things.begin(), j.things.end());
    }
    return out;
}

}  // namespace

std::vector<std::pair<Case, Truth>> settled(const Court& court, const std::vector<const Condition*>& conditions, const Case& start) {
    std::vector<std::pair<Case, Truth>> out;
    std::vector<Case> open = {start};
    for (std::size_t i = 0; i < open.size() && out.size() < kMostCases && open.size() < 4 * kMostCases; ++i) {
        const Case c = open[i];
        const Judged j = all_of(court, conditions, c);
        if (j.truth != Truth::unknown) {
            out.emplace_back(c, j.truth);
        } else if (!j.open.empty()) {
            const std::string fact = *j.open.begin();
            for (const FactValue& value : values_of(court.ground(), court.pack(), conditions, fact)) {
                open.push_back(c);
                open.back().facts[fact] = value;
            }
        } else if (!j.things.empty()) {
            for (const Truth t : {Truth::yes, Truth::no}) {
                open.push_back(c);
                open.back().done[*j.things.begin()].truth = t;
            }
        }
    }
    return out;
}

}  // namespace signroute::quiz
