// The last day of one step: what follows from it alone.
#include <algorithm>

#include "core/schedule/plan_bounds.h"

namespace signroute {

namespace {

using Kind = PlanArc::Kind;

// What follows if one node is done on a given day and nothing else holds anybody up, under one bound.
class Influence {
  public:
    Influence(const PlanPass& pass, const PlanDays& base, std::size_t node, bool own_limits) : p_(pass), base_(base), node_(node), own_limits_(own_limits) {
        for (std::size_t i = 0; i < pass.network.nodes.size(); ++i) {
            if (pass.network.nodes[i].step && pass.network.nodes[i].shown) end_ = std::max(end_, base.at[i].day);
        }
    }
    std::vector<DayToMeet> checks(Day day);
    bool open() const { return open_; }

  private:
    bool touched(std::size_t node) const { return at_[node] > kEver; }
    void settle();
    Day day_of(std::size_t node);
    Day limit_start(std::size_t node) const;
    DayToMeet check(const PlanArc& a);

    const PlanPass& p_;
    const PlanDays& base_;
    std::size_t node_;
    bool own_limits_;
    Day end_ = kEver;  // of the route
    bool open_ = false;
    std::vector<Day> at_;  // kEver: not touched
};

// A limit runs from where its step is anyway, if that is later; not so while it is sought how much sooner all would have to be.
Day Influence::limit_start(std::size_t node) const {
    if (!touched(node)) return base_.at[node].day;
    return at_[node_] < base_.at[node_].day ? at_[node] : std::max(at_[node], base_.at[node].day);
}

Day Influence::day_of(std::size_t node) {
    Day out = kEver, allowed = kNever;
    bool limited = false;
    for (const PlanArc& a : p_.network.arcs) {
        if (a.to == node && a.kind == Kind::gap && touched(a.from)) {
            const PlanReach end = end_of_arc(p_, a, at_[a.from]);
            out = std::max(out, end.day), open_ |= end.open;
        }
        if (a.to == node && a.kind == Kind::allowance && !is_skipped(p_, a)) {
            const PlanReach end = end_of_arc(p_, a, limit_start(a.from));
            limited |= touched(a.from), allowed = std::min(allowed, end.day), open_ |= touched(a.from) && end.open;
        }
        if (a.from == node && a.kind == Kind::advance && !is_skipped(p_, a) && touched(a.to))
            out = std::max(out, first_reaching(p_.calendar, a.count, at_[a.to], p_.bound, p_.memo));
    }
    return limited ? std::max(out, allowed) : out;
}

void Influence::settle() {
    for (std::size_t round = 0; round <= at_.size(); ++round) {
        bool same = true;
        for (std::size_t i = kStartNode + 1; i < at_.size(); ++i) {
            if (i == node_ || p_.network.nodes[i].fixed || p_.network.nodes[i].over) continue;
            const Day now = day_of(i);
            same &= now <= at_[i];
            at_[i] = std::max(at_[i], now);
        }
        if (same) return;
    }
}

// The end of a limit that runs from a step which moves along bounds nothing by itself, but can be broken.
DayToMeet Influence::check(const PlanArc& a) {
    const PlanNode &from = p_.network.nodes[a.from], &to = p_.network.nodes[a.to];
    const bool out_of_it = to.over || (from.over && !from.fixed) || (is_skipped(p_, a) && a.limit >= 0);
    DayToMeet out{a.to, kNever, kEver, a.limit};
    out.limit_end = a.kind == Kind::allowance;
    if (a.kind == Kind::gap) {
        out.counted = to.fixed && touched(a.from) && !out_of_it;
        if (!out.counted) return out;
        out.by = *to.fixed;
        out.got = end_of_arc(p_, a, at_[a.from]).day;
        return out;
    }
    out.counted = touched(a.to) && !out_of_it && (a.to != node_ || own_limits_);
    if (!out.counted) return out;
    const PlanReach by = end_of_arc(p_, a, std::max(at_[a.from], base_.at[a.from].day));
    out.by = by.day;
    out.got = at_[a.to];
    out.open = by.open || base_.at[a.from].open;
    out.moves = touched(a.from);
    return out;
}

std::vector<DayToMeet> Influence::checks(Day day) {
    open_ = false;
    at_.assign(p_.network.nodes.size(), kEver);
    at_[node_] = day;
    settle();
    std::vector<DayToMeet> out;
    for (const PlanDated& d : p_.network.dated) {
        const bool meets = is_counted(p_, d) && touched(d.node) && (d.node != node_ || own_limits_ || d.limit < 0);
        out.push_back({d.node, d.by, at_[d.node], d.limit, d.target, meets});
    }
    for (const PlanArc& a : p_.network.arcs) {
        out.push_back(check(a));
        open_ |= out.back().open;
    }
    for (DayToMeet& c : out) c.open |= open_;  // which of the days hangs on it is not told apart
    const bool bounded = std::any_of(out.begin(), out.end(), [](const DayToMeet& c) { return c.counted && !c.moves; });
    Day last = kEver;
    for (std::size_t i = 0; i < at_.size(); ++i) {
        if (p_.network.nodes[i].step) last = std::max(last, at_[i]);
    }
    out.push_back({node_, end_, last, -1, false, !bounded, open_, true});
    return out;
}

}  // namespace

LatestDay latest_day(const PlanBounds& bounds, const PlanBothDays& on, std::size_t node, bool own_limits) {
    const PlanNode& n = bounds.worst().network.nodes[node];
    const PlanReach now = on.worst.at[node];
    if (n.fixed || n.over || now.day <= kEver) return {now, now};
    Influence best(bounds.best(), on.best, node, own_limits), worst(bounds.worst(), on.worst, node, own_limits);
    bool differ = false, open = false;  // the extremes may; some notice is missing
    const auto met = [&](Day day, bool unmoved_only) {
        const auto late = worst.checks(day);
        const bool both = on.open || worst.open();
        const auto soon = both ? best.checks(day) : late;
        differ |= both;
        open |= worst.open() || (both && best.open());
        return bounds.met(soon, late, unmoved_only);
    };
    const auto last = [&](const auto& good) -> PlanReach {
        const Day near = now.day >= kNever ? on.best.at[node].day : now.day;
        const Day unmoved = last_good(near, [&](Day day) { return good(met(day, true)); });
        if (unmoved == kNever || unmoved == kEver) return {unmoved, true};
        differ = open = false;
        if (unmoved < kLastDay) met(unmoved + days{1}, true);
        const Day day = first_good_back(unmoved, [&](Day d) { return good(met(d, false)); });
        return {day, day == kEver || open};
    };
    const PlanReach sure = last([](Truth t) { return t == Truth::yes; });
    return {sure, differ || sure.open ? last([](Truth t) { return t != Truth::no; }) : sure};
}

}  // namespace signroute
