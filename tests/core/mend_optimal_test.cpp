// The mend held against trying: every plan of up to four steps over what a matter requires and two foreign steps, in all
// packs. A sample of them as a rule, all of them with SIGNROUTE_LONG=1; SIGNROUTE_PACK=wuxi takes only that pack.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "core/findings/check.h"
#include "core/route/readings.h"
#include "tests/core/calendar_files.h"
#include "tests/core/mend_brute.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

constexpr std::size_t kLongest = 4;
constexpr int kSituations = 4;  // of a matter
const std::uint32_t kSampleEvery = kSampled ? 9973 : 4001;
const std::size_t kMostTried = kSampled ? 3 : 100;  // edits; trying all of more takes too long under the sanitizers

bool long_run() { return std::getenv("SIGNROUTE_LONG") != nullptr; }

// Small, and the same everywhere.
struct Draw {
    std::uint32_t state;
    std::uint32_t operator()(std::uint32_t n) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % n;
    }
};

FactValue some_answer(const Rules& rules, const NamedFact& fact, Draw& draw) {
    const FactRule* rule = find_fact(*rules.pack, fact.id);
    std::vector<std::string> options = rule ? rule->options : std::vector<std::string>();
    if (options.empty() && fact.options_are_roles) options = {"mayor", "vice_mayor", "secretary_general"};
    for (const Named& o : fact.options) {
        if (!rule || rule->options.empty()) options.push_back(o.id);
    }
    if (options.empty()) options = {"x"};
    switch (fact.type) {
        case FactType::boolean: return draw(2) == 1;
        case FactType::integer:
        case FactType::amount_cny: return static_cast<std::int64_t>(draw(3)) * 1'000'000;
        case FactType::list: return std::vector<std::string>{options[draw(static_cast<std::uint32_t>(options.size()))]};
        case FactType::choice:
        case FactType::rank: return options[draw(static_cast<std::uint32_t>(options.size()))];
        case FactType::date: return std::string("2025-03-03");
    }
    return false;
}

// Nothing known, and answers drawn.
Case situation(const Rules& rules, const Matter& matter, int n) {
    Case out;
    out.matters = {matter.id};
    out.has_plan = true;
    Draw draw{static_cast<std::uint32_t>(n) * 7919u + static_cast<std::uint32_t>(matter.id.size()) * 31u};
    for (const std::string& id : n == 0 ? std::vector<std::string>() : matter.facts) {
        const NamedFact* fact = find_named(rules.catalogue->facts, id);
        if (fact) out.facts[id] = some_answer(rules, *fact, draw);
    }
    return out;
}

PlannedStep step_of(const std::string& role, const std::string& action) {
    PlannedStep out;
    out.role = role;
    out.action = action;
    return out;
}

// What the matter may require, with the actors of this situation; then an act that it knows by somebody else, and an act
// that it does not know.
Alphabet alphabet_of(const Rules& rules, const Matter& matter, const Route& route) {
    Alphabet out;
    const auto add = [&](const PlannedStep& s) {
        if (std::find(out.letters.begin(), out.letters.end(), s) == out.letters.end()) out.letters.push_back(s);
    };
    for (const StepRule& r : matter.steps) {
        if (r.status != StepStatus::required) continue;
        const RouteStep* s = find_step(route, matter.id, r.id);
        PlannedStep step = step_of(s ? s->role : r.role, r.action);
        step.to = r.to;
        step.form = r.form;
        add(step);
    }
    out.required = out.letters.size();
    if (out.letters.empty()) return out;
    add(step_of("clerk", out.letters.back().action));
    for (const char* action : {"copy", "archive", "print", "register"}) {
        const bool known = std::any_of(matter.steps.begin(), matter.steps.end(), [&](const StepRule& r) { return r.action == action; });
        if (known || !find_named(rules.catalogue->actions, action)) continue;
        add(step_of("office", action));
        break;
    }
    return out;
}

// Letters of the steps that are required here, by what is planned or not; these and the foreign ones make the plans.
std::vector<int> letters_here(const Rules& rules, const Case& c, const Alphabet& alphabet) {
    std::set<int> out;
    for (const Choice& choice : choices_among(readings_arising(rules, c))) {
        for (const RouteStep& s : route_from_facts(rules, c, choice).steps) {
            for (std::size_t l = 0; l < alphabet.required; ++l) {
                if (s.status == StepStatus::required && may_take(*rules.catalogue, s, alphabet.letters[l])) out.insert(static_cast<int>(l));
            }
        }
    }
    if (out.empty()) return {};
    for (std::size_t l = alphabet.required; l < alphabet.letters.size(); ++l) out.insert(static_cast<int>(l));
    return {out.begin(), out.end()};
}

struct Tally {
    std::int64_t plans = 0, mended = 0, edits = 0, unproved = 0;
    std::uint32_t seen = 0;
};

std::string shown(const Rules& rules, const std::vector<PlannedStep>& plan) {
    std::string out;
    for (const PlannedStep& s : plan) out += (out.empty() ? "" : " → ") + step_title(*rules.catalogue, s);
    return out;
}

