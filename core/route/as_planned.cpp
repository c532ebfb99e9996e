#include "core/route/route.h"

#include <algorithm>

namespace signroute {

PlannedStep as_planned(const RouteStep& step) {
    PlannedStep out;
    out.role = step.role;
    out.action = step.rule->action;
    out.to = step.rule->to;
    if (out.to.empty()) out.action_text = step.rule->word;  // what an act is called here; with an addressee it would be read as all of it
    out.form = step.rule->form;
    return out;
}

bool reaches(const Catalogue& catalogue, const RouteStep& step, std::string_view role) {
    if (is_role(catalogue, role, step.rule->to)) return true;
    return std::any_of(step.by_way_of.begin(), step.by_way_of.end(), [&](const std::string& by) { return is_role(catalogue, role, by); });
}

std::vector<PlannedStep> required_plan(const Route& route) {
    std::vector<PlannedStep> out;
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::required) out.push_back(as_planned(s));
    }
    return out;
}

}  // namespace signroute
