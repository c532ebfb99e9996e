#include "core/why/told.h"

#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/why/askable.h"

namespace signroute::explaining {

namespace {

std::vector<Statable> open_of(const std::vector<std::string>& facts, const std::vector<std::string>& things) {
    std::vector<Statable> out;
    for (const std::string& f : facts) out.push_back({f, ""});
    for (const std::string& t : things) out.push_back({"", t});
    return out;
}

std::vector<Statable> open_of(const Judged& j) {
    if (j.truth != Truth::unknown) return {};
    return open_of(std::vector<std::string>(j.open.begin(), j.open.end()), std::vector<std::string>(j.things.begin(), j.things.end()));
}

void add(std::vector<Statable>& to, const std::vector<Statable>& more) {
    to.insert(to.end(), more.begin(), more.end());
    put_in_order(to);
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

class Telling {
  public:
    Telling(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice, const About& about)
        : rules_(rules), calendar_(calendar), case_(situation), choice_(choice), about_(about) {}

    Told run();

  private:
    const RouteStep& step(const std::string& id) const {
        return *std::find_if(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.id == id; });
    }
    ToldStep told_step(const RouteStep& s) const;
    std::string open_before(const RouteStep& s, std::set<std::string>& seen) const;
    ToldMatter told_matter(const std::string& id) const;
    template <class Rule>
    void tell_rule(const std::vector<Applied<Rule>>& list);
    CheckResult result_of(const Applied<Prerequisite>& p) const;
    CheckResult result_of(const Applied<Prohibition>& p) const;
    CheckResult result_of(const Applied<Cap>& c) const;
    CheckResult result_of(const Applied<TimeLimit>& l) const;
    CheckResult checked_alone(const Route& one) const;
    void add_open(const Applied<Prerequisite>& p, ToldRule& out) const;
    void add_open(const Applied<Prohibition>& p, ToldRule& out) const;
    void add_open(const Applied<Cap>& c, ToldRule& out) const;
    void add_open(const Applied<TimeLimit>& l, ToldRule& out) const;
    void tell_unfit();
    std::set<std::string> open_elements(const Route& route);
    void add_unsaid(const Route& route);
    void tell_verdict();

    const Rules& rules_;
    const Calendar& calendar_;
    const Case& case_;
    const Choice& choice_;
    const About& about_;
    Route route_;
    Told out_;
};

// A step that may still fall away lets through what comes before it: that belongs to the answer as well.
std::string Telling::open_before(const RouteStep& s, std::set<std::string>& seen) const {
    std::string out;
    for (const std::string& id : s.after) {
        const RouteStep& before = step(id);
        const bool open = before.status == StepStatus::unknown || !before.because.open.empty() || !before.because.things.empty();
        if (!open || !seen.insert(id).second) continue;
        out += before.rule->id + "?";
        for (const std::string& fact : before.because.open) out += fact + ",";
        for (const std::string& thing : before.because.things) out += "!" + thing + ",";
        for (const std::string& far : before.after) out += ">" + step(far).rule->id;
        out += "(" + open_before(before, seen) + ")";
    }
    return out;
}

ToldStep Telling::told_step(const RouteStep& s) const {
    ToldStep out;
    out.matter = s.matter;
    out.id = s.rule->id;
    out.status = s.status;
    if (s.status == StepStatus::not_required) return out;
    out.role = s.role;
    out.action = s.rule->action;
    out.open = open_of(s.because.open, s.because.things);
    const RoleRule* role = find_role(*rules_.pack, s.rule->role);
    if (role && !role->resolved_by.empty() && !case_.facts.count(role->resolved_by)) add(out.open, {{role->resolved_by, ""}});
    for (const std::string& id : s.after) out.after.push_back(step(id).rule->id);
    put_in_order(out.after);
    std::set<std::string> seen;
    out.open_before = open_before(s, seen);
    return out;
}

ToldMatter Telling::told_matter(const std::string& id) const {
    ToldMatter out;
    out.id = id;
    const Matter* matter = find_matter(*rules_.pack, id);
    if (!matter) {
        out.applies = find_body(*rules_.pack, id) ? Truth::yes : Truth::no;
        return out;
    }
    const Judged applies = judge_in(rules_, matter->applies_when, case_, choice_, id);
    out.applies = matter->regulated ? applies.truth : Truth::no;
    if (matter->regulated) out.open = open_of(applies);
    return out;
}

CheckResult Telling::checked_alone(const Route& one) const {
    Findings findings;
    findings_from_rules(rules_, one, case_, choice_, align(rules_, one, case_), findings);
    return findings.checked.empty() ? CheckResult::unknown : findings.checked.front().result;
}

CheckResult Telling::result_of(const Applied<Prerequisite>& p) const {
    Route one;
    one.steps = route_.steps;
    one.prerequisites = {p};
    return checked_alone(one);
}

CheckResult Telling::result_of(const Applied<Prohibition>& p) const {
    Route one;
    one.prohibitions = {p};
    return checked_alone(one);
}

CheckResult Telling::result_of(const Applied<Cap>& c) const {
    Route one;
    one.caps = {c};
    return checked_alone(one);
}

CheckResult Telling::result_of(const Applied<TimeLimit>& l) const {
    if (l.applies == Truth::no) return CheckResult::not_applicable;
    Route one;
    one.steps = route_.steps;
    one.limits = {l};
    Findings findings;
    const Alignment alignment = align(rules_, one, case_);
    findings_from_schedule(rules_, schedule_from_route(rules_, calendar_, one, case_, choice_, alignment.dates, alignment.events), findings);
    return findings.checked.empty() ? CheckResult::unknown : findings.checked.front().result;
}

void Telling::add_open(const Applied<Prerequisite>& p, ToldRule& out) const {
    const auto done = case_.done.find(p.rule->thing);
    const bool stated = done != case_.done.end() && done->second.truth != Truth::unknown;
    if (!stated && out.result == CheckResult::unknown) add(out.open, {{"", p.rule->thing}});
}

void Telling::add_open(const Applied<Prohibition>& p, ToldRule& out) const {
    add(out.open, open_of(judge_in(rules_, p.rule->breach, case_, choice_, p.matter)));
}

void Telling::add_open(const Applied<Cap>& c, ToldRule& out) const {
    if (!case_.facts.count(c.rule->fact)) add(out.open, {{c.rule->fact, ""}});
}

void Telling::add_open(const Applied<TimeLimit>& l, ToldRule& out) const {
    for (const GivesWay& g : l.rule->gives_way_to) add(out.open, open_of(judge_in(rules_, g.when, case_, choice_, l.matter)));
    const RouteStep* owner = find_step(route_, l.matter, l.rule->step);
    if (!owner || case_.events.count(l.rule->to)) return;
    for (const PlannedStep& p : case_.planned) {  // its day is the limit's, unless a step that may fall away takes it
        if (p.date.empty() || !may_take(*rules_.catalogue, *owner, p)) continue;
        for (const RouteStep& s : route_.steps) {
            if (may_take(*rules_.catalogue, s, p)) add(out.open, open_of(s.because.open, s.because.things));
        }
    }
}

template <class Rule>
void Telling::tell_rule(const std::vector<Applied<Rule>>& list) {
    for (const Applied<Rule>& a : list) {
        if (a.matter != about_.matter || a.rule->id != about_.id) continue;
        ToldRule out;
        out.about = about_;
        out.applies = a.applies;
        out.result = result_of(a);
        if (a.applies != Truth::no) {
            out.open = open_of(a.because.open, a.because.things);
            add_open(a, out);
        }
        out_.rules.push_back(std::move(out));
        return;
    }
}

// Where the rules of the matter do not fit none of them applies.
void Telling::tell_unfit() {
    const Matter* m = find_matter(*rules_.pack, about_.matter);
    if (!m || std::none_of(route_.unfit.begin(), route_.unfit.end(), [&](const Matter* u) { return u == m; })) return;
    const auto has = [&](const auto& list) { return std::any_of(list.begin(), list.end(), [&](const Element& e) { return e.id == about_.id; }); };
    if (about_.kind == AboutKind::step && has(m->steps)) {
        out_.steps.push_back({about_.matter, about_.id, "", "", StepStatus::not_required});
    } else if (about_.kind != AboutKind::step && (has(m->prerequisites) || has(m->prohibitions) || has(m->caps) || has(m->limits))) {
        out_.rules.push_back({about_, Truth::no, CheckResult::not_applicable});
    }
}

// Elements of which it is open whether they apply: what is said to them holds only if they do.
std::set<std::string> Telling::open_elements(const Route& route) {
    std::set<std::string> out;
    const auto note = [&](const std::string& id, const Because& because) {
        add(out_.asks, open_of(because.open, because.things));
        out.insert(id);
    };
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::unknown || !s.because.open.empty() || !s.because.things.empty()) note(s.id, s.because);
    }
    const auto rules = [&](const auto& list) {
        for (const auto& a : list) {
            if (a.applies == Truth::unknown) note(a.rule->id, a.because);
        }
    };
    rules(route.prerequisites), rules(route.prohibitions), rules(route.caps), rules(route.limits);
    for (const Applied<Prerequisite>& p : route.prerequisites) {
        if (p.applies == Truth::unknown && !stated(case_, {"", p.rule->thing})) out_.asks.push_back({"", p.rule->thing});
    }
    return out;
}

