// Steps that contradict each other: two who decide at once, the same step twice, one person on both sides of a
// signature.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;

template <class... Text>
bool among(const std::string& id, Text... texts) {
    return ((id == texts) || ...);
}

bool reviews(const StepRule& s) {
    return among(s.action, "review", "copy_edit", "review_and_sign", "examine", "legality_review", "countersign",
                 "secrecy_review");
}

bool signs(const StepRule& s) {
    return among(s.action, "sign_off", "sign", "approve", "finalize") || (s.decides && !reviews(s));
}

class StepCheck {
  public:
    explicit StepCheck(MatterLint& m) : m_(m), d_(m.diagram()) {}

    void run();

  private:
    const StepRule& step(std::size_t i) const { return m_.matter.steps[i]; }
    Ref together(std::size_t a, std::size_t b) { return d_.both(m_.steps[a].applies, m_.steps[b].applies); }
    void pair(std::size_t a, std::size_t b);
    void two_deciders(std::size_t a, std::size_t b);
    Ref joined(const StepRule& s, const StepRule& t);
    void overlap(std::size_t a, std::size_t b);
    void same_step(std::size_t a, std::size_t b);
    void same_person(std::size_t reviewer, std::size_t signer);
    bool several(const std::string& role) const;
    void same_role(std::size_t reviewer, std::size_t signer, const std::string& as, const std::string& signs_as,
                   Ref where);
    void alone(std::size_t i);
    Ref said_of(Ref where);
    std::vector<std::pair<std::string, Ref>> roles_of(std::size_t i);
    void add(Severity severity, const char* code, std::size_t a, std::size_t b, const std::string& message, Ref where);

    MatterLint& m_;
    Diagram& d_;
};

void StepCheck::add(Severity severity, const char* code, std::size_t a, std::size_t b, const std::string& message,
                    Ref where) {
    std::vector<const Condition*> settled{&m_.matter.applies_when, &step(a).when, &step(b).when};
    LintFinding& f = m_.add(severity, code, &m_.steps[b], message, where, settled);
    for (const Clause& c : step(a).clauses) {
        if (std::find(f.clauses.begin(), f.clauses.end(), c) == f.clauses.end()) f.clauses.push_back(c);
    }
}

// Where one place of the text joins two actors, in words for each, and leaves their order open, the pack says that.
Ref StepCheck::joined(const StepRule& s, const StepRule& t) {
    Ref out = Diagram::no;
    if (!s.terms.empty() && s.terms == t.terms) return out;
    const auto cites = [](const StepRule& r, const Clause& place) {
        return std::any_of(r.clauses.begin(), r.clauses.end(),
                           [&](const Clause& c) { return covers(place, c) || covers(c, place); });
    };
    for (std::size_t i = 0; i < m_.silent.size(); ++i) {
        const Silent& silent = m_.matter.silent[i];
        const bool both = std::any_of(silent.clauses.begin(), silent.clauses.end(),
                                      [&](const Clause& c) { return cites(s, c) && cites(t, c); });
        if (silent.aspect == "order" && both) out = d_.either(out, m_.silent[i].applies);
    }
    return out;
}

void StepCheck::two_deciders(std::size_t a, std::size_t b) {
    const StepRule &s = step(a), &t = step(b);
    if (s.action != t.action || s.role == t.role || !(s.decides || t.decides)) return;
    if (s.status != StepStatus::required || t.status != StepStatus::required || m_.ordered(a, b) || m_.ordered(b, a))
        return;
    // A paper is signed off once. Other approvals the text may join.
    Ref where = together(a, b);
    if (s.action != "sign_off" && s.action != "sign") where = d_.but_not(where, joined(s, t));
    if (where != Diagram::no)
        add(Severity::error, "two_deciders", a, b, "与" + m_.steps[a].label + "同时成立：同一动作由两个不同的人决定。",
            where);
}

// Who may replace each other stand under one condition, or one of them always does; otherwise two rules overlap.
void StepCheck::overlap(std::size_t a, std::size_t b) {
    const StepRule &s = step(a), &t = step(b);
    if (s.action != t.action || s.role == t.role || !s.path.empty() || !t.path.empty()) return;
    if (m_.steps[a].applies == m_.steps[b].applies) return;
    add(Severity::warning, "alternatives_overlap", a, b,
        "与" + m_.steps[a].label + "可互相替换，而只在部分情形同时成立。", together(a, b));
}

// The same person does the same towards the same: twice, or once as a duty and once as an option.
void StepCheck::same_step(std::size_t a, std::size_t b) {
    const StepRule &s = step(a), &t = step(b);
    if (s.role != t.role || s.action != t.action || s.to != t.to || s.form != t.form || s.items != t.items ||
        s.thing != t.thing)
        return;
    if (m_.ordered(a, b) || m_.ordered(b, a)) return;
    if (s.status != t.status) {
        add(Severity::error, "status_conflict", a, b,
            "与" + m_.steps[a].label + "是同一步骤，而约束不同（一为必经，一为其他），同时成立。", together(a, b));
    } else {
        add(Severity::error, "duplicate_step", a, b, "与" + m_.steps[a].label + "是同一步骤，同时成立。",
            together(a, b));
    }
}

