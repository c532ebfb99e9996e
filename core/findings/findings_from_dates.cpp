// Days of the plan that do not exist: wrong whatever the rules are.
#include "core/findings/finding.h"

namespace signroute {

void findings_from_dates(const Rules& rules, const Case& situation, Findings& out) {
    for (std::size_t p = 0; p < situation.planned.size(); ++p) {
        const PlannedStep& one = situation.planned[p];
        if (one.date.empty()) continue;
        const auto day = day_from_text(one.date);
        if (day) continue;
        Finding f;
        f.code = FindingCode::impossible_date;
        f.planned = static_cast<int>(p);
        f.message = "“" + step_title(*rules.catalogue, one) + "”的日期有误：" + day.error().message + "。";
        f.advice = "改为形如 2025-01-23 的日期。";
        f.got.emplace_back("due", one.date);
        out.list.push_back(std::move(f));
    }
}

}  // namespace signroute
