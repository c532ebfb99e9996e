// Plans over days whose arrangement is not announced: their intervals against every arrangement that could be, one by one,
// and against what was announced afterwards.
#include <set>

#include "tests/core/announced_days.h"
#include "tests/core/plan_routes.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// A stretch of days of which few may move: nothing that a plan looks at may lie outside.
struct Window {
    Day first, last;
    Day first_goal, last_goal;
};

// Around 元旦, 清明节 and 端午节 of 2027.
const std::vector<Window> kWindows = {{day_of(2026, 10, 20), day_of(2027, 1, 21), day_of(2026, 12, 25), day_of(2027, 1, 15)},
                                      {day_of(2027, 2, 23), day_of(2027, 4, 16), day_of(2027, 3, 28), day_of(2027, 4, 12)},
                                      {day_of(2027, 5, 17), day_of(2027, 9, 7), day_of(2027, 6, 3), day_of(2027, 6, 22)}};
constexpr int kDaysBack = 40;  // that a latest start is looked for

std::vector<ListedDays> arrangements(const Window& w) {
    std::vector<Day> open;
    ListedDays plain;
    for (Day d = w.first; d <= w.last; d += days{1}) {
        const bool covered = d <= day("2026-12-05");
        if (!covered && may(d) == May::either) open.push_back(d);
        if (!covered) plain.set(d, may(d) == May::work);
    }
    REQUIRE(open.size() <= 8);
    std::vector<ListedDays> out;
    for (unsigned choice = 0; choice < 1u << open.size(); ++choice) {
        for (std::size_t i = 0; i < open.size(); ++i) plain.set(open[i], choice >> i & 1);
        out.push_back(plain);
    }
    return out;
}

struct Hull {
    Day low = kLastDay, high = kFirstDay;
    void take(Day d) { low = std::min(low, d), high = std::max(high, d); }
    bool is(const PlanDate& d) const { return d.earliest == low && d.latest == high; }
    bool inside(const PlanDate& d) const { return (!d.earliest || *d.earliest <= low) && (!d.latest || high <= *d.latest); }
};

// What every arrangement allows, one by one.
struct Enumerated {
    std::vector<Hull> due, earliest;
    Hull start_by;
    int starts = 0, in_time = 0, of = 0;
    bool outside = false;  // of the window
};

std::optional<Day> latest_start(const PlainRoute& route, const ListedDays& listed_days) {
    for (Day d = route.goal; d > route.goal - days{kDaysBack}; d -= days{1}) {
        if (plain_plan(route, listed_days, d).in_time) return d;
    }
    return std::nullopt;
}

Enumerated enumerate(const PlainRoute& route, Day start, const std::vector<ListedDays>& all, const Window& w) {
    Enumerated out;
    out.due.resize(static_cast<std::size_t>(route.steps()));
    out.earliest = out.due;
    for (const ListedDays& one : all) {
        const PlainPlan full = plain_plan(route, one, start), none = plain_plan(route, one, start, {false, true});
        for (std::size_t s = 0; s < full.at.size(); ++s) out.due[s].take(full.at[s]), out.earliest[s].take(none.at[s]);
        out.outside |= std::any_of(full.at.begin(), full.at.end(), [&](Day d) { return d > w.last - days{5}; });
        out.in_time += full.in_time;
        ++out.of;
        if (const auto latest = latest_start(route, one)) out.start_by.take(*latest), ++out.starts;
    }
    return out;
}

bool counts_one_kind(const PlainRoute& route) {
    std::set<DeadlineUnit> units;
    for (const PlanLeg& own : route.own) {
        if (own.n) units.insert(own.unit);
    }
    for (const PlainLimit& l : route.limits) {
        if (l.kind != PlainLimit::Kind::ahead) units.insert(l.unit);
    }
    return units.size() < 2;
}

struct Compared {
    int plans = 0, exact = 0, undecided = 0, intervals = 0;
};

