#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/schedule/schedule.h"

namespace signroute {

namespace {

// Days from `due` to `done`; 0 if not later.
std::int64_t days_late(const Calendar& calendar, const TimeLimit& limit, Day due, Day done) {
    if (done <= due) return 0;
    if (late_unit(limit) == DeadlineUnit::working_day) return calendar.working_days(due + days{1}, done + days{1}).least;
    return (done - due).count();
}

}  // namespace

DeadlineUnit late_unit(const TimeLimit& limit) {
    const bool working = limit.unit == DeadlineUnit::working_day && !limit.unit_open && !limit.day_of_month;
    return working ? DeadlineUnit::working_day : DeadlineUnit::calendar_day;
}

DeadlineQuestion question_of(const TimeLimit& limit, Day start, bool ledger) {
    DeadlineQuestion q;
    q.start = start;
    q.n = *limit.n;
    q.unit = limit.unit;
    q.direction = limit.direction;
    q.ledger = ledger;
    return q;
}

namespace {

// A count whose unit is open ends somewhere between its readings; what they share is sure.
DeadlineAnswer between(const DeadlineAnswer& a, const DeadlineAnswer& b) {
    DeadlineAnswer out = a;
    out.earliest = a.earliest && b.earliest ? std::optional(std::min(*a.earliest, *b.earliest)) : std::nullopt;
    out.latest = a.latest && b.latest ? std::optional(std::max(*a.latest, *b.latest)) : std::nullopt;
    if (a.due != b.due) out.due.reset();
    for (const int year : b.not_covered) out.not_covered.push_back(year);
    put_in_order(out.not_covered);
    out.not_covered.erase(std::unique(out.not_covered.begin(), out.not_covered.end()), out.not_covered.end());
    if (!out.due) out.ledger.clear();
    out.assumptions.push_back({"unit", "原文未说明按工作日还是按自然日计算，两种算法的结果都列入", "原文未规定"});
    return out;
}

std::optional<DeadlineAnswer> counted(const Calendar& calendar, const TimeLimit& limit, const LimitQuestion& question) {
    const auto count = [&](DeadlineUnit unit) {
        DeadlineQuestion q = question_of(limit, *question.start, question.ledger);
        q.unit = unit;
        const auto a = deadline(calendar, q);
        return a ? std::optional(*a) : std::nullopt;
    };
    if (!limit.unit_open) return count(limit.unit);
    const auto working = count(DeadlineUnit::working_day), plain = count(DeadlineUnit::calendar_day);
    return working && plain ? std::optional(between(*working, *plain)) : std::nullopt;
}

bool yields_to_agreement(const TimeLimit& limit) {
    return std::any_of(limit.gives_way_to.begin(), limit.gives_way_to.end(), [](const GivesWay& g) { return g.id == "agreed"; });
}

std::optional<DeadlineAnswer> answer_of(const Calendar& calendar, const TimeLimit& limit, const LimitQuestion& question) {
    if (question.agreed && yields_to_agreement(limit)) {
        DeadlineAnswer agreed;
        agreed.due = agreed.earliest = agreed.latest = question.agreed;
        return agreed;
    }
    if (limit.day_of_month) {
        const std::optional<Day> month = question.month ? question.month : question.start;
        if (!month) return std::nullopt;
        const auto a = monthly_cut_off(calendar, {*month, *limit.day_of_month, Roll::none, limit.day_open});
        return a ? std::optional(*a) : std::nullopt;
    }
    if (!question.start || !limit.n) return std::nullopt;
    return counted(calendar, limit, question);
}

LimitState state_of(const DeadlineAnswer& answer, const TimeLimit& limit, const LimitQuestion& question) {
    if (!question.done) return LimitState::open;
    const Day done = *question.done;
    if (limit.minimum) {  // not before the day counted to
        if (answer.latest && done >= *answer.latest) return LimitState::kept;
        return answer.earliest && done < *answer.earliest ? LimitState::missed : LimitState::undecided;
    }
    if (answer.earliest && done <= *answer.earliest) return LimitState::kept;
    return answer.latest && done > *answer.latest ? LimitState::missed : LimitState::undecided;
}

// Silence has its effect from the day after the last one; whether it came to that needs to be known, not assumed.
RanOut ran_out_of(const DeadlineAnswer& answer, const LimitQuestion& question, LimitState state) {
    RanOut out;
    if (answer.due) out.from = *answer.due + days{1};
    if (state == LimitState::kept) out.arises = Truth::no;
    if (state == LimitState::missed) out.arises = Truth::yes;
    if (state == LimitState::open && question.was_done == Truth::no && answer.due && question.today)
        out.arises = *question.today > *answer.due ? Truth::yes : Truth::no;
    return out;
}

std::string basis_text(const std::vector<Clause>& clauses) {
    std::string out, last;
    for (Clause c : clauses) {
        c.sentence = 0;  // for our own accounting, not a way of citing
        const std::string label = clause_label(c);
        if (label != last) out += (out.empty() ? "" : "、") + label;
        last = label;
    }
    return out;
}

// The first thing that the limit gives way to in this situation; conditions left open are named as assumptions.
const GivesWay* way_given(const TimeLimit& limit, const LimitQuestion& question, const std::function<Truth(const Condition&)>& holds,
                          ScheduledLimit& out) {
    const GivesWay* given = nullptr;
    for (const GivesWay& g : limit.gives_way_to) {
        const bool agreed = g.id == "agreed" && (question.agreed || question.agreed_elsewhere);
        const bool on_demand = g.when.op == Condition::Op::always;  // only when the user says so
        const Truth t = agreed ? Truth::yes : on_demand ? Truth::unknown : holds(g.when);
        if (t == Truth::yes && !given) given = &g;
        if (t == Truth::unknown) out.assumptions.push_back({"not_" + g.id, "没有计入的例外：" + g.say, basis_text(g.clauses)});
        out.may_give_way |= t == Truth::unknown && !on_demand;
    }
    if (question.agreed && !yields_to_agreement(limit))
        out.assumptions.push_back({"agreement_has_no_effect", "约定的日期不代替规定的期限", basis_text(limit.clauses)});
    return given;
}

}  // namespace

ScheduledLimit schedule_limit(const Calendar& calendar, const Applied<TimeLimit>& applied, const LimitQuestion& question,
                              const std::function<Truth(const Condition&)>& holds) {
    const TimeLimit& limit = *applied.rule;
    ScheduledLimit out;
    out.limit = applied;
    out.start = question.start;
    out.done = question.done;
    out.gives_way = way_given(limit, question, holds, out);
    const bool agreed = question.agreed && yields_to_agreement(limit);
    if (out.gives_way && !agreed) {
        out.state = LimitState::gives_way;
        return out;
    }
    if (!limit.n && !limit.day_of_month && !agreed) {
        out.state = LimitState::no_figure;
        return out;
    }
    out.answer = answer_of(calendar, limit, question);
    if (!out.answer) return out;
    out.state = state_of(*out.answer, limit, question);
    const std::optional<Day> until = question.done ? question.done : question.today;
    const std::optional<Day> end = limit.day_open ? out.answer->latest : out.answer->due;
    if (until && end && !limit.minimum) out.late_by = days_late(calendar, limit, *end, *until);
    out.expired = question.today && out.answer->latest && *question.today > *out.answer->latest;
    if (limit.runs_out) out.ran_out = ran_out_of(*out.answer, question, out.state);
    return out;
}

Schedule schedule_from_route(const Rules& rules, const Calendar& calendar, const Route& route, const Case& situation,
                             const Choice& choice, const std::map<std::string, Day>& step_dates, const std::map<std::string, Day>& event_dates) {
    Schedule out;
    for (const Applied<TimeLimit>& applied : route.limits) {
        if (applied.applies == Truth::no) continue;
        LimitQuestion q;
        q.start = event_day(*rules.catalogue, situation, applied.rule->from);
        if (const auto done = situation.events.find(applied.rule->to); done != situation.events.end()) q.done = done->second;
        const RouteStep* owner = find_step(route, applied.matter, applied.rule->step);
        const auto step = owner ? step_dates.find(owner->id) : step_dates.end();
        if (!q.done && step != step_dates.end()) q.done = step->second;
        const auto event = event_dates.find(applied.rule->to);
        if (!q.done && event != event_dates.end() && (!q.start || event->second >= *q.start)) q.done = event->second;
        q.was_done = q.done ? Truth::yes : Truth::unknown;
        q.today = situation.today;
        q.month = q.start;
        out.limits.push_back(schedule_limit(calendar, applied, q, [&](const Condition& c) {
            return judge_in(rules, c, situation, choice, applied.matter).truth;
        }));
        if (owner) out.limits.back().step = owner->id;
    }
    return out;
}

}  // namespace signroute
