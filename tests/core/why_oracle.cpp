#include "tests/core/why_oracle.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/contract/request.h"
#include "core/readings.h"
#include "tests/core/calendar_files.h"

namespace signroute::test {

namespace {

void add_posed(const std::string& id, const std::string& request, std::vector<Posed>& out) {
    Errors errors;
    const Json json = Json::parse(request, nullptr, false);
    ObjectIn in(JsonIn(json, "", errors));
    Posed one;
    one.id = id;
    one.pack = find_pack(installed_library(), in.text("pack"));
    if (!one.pack) return;
    one.situation = read_case(one.rules(), in, false);
    if (errors.empty() && in_hand(*one.pack, one.situation)) out.push_back(std::move(one));
}

std::string words(const Because& b, const std::set<std::string>& also = {}) {
    std::set<std::string> all(b.open.begin(), b.open.end());
    for (const std::string& t : b.things) all.insert("!" + t);
    all.insert(also.begin(), also.end());
    std::string out;
    for (const std::string& one : all) out += one + " ";
    return out;
}

const RouteStep& step_of(const Route& route, const std::string& id) {
    for (const RouteStep& s : route.steps) {
        if (s.id == id) return s;
    }
    FAIL("no step " << id);
    return route.steps.front();
}

bool unsure(const RouteStep& s) { return s.status == StepStatus::unknown || !words(s.because).empty(); }

void note(const std::string& list, std::set<std::string>* open) {
    std::size_t from = 0;
    for (std::size_t at; open && (at = list.find(' ', from)) != list.npos; from = at + 1) open->insert(list.substr(from, at - from));
}

// What comes before a step; behind a step that may fall away, what would then come before it.
std::string order(const Route& route, const RouteStep& s, int depth, std::set<std::string>* open) {
    std::vector<std::string> before;
    for (const std::string& id : s.after) {
        const RouteStep& b = step_of(route, id);
        if (unsure(b)) note(words(b.because), open);
        before.push_back(b.rule->id + (unsure(b) && depth < 20 ? "[" + words(b.because) + order(route, b, depth + 1, open) + "]" : ""));
    }
    std::sort(before.begin(), before.end());
    std::string out = "<";
    for (const std::string& b : before) out += b + ",";
    return out + ">";
}

std::string step_words(const Rules& rules, const Case& situation, const Route& route, const RouteStep& s, std::set<std::string>* open) {
    const std::string id = s.matter + "." + s.rule->id + " " + std::to_string(static_cast<int>(s.status));
    if (s.status == StepStatus::not_required) return id;
    std::set<std::string> actor;
    const RoleRule* role = find_role(*rules.pack, s.rule->role);
    if (role && !role->resolved_by.empty() && !situation.facts.count(role->resolved_by)) actor.insert(role->resolved_by);
    note(words(s.because, actor), open);
    return id + " " + s.role + " " + s.rule->action + " " + order(route, s, 0, open) + " waits " + words(s.because, actor);
}

std::string matter_words(const Rules& rules, const Case& situation, const Choice& choice, const std::string& id, std::set<std::string>* open) {
    const Matter* m = find_matter(*rules.pack, id);
    const Judged j = m ? judge_in(rules, m->applies_when, situation, choice, id) : Judged();
    const Truth t = !m ? (find_body(*rules.pack, id) ? Truth::yes : Truth::no) : m->regulated ? j.truth : Truth::no;
    if (t == Truth::unknown) open->insert(j.open.begin(), j.open.end());
    return id + " applies " + std::to_string(static_cast<int>(t)) + "; ";
}

std::set<std::string> waits(const Judged& j) {
    std::set<std::string> out;
    if (j.truth != Truth::unknown) return out;
    out.insert(j.open.begin(), j.open.end());
    for (const std::string& t : j.things) out.insert("!" + t);
    return out;
}

// What else than its own condition the result of a rule waits for.
std::set<std::string> waits_for(const Rules&, const Case& situation, const Choice&, const Applied<Prerequisite>& p, CheckResult result) {
    const auto at = situation.done.find(p.rule->thing);
    const bool said = at != situation.done.end() && at->second.truth != Truth::unknown;
    return said || result != CheckResult::unknown ? std::set<std::string>() : std::set<std::string>{"!" + p.rule->thing};
}
std::set<std::string> waits_for(const Rules& rules, const Case& situation, const Choice& choice, const Applied<Prohibition>& p, CheckResult) {
    return waits(judge_in(rules, p.rule->breach, situation, choice, p.matter));
}
std::set<std::string> waits_for(const Rules&, const Case& situation, const Choice&, const Applied<Cap>& c, CheckResult) {
    return situation.facts.count(c.rule->fact) ? std::set<std::string>() : std::set<std::string>{c.rule->fact};
}
std::set<std::string> waits_for(const Rules& rules, const Case& situation, const Choice& choice, const Applied<TimeLimit>& l, CheckResult) {
    std::set<std::string> out;
    for (const GivesWay& g : l.rule->gives_way_to) {
        for (const std::string& one : waits(judge_in(rules, g.when, situation, choice, l.matter))) out.insert(one);
    }
    // Its day is that of a planned step, which a step that may fall away could take for itself.
    const Route route = route_from_facts(rules, situation, choice);
    const RouteStep* owner = find_step(route, l.matter, l.rule->step);
    for (const PlannedStep& p : situation.planned) {
        if (!owner || situation.events.count(l.rule->to) || p.date.empty() || !may_take(*rules.catalogue, *owner, p)) continue;
        for (const RouteStep& s : route.steps) {
            if (!may_take(*rules.catalogue, s, p)) continue;
            out.insert(s.because.open.begin(), s.because.open.end());
            for (const std::string& thing : s.because.things) out.insert("!" + thing);
        }
    }
    return out;
}

// The result as the whole assessment has it.
// Nothing of a matter whose rules do not fit applies.
std::string refused(const Rules& rules, const Route& route, const About& about) {
    const Matter* m = find_matter(*rules.pack, about.matter);
    if (!m || std::find(route.unfit.begin(), route.unfit.end(), m) == route.unfit.end()) return "none";
    const auto has = [&](const auto& list) { return std::any_of(list.begin(), list.end(), [&](const auto& e) { return e.id == about.id; }); };
    const bool step = about.kind == AboutKind::step;
    if (step && has(m->steps)) return about.matter + "." + about.id + " " + std::to_string(static_cast<int>(StepStatus::not_required));
    const bool there = has(m->prerequisites) || has(m->prohibitions) || has(m->caps) || has(m->limits);
    return !step && there ? "applies 0 result not_applicable" : "none";
}

template <class Rule>
std::string rule_words(const Rules& rules, const Case& situation, const Choice& choice, const Route& route, const std::vector<Applied<Rule>>& list, const About& about,
                       std::set<std::string>* open) {
    for (const Applied<Rule>& a : list) {
        if (a.matter != about.matter || a.rule->id != about.id) continue;
        CheckResult result = CheckResult::unknown;
        for (const Checked& c : assess_under(rules, installed(), situation, choice).findings.checked) {
            if (c.element == about.id && clause_list(c.clauses) == a.rule->clauses) result = c.result;
        }
        const std::string out = "applies " + std::to_string(static_cast<int>(a.applies)) + " result " + std::string(name(result));
        if (a.applies == Truth::no) return out;
        const std::string list_of = words(a.because, waits_for(rules, situation, choice, a, result));
        note(list_of, open);
        return out + " waits " + list_of;
    }
    return refused(rules, route, about);
}

// What of it is open whether it applies at all.
std::set<std::string> unsure_elements(const Route& route, std::set<std::string>* open) {
    std::set<std::string> out;
    for (const RouteStep& s : route.steps) {
        if (!unsure(s)) continue;
        out.insert(s.id);
        note(words(s.because), open);
    }
    const auto rules = [&](const auto& list) {
        for (const auto& r : list) {
            if (r.applies != Truth::unknown) continue;
            out.insert(r.rule->id);
            note(words(r.because), open);
        }
    };
    rules(route.prerequisites), rules(route.prohibitions), rules(route.caps), rules(route.limits);
    return out;
}

// What may still change a verdict without being asked for.
void note_unsaid(const Rules& rules, const Case& situation, const Choice& choice, const Assessment& a, std::set<std::string>* open) {
    for (const std::string& id : situation.matters) {
        if (find_body(*rules.pack, id) && !situation.facts.count("attending")) open->insert("attending");
    }
    for (const Applied<Cap>& c : a.route.caps) {
        if (c.applies != Truth::no && !situation.facts.count(c.rule->fact)) open->insert(c.rule->fact);
    }
    for (const Applied<TimeLimit>& l : a.route.limits) {
        if (l.applies == Truth::no) continue;
        for (const std::string& one : waits_for(rules, situation, choice, l, CheckResult::unknown)) open->insert(one);
    }
    for (const Finding& f : a.findings.list) {
        for (const std::string& fact : f.severity == Severity::ask ? f.facts : std::vector<std::string>()) {
            if (!situation.facts.count(fact)) open->insert(fact);
        }
    }
    for (const Applied<Prerequisite>& p : a.route.prerequisites) {
        const auto at = situation.done.find(p.rule->thing);
        const bool said = at != situation.done.end() && at->second.truth != Truth::unknown;
        if (p.applies == Truth::unknown && !said) open->insert("!" + p.rule->thing);
    }
}

std::string verdict_words(const Rules& rules, const Case& situation, const Choice& choice, std::set<std::string>* open) {
    const Assessment a = assess_under(rules, installed(), situation, choice);
    if (a.verdict == Verdict::fail) return "fail";
    note_unsaid(rules, situation, choice, a, open);
    std::multiset<std::string> all;
    const std::set<std::string> unsure_of = unsure_elements(a.route, open);
    for (const Checked& c : a.findings.checked) {
        if (c.result != CheckResult::not_applicable) all.insert(c.element + "=" + (unsure_of.count(c.element) ? "unknown" : std::string(name(c.result))));
    }
    for (const Finding& f : a.findings.list) {
        bool remark = f.severity == Severity::note && (f.element == f.asks_fact || f.element == f.asks_thing);
        for (const Applied<Prerequisite>& p : a.route.prerequisites) remark = remark && (p.applies == Truth::no || p.rule->thing != f.asks_thing);
        if ((!f.asks_fact.empty() || !f.asks_thing.empty()) && !remark) open->insert(f.asks_fact.empty() ? "!" + f.asks_thing : f.asks_fact);
        if (f.severity == Severity::note) continue;
        all.insert(std::string(name(f.code)) + ":" + f.element + ":" + f.asks_fact + ":" + f.asks_thing);
    }
    std::string out(name(a.verdict));
    for (const std::string& one : all) out += " " + one;
    out += " waits";
    for (const std::string& one : *open) out += " " + one;
    return out;
}

bool within(const std::vector<Clause>& clauses, const std::vector<Clause>& kept) {
    return std::all_of(clauses.begin(), clauses.end(), [&](Clause c) {
        c.sentence = 0;
        return std::find(kept.begin(), kept.end(), c) != kept.end();
    });
}

template <class Rule>
std::vector<Rule> resting_on(const std::vector<Rule>& list, const std::vector<Clause>& kept) {
    std::vector<Rule> out;
    for (const Rule& r : list) {
        if (within(r.clauses, kept)) out.push_back(r);
    }
    return out;
}

void each_condition_of(const Posed& posed, const std::function<void(const Condition&)>& visit) {
    const auto parts = [&](const Condition& c) { each_part(c, visit); };
    for (const std::string& id : posed.situation.matters) {
        if (const Matter* m = find_matter(*posed.pack, id)) {
            parts(m->applies_when);
            const auto all = [&](const auto& list) {
                for (const auto& e : list) parts(e.when);
            };
            all(m->steps), all(m->prerequisites), all(m->prohibitions), all(m->caps), all(m->limits), all(m->silent), all(m->notes), all(m->readings);
            for (const Prohibition& p : m->prohibitions) parts(p.breach);
            for (const TimeLimit& l : m->limits) {
                for (const GivesWay& g : l.gives_way_to) parts(g.when);
            }
        }
        if (const Body* b = find_body(*posed.pack, id)) {
            for (const BodyEntry& e : b->entries) parts(e.when);
        }
    }
}

std::vector<FactValue> numbers(const Posed& posed, const std::string& fact) {
    std::set<std::int64_t> out = {0, 1};
    const auto about = [&](std::int64_t n) { out.insert({std::max<std::int64_t>(n - 1, 0), n, n + 1}); };
    each_condition_of(posed, [&](const Condition& c) {
        if (c.op == Condition::Op::compare && c.name == fact) about(c.number);
    });
    for (const std::string& id : posed.situation.matters) {
        const Matter* m = find_matter(*posed.pack, id);
        for (const Cap& c : m ? m->caps : std::vector<Cap>()) {
            if (c.fact == fact) about(c.at_most ? *c.at_most : *c.at_least);
        }
    }
    return {out.begin(), out.end()};
}

std::vector<std::string> options(const Posed& posed, const NamedFact& fact) {
    const FactRule* rule = find_fact(*posed.pack, fact.id);
    if (rule && !rule->options.empty()) return rule->options;
    std::vector<std::string> out;
    for (const Named& o : fact.options) out.push_back(o.id);
    const auto& roles = installed_library().catalogue.roles;
    for (std::size_t i = 0; fact.options_are_roles && i < roles.size(); i += 9) out.push_back(roles[i].id);
    return out;
}

}  // namespace

const std::vector<Posed>& posed_cases() {
    static const std::vector<Posed> all = [] {
        std::vector<Posed> out;
        for (const std::string& path : case_files()) {
            for (const WrittenCase& c : cases_of(path)) {
                if (c.fault.empty() && (c.verb == "assess" || c.verb == "route")) add_posed(c.id, c.request, out);
            }
        }
        return out;
    }();
    return all;
}

std::vector<About> questions_in(const Posed& posed) {
    std::vector<About> out = {{AboutKind::route, "", ""}, {AboutKind::verdict, "", ""}};
    for (const std::string& id : posed.situation.matters) {
        const Matter* m = find_matter(*posed.pack, id);
        if (!m) continue;
        const auto all = [&](AboutKind kind, const auto& list) {
            for (const auto& e : list) out.push_back({kind, id, e.id});
        };
        all(AboutKind::step, m->steps), all(AboutKind::prerequisite, m->prerequisites), all(AboutKind::prohibition, m->prohibitions);
        all(AboutKind::cap, m->caps), all(AboutKind::limit, m->limits);
    }
    // What was checked is told by its id alone.
    std::vector<About> told_apart;
    for (const About& a : out) {
        const auto same_id = [&](const About& b) { return b.id == a.id; };
        if (a.id.empty() || a.kind == AboutKind::step || std::count_if(out.begin(), out.end(), same_id) == 1) told_apart.push_back(a);
    }
    return told_apart;
}

std::string answer_of(const Rules& rules, const Case& situation, const Choice& choice, const About& about, std::set<std::string>* open) {
    std::set<std::string> ignored;
    if (!open) open = &ignored;
    if (about.kind == AboutKind::verdict) return verdict_words(rules, situation, choice, open);
    const Route route = route_from_facts(rules, situation, choice);
    std::string out;
    if (about.kind == AboutKind::route) {
        std::multiset<std::string> all;
        for (const RouteStep& s : route.steps) {
            if (s.status != StepStatus::not_required) all.insert(step_words(rules, situation, route, s, open));
        }
        for (const std::string& id : situation.matters) out += matter_words(rules, situation, choice, id, open);
        for (const std::string& s : all) out += s + "; ";
        return out;
    }
    const RouteStep* s = find_step(route, about.matter, about.id);
    switch (about.kind) {
        case AboutKind::step: return s ? step_words(rules, situation, route, *s, open) : refused(rules, route, about);
        case AboutKind::prerequisite: return rule_words(rules, situation, choice, route, route.prerequisites, about, open);
        case AboutKind::prohibition: return rule_words(rules, situation, choice, route, route.prohibitions, about, open);
        case AboutKind::cap: return rule_words(rules, situation, choice, route, route.caps, about, open);
        case AboutKind::limit: return rule_words(rules, situation, choice, route, route.limits, about, open);
        case AboutKind::route:
        case AboutKind::verdict:
        case AboutKind::matter: break;
    }
    return out;
}

std::vector<Choice> all_readings(const Rules& rules, const Case& situation, const Choice& under) {
    std::vector<Choice> out;
    for (const Choice& c : choices_among(readings_arising(rules, situation))) {
        const bool fits = std::all_of(under.begin(), under.end(), [&](const auto& matter) {
            return std::all_of(matter.second.begin(), matter.second.end(), [&](const auto& taken) { return c.at(matter.first).at(taken.first) == taken.second; });
        });
        if (fits) out.push_back(c);
    }
    return out;
}

Case with_only(const Case& situation, const std::vector<Statable>& stated) {
    Case out = situation;
    out.facts.clear();
    out.done.clear();
    for (const Statable& s : stated) {
        if (!s.fact.empty()) out.facts.insert(*situation.facts.find(s.fact));
        else out.done.insert(*situation.done.find(s.thing));
    }
    return out;
}

Case without(Case situation, const Statable& what) {
    if (!what.fact.empty()) situation.facts.erase(what.fact);
    else situation.done.erase(what.thing);
    return situation;
}

Pack with_only(const Posed& posed, const std::vector<Clause>& clauses) {
    Pack out;
    out.documents = posed.pack->documents;
    out.facts = posed.pack->facts;
    out.roles = posed.pack->roles;
    for (RoleRule& r : out.roles) {
        if (!within(r.clauses, clauses)) r.resolved_by.clear();
    }
    for (const std::string& id : posed.situation.matters) {
        if (const Matter* m = find_matter(*posed.pack, id)) {
            Matter one = *m;
            if (!within(m->clauses, clauses)) one.applies_when = {};
            one.steps = resting_on(m->steps, clauses);
            one.prerequisites = resting_on(m->prerequisites, clauses);
            one.prohibitions = resting_on(m->prohibitions, clauses);
            one.caps = resting_on(m->caps, clauses);
            one.limits = resting_on(m->limits, clauses);
            for (TimeLimit& l : one.limits) l.gives_way_to = resting_on(l.gives_way_to, clauses);
            one.silent = resting_on(m->silent, clauses);
            one.notes = resting_on(m->notes, clauses);
            one.readings = resting_on(m->readings, clauses);
            out.matters.push_back(std::move(one));
        }
        if (const Body* b = find_body(*posed.pack, id)) {
            Body one = *b;
            one.entries = resting_on(b->entries, clauses);
            out.bodies.push_back(std::move(one));
        }
    }
    return out;
}

// Things that a planned step may show: nobody who plans it says that they are not done.
std::set<std::string> shown_by_plan(const Posed& posed) {
    std::set<std::string> out;
    for (const std::string& id : posed.situation.matters) {
        const Matter* m = find_matter(*posed.pack, id);
        for (const StepRule& s : m && posed.situation.has_plan ? m->steps : std::vector<StepRule>()) {
            if (!s.thing.empty()) out.insert(s.thing);
        }
    }
    return out;
}

std::vector<FactValue> answers_to(const Posed& posed, const std::string& id) {
    const NamedFact* fact = find_named(installed_library().catalogue.facts, id);
    if (!fact || fact->type == FactType::boolean) return {true, false};
    if (fact->type == FactType::integer || fact->type == FactType::amount_cny) return numbers(posed, id);
    if (fact->type == FactType::date) return {std::string("2025-03-03"), std::string("2026-01-05")};
    std::vector<FactValue> out;
    const std::vector<std::string> all = options(posed, *fact);
    if (fact->type != FactType::list) {
        for (const std::string& o : all) out.emplace_back(o);
        return out;
    }
    out.emplace_back(std::vector<std::string>());
    for (std::size_t i = 0; i < all.size(); ++i) out.emplace_back(std::vector<std::string>{all[i]});
    for (std::size_t i = 1; i < all.size(); ++i) out.emplace_back(std::vector<std::string>{all[i - 1], all[i]});
    return out;
}

std::vector<Statable> asked_in(const Posed& posed) {
    std::vector<Statable> out;
    const auto add = [&](Statable s) {
        if (std::find(out.begin(), out.end(), s) == out.end()) out.push_back(std::move(s));
    };
    for (const std::string& id : posed.situation.matters) {
        const Matter* m = find_matter(*posed.pack, id);
        for (const std::string& fact : m ? m->facts : std::vector<std::string>()) add({fact, ""});
        for (const StepRule& s : m ? m->steps : std::vector<StepRule>()) {
            const RoleRule* role = find_role(*posed.pack, s.role);
            if (role && !role->resolved_by.empty()) add({role->resolved_by, ""});
            if (!s.delegable_to.empty()) add({"delegated", ""});
        }
        for (const Prerequisite& p : m ? m->prerequisites : std::vector<Prerequisite>()) add({"", p.thing});
        const Body* b = find_body(*posed.pack, id);
        for (const std::string& fact : b ? facts_asked(*b) : std::vector<std::string>()) add({fact, ""});
    }
    each_condition_of(posed, [&](const Condition& c) {
        if (c.op == Condition::Op::done) add({"", c.name});
    });
    return out;
}

Case completed(const Posed& posed, Case out, const std::set<std::string>& open, std::mt19937& random) {
    const std::set<std::string> shown = shown_by_plan(posed);
    for (const Statable& s : asked_in(posed)) {
        if (open.count(s.fact) || open.count("!" + s.thing) || shown.count(s.thing)) continue;
        if (s.fact.empty()) {
            out.done.insert({s.thing, Done{random() % 2 ? Truth::yes : Truth::no, std::nullopt}});
            continue;
        }
        const std::vector<FactValue> values = answers_to(posed, s.fact);
        if (!values.empty()) out.facts.insert({s.fact, values[random() % values.size()]});
    }
    return out;
}

}  // namespace signroute::test
