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

void check_totals(const Rules& rules, Audit& out) {
    const Pack& pack = *rules.pack;
    const auto differ = [](int claimed, int found, const char* verb) {
        return verb + std::to_string(claimed) + "处，实有" + std::to_string(found) + "处";
    };
    std::map<Clause, std::pair<int, int>> places;  // claimed and found
    std::map<std::string, std::pair<int, int>> roles;
    for (const Citation& c : pack.citations) places[c.clause].first += c.count;
    for (const Citation& c : out.citations) places[c.clause].second += c.count;
    for (const NameTotal& n : pack.names) roles[n.role].first += n.count;
    for (const NameTotal& n : out.names) roles[n.role].second += n.count;
    for (const auto& [clause, n] : places) {
        if (n.first != n.second && !pack.citations.empty())
            out.not_found.push_back(
                {{"pack", "", pack.id, "/citations"}, clause, "clause", differ(n.first, n.second, "引用")});
    }
    for (const auto& [role, n] : roles) {
        if (n.first != n.second && !pack.names.empty())
            out.not_found.push_back({{"pack", "", pack.id, "/names"},
                                     Clause{},
                                     "role",
                                     role_title(rules, role) + differ(n.first, n.second, "写明")});
    }
}

Totals totals_of(const Pack& pack, const std::vector<Claims>& claims) {
    std::map<Clause, int> places;
    std::map<std::string, int> roles;
    const auto count = [&](const std::vector<Clause>& clauses) {
        for (const Clause& c : clauses) ++places[c];
    };
    for (const Claims& c : claims) {
        count(c.clauses);
        for (const std::string& role : c.roles) ++roles[role];
    }
    for (const Matter& m : pack.matters) {
        for (const TimeLimit& l : m.limits) count(l.clauses);
    }
    for (const Account& a : pack.accounts) ++places[a.clause];
    Totals out;
    for (const auto& [clause, n] : places) out.citations.push_back({clause, n});
    for (const auto& [role, n] : roles) out.names.push_back({role, n});
    return out;
}

}  // namespace

Totals totals_of(const Rules& rules) { return totals_of(*rules.pack, claims_of(rules)); }

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
    Totals totals = totals_of(*rules.pack, claims);
    out.citations = std::move(totals.citations);
    out.names = std::move(totals.names);
    check_totals(rules, out);
    return out;
}

}  // namespace signroute
