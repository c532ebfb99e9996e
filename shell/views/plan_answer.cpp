// 整条流程: what comes of it.
#include <algorithm>

#include "core/base/text.h"
#include "core/questions.h"
#include "core/route/stages.h"
#include "shell/ui/month_calendar.h"
#include "shell/ui/timeline.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/fact_field.h"
#include "shell/views/plan_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr int kMostDays = 366;
constexpr int kFewestDays = 21;
constexpr int kSoon = 14;   // today is shown where the first day is so near
constexpr int kMargin = 2;  // days shown before the first and after the last

// Without a day to meet there is nothing to be in time for; a day filled in at a step is none.
bool meets(const ShownPlan& plan) { return !plan.fixed_only && (plan.start_by.earliest || plan.start_by.latest || plan.feasible != "yes"); }

ui::Tone tone_of_plan(const ShownPlan& plan) {
    if (!meets(plan)) return ui::Tone::accent;
    return plan.feasible == "yes" ? ui::Tone::good : plan.feasible == "no" ? ui::Tone::error : ui::Tone::judgement;
}

std::string said(const PlanDate& d) {
    if (d.certain) return to_chinese(*d.earliest);
    if (!d.earliest && !d.latest) return "不详";
    return (d.earliest ? to_chinese_date(*d.earliest) : "不详") + "至" + (d.latest ? to_chinese_date(*d.latest) : "不详");
}

std::string slack_text(const ShownStep& s) {
    if (!s.slack) return "";
    const auto text = [](std::int64_t n) { return n < 0 ? "迟" + std::to_string(-n) + "个工作日" : "余" + std::to_string(n) + "个工作日"; };
    return s.slack->least == s.slack->most ? text(s.slack->least) : text(s.slack->least) + "至" + text(s.slack->most);
}

// One line of the picture: an act, however many cases the rules tell apart of it.
struct PlanRow {
    std::vector<const ShownStep*> steps;
    const RouteStep* rule = nullptr;
    std::string label;
    bool unsure = false;
    const ShownStep& first() const { return *steps.front(); }
};

const RouteStep* rule_of(const Scene& scene, const std::string& id) {
    const auto& steps = planned_route(scene).steps;
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const RouteStep& s) { return s.id == id; });
    return at == steps.end() ? nullptr : &*at;
}

// Rows that would be called alike say what makes each.
void tell_apart(const Scene& scene, std::vector<PlanRow>& rows) {
    const auto alike = [](const PlanRow& a, const PlanRow& b) { return a.first().title == b.first().title; };
    for (auto r = rows.begin(); r != rows.end(); ++r) {
        const auto like_it = [&](const PlanRow& o) { return alike(o, *r); };
        if (std::count_if(rows.begin(), rows.end(), like_it) < 2) continue;
        const std::string when = r->rule && r->steps.size() == 1 ? called_text(scene.rules, scene.situation, *r->rule) : "";
        const auto same_clauses = [&](const PlanRow& o) { return alike(o, *r) && o.first().clauses == r->first().clauses; };
        const bool by_clause = std::count_if(rows.begin(), rows.end(), same_clauses) == 1;
        const auto number = std::count_if(rows.begin(), r + 1, like_it);
        r->label += "（" + (!when.empty() ? when : by_clause ? clauses_text(*scene.rules.pack, r->first().clauses) : "其" + chinese_number(static_cast<int>(number))) + "）";
    }
}

std::vector<PlanRow> rows_of(const Scene& scene, const ShownPlan& plan) {
    std::vector<std::vector<std::string>> acts;
    for (const Stage& stage : stages_of(scene.rules, scene.situation, planned_route(scene)).stages) {
        for (const Act& act : acts_of(scene.rules, scene.situation, stage)) {
            acts.emplace_back();
            for (const RouteStep* s : act.steps) acts.back().push_back(s->id);
        }
    }
    const auto one_act = [&](const std::string& a, const std::string& b) {
        const auto has = [](const auto& act, const std::string& id) { return std::find(act.begin(), act.end(), id) != act.end(); };
        return std::any_of(acts.begin(), acts.end(), [&](const auto& act) { return has(act, a) && has(act, b); });
    };
    std::vector<PlanRow> out;
    for (const ShownStep& s : plan.steps) {
        const RouteStep* rule = rule_of(scene, s.id);
        const bool open = s.unsure || (rule && (rule->status == StepStatus::unknown || rule->status == StepStatus::judgement));
        const auto at = std::find_if(out.begin(), out.end(), [&](const PlanRow& r) { return one_act(r.first().id, s.id); });
        if (at == out.end()) out.push_back({{&s}, rule, s.title + (rule && rule->role.empty() ? "（原文未写明由谁）" : ""), open});
        else at->steps.push_back(&s);
    }
    tell_apart(scene, out);
    return out;
}

