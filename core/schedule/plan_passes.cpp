#include "core/schedule/plan_passes.h"

#include <algorithm>

namespace signroute {

namespace {

constexpr std::int64_t kLongestWait = 400;  // days; every round of a wait takes one or more

using Kind = PlanArc::Kind;

void raise(PlanReach& at, const PlanReach& by) {
    at.day = std::max(at.day, by.day);
    at.open |= by.open;
}

class Forward {
  public:
    Forward(const PlanPass& pass, Day start, PlanUse use, bool waiting) : p_(pass), start_(start), use_(use), waiting_(waiting) {}
    std::optional<PlanDays> go(Day until);

  private:
    PlanReach day_of(std::size_t node) const;
    void wait_for(const PlanArc& a, PlanReach& out) const;
    PlanReach end(const PlanArc& a) const {
        PlanReach out = end_of_arc(p_, a, on_.at[a.from].day);
        out.open |= on_.at[a.from].open;
        return out;
    }

    const PlanPass& p_;
    Day start_;
    PlanUse use_;
    bool waiting_;
    PlanDays on_;
};

// The event keeps its distance; what a limit runs from waits until the limit's end can be kept.
void Forward::wait_for(const PlanArc& a, PlanReach& out) const {
    const PlanReach to = on_.at[a.to];
    if (is_skipped(p_, a) || to.day <= kEver || !(a.kind == Kind::advance || (waiting_ && a.kind == Kind::allowance))) return;
    const Day first = first_reaching(p_.calendar, a.count, to.day, p_.bound, p_.memo);
    if (first > out.day) raise(out, {first, end_of_arc(p_, a, first).open || to.open});
}

// As soon as all is done that it waits for; with all the time used, on the first of its limits' last days.
PlanReach Forward::day_of(std::size_t node) const {
    const PlanNode& n = p_.network.nodes[node];
    if (node == kStartNode) return {start_, false};
    if (n.fixed) return {*n.fixed, false};
    if (n.over) return {kEver, false};
    PlanReach out{n.step ? kEver : start_, false}, allowed{kNever, false};
    bool limited = false;
    for (const PlanArc& a : p_.network.arcs) {
        if (a.from == node) wait_for(a, out);
        if (a.to != node) continue;
        const PlanNode& from = p_.network.nodes[a.from];
        if (a.kind == Kind::gap && !(from.over && !from.fixed)) raise(out, end(a));
        if (a.kind != Kind::allowance || use_ == PlanUse::none || is_skipped(p_, a)) continue;
        const PlanReach last = end(a);
        limited = true;
        allowed = {std::min(allowed.day, last.day), allowed.open || last.open};
    }
    if (limited) raise(out, allowed);
    return out;
}

std::optional<PlanDays> Forward::go(Day until) {
    on_.at.resize(p_.network.nodes.size());
    for (std::size_t round = 0; round < 2 * on_.at.size() + kLongestWait; ++round) {
        bool same = true;
        for (std::size_t i = 0; i < on_.at.size(); ++i) {
            const PlanReach now = day_of(i);
            same &= now.day == on_.at[i].day && now.open == on_.at[i].open;
            if (now.day > until) return std::nullopt;
            on_.at[i] = now;
        }
        if (same) return std::move(on_);
    }
    return std::nullopt;
}

}  // namespace

bool is_skipped(const PlanPass& p, const PlanArc& a) { return (a.unsure && p.bound == PlanBound::best) || (a.may_yield && p.lenient); }

bool can_wait(const PlanNetwork& network, const PlanArc& a) {
    const PlanNode& from = network.nodes[a.from];
    return a.kind == Kind::allowance && a.from != kStartNode && !from.fixed && !from.over;
}

bool is_counted(const PlanPass& p, const PlanDated& d) {
    const PlanNode& node = p.network.nodes[d.node];
    if (d.may_yield && !d.target && p.lenient) return false;
    return !node.over && (d.limit < 0 || d.target || !node.unsure || p.bound == PlanBound::worst);
}

// A step that may not be needed hands the order on without taking time; a limit that may not apply is left out.
PlanReach end_of_arc(const PlanPass& p, const PlanArc& a, Day from) {
    if (!is_skipped(p, a)) return reach(p.calendar, a.count, from, p.bound, p.memo);
    return {a.limit < 0 ? from : kEver, false};
}

PlanDays forward(const PlanPass& pass, Day start, PlanUse use) {
    const PlanDays nowhere{std::vector<PlanReach>(pass.network.nodes.size(), {kNever, true})};
    return Forward(pass, start, use, false).go(kNever).value_or(nowhere);
}

std::optional<PlanDays> forward_waiting(const PlanPass& pass, Day start, PlanUse use, Day last) {
    PlanPass attempt = pass;
    attempt.memo = pass.attempts;
    return Forward(attempt, start, use, true).go(last > kLastDay - days{kLongestWait} ? kLastDay : last + days{kLongestWait});
}

Day soonest(const PlanPass& pass, const PlanDays& on, std::size_t node) {
    Day gaps = kEver, allowed = kNever;
    for (const PlanArc& a : pass.network.arcs) {
        if (a.to != node || a.kind == Kind::advance) continue;
        const Day end = end_of_arc(pass, a, on.at[a.from].day).day;
        if (a.kind == Kind::gap) gaps = std::max(gaps, end);
        else if (!is_skipped(pass, a)) allowed = std::min(allowed, end);
    }
    return on.at[node].day == allowed ? gaps : on.at[node].day;  // else it is held up by more than its limits
}

std::vector<DayToMeet> checks(const PlanPass& pass, const PlanDays& on) {
    std::vector<DayToMeet> out;
    const PlanNetwork& net = pass.network;
    for (const PlanDated& d : net.dated) out.push_back({d.node, d.by, on.at[d.node].day, d.limit, d.target, is_counted(pass, d), on.at[d.node].open});
    for (const PlanArc& a : net.arcs) {
        const PlanNode &from = net.nodes[a.from], &to = net.nodes[a.to];
        if (a.kind == Kind::gap && !to.fixed) continue;
        const PlanReach end = end_of_arc(pass, a, on.at[a.from].day);
        DayToMeet c{a.to, end.day, on.at[a.to].day, a.limit};
        c.counted = !to.over && !(from.over && !from.fixed) && !(is_skipped(pass, a) && a.limit >= 0);
        c.open = end.open || on.at[a.from].open || on.at[a.to].open;
        if (a.kind == Kind::gap) {  // a day set for the step, and too soon for it
            c.by = *to.fixed;
            c.got = end.day;
        } else {
            c.target = static_cast<int>(a.from) == net.target && a.kind == Kind::advance;
            c.moves = !from.fixed;
            c.limit_end = a.kind == Kind::allowance;
            c.waits = can_wait(net, a);
            if (c.limit_end) c.got = soonest(pass, on, a.to);
        }
        out.push_back(c);
    }
    return out;
}

PlanLink deciding(const PlanPass& pass, const PlanDays& on, std::size_t node, PlanUse use) {
    PlanLink out{node, -1};
    if (node == kStartNode || pass.network.nodes[node].fixed || pass.network.nodes[node].over) return out;
    const Day day = on.at[node].day;
    int best = 0;
    const auto take = [&](int worth, std::size_t from, std::size_t arc) {
        if (worth > best) best = worth, out = {from, static_cast<int>(arc)};
    };
    for (std::size_t i = 0; i < pass.network.arcs.size(); ++i) {
        const PlanArc& a = pass.network.arcs[i];
        const bool used = !is_skipped(pass, a) && (a.kind != Kind::allowance || use == PlanUse::all);
        if (a.from == node && a.kind == Kind::advance && used && first_reaching(pass.calendar, a.count, on.at[a.to].day, pass.bound, pass.memo) == day) take(2, a.to, i);
        if (a.to != node || a.kind == Kind::advance || (!used && a.kind == Kind::allowance) || end_of_arc(pass, a, on.at[a.from].day).day != day) continue;
        // Of several limits that end on one day none is moved by a step alone; of several waits any is.
        const bool at_start = a.from == kStartNode;
        take(a.kind == Kind::allowance ? (at_start ? 5 : 4) : (at_start ? 1 : 3), a.from, i);
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