// Whoever a step falls to, with the combinations in which it does: a role may stand for the person that a fact names.
std::vector<std::pair<std::string, Ref>> StepCheck::roles_of(std::size_t i) {
    const RoleRule* role = find_role(*m_.rules.pack, step(i).role);
    if (!role || role->resolved_by.empty()) return {{step(i).role, m_.steps[i].applies}};
    std::vector<std::pair<std::string, Ref>> out;
    for (const std::string& option : options_of(m_.rules, role->resolved_by)) {
        const bool person = find_named(m_.rules.catalogue->roles, option);
        out.emplace_back(person ? option : step(i).role,
                         d_.both(m_.steps[i].applies, m_.space.fact_is(role->resolved_by, option)));
    }
    return out;
}

// A role that others are a kind of is held by several: that the same is named twice does not make them one person.
bool StepCheck::several(const std::string& role) const {
    const auto& all = m_.rules.catalogue->roles;
    return std::any_of(all.begin(), all.end(), [&](const NamedRole& r) {
        return std::find(r.is_a.begin(), r.is_a.end(), role) != r.is_a.end();
    });
}

void StepCheck::same_role(std::size_t reviewer, std::size_t signer, const std::string& as, const std::string& signs_as,
                          Ref where) {
    const Catalogue& c = *m_.rules.catalogue;
    const NamedRole* role = find_named(c.roles, as);
    if (where == Diagram::no || !role || role->kind != RoleKind::person) return;
    const std::string who = role_title(c, as);
    if (as == signs_as && !several(as)) {
        add(Severity::error, "same_person", reviewer, signer,
            "与" + m_.steps[reviewer].label + "落在同一人（" + who + "）：由本人审核本人的签批。", where);
    } else if (is_role(c, as, signs_as) || is_role(c, signs_as, as)) {
        const std::string both = as == signs_as ? who : who + "、" + role_title(c, signs_as);
        add(Severity::warning, "maybe_same_person", reviewer, signer,
            "与" + m_.steps[reviewer].label + "可能落在同一人（" + both + "），没有说明此时由谁审核。", where);
    }
}

// Where the text does not say who stands in for a person that meets himself, the pack says so, for just these cases.
Ref StepCheck::said_of(Ref where) {
    Ref out = Diagram::no;
    for (std::size_t i = 0; i < m_.silent.size(); ++i) {
        const Ref said = d_.both(m_.context, m_.silent[i].applies);
        if (d_.implies(said, where)) out = d_.either(out, said);
    }
    return out;
}

void StepCheck::same_person(std::size_t reviewer, std::size_t signer) {
    const StepRule &r = step(reviewer), &s = step(signer);
    if (!reviews(r) || !signs(s) || r.role.empty() || s.role.empty() || m_.ordered(reviewer, signer)) return;
    if (r.status != StepStatus::required || s.status != StepStatus::required) return;
    const std::size_t before = m_.report.findings.size();
    for (const auto& [as, where] : roles_of(reviewer)) {
        for (const auto& [signs_as, there] : roles_of(signer)) {
            const Ref both = d_.both(where, there);
            const bool sometimes = both != together(reviewer, signer) || several(as) || as != signs_as;
            same_role(reviewer, signer, as, signs_as, sometimes ? d_.but_not(both, said_of(both)) : both);
            if (m_.report.findings.size() > before) return;  // one case shows it
        }
    }
}

void StepCheck::pair(std::size_t a, std::size_t b) {
    if (together(a, b) == Diagram::no) return;
    same_step(a, b);
    if (m_.in_one_group(a, b)) return overlap(a, b);
    two_deciders(a, b);
    same_person(a, b);
    same_person(b, a);
}

void StepCheck::alone(std::size_t i) {
    const StepRule& s = step(i);
    const Part* p = &m_.steps[i];
    if (!s.role.empty() && s.role == s.to)
        m_.add(Severity::error, "to_oneself", p, "的办理人与报送对象是同一人。", p->applies);
    if (std::find(s.delegable_to.begin(), s.delegable_to.end(), s.role) != s.delegable_to.end())
        m_.add(Severity::warning, "delegated_to_oneself", p, "可授权给办理人本人，授权不起作用。", p->applies);
    const bool may = s.strength == Strength::may;
    if (s.status == StepStatus::required && may)
        m_.add(Severity::warning, "strength_conflict", p, "列为必经步骤，而约束强度为“可以”。", p->applies);
    if (s.status == StepStatus::permitted && s.strength == Strength::must)
        m_.add(Severity::warning, "strength_conflict", p, "列为可选步骤，而约束强度为“应当”。", p->applies);
}

void StepCheck::run() {
    for (std::size_t a = 0; a < m_.steps.size(); ++a) {
        alone(a);
        for (std::size_t b = a + 1; b < m_.steps.size(); ++b) pair(a, b);
    }
}

}  // namespace

void lint_steps(MatterLint& m) { StepCheck(m).run(); }

}  // namespace signroute::linting
