// A pack held against the official text: is every sentence accounted for, does the text say what the pack claims of it,
// and is every figure of the text taken up? What it cannot see is whether a rule is right: that is what cases are for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clause.h"
#include "core/pack/pack.h"
#include "core/route/route.h"
#include "core/statute/statute.h"

namespace signroute {

// One element of a pack. `kind`: document, applies_to, role, fact, body, entry, limit, gives_way, runs_out, matter,
// step, prerequisite, prohibition, cap, silent, note, question, reading, pack. `of`: the matter, body or limit that
// it belongs to, "" for the pack itself.
struct AuditElement {
    std::string kind;
    std::string of;
    std::string id;
    std::string pointer;  // where it stands in the pack's JSON, "" if unknown
    bool operator==(const AuditElement&) const = default;
};

// A sentence and what the pack takes from it. No status: nothing of the pack accounts for it.
struct AuditedClause {
    Clause clause;  // with its sentence
    std::optional<AccountStatus> status;
    std::vector<AuditElement> elements;  // every element that cites it, also those that do not account for it
    std::string reason;                  // of the pack's account, "" if there is none
};

// A sentence, or words of an encoded sentence, that no element and no account takes up.
struct Unaccounted {
    Clause clause;
    std::string words;  // "" for the whole sentence
    bool operator==(const Unaccounted&) const = default;
};

// What an element claims and its clauses do not have.
struct NotFound {
    AuditElement element;
    Clause clause;        // the cited place that is missing, else the first place cited
    std::string kind;     // figure, unit, role, action, term, clause, strength
    std::string claimed;  // in the words of the text: "7工作日", "秘书长", "应当"
    bool operator==(const NotFound&) const = default;
};

// A figure of the text that no element claims of that place and no account explains.
struct Untaken {
    Clause clause;
    std::string figure;
    bool operator==(const Untaken&) const = default;
};

struct Audit {
    std::vector<AuditedClause> clauses;  // every sentence of the text, in reading order
    std::vector<Unaccounted> unaccounted;
    std::vector<NotFound> not_found;
    std::vector<Untaken> untaken;
    std::vector<Citation> citations;  // how often the pack cites each place, in reading order
    std::vector<NameTotal> names;     // how often it names each role
    bool clean() const { return unaccounted.empty() && not_found.empty() && untaken.empty(); }
};

// How it judges is described in core/audit/README.md. The statute's documents need no names yet.
Audit audit(const Rules& rules, Statute statute);

// The control totals of a pack as it is; they need no text. A limit is cited once more by each matter that uses it.
struct Totals {
    std::vector<Citation> citations;  // in reading order
    std::vector<NameTotal> names;     // by id
};
Totals totals_of(const Rules& rules);

// A place as packs write it: "50.1.3#2", "tail"; with "rules:" before it where it is not in the pack's first document.
std::string clause_code(const Pack& pack, const Clause& clause);

}  // namespace signroute
