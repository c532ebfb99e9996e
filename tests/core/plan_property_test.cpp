// Plans of random routes, held against a second way to put them in time.
#include "tests/core/plan_routes.h"

using namespace signroute;
using namespace signroute::test;

namespace {

bool long_run() {
    const char* text = std::getenv("SIGNROUTE_LONG");
    return text && std::string(text) == "1";
}

const Day kFirstGoal = day_of(2012, 1, 1), kLastGoal = day_of(2025, 10, 31);

// What no start mends is not in time for any of these either.
bool never_in_time(const PlainRoute& route, Day around) {
    for (Day start = around - days{60}; start <= around + days{5}; start += days{1}) {
        if (plain_plan(route, listed(), start).in_time) return false;
    }
    return true;
}

// The latest start is in time, and none of the days after it is.
bool is_the_latest(const PlainRoute& route, const Plan& plan, int days_after) {
    if (!plan.start_by.certain) return !plan.start_by.earliest && !plan.start_by.latest && never_in_time(route, route.goal);
    const Day latest = *plan.start_by.earliest;
    if (!plain_plan(route, listed(), latest).in_time) return false;
    for (int i = 1; i <= days_after; ++i) {
        if (plain_plan(route, listed(), latest + days{i}).in_time) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("the latest start of a random route is in time, and no later one is") {
    Random random(20260302);
    const int routes = long_run() ? 1'000'000 : 1'500 / kStride;
    int none = 0;
    for (int i = 0; i < routes; ++i) {
        const PlainRoute route = random_route(random, kFirstGoal, kLastGoal);
        PlannedRoute planned(route);
        planned.question.ledger = false;
        const Plan plan = planned.plan(installed());
        REQUIRE_MESSAGE(is_the_latest(route, plan, i % 16 == 0 ? 40 : 2), i << ": " << describe(route) << " → " << plan.message);
        none += !plan.start_by.certain;
    }
    MESSAGE(routes << " routes, " << none << " that no start mends");
    CHECK(none < routes / 6);
    CHECK(none > 0);
}

namespace {

// The days of a plan from a given start, by one of its three dates.
std::vector<Day> days_of(const Plan& plan, PlanDate PlanStep::* date) {
    std::vector<Day> out;
    for (const PlanStep& s : plan.steps) out.push_back((s.*date).certain ? *(s.*date).earliest : day_of(1950, 1, 1));
    return out;
}

// The working days after one day, up to and with another; below 0 the other way round.
std::int64_t working_days(Day from, Day to) {
    std::int64_t out = 0;
    for (Day d = std::min(from, to) + days{1}; d <= std::max(from, to); d += days{1}) out += listed().works(d);
    return to < from ? -out : out;
}

// The last day on which a step can be done with all else as it would be, tried day by day.
Day last_good_day(const PlainRoute& route, Day start, int step, Day from) {
    for (Day d = route.goal; d > from; d -= days{1}) {
        if (plain_plan(route, listed(), start, {true, false, step, d}).in_time) return d;
    }
    return from;
}

// A step with two limits is done by the sooner, which a delay may hand over to the other.
bool has_two_limits_on_a_step(const PlainRoute& route) {
    for (int s = 0; s < route.steps(); ++s) {
        if (std::count_if(route.limits.begin(), route.limits.end(), [&](const PlainLimit& l) { return l.to == s && l.kind == PlainLimit::Kind::most; }) > 1) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("from a given start the days of a random route are those that a plain count finds, and the slack is what is left") {
    Random random(20260309);
    const int routes = 1'000 / kStride;
    int compared = 0, late = 0;
    for (int i = 0; i < routes; ++i) {
        PlainRoute route = random_route(random, kFirstGoal, kLastGoal);
        route.goal_is_event = true;
        const Day start = route.goal - days{pick(random, 0, 60)};
        PlannedRoute planned(route);
        planned.question.ledger = false;
        planned.question.start = start;
        const Plan plan = planned.plan(installed());
        const PlainPlan plain = plain_plan(route, listed(), start);
        REQUIRE_MESSAGE((plan.feasible == (plain.in_time ? Truth::yes : Truth::no)), i << ": " << describe(route) << " from " << to_text(start));
        late += !plain.in_time;
        if (!plain.in_time) continue;
        REQUIRE_MESSAGE(days_of(plan, &PlanStep::due) == plain.at, i << ": " << describe(route) << " from " << to_text(start));
        const PlainPlan prompt = plain_plan(route, listed(), start, {false, true});
        REQUIRE_MESSAGE(days_of(plan, &PlanStep::earliest) == prompt.at, i << ": " << describe(route) << " from " << to_text(start));
        if (!plain_plan(route, listed(), start, {true, false}).in_time) continue;  // something waits: then all days hang together
        for (int s = 0; s < route.steps(); ++s) {
            const PlanStep& step = plan.steps[static_cast<std::size_t>(s)];
            const Day last = last_good_day(route, start, s, *step.due.earliest);
            REQUIRE_MESSAGE((step.latest.certain && *step.latest.earliest == last), i << ": s" << s << " " << to_text(last) << " " << describe(route) << " from " << to_text(start));
            REQUIRE(step.slack == PlanRange{working_days(*step.due.earliest, last), working_days(*step.due.earliest, last)});
        }
        ++compared;
    }
    MESSAGE(compared << " routes compared to the last day, " << late << " too late");
    CHECK(compared > routes / 8);
    CHECK(late > routes / 8);
}

TEST_CASE("the critical path of a random route leads to its end: a long delay of any of its steps makes it late") {
    Random random(20260316);
    for (int i = 0; i < 1'000 / kStride; ++i) {
        const PlainRoute route = random_route(random, kFirstGoal, kLastGoal);
        if (has_two_limits_on_a_step(route)) continue;
        PlannedRoute planned(route);
        planned.question.ledger = false;
        const Plan plan = planned.plan(installed());
        if (!plan.start_by.certain || !plain_plan(route, listed(), *plan.start_by.earliest, {true, false}).in_time) continue;
        REQUIRE(!plan.critical_path.empty());
        for (const PlanStep& s : plan.steps) {
            const bool on_path = std::find(plan.critical_path.begin(), plan.critical_path.end(), s.step->id) != plan.critical_path.end();
            REQUIRE(s.critical == on_path);
            if (!on_path) continue;
            const PlainWay held{true, false, static_cast<int>(&s - plan.steps.data()), route.goal + days{1}};
            CHECK_MESSAGE(!plain_plan(route, listed(), *plan.start_by.earliest, held).in_time, i << ": " << s.step->id << " " << describe(route));
        }
    }
}
