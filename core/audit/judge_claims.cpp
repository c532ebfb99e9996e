// Claims held against the text: everything that an element says of its clauses must stand in them.
#include <algorithm>

#include "core/audit/figure_claims.h"
#include "core/audit/judge.h"
#include "core/base/text.h"

namespace signroute {

namespace {

class ClaimJudge {
  public:
    ClaimJudge(const Ledger& ledger, std::size_t claim, std::vector<NotFound>& out)
        : ledger_(ledger), claims_(ledger.claims[claim]), out_(out) {
        for (const std::size_t i : ledger.cites[claim]) cited_.push_back(&ledger.text.sentences[i]);
    }

    void run() {
        check_declared();
        const std::size_t before = out_.size();
        for (const Clause& c : claims_.clauses) {
            if (!ledger_.text.has(c)) put(c, "clause", clause_label(c));
        }
        if (cited_.empty()) return;
        for (const std::string& term : claims_.terms) {
            if (!stands(term)) put("term", term);
        }
        for (const std::string& word : claims_.said) {
            if (!stands(word)) put("term", word);
        }
        if (!claims_.one_of.empty() && !any_stands(claims_.one_of)) put("term", claims_.one_of.front());
        bool all_named = true;
        for (const std::string& role : claims_.roles) {
            if (named(role)) continue;
            all_named = false;
            put("role", role_title(ledger_.rules, role));
        }
        for (const FigureClaim& figure : claims_.figures) check(figure);
        check_action();
        if (all_named && named_in_part_only()) {
            all_named = false;
            put("role", who());
        }
        if (all_named) check_actor();
        check_strength();
        if (claims_.needs_anchor && out_.size() == before && !anchored()) put("term", "");
    }

  private:
    void put(const Clause& clause, const char* kind, const std::string& claimed) {
        const NotFound finding{claims_.element, clause, kind, claimed};
        if (std::find(out_.begin(), out_.end(), finding) == out_.end()) out_.push_back(finding);
    }
    void put(const char* kind, const std::string& claimed) { put(claims_.clauses.front(), kind, claimed); }

    bool stands(const std::string& word) const {
        return std::any_of(cited_.begin(), cited_.end(),
                           [&](const AuditedSentence* s) { return contains(s->text, word); });
    }
    bool any_stands(const std::vector<std::string>& words) const {
        return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return stands(w); });
    }
    // A matter or body that says it rests on a clause has an element that cites it.
    void check_declared() {
        const AuditElement& e = claims_.element;
        if (e.kind != "matter" && e.kind != "body") return;
        for (const Clause& c : claims_.clauses) {
            const std::vector<std::size_t> at = ledger_.text.at(c);
            const bool used = std::any_of(at.begin(), at.end(), [&](std::size_t s) { return used_by(e.id, s); });
            if (!used && !at.empty()) put(c, "clause", clause_label(c));
        }
    }

    bool used_by(const std::string& matter, std::size_t sentence) const {
        const std::vector<std::size_t>& by = ledger_.cited_by[sentence];
        return std::any_of(by.begin(), by.end(), [&](std::size_t k) {
            const AuditElement& other = ledger_.claims[k].element;
            if (other.of == matter) return true;
            const Matter* m = find_matter(*ledger_.rules.pack, matter);
            return m && other.kind == "limit" &&
                   std::any_of(m->limits.begin(), m->limits.end(),
                               [&](const TimeLimit& l) { return l.id == other.id; });
        });
    }

    // In a sentence that holds a term of the element, the role has to be named in that segment or be its subject.
    bool named(const std::string& role) const {
        return std::any_of(cited_.begin(), cited_.end(), [&](const AuditedSentence* s) {
            if (s->lead && ledger_.text.sentences[*s->lead].names(role)) return true;
            bool held = false;
            for (const Stretch& segment : s->segments) {
                if (!holds_term(*s, segment)) continue;
                held = true;
                if (names_within(*s, role, segment)) return true;
            }
            return !held && s->names(role);
        });
    }

    // Only as a part of longer names: what the 主办部门主要负责人 does the 主办部门 does not, unless the entry of the
    // role cites the place.
    bool named_in_part_only() const {
        if (claims_.actor.empty() || described_here(claims_.actor)) return false;
        bool any = false;
        const auto whole = [&](const AuditedSentence& s, const Mention& m) {
            return std::none_of(s.roles.begin(), s.roles.end(), [&](const Mention& o) {
                return !o.shared && o.begin <= m.begin && m.end <= o.end && o.end - o.begin > m.end - m.begin;
            });
        };
        const auto has_whole = [&](const AuditedSentence& s) {
            return std::any_of(s.roles.begin(), s.roles.end(), [&](const Mention& m) {
                if (!m.names(claims_.actor)) return false;
                any = true;
                return whole(s, m);
            });
        };
        for (const AuditedSentence* s : cited_) {
            if (has_whole(*s) || (s->lead && has_whole(ledger_.text.sentences[*s->lead]))) return false;
        }
        return any;
    }

    bool described_here(const std::string& role) const {
        const RoleRule* entry = find_role(*ledger_.rules.pack, role);
        return entry && std::any_of(entry->clauses.begin(), entry->clauses.end(), [&](const Clause& c) {
                   return std::any_of(cited_.begin(), cited_.end(),
                                      [&](const AuditedSentence* s) { return covers(c, s->clause); });
               });
    }

    bool holds_term(const AuditedSentence& s, Stretch where) const {
        return std::any_of(claims_.terms.begin(), claims_.terms.end(),
                           [&](const std::string& t) { return stands_in(s, t, where); });
    }

