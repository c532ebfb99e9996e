#include "core/audit/audit.h"

#include <algorithm>

#include "core/audit/judge.h"

namespace signroute {

Ledger open_ledger(const Rules& rules, const Vocabulary& words, const AuditedText& text,
                   const std::vector<Claims>& claims) {
    Ledger out{rules, words, text, claims, {}, {}};
    out.cites.resize(claims.size());
    out.cited_by.resize(text.sentences.size());
    for (std::size_t c = 0; c < claims.size(); ++c) {
        for (const Clause& cited : claims[c].clauses) {
            for (const std::size_t s : text.at(cited)) {
                std::vector<std::size_t>& by = out.cited_by[s];
                if (!by.empty() && by.back() == c) continue;
                by.push_back(c);
                out.cites[c].push_back(s);
            }
        }
        std::sort(out.cites[c].begin(), out.cites[c].end());
    }
    return out;
}

Audit audit(const Rules& rules, Statute statute) {
    const Vocabulary words = vocabulary_of(rules);
    const AuditedText text = audited_text(rules, words, std::move(statute));
    const std::vector<Claims> claims = claims_of(rules);
    const Ledger ledger = open_ledger(rules, words, text, claims);
    Audit out;
    out.not_found = not_found_in(ledger);
    account(ledger, out);
    account_for_groups(ledger, out);
    return out;
}

}  // namespace signroute
