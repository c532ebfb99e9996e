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

Explanation explained(const Rules& whole, const Inquiry& q, Pack& reduced) {
    Explanation out;
    out.under = q.general();
    out.told = q.answer();
    out.facts = minimal_facts(q);
    out.clauses = minimal_clauses(q, reduced);
    out.refused = refused_rules(whole, q);
    out.change = smallest_change(q, out.facts, out.searched);
    out.next = next_question(q);
    return out;
}

Outcome outcome_of(const Told& told) {
    if (!is_sure(told)) return Outcome::depends;
    const bool none = !told.matters.empty() && std::all_of(told.matters.begin(), told.matters.end(), [](const ToldMatter& m) { return m.applies == Truth::no; });
    return none ? Outcome::not_regulated : Outcome::regulated;
}

// Each way to read the text that makes a difference is explained by itself.
void explain(const Rules& whole, Inquiry& q, Pack& reduced, Why& out) {
    const std::vector<ArisingReading> all = readings_arising(q.rules, q.situation);
    out.shared = !all.empty();
    std::vector<ArisingReading> questions = all;
    const Choice settled = take_settled(q.rules, q.situation, questions);
    const std::vector<Choice> choices = choices_among(questions, settled);
    std::vector<Told> each;
    for (const Choice& c : choices) each.push_back(q.tell(q.situation, c));
    const auto left = drop_idle(questions, choices, [&](std::size_t a, std::size_t b) { return each[a] == each[b]; });
    for (const std::size_t i : left) {
        const Choice general = only(choices[i], questions);
        std::vector<Choice> alike;
        for (const Choice& c : choices_among(all)) {
            if (only(c, questions) == general) alike.push_back(c);
        }
        q.look_into(each[i], general, std::move(alike));
        Explanation one = explained(whole, q, reduced);
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
    Pack pack = explaining::reduced(rules, situation, about);
    explaining::Inquiry q({rules.catalogue, &pack}, calendar, narrowed(situation, about), about);
    explain(rules, q, pack, out);
    return out;
}

}  // namespace signroute
