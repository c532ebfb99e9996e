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
    const int routes = long_run() ? 1'000'000 : 4'000 / kStride;
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
    CHECK(none < routes / 4);
    CHECK(none > 0);
}
