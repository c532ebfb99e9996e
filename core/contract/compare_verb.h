// The verb `compare`. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/json/json_in.h"

namespace signroute {

Reply compare_verb(const Library& library, const JsonIn& request, Errors& errors);

}  // namespace signroute
