// A case (案卷) as a file and as a stored record: only what was entered; everything else is worked out again.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/case.h"
#include "core/contract/answer.h"

namespace signroute {

struct CaseFile {
    std::string id;
    std::string title;
    std::string created, modified;  // YYYY-MM-DD; `modified` with the time: YYYY-MM-DD HH:MM
    std::string pack;
    std::string note;
    Case situation;
    std::string schedule;  // what its plan in time is asked with, as contract/plan_form.h reads it; "" = nothing. Kept as it is found.
};

// One line of JSON, format signroute-case/1: keys sorted, an `assess` request with a head and, where there is one, its plan in
// time as "schedule".
std::string case_to_text(const CaseFile& file);
// Errors: those of JSON and of an `assess` request, unknown_format, unknown_pack.
Result<CaseFile> case_from_text(std::string_view text, const Library& library);

// Whether the one id was given out after the other, where both are a day with a number: 20261126-10 after 20261126-9.
bool later_id(const std::string& a, const std::string& b);

// The id of the pack that a case's text names; "" where it names none, or is no case.
std::string pack_of_case(std::string_view text);

}  // namespace signroute
