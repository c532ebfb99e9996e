// Matters, and what only shows when a whole matter is read: references between its parts and the facts it asks.
#include <algorithm>
#include <map>
#include <set>

#include "core/pack/read/pack_reader.h"

namespace signroute {

namespace {

// Every condition of a matter, in reading order.
template <class Visit>
void each_condition(const Matter& m, const Visit& visit) {
    visit(m.applies_when);
    for (const StepRule& e : m.steps) visit(e.when);
    for (const Prerequisite& e : m.prerequisites) visit(e.when);
    for (const Prohibition& e : m.prohibitions) visit(e.when), visit(e.breach);
    for (const Cap& e : m.caps) visit(e.when);
    for (const TimeLimit& e : m.limits) {
        visit(e.when);
        for (const GivesWay& g : e.gives_way_to) visit(g.when);
    }
    for (const Silent& e : m.silent) visit(e.when);
    for (const Note& e : m.notes) visit(e.when);
    for (const OpenReading& e : m.readings) visit(e.when);
}

std::vector<std::string> asked_facts(const Matter& m, const Pack& pack) {
    std::vector<std::string> out;
    const auto add = [&](const std::string& id) {
        if (!id.empty() && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    };
    each_condition(m, [&](const Condition& c) {
        for (const std::string& fact : facts_asked(c)) add(fact);
    });
    for (const Cap& c : m.caps) add(c.fact);
    for (const StepRule& s : m.steps) {
        const RoleRule* role = find_role(pack, s.role);
        if (role) add(role->resolved_by);
    }
    return out;
}

// Takes away, again and again, the steps that wait for none of those left; what stays waits for itself.
void check_order(const Matter& m, Errors& errors) {
    std::map<std::string, std::vector<std::string>> waiting;
    for (const StepRule& s : m.steps) waiting[s.id] = s.after;
    for (bool taken = true; taken;) {
        taken = false;
        for (auto at = waiting.begin(); at != waiting.end();) {
            const bool waits = std::any_of(at->second.begin(), at->second.end(), [&](const std::string& a) { return waiting.count(a); });
            taken |= !waits;
            at = waits ? std::next(at) : waiting.erase(at);
        }
    }
    for (const StepRule& s : m.steps) {
        if (waiting.count(s.id)) return errors.push_back({"cyclic_order", s.pointer + "/after", "步骤“" + s.id + "”的先后次序首尾相接，没有起点。"});
    }
}

// `after` names steps of the same matter; readings are asked by name.
void check_references(const Matter& m, Errors& errors) {
    std::set<std::string> steps, questions;
    for (const StepRule& s : m.steps) steps.insert(s.id);
    for (const OpenReading& r : m.readings) {
        for (const Reading& one : r.readings) questions.insert(r.id + "\n" + one.id);
    }
    for (const StepRule& s : m.steps) {
        for (const std::string& a : s.after) {
            if (!steps.count(a)) errors.push_back({"unknown_step", s.pointer + "/after", "本事项没有步骤“" + a + "”。"});
        }
    }
    for (const Prerequisite& p : m.prerequisites) {
        if (!p.before.empty() && !steps.count(p.before))
            errors.push_back({"unknown_step", p.pointer + "/before", "本事项没有步骤“" + p.before + "”。"});
    }
    for (const TimeLimit& l : m.limits) {
        if (!l.step.empty() && !steps.count(l.step))
            errors.push_back({"unknown_step", l.pointer + "/step", "本事项没有步骤“" + l.step + "”。"});
    }
    each_condition(m, [&](const Condition& c) {
        each_part(c, [&](const Condition& part) {
            if (part.op != Condition::Op::reading) return;
            for (const std::string& v : part.values) {
                if (!questions.count(part.name + "\n" + v))
                    errors.push_back({"unknown_reading", part.pointer, "本事项没有口径“" + part.name + "”的读法“" + v + "”。"});
            }
        });
    });
}

}  // namespace

void PackReader::matter_rules(ObjectIn& o, Matter& out, const Pack& pack) {
    for (const JsonIn& i : o.items("steps")) out.steps.push_back(step(i));
    for (const JsonIn& i : o.items("prerequisites")) out.prerequisites.push_back(prerequisite(i));
    for (const JsonIn& i : o.items("prohibitions")) out.prohibitions.push_back(prohibition(i));
    for (const JsonIn& i : o.items("caps")) out.caps.push_back(cap(i));
    for (const JsonIn& i : o.items("limits")) out.limits.push_back(used_limit(i, pack));
    out.notes = notes(o);
    out.silent = silents(o);
    for (const JsonIn& i : o.items("readings")) out.readings.push_back(open_reading(i));
    out.events = identifiers(o, "events", "event");
    const std::string& at = o.in().pointer();
    unique(out.steps, at + "/steps");
    unique(out.prerequisites, at + "/prerequisites");
    unique(out.prohibitions, at + "/prohibitions");
    unique(out.caps, at + "/caps");
    unique(out.notes, at + "/notes");
    unique(out.readings, at + "/readings");
}

Matter PackReader::matter(const JsonIn& in, const Pack& pack) {
    ObjectIn o(in);
    Matter out;
    out.id = identifier(o, "id", "matter", true);
    const NamedMatter* shared = find_named(catalogue_.matters, out.id);
    if (shared) {
        out.title = shared->title;
        out.aliases = shared->aliases;
        out.topic = shared->topic;
        out.kind = shared->kind;
    }
    if (const std::string title = o.text("title"); !title.empty()) out.title = title;
    for (const std::string& a : o.texts("aliases")) out.aliases.push_back(a);
    out.clauses = clauses(o, "clauses", false);
    out.regulated = o.boolean("regulated", true);
    if (out.regulated && out.clauses.empty()) in.fail("no_clause", "至少要写明一个条款。");
    out.applies_when = condition(o, "applies_when");
    out.scene = o.text("scene");
    out.scene_when = condition(o, "scene_when");
    matter_rules(o, out, pack);
    o.finish();
    check_references(out, errors_);
    check_order(out, errors_);
    for (const TimeLimit& l : out.limits) {
        for (const std::string& e : {l.from, l.to}) {
            if (!e.empty() && std::find(out.events.begin(), out.events.end(), e) == out.events.end()) out.events.push_back(e);
        }
    }
    out.facts = asked_facts(out, pack);
    return out;
}

}  // namespace signroute
