#include <algorithm>
#include <set>

#include "core/route/route.h"

namespace signroute {

namespace {

StepStatus status_of(const StepRule& rule, const Judged& judged, const Pack& pack) {
    if (judged.truth == Truth::yes) return rule.status;
    if (judged.truth == Truth::no) return StepStatus::not_required;
    const bool all_judgement = !judged.open.empty() && std::all_of(judged.open.begin(), judged.open.end(), [&](const std::string& f) {
        const FactRule* fact = find_fact(pack, f);
        return fact && fact->judgement;
    });
    return all_judgement ? StepStatus::judgement : StepStatus::unknown;
}

Because because_of(const Element& rule, const Judged& judged) {
    return {rule.clauses, {judged.facts.begin(), judged.facts.end()}, {judged.open.begin(), judged.open.end()}};
}

class RouteBuilder {
  public:
    RouteBuilder(const Rules& rules, const Case& situation, const Choice& choice)
        : rules_(rules), case_(situation), choice_(choice) {}

    Route build();

  private:
    void add_matter(const Matter& matter);
    void add_step(const StepRule& rule, const Matter& matter);
    template <class Rule>
    void add(std::vector<Applied<Rule>>& to, const std::vector<Rule>& from, const Matter& matter, bool decides_route);
    void ask(const Judged& judged, const std::string& element, bool decides_route);
    void skip_not_required();
    void set_ranks();
    void decide();
    RouteStep* step(std::string_view id);

    const Rules& rules_;
    const Case& case_;
    const Choice& choice_;
    Route route_;
    bool any_applies_ = false, any_open_ = false;
};

void RouteBuilder::ask(const Judged& judged, const std::string& element, bool decides_route) {
    if (judged.truth != Truth::unknown) return;
    for (const std::string& fact : judged.open) {
        auto& list = route_.open_questions;
        auto at = std::find_if(list.begin(), list.end(), [&](const OpenQuestion& q) { return q.fact == fact; });
        if (at == list.end()) {
            const FactRule* rule = find_fact(*rules_.pack, fact);
            at = list.insert(list.end(), {fact, rule && rule->judgement, false, {}});
        }
        at->decides_route |= decides_route;
        if (std::find(at->affects.begin(), at->affects.end(), element) == at->affects.end()) at->affects.push_back(element);
    }
}

RouteStep* RouteBuilder::step(std::string_view id) {
    const auto at = std::find_if(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.id == id; });
    return at == route_.steps.end() ? nullptr : &*at;
}

void RouteBuilder::add_step(const StepRule& rule, const Matter& matter) {
    const Judged judged = judge_in(rules_, rule.when, case_, choice_, matter.id);
    RouteStep out;
    out.rule = &rule;
    out.id = step(rule.id) ? matter.id + "." + rule.id : rule.id;
    out.matter = matter.id;
    out.role = rule.role;
    out.status = status_of(rule, judged, *rules_.pack);
    out.because = because_of(rule, judged);
    for (const std::string& a : rule.after) {
        const bool own = std::any_of(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.id == matter.id + "." + a; });
        out.after.push_back(own ? matter.id + "." + a : a);
    }
    ask(judged, out.id, true);
    const RoleRule* role = find_role(*rules_.pack, rule.role);
    if (role && !role->resolved_by.empty() && out.status != StepStatus::not_required) {
        const auto fact = case_.facts.find(role->resolved_by);
        const auto* value = fact == case_.facts.end() ? nullptr : std::get_if<std::string>(&fact->second);
        if (value && find_named(rules_.catalogue->roles, *value)) {
            out.role = *value;
            out.because.facts.push_back(role->resolved_by);
        } else if (!value) {
            Judged open;
            open.truth = Truth::unknown;
            open.open.insert(role->resolved_by);
            ask(open, out.id, true);
        }
    }
    route_.steps.push_back(std::move(out));
}

template <class Rule>
void RouteBuilder::add(std::vector<Applied<Rule>>& to, const std::vector<Rule>& from, const Matter& matter, bool decides_route) {
    for (const Rule& rule : from) {
        const Judged judged = judge_in(rules_, rule.when, case_, choice_, matter.id);
        to.push_back({&rule, matter.id, judged.truth, because_of(rule, judged)});
        ask(judged, rule.id, decides_route);
    }
}

void RouteBuilder::add_matter(const Matter& matter) {
    route_.matters.push_back(&matter);
    const Judged applies = judge_in(rules_, matter.applies_when, case_, choice_, matter.id);
    ask(applies, matter.id, true);
    if (applies.truth == Truth::unknown) any_open_ = true;
    add(route_.silent, matter.silent, matter, false);
    add(route_.notes, matter.notes, matter, false);
    if (applies.truth == Truth::no || !matter.regulated) return;
    any_applies_ = true;
    for (const StepRule& rule : matter.steps) add_step(rule, matter);
    add(route_.prerequisites, matter.prerequisites, matter, true);
    add(route_.prohibitions, matter.prohibitions, matter, false);
    add(route_.caps, matter.caps, matter, false);
    add(route_.limits, matter.limits, matter, true);
    add(route_.readings, matter.readings, matter, false);
    for (const Prohibition& p : matter.prohibitions) ask(judge_in(rules_, p.breach, case_, choice_, matter.id), p.id, false);
}

