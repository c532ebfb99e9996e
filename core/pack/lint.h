// A pack held against itself: every matter over every combination of its facts. Found are gaps, contradictions, what
// can never matter, names that lead nowhere, orders and time limits that cannot be kept. Nothing is sampled: conditions
// become decision diagrams, in which each question is decided for all combinations at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/case.h"
#include "core/findings/finding.h"
#include "core/route/route.h"

namespace signroute {

// `code` is stable ASCII snake_case; `message` one Chinese sentence that names matter and element; `pointer` stands in
// the pack's JSON. The counterexample is a case with the fewest facts that shows it; `readings` are those under which
// it does (question → reading).
struct LintFinding {
    Severity severity = Severity::error;
    std::string code;
    std::string message;
    std::vector<Clause> clauses;
    std::string matter, element, pointer;
    std::optional<Case> counterexample;
    std::map<std::string, std::string, std::less<>> readings;
};

// What the pack says the text leaves out, and the smallest case in which it says so. The whole text has no matter.
struct LintSilence {
    const Silent* silent = nullptr;
    std::string matter, body;
    std::optional<Case> example;
};

// Where the pack says that the text bears more than one answer.
struct LintConflict {
    const OpenReading* question = nullptr;
    std::string matter;
    std::optional<Case> example;
};

// What was gone through: the facts of a matter (readings and things done among them) and their combinations, of which
// those that no condition tells apart count as one. Not exhaustive only where a list has too many named entries.
struct LintSpan {
    std::string matter;
    int facts = 0;
    double combinations = 1;
    bool exhaustive = true;
};

// The pack and the catalogue must outlive it.
struct LintReport {
    std::vector<LintFinding> findings;  // in the order of the pack
    std::vector<LintSilence> silences;
    std::vector<LintConflict> conflicts;
    std::vector<LintSpan> spans;
};

LintReport lint(const Rules& rules);

}  // namespace signroute
