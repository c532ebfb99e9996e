// The text held against the claims: every sentence, rule, role and figure of it must be taken up, or explained.
#include <algorithm>

#include "core/audit/figure_claims.h"
#include "core/audit/judge.h"
#include "core/base/text.h"

namespace signroute {

namespace {

bool overlaps(std::size_t begin, std::size_t end, Stretch where) { return begin < where.end && where.begin < end; }

const Account* account_of(const Ledger& ledger, const Clause& clause) {
    const Account* best = nullptr;  // the most exact one
    for (const Account& a : ledger.rules.pack->accounts) {
        Clause place = a.clause;
        if (place.article == kNotice) place.doc = clause.doc;  // the notice belongs to none of the documents
        if (!covers(place, clause)) continue;
        if (a.clause.sentence > 0 && a.clause.item != clause.item) continue;
        if (!best || covers(best->clause, a.clause)) best = &a;
    }
    return best;
}

class TextJudge {
  public:
    TextJudge(const Ledger& ledger, std::size_t sentence, Audit& out)
        : ledger_(ledger),
          index_(sentence),
          s_(ledger.text.sentences[sentence]),
          account_(account_of(ledger, s_.clause)),
          out_(out) {
        for (const std::size_t c : ledger.cited_by[sentence]) citing_.push_back(&ledger.claims[c]);
    }

    void run() {
        AuditedClause row{s_.clause, std::nullopt, {}, account_ ? account_->reason : ""};
        for (const std::size_t c : ledger_.cited_by[index_]) {
            const Claims& claims = ledger_.claims[c];
            row.elements.push_back(claims.element);
            if (!takes_up(ledger_, c, index_)) continue;
            taking_.push_back(&claims);
            raise(row.status, claims.judgement ? AccountStatus::judgement : AccountStatus::encoded);
        }
        if (account_) raise(row.status, account_->status);
        if (!row.status) out_.unaccounted.push_back({s_.clause, ""});
        if (row.status && !account_) words();
        figures();
        out_.clauses.push_back(std::move(row));
    }

  private:
    // encoded before judgement before principle before out_of_scope, as they are declared.
    static void raise(std::optional<AccountStatus>& status, AccountStatus to) {
        if (!status || to < *status) status = to;
    }

    void put(Stretch where) {
        Unaccounted finding{s_.clause, s_.text.substr(where.begin, where.end - where.begin)};
        if (std::find(out_.unaccounted.begin(), out_.unaccounted.end(), finding) == out_.unaccounted.end())
            out_.unaccounted.push_back(std::move(finding));
    }

    // A sentence that elements take up, and no account explains: each of its rules, and who acts in them.
    void words() {
        for (const Stretch& rule : s_.rules) {
            const bool taken = std::any_of(taking_.begin(), taking_.end(),
                                           [&](const Claims* c) { return anchors_in(ledger_, *c, s_, rule); });
            if (!taken) put(rule);
        }
        for (const Mention& role : s_.roles) {
            if (!role_taken(role)) put({role.begin, role.end});
        }
    }

    bool role_taken(const Mention& role) const {
        if (role.inner || role.shared || role.names("government") || role.names("department") || !is_marked(s_, role))
            return true;
        return std::any_of(citing_.begin(), citing_.end(), [&](const Claims* c) {
            for (const std::string& r : c->roles) {
                if (role.names(r)) return true;
            }
            return std::any_of(c->terms.begin(), c->terms.end(), [&](const std::string& t) {
                return stands_in(s_, t, {role.begin, role.end});
            });
        });
    }

    bool listed(const Figure& f) const {
        if (!account_) return false;
        const std::string words = s_.text.substr(f.begin, f.end - f.begin);
        return std::any_of(account_->figures.begin(), account_->figures.end(), [&](const std::string& listed) {
            const std::string plain = fold(listed);
            return !plain.empty() && (contains(words, plain) || contains(plain, words));
        });
    }

    // 2—3次 has to be claimed at both ends.
    bool claimed(const Figure& f) const {
        const auto end = [&](bool upper) {
            for (const Claims* c : citing_) {
                for (const FigureClaim& claim : c->figures) {
                    if ((claim.upper && f.upto > 0) == upper && is_claimed(f, claim)) return true;
                }
            }
            return false;
        };
        return end(false) && (f.upto == 0 || end(true));
    }

