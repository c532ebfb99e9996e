// One matter with all its conditions compiled, and where findings about it go. Private to lint.
#pragma once

#include <string>
#include <vector>

#include "core/pack/lint.h"
#include "core/pack/lint_space.h"

namespace signroute::linting {

// An element of any kind, as the checks on conditions see it.
struct Part {
    const Element* element = nullptr;
    std::string label;                    // 步骤“秘书长审核”（review）
    Diagram::Ref wide = Diagram::yes;     // where it is looked at
    Diagram::Ref applies = Diagram::yes;  // there, `when` holding, among the options that this pack knows
};

struct MatterLint {
    MatterLint(const Rules& rules, const Matter& matter, LintReport& report);

    using Ref = Diagram::Ref;
    const Rules& rules;
    const Matter& matter;
    const Body* body;  // the body of the same id, or null
    LintReport& report;
    Space space;
    Ref context = Diagram::yes;  // the matter applies, among the options that this pack knows
    std::vector<Part> steps, prerequisites, prohibitions, caps, limits, silent, notes, readings, entries, body_silent;
    std::vector<Ref> breaches;  // of the prohibitions, where they apply

    Diagram& diagram() { return space.diagram(); }
    std::vector<const Part*> all() const;
    bool in_one_group(std::size_t a, std::size_t b) const;  // steps that replace each other
    bool ordered(std::size_t a, std::size_t b) const;       // step a comes, directly or not, after step b
    Ref wide_of(const Part& part) { return diagram().both(part.wide, space.compile(part.element->when)); }
    Ref silent_about(const std::vector<std::string>& aspects);

    // A finding about an element, with the smallest case of `where` in which `settled` are known.
    LintFinding& add(Severity severity, std::string code, const Part* part, std::string message, Ref where,
                     const std::vector<const Condition*>& settled = {}, std::optional<Ref> enough = std::nullopt);
    std::string title() const;
};

// “是否紧急公文”为是，“文种”为纪要: a condition, or the facts of a case, in words.
std::string words_of(const Rules& rules, const Condition& condition);
std::string words_of(const Rules& rules, const Facts& facts);

// The checks of a matter; each only adds.
void lint_conditions(MatterLint& m);
void lint_doubles(MatterLint& m);
void lint_outcomes(MatterLint& m);
void lint_steps(MatterLint& m);
void lint_rules(MatterLint& m);
void lint_order(MatterLint& m);
void lint_limits(MatterLint& m);
void lint_readings(MatterLint& m);
void lint_entries(MatterLint& m);
// The checks of the whole pack.
void lint_bodies(const Rules& rules, LintReport& report);
void lint_shared_limits(const Rules& rules, LintReport& report);
void lint_shared_conditions(const Rules& rules, LintReport& report);
void lint_clauses(const Rules& rules, LintReport& report);
void lint_names(const Rules& rules, LintReport& report);
void lint_use(const Rules& rules, LintReport& report);

}  // namespace signroute::linting