void compare(const PlainRoute& route, const Plan& plan, const Enumerated& e, const std::string& what, Compared& out) {
    const bool one_kind = counts_one_kind(route);
    const Truth truth = e.in_time == e.of ? Truth::yes : e.in_time == 0 ? Truth::no : Truth::unknown;
    const bool sure = plan.feasible != Truth::unknown;
    REQUIRE_MESSAGE((!sure || plan.feasible == truth), "in time in " << e.in_time << " of " << e.of << ": " << what);
    if (one_kind && e.in_time > 0) REQUIRE_MESSAGE((plan.feasible == truth), "in time in " << e.in_time << " of " << e.of << ": " << what);
    for (std::size_t s = 0; s < e.due.size(); ++s) {
        const PlanStep& step = plan.steps[s];
        if (e.in_time < e.of) continue;  // then the one waits longer than the other
        REQUIRE_MESSAGE(e.due[s].inside(step.due), "s" << s << " due " << to_text(e.due[s].low) << " " << to_text(e.due[s].high) << " " << what);
        REQUIRE_MESSAGE(e.earliest[s].inside(step.earliest), "s" << s << " earliest " << what);
        if (one_kind) REQUIRE_MESSAGE((e.due[s].is(step.due) && e.earliest[s].is(step.earliest)), "s" << s << " is not tight: " << what);
        out.intervals += e.due[s].low != e.due[s].high;
    }
    if (e.starts > 0 && plan.start_by.earliest) REQUIRE_MESSAGE((*plan.start_by.earliest <= e.start_by.low), "start by " << to_text(e.start_by.low) << " " << what);
    if (e.starts > 0 && plan.start_by.latest) REQUIRE_MESSAGE((e.start_by.high <= *plan.start_by.latest), "start by " << to_text(e.start_by.high) << " " << what);
    if (one_kind && e.starts == e.of) REQUIRE_MESSAGE(e.start_by.is(plan.start_by), "start by " << to_text(e.start_by.low) << " " << to_text(e.start_by.high) << " " << what);
    ++out.plans;
    out.exact += one_kind;
    out.undecided += truth == Truth::unknown;
}

}  // namespace

TEST_CASE("the intervals of a plan are those of all calendars that could be announced, one by one") {
    Random random(20270405);
    Compared compared;
    for (const Window& w : kWindows) {
        const auto all = arrangements(w);
        for (int i = 0; i < std::max(8, 60 / kStrideOfMany); ++i) {
            const PlainRoute route = random_route(random, w.first_goal, w.last_goal, true);
            const Day start = route.goal - days{pick(random, 2, 14)};
            PlannedRoute planned(route);
            planned.question.start = start;
            planned.question.ledger = false;
            const Enumerated e = enumerate(route, start, all, w);
            if (e.outside) continue;
            const Plan plan = planned.plan(installed());
            compare(route, plan, e, std::to_string(i) + ": " + describe(route) + " from " + to_text(start) + " → " + plan.message, compared);
        }
    }
    MESSAGE(compared.plans << " plans, " << compared.exact << " of one kind of day, " << compared.undecided << " undecided, " << compared.intervals << " intervals");
    CHECK(compared.exact > compared.plans / 4);
    CHECK(compared.undecided > compared.plans / 20);
    CHECK(compared.intervals > compared.plans / 12);
}

namespace {

// What the first notices had said of days that an amendment then decided, where that is not what their weekday says:
// 1 May 2019 was off anyway, and 1 February 2020 was to be worked.
std::optional<bool> first_said(Day day) {
    if (day == day_of(2019, 5, 1)) return false;
    if (day == day_of(2020, 2, 1)) return true;
    return std::nullopt;
}

// What had been announced by a day: notices by their dates, an amendment only from its own day on.
std::vector<CalendarYear> announced_by(Day day) {
    std::vector<CalendarYear> out;
    for (CalendarYear year : installed_years()) {
        const auto known = [&](std::size_t notice) { return year.notices[notice].date && *year.notices[notice].date <= day; };
        if (!known(0)) continue;
        for (auto* list : {&year.days_off, &year.make_up}) {
            std::vector<NoticeDay> amended;
            for (const NoticeDay& d : *list) {
                if (!known(d.notice)) amended.push_back(d);
            }
            std::erase_if(*list, [&](const NoticeDay& d) { return !known(d.notice); });
            for (NoticeDay& d : amended) {
                d.notice = 0;
                if (const auto works = first_said(d.date)) (*works ? year.make_up : year.days_off).push_back(d);
            }
        }
        for (auto* list : {&year.days_off, &year.make_up}) std::sort(list->begin(), list->end(), [](const NoticeDay& a, const NoticeDay& b) { return a.date < b.date; });
        out.push_back(std::move(year));
    }
    return out;
}

// What came of it: all years, without the amendments that were still to come. The set of calendars says that it leaves
// them out; 2015, 2019 and 2020 each had one.
ListedDays as_it_came(Day day, std::set<std::string>& left_out) {
    ListedDays out;
    for (const CalendarYear& year : installed_years()) {
        for (const auto* list : {&year.days_off, &year.make_up}) {
            for (const NoticeDay& d : *list) {
                if (d.notice == 0 || *year.notices[d.notice].date <= day) continue;
                const auto monday_based = ((d.date.time_since_epoch().count() + 3) % 7 + 7) % 7;
                out.set(d.date, first_said(d.date).value_or(monday_based < 5));
                left_out.insert(year.notices[d.notice].number);
            }
        }
    }
    return out;
}

std::vector<Day> announcement_days() {
    std::vector<Day> out;
    for (const CalendarYear& year : installed_years()) {
        for (const HolidayNotice& n : year.notices) {
            if (n.date && *n.date >= day_of(2010, 12, 1)) out.push_back(*n.date);
        }
    }
    return out;
}

}  // namespace

