// One answer in words: its route as a picture, the plan, what was found, what has to be there, and the dates.
#include <algorithm>

#include "core/report/report.h"
#include "core/words.h"

namespace signroute {

namespace {

class PartWriter {
  public:
    PartWriter(const Rules& rules, const Calendar& calendar, const Case& situation, const Assessment& assessment, const ReportHead& head)
        : rules_(rules), calendar_(calendar), case_(situation), answer_(assessment), head_(head) {}

    ReportPart part() const;

  private:
    std::string clauses(const std::vector<Clause>& list) const { return clauses_text(*rules_.pack, list); }
    std::string day_text(const std::optional<Day>& day) const { return day ? to_chinese(calendar_, *day) : ""; }
    std::string waits_for(const RouteStep& step) const;
    std::string remark(const RouteStep& step) const;
    ReportCard card(const RouteStep& step) const;
    void put_picture(ReportPart& out) const;
    void put_plan(ReportPart& out) const;
    void put_findings(ReportPart& out) const;
    std::string thing_state(const Prerequisite& rule, bool is_paper) const;
    void put_things(ReportPart& out) const;
    std::string state(const ScheduledLimit& s) const;
    std::string due_text(const DeadlineAnswer& answer) const;
    std::string date_remark(const ScheduledLimit& s) const;
    ReportDate date(const ScheduledLimit& s) const;

