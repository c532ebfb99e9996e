// Whether a plan is in time, by how much it is late, and from when it would be.
#include <algorithm>

#include "core/schedule/plan_parts.h"
#include "core/schedule/plan_words.h"

namespace signroute {

namespace {

bool is_day(Day day) { return kFirstDay <= day && day <= kLastDay; }

// The check that decides: of the day asked for before all others, and of those the one that is most late, or least early.
std::optional<PlanCheck> deciding_check(const std::vector<PlanCheck>& all, bool has_target) {
    std::optional<PlanCheck> out;
    const auto margin = [](const PlanCheck& c) { return c.by - c.got; };
    for (const PlanCheck& c : all) {
        if (!out || (has_target && c.target != out->target ? c.target : margin(c) < margin(*out))) out = c;
    }
    return out;
}

std::optional<PlanCheck> most_late(const PlanWork& work, const PlanPass& pass, const PlanDays& on) {
    return deciding_check(breaches(pass, on, false), work.network.has_target);
}

// How many working days the day asked for is missed by, whichever calendar is announced: under one bound.
std::int64_t late_days(const Calendar& calendar, const std::optional<PlanCheck>& check, bool most) {
    if (!check || !is_day(check->by) || !is_day(check->got)) return 0;
    const WorkingDays n = calendar.working_days(check->by + days{1}, check->got + days{1});
    return most ? n.most : n.least;
}

// It is never "no" because it was not said whether a limit gives way to something else.
Truth feasible_from(const PlanWork& work, const PlanBothDays& both, PlanUse use) {
    if (breaches(work.worst, both.worst, false).empty()) return Truth::yes;
    if (breaches(work.best, both.best, false).empty()) return Truth::unknown;
    PlanPass lenient = work.best;
    lenient.lenient = true;
    return breaches(lenient, forward(lenient, work.start, use), false).empty() ? Truth::unknown : Truth::no;
}

// Both starts as a date; whether a notice is still to come is seen from the days that follow.
PlanDate start_by(const PlanWork& work, Day best, Day worst, PlanUse use) {
    if (best == kNever || worst == kNever) return {};
    bool open = false;
    const auto look = [&](const PlanPass& pass, Day start) {
        if (!is_day(start)) return;
        for (const PlanReach& r : forward(pass, start, use).at) open |= r.open;
        for (const PlanArc& a : work.network.arcs) {
            if (a.kind == PlanArc::Kind::advance) open |= reach(pass.calendar, a.count, work.full.worst.at[a.from].day, pass.bound).open;
        }
    };
    look(work.best, best);
    look(work.worst, worst);
    return date_of({best, open}, {worst, open});
}

PlanDoubt doubt_of(const PlanWork& work, const Plan& plan) {
    const auto waits = [](const PlanArc& a) { return a.count.waiting || std::any_of(a.count.pauses.begin(), a.count.pauses.end(), [](const PlanPause& p) { return !p.until; }); };
    if (std::any_of(work.network.arcs.begin(), work.network.arcs.end(), waits)) return PlanDoubt::interrupted;
    const bool facts = std::any_of(work.network.arcs.begin(), work.network.arcs.end(), [](const PlanArc& a) { return a.unsure || a.may_yield; }) ||
                       std::any_of(work.network.dated.begin(), work.network.dated.end(), [](const PlanDated& d) { return d.may_yield; });
    return !plan.not_covered.empty() && !facts ? PlanDoubt::notices : facts ? PlanDoubt::facts : PlanDoubt::none;
}

std::string goal_of(const PlanWork& work, const std::optional<PlanCheck>& check, int year) {
    const PlanSource& source = work.source;
    const auto& target = source.question.target;
    if (target && target->kind == PlanTarget::Kind::event && (!check || check->target)) return goal_of_event(source, target->id, target->date, year);
    if (!check) return "";
    if (check->limit >= 0) {
        const NetworkLimit& l = work.network.limits[static_cast<std::size_t>(check->limit)];
        const std::string& event = l.limit.scheduled.limit.rule->from;
        const auto given = source.situation.events.find(event);
        const bool from_event = l.arc >= 0 && work.network.arcs[static_cast<std::size_t>(l.arc)].kind == PlanArc::Kind::advance && given != source.situation.events.end();
        return from_event ? goal_of_event(source, event, given->second, year) : goal_of_limit(source, l.limit, check->by, year);
    }
    const PlanNode& node = work.network.nodes[check->node];
    return node.step ? goal_of_step(source, *node.step, check->by, year) : goal_of_event(source, node.id, check->by, year);
}

std::string end_text(const PlanWork& work, int year) {
    const Day best = end_of_route(work.network, work.full.best), worst = end_of_route(work.network, work.full.worst);
    if (!is_day(best) || !is_day(worst)) return "";
    return best == worst ? day_text(best, year) : day_text(best, year) + "至" + day_text(worst, year) + "之间";
}

}  // namespace

std::vector<PlanLink> critical_chain(const PlanWork& work) {
    std::vector<PlanCheck> all = checks(work.worst, work.full.worst, false);
    if (work.network.has_target) all.erase(std::remove_if(all.begin(), all.end(), [](const PlanCheck& c) { return !c.target; }), all.end());
    const bool late = !breaches(work.worst, work.full.worst, false).empty();
    const auto check = work.network.has_target || late ? deciding_check(all, work.network.has_target) : std::nullopt;
    if (check) return deciding_chain(work.worst, work.full.worst, check->node, PlanUse::all);
    const Day end = end_of_route(work.network, work.full.worst);
    for (std::size_t i = work.network.nodes.size(); i-- > 0;) {
        const PlanNode& n = work.network.nodes[i];
        if (n.step && n.shown && !n.over && work.full.worst.at[i].day == end) return deciding_chain(work.worst, work.full.worst, i, PlanUse::all);
    }
    return {};
}

void put_verdict(const PlanWork& work, Plan& out) {
    const Calendar& calendar = work.source.calendar;
    out.feasible = feasible_from(work, work.full, PlanUse::all);
    out.prompt_feasible = feasible_from(work, work.none, PlanUse::none);
    out.start_by = start_by(work, work.start_best.in_time, work.start_worst.in_time, PlanUse::all);
    out.prompt_start_by = start_by(work, work.prompt_best.in_time, work.prompt_worst.in_time, PlanUse::none);
    const auto best = most_late(work, work.best, work.full.best), worst = most_late(work, work.worst, work.full.worst);
    if (worst) out.late_by = PlanRange{late_days(calendar, best, false), late_days(calendar, worst, true)};
    const int year = year_of(is_day(work.start) ? work.start : kFirstDay);
    PlanVerdict v;
    v.feasible = out.feasible;
    v.start_given = out.start_given;
    v.years = out.not_covered;
    if (!is_day(end_of_route(work.network, work.full.worst)) || v.feasible == Truth::unknown) v.doubt = doubt_of(work, out);
    v.goal = goal_of(work, worst ? worst : deciding_check(checks(work.worst, work.full.worst, false), work.network.has_target), year);
    if (!worst && !work.network.has_target && !work.bounded()) v.goal.clear();
    if (worst && out.late_by) v.late = late_text(*out.late_by, (worst->got - worst->by).count());
    if (worst && !is_day(worst->got)) v.late.clear();
    if (out.start_by.earliest) v.start_by = start_text(calendar, *out.start_by.earliest, year);
    v.start = day_text(work.start, year);
    v.end = end_text(work, year);
    out.message = verdict_message(v);
}

}  // namespace signroute
