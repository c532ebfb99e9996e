// Days of the plan that do not exist, and days that run against its order: so whatever the rules are.
#include <algorithm>

#include "core/findings/finding.h"

namespace signroute {

namespace {

// A list that says one order and days that say another: one of the two is not meant.
void backward_days(const Rules& rules, const Case& situation, Findings& out) {
    std::size_t before = situation.planned.size();
    for (std::size_t p = 0; p < situation.planned.size(); ++p) {
        const auto day = day_from_text(situation.planned[p].date);
        if (!day) continue;
        const auto was = before < p ? day_from_text(situation.planned[before].date) : day;
        const bool said = std::any_of(out.list.begin(), out.list.end(), [&](const Finding& f) {
            return f.code == FindingCode::out_of_order && f.planned == static_cast<int>(p);
        });
        if (was && *day < *was && !said) {
            Finding f;
            f.severity = Severity::ask;
            f.strength = Strength::unclear;
            f.code = FindingCode::out_of_order;
            f.planned = static_cast<int>(p);
            f.message = "“" + step_title(*rules.catalogue, situation.planned[p]) + "”排在“" + step_title(*rules.catalogue, situation.planned[before]) + "”之后，日期却更早。";
            f.advice = "请核对两步的日期或者次序。";
            out.list.push_back(std::move(f));
        }
        before = p;
    }
}

}  // namespace

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
    backward_days(rules, situation, out);
}

}  // namespace signroute
