#include <algorithm>
#include <set>
#include <type_traits>

#include "core/base/order.h"
#include "core/route/route.h"

namespace signroute {

namespace {

StepStatus status_of(const StepRule& rule, const Judged& judged, const Pack& pack) {
    if (judged.truth == Truth::yes) return rule.status;
    if (judged.truth == Truth::no) return StepStatus::not_required;
    const bool all_judgement = !judged.open.empty() && judged.things.empty() && std::all_of(judged.open.begin(), judged.open.end(), [&](const std::string& f) {
        const FactRule* fact = find_fact(pack, f);
        return fact && fact->judgement;
    });
    return all_judgement ? StepStatus::judgement : StepStatus::unknown;
}

// What waits for an open question, from the least to the most.
enum class Waits { remark, check, route };

Because because_of(const Element& rule, Judged&& judged) {
    return {rule.clauses, std::move(judged.facts).list(), std::move(judged.open).list(), std::move(judged.things).list()};
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
    void add(std::vector<Applied<Rule>>& to, const std::vector<Rule>& from, const Matter& matter, Waits waits);
    void add_remarks(const Matter& matter);
    void add_checks(const Matter& matter);
    void add_lacking(const std::string& id);
    void ask(const Judged& judged, const std::string& element, const std::vector<Clause>& clauses, Waits waits);
    OpenQuestion& question(const std::string& fact, const std::string& thing);
    Judged judged(const Condition& when, const Matter& matter) const;
    Judged judged_breach(const Prohibition& rule, const Matter& matter) const;
    std::string step_id(const Matter& matter, const std::string& rule_id) const;
    void resolve(RouteStep& out);
    void skip_not_required();
    void drop_implied(std::size_t step, const std::vector<std::size_t>& written, const std::vector<std::vector<std::size_t>>& kept);
    std::size_t index_of(const std::string& id) const;
    void set_ways();
    void set_ranks();
    void decide();
    void set_final();
    RouteStep* step(std::string_view id);

    const Rules& rules_;
    const Case& case_;
    const Choice& choice_;
    Route route_;
    bool any_applies_ = false, any_open_ = false;
    bool fits_ = true;  // the matter at hand applies for certain
};

OpenQuestion& RouteBuilder::question(const std::string& fact, const std::string& thing) {
    auto& list = route_.open_questions;
    const auto at = std::find_if(list.begin(), list.end(), [&](const OpenQuestion& q) { return q.fact == fact && q.thing == thing; });
    if (at != list.end()) return *at;
    const FactRule* rule = find_fact(*rules_.pack, fact);
    OpenQuestion out;
    out.fact = fact;
    out.thing = thing;
    out.judgement = rule && rule->judgement;
    list.push_back(std::move(out));
    return list.back();
}

void RouteBuilder::ask(const Judged& judged, const std::string& element, const std::vector<Clause>& clauses, Waits waits) {
    if (judged.truth != Truth::unknown) return;
    const auto add = [&](OpenQuestion& q) {
        q.decides_route |= waits == Waits::route;
        q.only_remarks &= waits == Waits::remark;
        if (std::find(q.affects.begin(), q.affects.end(), element) != q.affects.end()) return;
        q.affects.push_back(element);
        for (const Clause& c : clauses) {
            if (std::find(q.clauses.begin(), q.clauses.end(), c) == q.clauses.end()) q.clauses.push_back(c);
        }
    };
    for (const std::string& fact : judged.open) add(question(fact, ""));
    for (const std::string& thing : judged.things) add(question("", thing));
}

// A rule of a matter that may not apply holds no more surely than the matter does.
Judged RouteBuilder::judged(const Condition& when, const Matter& matter) const {
    if (fits_) return judge_in(rules_, when, case_, choice_, matter.id);
    return judge_in(rules_, {.op = Condition::Op::all, .parts = {matter.applies_when, when}}, case_, choice_, matter.id);
}

Judged RouteBuilder::judged_breach(const Prohibition& rule, const Matter& matter) const {
    const Truth when = truth_in(rules_, rule.when, case_, choice_, matter.id), breach = truth_in(rules_, rule.breach, case_, choice_, matter.id);
    if (when == Truth::no || breach == Truth::no) return {.truth = Truth::no};
    if (when == Truth::yes && breach == Truth::yes && fits_) return {};
    return judged({.op = Condition::Op::all, .parts = {rule.when, rule.breach}}, matter);
}

// The first matter that has the id keeps it; another puts its own name before it.
std::string RouteBuilder::step_id(const Matter& matter, const std::string& rule_id) const {
    const bool taken = std::any_of(route_.matters.begin(), route_.matters.end(), [&](const Matter* other) {
        return other != &matter && std::any_of(other->steps.begin(), other->steps.end(), [&](const StepRule& s) { return s.id == rule_id; });
    });
    return taken ? matter.id + "." + rule_id : rule_id;
}

RouteStep* RouteBuilder::step(std::string_view id) {
    const auto at = std::find_if(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.id == id; });
    return at == route_.steps.end() ? nullptr : &*at;
}

// A role that stands for whoever a fact names: 主持会议的市政府领导. While the fact is open, or names nobody that the
// catalogue knows, the role stays as it is.
void RouteBuilder::resolve(RouteStep& out) {
    const RoleRule* role = find_role(*rules_.pack, out.role);
    if (!role || role->resolved_by.empty() || out.status == StepStatus::not_required) return;
    const auto fact = case_.facts.find(role->resolved_by);
    const auto* value = fact == case_.facts.end() ? nullptr : std::get_if<std::string>(&fact->second);
    if (value && find_named(rules_.catalogue->roles, *value)) {
        out.role = *value;
        out.because.facts.push_back(role->resolved_by);
    } else if (!value) {
        Judged open;
        open.truth = Truth::unknown;
        open.open.insert(role->resolved_by);
        ask(open, out.id, out.rule->clauses, Waits::route);
    }
}

void RouteBuilder::add_step(const StepRule& rule, const Matter& matter) {
    Judged held = judged(rule.when, matter);
    RouteStep out;
    out.rule = &rule;
    out.id = step_id(matter, rule.id);
    out.matter = matter.id;
    out.role = rule.role;
    out.status = status_of(rule, held, *rules_.pack);
    out.group = rule.one_of.empty() ? "" : matter.id + "." + rule.one_of;
    out.after.reserve(rule.after.size());
    for (const std::string& a : rule.after) out.after.push_back(step_id(matter, a));
    ask(held, out.id, rule.clauses, Waits::route);
    out.because = because_of(rule, std::move(held));
    resolve(out);
    route_.steps.push_back(std::move(out));
}

template <class Rule>
void RouteBuilder::add(std::vector<Applied<Rule>>& to, const std::vector<Rule>& from, const Matter& matter, Waits waits) {
    to.reserve(to.size() + from.size());
    for (const Rule& rule : from) {
        Judged held = judged(rule.when, matter);
        bool met = false;
        if constexpr (std::is_same_v<Rule, Prerequisite>) {
            const auto done = case_.done.find(rule.thing);
            met = done != case_.done.end() && done->second.truth == Truth::yes;  // asked for or not
        }
        if (!met) ask(held, rule.id, rule.clauses, waits);
        const Truth applies = held.truth;
        to.push_back({&rule, matter.id, applies, because_of(rule, std::move(held))});
    }
}

// What the text leaves out, and how it is to be understood, is said of a matter also where its rules do not fit.
void RouteBuilder::add_remarks(const Matter& matter) {
    route_.notes.reserve(route_.notes.size() + matter.notes.size());
    route_.silent.reserve(route_.silent.size() + matter.silent.size());
    for (const Note& rule : matter.notes) {
        Judged held = judge_in(rules_, rule.when, case_, choice_, matter.id);
        ask(held, rule.id, rule.clauses, Waits::remark);
        const Truth applies = held.truth;
        route_.notes.push_back({&rule, matter.id, applies, because_of(rule, std::move(held))});
    }
    for (const Silent& rule : matter.silent) {
        Judged held = judge_in(rules_, rule.when, case_, choice_, matter.id);
        ask(held, rule.id, rule.clauses, rule.asks ? Waits::check : Waits::remark);
        const Truth applies = held.truth;
        route_.silent.push_back({&rule, matter.id, applies, because_of(rule, std::move(held))});
    }
}

void RouteBuilder::add_checks(const Matter& matter) {
    add(route_.prohibitions, matter.prohibitions, matter, Waits::check);
    for (const Prohibition& p : matter.prohibitions) ask(judged_breach(p, matter), p.id, p.clauses, Waits::check);
    add(route_.caps, matter.caps, matter, Waits::check);
    for (const Applied<Cap>& c : route_.caps) {
        if (c.matter != matter.id || c.applies == Truth::no || case_.facts.count(c.rule->fact)) continue;
        Judged open;
        open.truth = Truth::unknown;
        open.open.insert(c.rule->fact);
        ask(open, c.rule->id, c.rule->clauses, c.rule->strength == Strength::may ? Waits::remark : Waits::check);
    }
}

void RouteBuilder::add_matter(const Matter& matter) {
    route_.matters.push_back(&matter);
    const Judged applies = judge_in(rules_, matter.applies_when, case_, choice_, matter.id);
    ask(applies, matter.id, matter.clauses, Waits::route);
    fits_ = applies.truth == Truth::yes;
    add_remarks(matter);
    if (applies.truth == Truth::no || !matter.regulated) {
        route_.unfit.push_back(&matter);
        return;
    }
    any_applies_ = true;
    route_.steps.reserve(route_.steps.size() + matter.steps.size());
    for (const StepRule& rule : matter.steps) add_step(rule, matter);
    add(route_.prerequisites, matter.prerequisites, matter, Waits::route);
    add_checks(matter);
    add(route_.limits, matter.limits, matter, Waits::route);
    add(route_.readings, matter.readings, matter, Waits::check);
}

// A body is a matter too, also where the pack says no more of it than its composition and its rules of meeting.
void RouteBuilder::add_lacking(const std::string& id) {
    if (find_body(*rules_.pack, id)) any_applies_ = true;
    else route_.lacking.push_back(id);
}

std::size_t RouteBuilder::index_of(const std::string& id) const {
    std::size_t i = 0;
    while (i < route_.steps.size() && route_.steps[i].id != id) ++i;
    return i;
}

// A step that is not required stands in nobody's way: what waited for it waits for what it waited for.
void RouteBuilder::skip_not_required() {
    const std::size_t n = route_.steps.size();
    std::vector<std::vector<std::size_t>> written(n), kept(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (const std::string& id : route_.steps[i].after) {
            if (const std::size_t before = index_of(id); before < n) written[i].push_back(before);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        // Steps before i are skipped through already.
        std::vector<std::size_t> open = written[i];
        std::vector<bool> seen(n);
        for (std::size_t at = 0; at < open.size(); ++at) {
            const std::size_t before = open[at];
            if (seen[before]) continue;
            seen[before] = true;
            if (route_.steps[before].status != StepStatus::not_required) {
                kept[i].push_back(before);
                continue;
            }
            const std::vector<std::size_t>& farther = before < i ? kept[before] : written[before];
            open.insert(open.end(), farther.begin(), farther.end());
        }
    }
    for (std::size_t i = 0; i < n; ++i) drop_implied(i, written[i], kept);
}

// What came in by skipping, and comes before another of the steps waited for anyway, is not said twice.
void RouteBuilder::drop_implied(std::size_t step, const std::vector<std::size_t>& written, const std::vector<std::vector<std::size_t>>& kept) {
    std::vector<bool> before(kept.size());
    std::vector<std::size_t> open;
    for (const std::size_t b : kept[step]) open.insert(open.end(), kept[b].begin(), kept[b].end());
    while (!open.empty()) {
        const std::size_t b = open.back();
        open.pop_back();
        if (!before[b]) open.insert(open.end(), kept[b].begin(), kept[b].end());
        before[b] = true;
    }
    std::vector<std::string> after;
    for (const std::size_t b : kept[step]) {
        if (!before[b] || std::find(written.begin(), written.end(), b) != written.end()) after.push_back(route_.steps[b].id);
    }
    route_.steps[step].after = std::move(after);
}

void RouteBuilder::set_ways() {
    for (const RouteStep& next : route_.steps) {
        if (next.status == StepStatus::not_required || next.rule->to.empty() || next.role.empty()) continue;
        for (const std::string& id : next.after) {
            if (RouteStep* sends = step(id); sends && !sends->rule->to.empty()) sends->by_way_of.push_back(next.role);
        }
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
    put_in_order(route_.steps, [](const RouteStep& a, const RouteStep& b) { return a.rank < b.rank; });
}

// The steps that decide, stage by stage; those of one group are alternatives of one stage.
void RouteBuilder::decide() {
    std::map<std::string, std::size_t> stage_of_group;
    for (const RouteStep& s : route_.steps) {
        if (!s.rule->decides || s.status == StepStatus::not_required) continue;
        const bool alternative = !s.group.empty() && stage_of_group.count(s.group);
        const std::size_t stage = alternative ? stage_of_group[s.group] : route_.decided_by.size();
        if (!alternative) route_.decided_by.emplace_back();
        if (!s.group.empty()) stage_of_group[s.group] = stage;
        const bool needed = s.status == StepStatus::required;
        route_.decided_by[stage].push_back({s.id, needed ? "normal" : "if_needed", s.role});
        for (const std::string& d : s.rule->delegable_to) route_.decided_by[stage].push_back({s.id, "delegated", d});
    }
}

// Back from the last stage to the last one that surely comes: there it ends, unless a later one turns out to be needed.
void RouteBuilder::set_final() {
    std::size_t from = route_.decided_by.size();
    while (from > 0) {
        const auto& stage = route_.decided_by[--from];
        if (std::any_of(stage.begin(), stage.end(), [](const FinalStep& f) { return f.when == "normal"; })) break;
    }
    for (std::size_t i = from; i < route_.decided_by.size(); ++i)
        route_.final_steps.insert(route_.final_steps.end(), route_.decided_by[i].begin(), route_.decided_by[i].end());
}

Route RouteBuilder::build() {
    for (const std::string& id : case_.matters) {
        const Matter* matter = find_matter(*rules_.pack, id);
        if (matter) add_matter(*matter);
        else add_lacking(id);
    }
    skip_not_required();
    set_ways();
    set_ranks();
    decide();
    set_final();
    put_in_order(route_.open_questions, [](const OpenQuestion& a, const OpenQuestion& b) {
        if (a.decides_route != b.decides_route) return a.decides_route;
        return a.only_remarks != b.only_remarks ? b.only_remarks : a.affects.size() > b.affects.size();
    });
    any_open_ |= std::any_of(route_.open_questions.begin(), route_.open_questions.end(), [](const OpenQuestion& q) { return q.decides_route; });
    route_.outcome = !any_applies_ ? Outcome::not_regulated : any_open_ ? Outcome::depends : Outcome::regulated;
    return std::move(route_);
}

}  // namespace

const RouteStep* find_step(const Route& route, std::string_view matter, std::string_view rule_id) {
    const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) {
        return s.matter == matter && s.rule->id == rule_id;
    });
    return at == route.steps.end() ? nullptr : &*at;
}

Route route_from_facts(const Rules& rules, const Case& situation, const Choice& choice) {
    return RouteBuilder(rules, situation, choice).build();
}

}  // namespace signroute
