// Every written case that has a plan is mended: the edits rest on clauses of the pack, and leave nothing that a plan can mend.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/contract/request.h"
#include "core/findings/check.h"
#include "core/json/json_in.h"
#include "core/route/readings.h"
#include "core/words.h"
#include "tests/core/sample.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

struct PlannedCase {
    std::string id;
    Rules rules;
    Case situation;
};

std::vector<PlannedCase> planned_cases() {
    std::vector<PlannedCase> out;
    const Library& library = installed_library();
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            if (!c.fault.empty() || c.verb != "assess") continue;
            const auto json = parse_json(c.request);
            Errors errors;
            ObjectIn in(JsonIn(*json, "", errors));
            const auto use = pack_in_use(library, "", in, errors);
            if (!use || use->own) continue;
            const Rules rules{&library.catalogue, use->named};
            const Case situation = read_case(rules, in, false);
            if (errors.empty() && situation.has_plan && in_hand(*rules.pack, situation)) out.push_back({c.id, rules, situation});
        }
    }
    return out;
}

// Clauses by the id of the element, of all that the case's matters say.
std::map<std::string, std::vector<Clause>> clauses_of(const PlannedCase& c) {
    std::map<std::string, std::vector<Clause>> out;
    const auto add = [&](const auto& list) {
        for (const auto& e : list) out[e.id].insert(out[e.id].end(), e.clauses.begin(), e.clauses.end());
    };
    for (const std::string& id : c.situation.matters) {
        const Matter* m = find_matter(*c.rules.pack, id);
        if (m) add(m->steps), add(m->prerequisites), add(m->prohibitions), add(m->limits);
    }
    return out;
}

const int kEvery = kSampled ? 4 : 1;

// What the plan can do nothing about.
bool is_fact(const Finding& f) {
    switch (f.code) {
        case FindingCode::over_limit:
        case FindingCode::wrong_body: return true;
        case FindingCode::too_late:
        case FindingCode::too_early:
        case FindingCode::forbidden: return f.planned == kNoStep;
        case FindingCode::wrong_role:
        case FindingCode::unknown_role: return f.planned == kNoStep && f.element.find('.') != std::string::npos;  // of a meeting
        case FindingCode::missing_step:
        case FindingCode::superfluous_step:
        case FindingCode::out_of_order:
        case FindingCode::wrong_action:
        case FindingCode::not_authorised:
        case FindingCode::prerequisite_unmet:
        case FindingCode::impossible_date:
        case FindingCode::needs_judgement:
        case FindingCode::unknown_fact:
        case FindingCode::not_regulated:
        case FindingCode::two_readings: return false;
    }
    return false;
}

void check_edits(const PlannedCase& c, const Mend& m) {
    std::vector<Clause> all;
    const auto known = clauses_of(c);
    for (const auto& [id, clauses] : known) all.insert(all.end(), clauses.begin(), clauses.end());
    for (const Edit& e : m.edits) {
        CHECK_MESSAGE(!e.clauses.empty(), c.id);
        for (const Clause& clause : e.clauses) CHECK_MESSAGE(std::find(all.begin(), all.end(), clause) != all.end(), c.id);
        if (e.op != Edit::Op::insert && e.op != Edit::Op::replace) continue;
        const std::size_t dot = e.route_step.find('.');  // the matter's name, where two of them share an id
        const auto own = known.find(dot == std::string::npos ? e.route_step : e.route_step.substr(dot + 1));
        REQUIRE(own != known.end());
        for (const Clause& clause : e.clauses) CHECK_MESSAGE(std::find(own->second.begin(), own->second.end(), clause) != own->second.end(), c.id << " " << e.route_step);
    }
}

// Each edit says what it changes, and no step is said to become what it is called already.
void check_words(const PlannedCase& c, const Edit& e, const std::vector<PlannedStep>& planned) {
    if (e.op != Edit::Op::move && e.op != Edit::Op::replace) return;
    const std::string title = step_title(*c.rules.catalogue, planned[e.op == Edit::Op::move ? e.from : e.at]);
    const std::string words = edit_text(*c.rules.catalogue, e, planned);
    CHECK_MESSAGE(words.find("为“" + title + "”") == std::string::npos, c.id << " " << words);
    CHECK_MESSAGE((e.op == Edit::Op::move || words.find("为“") != std::string::npos), c.id << " " << words);
}

}  // namespace

TEST_CASE("every written case with a plan is mended as far as a plan can do it, by edits that the pack's clauses demand") {
    int mended = 0, edits = 0, plans = 0, proved = 0;
    int n = 0;
    for (const PlannedCase& c : planned_cases()) {
        if (n++ % kEvery) continue;
        for (const Choice& choice : choices_among(readings_arising(c.rules, c.situation))) {
            const Check first = check(c.rules, installed_library().calendar, c.situation, choice);
            if (first.route.outcome == Outcome::not_regulated) continue;
            const Mend m = mend(c.rules, installed_library().calendar, c.situation, choice, first.findings.list);
            check_edits(c, m);
            Case after = c.situation;
            for (const Edit& e : m.edits) {
                check_words(c, e, after.planned);
                after.planned = applied(e, after.planned);
                if (!e.thing.empty()) after.done[e.thing].truth = Truth::yes;
            }
            CHECK_MESSAGE(after.planned == m.plan, c.id);
            std::string left;
            std::size_t remains = 0;
            for (const Finding& f : in_the_way(c.rules, installed_library().calendar, after, choice)) {
                ++remains;
                if (!is_fact(f)) left += "\n  " + std::string(name(f.code)) + " " + f.element + " " + f.message;
            }
            CHECK_MESSAGE(left.empty(), c.id << left);
            CHECK_MESSAGE(remains == m.remains.size(), c.id);
            if (m.edits.empty()) CHECK_MESSAGE(m.plan == c.situation.planned, c.id);
            ++plans;
            mended += !m.edits.empty();
            edits += static_cast<int>(m.cost());
            proved += m.least;
        }
    }
    MESSAGE(plans << " 条路线，要改的 " << mended << " 条，共 " << edits << " 处；确知最少的 " << proved << " 条");
    CHECK(plans > 500 / kEvery);
    CHECK(mended > 100 / kEvery);
    CHECK(proved * 1000 >= (kSampled ? 990 : 995) * plans);
}
