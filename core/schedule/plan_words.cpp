#include "core/schedule/plan_words.h"

#include <algorithm>

namespace signroute {

namespace {

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string years_text(const std::vector<int>& years) {
    std::string out;
    for (const int y : years) out += (out.empty() ? "" : "、") + std::to_string(y) + "年";
    return out;
}

std::string why(const PlanVerdict& v) {
    switch (v.doubt) {
        case PlanDoubt::notices: return "（" + years_text(v.years) + "放假安排尚未公布）";
        case PlanDoubt::interrupted: return "（时限中止或者退文后尚未恢复）";
        case PlanDoubt::facts: return "（有的步骤或者时限是否适用尚未确定）";
        case PlanDoubt::none: break;
    }
    return "";
}

std::string no_goal(const PlanVerdict& v) {
    if (v.done) return (v.end.empty() ? "" : "案卷所填的最后一步在" + v.end + "，") + "没有还要推算日期的步骤。";  // a day that is filled in may be one that is planned
    const std::string fixed = v.fixed.empty() ? "" : v.fixed + "按所填日期排入。";
    if (v.end.empty()) return "尚不能确定何时办结" + why(v) + "。";
    if (!v.counted) return "原文没有规定各步骤的天数，不能推算何时办结；自行填写用时后可以推算。" + fixed;
    return v.start + "开始，各步骤用足规定的时间，" + v.end + "办结。" + fixed;
}

}  // namespace

std::string title_of_limit(const Rules& rules, const TimeLimit& limit) {
    return limit.title.empty() ? title_in(rules.catalogue->limits, limit.id) : limit.title;
}

std::string title_of_event(const Rules& rules, const std::string& id) { return title_in(rules.catalogue->events, id); }

std::string title_of_step(const Rules& rules, const RouteStep& step) {
    return (step.role.empty() ? "" : title_in(rules.catalogue->roles, step.role)) + (step.rule->word.empty() ? title_in(rules.catalogue->actions, step.rule->action) : step.rule->word);
}

std::string clause_labels(const Rules& rules, const std::vector<Clause>& clauses) {
    std::string out, last;
    for (Clause c : clauses) {
        c.sentence = 0;  // for our own accounting, not a way of citing
        const std::string label = document_prefix(*rules.pack, c.doc) + clause_label(c);
        if (label != last) out += (out.empty() ? "" : "、") + label;
        last = label;
    }
    return out;
}

// One does not begin on a day off; the last working day before it does as well.
std::string start_text(const Calendar& calendar, Day day, int year) {
    const DayInfo info = calendar.info(day);
    const auto working = calendar.working_day_until(day).earliest;
    if (info.works() || info.movable || !working) return to_chinese_date(day, year) + "开始";
    return to_chinese_date(day, year) + "开始（当日休息，前一个工作日是" + to_chinese_date(*working, year) + "）";
}

std::string late_text(const PlanRange& working_days, std::int64_t calendar_days) {
    if (working_days.most <= 0) return "差" + std::to_string(calendar_days) + "个自然日";
    const std::string least = std::to_string(std::max<std::int64_t>(working_days.least, 0)), most = std::to_string(working_days.most);
    return "差" + (least == most ? most : least + "至" + most) + "个工作日";
}

// 会议召开 on a day is that day's meeting; 印发 is done on it.
std::string goal_of_event(const PlanSource& source, const std::string& event, Day day, int year) {
    const std::string title = title_of_event(source.rules, event);
    for (const std::string_view held : {"召开", "举行"}) {
        if (ends_with(title, held)) return to_chinese_date(day, year) + "的" + title.substr(0, title.size() - held.size());
    }
    return to_chinese_date(day, year) + title;
}

std::string goal_of_step(const PlanSource& source, const RouteStep& step, Day day, int year) {
    return to_chinese_date(day, year) + "的“" + title_of_step(source.rules, step) + "”";
}

std::string goal_of_limit(const PlanSource& source, const PlanLimit& limit, Day due, int year) {
    return to_chinese_date(due, year) + (limit.scheduled.limit.rule->day_of_month ? "的" : "届满的") + title_of_limit(source.rules, *limit.scheduled.limit.rule);
}

namespace {

std::string verdict(const PlanVerdict& v) {
    const std::string last = v.start_by.empty() ? "" : "；最迟" + v.start_by;
    if (v.goal.empty()) return no_goal(v);
    switch (v.feasible) {
        case Truth::yes: return v.start_given ? "赶得上" + v.goal + last + "。" : "要赶上" + v.goal + "，最迟" + v.start_by + "。";
        case Truth::no: return "赶不上" + v.goal + (v.late.empty() ? "" : "，" + v.late) + last + "。";
        case Truth::unknown: break;
    }
    if (v.begins_after && v.start_given && v.doubt == PlanDoubt::facts) return v.start + "开始，已晚于" + v.goal + "；是否适用，取决于尚未回答的情形。";
    return "能否赶上" + v.goal + "尚不能确定" + why(v) + (v.start_by.empty() ? "。" : "；最迟" + v.start_by + "，才稳妥。");
}

}  // namespace

std::string verdict_message(const PlanVerdict& v) { return verdict(v) + (v.uncounted && v.counted ? "没有天数的时限未计入。" : ""); }

}  // namespace signroute
