// An explanation in words, for whoever shows it. Private to core/contract.
#pragma once

#include "core/json/json_in.h"
#include "core/why/why.h"

namespace signroute {

// The keys "lines" and "other" of the verb `why` (core/README.md). Where the readings differ: of the one to plan by.
Json why_in_lines(const Rules& rules, const Case& situation, const Why& why);

}  // namespace signroute
