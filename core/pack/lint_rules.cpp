// Prerequisites, prohibitions and numeric limits that contradict each other or the route.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;
using Op = Condition::Op;

class RuleCheck {
  public:
    explicit RuleCheck(MatterLint& m) : m_(m), d_(m.diagram()) {}

    void run();

  private:
    void prohibition(std::size_t i);
    void forbids_what_is_required(std::size_t i);
    void instead(std::size_t i);
    Ref required(const StepPattern& pattern);
    Ref owed(const std::string& thing);
    void prerequisites();
    void cap(std::size_t i);
    void caps(std::size_t a, std::size_t b);
    std::vector<const Condition*> settled(const Condition& a, const Condition& b) const {
        return {&m_.matter.applies_when, &a, &b};
    }

    MatterLint& m_;
    Diagram& d_;
};

// The combinations in which some required step is one that the pattern describes.
Ref RuleCheck::required(const StepPattern& pattern) {
    Ref out = Diagram::no;
    for (std::size_t i = 0; i < m_.steps.size(); ++i) {
        const StepRule& s = m_.matter.steps[i];
        if (s.status != StepStatus::required || !s.one_of.empty()) continue;
        PlannedStep planned;
        planned.role = s.role, planned.action = s.action, planned.to = s.to, planned.form = s.form;
        if (matches(*m_.rules.catalogue, planned, pattern) == Truth::yes) out = d_.either(out, m_.steps[i].applies);
    }
    return out;
}

// … in which the thing has to be done in any case.
Ref RuleCheck::owed(const std::string& thing) {
    Ref out = Diagram::no;
    for (std::size_t i = 0; i < m_.prerequisites.size(); ++i) {
        if (m_.matter.prerequisites[i].thing == thing) out = d_.either(out, m_.prerequisites[i].applies);
    }
    return out;
}

// Whoever does all that is required, and no more, breaks the prohibition, though the facts alone do not.
void RuleCheck::forbids_what_is_required(std::size_t i) {
    const Prohibition& p = m_.matter.prohibitions[i];
    const auto breach = [&](bool follow) {
        return m_.space.compile(p.breach, [&](const Condition& c) -> std::optional<Ref> {
            if (c.op == Op::planned) return follow ? required(c.pattern) : Diagram::no;
            if (c.op == Op::done && follow) return d_.either(owed(c.name), m_.space.compile(c));
            if (c.op == Op::done) return d_.but_not(m_.space.compile(c), owed(c.name));
            return std::nullopt;
        });
    };
    Ref where = d_.but_not(d_.both(m_.prohibitions[i].applies, breach(true)), breach(false));
    for (std::size_t v = 0; v < m_.space.variables().size(); ++v) {
        if (m_.space.variables()[v].kind == Variable::Kind::thing) where = d_.whatever(where, static_cast<int>(v));
    }
    if (where != Diagram::no)
        m_.add(Severity::error, "required_but_forbidden", &m_.prohibitions[i],
               "禁止的正是本事项必经的步骤或者必须做的事。", where, settled(p.when, p.when));
}

// Another lawful way has to exist, and not to be forbidden itself.
void RuleCheck::instead(std::size_t i) {
    const Prohibition& p = m_.matter.prohibitions[i];
    if (p.instead_matter.empty()) return;
    if (!find_matter(*m_.rules.pack, p.instead_matter)) {
        const NamedMatter* other = find_named(m_.rules.catalogue->matters, p.instead_matter);
        m_.add(Severity::error, "unknown_instead", &m_.prohibitions[i],
               "指向的“" + (other ? other->title : p.instead_matter) + "”在本规则包中没有规则。",
               m_.prohibitions[i].applies);
        return;
    }
    if (p.instead_matter != m_.matter.id) return;
    if (p.instead_facts.empty()) {
        m_.add(Severity::error, "unknown_instead", &m_.prohibitions[i], "指向的另一办法就是本事项。", m_.breaches[i],
               settled(p.when, p.breach));
        return;
    }
    Case other;
    other.matters = {m_.matter.id};
    other.facts = p.instead_facts;
    if (judge_in(m_.rules, p.breach, other, {}, m_.matter.id).truth == Truth::yes)
        m_.add(Severity::error, "unknown_instead", &m_.prohibitions[i], "指向的另一办法本身也被它禁止。",
               m_.breaches[i], settled(p.when, p.breach));
}

void RuleCheck::prohibition(std::size_t i) {
    if (m_.context != Diagram::no && m_.breaches[i] == m_.context)
        m_.add(Severity::error, "always_breached", &m_.prohibitions[i], "在本事项的任何情形下都会违反。",
               m_.breaches[i], settled(m_.matter.prohibitions[i].when, m_.matter.prohibitions[i].breach));
    else forbids_what_is_required(i);
    instead(i);
}

