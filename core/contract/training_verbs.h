// The verbs of training besides those of quiz_verb.h. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/json/json_in.h"

namespace signroute {

Reply course_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors);
Reply exam_verb(const Library& library, const JsonIn& request, Errors& errors);
Reply result_verb(const Library& library, const JsonIn& request, Errors& errors);
Reply tally_verb(const Library& library, const JsonIn& request, Errors& errors);
Reply deck_verb(const Library& library, const JsonIn& request, Errors& errors);

}  // namespace signroute
