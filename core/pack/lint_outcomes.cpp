// Combinations of facts for which the pack has nothing to say, or a route in which nobody decides or acts.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;
using Conditions = std::vector<const Condition*>;

Ref any_of(Diagram& d, const std::vector<Part>& parts) {
    Ref out = Diagram::no;
    for (const Part& p : parts) out = d.either(out, p.applies);
    return out;
}

Conditions conditions_of(MatterLint& m, std::initializer_list<const std::vector<Part>*> lists) {
    Conditions out{&m.matter.applies_when};
    for (const auto* list : lists) {
        for (const Part& p : *list) out.push_back(&p.element->when);
    }
    return out;
}

// The text leaves the matter open: the pack should say so, and nothing else.
void not_regulated(MatterLint& m) {
    for (const auto* list : {&m.steps, &m.prerequisites, &m.prohibitions, &m.caps, &m.limits, &m.readings}) {
        for (const Part& p : *list)
            m.add(Severity::error, "never_applies", &p, "不起作用：本事项注明原文未规定。", Diagram::yes);
    }
    Diagram& d = m.diagram();
    const Ref said = d.either(any_of(d, m.silent), any_of(d, m.notes));
    if (said != Diagram::yes)
        m.add(Severity::error, "no_outcome", nullptr, "注明原文未规定，却没有说明原文未规定什么。", d.negation(said),
              conditions_of(m, {&m.silent, &m.notes}));
}

void no_outcome(MatterLint& m) {
    Diagram& d = m.diagram();
    Ref said = any_of(d, m.entries);
    for (const auto* list : {&m.steps, &m.prerequisites, &m.prohibitions, &m.caps, &m.limits, &m.silent, &m.notes})
        said = d.either(said, any_of(d, *list));
    const Ref open = d.but_not(m.context, said);
    if (open == Diagram::no) return;
    m.add(Severity::error, "no_outcome", nullptr,
          "有的情形没有任何结果：没有步骤、前置、禁止、限额、时限，也没有注明原文未规定。", open,
          conditions_of(
              m, {&m.steps, &m.prerequisites, &m.prohibitions, &m.caps, &m.limits, &m.silent, &m.notes, &m.entries}));
}

// What explains that nobody decides: a prohibition that is broken, or a silence or note kept to where nobody decides. A
// silence about who decides has to be settled before anything goes out, so it must ask.
Ref explained(MatterLint& m, Ref decided, bool must_ask) {
    Diagram& d = m.diagram();
    Ref out = Diagram::no;
    const auto kept_to_gap = [&](Ref f) { return d.both(f, decided) == Diagram::no; };
    for (const Ref breach : m.breaches) out = d.either(out, breach);
    for (const Part& note : m.notes) {
        if (kept_to_gap(note.applies)) out = d.either(out, note.applies);
    }
    for (std::size_t i = 0; i < m.silent.size(); ++i) {
        const Silent& s = m.matter.silent[i];
        const bool fits =
            s.aspect == "actor" || s.aspect == "procedure" || s.aspect == "stand_in" || s.aspect == "scope";
        if (fits && (s.asks || !must_ask) && kept_to_gap(m.silent[i].applies)) out = d.either(out, m.silent[i].applies);
    }
    return out;
}

// Steps that put something to whoever decides.
bool prepares(const StepRule& s) {
    constexpr const char* actions[] = {"draft",
                                       "review",
                                       "review_and_sign",
                                       "copy_edit",
                                       "countersign",
                                       "legality_review",
                                       "submit",
                                       "submit_jointly",
                                       "submit_for_instruction",
                                       "request_instruction",
                                       "propose_handling",
                                       "ask_leave"};
    return s.status != StepStatus::permitted &&
           std::any_of(std::begin(actions), std::end(actions), [&](const char* a) { return s.action == a; });
}

// None of the steps that decide stands: an error where something is put up for decision.
void no_decider(MatterLint& m) {
    Diagram& d = m.diagram();
    Ref decided = Diagram::no, route = Diagram::no;
    bool any = false;
    for (std::size_t i = 0; i < m.steps.size(); ++i) {
        const StepRule& s = m.matter.steps[i];
        any |= s.decides;
        if (s.decides) decided = d.either(decided, m.steps[i].applies);
        if (prepares(s)) route = d.either(route, m.steps[i].applies);
    }
    if (!any) return;
    const Ref nobody = d.but_not(m.context, decided);
    const Ref begun = d.both(nobody, route);
    const Ref stuck = d.but_not(begun, explained(m, decided, true));
    const Ref open = d.but_not(nobody, explained(m, decided, false));
    if (stuck != Diagram::no)
        m.add(Severity::error, "no_decider", nullptr,
              "有的情形送审、报送之后没有人作决定，也没有须先明确由谁决定的提示。", stuck, conditions_of(m, {&m.steps}),
              begun);
    else if (open != Diagram::no)
        m.add(Severity::warning, "no_decider", nullptr, "有的情形没有人作决定，也没有注明原文未规定由谁决定。", open,
              conditions_of(m, {&m.steps}), nobody);
}

void unnamed_actor(MatterLint& m) {
    Diagram& d = m.diagram();
    const Ref said = m.silent_about({"actor", "procedure", "stand_in"});
    for (std::size_t i = 0; i < m.steps.size(); ++i) {
        if (!m.matter.steps[i].role.empty()) continue;
        const Ref open = d.but_not(m.steps[i].applies, said);
        if (open == Diagram::no) continue;
        m.add(Severity::error, "unnamed_actor", &m.steps[i], "没有写明由谁办理，也没有注明原文未规定办理主体。", open,
              conditions_of(m, {&m.steps, &m.silent}));
    }
}

void silences(MatterLint& m) {
    for (std::size_t i = 0; i < m.silent.size(); ++i) {
        const Silent& s = m.matter.silent[i];
        const auto example = m.space.example(m.silent[i].applies, {&s.when});
        m.report.silences.push_back({&s, m.matter.id, "", example ? std::optional(example->situation) : std::nullopt});
        if (s.clauses.empty())
            m.add(Severity::error, "no_clause", &m.silent[i], "没有写明查过哪些条款。", m.silent[i].applies);
    }
}

}  // namespace

void lint_outcomes(MatterLint& m) {
    silences(m);
    if (!m.matter.regulated) return not_regulated(m);
    no_outcome(m);
    no_decider(m);
    unnamed_actor(m);
}

}  // namespace signroute::linting
