#include "core/schedule/plan.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/schedule/plan_parts.h"

namespace signroute {

namespace {

// The given start, else today, else the last that is surely in time; failing that, one from which to see what is amiss.
Day start_of(const PlanSource& source, const PlanWork& work) {
    if (source.question.start) return *source.question.start;
    if (source.situation.today) return *source.situation.today;
    for (const Day day : {work.latest.sure, work.latest.possible, work.latest.unmoved}) {
        if (day != kEver && day != kNever) return day;
    }
    return source.question.target ? source.question.target->date : kEver;
}

void put_days(PlanWork& work) {
    work.latest = latest_start(work.bounds, PlanUse::all);
    work.prompt = latest_start(work.bounds, PlanUse::none);
    work.start = start_of(work.source, work);
    work.full = forward(work.bounds, work.start, PlanUse::all);
    work.none = forward(work.bounds, work.start, PlanUse::none);
}

void collect_years(const PlanWork& work, Plan& out) {
    for (const PlanArc& a : work.network.arcs) {
        for (const PlanDays* at : {&work.full.best, &work.full.worst}) add_not_covered(work.source.calendar, a.count, at->at[a.from].day, out.not_covered);
    }
    put_in_order(out.not_covered);
    out.not_covered.erase(std::unique(out.not_covered.begin(), out.not_covered.end()), out.not_covered.end());
}

// What the request says of steps and limits that this route has not.
void put_unused(const PlanSource& source, const PlanNetwork& network, Plan& out) {
    const auto has_limit = [&](const std::string& id) {
        return std::any_of(network.limits.begin(), network.limits.end(), [&](const NetworkLimit& l) { return l.limit.scheduled.limit.rule->id == id; });
    };
    const auto shown = [&](const std::string& id) {
        const int node = node_of_step(network, id);
        return node >= 0 && network.nodes[static_cast<std::size_t>(node)].shown;
    };
    for (const auto& [id, figure] : source.question.step_figures) {
        if (!shown(id)) out.unused.push_back(id);
    }
    for (const auto& [id, figure] : source.question.limit_figures) {
        if (!has_limit(id)) out.unused.push_back(id);
    }
    for (const Interruption& i : source.question.interruptions) {
        if (i.limit.empty() ? !shown(i.step) : !has_limit(i.limit)) out.unused.push_back(i.pointer);
    }
    for (const auto& [event, step] : source.question.ties) {
        if (!network.events.count(event)) out.unused.push_back(event);
    }
}

}  // namespace

PlanDate date_of(const PlanReach& one, const PlanReach& other) {
    PlanDate out;
    const Day from = std::min(one.day, other.day), to = std::max(one.day, other.day);
    if (from >= kFirstDay && from <= kLastDay) out.earliest = from;
    if (to >= kFirstDay && to <= kLastDay) out.latest = to;
    out.certain = out.earliest && out.earliest == out.latest && !one.open && !other.open;
    return out;
}

Day end_of_route(const PlanNetwork& network, const PlanDays& on) {
    Day out = kEver;
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        if (network.nodes[i].step && network.nodes[i].shown) out = std::max(out, on.at[i].day);
    }
    return out;
}

Result<Plan> plan_from_route(const Rules& rules, const Calendar& calendar, const Route& route, const Schedule& schedule,
                             const Case& situation, const PlanQuestion& question) {
    const PlanSource source{rules, calendar, route, schedule, situation, question};
    const auto network = network_of(source);
    if (!network) return network.error();
    PlanBounds bounds(calendar, *network);
    PlanWork work{source, *network, bounds};
    put_days(work);
    Plan out;
    out.outcome = route.outcome;
    if (work.start != kEver) out.start = work.start;
    out.start_given = question.start || situation.today;
    out.assumptions = network->assumptions;
    collect_years(work, out);
    put_steps(work, out);
    put_events(work, out);
    put_limits(work, out);
    put_silences(work, out);
    put_verdict(work, out);
    if (question.ledger) put_ledger(work, out);
    put_unused(source, *network, out);
    return out;
}

}  // namespace signroute
