#include "core/why/askable.h"

#include <algorithm>

#include "core/pack/lint_space.h"
#include "core/why/reduce.h"

namespace signroute::explaining {

namespace {

using linting::Space;
using linting::Variable;

void gather_body(const Body& body, const Case& situation, Space& space) {
    for (const BodyEntry& e : body.entries) {
        space.gather(e.when);
        if (e.attribute == "chair" || e.attribute == "stand_in") space.gather_each("chair");
        if (e.attribute == "scope") space.gather_each("topic");
        if (e.attribute != "quorum" || !e.denominator) continue;
        const auto due = situation.facts.find("due");
        const auto* n = due == situation.facts.end() ? nullptr : std::get_if<std::int64_t>(&due->second);
        if (n) space.gather_cut("present", *n * e.numerator / e.denominator + 1), space.gather_cut("present", *n + 1);
    }
}

void gather(const Rules& rules, const Case& situation, Space& space) {
    const Pack& pack = *rules.pack;
    each_condition(pack, [&](const Condition& c, const std::string&) { space.gather(c); });
    bool delegable = false;
    for (const Matter& m : pack.matters) {
        for (const Cap& c : m.caps) {
            if (c.at_most) space.gather_cut(c.fact, *c.at_most + 1);
            if (c.at_least) space.gather_cut(c.fact, *c.at_least);
        }
        for (const StepRule& s : m.steps) delegable |= !s.delegable_to.empty();
    }
    for (const RoleRule& r : pack.roles) {
        if (!r.resolved_by.empty()) space.gather_each(r.resolved_by);
    }
    for (const Body& b : pack.bodies) gather_body(b, situation, space);
    Condition delegated;
    delegated.op = Condition::Op::is_true;
    delegated.name = "delegated";
    if (delegable && situation.has_plan) space.gather(delegated);
    space.close();
}

void add(std::vector<Askable>& to, Statable what, std::vector<FactValue> values) {
    const bool there = std::any_of(to.begin(), to.end(), [&](const Askable& a) { return a.what == what; });
    if (!there) to.push_back({std::move(what), std::move(values)});
}

// Things that no condition asks for: what has to be done first, what shows that a step was taken, and steps themselves.
void add_things(const Pack& pack, const Case& situation, bool verdict, std::vector<Askable>& out) {
    const std::vector<FactValue> done = {true, false};
    for (const Matter& m : pack.matters) {
        for (const Prerequisite& p : m.prerequisites) add(out, {"", p.thing}, done);
    }
    for (const auto& [id, d] : situation.done) {
        if (verdict && d.truth != Truth::unknown) add(out, {"", id}, done);
    }
}

}  // namespace

std::vector<Askable> askables(const Rules& rules, const Case& situation, bool verdict) {
    Space space(rules, "");
    gather(rules, situation, space);
    std::vector<Askable> out;
    const auto take = [&](const std::string& fact) {
        const int at = space.index_of(Variable::Kind::fact, fact);
        if (at >= 0) add(out, {fact, ""}, space.variables()[static_cast<std::size_t>(at)].values);
    };
    for (const Matter& m : rules.pack->matters) {
        for (const std::string& fact : m.facts) take(fact);
    }
    for (const Variable& v : space.variables()) {
        if (v.kind == Variable::Kind::fact) take(v.name);
    }
    for (const Body& b : rules.pack->bodies) {
        for (const std::string& fact : facts_asked(b)) add(out, {fact, ""}, {});
    }
    for (const Variable& v : space.variables()) {
        if (v.kind == Variable::Kind::thing) add(out, {"", v.name}, v.values);
    }
    add_things(*rules.pack, situation, verdict, out);
    return out;
}

std::optional<FactValue> stated(const Case& situation, const Statable& what) {
    if (!what.fact.empty()) {
        const auto at = situation.facts.find(what.fact);
        return at == situation.facts.end() ? std::nullopt : std::optional(at->second);
    }
    const auto at = situation.done.find(what.thing);
    if (at == situation.done.end() || at->second.truth == Truth::unknown) return std::nullopt;
    return FactValue(at->second.truth == Truth::yes);
}

void state(Case& situation, const Statable& what, const FactValue& value) {
    if (!what.fact.empty()) situation.facts[what.fact] = value;
    else situation.done[what.thing] = Done{std::get<bool>(value) ? Truth::yes : Truth::no, std::nullopt};
}

void leave_open(Case& situation, const Statable& what) {
    if (!what.fact.empty()) situation.facts.erase(what.fact);
    else situation.done.erase(what.thing);
}

std::vector<FactValue> nearest_values(const Askable& askable, const std::optional<FactValue>& now) {
    std::vector<FactValue> out = askable.values;
    const auto* n = now ? std::get_if<std::int64_t>(&*now) : nullptr;
    if (!n) return out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto* from = std::get_if<std::int64_t>(&askable.values[i]);
        const auto* next = i + 1 < out.size() ? std::get_if<std::int64_t>(&askable.values[i + 1]) : nullptr;
        if (!from || *n < *from) continue;
        out[i] = next && *next <= *n ? *next - 1 : *n;
    }
    return out;
}

}  // namespace signroute::explaining
