// The ledgers of plans, replayed day by day by a small checker that knows the lists of the year files and nothing of core.
#include "tests/core/plan_routes.h"

using namespace signroute;
using namespace signroute::test;

namespace {

constexpr const char* kWhy = "补充材料期间（情况说明）";

// A stretch of the request that is not counted, on one limit.
struct Stretch {
    std::string limit;
    Day from, until;
};

// What the checker is told besides the ledger.
struct Told {
    const PlannedRoute& planned;
    std::vector<Stretch> stretches;
    std::map<std::string, std::int64_t> extended;  // limit → days more
};

void interrupt(Random& random, PlannedRoute& planned, Told& told, const std::string& limit, Day start) {
    const auto lay = [&](Interruption i) {
        i.limit = limit;
        i.basis = kWhy;
        i.pointer = "/interruptions/" + std::to_string(planned.question.interruptions.size());
        planned.question.interruptions.push_back(i);
    };
    if (pick(random, 0, 1)) {
        const Day from = start + days{pick(random, -3, 12)}, until = from + days{pick(random, 0, 20)};
        const bool resumed = pick(random, 0, 1);
        lay({InterruptionKind::suspended, "", "", from, resumed ? std::nullopt : std::optional(until), std::nullopt, std::nullopt, "", ""});
        if (resumed) lay({InterruptionKind::resumed, "", "", until + days{1}, std::nullopt, std::nullopt, std::nullopt, "", ""});
        told.stretches.push_back({limit, from, until});
    }
    if (pick(random, 0, 2)) return;
    const int more = pick(random, 1, 6);
    lay({InterruptionKind::extended, "", "", std::nullopt, std::nullopt, more, std::nullopt, "", ""});
    told.extended[limit] = more;
}

std::string fault(const PlanLedger& l, const Told& told) {
    std::int64_t counted = 0, wanted = 0;
    for (const PlanLeg& leg : l.legs) wanted += leg.n;
    const bool working = l.legs.front().unit == DeadlineUnit::working_day, back = l.direction == Direction::before;
    const bool months = l.legs.front().unit == DeadlineUnit::month;
    const Day first = std::min(l.start, l.end), last = std::max(l.start, l.end);
    if (l.days.size() != static_cast<std::size_t>((last - first).count() + 1)) return "not every day is listed";
    for (std::size_t i = 0; i < l.days.size(); ++i) {
        const LedgerEntry& e = l.days[i].day;
        const Day d = first + days{static_cast<int>(i)};
        const ListedDays::Entry& listed_day = listed()[d];
        if (e.date != d) return "days are not in a row";
        const bool paused = std::any_of(told.stretches.begin(), told.stretches.end(), [&](const Stretch& s) {
            return !l.bases.empty() && !l.days[i].suspended.empty() && s.from <= d && d <= s.until;
        });
        if (!l.days[i].suspended.empty() && (!paused || l.days[i].suspended != kWhy)) return to_text(d) + " is said to be suspended";
        const bool should = d != l.start && !paused && wanted > 0 && (!working || listed_day.works);
        if (e.counted != should) return to_text(d) + (should ? " should count" : " should not count");
        if (std::string(name(e.reason)) != (d == l.start ? "first_day" : listed_day.reason)) return to_text(d) + " is not " + std::string(name(e.reason));
        if (e.notice != listed_day.notice) return to_text(d) + " by the notice " + e.notice;
        counted += e.counted;
    }
    if (wanted == 0) return l.start == l.end ? "" : "nothing to count, and days go by";
    if (!months && counted != wanted) return std::to_string(counted) + " days counted and not " + std::to_string(wanted);
    if (months && l.bases.empty() && l.end != listed().count(l.start, wanted, DeadlineUnit::month, back ? -1 : 1)) return "not the corresponding day";
    const LedgerEntry& end = back ? l.days.front().day : l.days.back().day;
    return end.counted || l.start == l.end ? "" : "it ends on a day that does not count";
}

// Every suspended day of a limit is marked, and the limit's figure is the text's with what was added.
std::string fault_of_limit(const PlanLedger& l, const Told& told, const PlainRoute& route) {
    if (l.of != "limit") return "";
    const PlainLimit& plain = route.limits[static_cast<std::size_t>(std::stoi(l.id.substr(5)))];
    const auto more = told.extended.find(l.id);
    if (l.legs.size() != 1 || l.legs.front() != PlanLeg{plain.n + (more == told.extended.end() ? 0 : more->second), plain.unit}) return "another figure";
    for (const Stretch& s : told.stretches) {
        for (const PlanLedgerDay& d : l.days) {
            const bool inside = s.limit == l.id && s.from <= d.day.date && d.day.date <= s.until && d.day.date != l.start;
            if (inside && d.suspended.empty()) return to_text(d.day.date) + " is suspended and not said to be";
            if (!inside && s.limit == l.id && !d.suspended.empty()) return to_text(d.day.date) + " is not suspended";
        }
    }
    return "";
}

std::string fault_of_date(const PlanLedger& l, const Plan& plan) {
    if (l.of == "step" && l.date != "start_by") {
        const auto step = std::find_if(plan.steps.begin(), plan.steps.end(), [&](const PlanStep& s) { return s.step->id == l.id; });
        const PlanDate& date = l.date == "earliest" ? step->earliest : l.date == "due" ? step->due : step->latest;
        const bool hangs = l.date == "latest" ? date.certain && (*date.earliest == l.start || *date.earliest == l.end) : date.certain && *date.earliest == l.end;
        return hangs ? "" : "not the day of its step";
    }
    if (l.of != "limit") return "";
    const auto limit = std::find_if(plan.limits.begin(), plan.limits.end(), [&](const PlanLimit& p) { return p.scheduled.limit.rule->id == l.id; });
    return limit->due.certain && *limit->due.earliest == l.end ? "" : "not the limit's end";
}

}  // namespace

