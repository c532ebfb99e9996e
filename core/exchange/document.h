// What the application has worked out elsewhere for a case: the documents that go out of it (verb `report`), and the changes
// that would mend its plan (verb `assess`). Their requests, and their answers read back.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/contract/plan_form.h"
#include "core/exchange/case_file.h"

namespace signroute {

// Files of the user that whoever answers does not have: the pack of the case ("": a shipped one), years by number, local days.
struct OwnRules {
    std::string pack;
    std::map<int, std::string> years;
    std::string local_days;
};

// `format`: html, ics, csv, record. `today` is the day of the document.
std::string report_request(const CaseFile& file, const OwnRules& own, std::string_view format, Day today);

// The same for the verb `assess`.
std::string assess_request(const CaseFile& file, const OwnRules& own, Day today);

// For the verb `plan`, as far as the form is complete; for the verb `why` in lines, about what `about` names.
std::string plan_request(const CaseFile& file, const PlanForm& form, const OwnRules& own, Day today);
std::string why_request(const CaseFile& file, const OwnRules& own, Day today, std::string_view about);

struct WrittenDocument {
    std::string name, type, text;  // of the file, its media type, what is in it
};
// Errors: those of JSON, and that of the answer where it is one.
Result<WrittenDocument> document_in(std::string_view answer);

// The fewest changes that mend the plan; where the text bears several readings, under the one to plan by.
struct Proposal {
    struct Change {
        std::string say;                   // one sentence
        std::vector<Clause> clauses;
        bool of_plan = true;               // otherwise something has to be enclosed or done
    };
    std::vector<Change> changes;           // in the order in which they are made
    std::vector<std::string> remains;      // what stays wrong, whatever is planned
    std::vector<PlannedStep> planned;      // the plan that they leave
};
// Errors: as above; no_mend where the answer has none.
Result<Proposal> proposal_in(const CaseFile& file, const Library& library, std::string_view answer);

}  // namespace signroute
