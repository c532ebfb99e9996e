#include "core/route/route.h"

#include <algorithm>

namespace signroute {

PlannedStep as_planned(const RouteStep& step) {
    PlannedStep out;
    out.role = step.role;
    out.action = step.rule->action;
    out.to = step.rule->to;
    out.form = step.rule->form;
    return out;
}

bool is_passed_on(const Catalogue& catalogue, const Route& route, const RouteStep& step, std::string_view role) {
    return std::any_of(route.steps.begin(), route.steps.end(), [&](const RouteStep& next) {
        const bool follows = std::find(next.after.begin(), next.after.end(), step.id) != next.after.end();
        return follows && next.status != StepStatus::not_required && !next.rule->to.empty() && is_role(catalogue, role, next.role);
    });
}

std::vector<PlannedStep> required_plan(const Route& route) {
    std::vector<PlannedStep> out;
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::required) out.push_back(as_planned(s));
    }
    return out;
}

}  // namespace signroute
