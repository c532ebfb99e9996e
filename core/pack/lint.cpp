#include "core/pack/lint.h"

#include "core/pack/lint_matter.h"

namespace signroute {

namespace {

using namespace linting;

void lint_matter(const Rules& rules, const Matter& matter, LintReport& report) {
    MatterLint m(rules, matter, report);
    report.spans.push_back(
        {matter.id, static_cast<int>(m.space.variables().size()), m.space.combinations(), m.space.exhaustive()});
    if (!m.space.exhaustive())
        m.add(Severity::warning, "not_exhaustive", nullptr, "名单类情形列出的条目过多，没有逐一组合检查。",
              Diagram::yes);
    lint_conditions(m);
    lint_doubles(m);
    lint_outcomes(m);
    lint_entries(m);
    if (!matter.regulated || m.context == Diagram::no) return;
    lint_steps(m);
    lint_rules(m);
    lint_order(m);
    lint_limits(m);
    lint_readings(m);
}

}  // namespace

LintReport lint(const Rules& rules) {
    LintReport report;
    using namespace linting;
    lint_clauses(rules, report);
    lint_names(rules, report);
    lint_use(rules, report);
    lint_shared_limits(rules, report);
    lint_shared_conditions(rules, report);
    lint_bodies(rules, report);
    for (const Matter& m : rules.pack->matters) lint_matter(rules, m, report);
    for (const Silent& s : rules.pack->silent) report.silences.push_back({&s, "", "", std::nullopt});
    return report;
}

}  // namespace signroute