// A step that is not required stands in nobody's way: what waited for it waits for what it waited for.
void RouteBuilder::skip_not_required() {
    for (RouteStep& s : route_.steps) {
        std::vector<std::string> open = s.after, kept;
        std::set<std::string> seen;
        while (!open.empty()) {
            const std::string id = open.front();
            open.erase(open.begin());
            if (!seen.insert(id).second) continue;
            const RouteStep* before = step(id);
            if (!before) continue;
            if (before->status == StepStatus::not_required) open.insert(open.end(), before->after.begin(), before->after.end());
            else kept.push_back(id);
        }
        s.after = std::move(kept);
    }
}

// Longest distance from a start; then the steps are listed by it. A cycle (lint's business) stops growing.
void RouteBuilder::set_ranks() {
    for (std::size_t round = 0; round <= route_.steps.size(); ++round) {
        bool changed = false;
        for (RouteStep& s : route_.steps) {
            for (const std::string& a : s.after) {
                const RouteStep* before = step(a);
                if (before && s.rank < before->rank + 1) s.rank = before->rank + 1, changed = true;
            }
        }
        if (!changed) break;
    }
    std::stable_sort(route_.steps.begin(), route_.steps.end(), [](const RouteStep& a, const RouteStep& b) { return a.rank < b.rank; });
}

// The steps that decide, stage by stage; those of one group are alternatives of one stage.
void RouteBuilder::decide() {
    std::map<std::string, std::size_t> stage_of_group;
    for (const RouteStep& s : route_.steps) {
        if (!s.rule->decides || s.status == StepStatus::not_required) continue;
        const bool alternative = !s.rule->one_of.empty() && stage_of_group.count(s.rule->one_of);
        const std::size_t stage = alternative ? stage_of_group[s.rule->one_of] : route_.decided_by.size();
        if (!alternative) route_.decided_by.emplace_back();
        if (!s.rule->one_of.empty()) stage_of_group[s.rule->one_of] = stage;
        const bool needed = s.status == StepStatus::required;
        route_.decided_by[stage].push_back({s.id, needed ? "normal" : "if_needed", s.role});
        for (const std::string& d : s.rule->delegable_to) route_.decided_by[stage].push_back({s.id, "delegated", d});
    }
}

Route RouteBuilder::build() {
    for (const std::string& id : case_.matters) {
        const Matter* matter = find_matter(*rules_.pack, id);
        if (matter) add_matter(*matter);
        else route_.lacking.push_back(id);
    }
    skip_not_required();
    set_ranks();
    decide();
    std::stable_sort(route_.open_questions.begin(), route_.open_questions.end(), [](const OpenQuestion& a, const OpenQuestion& b) {
        return a.decides_route != b.decides_route ? a.decides_route : a.affects.size() > b.affects.size();
    });
    any_open_ |= std::any_of(route_.open_questions.begin(), route_.open_questions.end(), [](const OpenQuestion& q) { return q.decides_route; });
    route_.outcome = !any_applies_ ? Outcome::not_regulated : any_open_ ? Outcome::depends : Outcome::regulated;
    return std::move(route_);
}

}  // namespace

bool is_role(const Catalogue& catalogue, std::string_view role, std::string_view wanted) {
    if (role == wanted) return true;
    const NamedRole* r = find_named(catalogue.roles, role);
    return r && std::any_of(r->is_a.begin(), r->is_a.end(), [&](const std::string& wider) { return is_role(catalogue, wider, wanted); });
}

bool matches(const Catalogue& catalogue, const PlannedStep& step, const StepPattern& pattern) {
    const auto fits = [&](const std::string& got, const std::vector<std::string>& wanted, bool roles) {
        return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& w) {
            return roles ? is_role(catalogue, got, w) : got == w;
        });
    };
    return fits(step.role, pattern.roles, true) && fits(step.action, pattern.actions, false) && fits(step.to, pattern.to, true) &&
           fits(step.form, pattern.forms, false);
}

Judged judge_in(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter) {
    std::map<std::string, Truth, std::less<>> done;
    for (const auto& [id, d] : situation.done) done[id] = d.truth;
    const auto chosen = choice.find(matter);
    Circumstances in;
    in.facts = &situation.facts;
    in.done = &done;
    if (chosen != choice.end()) in.readings = &chosen->second;
    in.planned = [&](const StepPattern& pattern) {
        const bool any = std::any_of(situation.planned.begin(), situation.planned.end(),
                                     [&](const PlannedStep& s) { return matches(*rules.catalogue, s, pattern); });
        return any ? Truth::yes : Truth::no;
    };
    return judge(condition, in);
}

Route route_from_facts(const Rules& rules, const Case& situation, const Choice& choice) {
    return RouteBuilder(rules, situation, choice).build();
}

}  // namespace signroute