std::string name_of_row(const PlanRow& row, bool meets) {
    const ShownStep& s = row.first();
    std::string out = row.label + "，最早" + said(s.earliest) + "，到期" + said(s.due);
    if (meets) out += "，最迟" + said(s.latest);
    if (meets && s.slack) out += "，" + slack_text(s);
    if (s.critical) out += "，关键步骤";
    if (row.unsure) out += "，是否需要未定";
    if (s.done) out += "，案卷所填";
    return out;
}

struct Span {
    std::optional<Day> first, last;
    void take(const std::optional<Day>& d) {
        if (!d) return;
        if (!first || *d < *first) first = d;
        if (!last || *d > *last) last = d;
    }
};

Span span_of(const ShownPlan& plan, Day today) {
    Span out;
    for (const ShownStep& s : plan.steps) {
        for (const PlanDate* d : {&s.earliest, &s.due}) out.take(d->earliest), out.take(d->latest);
        if (meets(plan)) out.take(s.latest.earliest), out.take(s.latest.latest);
    }
    if (!out.first) return out;
    if (today + days(kSoon) >= *out.first && today <= *out.last) out.take(today);
    out.first = *out.first - days(kMargin), out.last = std::clamp(*out.last + days(kMargin), *out.first + days(kFewestDays), *out.first + days(kMostDays));
    return out;
}

// Whether the days differ at all: where nothing is counted, a picture of days would be empty.
bool spreads(const ShownPlan& plan) {
    if (meets(plan)) return true;
    Span days;
    for (const ShownStep& s : plan.steps) days.take(s.earliest.earliest), days.take(s.due.latest);
    return days.first != days.last;
}

ui::Timeline timeline_of(const Scene& scene, const ShownPlan& plan, const std::string& chosen) {
    ui::Timeline out{.label = "时间表"};
    const Span span = span_of(plan, scene.session.today);
    const bool drawn = span.first && spreads(plan);
    const auto at = [&](const std::optional<Day>& d) { return drawn && d && *d >= *span.first && *d <= *span.last ? static_cast<int>((*d - *span.first).count()) : -1; };
    for (Day d = span.first.value_or(Day{}); drawn && d <= *span.last; d += days(1)) {
        const DayInfo info = scene.session.library.calendar.info(d);
        out.days.push_back(!info.covered || info.movable ? ui::DayGround::open : info.works() ? ui::DayGround::work : ui::DayGround::rest);
        if (std::chrono::weekday{d}.iso_encoding() == 1) out.ticks.push_back({at(d), std::to_string(civil(d).month) + "月" + std::to_string(civil(d).day) + "日"});
    }
    out.today = at(scene.session.today);
    for (const PlanRow& r : rows_of(scene, plan)) {
        const ShownStep& s = r.first();
        ui::TimelineRow row{.id = s.id, .label = r.label, .name = name_of_row(r, meets(plan))};
        row.from = at(s.earliest.earliest), row.to = at(s.due.latest), row.latest = meets(plan) ? at(s.latest.earliest) : -1;
        row.late = s.slack && s.slack->most < 0;
        row.critical = drawn && s.critical, row.open = r.unsure, row.selected = s.id == chosen;
        for (const ShownStep* more : r.steps) row.to = std::max(row.to, at(more->due.latest)), row.critical |= drawn && more->critical;
        out.rows.push_back(std::move(row));
    }
    return out;
}

// What of it occurs.
std::string legend_of(const ui::Timeline& t) {
    const auto row = [&](auto is) { return std::any_of(t.rows.begin(), t.rows.end(), is); };
    const auto ground = [&](ui::DayGround g) { return std::find(t.days.begin(), t.days.end(), g) != t.days.end(); };
    std::string out;
    const auto add = [&](bool occurs, const char* words) { if (occurs) out += (out.empty() ? "" : "；") + std::string(words); };
    add(!t.days.empty(), "条：最早至到期");
    add(row([](const ui::TimelineRow& r) { return r.latest >= 0; }), "▼ 最迟");
    add(row([](const ui::TimelineRow& r) { return r.critical; }), "◆ 关键步骤");
    add(!t.days.empty() && row([](const ui::TimelineRow& r) { return r.open; }), "虚线条：是否需要未定");
    add(ground(ui::DayGround::rest), "灰底：休息日");
    add(ground(ui::DayGround::open), "紫底：放假安排未公布");
    return out.empty() ? out : out + "。";
}

