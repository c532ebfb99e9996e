// The situations of a matter that its rules tell apart: facts are stated one by one, each because the answer so far waited
// for it, until nothing more decides the route. So no fact is there for show.
#pragma once

#include <memory>
#include <vector>

#include "core/quiz/question.h"

namespace signroute::quiz {

struct Scenario {
    Case situation;
    std::shared_ptr<const Assessment> answer;
    std::string waits_for;  // a fact for a person to judge that decides the route and is not stated; "" = all is stated
};

inline constexpr std::size_t kMostScenarios = 48;  // of one matter; shared out among the branches evenly

// With and without the facts that a person judges; settled ones first. `pack` is one of the ground's.
std::vector<Scenario> scenarios(const Ground& ground, const Pack& pack, const std::string& matter);

// The values of a fact that the rules of these conditions tell apart.
std::vector<FactValue> values_of(const Ground& ground, const Pack& pack, const std::vector<const Condition*>& conditions, const std::string& fact);
std::vector<const Condition*> conditions_of(const Matter& matter);

// The answers of the assessment under each reading of the text: itself where there is only one.
std::vector<const Assessment*> answers_of(const Assessment& assessment);

}  // namespace signroute::quiz
