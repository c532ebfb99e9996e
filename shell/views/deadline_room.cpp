#include <algorithm>

#include "shell/session/deadline_result.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/deadline_parts.h"
#include "shell/views/fact_field.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr ui::Choice kUnits[] = {{"工作日"}, {"日"}, {"月"}, {"年"}};
constexpr DeadlineUnit kUnitValues[] = {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month, DeadlineUnit::year};
constexpr ui::Choice kDirections[] = {{"之后"}, {"之前"}};
constexpr ui::Choice kRolls[] = {{"不调整"}, {"顺延至下一工作日"}, {"提前至上一工作日"}};
constexpr Roll kRollValues[] = {Roll::none, Roll::next_working_day, Roll::previous_working_day};
constexpr ui::Choice kStarts[] = {{"不计入"}, {"计入"}};

template <class E, std::size_t N>
void choose(const char* label, const ui::Choice (&choices)[N], const E (&values)[N], E& value, bool& changed) {
    int chosen = static_cast<int>(std::find(std::begin(values), std::end(values), value) - std::begin(values));
    if (!ui::segmented(label, choices, chosen)) return;
    value = values[chosen];
    changed = true;
}

void free_form(DeadlineForm& form, bool& changed) {
    std::optional<long long> n = form.n;
    const char* label = form.unit == DeadlineUnit::month ? "月数" : form.unit == DeadlineUnit::year ? "年数" : "天数";
    if (ui::number_field(label, n, {.most = 100000, .field = {.width = 160}}) && n) form.n = *n, changed = true;
    choose("单位", kUnits, kUnitValues, form.unit, changed);
    constexpr Direction directions[] = {Direction::after, Direction::before};
    choose("方向", kDirections, directions, form.direction, changed);
    constexpr bool starts[] = {false, true};
    choose("起算当日", kStarts, starts, form.count_start, changed);
    choose("届满日逢休息日", kRolls, kRollValues, form.roll, changed);
}

std::string without(std::string text, std::string_view part) {
    if (const std::size_t at = text.find(part); at != text.npos) text.erase(at, part.size());
    return text;
}

void choose_limit(const Scene& scene, DeadlineForm& form, bool& changed) {
    const auto limits = listed_limits(scene.rules);
    std::vector<std::string> titles = {"自定期限"};
    int chosen = 0;
    for (const TimeLimit* l : limits) {
        if (l->id == form.limit) chosen = static_cast<int>(titles.size());
        const std::string title = limit_title(scene.rules, *l), words = limit_text(*l);
        titles.push_back(words == without(title, "的") ? title : title + "（" + words + "）");
    }
    std::vector<ui::Choice> choices;
    for (const std::string& t : titles) choices.push_back({t});
    if (!ui::select("期限", choices, chosen, {.width = ui::room()})) return;
    form.limit = chosen == 0 ? "" : limits[static_cast<std::size_t>(chosen - 1)]->id;
    form.done = form.agreed = std::nullopt;
    changed = true;
}

void form(const Scene& scene, const DeadlineResult& result, Intents& intents) {
    DeadlineForm form = scene.session.deadline;
    bool changed = false;
    choose_limit(scene, form, changed);
    if (const TimeLimit* limit = result.limit) {
        const std::string from = event_title(*scene.rules.catalogue, limit->from);
        const bool counts = has_figure(*limit), before = limit->direction == Direction::before;
        if (counts) pick_day(before ? from + "日期" : "起算日期", form.start, limit->day_of_month ? "据以确定是哪个月" : "从“" + from + (before ? "”往前推算" : "”起算"), changed);
        for (const std::string& fact : result.facts) {
            fact_field(scene.rules, form.facts, fact, intents), ui::gap(8);
            if (!counts && !form.facts.count(fact)) break;  // nothing to reckon: one after the other, as far as they matter
        }
        const bool agreed = std::any_of(limit->gives_way_to.begin(), limit->gives_way_to.end(), [](const GivesWay& g) { return g.id == "agreed"; });
        if (agreed) pick_day("商定的回复日期", form.agreed, "双方另行商定了日期的才填写", changed);
        if (counts || agreed) pick_day("办结日期", form.done, "已经办结的才填写", changed);
    } else {
        pick_day("起算日期", form.start, "", changed);
        free_form(form, changed);
    }
    if (changed) intents.push_back(intent::SetDeadline{form});
}