TEST_CASE("each ledger of random plans is replayed day by day from the lists of the year files") {
    const char* text = std::getenv("SIGNROUTE_LONG");
    const std::int64_t wanted = text && std::string(text) == "1" ? 1'000'000 : 20'000 / kStride;
    Random random(20260310);
    std::int64_t replayed = 0, suspended = 0, before = 0;
    for (int i = 0; replayed < wanted; ++i) {
        PlainRoute route = random_route(random, day_of(2012, 1, 1), day_of(2025, 6, 30));
        const Day start = route.goal - days{pick(random, 0, 40)};
        PlannedRoute planned(route);
        planned.question.start = start;
        Told told{planned, {}, {}};
        for (std::size_t l = 0; l < route.limits.size(); ++l) {
            if (route.limits[l].kind == PlainLimit::Kind::most && pick(random, 0, 1)) interrupt(random, planned, told, "limit" + std::to_string(l), start);
        }
        const Plan plan = planned.plan(installed());
        for (const PlanLedger& l : plan.ledger) {
            for (const std::string& wrong : {fault(l, told), fault_of_limit(l, told, route), fault_of_date(l, plan)})
                REQUIRE_MESSAGE(wrong.empty(), i << ": " << wrong << ": " << l.of << " " << l.id << " " << l.date << " from " << to_text(l.start) << "; " << describe(route));
            ++replayed;
            suspended += std::any_of(l.days.begin(), l.days.end(), [](const PlanLedgerDay& d) { return !d.suspended.empty(); });
            before += l.direction == Direction::before;
        }
    }
    MESSAGE(replayed << " ledgers replayed, " << suspended << " with days suspended, " << before << " backwards");
    CHECK(suspended > wanted / 100);
    CHECK(before > wanted / 100);
}

TEST_CASE("the lists of the year files are those of an independent table") {
    const char* path = std::getenv("CHINESE_DAYS_TABLE");
    const char* required = std::getenv("SIGNROUTE_REQUIRE_ORACLES");
    std::ifstream in(path ? path : "");
    std::string date, word;
    int compared = 0;
    while (in >> date >> word) {
        if (word != "work" && word != "off") continue;
        CHECK_MESSAGE(listed().works(day(date.c_str())) == (word == "work"), date);
        ++compared;
    }
    if (compared == 0 && !(required && std::string(required) == "1")) return;  // tests/run.sh makes the table and asks for it
    CHECK(compared == (day("2027-01-01") - day("2010-01-01")).count());
}

namespace {

// The last day of a suspended and extended period, counted one day after the other.
Day plain_end(Day start, std::int64_t n, DeadlineUnit unit, const std::vector<Stretch>& stretches) {
    Day at = start;
    while (n > 0) {
        at += days{1};
        const bool paused = std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& s) { return s.from <= at && at <= s.until; });
        n -= !paused && (unit == DeadlineUnit::calendar_day || listed().works(at));
    }
    return at;
}

}  // namespace

TEST_CASE("a suspended and extended limit ends where a plain count of days ends") {
    Random random(20260311);
    for (int i = 0; i < 3'000 / kStride; ++i) {
        PlainRoute route;
        route.before = {{}};
        route.own = {{0, DeadlineUnit::working_day}};
        const DeadlineUnit unit = pick(random, 0, 1) ? DeadlineUnit::working_day : DeadlineUnit::calendar_day;
        route.limits = {{PlainLimit::Kind::most, 0, kFromStart, pick(random, 1, 15), unit}};
        route.goal = day_of(2012, 1, 1) + days{pick(random, 0, 4800)};
        PlannedRoute planned(route);
        planned.question.start = route.goal - days{20};
        Told told{planned, {}, {}};
        interrupt(random, planned, told, "limit0", *planned.question.start);
        const auto more = told.extended.find("limit0");
        const Day end = plain_end(*planned.question.start, route.limits[0].n + (more == told.extended.end() ? 0 : more->second), unit, told.stretches);
        const Plan plan = planned.plan(installed());
        const PlanDate want{end, end, true};
        CHECK_MESSAGE(plan.limits[0].due == want, to_text(end) << " " << describe(route));
        CHECK(plan.steps[0].due == want);
    }
}
