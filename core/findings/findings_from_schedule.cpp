// Time limits that were missed, and those that ran on past today.
#include "core/findings/finding.h"

namespace signroute {

namespace {

Finding late(const ScheduledLimit& s, bool certain) {
    const TimeLimit& limit = *s.limit.rule;
    Finding f;
    f.code = limit.minimum ? FindingCode::too_early : FindingCode::too_late;
    f.strength = limit.strength;
    f.severity = certain ? severity_of(limit.strength) : Severity::ask;
    f.clauses = limit.clauses;
    f.element = limit.id;
    f.step = s.step;
    f.facts = s.limit.because.facts;
    const DeadlineAnswer& a = *s.answer;
    const std::optional<Day> due = a.due ? a.due : limit.minimum ? a.earliest : a.latest;
    if (due) f.want.emplace_back("due", to_text(*due));
    if (s.done) f.got.emplace_back("due", to_text(*s.done));
    if (s.late_by > 0) f.got.emplace_back("late_by", s.late_by);
    return f;
}

std::string by_how_much(const ScheduledLimit& s) {
    if (s.late_by == 0) return "";
    return "，迟" + std::to_string(s.late_by) + (late_unit(*s.limit.rule) == DeadlineUnit::working_day ? "个工作日" : "日");
}

// What the text attaches to its end: 逾期不回复的，视为没有不同意见。
std::string consequence(const TimeLimit& limit) { return limit.runs_out ? limit.runs_out->say : ""; }

// The day of the limit that decides that the other was missed.
Day end_of(const ScheduledLimit& s) { return s.answer->due.value_or(s.limit.rule->minimum ? *s.answer->earliest : *s.answer->latest); }

// 截止2026年11月15日（周日）; 最迟2026年12月11日（周五）报送市政府
std::string bound(const Catalogue& catalogue, const ScheduledLimit& s) {
    const TimeLimit& limit = *s.limit.rule;
    const std::string day = to_chinese(end_of(s));
    if (limit.minimum) return "最早" + day;
    if (limit.direction == Direction::after || limit.day_of_month) return (s.answer->due ? "截止" : "截止不晚于") + day;
    return "最迟" + day + event_title(catalogue, limit.to);
}

Finding missed(const Catalogue& catalogue, const ScheduledLimit& s, const std::string& title) {
    const TimeLimit& limit = *s.limit.rule;
    Finding f = late(s, !s.may_give_way);
    f.message = title + "：" + bound(catalogue, s) + "，填报" + to_chinese_date(*s.done, year_of(end_of(s))) + by_how_much(s) + "。";
    f.advice = limit.say + consequence(limit);
    if (!s.may_give_way) return f;
    f.advice += "原文另有可以不受此限的情形，请先说明。";
    for (const GivesWay& g : limit.gives_way_to) {
        each_part(g.when, [&](const Condition& c) {
            const bool of_fact = c.op == Condition::Op::is_true || c.op == Condition::Op::is_in || c.op == Condition::Op::contains || c.op == Condition::Op::compare;
            if (of_fact && f.asks_fact.empty()) f.asks_fact = c.name;
        });
    }
    return f;
}

Finding run_on(const ScheduledLimit& s, const std::string& title) {
    Finding f = late(s, false);
    f.message = title + "：期限已于" + to_chinese(end_of(s)) + "届满" + by_how_much(s) + "，没有说明是否已经办结。";
    f.advice = "已办结的，请填写办结日期；未办结的，即为逾期。" + consequence(*s.limit.rule);
    return f;
}

// Done on a day that is in time by one reading, or by one arrangement of holidays, and late by another.
Finding undecided(const ScheduledLimit& s, const std::string& title) {
    Finding f = late(s, false);
    const bool unit = s.limit.rule->unit_open, day = s.limit.rule->day_open;
    f.code = unit || day ? FindingCode::two_readings : FindingCode::unknown_fact;
    f.message = title + "：" + (day ? "截止日当天是否在内原文没有写明" : unit ? "按工作日计算与按自然日计算结论不同" : "放假安排尚未公布") + "，无法判断是否在期限之内。";
    f.advice = day ? "稳妥的做法是提前一日以上办理。" : unit ? "稳妥的做法是按两种算法中较严的一种办理。" : "放假安排公布后再核对。";
    return f;
}

// Done on a known day, and nobody said from when its days count.
Finding no_start(const Catalogue& catalogue, const ScheduledLimit& s, const std::string& title) {
    Finding f;
    f.code = FindingCode::unknown_fact;
    f.severity = Severity::ask;
    f.strength = s.limit.rule->strength;
    f.clauses = s.limit.rule->clauses;
    f.element = s.limit.rule->id;
    f.step = s.step;
    const std::string from = event_title(catalogue, s.limit.rule->from);
    f.message = title + "：没有填“" + from + "”的日期，无法核对是否在期限之内。";
    f.advice = "请在“日期”中填写“" + from + "”的日期。";
    return f;
}

}  // namespace

void findings_from_schedule(const Rules& rules, const Schedule& schedule, Findings& out) {
    for (const ScheduledLimit& s : schedule.limits) {
        const TimeLimit& limit = *s.limit.rule;
        const std::string title = limit_title(*rules.catalogue, limit);
        const bool sure = s.limit.applies == Truth::yes;
        CheckResult result = CheckResult::unknown;
        if (s.state == LimitState::gives_way || s.limit.applies == Truth::no) result = CheckResult::not_applicable;
        if (s.state == LimitState::kept && sure) result = CheckResult::held;
        if (s.state == LimitState::missed && sure) {
            if (!s.may_give_way) result = CheckResult::broken;
            out.list.push_back(missed(*rules.catalogue, s, title));
        } else if (s.state == LimitState::open && s.expired && !limit.minimum && sure) {
            out.list.push_back(run_on(s, title));
        } else if (s.state == LimitState::undecided && sure) {
            out.list.push_back(undecided(s, title));
        } else if (s.state == LimitState::no_start && s.done && sure && (limit.n || limit.day_of_month)) {
            out.list.push_back(no_start(*rules.catalogue, s, title));
        }
        out.checked.push_back({limit.id, limit.clauses, result});
    }
}

}  // namespace signroute
