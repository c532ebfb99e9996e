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
        const std::size_t before = out_.size();
        for (const Clause& c : claims_.clauses) {
            if (!ledger_.text.has(c)) put(c, "clause", clause_label(c));
        }
        if (cited_.empty()) return;
        for (const std::string& term : claims_.terms) {
            if (!stands(term)) put("term", term);
        }
        if (!claims_.one_of.empty() && !any_stands(claims_.one_of)) put("term", claims_.one_of.front());
        for (const std::string& role : claims_.roles) {
            if (!named(role)) put("role", role_title(ledger_.rules, role));
        }
        for (const FigureClaim& figure : claims_.figures) check(figure);
        check_action();
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
    bool named(const std::string& role) const {
        return std::any_of(cited_.begin(), cited_.end(), [&](const AuditedSentence* s) {
            return s->names(role) || (s->lead && ledger_.text.sentences[*s->lead].names(role));
        });
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

    // Somebody does it: where role and action are named in one sentence, the one has to be able to do the other there.
    void check_action() {
        if (claims_.action.empty()) return;
        const std::string title = action_title(ledger_.rules, claims_.action);
        if (!any_stands(claims_.words) && claims_.terms.empty()) put("action", title);
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
        if (together) put("role", role_title(ledger_.rules, claims_.actor) + "：" + title);
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