bool is_owed(const Route& route, const std::string& thing) {
    return std::any_of(route.prerequisites.begin(), route.prerequisites.end(),
                       [&](const Applied<Prerequisite>& p) { return p.applies != Truth::no && p.rule->thing == thing; });
}

// What is looked at without a finding that asks for it: who attends a meeting, what a limit gives way to, and what a
// limit on numbers that only may be kept is about.
void Telling::add_unsaid(const Route& route) {
    for (const Body& b : rules_.pack->bodies) {
        const bool members = std::any_of(b.entries.begin(), b.entries.end(), [](const BodyEntry& e) { return e.attribute == "member"; });
        if (members && !case_.facts.count("attending")) out_.asks.push_back({"attending", ""});
    }
    for (const Applied<Cap>& c : route.caps) {
        if (c.applies != Truth::no && !case_.facts.count(c.rule->fact)) out_.asks.push_back({c.rule->fact, ""});
    }
    for (const Applied<TimeLimit>& l : route.limits) {
        for (const GivesWay& g : l.applies == Truth::no ? std::vector<GivesWay>() : l.rule->gives_way_to)
            add(out_.asks, open_of(judge_in(rules_, g.when, case_, choice_, l.matter)));
    }
}

// One error is enough; short of that everything that was looked at counts.
void Telling::tell_verdict() {
    const Assessment all = assess_under(rules_, calendar_, case_, choice_);
    out_.verdict = all.verdict;
    if (all.verdict == Verdict::fail) return;
    const std::set<std::string> unsure = open_elements(all.route);
    for (const Checked& c : all.findings.checked) {
        if (c.result != CheckResult::not_applicable) out_.checked.emplace_back(c.element, unsure.count(c.element) ? CheckResult::unknown : c.result);
    }
    for (const Finding& f : all.findings.list) {
        if (f.severity == Severity::warning || f.severity == Severity::ask) out_.findings.push_back(std::string(name(f.code)) + " " + f.element);
        const bool remark = f.severity == Severity::note && (f.asks_fact.empty() ? !is_owed(all.route, f.asks_thing) : f.element == f.asks_fact);
        if (!f.asks_fact.empty() && !remark) out_.asks.push_back({f.asks_fact, ""});
        if (!f.asks_thing.empty() && !remark) out_.asks.push_back({"", f.asks_thing});
        for (const std::string& fact : f.severity == Severity::ask ? f.facts : std::vector<std::string>()) {
            if (!case_.facts.count(fact)) out_.asks.push_back({fact, ""});
        }
    }
    add_unsaid(all.route);
    put_in_order(out_.checked);
    put_in_order(out_.findings);
    add(out_.asks, {});
}

