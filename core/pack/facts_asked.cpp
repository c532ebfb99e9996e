#include <algorithm>

#include "core/pack/pack.h"

namespace signroute {

namespace {

void add(std::vector<std::string>& out, const std::string& fact) {
    if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
}

// What a check of an entry of this kind looks at.
std::vector<std::string> facts_of(const std::string& attribute) {
    if (attribute == "quorum") return {"due", "present"};
    if (attribute == "chair" || attribute == "stand_in") return {"chair"};
    if (attribute == "member") return {"attending"};
    if (attribute == "scope") return {"topic"};
    if (attribute == "frequency") return {"last_held"};
    return {};
}

}  // namespace

std::vector<std::string> facts_asked(const Condition& condition) {
    std::vector<std::string> out;
    each_part(condition, [&](const Condition& part) {
        switch (part.op) {
            case Condition::Op::is_true:
            case Condition::Op::is_in:
            case Condition::Op::contains:
            case Condition::Op::compare:
            case Condition::Op::count: add(out, part.name); break;
            case Condition::Op::always:
            case Condition::Op::all:
            case Condition::Op::any:
            case Condition::Op::negation:
            case Condition::Op::done:
            case Condition::Op::planned:
            case Condition::Op::reading: break;
        }
    });
    return out;
}

std::vector<std::string> facts_asked(const BodyEntry& entry) {
    std::vector<std::string> out = facts_of(entry.attribute);
    if (out.empty()) return out;
    for (const std::string& fact : facts_asked(entry.when)) add(out, fact);
    return out;
}

std::vector<std::string> facts_asked(const Body& body) {
    std::vector<std::string> out;
    for (const BodyEntry& e : body.entries) {
        for (const std::string& fact : facts_asked(e)) add(out, fact);
    }
    return out;
}

}  // namespace signroute
