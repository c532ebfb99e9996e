// From the words that people write to the identifiers of the rules: ids, titles and aliases all do.
#pragma once

#include <string>
#include <string_view>

#include "core/route/route.h"

namespace signroute {

// The id by any name that the pack or the catalogue has for it; "" if nobody knows it.
std::string role_id(const Rules& rules, std::string_view name);
std::string action_id(const Rules& rules, std::string_view name);
std::string matter_id(const Rules& rules, std::string_view name);

// "秘书长审核", "报市长签发": the longest role at the front, the longest action at the end; what is left stays text.
PlannedStep step_from_text(const Rules& rules, std::string_view text);

}  // namespace signroute
