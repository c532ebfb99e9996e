#include "tests/core/plan_routes.h"

namespace signroute::test {

int pick(Random& random, int from, int to) { return from + static_cast<int>(random() % static_cast<std::uint64_t>(to - from + 1)); }

namespace {

DeadlineUnit random_unit(Random& random, bool short_ones) {
    const int dice = pick(random, 1, 20);
    if (dice == 1 && !short_ones) return DeadlineUnit::month;
    return dice <= 6 ? DeadlineUnit::calendar_day : DeadlineUnit::working_day;
}

std::int64_t random_n(Random& random, DeadlineUnit unit, bool short_ones) {
    if (unit == DeadlineUnit::month) return pick(random, 1, 2);
    if (short_ones) return pick(random, 1, 3);
    return pick(random, 0, 12) ? pick(random, 1, 10) : pick(random, 11, 40);
}

PlainLimit random_limit(Random& random, int steps, bool short_ones) {
    PlainLimit out;
    const int dice = pick(random, 1, 10);
    out.kind = dice <= 6 ? PlainLimit::Kind::most : dice <= 8 ? PlainLimit::Kind::ahead : PlainLimit::Kind::least;
    out.to = pick(random, 0, steps - 1);
    out.from = out.kind == PlainLimit::Kind::ahead ? kFromGoal : pick(random, kFromStart, out.to - 1);
    out.unit = random_unit(random, short_ones);
    out.n = random_n(random, out.unit, short_ones);
    if (out.kind == PlainLimit::Kind::most && !short_ones && pick(random, 0, 5)) out.n += 4;  // most can be kept
    return out;
}

std::string id_of(int step) { return "s" + std::to_string(step); }

}  // namespace

PlainRoute random_route(Random& random, Day first_goal, Day last_goal, bool short_ones) {
    PlainRoute out;
    const int steps = pick(random, 1, short_ones ? 4 : 7);
    for (int i = 0; i < steps; ++i) {
        out.before.emplace_back();
        for (int j = 0; j < i; ++j) {
            if (pick(random, 0, 2) == 0) out.before.back().push_back(j);
        }
        const DeadlineUnit unit = random_unit(random, short_ones);
        const std::int64_t n = random_n(random, unit, short_ones);
        out.own.push_back({pick(random, 0, 2) ? 0 : pick(random, 0, 5) ? (n + 1) / 2 : n, unit});
    }
    for (int limits = pick(random, 0, 4); limits > 0; --limits) out.limits.push_back(random_limit(random, steps, short_ones));
    out.goal_is_event = pick(random, 0, 2) > 0;
    if (!out.goal_is_event) std::erase_if(out.limits, [](const PlainLimit& l) { return l.kind == PlainLimit::Kind::ahead; });
    out.goal = first_goal + days{pick(random, 0, static_cast<int>((last_goal - first_goal).count()))};
    return out;
}

PlannedRoute::PlannedRoute(const PlainRoute& plain) {
    for (int i = 0; i < plain.steps(); ++i) {
        StepRule rule;
        rule.id = id_of(i);
        rule.role = "clerk";
        rule.action = "review";
        steps_.push_back(rule);
        RouteStep step;
        step.rule = &steps_.back();
        step.id = rule.id;
        step.matter = "edict";
        step.role = rule.role;
        for (const int before : plain.before[static_cast<std::size_t>(i)]) step.after.push_back(id_of(before));
        route_.steps.push_back(step);
        const PlanLeg own = plain.own[static_cast<std::size_t>(i)];
        if (own.n > 0) question.step_figures[rule.id] = {own.n, own.unit, "经办人估计"};
    }
    for (std::size_t i = 0; i < plain.limits.size(); ++i) {
        const PlainLimit& l = plain.limits[i];
        TimeLimit limit;
        limit.id = "limit" + std::to_string(i);
        limit.title = limit.id;
        limit.n = static_cast<int>(l.n);
        limit.unit = l.unit;
        limit.minimum = l.kind == PlainLimit::Kind::least;
        limit.direction = l.kind == PlainLimit::Kind::ahead ? Direction::before : Direction::after;
        limit.from = l.from == kFromGoal ? "goal" : "event" + std::to_string(i);
        if (l.from != kFromGoal) question.ties[limit.from] = l.from == kFromStart ? "" : id_of(l.from);
        limits_.push_back(limit);
        ScheduledLimit scheduled;
        scheduled.limit.rule = &limits_.back();
        scheduled.limit.matter = "edict";
        scheduled.step = id_of(l.to);
        schedule_.limits.push_back(scheduled);
    }
    question.target = plain.goal_is_event ? PlanTarget{PlanTarget::Kind::event, "goal", plain.goal, "/to/event"}
                                          : PlanTarget{PlanTarget::Kind::step, id_of(plain.steps() - 1), plain.goal, "/to/step"};
    situation_.matters = {"edict"};
}

Plan PlannedRoute::plan(const Calendar& calendar) const {
    const auto out = plan_from_route(harbour(), calendar, route_, schedule_, situation_, question);
    REQUIRE_MESSAGE(out, (out ? "" : out.error().message));
    return *out;
}

namespace {

// Raises one day after another until nothing has to be raised; false where a limit cannot be kept, whatever waits.
class Raising {
  public:
    Raising(const PlainRoute& route, const ListedDays& listed, Day start, const PlainWay& way)
        : r_(route), listed_(listed), start_(start), way_(way), at_(static_cast<std::size_t>(route.steps()), start) {}
    PlainPlan plan();

