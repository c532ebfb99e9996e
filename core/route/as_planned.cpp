#include "core/route/route.h"

namespace signroute {

PlannedStep as_planned(const RouteStep& step) {
    PlannedStep out;
    out.role = step.role;
    out.action = step.rule->action;
    out.to = step.rule->to;
    out.form = step.rule->form;
    return out;
}

std::vector<PlannedStep> required_plan(const Route& route) {
    std::vector<PlannedStep> out;
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::required) out.push_back(as_planned(s));
    }
    return out;
}

}  // namespace signroute
