// What an audit of the pack against its official text found, as the contract's verb `audit` answers it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pack/pack.h"

namespace signroute {

struct Mismatch {
    Clause clause;
    std::string say;  // what differs
};

struct SentenceStatus {
    Clause clause;
    std::optional<AccountStatus> status;  // none: nothing of the pack accounts for it
};

// Made when asked for, and kept with what it was made of.
struct TextAudit {
    std::string pack, text, request;
    bool answered = false;
    std::string problem;  // why there is no answer
    std::vector<SentenceStatus> sentences;  // of the whole text, in reading order
    std::vector<Mismatch> mismatches;        // in reading order
};

// What is asked of the contract; `own`: the pack's JSON where the contract cannot know it, else "".
std::string text_audit_request(const std::string& pack, const std::string& own, const std::string& text);
// Fills in the answer, or the problem.
void take_audit_answer(TextAudit& audit, std::string_view json);

}  // namespace signroute