namespace {

struct Replayed {
    int plans = 0, intervals = 0, undecided = 0;
};

// One random plan with what was known, and what came of it.
void replay(Random& random, Day day, const Calendar& known, const ListedDays& truth, Replayed& out) {
    PlainRoute route = random_route(random, day, day + days{500}, pick(random, 0, 1));
    if (route.goal > day_of(2026, 10, 1)) route.goal = day_of(2026, 10, 1) - days{pick(random, 0, 60)};
    const Day start = route.goal - days{pick(random, 0, 40)};
    PlannedRoute planned(route);
    planned.question.start = start;
    planned.question.ledger = false;
    const Plan plan = planned.plan(known);
    const PlainPlan came = plain_plan(route, truth, start);
    const std::string what = "known on " + to_text(day) + ": " + describe(route) + " from " + to_text(start);
    if (std::any_of(came.at.begin(), came.at.end(), [](Day d) { return d > day_of(2026, 12, 1); })) return;
    REQUIRE_MESSAGE((plan.feasible == Truth::unknown || plan.feasible == (came.in_time ? Truth::yes : Truth::no)), what);
    out.undecided += plan.feasible == Truth::unknown;
    ++out.plans;
    const bool waits = std::any_of(route.limits.begin(), route.limits.end(), [](const PlainLimit& l) { return l.kind == PlainLimit::Kind::most && l.from >= 0; });
    if (!came.in_time && waits) return;  // what would wait in vain does not
    for (std::size_t s = 0; s < came.at.size(); ++s) {
        Hull hull;
        hull.take(came.at[s]);
        REQUIRE_MESSAGE(hull.inside(plan.steps[s].due), "s" << s << " " << to_text(came.at[s]) << " " << what);
        out.intervals += !plan.steps[s].due.certain;
    }
    for (Day d = route.goal; d >= route.goal - days{60}; d -= days{1}) {
        if (!plain_plan(route, truth, d).in_time) continue;
        Hull start_by;
        start_by.take(d);
        REQUIRE_MESSAGE(start_by.inside(plan.start_by), "start by " << to_text(d) << " " << what);
        break;
    }
}

}  // namespace

TEST_CASE("with only what had been announced on the day, the true days of a plan lie within its intervals") {
    const char* text = std::getenv("SIGNROUTE_LONG");
    const int plans = text && std::string(text) == "1" ? 1'000 : kStride == 1 ? 25 : 1;  // of each day
    Random random(20111205);
    std::set<std::string> left_out;
    Replayed replayed;
    int n = 0;
    for (const Day announced : announcement_days()) {
        for (const Day day : {announced - days{1}, announced}) {
            const Calendar known = make(announced_by(day));
            const ListedDays truth = as_it_came(day, left_out);
            if (kSampled && n++ % 3) continue;
            for (int i = 0; i < plans; ++i) replay(random, day, known, truth, replayed);
        }
    }
    MESSAGE(replayed.plans << " plans, " << replayed.intervals << " intervals, " << replayed.undecided << " undecided");
    CHECK(left_out == std::set<std::string>{"国发明电〔2015〕1号", "国办发明电〔2019〕3号", "国办发明电〔2020〕1号"});
    CHECK(replayed.intervals > replayed.plans / 8);
}
