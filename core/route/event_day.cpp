#include <algorithm>

#include "core/route/route.h"

namespace signroute {

std::optional<Day> event_day(const Catalogue& catalogue, const Case& situation, std::string_view event) {
    const auto stated = situation.events.find(event);
    if (stated != situation.events.end()) return stated->second;
    const NamedEvent* named = find_named(catalogue.events, event);
    std::optional<Day> out;
    for (const PlannedStep& s : situation.planned) {
        if (!named || std::find(named->acts.begin(), named->acts.end(), s.action) == named->acts.end()) continue;
        const auto day = day_from_text(s.date);
        if (!day) continue;
        if (out && *out != *day) return std::nullopt;
        out = *day;
    }
    return out;
}

}  // namespace signroute
