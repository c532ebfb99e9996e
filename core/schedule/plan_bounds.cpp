#include "core/schedule/plan_bounds.h"

#include <algorithm>

namespace signroute {

namespace {

using Kind = PlanArc::Kind;

bool counts_working_days(const PlanLeg& leg) { return leg.unit == DeadlineUnit::working_day; }

bool mixes_units(const PlanNetwork& network) {
    bool working = false, others = false;
    for (const PlanArc& a : network.arcs) {
        if (a.kind == Kind::advance) continue;
        for (const PlanLeg& leg : a.count.legs) (counts_working_days(leg) ? working : others) |= leg.n > 0;
        others |= !a.count.pauses.empty() || a.count.not_before || a.count.waiting;  // days that are given
    }
    return working && others;
}

// Days other than the start and the day to meet that something is counted from.
bool is_anchored(const PlanNetwork& network) {
    return std::any_of(network.arcs.begin(), network.arcs.end(), [&](const PlanArc& a) { return network.nodes[a.from].fixed && a.kind != Kind::advance; });
}

bool has_unsure(const PlanNetwork& network) {
    const auto unsure = [](const auto& e) { return e.unsure; };
    return std::any_of(network.arcs.begin(), network.arcs.end(), unsure) || std::any_of(network.nodes.begin(), network.nodes.end(), unsure);
}

// The most days of one unit that lie between `from` and `to` by what steps wait for; -1: none, or others do as well.
std::int64_t days_between(const PlanNetwork& network, std::size_t from, std::size_t to, DeadlineUnit unit) {
    std::vector<std::int64_t> most(network.nodes.size(), -1);
    most[from] = 0;
    for (std::size_t round = 0; round < most.size(); ++round) {
        for (const PlanArc& a : network.arcs) {
            if (a.kind != Kind::gap || most[a.from] < 0 || a.unsure || network.nodes[a.to].fixed || network.nodes[a.to].over) continue;
            const PlanLeg& leg = a.count.legs.front();
            const bool plain = a.count.direction == Direction::after && a.count.legs.size() == 1 && a.count.pauses.empty() && !a.count.not_before && !a.count.waiting;
            if (plain && (leg.n == 0 || leg.unit == unit)) most[a.to] = std::max(most[a.to], most[a.from] + leg.n);
        }
    }
    return most[to];
}

bool is_hopeless(const PlanNetwork& network) {
    return std::any_of(network.arcs.begin(), network.arcs.end(), [&](const PlanArc& a) {
        const PlanNode &from = network.nodes[a.from], &to = network.nodes[a.to];
        if (a.kind != Kind::allowance || a.unsure || from.over || from.fixed || to.over || to.fixed || a.count.legs.size() != 1) return false;
        const PlanLeg& leg = a.count.legs.front();
        const bool days_only = leg.unit == DeadlineUnit::working_day || leg.unit == DeadlineUnit::calendar_day;
        const bool plain = a.count.pauses.empty() && !a.count.not_before && !a.count.waiting;
        return days_only && plain && days_between(network, a.from, a.to, leg.unit) > leg.n;
    });
}

Truth all_of(Truth a, Truth b) { return a == Truth::no || b == Truth::no ? Truth::no : a == Truth::yes ? b : Truth::unknown; }

bool breaks_limit(const std::vector<DayToMeet>& all) {
    return std::any_of(all.begin(), all.end(), [](const DayToMeet& c) { return c.limit_end && c.broken(); });
}

bool is_open(const PlanDays& on) {
    return std::any_of(on.at.begin(), on.at.end(), [](const PlanReach& r) { return r.open; });
}

bool is_open(const std::vector<DayToMeet>& all) {
    return std::any_of(all.begin(), all.end(), [](const DayToMeet& c) { return c.open; });
}

// As soon as can be; where a limit is broken so, what it runs from waits, if that mends it.
PlanDays forward_one(const PlanBounds& bounds, const PlanPass& pass, Day start, PlanUse use, bool& open) {
    const auto waits = [&](const PlanArc& a) { return can_wait(pass.network, a); };
    PlanDays out = forward(pass, start, use);
    const auto all = checks(pass, out);
    open |= is_open(out) || is_open(all);
    if (std::none_of(pass.network.arcs.begin(), pass.network.arcs.end(), waits) || bounds.hopeless() || !breaks_limit(all)) return out;
    Day last = start;
    for (const PlanReach& r : out.at) last = std::max(last, r.day);
    auto waited = forward_waiting(pass, start, use, last);
    if (!waited) return out;
    const auto then = checks(pass, *waited);
    open |= is_open(*waited) || is_open(then);
    return breaks_limit(then) ? out : std::move(*waited);
}

// It cannot be said how long anything would wait: the late days are beyond saying.
void leave_late_days_open(const PlanNetwork& network, PlanDays& worst) {
    for (std::size_t i = kStartNode + 1; i < network.nodes.size(); ++i) {
        if (!network.nodes[i].fixed && !network.nodes[i].over) worst.at[i] = {kNever, true};
    }
}

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

}  // namespace

PlanBounds::PlanBounds(const Calendar& calendar, const PlanNetwork& network)
    : best_{calendar, network, PlanBound::best, &best_memo_, &best_attempts_},
      worst_{calendar, network, PlanBound::worst, &worst_memo_, &worst_attempts_} {
    unsure_ = has_unsure(network);
    mixed_ = unsure_ || mixes_units(network);
    hopeless_ = is_hopeless(network);
    anchored_ = is_anchored(network);
}

Truth PlanBounds::met(const DayToMeet& best, const DayToMeet& worst) const {
    if (!best.counted || !worst.counted) return best.broken() || worst.broken() ? Truth::unknown : Truth::yes;
    if (!best.limit_end || (!unsure_ && !worst.open)) return !worst.broken() ? Truth::yes : best.broken() ? Truth::no : Truth::unknown;
    const bool never = best.got > worst.by;
    if (mixed_) return worst.got <= best.by ? Truth::yes : never ? Truth::no : Truth::unknown;
    if (!best.broken() && !worst.broken()) return Truth::yes;
    return best.broken() && worst.broken() && (never || !anchored_) ? Truth::no : Truth::unknown;
}

Truth PlanBounds::met(const std::vector<DayToMeet>& best, const std::vector<DayToMeet>& worst, bool unmoved_only) const {
    Truth out = Truth::yes;
    for (std::size_t i = 0; i < best.size() && i < worst.size(); ++i) {
        if (!unmoved_only || !best[i].moves) out = all_of(out, met(best[i], worst[i]));
    }
    return out;
}

Truth met(const PlanBounds& bounds, const PlanBothDays& on, bool unmoved_only) {
    const auto worst = checks(bounds.worst(), on.worst);
    return bounds.met(on.open ? checks(bounds.best(), on.best) : worst, worst, unmoved_only);
}

PlanBothDays forward(const PlanBounds& bounds, Day start, PlanUse use) {
    PlanBothDays out;
    out.open = bounds.unsure();
    out.worst = forward_one(bounds, bounds.worst(), start, use, out.open);
    out.best = out.open ? forward_one(bounds, bounds.best(), start, use, out.open) : out.worst;
    if (!out.open || bounds.all_alike()) return out;
    // Elsewhere the calendars between the two may make something wait that neither does.
    const PlanBothDays soon{forward(bounds.best(), start, use), forward(bounds.worst(), start, use), true};
    const auto best = checks(bounds.best(), soon.best), worst = checks(bounds.worst(), soon.worst);
    bool kept = true;
    for (std::size_t i = 0; i < best.size(); ++i) kept &= !best[i].waits || bounds.met(best[i], worst[i]) == Truth::yes;
    if (kept) return out;
    out = soon;
    leave_late_days_open(bounds.worst().network, out.worst);
    return out;
}

namespace {

// Held against the given days only, nobody waiting: that only makes it later.
Truth meets_given(const PlanBounds& bounds, Day start, PlanUse use, bool& open) {
    PlanBothDays on;
    on.worst = forward(bounds.worst(), start, use);
    on.open = bounds.unsure() || is_open(on.worst) || is_open(checks(bounds.worst(), on.worst));
    on.best = on.open ? forward(bounds.best(), start, use) : on.worst;
    open |= on.open;
    return met(bounds, on, true);
}

Truth meets_all(const PlanBounds& bounds, Day start, PlanUse use, bool& open) {
    const PlanBothDays on = forward(bounds, start, use);
    open |= on.open;
    return met(bounds, on);
}

}  // namespace

LatestStart latest_start(const PlanBounds& bounds, PlanUse use) {
    const auto beyond = beyond_all(bounds.worst().network);
    if (!beyond) return {kNever, kNever, kNever};
    bool open = false;
    LatestStart out;
    out.unmoved = last_good(*beyond, [&](Day start) { return meets_given(bounds, start, use, open) == Truth::yes; });
    if (out.unmoved == kNever) return {kNever, kNever, kNever};
    if (bounds.hopeless()) return out;
    open = bounds.unsure();
    if (out.unmoved < kLastDay) meets_given(bounds, out.unmoved + days{1}, use, open);
    out.possible = out.sure = first_good_back(out.unmoved, [&](Day start) { return meets_all(bounds, start, use, open) == Truth::yes; });
    if (!open) return out;
    const Day possible = last_good(*beyond, [&](Day start) { return meets_given(bounds, start, use, open) != Truth::no; });
    out.possible = possible == kNever ? kNever : first_good_back(possible, [&](Day start) { return meets_all(bounds, start, use, open) != Truth::no; });
    return out;
}

}  // namespace signroute
