#include "core/pack/lint_matter.h"

#include <algorithm>
#include <set>

namespace signroute::linting {

namespace {

template <class Rule, class Label>
std::vector<Part> parts_of(const std::vector<Rule>& rules, const Label& label) {
    std::vector<Part> out;
    for (const Rule& r : rules) {
        Part p;
        p.element = &r;
        p.label = label(r) + "（" + r.id + "）";
        out.push_back(std::move(p));
    }
    return out;
}

template <class T>
std::string quoted(const std::vector<T>& list, const std::string& id) {
    const T* found = find_named(list, id);
    return "“" + (found ? found->title : id) + "”";
}

void gather(const Rules& rules, const Matter& m, const Body* body, Space& space) {
    space.gather(m.applies_when);
    const auto all = [&](const auto& list) {
        for (const auto& e : list) space.gather(e.when);
    };
    all(m.steps), all(m.prerequisites), all(m.prohibitions), all(m.caps), all(m.limits), all(m.silent), all(m.notes),
        all(m.readings);
    for (const Prohibition& p : m.prohibitions) space.gather(p.breach);
    for (const TimeLimit& l : m.limits) {
        for (const GivesWay& g : l.gives_way_to) space.gather(g.when);
    }
    for (const Cap& c : m.caps) {
        if (c.at_most) space.gather_cut(c.fact, *c.at_most + 1);
        if (c.at_least) space.gather_cut(c.fact, *c.at_least);
    }
    for (const StepRule& s : m.steps) {
        const RoleRule* role = find_role(*rules.pack, s.role);
        if (role && !role->resolved_by.empty()) space.gather_each(role->resolved_by);
    }
    if (body) all(body->entries), all(body->silent);
    for (const OpenReading& r : m.readings) space.gather_question(r);
    space.close();
}

}  // namespace

MatterLint::MatterLint(const Rules& r, const Matter& m, LintReport& to)
    : rules(r), matter(m), body(find_body(*r.pack, m.id)), report(to), space(r, m.id) {
    const Catalogue& c = *rules.catalogue;
    gather(rules, matter, body, space);
    steps = parts_of(m.steps, [&](const StepRule& s) { return "步骤“" + step_title(c, s.role, s) + "”"; });
    prerequisites =
        parts_of(m.prerequisites, [&](const Prerequisite& p) { return "前置事项" + quoted(c.things, p.thing); });
    prohibitions = parts_of(m.prohibitions, [&](const Prohibition&) { return std::string("禁止事项"); });
    caps = parts_of(m.caps, [&](const Cap& p) { return "限额" + quoted(c.facts, p.fact); });
    limits = parts_of(m.limits, [&](const TimeLimit& l) {
        return "时限" + (l.title.empty() ? quoted(c.limits, l.id) : "“" + l.title + "”");
    });
    silent = parts_of(m.silent, [&](const Silent& s) { return "未规定事项“" + s.about + "”"; });
    notes = parts_of(m.notes, [&](const Note&) { return std::string("说明"); });
    readings = parts_of(m.readings, [&](const OpenReading&) { return std::string("口径分歧"); });
    if (body) {
        entries = parts_of(body->entries, [&](const BodyEntry& e) { return "会议要素" + e.attribute; });
        body_silent = parts_of(body->silent, [&](const Silent& s) { return "未规定事项“" + s.about + "”"; });
    }
    const Ref wide = space.compile(matter.applies_when);
    context = diagram().both(wide, space.world());
    for (auto* list : {&steps, &prerequisites, &prohibitions, &caps, &limits, &readings}) {
        for (Part& p : *list) p.wide = wide;
    }
    for (auto* list :
         {&steps, &prerequisites, &prohibitions, &caps, &limits, &readings, &silent, &notes, &entries, &body_silent}) {
        for (Part& p : *list) p.applies = diagram().both(space.world(), wide_of(p));
    }
    for (std::size_t i = 0; i < m.prohibitions.size(); ++i)
        breaches.push_back(diagram().both(prohibitions[i].applies, space.compile(m.prohibitions[i].breach)));
}

std::vector<const Part*> MatterLint::all() const {
    std::vector<const Part*> out;
    for (const auto* list :
         {&steps, &prerequisites, &prohibitions, &caps, &limits, &silent, &notes, &readings, &entries, &body_silent}) {
        for (const Part& p : *list) out.push_back(&p);
    }
    return out;
}

bool MatterLint::in_one_group(std::size_t a, std::size_t b) const {
    const StepRule &s = matter.steps[a], &t = matter.steps[b];
    return !s.one_of.empty() && s.one_of == t.one_of && (s.path.empty() || s.path != t.path);
}

bool MatterLint::ordered(std::size_t a, std::size_t b) const {
    std::vector<std::string> open = matter.steps[a].after;
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (id == matter.steps[b].id) return true;
        if (!seen.insert(id).second) continue;
        for (const StepRule& s : matter.steps) {
            if (s.id == id) open.insert(open.end(), s.after.begin(), s.after.end());
        }
    }
    return false;
}

MatterLint::Ref MatterLint::silent_about(const std::vector<std::string>& aspects) {
    Ref out = Diagram::no;
    for (std::size_t i = 0; i < silent.size(); ++i) {
        const std::string& aspect = matter.silent[i].aspect;
        if (std::find(aspects.begin(), aspects.end(), aspect) != aspects.end())
            out = diagram().either(out, silent[i].applies);
    }
    return out;
}

std::string MatterLint::title() const { return "事项“" + matter.title + "”"; }

LintFinding& MatterLint::add(Severity severity, std::string code, const Part* part, std::string message, Ref where,
                             const std::vector<const Condition*>& settled, std::optional<Ref> enough) {
    LintFinding f;
    f.severity = severity;
    f.code = std::move(code);
    f.matter = matter.id;
    f.clauses = matter.clauses;
    if (part) {
        f.element = part->element->id;
        f.clauses = part->element->clauses;
        f.pointer = part->element->pointer;
    } else {
        f.pointer = "/matters/" + std::to_string(&matter - rules.pack->matters.data());
    }
    f.message = title() + "：" + (part ? part->label : "") + message;
    if (const auto example = space.example(where, settled, enough)) {
        f.counterexample = example->situation;
        f.readings = example->readings;
        if (!f.counterexample->facts.empty()) f.message += "例如" + words_of(rules, f.counterexample->facts) + "时。";
    }
    report.findings.push_back(std::move(f));
    return report.findings.back();
}

}  // namespace signroute::linting
