// The limits of a route as arcs of its network.
#include <algorithm>

#include "core/schedule/plan_network.h"

namespace signroute {

namespace {

class Limits {
  public:
    Limits(const PlanSource& source, PlanNetwork& out) : s_(source), out_(out) {}
    std::optional<Error> add(const ScheduledLimit& scheduled);

  private:
    std::optional<PlanLeg> figure(const TimeLimit& limit, PlanLimit& out) const;
    bool has_urgent_figure(const ScheduledLimit& scheduled) const;
    int end_of(const ScheduledLimit& scheduled);
    void add_monthly(NetworkLimit& l);
    std::optional<Error> add_counted(NetworkLimit& l, const PlanLeg& leg);
    void say(NetworkLimit& l) const;
    bool unsure(const NetworkLimit& l) const;

    const PlanSource& s_;
    PlanNetwork& out_;
};

// The text's figure, else the user's.
std::optional<PlanLeg> Limits::figure(const TimeLimit& limit, PlanLimit& out) const {
    if (limit.n) return PlanLeg{*limit.n, limit.unit_open ? s_.question.open_unit.value_or(DeadlineUnit::working_day) : limit.unit};
    const auto own = s_.question.limit_figures.find(limit.id);
    if (own == s_.question.limit_figures.end()) return std::nullopt;
    out.bases.push_back(own->second.basis);
    out.assumptions.push_back({"own_figure", "原文没有天数，按提问给定的计", own->second.basis});
    return PlanLeg{own->second.n, own->second.unit};
}

// Said to be urgent with a figure: then it no longer matters what the text lets the limit give way to.
bool Limits::has_urgent_figure(const ScheduledLimit& scheduled) const {
    return std::any_of(s_.question.interruptions.begin(), s_.question.interruptions.end(), [&](const Interruption& i) {
        const bool mine = i.limit == scheduled.limit.rule->id || (!i.step.empty() && i.step == scheduled.step);
        return mine && i.kind == InterruptionKind::urgent && i.n;
    });
}

// The limit's own step, else the event that must have happened.
int Limits::end_of(const ScheduledLimit& scheduled) {
    const int own = scheduled.step.empty() ? -1 : node_of_step(out_, scheduled.step);
    if (own >= 0 || scheduled.limit.rule->to.empty()) return own;
    return event_node(s_, out_, {scheduled.limit.rule->to, -1, false, false});
}

bool Limits::unsure(const NetworkLimit& l) const {
    const ScheduledLimit& s = l.limit.scheduled;
    return s.limit.applies == Truth::unknown || (l.to >= 0 && out_.nodes[static_cast<std::size_t>(l.to)].unsure);
}

void Limits::say(NetworkLimit& l) const {
    const ScheduledLimit& s = l.limit.scheduled;
    const TimeLimit& limit = *s.limit.rule;
    const std::string clauses = clause_labels(s_.rules, limit.clauses);
    l.limit.assumptions.insert(l.limit.assumptions.end(), s.assumptions.begin(), s.assumptions.end());
    if (unsure(l)) l.limit.assumptions.push_back({"may_apply", "这一时限是否适用尚未确定，较早的日期按不适用计，较晚的日期按适用计", clauses});
    if (limit.unit_open && limit.n)
        l.limit.assumptions.push_back({"unit", l.limit.legs.front().unit == DeadlineUnit::working_day ? "按工作日计算" : "按自然日计算", "原文未规定"});
}

// Where the month is known: that of the request, else that of the day it counts from.
void Limits::add_monthly(NetworkLimit& l) {
    const TimeLimit& limit = *l.limit.scheduled.limit.rule;
    const auto& target = s_.question.target;
    std::optional<Day> month = event_day(*s_.rules.catalogue, s_.situation, limit.from);
    const bool asked = target && target->kind == PlanTarget::Kind::event && target->id == limit.from;
    if (asked) month = target->date;
    if (target && target->kind == PlanTarget::Kind::limit && target->id == limit.id) month = target->date;
    const auto due = month ? monthly_cut_off(s_.calendar, {*month, *limit.day_of_month, Roll::none, limit.day_open}) : Result<DeadlineAnswer>(Error{});
    const std::optional<Day> day = !due ? std::nullopt : due->due ? due->due : due->earliest;  // the safe day, where the last is open
    if (!day || l.to < 0) {
        l.limit.state = PlanLimitState::no_start;
        return;
    }
    l.limit.assumptions.insert(l.limit.assumptions.end(), due->assumptions.begin(), due->assumptions.end());
    l.limit.start = {month, month, true};
    l.dated = static_cast<int>(out_.dated.size());
    out_.dated.push_back({static_cast<std::size_t>(l.to), *day, static_cast<int>(out_.limits.size()), asked, l.limit.scheduled.may_give_way});
}

std::optional<Error> Limits::add_counted(NetworkLimit& l, const PlanLeg& leg) {
    const ScheduledLimit& s = l.limit.scheduled;
    const TimeLimit& limit = *s.limit.rule;
    PlanCount count;
    count.direction = limit.direction;
    count.legs = {leg};
    count.bases = l.limit.bases;
    const auto laid = interrupted(s_, count, s.step, &s);
    if (!laid) return laid.error();
    l.limit.legs = laid->legs;
    l.limit.bases = laid->bases;
    const bool before = limit.direction == Direction::before;
    const bool owned = !s.step.empty() && node_of_step(out_, s.step) >= 0;
    l.from = l.to < 0 ? -1 : event_node(s_, out_, {limit.from, owned ? l.to : -1, true, before});
    const bool absent = l.from >= 0 && out_.nodes[static_cast<std::size_t>(l.from)].over && !out_.nodes[static_cast<std::size_t>(l.from)].fixed;
    const auto turned = [&] {  // it would run from what waits for its end, or count back from what its end waits for
        const auto from = static_cast<std::size_t>(l.from), to = static_cast<std::size_t>(l.to);
        return before ? comes_after(out_, to, from) : comes_after(out_, from, to);
    };
    if (l.from < 0 || l.from == l.to || absent || turned()) {
        l.limit.state = PlanLimitState::no_start;
        l.limit.legs.clear();
        return std::nullopt;
    }
    const PlanArc::Kind kind = limit.minimum ? PlanArc::Kind::gap : before ? PlanArc::Kind::advance : PlanArc::Kind::allowance;
    l.arc = static_cast<int>(out_.arcs.size());
    out_.arcs.push_back({static_cast<std::size_t>(l.from), static_cast<std::size_t>(l.to), kind, *laid, unsure(l), s.may_give_way, static_cast<int>(out_.limits.size())});
    return std::nullopt;
}

std::optional<Error> Limits::add(const ScheduledLimit& scheduled) {
    const TimeLimit& limit = *scheduled.limit.rule;
    NetworkLimit l;
    l.limit.scheduled = scheduled;
    l.limit.step = scheduled.step;
    const int own = scheduled.step.empty() ? -1 : node_of_step(out_, scheduled.step);
    if (own >= 0 && !out_.nodes[static_cast<std::size_t>(own)].shown) return std::nullopt;  // of the way that is not taken
    // What is laid over it is held to its rules also where nothing can be counted.
    if (const auto laid = interrupted(s_, {.legs = {{0, limit.unit}}, .direction = limit.direction}, scheduled.step, &scheduled); !laid) return laid.error();
    auto leg = figure(limit, l.limit);
    if (has_urgent_figure(scheduled)) {
        l.limit.scheduled.gives_way = nullptr;
        l.limit.scheduled.may_give_way = false;
        if (!leg) leg = PlanLeg{0, DeadlineUnit::working_day};
    }
    l.limit.state = l.limit.scheduled.gives_way ? PlanLimitState::gives_way : leg || limit.day_of_month ? PlanLimitState::runs : PlanLimitState::no_figure;
    if (l.limit.state == PlanLimitState::runs) {
        l.to = end_of(scheduled);
        if (limit.day_of_month) add_monthly(l);
        else if (auto wrong = add_counted(l, *leg)) return wrong;
    }
    if (l.limit.state == PlanLimitState::runs) say(l);
    out_.limits.push_back(std::move(l));
    return std::nullopt;
}

}  // namespace

std::optional<Error> add_limits(const PlanSource& source, PlanNetwork& out) {
    Limits limits(source, out);
    for (const ScheduledLimit& l : source.schedule.limits) {
        if (auto wrong = limits.add(l)) return wrong;
    }
    return std::nullopt;
}

}  // namespace signroute
