#include "core/why/reduce.h"

#include <algorithm>
#include <set>
#include <type_traits>

#include "core/base/order.h"

namespace signroute::explaining {

namespace {

// The step and everything that the text may put before it.
std::set<std::string> may_precede(const Matter& matter, const std::string& step) {
    std::set<std::string> out;
    std::vector<std::string> open = {step};
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!out.insert(id).second) continue;
        for (const StepRule& s : matter.steps) {
            if (s.id == id) open.insert(open.end(), s.after.begin(), s.after.end());
        }
    }
    return out;
}

template <class Rule>
void take(std::vector<Rule>& to, const std::vector<Rule>& from, const std::string& id) {
    for (const Rule& r : from) {
        if (r.id == id) to.push_back(r);
    }
}

Matter shell_of(const Matter& m) {
    Matter out;
    out.id = m.id;
    out.title = m.title;
    out.clauses = m.clauses;
    out.regulated = m.regulated;
    out.applies_when = m.applies_when;
    out.facts = m.facts;
    return out;
}

Matter part_of(const Matter& m, const About& about, bool steps) {
    if (about.kind == AboutKind::verdict) return m;
    Matter out = shell_of(m);
    if (steps || about.kind == AboutKind::route) out.steps = m.steps;
    if (m.id != about.matter) return out;
    if (about.kind == AboutKind::step) {
        const std::set<std::string> cone = may_precede(m, about.id);
        for (const StepRule& s : m.steps) {
            if (cone.count(s.id)) out.steps.push_back(s);
        }
    }
    if (about.kind == AboutKind::prerequisite) take(out.prerequisites, m.prerequisites, about.id);
    if (about.kind == AboutKind::prohibition) take(out.prohibitions, m.prohibitions, about.id);
    if (about.kind == AboutKind::cap) take(out.caps, m.caps, about.id);
    if (about.kind == AboutKind::limit) take(out.limits, m.limits, about.id);
    return out;
}

// Questions of the text that no condition here looks at do not arise; for a verdict all of them count.
void take_readings(Pack& to, const Pack& from) {
    std::set<std::pair<std::string, std::string>> looked_at;
    each_condition(to, [&](const Condition& condition, const std::string& matter) {
        if (!asks_reading(condition)) return;
        each_part(condition, [&](const Condition& c) {
            if (c.op == Condition::Op::reading) looked_at.insert({matter, c.name});
        });
    });
    for (Matter& m : to.matters) {
        for (const OpenReading& r : find_matter(from, m.id)->readings) {
            if (looked_at.count({m.id, r.id})) m.readings.push_back(r);
        }
    }
}

// How facts are asked, of those that something here looks at.
void take_facts(Pack& to, const Pack& from) {
    std::set<std::string> asked = {"delegated"};
    each_condition(to, [&](const Condition& c, const std::string&) {
        for (std::string& fact : facts_asked(c)) asked.insert(std::move(fact));
    });
    for (const Matter& m : to.matters) {
        for (const Cap& c : m.caps) asked.insert(c.fact);
    }
    for (const Body& b : to.bodies) {
        for (std::string& fact : facts_asked(b)) asked.insert(std::move(fact));
    }
    for (const RoleRule& r : to.roles) asked.insert(r.resolved_by);
    for (const FactRule& f : from.facts) {
        if (asked.count(f.id)) to.facts.push_back(f);
    }
}

bool cites(const std::vector<Clause>& clauses, const Clause& clause) {
    return std::any_of(clauses.begin(), clauses.end(), [&](Clause c) {
        c.sentence = 0;
        return c == clause;
    });
}

// Calls `visit` with the clauses of everything that has some.
template <class Visit>
void each_cited(const Pack& pack, const Visit& visit) {
    const auto all = [&](const auto& list) {
        for (const auto& e : list) visit(e.clauses);
    };
    for (const Matter& m : pack.matters) {
        if (m.applies_when.op != Condition::Op::always) visit(m.clauses);
        all(m.steps), all(m.prerequisites), all(m.prohibitions), all(m.caps), all(m.limits), all(m.silent), all(m.notes), all(m.readings);
        for (const TimeLimit& l : m.limits) all(l.gives_way_to);
    }
    for (const Body& b : pack.bodies) all(b.entries);
    for (const RoleRule& r : pack.roles) {
        if (!r.resolved_by.empty()) visit(r.clauses);
    }
}

}  // namespace

