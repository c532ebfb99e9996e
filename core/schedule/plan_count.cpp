#include "core/schedule/plan_count.h"

#include <algorithm>

#include "core/base/order.h"

namespace signroute {

namespace {

DeadlineQuestion question(Day start, std::int64_t n, DeadlineUnit unit, Direction direction, bool ledger = false) {
    DeadlineQuestion q;
    q.start = start;
    q.n = n;
    q.unit = unit;
    q.direction = direction;
    q.ledger = ledger;
    return q;
}

// The end of a plain period under one bound. A bound that deadline() has none for lies beyond all days.
PlanReach plain(const Calendar& calendar, const DeadlineQuestion& q, PlanBound bound) {
    const auto a = deadline(calendar, q);
    const bool after = q.direction == Direction::after;
    if (!a) return {after ? kNever : kEver, true};
    const bool early = (bound == PlanBound::best) == after;
    return {(early ? a->earliest : a->latest).value_or(after ? kNever : kEver), !a->due};
}

// Days after `start` that the unit would have counted in the pauses which begin by `end`: what ends there or later has all
// of them before it. nullopt: a pause has no end.
std::optional<std::int64_t> suspended(const Calendar& calendar, const PlanCount& count, DeadlineUnit unit, Day start, Day end, PlanBound bound) {
    std::int64_t out = 0;
    for (const PlanPause& p : count.pauses) {
        if (p.from > end) continue;
        if (!p.until && bound == PlanBound::worst) return std::nullopt;
        const Day from = std::max(p.from, start + days{1}), until = p.until.value_or(p.at_least);
        if (from > until) continue;
        const WorkingDays working = calendar.working_days(from, until + days{1});
        if (unit != DeadlineUnit::working_day) out += (until - from).count() + 1;
        else out += bound == PlanBound::best ? working.most : working.least;
    }
    return out;
}

bool has_open_end(const PlanCount& count) {
    return std::any_of(count.pauses.begin(), count.pauses.end(), [](const PlanPause& p) { return !p.until; });
}

// A leg with its pauses is one longer period: `n` and `unit` are what deadline() was asked in the end.
struct LegEnd {
    PlanReach reach;
    std::int64_t n = 0;
    DeadlineUnit unit = DeadlineUnit::working_day;
};

// Nothing to count: the day itself, or the day after the pause that it lies in.
LegEnd end_of_nothing(const PlanCount& count, Day start, PlanBound bound) {
    LegEnd out{{start, false}, 0, DeadlineUnit::calendar_day};
    for (const PlanPause& p : count.pauses) {
        if (out.reach.day < p.from || (p.until && out.reach.day > *p.until)) continue;
        if (p.until) out.reach.day = *p.until + days{1};
        else out.reach = {bound == PlanBound::worst ? kNever : std::max(out.reach.day, p.at_least + days{1}), true};
    }
    out.n = (out.reach.day - start).count();
    return out;
}

LegEnd end_of_leg(const Calendar& calendar, const PlanCount& count, const PlanLeg& leg, Day start, PlanBound bound) {
    if (leg.n == 0) return end_of_nothing(count, start, bound);
    LegEnd out{plain(calendar, question(start, leg.n, leg.unit, count.direction), bound), leg.n, leg.unit};
    if (count.pauses.empty() || out.reach.day > kLastDay) return out;
    std::int64_t n = leg.n;
    if (leg.unit == DeadlineUnit::month || leg.unit == DeadlineUnit::year) {
        n = (out.reach.day - start).count();
        out.unit = DeadlineUnit::calendar_day;
    }
    for (;;) {
        const auto skipped = suspended(calendar, count, out.unit, start, out.reach.day, bound);
        if (!skipped) return {{kNever, true}, n, out.unit};
        if (out.n == n + *skipped) break;
        out.n = n + *skipped;
        out.reach = plain(calendar, question(start, out.n, out.unit, count.direction), bound);
        if (out.reach.day > kLastDay) break;
    }
    out.reach.open |= has_open_end(count);
    return out;
}

Day begun(const PlanCount& count, Day from) { return count.not_before ? std::max(*count.not_before, from) : from; }

bool is_named(Day day) { return kFirstDay <= day && day <= kLastDay; }

}  // namespace

PlanMemo::Slot& PlanMemo::slot(const PlanCount& count, Day from) {
    const auto place = reinterpret_cast<std::uintptr_t>(&count) / sizeof(PlanCount) * 61 + static_cast<std::uintptr_t>((from - kEver).count());
    return slots_[place % slots_.size()];
}

PlanReach* PlanMemo::find(const PlanCount& count, Day from) {
    Slot& at = slot(count, from);
    return at.count == &count && at.from == from ? &at.reach : nullptr;
}

void PlanMemo::keep(const PlanCount& count, Day from, const PlanReach& reach) { slot(count, from) = {&count, from, reach}; }

PlanReach reach(const Calendar& calendar, const PlanCount& count, Day from, PlanBound bound, PlanMemo* memo) {
    if (!is_named(from)) return {from, false};
    if (memo) {
        if (const PlanReach* known = memo->find(count, from)) return *known;
        const PlanReach counted = reach(calendar, count, from, bound);
        memo->keep(count, from, counted);
        return counted;
    }
    PlanReach at{begun(count, from), false};
    for (const PlanLeg& leg : count.legs) {
        if (!is_named(at.day)) break;
        const PlanReach next = end_of_leg(calendar, count, leg, at.day, bound).reach;
        at = {next.day, at.open || next.open};
    }
    if (count.waiting) at = {bound == PlanBound::worst ? kNever : at.day, true};
    return at;
}

Day first_reaching(const Calendar& calendar, const PlanCount& count, Day wanted, PlanBound bound, PlanMemo* memo) {
    if (!is_named(wanted)) return wanted;
    const auto reaches = [&](Day from) { return reach(calendar, count, from, bound, memo).day >= wanted; };
    const bool after = count.direction == Direction::after;
    Day low = after ? wanted : wanted - days{1}, high = wanted;  // at last: `low` does not reach it, `high` does
    for (std::int64_t step = 1; after ? reaches(low) : !reaches(high); step *= 2) {
        if (after && low - kFirstDay <= days{step}) {
            if (reaches(kFirstDay)) return kEver;
            low = kFirstDay;
            break;
        }
        if (!after && kLastDay - high <= days{step}) return kNever;
        if (after) high = low, low -= days{step};
        else low = high, high += days{step};
    }
    if (low < kFirstDay) return kEver;
    while (high - low > days{1}) {
        const Day middle = low + (high - low) / 2;
        (reaches(middle) ? high : low) = middle;
    }
    return high;
}

namespace {

// Calls `visit` with what deadline() answers to each leg under one bound.
template <class Visit>
void each_answer(const Calendar& calendar, const PlanCount& count, Day from, PlanBound bound, const Visit& visit) {
    Day at = is_named(from) ? begun(count, from) : from;
    for (const PlanLeg& leg : count.legs) {
        if (!is_named(at)) return;
        const LegEnd end = end_of_leg(calendar, count, leg, at, bound);
        const auto a = deadline(calendar, question(at, end.n, end.unit, count.direction));
        if (a) visit(*a);
        at = end.reach.day;
    }
}

}  // namespace

void add_not_covered(const Calendar& calendar, const PlanCount& count, Day from, std::vector<int>& years) {
    const auto take = [&](const DeadlineAnswer& a) { years.insert(years.end(), a.not_covered.begin(), a.not_covered.end()); };
    for (const PlanBound bound : {PlanBound::best, PlanBound::worst}) each_answer(calendar, count, from, bound, take);
    put_in_order(years);
    years.erase(std::unique(years.begin(), years.end()), years.end());
}

void add_assumptions(const Calendar& calendar, const PlanCount& count, Day from, std::vector<Assumption>& out) {
    each_answer(calendar, count, from, PlanBound::worst, [&](const DeadlineAnswer& a) {
        for (const Assumption& one : a.assumptions) {
            if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
        }
    });
}

std::optional<PlanLedger> ledger_of(const Calendar& calendar, const PlanCount& count, Day from) {
    const PlanReach best = reach(calendar, count, from, PlanBound::best), worst = reach(calendar, count, from, PlanBound::worst);
    if (best.day != worst.day || best.open || worst.open || !is_named(from) || !is_named(best.day)) return std::nullopt;
    PlanLedger out;
    out.start = begun(count, from);
    out.end = best.day;
    out.legs = count.legs;
    out.direction = count.direction;
    out.bases = count.bases;
    Day at = out.start;
    for (const PlanLeg& leg : count.legs) {
        const LegEnd end = end_of_leg(calendar, count, leg, at, PlanBound::best);
        const auto a = deadline(calendar, question(at, end.n, end.unit, count.direction, true));
        if (!a || !a->due) return std::nullopt;
        for (const LedgerEntry& e : a->ledger) {
            if (!out.days.empty() && e.date <= out.days.back().day.date) continue;  // the last day of the leg before
            const auto in = std::find_if(count.pauses.begin(), count.pauses.end(), [&](const PlanPause& p) { return p.from <= e.date && p.until && e.date <= *p.until; });
            const bool paused = in != count.pauses.end() && e.reason != LedgerReason::first_day;
            out.days.push_back({e, paused ? in->basis : ""});
            out.days.back().day.counted &= !paused && leg.n > 0;
        }
        at = end.reach.day;
    }
    return out;
}

}  // namespace signroute