  private:
    Day& at(int step) { return at_[static_cast<std::size_t>(step)]; }
    Day from(const PlainLimit& l) { return l.from == kFromStart ? start_ : at(l.from); }
    Day end(const PlainLimit& l) { return listed_.count(from(l), l.n, l.unit, 1); }
    bool raise(int step, Day day) {
        if (at(step) >= day) return false;
        at(step) = day;
        return true;
    }
    bool raise_steps();
    bool raise_waiting();
    bool keeps_limits();
    bool meets_goal();

    const PlainRoute& r_;
    const ListedDays& listed_;
    Day start_;
    PlainWay way_;
    std::vector<Day> at_;
};

bool Raising::raise_steps() {
    bool more = false;
    for (int s = 0; s < r_.steps(); ++s) {
        const PlanLeg own = r_.own[static_cast<std::size_t>(s)];
        more |= raise(s, listed_.count(start_, own.n, own.unit, 1));
        for (const int before : r_.before[static_cast<std::size_t>(s)]) more |= raise(s, listed_.count(at(before), own.n, own.unit, 1));
        if (s == way_.held) more |= raise(s, way_.held_until);
        std::optional<Day> allowed;
        for (const PlainLimit& l : r_.limits) {
            if (l.to != s) continue;
            if (l.kind == PlainLimit::Kind::least) more |= raise(s, end(l));
            if (l.kind == PlainLimit::Kind::most) allowed = std::min(allowed.value_or(end(l)), end(l));
        }
        if (way_.all && allowed) more |= raise(s, *allowed);
    }
    return more;
}

bool Raising::raise_waiting() {
    bool more = false;
    for (const PlainLimit& l : r_.limits) {
        while (way_.wait && l.kind == PlainLimit::Kind::most && l.from != kFromStart && end(l) < at(l.to)) at(l.from) += days{1}, more = true;
    }
    return more;
}

bool Raising::keeps_limits() {
    for (const PlainLimit& l : r_.limits) {
        if (l.kind == PlainLimit::Kind::most && at(l.to) > end(l)) return false;
        if (l.kind == PlainLimit::Kind::ahead && at(l.to) > listed_.count(r_.goal, l.n, l.unit, -1)) return false;
    }
    return true;
}

bool Raising::meets_goal() {
    if (!r_.goal_is_event) return at(r_.steps() - 1) <= r_.goal;
    return std::all_of(at_.begin(), at_.end(), [&](Day d) { return d <= r_.goal; });
}

PlainPlan Raising::plan() {
    while (raise_steps()) {
    }
    const Day horizon = *std::max_element(at_.begin(), at_.end()) + days{400};
    for (bool more = true; more;) {
        more = raise_steps();
        more |= raise_waiting();
        if (std::any_of(at_.begin(), at_.end(), [&](Day d) { return d > horizon; })) return {false, at_};
    }
    return {keeps_limits() && meets_goal(), at_};
}

}  // namespace

PlainPlan plain_plan(const PlainRoute& route, const ListedDays& listed, Day start, const PlainWay& way) {
    return Raising(route, listed, start, way).plan();
}

std::string describe(const PlainRoute& route) {
    std::string out = (route.goal_is_event ? "event " : "last step ") + to_text(route.goal);
    const auto leg = [](std::int64_t n, DeadlineUnit unit) { return std::to_string(n) + " " + std::string(name(unit)); };
    for (int s = 0; s < route.steps(); ++s) {
        out += "; s" + std::to_string(s) + " after";
        for (const int b : route.before[static_cast<std::size_t>(s)]) out += " " + std::to_string(b);
        const PlanLeg own = route.own[static_cast<std::size_t>(s)];
        if (own.n) out += " takes " + leg(own.n, own.unit);
    }
    for (const PlainLimit& l : route.limits) {
        const char* kind = l.kind == PlainLimit::Kind::most ? " within " : l.kind == PlainLimit::Kind::least ? " not before " : " ahead ";
        out += "; s" + std::to_string(l.to) + kind + leg(l.n, l.unit) + " of " + std::to_string(l.from);
    }
    return out;
}

}  // namespace signroute::test
