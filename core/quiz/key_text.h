// A key as text, so that a question can be made again from its id:
// kind/pack/matter/facts/element/variant/clause, as in
// who_signs/jiangyin-2022/office_document/departments_count=1;office_authority=true/step:sign_off_director//50.2
// Two packs are joined by "+", facts and things by ";", a thing begins with "!"; what would be in the way is written %2F.
#pragma once

#include "core/base/result.h"
#include "core/quiz/question.h"

namespace signroute::quiz {

// The deciding clause is said last, for people and for telling that it changed.
std::string id_of(const Ground& ground, const Key& key, const std::vector<Clause>& clauses);
// Errors at `pointer`: bad_question (not of that form), unknown_kind, unknown_pack, unknown_fact. The clause is not looked at.
Result<Key> key_from_text(const Ground& ground, std::string_view id, std::string_view pointer);

std::string value_to_text(const FactValue& value);

}  // namespace signroute::quiz
