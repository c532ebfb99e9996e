// The prover: it looks at a finished question as at a stranger's, asks the engine about the key and about every other
// choice, and says what is wrong with it.
#pragma once

#include "core/quiz/question.h"

namespace signroute::quiz {

// Empty: exactly one choice holds, it is the key, every other one is refuted by a clause, and no two choices read alike.
std::vector<std::string> objections(const Ground& ground, const Question& question);

}  // namespace signroute::quiz
