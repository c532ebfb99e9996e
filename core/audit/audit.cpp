#include "core/audit/audit.h"

#include <algorithm>
#include <map>

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

namespace {

// Every citation of the pack, those of a limit once more for each matter that uses it.
std::vector<Citation> citations_of(const Pack& pack, const std::vector<Claims>& claims) {
    std::map<Clause, int> counts;
    const auto count = [&](const std::vector<Clause>& clauses) {
        for (const Clause& c : clauses) ++counts[c];
    };
    for (const Claims& c : claims) count(c.clauses);
    for (const Matter& m : pack.matters) {
        for (const TimeLimit& l : m.limits) count(l.clauses);
    }
    for (const Account& a : pack.accounts) ++counts[a.clause];
    std::vector<Citation> out;
    for (const auto& [clause, n] : counts) out.push_back({clause, n});
    return out;
}

void check_citations(const Pack& pack, Audit& out) {
    if (pack.citations.empty()) return;
    std::map<Clause, std::pair<int, int>> counts;  // claimed and found
    for (const Citation& c : pack.citations) counts[c.clause].first += c.count;
    for (const Citation& c : out.citations) counts[c.clause].second += c.count;
    for (const auto& [clause, n] : counts) {
        if (n.first == n.second) continue;
        const std::string claimed = "引用" + std::to_string(n.first) + "处，实有" + std::to_string(n.second) + "处";
        out.not_found.push_back({{"pack", "", pack.id, "/citations"}, clause, "clause", claimed});
    }
}

}  // namespace

std::string clause_code(const Pack& pack, const Clause& c) {
    std::string out = pack.documents.empty() || c.doc == pack.documents.front().id ? "" : c.doc + ":";
    out += c.article == kTail ? "tail" : c.article == kNotice ? "notice" : std::to_string(c.article);
    if (c.para) out += "." + std::to_string(c.para);
    if (c.item) out += "." + std::to_string(c.item);
    if (c.sentence) out += "#" + std::to_string(c.sentence);
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
    out.citations = citations_of(*rules.pack, claims);
    check_citations(*rules.pack, out);
    return out;
}

}  // namespace signroute