Told Telling::run() {
    if (about_.kind == AboutKind::verdict) {
        tell_verdict();
        return std::move(out_);
    }
    route_ = route_from_facts(rules_, case_, choice_);
    switch (about_.kind) {
        case AboutKind::route:
            for (const std::string& id : case_.matters) out_.matters.push_back(told_matter(id));
            for (const RouteStep& s : route_.steps) {
                if (s.status != StepStatus::not_required) out_.steps.push_back(told_step(s));
            }
            break;
        case AboutKind::step:
            if (const RouteStep* s = find_step(route_, about_.matter, about_.id)) out_.steps.push_back(told_step(*s));
            break;
        case AboutKind::prerequisite: tell_rule(route_.prerequisites); break;
        case AboutKind::prohibition: tell_rule(route_.prohibitions); break;
        case AboutKind::cap: tell_rule(route_.caps); break;
        case AboutKind::limit: tell_rule(route_.limits); break;
        case AboutKind::matter:
        case AboutKind::verdict: break;
    }
    if (about_.kind != AboutKind::route) tell_unfit();
    return std::move(out_);
}

}  // namespace

Told told(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice, const About& about) {
    return Telling(rules, calendar, situation, choice, about).run();
}

std::vector<Statable> open_in(const Told& told) {
    std::vector<Statable> out = told.asks;
    for (const ToldMatter& m : told.matters) add(out, m.open);
    for (const ToldStep& s : told.steps) add(out, s.open);
    for (const ToldRule& r : told.rules) add(out, r.open);
    return out;
}

}  // namespace signroute::explaining
