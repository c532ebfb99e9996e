#include "core/schedule/plan_passes.h"

#include <algorithm>

namespace signroute {

namespace {

constexpr std::int64_t kLongestSearch = 20'000;  // days, forwards and backwards
constexpr std::int64_t kDaysTriedOneByOne = 400;

bool breaks_limit(const PlanPass& p, const PlanDays& on) {
    const auto all = breaches(p, on, false);
    return std::any_of(all.begin(), all.end(), [](const PlanCheck& c) { return c.limit >= 0; });
}

using Kind = PlanArc::Kind;

bool skipped(const PlanPass& p, const PlanArc& a) { return (a.unsure && p.bound == PlanBound::best) || (a.may_yield && p.lenient); }

bool counts(const PlanPass& p, const PlanDated& d) {
    const PlanNode& node = p.network.nodes[d.node];
    if (d.may_yield && !d.target && p.lenient) return false;
    return !node.over && (d.limit < 0 || d.target || !node.unsure || p.bound == PlanBound::worst);
}

// A step that may not be needed hands the order on without taking time; a limit that may not apply is left out.
PlanReach end_of(const PlanPass& p, const PlanArc& a, Day from) {
    if (!skipped(p, a)) return reach(p.calendar, a.count, from, p.bound, p.memo);
    return {a.limit < 0 ? from : kEver, false};
}

void raise(PlanReach& at, const PlanReach& by) {
    at.day = std::max(at.day, by.day);
    at.open |= by.open;
}

class Forward {
  public:
    Forward(const PlanPass& pass, Day start, PlanUse use) : p_(pass), start_(start), use_(use) {}
    PlanDays days(bool waiting);
    bool settled() const { return settled_; }

  private:
    PlanReach day_of(std::size_t node, const PlanDays& on, bool waiting) const;
    bool is_over(std::size_t node) const { return p_.network.nodes[node].over && !p_.network.nodes[node].fixed; }

