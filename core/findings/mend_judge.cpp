#include "core/findings/mend_judge.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/findings/check.h"
#include "core/route/readings.h"

namespace signroute {

namespace {

bool same(const StepPattern& a, const StepPattern& b) {
    return a.roles == b.roles && a.actions == b.actions && a.to == b.to && a.forms == b.forms;
}

std::vector<Choice> choices_for(const Rules& rules, const Case& situation, const Choice& choice) {
    std::vector<Choice> out = choices_among(readings_arising(rules, situation));
    out.erase(std::remove_if(out.begin(), out.end(), [&](const Choice& c) { return !agree(c, choice); }), out.end());
    return out;
}

// Days are mended after the steps.
bool about_days(const Finding& f) {
    return f.code == FindingCode::too_late || f.code == FindingCode::too_early || f.code == FindingCode::impossible_date;
}

std::string key_of(const Finding& f) { return std::string(name(f.code)) + "\n" + f.element; }

}  // namespace

bool stands_in_the_way(const Finding& f) {
    if (f.code == FindingCode::not_authorised && f.mend.empty()) return false;  // who is to sign is not known yet
    if (f.code == FindingCode::superfluous_step) return false;  // whoever planned it decides whether it stays
    if (f.severity == Severity::error || f.severity == Severity::warning) return true;
    if (f.code == FindingCode::unknown_role && f.step.empty()) return false;  // he may be the right one
    // What waits for a fact is not mended by another plan.
    return f.severity == Severity::ask && f.code != FindingCode::unknown_fact && f.planned != kNoStep && !f.clauses.empty();
}

std::vector<Finding> in_the_way(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice) {
    std::vector<Finding> out;
    for (const Choice& c : choices_for(rules, situation, choice)) {
        for (Finding& f : check(rules, calendar, situation, c).findings.list) {
            const bool said = std::any_of(out.begin(), out.end(), [&](const Finding& o) {
                return o.code == f.code && o.element == f.element && o.planned == f.planned && o.message == f.message;
            });
            if (!said && stands_in_the_way(f)) out.push_back(std::move(f));
        }
    }
    put_in_order(out, [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return out;
}

MendJudge::MendJudge(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice)
    : rules_(rules), calendar_(calendar), original_(situation), choice_(choice) {
    collect_patterns();
    Plan plan;
    for (const PlannedStep& s : situation.planned) plan.push_back(number(s));
    unfit_ = regime_of(plan).routes.front().unfit.size();
}

int MendJudge::number(const PlannedStep& step) {
    const auto at = std::find(steps_.begin(), steps_.end(), step);
    if (at != steps_.end()) return static_cast<int>(at - steps_.begin());
    steps_.push_back(step);
    std::vector<Truth> says;
    for (const StepPattern& p : patterns_) says.push_back(matches(catalogue(), step, p));
    says_.push_back(std::move(says));
    return static_cast<int>(steps_.size()) - 1;
}

// Patterns of conditions that are decided whatever is planned make no difference.
void MendJudge::collect(const Condition& condition) {
    bool asks = false;
    each_part(condition, [&](const Condition& c) { asks |= c.op == Condition::Op::planned; });
    if (!asks) return;
    std::map<std::string, Truth, std::less<>> done;  // what is said not to be done may yet be
    for (const auto& [id, d] : original_.done) {
        if (d.truth == Truth::yes) done[id] = d.truth;
    }
    if (judge(condition, {&original_.facts, &done, nullptr, nullptr}).truth != Truth::unknown) return;
    each_part(condition, [&](const Condition& c) {
        const bool known = std::any_of(patterns_.begin(), patterns_.end(), [&](const StepPattern& p) { return same(p, c.pattern); });
        if (c.op == Condition::Op::planned && !known) patterns_.push_back(c.pattern);
    });
}

void MendJudge::collect_patterns() {
    for (const std::string& id : original_.matters) {
        const Matter* m = find_matter(*rules_.pack, id);
        if (!m) continue;
        collect(m->applies_when);
        for (const StepRule& r : m->steps) collect(r.when);
        for (const Prerequisite& r : m->prerequisites) collect(r.when);
        for (const Prohibition& r : m->prohibitions) collect(r.when), collect(r.breach);
        for (const OpenReading& r : m->readings) collect(r.when);
    }
}

std::vector<Truth> MendJudge::truths(const Plan& plan) {
    std::vector<Truth> out(patterns_.size(), Truth::no);
    for (const int s : plan) {
        const std::vector<Truth>& says = says_[static_cast<std::size_t>(s)];
        for (std::size_t p = 0; p < out.size(); ++p) {
            if (says[p] == Truth::yes || out[p] == Truth::no) out[p] = says[p];
        }
    }
    return out;
}

Case MendJudge::situation_with(const Plan& plan) {
    Case out = regime_of(plan).situation;
    out.planned.clear();
    for (const int s : plan) out.planned.push_back(step(s));
    return out;
}

// One round: the routes as things stand. What has to be done first is done, and may bring other rules with it.
bool MendJudge::settle(Regime& regime) {
    regime.routes.clear();
    regime.broken.clear();
    const std::size_t before = regime.perform.size();
    for (const Choice& c : choices_for(rules_, regime.situation, choice_)) {
        regime.routes.push_back(route_from_facts(rules_, regime.situation, c));
        const Route& route = regime.routes.back();
        Alignment nothing;
        nothing.planned_of.assign(route.steps.size(), kNoStep);
        nothing.exact.assign(route.steps.size(), false);
        Findings found;
        findings_from_rules(rules_, route, regime.situation, c, nothing, found);
        for (Finding& f : found.list) {
            if (!stands_in_the_way(f)) continue;
            if (f.code == FindingCode::forbidden) regime.broken.push_back(f);
            if (f.code != FindingCode::prerequisite_unmet) continue;
            Edit edit = f.mend.front();
            const bool known = std::any_of(regime.perform.begin(), regime.perform.end(), [&](const Edit& e) { return e.thing == edit.thing; });
            edit.clauses = f.clauses;
            if (!known) regime.perform.push_back(std::move(edit));
        }
    }
    for (const Edit& e : regime.perform) regime.situation.done[e.thing].truth = Truth::yes;
    return regime.perform.size() == before;
}

std::unique_ptr<MendJudge::Regime> MendJudge::made(const Plan& plan) {
    auto out = std::make_unique<Regime>();
    out->situation = original_;
    out->situation.planned.clear();
    for (const int s : plan) out->situation.planned.push_back(step(s));
    while (!settle(*out)) {}
    const bool any = !regimes_.empty();
    for (const Route& r : out->routes) out->same_matters &= !any || r.unfit.size() == unfit_;
    return out;
}

MendJudge::Regime& MendJudge::regime_of(const Plan& plan) {
    std::vector<Truth> key = truths(plan);
    auto at = regimes_.find(key);
    if (at == regimes_.end()) at = regimes_.emplace(std::move(key), made(plan)).first;
    return *at->second;
}

int MendJudge::trouble_under(Regime& regime, const Route& route) {
    const Alignment alignment = align(rules_, route, regime.situation);
    Findings found;
    findings_from_plan(rules_, route, regime.situation, alignment, found);
    return static_cast<int>(std::count_if(found.list.begin(), found.list.end(), stands_in_the_way));
}

int MendJudge::trouble(const Plan& plan) {
    const auto known = troubles_.find(plan);
    if (known != troubles_.end()) return known->second;
    Regime& regime = regime_of(plan);
    regime.situation.planned.clear();
    for (const int s : plan) regime.situation.planned.push_back(step(s));
    int out = static_cast<int>(regime.broken.size());
    for (const Route& route : regime.routes) {
        if (route.outcome != Outcome::not_regulated) out += trouble_under(regime, route);
    }
    constexpr int kOutOfTheRules = 1000;
    if (!regime.same_matters) out += kOutOfTheRules;
    troubles_.emplace(plan, out);
    return out;
}

std::vector<std::string> MendJudge::complaints(const Plan& plan) {
    std::vector<std::string> out;
    for (const Finding& f : in_the_way(rules_, calendar_, situation_with(plan), choice_)) {
        if (!about_days(f)) out.push_back(key_of(f));
    }
    put_in_order(out);
    return out;
}

bool MendJudge::confirms(const Plan& plan) {
    if (!complained_) {
        Plan was;
        for (const PlannedStep& s : original_.planned) was.push_back(number(s));
        complaints_ = complaints(was);
        complained_ = true;
    }
    const std::vector<std::string> now = complaints(plan);
    return std::includes(complaints_.begin(), complaints_.end(), now.begin(), now.end());
}

}  // namespace signroute
