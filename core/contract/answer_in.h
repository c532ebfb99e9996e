// Answers of the contract, read back. Only .cpp files that read JSON include this.
#pragma once

#include "core/json/json_in.h"
#include "core/pack/pack.h"

namespace signroute {

// The answer; its error where it is one.
Result<Json> answer_in(std::string_view text);

Clause clause_in(const Json& clause);
std::string words_in(const Json& object, const char* key);  // "" where there are none
std::vector<Clause> clauses_in(const Json& element);

}  // namespace signroute