void each_condition(const Pack& pack, const std::function<void(const Condition&, const std::string&)>& visit) {
    for (const Matter& m : pack.matters) {
        const auto all = [&](const auto& list) {
            for (const auto& e : list) visit(e.when, m.id);
        };
        visit(m.applies_when, m.id);
        all(m.steps), all(m.prerequisites), all(m.prohibitions), all(m.caps), all(m.limits), all(m.silent), all(m.notes);
        for (const Prohibition& p : m.prohibitions) visit(p.breach, m.id);
        for (const TimeLimit& l : m.limits) {
            for (const GivesWay& g : l.gives_way_to) visit(g.when, m.id);
        }
    }
    for (const Body& b : pack.bodies) {
        for (const BodyEntry& e : b.entries) visit(e.when, b.id);
    }
}

Pack reduced(const Rules& rules, const Case& situation, const About& about) {
    const Pack& pack = *rules.pack;
    const bool whole = about.kind == AboutKind::verdict;
    const bool steps = situation.has_plan && (about.kind == AboutKind::prerequisite || about.kind == AboutKind::limit);
    Pack out;
    out.id = pack.id;
    for (const std::string& id : situation.matters) {
        const Matter* m = find_matter(pack, id);
        if (m) out.matters.push_back(part_of(*m, about, steps));
        const Body* body = find_body(pack, id);
        if (body) out.bodies.push_back(whole ? *body : Body{body->id, body->title, body->clauses, {}, {}});
    }
    if (!whole) take_readings(out, pack);
    for (const Matter& m : out.matters) {
        for (const StepRule& s : m.steps) {
            const RoleRule* role = find_role(pack, s.role);
            if (role && !role->resolved_by.empty() && !find_role(out, s.role)) out.roles.push_back(*role);
        }
    }
    take_facts(out, pack);
    return out;
}

std::vector<Clause> cited_clauses(const Pack& pack) {
    std::vector<Clause> out;
    each_cited(pack, [&](const std::vector<Clause>& clauses) {
        for (Clause c : clauses) {
            c.sentence = 0;
            if (std::find(out.begin(), out.end(), c) == out.end()) out.push_back(std::move(c));
        }
    });
    put_in_order(out);
    return out;
}

template <class Rule>
void Restricted::put_out(std::vector<Rule>& list, const Clause& clause) {
    for (Rule& r : list) {
        if (!cites(r.clauses, clause)) continue;
        const Condition never{.op = Condition::Op::any};
        conditions_.emplace_back(&r.when, std::exchange(r.when, never));
        if constexpr (std::is_same_v<Rule, StepRule>) orders_.emplace_back(&r, std::exchange(r.after, {}));
    }
}

void Restricted::put_out(const Clause& clause) {
    for (Matter& m : pack_.matters) {
        if (m.applies_when.op != Condition::Op::always && cites(m.clauses, clause)) conditions_.emplace_back(&m.applies_when, std::exchange(m.applies_when, {}));
        put_out(m.steps, clause), put_out(m.prerequisites, clause), put_out(m.prohibitions, clause), put_out(m.caps, clause), put_out(m.limits, clause);
        put_out(m.silent, clause), put_out(m.notes, clause), put_out(m.readings, clause);
        for (TimeLimit& l : m.limits) put_out(l.gives_way_to, clause);
    }
    for (Body& b : pack_.bodies) {
        std::vector<BodyEntry> left;
        for (const BodyEntry& e : b.entries) {
            if (!cites(e.clauses, clause)) left.push_back(e);
        }
        if (left.size() < b.entries.size()) bodies_.emplace_back(&b, std::exchange(b.entries, std::move(left)));
    }
    for (RoleRule& r : pack_.roles) {
        if (!r.resolved_by.empty() && cites(r.clauses, clause)) roles_.emplace_back(&r, std::exchange(r.resolved_by, {}));
    }
}

// The last first: what was put out twice becomes what it was before.
void Restricted::undo(const Lengths& until) {
    for (; conditions_.size() > until.conditions; conditions_.pop_back()) *conditions_.back().first = std::move(conditions_.back().second);
    for (; orders_.size() > until.orders; orders_.pop_back()) orders_.back().first->after = std::move(orders_.back().second);
    for (; roles_.size() > until.roles; roles_.pop_back()) roles_.back().first->resolved_by = std::move(roles_.back().second);
    for (; bodies_.size() > until.bodies; bodies_.pop_back()) bodies_.back().first->entries = std::move(bodies_.back().second);
}

void Restricted::put_back() { undo(kept_); }
void Restricted::keep_out() { kept_ = {conditions_.size(), orders_.size(), roles_.size(), bodies_.size()}; }
Restricted::~Restricted() { undo({}); }

}  // namespace signroute::explaining
