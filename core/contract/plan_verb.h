// The verb `plan`: a situation and a day to start from, or a day to meet. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/contract/request.h"
#include "core/schedule/plan.h"

namespace signroute {

Reply plan_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors);

// What a request says of the plan itself, besides the situation. Steps are those of the routes of `assessment`.
PlanQuestion read_plan(const Rules& rules, const Assessment& assessment, Case& situation, ObjectIn& in);

// A plan as one object; without ledger where it was not asked for.
Json to_json(const Rules& rules, const Plan& plan, bool with_ledger);

}  // namespace signroute
