// Whether a plan is in time, by how much it is late, and from when it would be.
#include <algorithm>

#include "core/schedule/plan_parts.h"
#include "core/schedule/plan_words.h"

namespace signroute {

namespace {

// One day to meet, under both bounds.
struct BothChecks {
    DayToMeet best, worst;
};

std::vector<BothChecks> checks_of(const PlanWork& work) {
    const auto best = checks(work.bounds.best(), work.full.best), worst = checks(work.bounds.worst(), work.full.worst);
    std::vector<BothChecks> out;
    for (std::size_t i = 0; i < best.size() && i < worst.size(); ++i) {
        if (worst[i].counted) out.push_back({best[i], worst[i]});
    }
    return out;
}

// The day that decides: what is missed for sure before what may be, the day that was asked for before all others, and of
// those the one that is most late, or least early; the last of several.
std::optional<BothChecks> deciding_check(const PlanWork& work, bool only_target) {
    std::optional<BothChecks> out;
    const auto rank = [&](const BothChecks& c) {
        const Truth met = work.bounds.met(c.best, c.worst);
        return (met == Truth::no ? 0 : met == Truth::unknown ? 2 : 4) + (c.worst.target ? 0 : 1);
    };
    const auto margin = [](const BothChecks& c) { return c.worst.by - c.worst.got; };
    for (const BothChecks& c : checks_of(work)) {
        if (only_target && !c.worst.target) continue;
        if (!out || rank(c) < rank(*out) || (rank(c) == rank(*out) && margin(c) <= margin(*out))) out = c;
    }
    return out;
}

// How many working days it is missed by, under one bound.
std::int64_t late_days(const Calendar& calendar, const DayToMeet& check, bool most) {
    if (!check.broken() || !is_day(check.by) || !is_day(check.got)) return 0;
    const WorkingDays n = calendar.working_days(check.by + days{1}, check.got + days{1});
    return most ? n.most : n.least;
}

// It is never "no" because it was not said whether a limit gives way to something else.
Truth feasible_from(const PlanWork& work, const PlanBothDays& on, PlanUse use) {
    const Truth out = met(work.bounds, on);
    if (out != Truth::no) return out;
    work.bounds.set_lenient(true);
    const bool may_be = met(work.bounds, forward(work.bounds, work.start, use)) != Truth::no;
    work.bounds.set_lenient(false);
    return may_be ? Truth::unknown : Truth::no;
}

// Both starts as a date; whether a notice is still to come is seen from the days that follow.
PlanDate start_by(const PlanWork& work, const LatestStart& latest, PlanUse use) {
    if (latest.sure == kNever || latest.possible == kNever) return {};
    bool open = latest.sure != latest.possible;
    if (!open && is_day(latest.sure)) {
        const PlanBothDays on = forward(work.bounds, latest.sure, use);
        for (const PlanReach& r : on.worst.at) open |= r.open;
        for (const PlanArc& a : work.network.arcs) {
            if (a.kind == PlanArc::Kind::advance) open |= end_of_arc(work.bounds.worst(), a, on.worst.at[a.from].day).open;
        }
    }
    return date_of({latest.sure, open}, {latest.possible, open});
}

PlanDoubt doubt_of(const PlanWork& work, const Plan& plan) {
    const auto waits = [](const PlanArc& a) { return a.count.waiting || std::any_of(a.count.pauses.begin(), a.count.pauses.end(), [](const PlanPause& p) { return !p.until; }); };
    if (std::any_of(work.network.arcs.begin(), work.network.arcs.end(), waits)) return PlanDoubt::interrupted;
    const bool facts = std::any_of(work.network.arcs.begin(), work.network.arcs.end(), [](const PlanArc& a) { return a.unsure || a.may_yield; }) ||
                       std::any_of(work.network.dated.begin(), work.network.dated.end(), [](const PlanDated& d) { return d.may_yield; });
    return !plan.not_covered.empty() && !facts ? PlanDoubt::notices : facts ? PlanDoubt::facts : PlanDoubt::none;
}

std::string goal_of(const PlanWork& work, const DayToMeet* check, int year) {
    const PlanSource& source = work.source;
    const auto& target = source.question.target;
    if (target && target->kind == PlanTarget::Kind::event && (!check || check->target)) return goal_of_event(source, target->id, target->date, year);
    if (!check) return "";
    if (check->limit >= 0) {
        const NetworkLimit& l = work.network.limits[static_cast<std::size_t>(check->limit)];
        const std::string& event = l.limit.scheduled.limit.rule->from;
        const auto given = event_day(*source.rules.catalogue, source.situation, event);
        const bool from_event = l.arc >= 0 && work.network.arcs[static_cast<std::size_t>(l.arc)].kind == PlanArc::Kind::advance && given;
        return from_event ? goal_of_event(source, event, *given, year) : goal_of_limit(source, l.limit, check->by, year);
    }
    const PlanNode& node = work.network.nodes[check->node];
    return node.step ? goal_of_step(source, *node.step, check->by, year) : goal_of_event(source, node.id, check->by, year);
}

std::string end_text(const PlanWork& work, int year) {
    const Day best = end_of_route(work.network, work.full.best), worst = end_of_route(work.network, work.full.worst);
    if (!is_day(best) || !is_day(worst)) return "";
    return best == worst ? to_chinese_date(best, year) : to_chinese_date(best, year) + "至" + to_chinese_date(worst, year) + "之间";
}

}  // namespace

std::vector<PlanLink> critical_chain(const PlanWork& work) {
    const PlanPass& pass = work.bounds.worst();
    const auto check = deciding_check(work, work.network.has_target);
    if (check && (work.network.has_target || check->worst.broken())) return deciding_chain(pass, work.full.worst, check->worst.node, PlanUse::all);
    const Day end = end_of_route(work.network, work.full.worst);
    for (std::size_t i = work.network.nodes.size(); i-- > 0;) {
        const PlanNode& n = work.network.nodes[i];
        if (n.step && n.shown && !n.over && work.full.worst.at[i].day == end) return deciding_chain(pass, work.full.worst, i, PlanUse::all);
    }
    return {};
}

void put_verdict(const PlanWork& work, Plan& out) {
    const Calendar& calendar = work.source.calendar;
    out.feasible = feasible_from(work, work.full, PlanUse::all);
    out.prompt_feasible = feasible_from(work, work.none, PlanUse::none);
    out.start_by = start_by(work, work.latest, PlanUse::all);
    out.prompt_start_by = start_by(work, work.prompt, PlanUse::none);
    const auto check = deciding_check(work, false);
    const bool late = check && check->worst.broken();
    if (late && is_day(check->worst.got)) out.late_by = PlanRange{late_days(calendar, check->best, false), late_days(calendar, check->worst, true)};
    const int year = year_of(is_day(work.start) ? work.start : kFirstDay);
    PlanVerdict v;
    v.feasible = out.feasible;
    v.start_given = out.start_given;
    v.years = out.not_covered;
    v.start = to_chinese_date(work.start, year);
    v.end = end_text(work, year);
    if (v.end.empty() || v.feasible == Truth::unknown) v.doubt = doubt_of(work, out);
    out.fixed_only = check && !late && check->worst.limit < 0 && !work.network.has_target && out.feasible != Truth::no && out.start_by.earliest == check->worst.by;
    if (late || work.network.has_target || work.bounded()) (out.fixed_only ? v.fixed : v.goal) = goal_of(work, check ? &check->worst : nullptr, year);
    v.begins_after = check && is_day(check->worst.by) && is_day(work.start) && check->worst.by < work.start;
    if (out.late_by) v.late = late_text(*out.late_by, (check->worst.got - check->worst.by).count());
    if (out.start_by.earliest) v.start_by = start_text(calendar, *out.start_by.earliest, year);
    v.uncounted = std::any_of(out.limits.begin(), out.limits.end(), [](const PlanLimit& l) {
        return l.state != PlanLimitState::runs && l.scheduled.limit.applies == Truth::yes && !l.step.empty();
    });
    v.counted = !work.source.question.step_figures.empty() ||
                std::any_of(out.limits.begin(), out.limits.end(), [](const PlanLimit& l) { return l.state == PlanLimitState::runs; });
    v.done = std::all_of(out.steps.begin(), out.steps.end(), [](const PlanStep& s) { return s.done || s.counted == Truth::no; });
    out.message = out.steps.empty() ? "原文没有写明步骤，排不出日程。" : verdict_message(v);
}

}  // namespace signroute
