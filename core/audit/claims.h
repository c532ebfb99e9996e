// What each element of a pack claims of the clauses that it cites. Private to core/audit.
#pragma once

#include "core/audit/audit.h"

namespace signroute {

struct FigureClaim {
    long long n = 0;
    long long over = 1;
    std::vector<std::string> units;  // any of them; empty: any unit but a period
    bool upper = false;              // the upper end of a range counts
    bool takes_only = false;         // takes a figure up, but need not stand in the text
    std::string words;               // as a finding shows it
};

struct Claims {
    AuditElement element;
    std::vector<Clause> clauses;
    std::vector<std::string> terms;   // folded; each must be there
    std::vector<std::string> roles;   // each must be named
    std::string actor, action;        // who does what
    std::vector<std::string> words;   // folded; what else may anchor it: names of its action or thing
    std::vector<std::string> one_of;  // folded; at least one must be there
    std::vector<std::string> said;    // folded; each must be there, but is no anchor: 原则上, 审批
    std::vector<FigureClaim> figures;
    std::optional<Strength> strength;
    bool takes_up = false;      // accounts for what it cites
    bool judgement = false;     // … by leaving it to a person
    bool needs_anchor = false;  // must claim something that can be looked for
};

std::vector<Claims> claims_of(const Rules& rules);

}  // namespace signroute
