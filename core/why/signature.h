// What every condition comes to on which a route depends: where that is the same, so is the answer, and nothing has to be
// told again. Private to core/why.
#pragma once

#include <string>

#include "core/why/why.h"

namespace signroute::explaining {

// Of the matters and steps of the (reduced) pack in this situation. Answers that were told by the same pack under the same
// choice are equal where this is: about a step, and about the route, and about the route only there.
// Where it turns out to differ from `other`, the rest is left out.
std::string signature(const Rules& rules, const Case& situation, const Choice& choice, const std::string* other = nullptr);

}  // namespace signroute::explaining
