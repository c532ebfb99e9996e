#include "core/route/readings.h"

namespace signroute {

namespace {

constexpr std::size_t kMostCombinations = 64;

}  // namespace

std::vector<ArisingReading> readings_arising(const Rules& rules, const Case& situation) {
    std::vector<ArisingReading> out;
    for (const std::string& id : situation.matters) {
        const Matter* matter = find_matter(*rules.pack, id);
        if (!matter) continue;
        for (const OpenReading& q : matter->readings) {
            if (judge_in(rules, q.when, situation, {}, id).truth != Truth::no) out.push_back({id, &q});
        }
    }
    return out;
}

// Each question adds its readings to every combination so far.
std::vector<Choice> choices_among(const std::vector<ArisingReading>& arising, const Choice& settled) {
    std::vector<Choice> out = {settled};
    for (const ArisingReading& q : arising) {
        std::vector<Choice> next;
        if (out.size() * q.question->readings.size() > kMostCombinations) break;
        for (const Choice& c : out) {
            for (const Reading& reading : q.question->readings) {
                next.push_back(c);
                next.back()[q.matter][q.question->id] = reading.id;
            }
        }
        out = std::move(next);
    }
    return out;
}

bool agree(const Choice& a, const Choice& b) {
    for (const auto& [matter, read] : a) {
        const auto other = b.find(matter);
        if (other == b.end()) continue;
        for (const auto& [question, reading] : read) {
            const auto same = other->second.find(question);
            if (same != other->second.end() && same->second != reading) return false;
        }
    }
    return true;
}

}  // namespace signroute