    const PlanPass& p_;
    Day start_;
    PlanUse use_;
    bool settled_ = true;
};

// As soon as all is done that it waits for; with all the time used, on the first of its limits' last days.
PlanReach Forward::day_of(std::size_t node, const PlanDays& on, bool waiting) const {
    const PlanNode& n = p_.network.nodes[node];
    if (node == kStartNode) return {start_, false};
    if (n.fixed) return {*n.fixed, false};
    if (n.over) return {kEver, false};
    PlanReach out{n.step ? kEver : start_, false}, allowed{kNever, false};
    bool limited = false;
    for (const PlanArc& a : p_.network.arcs) {
        if (a.to == node && !is_over(a.from) && a.kind == Kind::gap) raise(out, end_of(p_, a, on.at[a.from].day)), out.open |= on.at[a.from].open;
        if (a.to == node && a.kind == Kind::allowance && use_ == PlanUse::all && !skipped(p_, a)) {
            const PlanReach end = end_of(p_, a, on.at[a.from].day);
            limited = true;
            allowed = {std::min(allowed.day, end.day), allowed.open || end.open || on.at[a.from].open};
        }
        const bool holds = a.from == node && !skipped(p_, a) && on.at[a.to].day > kEver;
        if (holds && (a.kind == Kind::advance || (waiting && a.kind == Kind::allowance))) {
            const Day first = first_reaching(p_.calendar, a.count, on.at[a.to].day, p_.bound, p_.memo);
            if (first > out.day) raise(out, {first, reach(p_.calendar, a.count, first, p_.bound, p_.memo).open || on.at[a.to].open});
        }
    }
    if (limited) raise(out, allowed);
    return out;
}

PlanDays Forward::days(bool waiting) {
    PlanDays out;
    out.at.resize(p_.network.nodes.size());
    settled_ = false;
    for (std::size_t round = 0; round < 2 * out.at.size() + 2 && !settled_; ++round) {
        settled_ = true;
        for (std::size_t i = 0; i < out.at.size(); ++i) {
            const PlanReach now = day_of(i, out, waiting);
            if (now.day != out.at[i].day) settled_ = false;
            out.at[i] = now;
        }
    }
    return out;
}

}  // namespace

PlanDays forward(const PlanPass& pass, Day start, PlanUse use) {
    Forward soon(pass, start, use);
    PlanDays out = soon.days(false);
    const auto can_wait = [&](const PlanArc& a) {
        const PlanNode& from = pass.network.nodes[a.from];
        return a.kind == Kind::allowance && a.from != kStartNode && !from.fixed && !from.over;
    };
    if (std::none_of(pass.network.arcs.begin(), pass.network.arcs.end(), can_wait) || !breaks_limit(pass, out)) return out;
    Forward later(pass, start, use);
    PlanDays waited = later.days(true);
    return later.settled() && !breaks_limit(pass, waited) ? waited : out;
}

std::vector<PlanCheck> checks(const PlanPass& pass, const PlanDays& on, bool dated_only) {
    std::vector<PlanCheck> out;
    const PlanNetwork& net = pass.network;
    const auto check = [&](std::size_t node, Day by, int limit, bool target) { out.push_back({node, by, on.at[node].day, limit, target}); };
    for (const PlanDated& d : net.dated) {
        if (counts(pass, d)) check(d.node, d.by, d.limit, d.target);
    }
    for (const PlanArc& a : net.arcs) {
        const PlanNode &from = net.nodes[a.from], &to = net.nodes[a.to];
        if (to.over || (from.over && !from.fixed) || (skipped(pass, a) && a.limit >= 0)) continue;
        if (a.kind == Kind::gap) {
            const Day soonest = end_of(pass, a, on.at[a.from].day).day;  // a day set for the step, and too soon for it
            if (to.fixed) out.push_back({a.to, *to.fixed, soonest, a.limit, false});
        } else if (!dated_only || from.fixed) {
            const bool target = static_cast<int>(a.from) == net.target && a.kind == Kind::advance;
            check(a.to, reach(pass.calendar, a.count, on.at[a.from].day, pass.bound, pass.memo).day, a.limit, target);
        }
    }
    return out;
}

std::vector<PlanCheck> breaches(const PlanPass& pass, const PlanDays& on, bool dated_only) {
    std::vector<PlanCheck> out = checks(pass, on, dated_only);
    out.erase(std::remove_if(out.begin(), out.end(), [](const PlanCheck& c) { return c.got <= c.by; }), out.end());
    return out;
}

namespace {

// The day after every day that the network names: where a search for the last good start begins.
std::optional<Day> beyond_all(const PlanNetwork& net) {
    std::optional<Day> out;
    const auto take = [&](Day day) { out = std::max(out.value_or(day), day); };
    for (const PlanDated& d : net.dated) take(d.by);
    for (const PlanNode& n : net.nodes) {
        if (n.fixed) take(*n.fixed);
    }
    return out ? std::optional(std::min(*out + days{1}, kLastDay)) : std::nullopt;
}

// The last day for which `good` holds, which holds up to some day and never after it. From `high` on; kNever, kEver.
template <class Good>
Day last_good(Day high, const Good& good) {
    Day low = high;
    for (std::int64_t step = 1; good(high); step *= 2) {
        if (step > kLongestSearch || kLastDay - high <= days{step}) return kNever;
        low = high;
        high += days{step};
    }
    for (std::int64_t step = 1; low == high || !good(low); step *= 2) {
        if (step > kLongestSearch || low - kFirstDay <= days{step}) return kEver;
        high = low;
        low -= days{step};
    }
    while (high - low > days{1}) {
        const Day middle = low + (high - low) / 2;
        (good(middle) ? low : high) = middle;
    }
    return low;
}

}  // namespace

LatestStart latest_start(const PlanPass& pass, PlanUse use) {
    const auto beyond = beyond_all(pass.network);
    if (!beyond) return {kNever, kNever};
    LatestStart out;
    out.dated = last_good(*beyond, [&](Day start) { return breaches(pass, Forward(pass, start, use).days(false), true).empty(); });
    if (out.dated == kNever) return {kNever, kNever};
    for (Day day = out.dated; day >= kFirstDay && out.dated - day <= days{kDaysTriedOneByOne}; day -= days{1}) {
        if (!breaches(pass, forward(pass, day, use), false).empty()) continue;
        out.in_time = day;
        break;
    }
    return out;
}

namespace {

// What follows if one node is done on a given day, and nothing else holds anybody up.
class Influence {
  public:
    Influence(const PlanPass& pass, const PlanDays& base, std::size_t node, Day end, bool own_limits)
        : p_(pass), base_(base), node_(node), end_(end), own_limits_(own_limits) {}
    // `dated_only`: as far as the days of others are fixed, which gets no better for a later day.
    bool in_time(Day day, bool dated_only);
    bool open() const { return open_; }

  private:
    bool touched(std::size_t node) const { return at_[node] > kEver; }
    bool settle();
    Day day_of(std::size_t node);
    bool keeps_dated(bool& bounded) const;
    bool keeps_arcs(bool& bounded, bool dated_only);

