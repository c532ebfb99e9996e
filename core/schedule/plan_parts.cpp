// The steps, events, limits and silences of a plan.
#include "core/schedule/plan_parts.h"

#include <algorithm>

namespace signroute {

namespace {

// Working days after `from`, up to and with `to`; below 0 where `to` lies before it.
std::int64_t working_between(const Calendar& calendar, Day from, Day to, bool most) {
    const bool later = to >= from;
    const WorkingDays n = calendar.working_days(std::min(from, to) + days{1}, std::max(from, to) + days{1});
    return later ? (most ? n.most : n.least) : -(most ? n.least : n.most);
}

std::optional<PlanRange> slack_of(const PlanWork& work, std::size_t node, const LatestDay& last) {
    const Day best = work.full.best.at[node].day, worst = work.full.worst.at[node].day;
    if (!is_day(best) || !is_day(worst) || !is_day(last.sure.day) || !is_day(last.possible.day)) return std::nullopt;
    const Calendar& calendar = work.source.calendar;
    PlanRange out{working_between(calendar, worst, last.sure.day, false), working_between(calendar, best, last.possible.day, true)};
    if (met(work.bounds, work.full) == Truth::yes) out.least = std::max<std::int64_t>(out.least, 0);
    return out;
}

void put_times(const PlanWork& work, std::size_t node, PlanStep& out) {
    out.due = date_of(work.full.best.at[node], work.full.worst.at[node]);
    if (out.done) return;
    out.earliest = date_of(work.none.best.at[node], work.none.worst.at[node]);
    const LatestDay last = latest_day(work.bounds, work.full, node);
    out.latest = date_of(last.sure, last.possible);
    out.slack = slack_of(work, node, last);
}

PlanDate day_after(const PlanDate& day) {
    PlanDate out = day;
    for (auto* end : {&out.earliest, &out.latest}) {
        if (*end && **end < kLastDay) **end += days{1};
    }
    return out;
}

// It has come to that, has not, or nobody has said whether an answer was given.
Truth silent_now(const PlanWork& work, const PlanNode& node, const PlanDate& due) {
    const auto& today = work.source.situation.today;
    const std::optional<Day> day = node.fixed ? node.fixed : today;
    const bool told = node.fixed || (said_not_done(work.source.situation, *node.step) && today);
    if (!told || !day || !due.earliest || !due.latest) return Truth::unknown;
    return *day > *due.latest ? Truth::yes : *day <= *due.earliest ? Truth::no : Truth::unknown;
}

// Whether what follows is still in time if it only goes on when the silence has its effect.
Truth silence_in_time(const PlanWork& work, std::size_t node, Day due_best, Day due_worst) {
    const LatestDay last = latest_day(work.bounds, work.full, node, false);
    const auto fits = [](Day due, Day by) { return is_day(due) && due + days{1} <= by; };
    if (fits(due_worst, last.sure.day)) return Truth::yes;
    return fits(due_best, last.possible.day) ? Truth::unknown : Truth::no;
}

// Where the limit ends under one bound, from the day it runs from by the time allowed.
PlanReach due_of(const PlanWork& work, const NetworkLimit& l, const PlanPass& pass, const PlanDays& at) {
    if (l.dated >= 0) return {work.network.dated[static_cast<std::size_t>(l.dated)].by, false};
    const PlanArc& a = work.network.arcs[static_cast<std::size_t>(l.arc)];
    const PlanReach from = at.at[a.from], end = reach(work.source.calendar, a.count, from.day, pass.bound);
    return {end.day, end.open || from.open};
}

// Whether the limit is kept by the days of the plan; done already, by that day.
Truth kept(const PlanWork& work, const NetworkLimit& l, Day due_best, Day due_worst) {
    const auto to = static_cast<std::size_t>(l.to);
    const PlanNode& node = work.network.nodes[to];
    if (node.over && !node.fixed) return Truth::unknown;
    const Day best = work.full.best.at[to].day, worst = work.full.worst.at[to].day;
    if (l.limit.scheduled.limit.rule->minimum) return worst >= due_worst && best >= due_best ? Truth::yes : Truth::no;
    const bool end = l.arc >= 0 && work.network.arcs[static_cast<std::size_t>(l.arc)].kind == PlanArc::Kind::allowance;
    const auto check = [&](const PlanPass& pass, const PlanDays& on, Day day, Day due) {
        return DayToMeet{to, due, end && !node.fixed ? soonest(pass, on, to) : day, -1, false, true, true, end};
    };
    return work.bounds.met(check(work.bounds.best(), work.full.best, best, due_best), check(work.bounds.worst(), work.full.worst, worst, due_worst));
}

}  // namespace

void put_steps(const PlanWork& work, Plan& out) {
    std::vector<PlanLink> chain = critical_chain(work);
    for (std::size_t i = 0; i < work.network.nodes.size(); ++i) {
        const PlanNode& n = work.network.nodes[i];
        if (!n.step || !n.shown) continue;
        PlanStep s;
        s.step = n.step;
        s.done = n.over;
        s.counted = n.unsure ? Truth::unknown : Truth::yes;
        s.critical = std::any_of(chain.begin(), chain.end(), [&](const PlanLink& l) { return l.node == i; });
        for (const NetworkLimit& l : work.network.limits) {
            if (l.to == static_cast<int>(i) || (!l.limit.step.empty() && l.limit.step == n.id)) s.limits.push_back(l.limit.scheduled.limit.rule->id);
        }
        const auto said = work.network.said.find(i);
        if (said != work.network.said.end()) s.assumptions = said->second;
        put_times(work, i, s);
        out.steps.push_back(std::move(s));
    }
    for (const PlanLink& l : chain) {
        if (work.network.nodes[l.node].step && work.network.nodes[l.node].shown) out.critical_path.push_back(work.network.nodes[l.node].id);
    }
}

void put_events(const PlanWork& work, Plan& out) {
    for (const auto& [id, e] : work.network.events) {
        const std::size_t node = e.node;
        const auto day = [node](const PlanBothDays& both) { return date_of(both.best.at[node], both.worst.at[node]); };
        out.events.push_back({id, e.tied, e.given, day(work.none), day(work.full)});
    }
}

void put_limits(const PlanWork& work, Plan& out) {
    for (const NetworkLimit& l : work.network.limits) {
        out.limits.push_back(l.limit);
        if (l.limit.state != PlanLimitState::runs) continue;
        PlanLimit& shown = out.limits.back();
        const PlanReach best = due_of(work, l, work.bounds.best(), work.full.best), worst = due_of(work, l, work.bounds.worst(), work.full.worst);
        shown.due = date_of(best, worst);
        shown.kept = kept(work, l, best.day, worst.day);
        if (l.arc < 0) continue;
        const PlanArc& a = work.network.arcs[static_cast<std::size_t>(l.arc)];
        shown.start = date_of(work.full.best.at[a.from], work.full.worst.at[a.from]);
        for (const PlanDays* at : {&work.full.best, &work.full.worst}) {
            add_not_covered(work.source.calendar, a.count, at->at[a.from].day, shown.not_covered);
            add_assumptions(work.source.calendar, a.count, at->at[a.from].day, shown.assumptions);
        }
    }
}

void put_silences(const PlanWork& work, Plan& out) {
    for (std::size_t i = 0; i < work.network.limits.size(); ++i) {
        const NetworkLimit& l = work.network.limits[i];
        const TimeLimit& rule = *l.limit.scheduled.limit.rule;
        if (!rule.runs_out || l.arc < 0 || !work.network.nodes[static_cast<std::size_t>(l.to)].step) continue;
        const auto to = static_cast<std::size_t>(l.to);
        const PlanNode& node = work.network.nodes[to];
        const PlanReach best = due_of(work, l, work.bounds.best(), work.full.best), worst = due_of(work, l, work.bounds.worst(), work.full.worst);
        const PlanDate due = date_of(best, worst);
        PlanSilence s{&*rule.runs_out, rule.id, l.limit.step, day_after(due), silent_now(work, node, due), std::nullopt};
        if (work.bounded() && !node.over) s.in_time = silence_in_time(work, to, best.day, worst.day);
        out.silences.push_back(std::move(s));
    }
}

}  // namespace signroute