// The days of the case that limits run from.
void given_events(const Scene& scene) {
    std::string out;
    for (const auto& [event, day] : scene.situation.events) out += (out.empty() ? "" : "，") + event_title(*scene.rules.catalogue, event) + to_chinese(day);
    if (!out.empty()) ui::note("案卷所填：" + out + "。");
}

// The count by which the step is due; of one that is due at once, that of its latest day.
const ShownLedger* ledger_of(const ShownPlan& plan, const std::string& step) {
    const ShownLedger* out = nullptr;
    for (const char* date : {"due", "latest", "earliest"}) {
        for (const ShownLedger& l : plan.ledger) {
            if (l.of == "step" && l.id == step && l.date == date && (!out || (out->days.size() < 2 && l.days.size() > 1))) out = &l;
        }
    }
    return out;
}

std::string reason_of(const std::string& reason) {
    constexpr std::pair<const char*, const char*> words[] = {{"working", "工作日"}, {"weekend", "周末"}, {"holiday", "放假"}, {"makeup", "调休上班"}, {"first_day", "起算当日"}, {"rolled", "顺延"}, {"suspended", "暂停"}};
    for (const auto& [id, word] : words) {
        const std::string_view end = id;
        if (reason.size() >= end.size() && reason.compare(reason.size() - end.size(), end.size(), end) == 0) return reason.substr(0, reason.size() - end.size()) + word;
    }
    return reason;
}

void ledger_table(const ShownLedger& l) {
    constexpr ui::TableColumn columns[] = {{"日期", 2}, {"计数", 0, 72}, {"原因", 1.5f}, {"依据", 2}};
    ui::Table t("逐日计算", columns);
    int n = 0;
    for (const ShownLedger::Entry& e : l.days) {
        t.row({.key = to_text(e.date)});
        t.cell(to_chinese(e.date));
        t.cell(e.counted ? std::to_string(++n) : "—");
        t.cell(reason_of(e.reason));
        t.cell(e.basis);
    }
}

void month(const Scene& scene, const ShownLedger& l, PlanLook& look) {
    const int index = civil(l.days.back().date).year * 12 + civil(l.days.back().date).month - 1 + look.month_shift;
    ui::MonthCalendar out{.year = index / 12, .month = index % 12 + 1};
    out.label = std::to_string(out.year) + "年" + std::to_string(out.month) + "月";
    for (int d = 1; d <= ui::days_in_month(out.year, out.month); ++d) {
        const Day day = day_from({out.year, out.month, d});
        const DayInfo info = scene.session.library.calendar.info(day);
        ui::CalendarDay cell{.day = d, .rest = !info.works(), .badge_rest = info.notice && !info.works(), .badge_work = info.kind == DayKind::makeup, .not_announced = !info.covered || info.movable};
        cell.start = day == l.days.front().date, cell.due = day == l.days.back().date;
        int n = 0;
        for (const ShownLedger::Entry& e : l.days) n += e.counted, cell.number = e.date == day && e.counted ? n : cell.number;
        out.days.push_back(std::move(cell));
    }
    look.month_shift += ui::month_calendar(out).move;
}

void chosen_step(const Scene& scene, const ShownPlan& plan, PlanLook& look) {
    const auto at = std::find_if(plan.steps.begin(), plan.steps.end(), [&](const ShownStep& s) { return s.id == look.step; });
    if (at == plan.steps.end()) return ui::note("选一个步骤，看它的日期是怎样算出来的。");
    ui::heading(at->title, 2);
    const bool late = meets(plan);
    ui::text("最早 " + said(at->earliest) + "　到期 " + said(at->due) + (late ? "　最迟 " + said(at->latest) : ""));
    ui::note((!late || slack_text(*at).empty() ? "" : slack_text(*at) + "；") + clauses_text(*scene.rules.pack, at->clauses));
    const ShownLedger* l = ledger_of(plan, at->id);
    if (!l || l->days.empty()) return;
    month(scene, *l, look);
    ledger_table(*l);
}

void limits(const Pack& pack, const ShownPlan& plan) {
    for (const ShownLimit& l : plan.limits) {
        const bool runs = l.state == "runs";
        const std::string end = runs ? "到期" + said(l.due) : l.state == "no_figure" ? "原文没有写天数" : l.state == "gives_way" ? "不适用，另有规定" : "起算日未定";
        ui::text(l.say + end + "。（" + clauses_text(pack, l.clauses) + (l.basis.empty() ? "" : "；" + l.basis) + "）", {.small = true});
    }
}