    // Terms that name roles name those of the element: 市长签发 is no term of what the secretary-general does.
    bool roles_in_terms_fit() const {
        if (!names_actors(claims_)) return true;
        bool any = false;
        for (const AuditedSentence* s : cited_) {
            for (const Mention& m : s->roles) {
                const auto holds = [&](const std::string& term) { return term_holds(*s, term, m); };
                if (m.inner || m.shared || !acts(*s, m)) continue;
                if (std::none_of(claims_.terms.begin(), claims_.terms.end(), holds)) continue;
                if (is_claimed_role(*s, m)) return true;
                any = true;
            }
        }
        return !any;
    }

    bool is_claimed_role(const AuditedSentence& s, const Mention& m) const {
        return std::any_of(s.roles.begin(), s.roles.end(), [&](const Mention& other) {
            const bool overlaps = other.begin < m.end && m.begin < other.end;
            return overlaps && std::any_of(claims_.roles.begin(), claims_.roles.end(),
                                           [&](const std::string& r) { return other.names(r); });
        });
    }

    // 由市长, 市长签发: who is meant acts, here as the element says.
    bool acts(const AuditedSentence& s, const Mention& m) const {
        if (is_addressed(s, m)) return false;
        return is_agent(s, m) || std::any_of(s.actions.begin(), s.actions.end(), [&](const Mention& a) {
                   return a.begin == m.end && a.names(claims_.action);
               });
    }

    std::string who() const {
        const std::string role = role_title(ledger_.rules, claims_.roles.front());
        return claims_.action.empty() ? role : role + "：" + action_title(ledger_.rules, claims_.action);
    }

    static bool term_holds(const AuditedSentence& s, const std::string& term, const Mention& m) {
        for (std::size_t at = s.text.find(term); at != std::string::npos; at = s.text.find(term, at + 1)) {
            if (at <= m.begin && m.end <= at + term.size()) return true;
        }
        return false;
    }

    void check(const FigureClaim& claim) {
        if (claim.takes_only) return;
        bool number = false;
        for (const AuditedSentence* s : cited_) {
            for (const Figure& f : s->figures) {
                if (is_claimed(f, claim)) return;
                number |= f.kind == FigureKind::measure && is_claimed(f, claim, true);
            }
        }
        put(number ? "unit" : "figure", claim.words);
    }

    void check_action() {
        if (claims_.action.empty() || any_stands(claims_.words) || !claims_.terms.empty()) return;
        put("action", action_title(ledger_.rules, claims_.action));
    }

    // Who does it: where role and action are named in one sentence, the one has to be able to do the other there.
    void check_actor() {
        if (!roles_in_terms_fit()) return put("role", who());
        if (claims_.actor.empty()) return;
        bool together = false;
        for (const AuditedSentence* s : cited_) {
            for (const Mention& action : s->actions) {
                const bool here = std::any_of(s->roles.begin(), s->roles.end(), [&](const Mention& m) {
                    return m.begin < action.begin && m.names(claims_.actor);
                });
                if (!here || !action.names(claims_.action)) continue;
                if (may_act(*s, claims_.actor, action)) return;
                together = true;
            }
        }
        if (together) put("role", who());
    }

    // The forces of the parts that the element rests on: in each sentence those that hold something it claims, else
    // all.
    void check_strength() {
        if (!claims_.strength || *claims_.strength == Strength::unclear) return;
        Forces found;
        for (const AuditedSentence* s : cited_) {
            Forces here, whole;
            for (const Stretch& part : s->parts) {
                const Forces forces = forces_in(*s, part);
                whole.add(forces);
                if (anchors_in(ledger_, claims_, *s, part)) here.add(forces);
            }
            found.add(here.any() ? here : whole);
        }
        const Strength claimed = *claims_.strength;
        if (claimed == Strength::must && !found.must) put("strength", "应当");
        if (claimed == Strength::should && !found.should) put("strength", "一般");
        if (claimed == Strength::may && !found.may) put("strength", "可以");
    }

    bool anchored() const {
        return std::any_of(cited_.begin(), cited_.end(),
                           [&](const AuditedSentence* s) { return anchors_in(ledger_, claims_, *s); });
    }

    const Ledger& ledger_;
    const Claims& claims_;
    std::vector<const AuditedSentence*> cited_;
    std::vector<NotFound>& out_;
};

void check_documents(const Ledger& ledger, std::vector<NotFound>& out) {
    for (const PackDocument& d : ledger.rules.pack->documents) {
        const AuditElement element{"document", "", d.id, ""};
        const Clause whole{d.id};
        const auto found = std::find_if(ledger.text.statute.documents.begin(), ledger.text.statute.documents.end(),
                                        [&](const Document& t) { return t.id == d.id; });
        if (found == ledger.text.statute.documents.end()) {
            out.push_back({element, whole, "clause", d.title});
            continue;
        }
        if (!found->title.empty() && fold(d.title) != found->title) out.push_back({element, whole, "term", d.title});
        if (static_cast<int>(found->articles.size()) != d.articles || found->articles.back().number != d.articles)
            out.push_back({element, whole, "clause", "共" + std::to_string(d.articles) + "条"});
        int tail = 0;
        for (const Paragraph& p : found->tail) tail += static_cast<int>(p.sentences.size());
        if (tail != d.tail) out.push_back({element, whole, "clause", "末句" + std::to_string(d.tail) + "句"});
        if (found->number && !d.number.empty() && fold(d.number) != fold(*found->number))
            out.push_back({element, whole, "figure", d.number});
    }
}

}  // namespace

std::vector<NotFound> not_found_in(const Ledger& ledger) {
    std::vector<NotFound> out;
    check_documents(ledger, out);
    for (std::size_t i = 0; i < ledger.claims.size(); ++i) ClaimJudge(ledger, i, out).run();
    return out;
}

}  // namespace signroute