    bool in_term(const Figure& f) const {
        const std::string words = s_.text.substr(f.begin, f.end - f.begin);
        return std::any_of(citing_.begin(), citing_.end(), [&](const Claims* c) {
            return std::any_of(c->terms.begin(), c->terms.end(),
                               [&](const std::string& t) { return contains(t, words); });
        });
    }

    bool figure_taken(std::size_t i) const {
        const Figure& f = s_.figures[i];
        if (listed(f)) return true;
        switch (f.kind) {
            case FigureKind::ordinal_reference:
            case FigureKind::document_number:
                return true;
            case FigureKind::name:
                return account_ || in_term(f);
            case FigureKind::date:
                return claimed(f) || in_term(f);
            case FigureKind::measure:
                break;
        }
        if (claimed(f) || (f.indefinite && (account_ || in_term(f)))) return true;
        // 每年不超过1次, 每月15号: a period goes with the figure that it counts.
        const bool period = f.unit.compare(0, 3, "每") == 0 && f.n == 1 && f.over == 1;
        return period && i + 1 < s_.figures.size() && figure_taken(i + 1);
    }

    void figures() {
        for (std::size_t i = 0; i < s_.figures.size(); ++i) {
            if (figure_taken(i)) continue;
            const Figure& f = s_.figures[i];
            out_.untaken.push_back({s_.clause, s_.text.substr(f.begin, f.end - f.begin)});
        }
    }

    const Ledger& ledger_;
    std::size_t index_;
    const AuditedSentence& s_;
    const Account* account_;
    std::vector<const Claims*> citing_, taking_;
    Audit& out_;
};

}  // namespace

bool stands_in(const AuditedSentence& s, const std::string& term, Stretch where) {
    for (std::size_t at = s.text.find(term); at != std::string::npos; at = s.text.find(term, at + 1)) {
        if (overlaps(at, at + term.size(), where)) return true;
    }
    return false;
}

bool names_actors(const Claims& c) { return !c.actor.empty() || (c.element.kind == "entry" && !c.roles.empty()); }

bool anchors_in(const Ledger&, const Claims& c, const AuditedSentence& s, Stretch where) {
    const auto stands = [&](const std::string& word) { return stands_in(s, word, where); };
    if (std::any_of(c.terms.begin(), c.terms.end(), stands) || std::any_of(c.words.begin(), c.words.end(), stands))
        return true;
    if (std::any_of(c.one_of.begin(), c.one_of.end(), stands)) return true;
    for (const Figure& f : s.figures) {
        if (!overlaps(f.begin, f.end, where)) continue;
        for (const FigureClaim& claim : c.figures) {
            if (is_claimed(f, claim)) return true;
        }
    }
    if (!c.action.empty()) return false;  // a step is where its action or a term is
    return std::any_of(s.roles.begin(), s.roles.end(), [&](const Mention& m) {
        if (!overlaps(m.begin, m.end, where)) return false;
        return std::any_of(c.roles.begin(), c.roles.end(), [&](const std::string& r) { return m.names(r); });
    });
}

bool anchors_in(const Ledger& ledger, const Claims& claims, const AuditedSentence& s) {
    return anchors_in(ledger, claims, s, {0, s.text.size()});
}

bool takes_up(const Ledger& ledger, std::size_t claim, std::size_t sentence) {
    const Claims& c = ledger.claims[claim];
    const AuditedSentence& s = ledger.text.sentences[sentence];
    const bool silent = c.element.kind == "silent";
    if (!c.takes_up && !silent) return false;
    if (anchors_in(ledger, c, s)) return true;
    return !silent && std::any_of(c.clauses.begin(), c.clauses.end(), [&](const Clause& cited) {
        const std::vector<std::size_t> at = ledger.text.at(cited);
        return at.size() == 1 && at.front() == sentence;
    });
}

void account(const Ledger& ledger, Audit& out) {
    for (std::size_t i = 0; i < ledger.text.sentences.size(); ++i) TextJudge(ledger, i, out).run();
}

}  // namespace signroute
