// The record of an answer: what was asked, by which rules and calendars, and what was answered; so that anybody can ask
// again and hold the answers against each other. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/contract/json_out.h"
#include "core/report/report.h"

namespace signroute {

// What an answer was made of. `request` is the request as it came: of what it carries along, the sources are kept.
struct Asked {
    const Library& library;
    const Rules rules;
    const Calendar& calendar;
    const Case& situation;
    const Assessment& assessment;
    const Json& request;
};

// Format signroute-record/1 (core/README.md): {"answer","case","format","inputs","versions"}. `inputs` is an `assess`
// request by ids, whose answer is `answer`, byte for byte.
std::string record_to_text(const Asked& asked, const ReportHead& head);

// The pack, and the years of the calendar that the dates of the answer lie in.
std::vector<ReportSource> sources_of(const Asked& asked);

}  // namespace signroute