void silences(const Pack& pack, const ShownPlan& plan) {
    std::vector<std::string> told;  // of branches that replace each other it is the same
    for (const ShownSilence& s : plan.silences) {
        const std::string key = s.say + said(s.from) + s.in_time;
        if (std::find(told.begin(), told.end(), key) != told.end()) continue;
        told.push_back(key);
        const std::string in_time = s.in_time == "yes" ? "此后各步骤仍来得及。" : s.in_time == "no" ? "此后各步骤来不及。" : "";
        ui::callout(ui::Tone::warning, "自" + said(s.from) + "起：" + s.say, "这是规则规定的后果，不是有人同意；案卷不记为同意。" + in_time + "（" + clauses_text(pack, s.clauses) + "）");
    }
}

// By which reading this is, and what the others come to, unless it is the same. As many as the room 签批链 tells.
void readings(const Scene& scene, const ShownPlan& plan) {
    const ReadingAnswer* safe = safe_reading(scene.assessment);
    if (!safe && plan.readings.empty()) return;
    const std::string many = scene.assessment.readings.empty() ? "期限的计算原文没有写明" : readings_text(scene.assessment);
    ui::text(many + "，以下按稳妥的读法" + (safe ? "：" + safe->say : "。"));
    std::vector<std::string> told{plan.message};
    for (const auto& [say, message] : plan.readings) {
        if (std::find(told.begin(), told.end(), message) != told.end()) continue;
        told.push_back(message);
        ui::text("按“" + say + "”的读法：" + message);
    }
    if (told.size() == 1 && !plan.readings.empty()) ui::note("按各种读法，结论相同。");
}

void open_questions(const Scene& scene, const ShownPlan& plan, Intents& intents) {
    if (plan.open.empty()) return;
    ui::text("以下情形影响日期，尚未回答：", {.second = true});
    for (const Question& q : questions_of(scene.rules, scene.situation, scene.assessment)) {  // by the matter's own clauses, in its order
        if (std::find(plan.open.begin(), plan.open.end(), q.fact) == plan.open.end()) continue;
        fact_field(scene.rules, scene.situation.facts, q.fact, intents, {.clauses = &q.clauses}), ui::gap(8);
    }
}

}  // namespace

const Route& planned_route(const Scene& scene) {
    const ReadingAnswer* safe = safe_reading(scene.assessment);
    return safe ? safe->answer->route : scene.assessment.route;
}

bool plan_counts(const Scene& scene) {
    const std::optional<AskedPlan>& asked = scene.session.asked_plan;
    return !asked || !asked->plan || spreads(*asked->plan);
}

void plan_verdict(const Scene& scene) {
    const std::optional<AskedPlan>& asked = scene.session.asked_plan;
    if (!asked) return ui::text("请填写从哪天开始，或者要赶上的日子。", {.second = true});
    if (!asked->problem.empty()) return ui::callout(ui::Tone::warning, "排不出来", asked->problem);
    if (!asked->plan) return ui::text("正在排程…", {.second = true});
    const ShownPlan& plan = *asked->plan;
    if (!plan.message.empty()) ui::verdict(tone_of_plan(plan), plan.message);
    else ui::text("原文对本事项没有规定流程。", {.second = true});
    if (meets(plan) && plan.start_by.earliest && !plan.start_by.certain) ui::text("最迟开始：" + said(plan.start_by), {.bold = true});
    std::string years;
    for (const int y : plan.not_covered) years += (years.empty() ? "" : "、") + std::to_string(y) + "年";
    if (!years.empty()) ui::text(years + "的放假安排尚未公布或者没有安装，有的日子只能给出区间。稳妥起见，按较早的日期办理。");
    readings(scene, plan);
    silences(*scene.rules.pack, plan);
}

void plan_answer(const Scene& scene, PlanLook& look, Intents& intents) {
    const std::optional<AskedPlan>& asked = scene.session.asked_plan;
    if (!asked || !asked->plan) return;
    const ShownPlan& plan = *asked->plan;
    const bool counts = plan_counts(scene);
    if (!plan.steps.empty()) {
        const ui::Timeline shown = timeline_of(scene, plan, look.step);
        const std::string pressed = ui::timeline(shown);
        if (!pressed.empty()) look.step = look.step == pressed ? "" : pressed, look.month_shift = 0;
        if (const std::string words = legend_of(shown); counts && !words.empty()) ui::note(words);
        given_events(scene);
        if (counts) chosen_step(scene, plan, look);
    }
    if (counts) open_questions(scene, plan, intents);
    limits(*scene.rules.pack, plan);
    if (plan.notes.empty() || !ui::disclosure("计算时的假定", look.show_notes, {.count = static_cast<int>(plan.notes.size())})) return;
    for (const std::string& n : plan.notes) ui::note(n);
}

}  // namespace signroute::views
