// The verb `why`: an assess request and "about". Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/json/json_in.h"

namespace signroute {

Reply why_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors);

}  // namespace signroute
