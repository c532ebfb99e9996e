// What a person is asked about a situation, in an order that answering does not change.
#pragma once

#include <string>
#include <vector>

#include "core/assess.h"

namespace signroute {

enum class QuestionState {
    open,      // its answer would change something
    answered,  // it has one, which may be changed
    idle       // as things stand its answer changes nothing
};

struct Question {
    std::string fact;
    QuestionState state = QuestionState::idle;
    bool judgement = false;      // a vague word of the text: a person decides
    bool about_route = false;    // some step, prerequisite or limit can depend on it; otherwise only a check does
    bool decides_route = false;  // open, and as things stand the route depends on it
    std::vector<Clause> clauses; // of the rules of these matters that ask it
};

// Every fact that the rules of these matters ask, those that can concern the route first. `assessment` is of `situation`.
std::vector<Question> questions_of(const Rules& rules, const Case& situation, const Assessment& assessment);

}  // namespace signroute
