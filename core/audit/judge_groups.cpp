// A matter or body that rests on a part of a sentence has to take up all of that part: who acts, what is done, each
// figure and each binding word. So a rule that is dropped from one matter is missed even where another still has it.
#include <algorithm>
#include <map>
#include <set>

#include "core/audit/figure_claims.h"
#include "core/audit/judge.h"

namespace signroute {

namespace {

bool is_rule(const Claims& c) {
    for (const char* kind : {"step", "prerequisite", "prohibition", "cap", "limit", "entry"}) {
        if (c.element.kind == kind) return true;
    }
    return false;
}

class GroupJudge {
  public:
    GroupJudge(const Ledger& ledger, const std::string& group, const std::vector<std::size_t>& claims, Audit& out)
        : ledger_(ledger), group_(group), claims_(claims), out_(out) {}

    void run() {
        std::set<std::size_t> sentences;
        for (const std::size_t c : claims_) sentences.insert(ledger_.cites[c].begin(), ledger_.cites[c].end());
        for (const std::size_t s : sentences) judge(s);
        for (const std::size_t c : claims_) check_declared(ledger_.claims[c]);
    }

  private:
    void judge(std::size_t sentence) {
        const AuditedSentence& s = ledger_.text.sentences[sentence];
        if (account_of(ledger_, s.clause)) return;
        taking_.clear();
        for (const std::size_t c : claims_) {
            const std::vector<std::size_t>& cited = ledger_.cites[c];
            if (std::binary_search(cited.begin(), cited.end(), sentence)) taking_.push_back(&ledger_.claims[c]);
        }
        for (const Stretch& segment : s.segments) {
            const bool rests = std::any_of(taking_.begin(), taking_.end(), [&](const Claims* c) {
                return is_rule(*c) && anchors_in(ledger_, *c, s, segment);
            });
            if (rests) judge(s, segment);
        }
    }

    void judge(const AuditedSentence& s, Stretch segment) {
        for (const Stretch& part : s.parts) {
            if (!segment.holds(part.begin) || !signals(s, part)) continue;
            const bool taken = std::any_of(taking_.begin(), taking_.end(), [&](const Claims* c) { return anchors_in(ledger_, *c, s, part); });
            if (!taken) put(s, part);
        }
        for (const Mention& role : s.roles) {
            if (segment.holds(role.begin) && !role_taken(s, role)) put(s, {role.begin, role.end});
        }
        for (const Mention& action : s.actions) {
            if (segment.holds(action.begin) && !action_taken(s, action)) put(s, {action.begin, action.end});
        }
    }

    static bool signals(const AuditedSentence& s, Stretch part) {
        if (std::any_of(s.modals.begin(), s.modals.end(), [&](const ModalWord& m) { return part.holds(m.begin); })) return true;
        return std::any_of(s.figures.begin(), s.figures.end(),
                           [&](const Figure& f) { return f.kind == FigureKind::measure && part.holds(f.begin); });
    }

    bool role_taken(const AuditedSentence& s, const Mention& role) const {
        if (is_background(s, role)) return true;
        return std::any_of(taking_.begin(), taking_.end(), [&](const Claims* c) {
            if (std::any_of(c->roles.begin(), c->roles.end(), [&](const std::string& r) { return role.names(r); })) return true;
            return c->actor.empty() && term_over(*c, s, role);
        });
    }

    bool action_taken(const AuditedSentence& s, const Mention& action) const {
        return std::any_of(taking_.begin(), taking_.end(),
                           [&](const Claims* c) { return action.names(c->action) || word_over(*c, s, action) || term_over(*c, s, action); });
    }

    static bool over(const std::vector<std::string>& words, const AuditedSentence& s, const Mention& m) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& w) {
            for (std::size_t at = s.text.find(w); at != std::string::npos; at = s.text.find(w, at + 1)) {
                if (at < m.end && m.begin < at + w.size()) return true;
            }
            return false;
        });
    }
    static bool term_over(const Claims& c, const AuditedSentence& s, const Mention& m) { return over(c.terms, s, m); }
    static bool word_over(const Claims& c, const AuditedSentence& s, const Mention& m) { return over(c.words, s, m); }

    // A matter that says it rests on a sentence has to take something from it.
    void check_declared(const Claims& declared) {
        if (declared.element.kind != "matter" && declared.element.kind != "body") return;
        for (const Clause& c : declared.clauses) {
            const std::vector<std::size_t> at = ledger_.text.at(c);
            const bool taken = at.empty() || std::any_of(at.begin(), at.end(), [&](std::size_t s) {
                return std::any_of(claims_.begin(), claims_.end(), [&](std::size_t k) {
                    const Claims& one = ledger_.claims[k];
                    return one.element.kind != declared.element.kind && takes_up(ledger_, k, s);
                });
            });
            if (!taken) out_.not_found.push_back({declared.element, c, "clause", clause_label(c)});
        }
    }

    void put(const AuditedSentence& s, Stretch where) {
        out_.unaccounted.push_back({s.clause, s.text.substr(where.begin, where.end - where.begin), group_});
    }

    const Ledger& ledger_;
    const std::string& group_;
    const std::vector<std::size_t>& claims_;
    std::vector<const Claims*> taking_;
    Audit& out_;
};

}  // namespace

void account_for_groups(const Ledger& ledger, Audit& out) {
    std::map<std::string, std::vector<std::size_t>> groups;
    std::map<std::string, std::vector<std::size_t>> limits;  // with what hangs on them
    for (std::size_t i = 0; i < ledger.claims.size(); ++i) {
        const AuditElement& e = ledger.claims[i].element;
        if (e.kind == "limit") limits[e.id].push_back(i);
        else if (e.kind == "gives_way" || e.kind == "runs_out") limits[e.of].push_back(i);
        else if (e.kind == "matter" || e.kind == "body") groups[e.id].push_back(i);
        else if (e.kind != "reading" && !e.of.empty()) groups[e.of].push_back(i);
    }
    for (const Matter& m : ledger.rules.pack->matters) {
        for (const TimeLimit& l : m.limits) groups[m.id].insert(groups[m.id].end(), limits[l.id].begin(), limits[l.id].end());
    }
    for (const auto& [group, claims] : groups) GroupJudge(ledger, group, claims, out).run();
}

}  // namespace signroute
