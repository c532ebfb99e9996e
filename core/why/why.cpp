#include "core/why/why.h"

#include <algorithm>
#include <tuple>

#include "core/readings.h"
#include "core/why/inquiry.h"
#include "core/why/reduce.h"

namespace signroute {

bool operator<(const Statable& a, const Statable& b) { return std::tie(a.thing, a.fact) < std::tie(b.thing, b.fact); }

namespace {

using namespace explaining;

// The situation, of the matters that bear on the question: a rule of one matter waits for no other, but for what a plan shows.
Case narrowed(const Case& situation, const About& about) {
    Case out = situation;
    const bool shown_by_plan = situation.has_plan && (about.kind == AboutKind::prerequisite || about.kind == AboutKind::limit);
    if (!about.matter.empty() && !shown_by_plan) out.matters = {about.matter};
    return out;
}

// Only what is chosen for these questions; the rest stays open.
Choice only(const Choice& choice, const std::vector<ArisingReading>& questions) {
    Choice out;
    for (const ArisingReading& q : questions) {
        const auto matter = choice.find(q.matter);
        if (matter == choice.end()) continue;
        const auto at = matter->second.find(q.question->id);
        if (at != matter->second.end()) out[q.matter].insert(*at);
    }
    return out;
}

Explanation explained(const Rules& whole, Inquiry& q) {
    Explanation out;
    out.under = q.choices;
    out.told = q.answer;
    out.facts = minimal_facts(q);
    out.clauses = minimal_clauses(q);
    out.refused = refused_rules(whole, q);
    out.change = smallest_change(q, out.searched);
    out.next = next_question(q);
    return out;
}

bool is_open(const Told& told) {
    return !open_in(told).empty() || told.verdict == Verdict::ask ||
           std::any_of(told.steps.begin(), told.steps.end(), [](const ToldStep& s) { return s.status == StepStatus::unknown; });
}

Outcome outcome_of(const Told& told) {
    if (is_open(told)) return Outcome::depends;
    const bool none = !told.matters.empty() && std::all_of(told.matters.begin(), told.matters.end(), [](const ToldMatter& m) { return m.applies == Truth::no; });
    return none ? Outcome::not_regulated : Outcome::regulated;
}

// Each way to read the text that makes a difference is explained by itself.
void explain(const Rules& whole, Inquiry& q, Why& out) {
    std::vector<ArisingReading> questions = readings_arising(q.rules, q.situation);
    out.shared = !questions.empty();
    const std::vector<Choice> choices = choices_among(questions);
    std::vector<Told> each;
    for (const Choice& c : choices) each.push_back(told(q.rules, *q.calendar, q.situation, c, q.about));
    const auto left = drop_idle(questions, choices, [&](std::size_t a, std::size_t b) { return each[a] == each[b]; });
    for (const std::size_t i : left) {
        q.answer = each[i];
        q.choices = {only(choices[i], questions)};
        if (!q.same(q.rules, q.situation)) {  // what the other readings share shows only one by one
            q.choices.clear();
            for (const Choice& c : choices) {
                if (only(c, questions) == only(choices[i], questions)) q.choices.push_back(c);
            }
        }
        Explanation one = explained(whole, q);
        if (left.size() == 1) out.explanation = std::move(one);
        else out.readings.push_back({label_of(choices[i], questions), std::move(one)});
    }
    out.shared &= left.size() == 1;
    out.outcome = left.size() > 1 ? Outcome::readings : outcome_of(out.explanation.told);
}

}  // namespace

Why why(const Rules& rules, const Calendar& calendar, const Case& situation, const About& about) {
    Why out;
    out.about = about;
    if (!in_hand(*rules.pack, situation)) {
        out.outcome = Outcome::not_in_hand;
        return out;
    }
    const Pack pack = explaining::reduced(rules, situation, about);
    explaining::Inquiry q{{rules.catalogue, &pack}, &calendar, about, narrowed(situation, about), {}, {}, {}};
    q.askables = explaining::askables(q.rules, q.situation, about.kind == AboutKind::verdict);
    explain(rules, q, out);
    return out;
}

}  // namespace signroute
