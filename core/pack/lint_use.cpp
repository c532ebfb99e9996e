// Entries of a pack that nothing refers to.
#include <algorithm>
#include <map>
#include <set>

#include "core/pack/lint_matter.h"
#include "core/pack/lint_walk.h"

namespace signroute::linting {

namespace {

using Op = Condition::Op;

struct Used {
    std::set<std::string> facts, roles;
    std::map<std::string, std::set<std::string>> options;  // by fact, that something names
};

void use(std::set<std::string>& set, const std::vector<std::string>& ids) { set.insert(ids.begin(), ids.end()); }

void use_condition(const Condition& c, Used& used) {
    switch (c.op) {
        case Op::is_in:
        case Op::contains:
            use(used.options[c.name], c.values), use(used.roles, c.values), used.facts.insert(c.name);
            break;
        case Op::is_true:
        case Op::compare:
        case Op::count:
            used.facts.insert(c.name);
            break;
        case Op::planned:
            use(used.roles, c.pattern.roles), use(used.roles, c.pattern.to);
            break;
        case Op::always:
        case Op::all:
        case Op::any:
        case Op::negation:
        case Op::done:
        case Op::reading:
            break;
    }
}

void use_body(const Body& b, Used& used) {
    use(used.facts, facts_asked_by(b));
    used.roles.insert(b.id);
    for (const BodyEntry& e : b.entries) {
        use(used.roles, e.roles);
        used.roles.insert(e.role);
        use(used.options["topic"], e.topics);
        if (e.attribute == "chair" || e.attribute == "stand_in")
            use(used.options["chair"], e.roles), used.options["chair"].insert(e.role);
    }
}

void use_matter(const Matter& m, Used& used) {
    for (const StepRule& s : m.steps) use(used.roles, {s.role, s.to}), use(used.roles, s.delegable_to);
    for (const Prerequisite& p : m.prerequisites) used.roles.insert(p.by);
    for (const Cap& c : m.caps) used.facts.insert(c.fact);
    for (const Prohibition& p : m.prohibitions) {
        for (const auto& [fact, value] : p.instead_facts) used.facts.insert(fact);
    }
}

Used used_by(const Pack& pack) {
    Used out;
    each_condition(pack, [&](const Condition& c, const Place&) { use_condition(c, out); });
    for (const Body& b : pack.bodies) use_body(b, out);
    for (const Matter& m : pack.matters) use_matter(m, out);
    for (const TimeLimit& l : pack.limits) out.roles.insert(l.by);
    for (const AppliesTo& a : pack.applies_to) out.roles.insert(a.role);
    for (const RoleRule& r : pack.roles) {
        use(out.roles, r.stands_in_for);
        if (!r.resolved_by.empty() && out.roles.count(r.id)) out.facts.insert(r.resolved_by);
    }
    return out;
}

void add(LintReport& report, Severity severity, const char* code, std::string message, const std::string& id,
         const std::string& pointer, const std::vector<Clause>& clauses) {
    report.findings.push_back({severity, code, std::move(message), clauses, "", id, pointer, std::nullopt, {}});
}

// Options that this city lists for itself and that no rule tells apart are one answer under several names.
void options(const Rules& rules, const FactRule& f, const Used& used, const std::string& pointer, LintReport& report) {
    const auto named = used.options.find(f.id);
    const NamedFact* shared = find_named(rules.catalogue->facts, f.id);
    std::string rest;
    int n = 0;
    for (const std::string& o : f.options) {
        if (named != used.options.end() && named->second.count(o)) continue;
        const Named* option = shared ? find_named(shared->options, o) : nullptr;
        rest += (rest.empty() ? "" : "、") + (option ? option->title : o);
        ++n;
    }
    const bool resolves = std::any_of(rules.pack->roles.begin(), rules.pack->roles.end(),
                                      [&](const RoleRule& r) { return r.resolved_by == f.id; });
    if (n >= 2 && !resolves)
        add(report, Severity::note, "indistinct_options", "情形“" + (shared ? shared->title : f.id) + "”的选项" + rest + "没有规则加以区分。",
            f.id, pointer, f.clauses);
}

}  // namespace

void lint_use(const Rules& rules, LintReport& report) {
    const Pack& pack = *rules.pack;
    const Used used = used_by(pack);
    for (std::size_t i = 0; i < pack.facts.size(); ++i) {
        const FactRule& f = pack.facts[i];
        const std::string pointer = "/facts/" + std::to_string(i);
        const NamedFact* shared = find_named(rules.catalogue->facts, f.id);
        if (!used.facts.count(f.id))
            add(report, Severity::warning, "unused_fact",
                "情形“" + (shared ? shared->title : f.id) + "”没有任何规则问到。", f.id, pointer, f.clauses);
        else options(rules, f, used, pointer, report);
    }
    for (std::size_t i = 0; i < pack.roles.size(); ++i) {
        const RoleRule& r = pack.roles[i];
        const bool tells = !r.powers.empty() || !r.say.empty() || !r.stands_in_for.empty();
        if (used.roles.count(r.id) || tells) continue;
        add(report, Severity::warning, "unused_role",
            "角色“" + role_title(*rules.catalogue, r.id) + "”没有任何规则用到。", r.id, "/roles/" + std::to_string(i),
            r.clauses);
    }
    for (std::size_t i = 0; i < pack.bodies.size(); ++i) {
        const Body& b = pack.bodies[i];
        if (!find_matter(pack, b.id))
            add(report, Severity::error, "body_without_matter", "会议“" + b.title + "”没有相应的事项，无从核对。", b.id,
                "/bodies/" + std::to_string(i), b.clauses);
    }
}

}  // namespace signroute::linting
