#include "tests/bench/mend_bench.h"

#include <algorithm>
#include <ctime>
#include <cstdio>
#include <filesystem>
#include <random>

#include "core/assess.h"
#include "core/route/readings.h"
#include "tests/bench/installed.h"

using namespace signroute;

namespace {

constexpr std::size_t kSteps = 30;

PlannedStep as_required(const RouteStep& s) {
    PlannedStep out;
    out.role = s.role;
    out.action = s.rule->action;
    out.to = s.rule->to;
    return out;
}

std::vector<PlannedStep> required(const Rules& rules, const Case& c) {
    std::vector<PlannedStep> out;
    for (const RouteStep& s : route_from_facts(rules, c, {}).steps) {
        if (s.status == StepStatus::required) out.push_back(as_required(s));
    }
    return out;
}

// An invented matter: so many steps in one line, each by an actor and with an act of its own.
Pack line_of_steps(const Pack& like, const Catalogue& catalogue) {
    Pack out = like;
    Matter m;
    m.id = out.matters.front().id;
    m.clauses = out.matters.front().clauses;
    for (std::size_t i = 0; i < kSteps; ++i) {
        StepRule r;
        r.id = "s" + std::to_string(i);
        r.role = catalogue.roles[i % 3].id;
        r.action = catalogue.actions[i].id;
        r.clauses = m.clauses;
        if (i > 0) r.after = {"s" + std::to_string(i - 1)};
        m.steps.push_back(r);
    }
    out.matters = {m};
    return out;
}

// What a matter requires, and other steps between until there are so many.
std::vector<PlannedStep> stretched(const Rules& rules, std::vector<PlannedStep> plan, std::mt19937& random) {
    while (plan.size() < kSteps) {
        PlannedStep other;
        other.role = rules.catalogue->roles[random() % rules.catalogue->roles.size()].id;
        other.action = rules.catalogue->actions[random() % rules.catalogue->actions.size()].id;
        plan.insert(plan.begin() + static_cast<std::ptrdiff_t>(random() % (plan.size() + 1)), other);
    }
    return plan;
}

// So many mistakes, of every kind in turn.
void spoil(std::vector<PlannedStep>& plan, int mistakes, std::mt19937& random) {
    for (int m = 0; m < mistakes && plan.size() > 2; ++m) {
        const std::size_t i = random() % plan.size(), k = random() % plan.size();
        switch (m % 4) {
            case 0: std::swap(plan[i], plan[k]); break;
            case 1: plan.erase(plan.begin() + static_cast<std::ptrdiff_t>(i)); break;
            case 2: plan[i].role = "clerk"; break;
            default: plan.insert(plan.begin() + static_cast<std::ptrdiff_t>(k), plan[i]); break;
        }
    }
}

struct Times {
    double sum = 0, most = 0;
    int plans = 0, edits = 0, least = 0;
};

// Under one reading, as an answer shows it.
void time_mend(const Rules& rules, const Calendar& calendar, const Case& c, Times& out) {
    const Choice choice = choices_among(readings_arising(rules, c)).front();
    const std::vector<Finding> found = in_the_way(rules, calendar, c, choice);
    double best = 1e9;
    Mend m;
    for (int round = 0; round < 3; ++round) {
        const std::clock_t began = std::clock();
        m = mend(rules, calendar, c, choice, found);
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
    }
    out.sum += best;
    out.most = std::max(out.most, best);
    out.edits += static_cast<int>(m.cost());
    out.least += m.least;
    ++out.plans;
}

void print_times(const char* what, const Times& t) {
    std::printf("%-36s %6d plans %8.3f ms each, at most %8.3f ms; %.1f edits each, %d surely the fewest\n", what, t.plans, t.sum / t.plans, t.most,
                static_cast<double>(t.edits) / t.plans, t.least);
}

}  // namespace

void print_mend_times() {
    const std::filesystem::path assets = std::filesystem::path(SIGNROUTE_SOURCE_DIR) / "assets";
    const auto catalogue = catalogue_from_json(text_of(assets / "catalogue.json"));
    if (!catalogue) return;
    const Calendar calendar = Calendar::empty();
    std::mt19937 random(5);
    Times line, stretch, everyday;
    for (const auto& entry : std::filesystem::directory_iterator(assets / "packs")) {
        const PackRead read = pack_from_json(text_of(entry.path()), *catalogue);
        if (!read.pack) continue;
        const Rules rules{&*catalogue, &*read.pack};
        const Pack made = line_of_steps(*read.pack, *catalogue);
        for (int mistakes = 1; mistakes <= 20; ++mistakes) {
            Case c;
            c.matters = {made.matters.front().id};
            c.has_plan = true;
            c.planned = required({&*catalogue, &made}, c);
            spoil(c.planned, mistakes, random);
            time_mend({&*catalogue, &made}, calendar, c, line);
        }
        for (const Matter& m : read.pack->matters) {
            Case c;
            c.matters = {m.id};
            c.has_plan = true;
            c.planned = required(rules, c);
            if (c.planned.size() < 3) continue;
            spoil(c.planned, 2, random);
            time_mend(rules, calendar, c, everyday);
            c.planned = stretched(rules, c.planned, random);
            time_mend(rules, calendar, c, stretch);
        }
    }
    print_times("mend of 30 steps in one line", line);
    print_times("mend of one matter's plan of 30 steps", stretch);
    print_times("mend of one matter's plan", everyday);
}