std::string years_text(const std::vector<int>& years) {
    std::string out;
    for (const int y : years) out += (out.empty() ? "" : "、") + std::to_string(y) + "年";
    return out;
}

bool counts_back(const DeadlineResult& result, const DeadlineForm& form) { return (result.limit ? result.limit->direction : form.direction) == Direction::before; }

// The one line that matters: the day, or, where it is open, what to do.
void headline(const Scene& scene, const DeadlineResult& result) {
    const DeadlineAnswer& a = *result.answer;
    const Calendar& calendar = scene.session.library.calendar;
    const std::string unless = result.exceptions.empty() ? "" : "如无例外，";
    if (a.due) {
        const bool late = result.scheduled && result.scheduled->late_by > 0;
        ui::verdict(!late ? ui::Tone::accent : result.scheduled->done ? ui::Tone::error : ui::Tone::warning, unless + (counts_back(result, scene.session.deadline) ? "最迟 " : "到期日 ") + to_chinese(calendar, *a.due));
    } else if (result.cautious) {
        const DayInfo end = calendar.info(*a.earliest);
        const std::string off = end.movable ? to_chinese(calendar, *a.earliest) : to_chinese_date(*a.earliest) + (end.holiday.empty() ? "休息" : "放假");
        ui::verdict(ui::Tone::judgement, unless + "稳妥最迟 " + to_chinese(calendar, *result.cautious) + (result.cautious == a.earliest ? "" : "；" + off));
        // The text leaves it open, or the calendar does.
        ui::text((result.limit && a.not_covered.empty() ? open_end_text(*result.limit) : years_text(a.not_covered) + "的放假安排尚未公布或者没有安装") + "，到期日在" + to_chinese_date(*a.earliest) + "至" + (a.latest ? to_chinese_date(*a.latest) : "不详") + "之间，不作断定。");
    }
    if (!unless.empty()) ui::text("例外是否适用，尚未回答：" + result.exceptions, {.second = true});
}

void lateness(const DeadlineResult& result) {
    if (!result.scheduled || result.scheduled->late_by <= 0) return;
    if (result.scheduled->done) ui::text("逾期" + std::to_string(result.scheduled->late_by) + unit_text(late_unit(*result.limit)), {.bold = true, .tone = ui::Tone::error});
    else ui::text("已经届满，尚未填写办结日期；如未办结，即为逾期。", {.tone = ui::Tone::warning});
}

void silence(const Scene& scene, const DeadlineResult& result) {
    if (!result.limit) return;
    if (!result.limit->runs_out) {
        ui::text("期满未办理的后果：原文未规定。", {.second = true});
        return;
    }
    const RunsOut& r = *result.limit->runs_out;
    const auto from = result.scheduled && result.scheduled->ran_out ? result.scheduled->ran_out->from : std::nullopt;
    ui::text("期满未办理的后果：" + r.say + (from ? "自" + to_chinese(*from) + "起。" : "") + "（" + clauses_text(*scene.rules.pack, r.clauses) + "）");
}

// How it was counted, and what the text says nothing of.
void basis(const Scene& scene, const DeadlineResult& result, DeadlineLook& look) {
    std::vector<std::string> lines;
    std::vector<Assumption> all = result.answer->assumptions;
    if (result.scheduled) all.insert(all.end(), result.scheduled->assumptions.begin(), result.scheduled->assumptions.end());
    for (const Assumption& a : all) lines.push_back(a.chosen + (a.basis.empty() ? "" : "（" + a.basis + "）"));
    for (const Silent& s : scene.rules.pack->silent) {
        const bool of_this = result.limit && s.aspect == "period" && std::any_of(s.clauses.begin(), s.clauses.end(), [&](const Clause& c) {
            return std::find(result.limit->clauses.begin(), result.limit->clauses.end(), c) != result.limit->clauses.end();
        });
        if (!of_this) continue;
        if (result.limit->day_of_month) ui::callout(ui::Tone::judgement, "原文未规定", s.say);
        else lines.push_back("原文未规定：" + s.say);
    }
    if (lines.empty() || !ui::disclosure("计算依据", look.show_basis, {.count = static_cast<int>(lines.size())})) return;
    for (const std::string& l : lines) ui::note(l);
}