void RuleCheck::prerequisites() {
    for (std::size_t a = 0; a < m_.prerequisites.size(); ++a) {
        for (std::size_t b = a + 1; b < m_.prerequisites.size(); ++b) {
            const Prerequisite &p = m_.matter.prerequisites[a], &q = m_.matter.prerequisites[b];
            const Ref both = d_.both(m_.prerequisites[a].applies, m_.prerequisites[b].applies);
            if (p.thing != q.thing || p.before != q.before || p.by != q.by || p.duty != q.duty || both == Diagram::no)
                continue;
            m_.add(Severity::warning, "duplicate_prerequisite", &m_.prerequisites[b],
                   "与" + m_.prerequisites[a].label + "相同，同时成立。", both, settled(p.when, q.when));
        }
    }
}

void RuleCheck::cap(std::size_t i) {
    const Cap& c = m_.matter.caps[i];
    if (c.at_least && c.at_most && *c.at_least > *c.at_most)
        m_.add(Severity::error, "caps_exclude", &m_.caps[i], "的下限高于上限，无法同时满足。", m_.caps[i].applies,
               settled(c.when, c.when));
    if ((c.at_most && *c.at_most < 0) || (c.at_least && *c.at_least <= 0))
        m_.add(Severity::error, "idle_cap", &m_.caps[i],
               c.at_most && *c.at_most < 0 ? "无法满足：数量不能为负。" : "不起作用：任何数量都满足。",
               m_.caps[i].applies, settled(c.when, c.when));
}

void RuleCheck::caps(std::size_t a, std::size_t b) {
    const Cap &p = m_.matter.caps[a], &q = m_.matter.caps[b];
    const Ref both = d_.both(m_.caps[a].applies, m_.caps[b].applies);
    if (p.fact != q.fact || both == Diagram::no) return;
    const auto above = [](const Cap& low, const Cap& high) {
        return low.at_least && high.at_most && *low.at_least > *high.at_most;
    };
    if (above(p, q) || above(q, p)) {
        m_.add(Severity::error, "caps_exclude", &m_.caps[b], "与" + m_.caps[a].label + "无法同时满足。", both,
               settled(p.when, q.when));
        return;
    }
    // Two figures for one bound, equally strong: the text can mean only one of them.
    if (p.strength != q.strength || p.unit != q.unit || !!p.at_most != !!q.at_most || !!p.at_least != !!q.at_least)
        return;
    const bool same = p.at_most == q.at_most && p.at_least == q.at_least;
    m_.add(same ? Severity::warning : Severity::error, same ? "duplicate_cap" : "caps_disagree", &m_.caps[b],
           "与" + m_.caps[a].label + (same ? "相同，同时成立。" : "数额不同，同时成立。"), both,
           settled(p.when, q.when));
}

void RuleCheck::run() {
    for (std::size_t i = 0; i < m_.prohibitions.size(); ++i) prohibition(i);
    prerequisites();
    for (std::size_t a = 0; a < m_.caps.size(); ++a) {
        cap(a);
        for (std::size_t b = a + 1; b < m_.caps.size(); ++b) caps(a, b);
    }
}

}  // namespace

void lint_rules(MatterLint& m) { RuleCheck(m).run(); }

void lint_readings(MatterLint& m) {
    Diagram& d = m.diagram();
    for (std::size_t i = 0; i < m.readings.size(); ++i) {
        const OpenReading& q = m.matter.readings[i];
        const Part* part = &m.readings[i];
        const auto example = m.space.example(part->applies, {&m.matter.applies_when, &q.when});
        m.report.conflicts.push_back({&q, m.matter.id, example ? std::optional(example->situation) : std::nullopt});
        const auto count = [&](bool Reading::*flag) {
            return std::count_if(q.readings.begin(), q.readings.end(), [&](const Reading& r) { return r.*flag; });
        };
        if (count(&Reading::cautious) != 1)
            m.add(Severity::error, "no_cautious_reading", part, "没有恰好一种稳妥读法。", part->applies);
        if (count(&Reading::literal) == 0)
            m.add(Severity::note, "no_literal_reading", part, "没有注明哪种读法合于字面。", part->applies);
        const int variable = m.space.index_of(Variable::Kind::reading, q.id);
        std::vector<Ref> answers = m.breaches;
        for (const Part* p : m.all()) {
            if (p->element != &q) answers.push_back(p->applies);
        }
        const auto differ = [&](int a, int b, Ref where) {
            return std::any_of(answers.begin(), answers.end(), [&](Ref f) {
                return d.both(where, d.differ(d.given(f, variable, a), d.given(f, variable, b))) != Diagram::no;
            });
        };
        const Ref elsewhere = d.but_not(m.context, part->applies);
        const int n = static_cast<int>(q.readings.size());
        for (int a = 0; a < n; ++a) {
            for (int b = a + 1; b < n; ++b) {
                const std::string names = "“" + q.readings[a].id + "”与“" + q.readings[b].id + "”";
                if (!differ(a, b, part->applies))
                    m.add(Severity::error, "idle_reading", part, "的读法" + names + "答案从无不同。", part->applies);
                if (differ(a, b, elsewhere))
                    m.add(Severity::error, "reading_out_of_place", part,
                          "的读法" + names + "在不提出这一分歧的情形下也影响结果。", elsewhere);
            }
        }
    }
}

}  // namespace signroute::linting