    const Rules& rules_;
    const Calendar& calendar_;
    const Case& case_;
    const Assessment& answer_;
    const ReportHead& head_;
};

void add_part(std::string& out, const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : "；") + part;
}

std::string PartWriter::waits_for(const RouteStep& step) const {
    std::string out;
    for (const std::string& fact : step.because.open) out += (out.empty() ? "待答：" : "、") + fact_question(rules_, fact);
    return out;
}

std::string PartWriter::remark(const RouteStep& step) const {
    std::string out, roles;
    for (const auto& l : answer_.route.limits) {
        if (l.rule->step == step.rule->id && l.matter == step.matter && l.applies != Truth::no) add_part(out, limit_text(*l.rule));
    }
    for (const std::string& r : step.rule->delegable_to) roles += (roles.empty() ? "可授权" : "、") + role_text(rules_, r);
    add_part(out, roles);
    if (step.status == StepStatus::unknown || step.status == StepStatus::judgement) add_part(out, waits_for(step));
    return out;
}

ReportCard PartWriter::card(const RouteStep& step) const {
    ReportCard out{role_text(rules_, step.role), action_title(*rules_.catalogue, *step.rule), clauses(step.rule->clauses), remark(step),
                   step.status, step.rule->decides};
    const auto replaces = [&](const RouteStep& s) { return &s != &step && s.group == step.group && s.status != StepStatus::not_required; };
    out.either = !step.group.empty() && std::any_of(answer_.route.steps.begin(), answer_.route.steps.end(), replaces);
    if (!step.rule->to.empty()) out.action += "→" + role_text(rules_, step.rule->to);
    for (const Finding& f : answer_.findings.list) {
        if (f.step != step.id) continue;
        out.errors += f.safe.value_or(f.severity) == Severity::error;
        out.warnings += f.safe.value_or(f.severity) == Severity::warning;
    }
    return out;
}

void PartWriter::put_picture(ReportPart& out) const {
    const Stages stages = stages_of(rules_, case_, answer_.route);
    std::map<std::string, ReportPlace> places;
    for (const Stage& stage : stages.stages) {
        ReportStage drawn{stage.beside, {}};
        for (const RouteStep* s : stage.steps) {
            places[s->id] = {out.picture.stages.size(), drawn.cards.size()};
            drawn.cards.push_back(card(*s));
        }
        out.picture.stages.push_back(std::move(drawn));
    }
    for (const auto& [from, to] : stages.order) {
        const auto a = places.find(from), b = places.find(to);
        if (a != places.end() && b != places.end()) out.picture.order.emplace_back(a->second, b->second);
    }
    for (const RouteStep* s : stages.not_required) {
        const auto same = [&](const RouteStep* d) { return d->role == s->role && d->rule->action == s->rule->action && d->rule->to == s->rule->to; };
        const bool drawn = std::any_of(stages.stages.begin(), stages.stages.end(), [&](const Stage& stage) { return std::any_of(stage.steps.begin(), stage.steps.end(), same); });
        const auto required = [&](const ReadingAnswer& r) {  // by one reading at least: then nobody may read that it is not
            const auto& all = r.answer->route.steps;
            return std::any_of(all.begin(), all.end(), [&](const RouteStep& d) { return d.status != StepStatus::not_required && same(&d); });
        };
        if (!drawn && std::none_of(answer_.readings.begin(), answer_.readings.end(), required)) out.not_required.push_back(step_title(*rules_.catalogue, s->role, *s->rule));
    }
}

void PartWriter::put_plan(ReportPart& out) const {
    for (std::size_t p = 0; p < case_.planned.size(); ++p) {
        const PlannedStep& step = case_.planned[p];
        ReportStep row;
        row.role = actor_words(*rules_.catalogue, step);
        row.action = act_with_addressee(*rules_.catalogue, step);
        const auto day = day_from_text(step.date);
        row.date = day ? to_chinese(calendar_, *day) : step.date;
        if (day) row.day = *day;
        if (!step.who.empty()) row.role += "（" + step.who + "）";
        add_part(row.remark, step.form);
        if (!step.by.empty()) add_part(row.remark, "由" + role_title(*rules_.catalogue, step.by) + "代办");
        if (!step.on_behalf_of.empty()) add_part(row.remark, "代" + role_title(*rules_.catalogue, step.on_behalf_of));
        const int at = p < answer_.alignment.step_of.size() ? answer_.alignment.step_of[p] : kNoStep;
        if (at != kNoStep && static_cast<std::size_t>(at) < answer_.route.steps.size()) {
            const RouteStep& s = answer_.route.steps[static_cast<std::size_t>(at)];
            row.stands_for = step_title(*rules_.catalogue, s.role, *s.rule);
        }
        for (const Finding& f : answer_.findings.list) {
            if (f.planned != static_cast<int>(p)) continue;
            row.errors += f.safe.value_or(f.severity) == Severity::error;
            row.warnings += f.safe.value_or(f.severity) == Severity::warning;
        }
        out.planned.push_back(std::move(row));
    }
    if (answer_.mended == case_.planned) return;
    for (const PlannedStep& s : answer_.mended) out.mended.push_back(step_title(*rules_.catalogue, s));
}

void PartWriter::put_findings(ReportPart& out) const {
    for (const Finding& f : answer_.findings.list) {
        ReportFinding row{f.safe.value_or(f.severity), f.code, f.message, f.advice, clauses(f.clauses)};
        if (f.advice.empty() && !f.instead_matter.empty()) row.advice = "改按“" + matter_title(rules_, f.instead_matter) + "”办理。";
        const auto after = std::find_if(out.findings.begin(), out.findings.end(), [&](const ReportFinding& o) { return o.severity > row.severity; });
        out.findings.insert(after, std::move(row));  // worst first, those of the reading to plan by last of each
    }
}

std::string PartWriter::thing_state(const Prerequisite& rule, bool is_paper) const {
    const auto done = case_.done.find(rule.thing);
    if (done != case_.done.end()) {
        const std::string word = is_paper ? "附" : "办";
        if (done->second.date) return "已" + word + "，" + day_text(done->second.date);
        if (done->second.truth != Truth::unknown) return (done->second.truth == Truth::yes ? "已" : "未") + word;
    }
    for (const Checked& c : answer_.findings.checked) {
        if (c.element == rule.id && c.result == CheckResult::held) return "见所填步骤";
    }
    return "未说明";
}

void PartWriter::put_things(ReportPart& out) const {
    for (const auto& p : answer_.route.prerequisites) {
        if (p.applies == Truth::no) continue;
        const NamedThing* thing = find_named(rules_.catalogue->things, p.rule->thing);
        const char* kind = thing && thing->enclosure ? "附件" : p.rule->duty ? "应办事项" : "前置条件";
        std::string title = thing_title(*rules_.catalogue, p.rule->thing);
        if (p.applies == Truth::unknown) title += "（是否需要，待答后确定）";
        out.things.push_back({title, kind, thing_state(*p.rule, thing && thing->enclosure), p.rule->say, clauses(p.rule->clauses)});
    }
}

std::string PartWriter::state(const ScheduledLimit& s) const {
    const std::string late = std::to_string(s.late_by) + unit_text(late_unit(*s.limit.rule));
    switch (s.state) {
        case LimitState::no_start: return "起算日期未填";
        case LimitState::no_figure: return "原文没有写日数";
        case LimitState::gives_way: return "不适用";
        case LimitState::open: return s.late_by > 0 ? "已过" + late + "，未说明是否办结" : s.expired ? "已过，未说明是否办结" : "未到期";
        case LimitState::kept: return "符合";
        case LimitState::missed: return s.limit.rule->minimum ? "早于规定" : s.late_by > 0 ? "逾期" + late : "逾期";
        case LimitState::undecided: return "尚不能断定";
    }
    return "";
}

std::string PartWriter::due_text(const DeadlineAnswer& answer) const {
    if (answer.due) return day_text(answer.due);
    std::string out;
    if (answer.earliest) out += "最早" + to_chinese_date(*answer.earliest);
    if (answer.latest) out += (out.empty() ? "最迟" : "，最迟") + to_chinese_date(*answer.latest);
    return out.empty() ? "不能确定" : out;
}

std::string PartWriter::date_remark(const ScheduledLimit& s) const {
    std::string out;
    if (s.gives_way) add_part(out, s.gives_way->say);
    if (s.answer && !s.answer->due && !s.answer->not_covered.empty()) {
        std::string years;
        for (const int y : s.answer->not_covered) years += (years.empty() ? "" : "、") + std::to_string(y) + "年";
        add_part(out, years + "放假安排尚未公布，不能确定到日");
    } else if (s.answer && !s.answer->due) {
        add_part(out, open_end_text(*s.limit.rule));
    }
    if (s.limit.applies == Truth::unknown) add_part(out, "是否适用，待答后确定");
    if (s.ran_out && s.limit.rule->runs_out) add_part(out, (s.ran_out->from ? "自" + to_chinese_date(*s.ran_out->from) + "起，" : "期满：") + s.limit.rule->runs_out->say);
    return out;
}

ReportDate PartWriter::date(const ScheduledLimit& s) const {
    const TimeLimit& limit = *s.limit.rule;
    ReportDate out;
    out.limit = limit.id;
    out.matter = s.limit.matter;
    out.title = limit_title(*rules_.catalogue, limit);
    out.figure = limit_figure(*rules_.catalogue, limit);
    out.rule = limit.say;
    out.by = limit.by.empty() ? "" : role_text(rules_, limit.by);
    out.clauses = clauses(limit.clauses);
    out.kind = s.state;
    out.applies = s.limit.applies;
    out.minimum = limit.minimum;
    out.state = state(s);
    out.remark = date_remark(s);
    out.start = s.start;
    out.done = s.done;
    out.start_text = day_text(s.start);
    out.from = limit.direction == Direction::before || limit.day_of_month ? event_title(*rules_.catalogue, limit.from) : "起算";
    out.done_text = day_text(s.done);
    if (!s.answer) return out;
    out.due = s.answer->due;
    out.earliest = s.answer->earliest;
    out.latest = s.answer->latest;
    out.due_text = due_text(*s.answer);
    if (out.due && head_.alarm) out.alarm = calendar_.nth_working_day(*out.due, -*head_.alarm).earliest;
    return out;
}

ReportPart PartWriter::part() const {
    ReportPart out;
    out.verdict = safe_verdict(answer_);
    out.verdict_text = verdict_text(answer_);
    out.outcome = answer_.outcome;
    put_picture(out);
    put_plan(out);
    put_findings(out);
    put_things(out);
    for (const ScheduledLimit& s : answer_.schedule.limits) out.dates.push_back(date(s));
    return out;
}

}  // namespace

ReportPart report_part(const Rules& rules, const Calendar& calendar, const Case& situation, const Assessment& assessment,
                       const ReportHead& head) {
    return PartWriter(rules, calendar, situation, assessment, head).part();
}

}  // namespace signroute