ui::CalendarDay cell(const Calendar& calendar, Day day, const DeadlineResult& result, const std::optional<Day>& start) {
    const DayInfo info = calendar.info(day);
    ui::CalendarDay out;
    out.day = civil(day).day;
    out.rest = !info.works();
    out.badge_rest = info.notice && !info.works();
    out.badge_work = info.kind == DayKind::makeup;
    out.not_announced = !info.covered || info.movable;
    const bool monthly = result.limit && result.limit->day_of_month;  // the day given only tells the month
    out.start = start == day && !monthly;
    const DeadlineAnswer* a = result.answer ? &*result.answer : nullptr;
    out.due = a && a->due == day;
    if (result.cautious == day) out.mark = "稳妥";
    else if (a && !a->due) out.mark = a->latest == day ? monthly ? "未写明" : "最晚" : a->earliest == day && !monthly ? "最早" : "";
    if (!info.holiday.empty()) out.note = std::string(info.holiday) + (info.notice ? "，" + info.notice->number : "");
    if (out.not_announced) out.note += (out.note.empty() ? "" : "；") + std::string("放假安排未定");
    return out;
}

void number_days(ui::MonthCalendar& month, const std::vector<LedgerEntry>& ledger, bool before) {
    int n = 0;
    const auto total = static_cast<int>(std::count_if(ledger.begin(), ledger.end(), [](const LedgerEntry& e) { return e.counted; }));
    for (const LedgerEntry& e : ledger) {
        if (!e.counted) continue;
        ++n;
        const CivilDay d = civil(e.date);
        if (d.year == month.year && d.month == month.month) month.days[static_cast<std::size_t>(d.day - 1)].number = before ? total - n + 1 : n;
    }
}

constexpr float kFormBeside = 640;  // design pixels that the form and its answer need side by side
constexpr float kTwoMonths = 900;  // design pixels that two months need side by side
constexpr int kMostMonths = 3;

int month_index(Day day) { return civil(day).year * 12 + civil(day).month - 1; }

ui::MonthCalendar month_of(const Scene& scene, const DeadlineResult& result, int index) {
    const DeadlineForm& form = scene.session.deadline;
    ui::MonthCalendar month{.year = index / 12, .month = index % 12 + 1};
    month.label = std::to_string(month.year) + "年" + std::to_string(month.month) + "月";
    for (int d = 1; d <= ui::days_in_month(month.year, month.month); ++d)
        month.days.push_back(cell(scene.session.library.calendar, day_from({month.year, month.month, d}), result, form.start));
    month.backward = counts_back(result, form);
    if (month.backward) month.start_word = result.limit ? event_title(*scene.rules.catalogue, result.limit->from) : "起点";
    if (result.answer) number_days(month, result.answer->ledger, month.backward);
    return month;
}

// The months that the count runs through, so that every day counted is seen; of a long one that of the due day alone.
void calendar(const Scene& scene, const DeadlineResult& result, DeadlineLook& look) {
    const DeadlineForm& form = scene.session.deadline;
    const std::string shown_for = form.limit + (form.start ? to_text(*form.start) : "") + std::to_string(form.n);
    if (look.shown_for != shown_for) look.month_shift = 0;
    look.shown_for = shown_for;
    const auto due = !result.answer ? std::nullopt : result.answer->due ? result.answer->due : result.answer->latest;
    int first = month_index(due ? *due : form.start.value_or(scene.session.today)), last = first;
    if (due && form.start) first = month_index(std::min(*due, *form.start)), last = month_index(std::max(*due, *form.start));
    if (last - first >= kMostMonths) first = last = month_index(*due);
    if (result.cautious) first = std::min(first, month_index(*result.cautious));
    std::optional<ui::Columns> beside;
    if (last == first + 1 && ui::room() >= kTwoMonths) beside.emplace(std::vector<float>{1, 1}, 24.0f);
    const int shift = look.month_shift;
    for (int index = first; index <= last; ++index) {
        if (beside && index > first) beside->next();
        ui::MonthCalendar month = month_of(scene, result, index + shift);
        month.first = index == first, month.last = index == last;
        look.month_shift += ui::month_calendar(month).move;
    }
}

