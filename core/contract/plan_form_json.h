// A plan's inputs as JSON. Private to core/contract and core/exchange.
#pragma once

#include "core/contract/plan_form.h"
#include "core/json/json_in.h"

namespace signroute {

// The keys of a request of the verb `plan`: from, to, durations, ties, interruptions. `complete`: without what is unfinished.
Json to_json(const PlanForm& form, bool complete);

}  // namespace signroute
