// Every condition of a pack with the element it stands in. Private to lint.
#pragma once

#include <functional>
#include <string>

#include "core/pack/pack.h"

namespace signroute::linting {

// Where something stands, for messages: 事项“会议纪要”：步骤“review”.
struct Place {
    std::string name;
    std::string matter, element, pointer;
    const std::vector<Clause>* clauses = nullptr;
};

inline Place place_of(const Element& e, const std::string& kind, const std::string& matter) {
    return {(matter.empty() ? "" : "事项“" + matter + "”：") + kind + "“" + e.id + "”", matter, e.id, e.pointer,
            &e.clauses};
}

// The facts by which a meeting is checked; they follow from what its body lays down.
std::vector<std::string> facts_asked_by(const Body& body);

// Conditions and each of their parts. Those of a shared limit are visited once, as the limit's.
void each_condition(const Pack& pack, const std::function<void(const Condition&, const Place&)>& visit);

}  // namespace signroute::linting