void compare(const Rules& rules, BruteMend& brute, const BruteMend::Plan& plan, const Case& c, const Choice& choice, Tally& tally) {
    const Mend m = mend(rules, installed(), c, choice, in_the_way(rules, installed(), c, choice));
    ++tally.plans;
    tally.mended += m.cost() > 0;
    tally.edits += static_cast<std::int64_t>(m.cost());
    tally.unproved += !m.least;
    Case after = c;
    for (const Edit& e : m.edits) after.planned = applied(e, after.planned);
    std::set<std::string> remains;
    for (const Finding& f : m.remains) remains.insert(std::string(name(f.code)) + " " + f.element);
    std::set<std::string> still;
    for (const Finding& f : in_the_way(rules, installed(), after, choice)) still.insert(std::string(name(f.code)) + " " + f.element);
    const bool leads = after.planned == m.plan && still == remains && brute.by_the_whole_check(plan) == brute.in_the_way(plan);
    BruteMend::Plan better;
    const bool fewer = m.least && m.cost() <= kMostTried && brute.fewer_do(plan, static_cast<int>(m.cost()), {remains.begin(), remains.end()}, better);
    if (leads && !fewer) return;
    std::string said = rules.pack->id + " " + c.matters.front() + ": " + shown(rules, c.planned) + " ⇒ " + shown(rules, m.plan) + " (" + std::to_string(m.cost()) + ")";
    if (!leads) said += " 改后不符";
    if (fewer) said += " 更少：" + shown(rules, brute.with(better).planned);
    for (const std::string& line : remains) said += " [" + line + "]";
    FAIL_CHECK(said);
}

void compare_all(const Rules& rules, const Case& c, const Alphabet& alphabet, const std::vector<int>& letters, Tally& tally) {
    std::map<Choice, std::unique_ptr<BruteMend>> brutes;
    std::vector<BruteMend::Plan> plans = {""};
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const BruteMend::Plan plan = plans[i];
        for (const int l : plan.size() < kLongest ? letters : std::vector<int>()) {
            plans.push_back(plan + static_cast<char>(l));
        }
        if (!long_run() && (tally.seen++ * 2654435761u >> 8) % kSampleEvery != 0) continue;
        Case planned = c;
        for (const char l : plan) planned.planned.push_back(alphabet.letters[static_cast<std::size_t>(l)]);
        const std::vector<Choice> choices = choices_among(readings_arising(rules, planned));
        const Choice& choice = choices[i % choices.size()];
        auto& brute = brutes[choice];
        if (!brute) brute = std::make_unique<BruteMend>(rules, installed(), c, choice, alphabet);
        compare(rules, *brute, plan, planned, choice, tally);
    }
}

}  // namespace

TEST_CASE("no fewer edits than the mend's make a plan of up to four steps pass, by trying them") {
    const char* only = std::getenv("SIGNROUTE_PACK");
    Tally tally;
    int matters = 0;
    for (const Pack& pack : installed_library().packs) {
        if (only && pack.id.find(only) == std::string::npos) continue;
        const Rules rules{&installed_library().catalogue, &pack};
        for (const Matter& matter : pack.matters) {
            std::set<std::vector<int>> seen;
            for (int n = 0; n < kSituations; ++n) {
                const Case c = situation(rules, matter, n);
                const Route route = route_from_facts(rules, c, {});
                const Alphabet alphabet = alphabet_of(rules, matter, route);
                const std::vector<int> letters = letters_here(rules, c, alphabet);
                if (route.outcome == Outcome::not_regulated || letters.empty() || !seen.insert(letters).second) continue;
                compare_all(rules, c, alphabet, letters, tally);
            }
            matters += !seen.empty();
        }
    }
    MESSAGE(matters << " 个事项，比较 " << tally.plans << " 条路线，要改的 " << tally.mended << " 条，共 " << tally.edits << " 处");
    CHECK(tally.unproved == 0);
    CHECK(matters > (only ? 20 : 200));
    CHECK(tally.plans > (long_run() && !only ? 500'000 : 500 * 211 / kSampleEvery));
}

// Drawn, not all: a plan of six steps has too many neighbours.
TEST_CASE("of longer plans too none is mended by fewer edits where the mend says so") {
    const int rounds = long_run() ? 40 : 1;
    Tally tally;
    for (const Pack& pack : installed_library().packs) {
        const Rules rules{&installed_library().catalogue, &pack};
        for (const Matter& matter : pack.matters) {
            const Case c = situation(rules, matter, 1);
            const Route route = route_from_facts(rules, c, {});
            const Alphabet alphabet = alphabet_of(rules, matter, route);
            const std::vector<int> letters = letters_here(rules, c, alphabet);
            if (route.outcome == Outcome::not_regulated || letters.size() < 4 || letters.size() > 7) continue;
            Draw draw{static_cast<std::uint32_t>(matter.id.size()) * 77u};
            for (int round = 0; round < rounds; ++round) {
                Case planned = c;
                BruteMend::Plan plan;
                for (std::uint32_t n = 5 + draw(2); n > 0; --n) plan += static_cast<char>(letters[draw(static_cast<std::uint32_t>(letters.size()))]);
                for (const char l : plan) planned.planned.push_back(alphabet.letters[static_cast<std::size_t>(l)]);
                const Choice choice = choices_among(readings_arising(rules, planned)).front();
                BruteMend brute(rules, installed(), c, choice, alphabet);
                compare(rules, brute, plan, planned, choice, tally);
            }
        }
    }
    MESSAGE("比较 " << tally.plans << " 条路线，确知最少的 " << tally.plans - tally.unproved << " 条");
    CHECK(tally.plans > 60);
    CHECK(tally.unproved * 10 < tally.plans);
}