std::string reason_text(const LedgerEntry& e) {
    switch (e.reason) {
        case LedgerReason::working: return "工作日";
        case LedgerReason::weekend: return "周末";
        case LedgerReason::holiday: return e.holiday + "放假";
        case LedgerReason::makeup: return e.holiday + "调休上班";
        case LedgerReason::first_day: return "起算当日";
        case LedgerReason::rolled: return "顺延";
    }
    return "";
}

void ledger(const DeadlineResult& result, DeadlineLook& look) {
    const auto& entries = result.answer->ledger;
    if (entries.empty() || !ui::disclosure("逐日计算", look.show_ledger, {.count = static_cast<int>(entries.size())})) return;
    constexpr ui::TableColumn columns[] = {{"日期", 2}, {"计数", 0, 72}, {"原因", 1.5f}, {"依据", 2}};
    ui::Table t("逐日计算", columns);
    int n = 0;
    for (const LedgerEntry& e : entries) {
        t.row({.key = to_text(e.date)});
        t.cell(to_chinese(e.date));
        t.cell(e.counted ? std::to_string(++n) : "—");
        t.cell(reason_text(e));
        t.cell(e.notice);
    }
}

void answer(const Scene& scene, const DeadlineResult& result, DeadlineLook& look, Intents& intents) {
    if (result.limit) {
        ui::heading(limit_title(scene.rules, *result.limit));
        ui::text(result.limit->say);
        clause_links(scene.rules, result.limit->clauses, intents);
    }
    if (result.scheduled && result.scheduled->state == LimitState::gives_way)
        ui::callout(ui::Tone::judgement, "此时限不适用", result.scheduled->gives_way->say + "（" + clauses_text(*scene.rules.pack, result.scheduled->gives_way->clauses) + "）");
    if (result.applies == Truth::no) ui::callout(ui::Tone::neutral, "这些情形下原文未规定这一期限");
    if (result.applies == Truth::unknown) ui::callout(ui::Tone::judgement, "是否适用取决于尚未回答的问题");
    if (result.scheduled && result.scheduled->state == LimitState::no_figure)
        ui::callout(ui::Tone::neutral, "原文只写“" + result.limit->term + "”，没有天数", result.limit->term.find("商定") == std::string::npos ? "由经办人员掌握。" : "以双方商定的日期为准。");
    if (result.answer) headline(scene, result);
    else if (result.limit && !has_figure(*result.limit)) return;  // nothing to count
    else if (!result.problem.empty()) ui::text(result.problem, {.second = true});
    lateness(result);
    calendar(scene, result, look);
    silence(scene, result);
    if (!result.answer) return;
    basis(scene, result, look);
    ledger(result, look);
}

}  // namespace

void pick_day(const std::string& label, std::optional<Day>& day, std::string_view hint, bool& changed) {
    std::optional<CivilDay> typed;
    if (day) typed = civil(*day);
    if (!ui::date_field(label, typed, {.hint = hint, .width = 240})) return;
    day = typed ? std::optional(day_from(*typed)) : std::nullopt;
    changed = true;
}

void deadline_head(const Session& session, Intents& intents) {
    ui::heading("时限", 1);
    constexpr ui::Tab kinds[] = {{"一项时限"}, {"整条流程"}};
    int kind = session.place.room == Room::plan ? 1 : 0;
    if (ui::tabs("算什么", kinds, kind)) intents.push_back(intent::Go{{.room = kind == 1 ? Room::plan : Room::deadline, .pack = session.pack}});
}

void deadline_room(const Scene& scene, const ui::Frame& frame, DeadlineLook& look, Intents& intents) {
    const ui::Area area("时限", frame.rest, {.role = ui::Role::main});
    deadline_head(scene.session, intents);
    const DeadlineResult result = deadline_of(scene.session, scene.rules);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kFormBeside) columns.emplace(std::vector<float>{2, 3}, 32.0f);
    form(scene, result, intents);
    {
        const ui::Row row;
        if (ui::button("复制链接")) intents.push_back(intent::CopyLink{});
        if (!result.matter.empty() && ui::button("导出日历", {.tip = "供日历软件提醒"}))
            intents.push_back(intent::TakeOutLimit{result.matter, limit_title(scene.rules, *result.limit), result.limit->from});
    }
    if (columns) columns->next();
    answer(scene, result, look, intents);
}

}  // namespace signroute::views
