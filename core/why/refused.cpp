// The rules that were tried and do not apply, each with the facts that suffice for that.
#include <algorithm>

#include "core/why/inquiry.h"

namespace signroute::explaining {

namespace {

class Refusing {
  public:
    Refusing(const Rules& rules, const Inquiry& q) : rules_(rules), q_(q), choice_(q.general()) { alone_.planned = q.situation.planned; }

    std::vector<RefusedRule> run();

  private:
    bool whole() const { return q_.about.kind == AboutKind::route || q_.about.kind == AboutKind::verdict; }
    std::vector<Statable> decisive(const Condition& condition, const std::string& matter);
    void refuse(AboutKind kind, const Matter& matter, const Element& e);
    template <class Rule, class Near>
    void try_all(AboutKind kind, const Matter& matter, const std::vector<Rule>& list, const Near& near);
    void try_matter(const Matter& matter);

    const Rules& rules_;
    const Inquiry& q_;
    const Choice& choice_;
    Truth fits_ = Truth::yes;  // the matter at hand
    Case alone_;  // of the situation the plan, and what is being tried
    std::vector<RefusedRule> out_;
};

// Of what the condition looks at and the situation states, as little as decides it.
std::vector<Statable> Refusing::decisive(const Condition& condition, const std::string& matter) {
    std::vector<Statable> kept;
    const auto keep = [&](Statable what) {
        if (stated(q_.situation, what) && std::find(kept.begin(), kept.end(), what) == kept.end()) kept.push_back(std::move(what));
    };
    for (const std::string& fact : facts_asked(condition)) keep({fact, ""});
    each_part(condition, [&](const Condition& c) {
        if (c.op == Condition::Op::done) keep({"", c.name});
    });
    alone_.facts.clear(), alone_.done.clear();
    for (const Statable& what : kept) state(alone_, what, *stated(q_.situation, what));
    for (std::size_t i = kept.size(); i-- > 0;) {
        leave_open(alone_, kept[i]);
        if (judge_in(rules_, condition, alone_, choice_, matter).truth == Truth::no) kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
        else state(alone_, kept[i], *stated(q_.situation, kept[i]));
    }
    return kept;
}

// Most elements are plainly in or out; only what is open takes the matter's own condition together with its own.
void Refusing::refuse(AboutKind kind, const Matter& matter, const Element& e) {
    const Truth plain = truth_in(rules_, e.when, q_.situation, choice_, matter.id);
    if (plain == Truth::yes && fits_ == Truth::yes) return;
    if (plain == Truth::no) {
        out_.push_back({{kind, matter.id, e.id}, e.say, decisive(e.when, matter.id), e.clauses});
        return;
    }
    const Condition both{.op = Condition::Op::all, .parts = {matter.applies_when, e.when}};
    if (judge_in(rules_, both, q_.situation, choice_, matter.id).truth != Truth::no) return;
    out_.push_back({{kind, matter.id, e.id}, e.say, decisive(both, matter.id), e.clauses});
}

bool share_a_clause(const Element& a, const Element& b) {
    return std::any_of(a.clauses.begin(), a.clauses.end(), [&](const Clause& c) {
        return std::any_of(b.clauses.begin(), b.clauses.end(), [&](const Clause& d) { return covers(c, d) || covers(d, c); });
    });
}

template <class Rule, class Near>
void Refusing::try_all(AboutKind kind, const Matter& matter, const std::vector<Rule>& list, const Near& near) {
    const auto asked = std::find_if(list.begin(), list.end(), [&](const Rule& r) { return q_.about == About{kind, matter.id, r.id}; });
    if (!whole() && asked == list.end()) return;
    for (const Rule& r : list) {
        if (whole() || &r == &*asked || share_a_clause(r, *asked) || near(r, *asked)) refuse(kind, matter, r);
    }
}

void Refusing::try_matter(const Matter& m) {
    fits_ = judge_in(rules_, m.applies_when, q_.situation, choice_, m.id).truth;
    if (fits_ == Truth::no) {
        out_.push_back({{AboutKind::matter, m.id, ""}, "", decisive(m.applies_when, m.id), m.clauses});
        if (whole()) return;
    }
    const auto none = [](const auto&, const auto&) { return false; };
    try_all(AboutKind::step, m, m.steps, [](const StepRule& a, const StepRule& b) {
        return a.action == b.action || (!a.one_of.empty() && a.one_of == b.one_of);
    });
    try_all(AboutKind::prerequisite, m, m.prerequisites, [](const Prerequisite& a, const Prerequisite& b) { return a.thing == b.thing; });
    try_all(AboutKind::prohibition, m, m.prohibitions, none);
    try_all(AboutKind::cap, m, m.caps, [](const Cap& a, const Cap& b) { return a.fact == b.fact; });
    try_all(AboutKind::limit, m, m.limits, none);
}

std::vector<RefusedRule> Refusing::run() {
    for (const std::string& id : q_.situation.matters) {
        if (const Matter* m = find_matter(*rules_.pack, id)) try_matter(*m);
    }
    return std::move(out_);
}

}  // namespace

std::vector<RefusedRule> refused_rules(const Rules& rules, const Inquiry& inquiry) { return Refusing(rules, inquiry).run(); }

}  // namespace signroute::explaining
