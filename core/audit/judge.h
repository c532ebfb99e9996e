// The two directions of an audit: claims against the text, and the text against the claims. Private to core/audit.
#pragma once

#include "core/audit/audited_text.h"
#include "core/audit/claims.h"

namespace signroute {

struct Ledger {
    const Rules& rules;
    const Vocabulary& words;
    const AuditedText& text;
    const std::vector<Claims>& claims;
    std::vector<std::vector<std::size_t>> cites;     // for each claim, the sentences that it cites
    std::vector<std::vector<std::size_t>> cited_by;  // for each sentence, the claims that cite it
};

Ledger open_ledger(const Rules& rules, const Vocabulary& words, const AuditedText& text,
                   const std::vector<Claims>& claims);

// Whether something that the element claims stands within `where` of the sentence.
bool anchors_in(const Ledger& ledger, const Claims& claims, const AuditedSentence& sentence, Stretch where);
bool anchors_in(const Ledger& ledger, const Claims& claims, const AuditedSentence& sentence);

// Whether the element accounts for the sentence: it cites the sentence alone, or claims something that stands there.
bool takes_up(const Ledger& ledger, std::size_t claim, std::size_t sentence);

std::vector<NotFound> not_found_in(const Ledger& ledger);

bool stands_in(const AuditedSentence& sentence, const std::string& word, Stretch where);

// Steps, and entries with roles: they say who acts, so their terms take up no other role.
bool names_actors(const Claims& claims);

void account(const Ledger& ledger, Audit& out);  // clauses, unaccounted, untaken

}  // namespace signroute
