// The verb `deadline`: a free period, a limit of a pack, or a monthly cut-off. Private to core/contract.
#pragma once

#include "core/contract/request.h"

namespace signroute {

// Answers {"outcome", "due" …}; problems go to `errors`, then the value is not to be used.
Json deadline_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors);

}  // namespace signroute
