#include "core/findings/mend_needs.h"

#include <algorithm>

#include "core/findings/plan_check.h"

namespace signroute {

namespace {

constexpr std::size_t kMostWays = 64;

bool weighs(const RouteStep& s) { return s.rule->strength == Strength::must || s.rule->strength == Strength::should; }

std::string path_name(const RouteStep& s) { return s.rule->path.empty() ? s.id : s.rule->path; }

// The ways through one group: for each the steps that are still to be taken.
struct Group {
    std::string name;
    std::vector<std::pair<std::string, Demand>> ways;
    std::vector<std::string> begun;  // of those whose acts are planned: where there is one, nobody meant to go another way
    bool idle = false;  // may stay as it is
};

}  // namespace

Needs::Needs(MendJudge& judge, const MendJudge::Regime& regime) : judge_(judge), situation_(regime.situation), lead_(lead_of(judge.catalogue(), judge.original().planned)) {
    for (const Route& route : regime.routes) add(route);
    for (const Route& route : regime.routes) set_order(route);
    decide_last();
    add_demands(regime);
}

int Needs::find(const std::string& id) const {
    const auto at = std::find_if(list_.begin(), list_.end(), [&](const Need& n) { return n.step->id == id; });
    return at == list_.end() ? kNoStep : static_cast<int>(at - list_.begin());
}

void Needs::add(const Route& route) {
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::not_required || find(s.id) != kNoStep || list_.size() == kMostSteps) continue;
        std::size_t listed = 0;
        for (const Matter* m : route.matters) {
            if (m->id == s.matter) listed += static_cast<std::size_t>(s.rule - m->steps.data());
            if (m->id == s.matter) break;
            listed += m->steps.size();
        }
        list_.push_back({&s, judge_.number(as_planned(s)), listed, {}, {}});
    }
}

// What lies before a step: all of it, or only what the check would miss there. It does not say that a step of which the
// text only says that it may be done is too early, and looks no farther where such a step is planned.
void Needs::reach(const Route& route, std::size_t from, bool enforced, StepSet& out) const {
    std::vector<const RouteStep*> open, seen;
    for (const RouteStep& s : route.steps) {
        if (s.id == list_[from].step->id) open = {&s};
    }
    while (!open.empty()) {
        const RouteStep* here = open.back();
        open.pop_back();
        for (const RouteStep& s : route.steps) {
            if (std::find(here->after.begin(), here->after.end(), s.id) == here->after.end()) continue;
            if (std::find(seen.begin(), seen.end(), &s) != seen.end()) continue;
            seen.push_back(&s);
            if (const int at = find(s.id); at != kNoStep) out.set(static_cast<std::size_t>(at));
            if (!enforced || s.rule->strength != Strength::may) open.push_back(&s);
        }
    }
}

void Needs::set_order(const Route& route) {
    for (std::size_t n = 0; n < list_.size(); ++n) {
        const auto here = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == list_[n].step->id; });
        if (here == route.steps.end() || here->status == StepStatus::not_required) continue;
        reach(route, n, false, list_[n].before_any);
        if (here->rule->strength != Strength::may) reach(route, n, true, list_[n].before);
    }
}

// A decision comes behind what the pack lists before it, where the text leaves that open.
void Needs::decide_last() {
    for (Need& n : list_) {
        for (std::size_t k = 0; k < list_.size() && n.step->rule->decides; ++k) {
            const bool after = list_[k].before_any[static_cast<std::size_t>(&n - list_.data())];
            if (list_[k].listed < n.listed && !list_[k].step->rule->decides && !after) n.before_any.set(k);
        }
    }
}

void Needs::add_demands(const MendJudge::Regime& regime) {
    Demand always;
    std::vector<Group> groups;
    for (const Route& route : regime.routes) {
        for (const RouteStep& s : route.steps) {
            const int at = find(s.id);
            if (s.status != StepStatus::required || at == kNoStep) continue;
            const bool open = !shown_done(regime.situation, s);
            if (s.group.empty()) {
                if (open && weighs(s)) always.set(static_cast<std::size_t>(at));
                continue;
            }
            auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == s.group; });
            if (group == groups.end()) group = groups.insert(groups.end(), Group{s.group, {}, {}, false});
            auto way = std::find_if(group->ways.begin(), group->ways.end(), [&](const auto& w) { return w.first == path_name(s); });
            if (way == group->ways.end()) way = group->ways.insert(group->ways.end(), {path_name(s), {}});
            if (open) way->second.set(static_cast<std::size_t>(at));
            group->idle |= !weighs(s);
            const auto& planned = judge_.original().planned;
            if (std::any_of(planned.begin(), planned.end(), [&](const PlannedStep& p) { return is_act(*s.rule, p.action); })) group->begun.push_back(way->first);
        }
    }
    demands_ = {always};
    for (const Group& g : groups) {
        std::vector<Demand> next;
        for (const Demand& d : demands_) {
            for (const auto& [name, steps] : g.ways) {
                if (g.begun.empty() || std::find(g.begun.begin(), g.begun.end(), name) != g.begun.end()) next.push_back(d | steps);
            }
            if (g.idle) next.push_back(d);
        }
        if (next.size() > kMostWays) next.resize(kMostWays);
        demands_ = std::move(next);
    }
}

const Needs::Fit& Needs::fit(int number) {
    const auto n = static_cast<std::size_t>(number);
    if (fits_.size() <= n) fits_.resize(n + 1);
    if (fits_[n].known) return fits_[n];
    Fit& out = fits_[n];
    out.known = true;
    for (std::size_t i = 0; i < list_.size(); ++i) {
        if (!may_take(judge_.catalogue(), *list_[i].step, judge_.step(number), lead_)) continue;
        out.near.set(i);
        if (faultless(number, i)) out.fits.set(i);
    }
    return out;
}

// The check of the one step laid on the one need, and nothing else.
bool Needs::faultless(int number, std::size_t need) const {
    Case alone;
    alone.facts = situation_.facts;
    alone.has_plan = true;
    alone.planned = {judge_.step(number)};
    const Alignment laid{.planned_of = {0}, .step_of = {0}, .exact = {true}, .dates = {}, .events = {}};
    Route route;
    route.steps = {*list_[need].step};
    route.steps.front().after.clear();
    route.steps.front().group.clear();
    Findings found;
    findings_from_plan(judge_.rules(), route, alone, laid, found);
    return std::none_of(found.list.begin(), found.list.end(), stands_in_the_way);
}

StepSet Needs::fits(int number) { return fit(number).fits; }
StepSet Needs::near(int number) { return fit(number).near; }

int Needs::given_to(int number, std::size_t need) {
    const RouteStep& r = *list_[need].step;
    const PlannedStep was = judge_.step(number);
    PlannedStep now = reassigned(judge_.catalogue(), r, was);
    const bool another = now.action != was.action;
    const bool to_fits = was.to.empty() || r.rule->to.empty() || reaches(judge_.catalogue(), r, was.to);
    if (another || !to_fits) now = readdressed(judge_.catalogue(), std::move(now), r.rule->to);
    if (another || !same_form(was.form, r.rule->form)) now.form = r.rule->form;
    return judge_.number(now);
}

std::string Needs::signature(const Demand& demand) const {
    std::string out;
    for (std::size_t n = 0; n < list_.size(); ++n) {
        if (!demand[n]) continue;
        out += list_[n].step->id + "=" + list_[n].step->role + "<";
        for (std::size_t b = 0; b < list_.size(); ++b) out += list_[n].before[b] ? list_[b].step->id + "," : "";
        out += ";";
    }
    return out;
}

}  // namespace signroute
