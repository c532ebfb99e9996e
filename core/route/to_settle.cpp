#include <algorithm>

#include "core/route/route.h"

namespace signroute {

bool may_be_decided(const Route& route) {
    return std::any_of(route.steps.begin(), route.steps.end(), [](const RouteStep& s) { return s.rule->decides && s.status != StepStatus::not_required; });
}

std::vector<const Applied<Silent>*> to_settle(const Route& route, bool decided) {
    std::vector<const Applied<Silent>*> out;
    for (const bool asked : {true, false}) {
        for (const Applied<Silent>& s : route.silent) {
            const bool fits = asked ? s.rule->asks && (!decided || s.applies == Truth::yes) : s.rule->aspect == "actor" || s.rule->aspect == "procedure";
            if (fits && s.applies != Truth::no) out.push_back(&s);
        }
        if (decided || !out.empty()) break;
    }
    return out;
}

}  // namespace signroute