    const PlanPass& p_;
    const PlanDays& base_;
    std::size_t node_;
    Day end_;
    bool own_limits_;
    bool open_ = false;
    std::vector<Day> at_;
};

Day Influence::day_of(std::size_t node) {
    Day out = kEver, allowed = kNever;
    bool limited = false;
    for (const PlanArc& a : p_.network.arcs) {
        if (a.to == node && a.kind == Kind::gap && touched(a.from)) {
            const PlanReach end = end_of(p_, a, at_[a.from]);
            out = std::max(out, end.day), open_ |= end.open;
        }
        if (a.to == node && a.kind == Kind::allowance && !skipped(p_, a)) {
            const PlanReach end = end_of(p_, a, touched(a.from) ? at_[a.from] : base_.at[a.from].day);
            limited |= touched(a.from), allowed = std::min(allowed, end.day), open_ |= touched(a.from) && end.open;
        }
        if (a.from == node && a.kind == Kind::advance && !skipped(p_, a) && touched(a.to))
            out = std::max(out, first_reaching(p_.calendar, a.count, at_[a.to], p_.bound, p_.memo));
    }
    return limited ? std::max(out, allowed) : out;
}

bool Influence::settle() {
    for (std::size_t round = 0; round <= at_.size(); ++round) {
        bool same = true;
        for (std::size_t i = kStartNode + 1; i < at_.size(); ++i) {
            if (i == node_ || p_.network.nodes[i].fixed || p_.network.nodes[i].over) continue;
            const Day now = day_of(i);
            same &= now <= at_[i];
            at_[i] = std::max(at_[i], now);
        }
        if (same) return true;
    }
    return false;
}

bool Influence::keeps_dated(bool& bounded) const {
    for (const PlanDated& d : p_.network.dated) {
        if (!counts(p_, d) || !touched(d.node) || (d.node == node_ && !own_limits_ && d.limit >= 0)) continue;
        bounded = true;
        if (at_[d.node] > d.by) return false;
    }
    return true;
}

bool Influence::keeps_arcs(bool& bounded, bool dated_only) {
    for (const PlanArc& a : p_.network.arcs) {
        const PlanNode &from = p_.network.nodes[a.from], &to = p_.network.nodes[a.to];
        if (to.over || (from.over && !from.fixed) || (skipped(p_, a) && a.limit >= 0)) continue;
        if (a.kind == Kind::gap && to.fixed && touched(a.from)) {
            bounded = true;
            if (end_of(p_, a, at_[a.from]).day > *to.fixed) return false;
        }
        if (a.kind == Kind::gap || !touched(a.to) || (a.to == node_ && !own_limits_)) continue;
        if (touched(a.from) && dated_only) continue;
        bounded |= !touched(a.from);  // what moves along bounds nothing
        const PlanReach by = reach(p_.calendar, a.count, std::max(at_[a.from], base_.at[a.from].day), p_.bound, p_.memo);
        open_ |= by.open || base_.at[a.from].open;
        if (at_[a.to] > by.day) return false;
    }
    return true;
}

bool Influence::in_time(Day day, bool dated_only) {
    open_ = false;
    at_.assign(p_.network.nodes.size(), kEver);
    at_[node_] = day;
    if (!settle()) return false;
    bool bounded = false;
    if (!keeps_dated(bounded) || !keeps_arcs(bounded, dated_only)) return false;
    if (bounded) return true;
    for (std::size_t i = 0; i < at_.size(); ++i) {
        if (p_.network.nodes[i].step && at_[i] > end_) return false;
    }
    return true;
}

}  // namespace

PlanReach latest_day(const PlanPass& pass, const PlanDays& on, std::size_t node, Day end, bool own_limits) {
    const PlanNode& n = pass.network.nodes[node];
    const PlanReach now = on.at[node];
    if (n.fixed || n.over || now.day <= kEver || now.day >= kNever) return now;
    Influence then(pass, on, node, end, own_limits);
    const Day last = last_good(now.day, [&](Day day) { return then.in_time(day, true); });
    if (last <= kEver || last >= kNever) return {last, true};
    for (Day day = last; day >= kFirstDay && last - day <= days{kDaysTriedOneByOne}; day -= days{1}) {
        if (then.in_time(day, false)) return {day, then.open()};
    }
    return {kEver, true};
}

PlanLink deciding(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use) {
    PlanLink out{node, -1};
    if (node == kStartNode || pass.network.nodes[node].fixed || pass.network.nodes[node].over) return out;
    int best = 0;
    const auto take = [&](int worth, std::size_t from, std::size_t arc) {
        if (worth > best) best = worth, out = {from, static_cast<int>(arc)};
    };
    for (std::size_t i = 0; i < pass.network.arcs.size(); ++i) {
        const PlanArc& a = pass.network.arcs[i];
        const Day day = on.at[node].day;
        if (a.from == node && a.kind == Kind::advance && !skipped(pass, a) && first_reaching(pass.calendar, a.count, on.at[a.to].day, pass.bound, pass.memo) == day) take(2, a.to, i);
        if (a.to != node || a.kind == Kind::advance || (a.kind == Kind::allowance && (use == PlanUse::none || skipped(pass, a)))) continue;
        if (end_of(pass, a, on.at[a.from].day).day == day) {
            // Of several limits that end on one day none is moved by a step alone; of several waits any is.
            const int worth = a.kind == Kind::allowance ? (a.from == kStartNode ? 5 : 4) : (a.from == kStartNode ? 1 : 3);
            take(worth, a.from, i);
        }
    }
    return out;
}

std::vector<PlanLink> deciding_chain(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use) {
    std::vector<PlanLink> out;
    std::vector<bool> seen(pass.network.nodes.size());
    for (std::size_t at = node; !seen[at];) {
        seen[at] = true;
        const PlanLink link = deciding(pass, on, at, use);
        out.insert(out.begin(), {at, link.arc});
        if (link.arc < 0) break;
        at = link.node;
    }
    return out;
}

}  // namespace signroute
