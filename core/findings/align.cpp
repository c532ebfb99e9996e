// Lays the planned steps on the required ones: exactly where actor and action fit, then by action, then by actor.
#include <algorithm>
#include <functional>

#include "core/findings/finding.h"

namespace signroute {

namespace {

bool may_act(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned) {
    if (step.role.empty()) return true;  // the text names nobody
    if (planned.role.empty()) return false;
    if (is_role(catalogue, planned.role, step.role) || is_role(catalogue, step.role, planned.role)) return true;
    const auto& by = step.rule->delegable_to;
    return std::any_of(by.begin(), by.end(), [&](const std::string& d) { return is_role(catalogue, planned.role, d); });
}

bool acts_for(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned) {
    return !planned.on_behalf_of.empty() && !step.role.empty() && is_role(catalogue, planned.on_behalf_of, step.role);
}

}  // namespace

Alignment align(const Rules& rules, const Route& route, const Case& situation) {
    Alignment out;
    out.planned_of.assign(route.steps.size(), kNoStep);
    out.exact.assign(route.steps.size(), false);
    out.step_of.assign(situation.planned.size(), kNoStep);
    using Fits = std::function<bool(const RouteStep&, const PlannedStep&)>;
    const auto pass = [&](bool exact, const Fits& fits) {
        for (std::size_t p = 0; p < situation.planned.size(); ++p) {
            for (std::size_t s = 0; s < route.steps.size() && out.step_of[p] == kNoStep; ++s) {
                const RouteStep& step = route.steps[s];
                if (out.planned_of[s] != kNoStep || step.status == StepStatus::not_required || !fits(step, situation.planned[p])) continue;
                out.planned_of[s] = static_cast<int>(p);
                out.step_of[p] = static_cast<int>(s);
                out.exact[s] = exact;
            }
        }
    };
    const Catalogue& catalogue = *rules.catalogue;
    const auto same_action = [](const RouteStep& s, const PlannedStep& p) { return !p.action.empty() && s.rule->action == p.action; };
    const auto needed = [](const RouteStep& s) { return s.status == StepStatus::required; };
    pass(true, [&](const auto& s, const auto& p) {
        return same_action(s, p) && !s.role.empty() && is_role(catalogue, p.role, s.role) && p.on_behalf_of.empty();
    });
    pass(true, [&](const auto& s, const auto& p) { return same_action(s, p) && (may_act(catalogue, s, p) || acts_for(catalogue, s, p)); });
    pass(false, [&](const auto& s, const auto& p) { return needed(s) && same_action(s, p); });
    pass(false, [&](const auto& s, const auto& p) {
        return needed(s) && !p.role.empty() && !s.role.empty() && is_role(catalogue, p.role, s.role);
    });
    for (std::size_t s = 0; s < route.steps.size(); ++s) {
        if (out.planned_of[s] == kNoStep) continue;
        const auto day = day_from_text(situation.planned[out.planned_of[s]].date);
        if (day) out.dates[route.steps[s].id] = *day;
    }
    return out;
}

}  // namespace signroute
