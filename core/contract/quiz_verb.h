// The verbs of training: `quiz`, `grade`, `review`. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/json/json_in.h"
#include "core/quiz/question.h"

namespace signroute {

Reply quiz_verb(const Library& library, const JsonIn& request, Errors& errors);
Reply grade_verb(const Library& library, const JsonIn& request, Errors& errors);
Reply review_verb(const JsonIn& request, Errors& errors);

Json to_json(const quiz::Ground& ground, const quiz::Question& question);

// A question by its id and seed, as the packs give it now; with a "hash" only if nothing of its answer changed. Else none,
// and why. Of the object only id, seed and hash count: a whole question will do.
std::optional<quiz::Question> question_again(const quiz::Ground& ground, const JsonIn& in, Errors& errors);

}  // namespace signroute
