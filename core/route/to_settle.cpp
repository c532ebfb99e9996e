#include <algorithm>

#include "core/route/route.h"

namespace signroute {

bool may_be_decided(const Route& route) {
    return std::any_of(route.steps.begin(), route.steps.end(), [](const RouteStep& s) { return s.rule->decides && s.status != StepStatus::not_required; });
}

std::vector<const Applied<Silent>*> to_settle(const Route& route) {
    const bool decided = may_be_decided(route);
    std::vector<const Applied<Silent>*> out;
    const auto add = [&](auto&& fits) {
        for (const Applied<Silent>& s : route.silent) {
            if (s.applies != Truth::no && fits(s)) out.push_back(&s);
        }
    };
    add([&](const Applied<Silent>& s) { return s.rule->asks && (!decided || s.applies == Truth::yes); });
    if (!decided && out.empty()) add([](const Applied<Silent>& s) { return s.rule->aspect == "actor" || s.rule->aspect == "procedure"; });
    return out;
}

}  // namespace signroute
