#include "core/findings/check.h"

namespace signroute {

namespace {

// Nothing was planned, so nothing of the route was checked: that is not a pass.
Finding no_plan(const RouteStep& first) {
    Finding f;
    f.code = FindingCode::unknown_fact;
    f.severity = Severity::ask;
    f.strength = Strength::unclear;
    f.element = "planned";
    f.step = first.id;
    f.clauses = clause_list(first.because.clauses);
    f.message = "没有填报办理步骤，签批路线未经核对。";
    f.advice = "请填报打算怎样办理。";
    return f;
}

void check_no_plan(const Rules& rules, const Route& route, Findings& out) {
    bool asked = false;
    for (const RouteStep& s : route.steps) {
        const bool needed = s.status != StepStatus::not_required;
        out.checked.push_back({s.id, s.because.clauses, needed ? CheckResult::unknown : CheckResult::not_applicable});
        if (asked || s.status != StepStatus::required || find_body(*rules.pack, s.matter)) continue;
        asked = true;
        out.list.push_back(no_plan(s));
    }
}

}  // namespace

Check check(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice) {
    Check out;
    out.route = route_from_facts(rules, situation, choice);
    out.alignment = align(rules, out.route, situation);
    out.schedule = schedule_from_route(rules, calendar, out.route, situation, choice, out.alignment.dates, out.alignment.events);
    if (!situation.has_plan) check_no_plan(rules, out.route, out.findings);
    else if (out.route.outcome != Outcome::not_regulated) findings_from_plan(rules, out.route, situation, out.alignment, out.findings);
    findings_from_dates(rules, situation, out.findings);
    findings_from_rules(rules, out.route, situation, choice, out.alignment, out.findings);
    findings_from_schedule(rules, out.schedule, out.findings);
    findings_from_bodies(rules, situation, out.findings);
    findings_from_general(rules, situation, choice, out.findings);
    return out;
}

}  // namespace signroute
