// Time limits that were missed, and those that ran on past today.
#include "core/findings/finding.h"

namespace signroute {

namespace {

std::string_view unit_name(DeadlineUnit unit) { return unit == DeadlineUnit::working_day ? "个工作日" : "天"; }

Finding late(const ScheduledLimit& s, bool certain) {
    const TimeLimit& limit = *s.limit.rule;
    Finding f;
    f.code = limit.minimum ? FindingCode::too_early : FindingCode::too_late;
    f.strength = limit.strength;
    f.severity = certain ? severity_of(limit.strength) : Severity::ask;
    f.clauses = limit.clauses;
    f.element = limit.id;
    f.step = limit.step;
    f.facts = s.limit.because.facts;
    const DeadlineAnswer& a = *s.answer;
    const std::optional<Day> due = a.due ? a.due : limit.minimum ? a.earliest : a.latest;
    if (due) f.want.emplace_back("due", to_text(*due));
    if (s.done) f.got.emplace_back("due", to_text(*s.done));
    if (s.late_by > 0) f.got.emplace_back("late_by", s.late_by);
    return f;
}

std::string by_how_much(const ScheduledLimit& s) {
    return s.late_by > 0 ? "，迟" + std::to_string(s.late_by) + std::string(unit_name(s.limit.rule->unit)) : "";
}

}  // namespace

void findings_from_schedule(const Rules& rules, const Schedule& schedule, const Case& situation, Findings& out) {
    for (const ScheduledLimit& s : schedule.limits) {
        const TimeLimit& limit = *s.limit.rule;
        const NamedMatter* matter = find_named(rules.catalogue->matters, s.limit.matter);
        const std::string title = limit.title.empty() ? (matter ? matter->title : limit.id) : limit.title;
        CheckResult result = CheckResult::unknown;
        if (s.state == LimitState::gives_way || s.limit.applies == Truth::no) result = CheckResult::not_applicable;
        if (s.state == LimitState::kept) result = CheckResult::held;
        if (s.state == LimitState::missed && s.limit.applies == Truth::yes) {
            result = CheckResult::broken;
            Finding f = late(s, true);
            f.message = limit.minimum ? title + "：早于规定的日期。" : title + "：已过期限" + by_how_much(s) + "。";
            f.advice = limit.say;
            out.list.push_back(std::move(f));
        } else if (s.state == LimitState::open && s.late_by > 0 && !limit.minimum && situation.today) {
            Finding f = late(s, false);
            f.message = title + "：期限已于" + to_text(*s.answer->due) + "届满" + by_how_much(s) + "，没有说明是否已经办结。";
            f.advice = "已办结的，请填写办结日期；未办结的，即为逾期。";
            out.list.push_back(std::move(f));
        }
        out.checked.push_back({limit.id, limit.clauses, result});
    }
}

}  // namespace signroute
