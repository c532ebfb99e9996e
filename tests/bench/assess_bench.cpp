#include "tests/bench/assess_bench.h"

#include <algorithm>
#include <cstdio>

#include "core/why/why.h"
#include "tests/bench/timing.h"

using namespace signroute;

namespace {

std::size_t size_of(const Matter& m) {
    return m.steps.size() + m.prerequisites.size() + m.prohibitions.size() + m.caps.size() + m.limits.size() + m.silent.size() + m.notes.size() + m.readings.size();
}

std::size_t required_in(const Route& route) {
    return static_cast<std::size_t>(std::count_if(route.steps.begin(), route.steps.end(), [](const RouteStep& s) { return s.status == StepStatus::required; }));
}

std::vector<FactValue> answers_to(const Rules& rules, const std::string& fact) {
    const NamedFact* named = find_named(rules.catalogue->facts, fact);
    std::vector<FactValue> out;
    if (!named) return out;
    switch (named->type) {
        case FactType::boolean: return {true, false};
        case FactType::integer:
        case FactType::amount_cny: return {std::int64_t{1}, std::int64_t{1000}};
        case FactType::choice:
        case FactType::rank: {
            for (const Named& o : named->options) out.emplace_back(o.id);
            return out;
        }
        case FactType::date: return {std::string("2025-03-03")};
        case FactType::list: return {std::vector<std::string>()};
    }
    return out;
}

// Every fact answered, each so that as many steps as possible are required; and those steps planned but for the second.
Case full_case(const Rules& rules, const Matter& matter) {
    Case out;
    out.matters = {matter.id};
    for (const std::string& fact : matter.facts) {
        std::size_t most = 0;
        FactValue best;
        for (const FactValue& value : answers_to(rules, fact)) {
            out.facts[fact] = value;
            const std::size_t n = 1 + required_in(route_from_facts(rules, out, {}));
            if (n > most) most = n, best = value;
        }
        if (most) out.facts[fact] = best;
    }
    out.has_plan = true;
    const Route route = route_from_facts(rules, out, {});
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::required || &s == &route.steps[1]) continue;
        PlannedStep p;
        p.role = s.role;
        p.action = s.rule->action;
        p.to = s.rule->to;
        out.planned.push_back(std::move(p));
    }
    return out;
}

// Thirty planned steps: the plan again and again, every other time backwards.
Case long_plan(const Case& situation) {
    Case out = situation;
    out.planned.clear();
    const std::size_t n = situation.planned.size();
    for (std::size_t i = 0; n && i < 30; ++i) out.planned.push_back(situation.planned[i / n % 2 ? n - 1 - i % n : i % n]);
    return out;
}

void print(const char* what, double ns) { std::printf("  %-34s %10.0f ns\n", what, ns); }

void print_times(const Rules& rules, const Calendar& calendar, const Matter& matter) {
    const Case situation = full_case(rules, matter);
    const Assessment all = assess(rules, calendar, situation);
    std::printf("assess %s %s: %zu elements, %zu steps planned, %zu readings, %zu findings\n", rules.pack->id.c_str(), matter.id.c_str(),
                size_of(matter), situation.planned.size(), all.readings.size(), all.findings.list.size());
    const Route route = route_from_facts(rules, situation, {});
    const Alignment alignment = align(rules, route, situation);
    std::size_t sink = 0;
    print("route", nanoseconds([&] { sink += route_from_facts(rules, situation, {}).steps.size(); }));
    print("alignment", nanoseconds([&] { sink += align(rules, route, situation).exact.size(); }));
    print("schedule", nanoseconds([&] { sink += schedule_from_route(rules, calendar, route, situation, {}, alignment.dates, alignment.events).limits.size(); }));
    const double assessed = nanoseconds([&] { sink += assess_without_mend(rules, calendar, situation).findings.list.size(); });
    const double explained = nanoseconds([&] { sink += why(rules, calendar, situation, {}).readings.size(); });
    print("assessment, every reading", assessed);
    print("explanation of the route", explained);
    print("full assessment", assessed + explained);
    print("assessment with the mend", nanoseconds([&] { sink += assess(rules, calendar, situation).findings.list.size(); }));
    const Case thirty = long_plan(situation);
    print("the same, of thirty steps", nanoseconds([&] { sink += assess(rules, calendar, thirty).findings.list.size(); }));
    if (sink == 0) std::puts("nothing was worked out");
}

}  // namespace

void print_assess_times(std::string_view catalogue, const std::vector<std::string>& packs, const std::vector<std::string>& calendars) {
    const auto names = catalogue_from_json(catalogue);
    std::vector<CalendarYear> years;
    for (const std::string& text : calendars) {
        if (const auto year = calendar_from_json(text)) years.push_back(*year);
    }
    const auto calendar = Calendar::make(std::move(years));
    if (!names || !calendar) return;
    std::vector<Pack> read;
    for (const std::string& text : packs) {
        PackRead one = pack_from_json(text, *names);
        if (one.pack) read.push_back(std::move(*one.pack));
    }
    const Pack* pack = nullptr;
    const Matter* largest = nullptr;
    for (const Pack& p : read) {
        for (const Matter& m : p.matters) {
            if (!largest || size_of(m) > size_of(*largest)) pack = &p, largest = &m;
        }
    }
    if (largest) print_times({&*names, pack}, *calendar, *largest);
}
