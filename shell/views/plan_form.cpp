// 整条流程: what is entered.
#include <algorithm>

#include "core/contract/plan_form.h"
#include "shell/ui/ui.h"
#include "shell/views/deadline_parts.h"
#include "shell/views/plan_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr ui::Choice kUnits[] = {{"工作日"}, {"日"}, {"个月"}};
constexpr DeadlineUnit kUnitValues[] = {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month};
constexpr ui::Choice kKinds[] = {{"暂停"}, {"延长"}, {"退回"}, {"恢复"}, {"加急"}};
constexpr InterruptionKind kKindValues[] = {InterruptionKind::suspended, InterruptionKind::extended, InterruptionKind::returned, InterruptionKind::resumed,
                                            InterruptionKind::urgent};

// Something of the route that can be named in the form.
struct Choosable {
    PlanTarget::Kind kind;
    std::string id, title;
};

template <class T, std::size_t N>
int index_of(const T& value, const T (&values)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
        if (values[i] == value) return static_cast<int>(i);
    }
    return 0;
}

std::string step_name(const Scene& scene, const RouteStep& s) { return step_title(*scene.rules.catalogue, s.role, *s.rule); }

std::vector<Choosable> steps_of(const Scene& scene) {
    std::vector<Choosable> out;
    for (const RouteStep& s : planned_route(scene).steps) {
        if (s.status != StepStatus::not_required) out.push_back({PlanTarget::Kind::step, s.id, step_name(scene, s)});
    }
    return out;
}

std::vector<Choosable> limits_of(const Scene& scene, bool (*wanted)(const TimeLimit&)) {
    std::vector<Choosable> out;
    for (const Applied<TimeLimit>& l : planned_route(scene).limits) {
        if (l.applies != Truth::no && wanted(*l.rule)) out.push_back({PlanTarget::Kind::limit, l.rule->id, limit_title(*scene.rules.catalogue, *l.rule)});
    }
    return out;
}

// 不限, and what there is to choose; the chosen one by its place, 0 none.
bool choose_one(const char* label, const char* none, const std::vector<Choosable>& list, int& chosen) {
    std::vector<ui::Choice> choices = {{none}};
    for (const Choosable& n : list) choices.push_back({n.title});
    return ui::select(label, choices, chosen, {.width = 320});
}

void target(const Scene& scene, PlanForm& form, bool& changed) {
    std::vector<Choosable> list;
    for (const Matter* m : scene.assessment.route.matters) {
        for (const std::string& e : m->events) list.push_back({PlanTarget::Kind::event, e, event_title(*scene.rules.catalogue, e)});
    }
    for (Choosable& n : limits_of(scene, [](const TimeLimit& l) { return l.day_of_month.has_value(); })) n.title += "（按月）", list.push_back(std::move(n));
    for (Choosable& n : steps_of(scene)) list.push_back(std::move(n));
    int chosen = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == form.target && list[i].kind == form.kind) chosen = static_cast<int>(i + 1);
    }
    if (choose_one("要赶上", "不限", list, chosen)) {
        form.target = chosen ? list[static_cast<std::size_t>(chosen - 1)].id : "";
        if (chosen) form.kind = list[static_cast<std::size_t>(chosen - 1)].kind;
        const auto known = scene.situation.events.find(form.target);
        if (known != scene.situation.events.end()) form.date = known->second;
        changed = true;
    }
    const bool month = form.kind == PlanTarget::Kind::limit;
    if (!form.target.empty()) pick_day(month ? "哪个月" : "哪一天", form.date, month ? "填该月任意一天" : "", changed);
}

void duration(const Choosable& of, PlanForm& form, bool& changed) {
    const ui::Ids ids(of.id);
    const auto at = form.durations.find(of.id);
    std::optional<long long> n;
    PlanFigure figure;
    if (at != form.durations.end()) figure = at->second;
    if (at != form.durations.end() && figure.n >= 0) n = figure.n;
    const std::string lacks = at == form.durations.end() ? "" : lacking(figure);
    ui::text(of.title + (lacks.empty() ? "" : "　" + lacks + "，暂不计入"), {.small = true, .tone = lacks.empty() ? ui::Tone::neutral : ui::Tone::warning});
    const ui::Row row(8);
    const std::string name = of.title + "用时", basis = of.title + "依据";
    bool here = ui::number_field(name, n, {.most = 1000, .field = {.hide_label = true, .width = 72}});
    int unit = index_of(figure.unit, kUnitValues);
    if (ui::select(of.title + "单位", kUnits, unit, {.hide_label = true, .width = 104})) figure.unit = kUnitValues[unit], here = true;
    here |= ui::text_field(basis, figure.basis, {.placeholder = "依据，如经办人估计", .hide_label = true, .width = 180});
    if (!here) return;
    changed = true;
    figure.n = n.value_or(-1);
    if (n || !figure.basis.empty()) form.durations[of.id] = figure;
    else form.durations.erase(of.id);
}

void durations(const Scene& scene, PlanForm& form, PlanLook& look, bool& changed) {
    std::vector<Choosable> list = limits_of(scene, [](const TimeLimit& l) { return !l.n && !l.day_of_month; });
    for (Choosable& n : steps_of(scene)) list.push_back(std::move(n));
    if (!ui::disclosure("各环节用时", look.show_durations, {.count = static_cast<int>(form.durations.size())})) return;
    ui::note("原文没有规定的，由经办人员填写并写明依据；不填的按0日计，并在结果中注明。");
    for (const Choosable& n : list) duration(n, form, changed);
}

// When the events are that limits run from, where the inference is not what is meant.
void ties(const Scene& scene, PlanForm& form, PlanLook& look, bool& changed) {
    std::vector<std::string> events;
    for (const Applied<TimeLimit>& l : planned_route(scene).limits) {
        const bool dated = scene.situation.events.count(l.rule->from) || (form.kind == PlanTarget::Kind::event && form.target == l.rule->from);
        if (l.applies != Truth::no && !dated && std::find(events.begin(), events.end(), l.rule->from) == events.end()) events.push_back(l.rule->from);
    }
    if (events.empty() || !ui::disclosure("各时限从哪天起算", look.show_ties, {.count = static_cast<int>(form.ties.size())})) return;
    ui::note("起算的时间节点与哪个步骤同日。不选的按规则的字句推定，推定的结果见“计算时的假定”；已经知道日期的，请在“自查”的情形中填写。");
    std::vector<Choosable> list = {{PlanTarget::Kind::step, "start", "开始那天"}};
    for (Choosable& n : steps_of(scene)) list.push_back(std::move(n));
    for (const std::string& e : events) {
        int chosen = 0;
        const auto at = form.ties.find(e);
        for (std::size_t i = 0; at != form.ties.end() && i < list.size(); ++i) {
            if (list[i].id == at->second) chosen = static_cast<int>(i + 1);
        }
        if (!choose_one(event_title(*scene.rules.catalogue, e).c_str(), "按规则推定", list, chosen)) continue;
        if (chosen) form.ties[e] = list[static_cast<std::size_t>(chosen - 1)].id;
        else form.ties.erase(e);
        changed = true;
    }
}

// Which limit or step it is laid over.
void object_of(const std::vector<Choosable>& list, Interruption& i, bool& changed) {
    int chosen = 0;
    for (std::size_t at = 0; at < list.size(); ++at) {
        const bool limit = list[at].kind == PlanTarget::Kind::limit;
        if (list[at].id == (limit ? i.limit : i.step)) chosen = static_cast<int>(at + 1);
    }
    if (!choose_one("时限或者步骤", "请选择", list, chosen)) return;
    i.limit.clear(), i.step.clear();
    if (chosen) (list[static_cast<std::size_t>(chosen - 1)].kind == PlanTarget::Kind::limit ? i.limit : i.step) = list[static_cast<std::size_t>(chosen - 1)].id;
    changed = true;
}

// True: it is to go.
bool interruption(const std::vector<Choosable>& list, std::size_t number, Interruption& i, bool& changed) {
    const ui::Ids ids(static_cast<int>(number));
    const ui::Card card("第" + std::to_string(number + 1) + "项", {.padding = 12, .plain = true});
    int kind = index_of(i.kind, kKindValues);
    if (ui::segmented("种类", kKinds, kind)) i.kind = kKindValues[kind], changed = true;
    object_of(list, i, changed);
    const bool amount = i.kind == InterruptionKind::extended || i.kind == InterruptionKind::urgent;
    if (amount) {
        std::optional<long long> n;
        if (i.n) n = *i.n;
        if (ui::number_field(i.kind == InterruptionKind::extended ? "延长多少" : "加急时限", n, {.most = 1000, .field = {.hint = "单位与原时限相同", .width = 120}})) i.n = n ? std::optional<std::int64_t>(*n) : std::nullopt, changed = true;
    } else {
        pick_day(i.kind == InterruptionKind::suspended ? "自" : "日期", i.from, "", changed);
    }
    if (i.kind == InterruptionKind::suspended) pick_day("至", i.until, "尚不知道的不填", changed);
    const std::string problem = lacking(i);
    changed |= ui::text_field("依据", i.basis, {.error = problem, .placeholder = "条款或者情况", .width = 320});
    return ui::button("删除");
}

void interruptions(const Scene& scene, PlanForm& form, PlanLook& look, bool& changed) {
    if (!ui::disclosure("暂停、延长、退回、加急", look.show_interruptions, {.count = static_cast<int>(form.interruptions.size())})) return;
    std::vector<Choosable> list = limits_of(scene, [](const TimeLimit&) { return true; });
    for (Choosable& n : steps_of(scene)) list.push_back(std::move(n));
    for (std::size_t i = 0; i < form.interruptions.size(); ++i) {
        if (!interruption(list, i, form.interruptions[i], changed)) continue;
        form.interruptions.erase(form.interruptions.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
        break;
    }
    if (ui::button("添加一项")) form.interruptions.emplace_back(), changed = true;
}

}  // namespace

void choose_case(const Scene& scene, Intents& intents) {
    std::vector<ui::Choice> choices = {{"请选择案卷"}};
    std::vector<std::string> ids = {""};
    int chosen = 0;
    for (const auto& [id, file] : scene.session.cases) {
        if (file.situation.matters.empty()) continue;
        if (id == scene.session.place.record) chosen = static_cast<int>(ids.size());
        choices.push_back({file.title.empty() ? std::string_view("未命名") : std::string_view(file.title)});
        ids.push_back(id);
    }
    if (ids.size() == 1) return ui::text("还没有案卷。整条流程按案卷排程：请在“自查”新建案卷，选定事项。", {.second = true});
    const ui::Row row(12);
    ui::text("案卷");
    if (ui::select("案卷", choices, chosen, {.hide_label = true, .width = 440}) && chosen) intents.push_back(intent::Go{{.room = Room::plan, .record = ids[static_cast<std::size_t>(chosen)]}});
    if (const CaseFile* file = open_case(scene.session); file && ui::link("看自查")) intents.push_back(intent::Go{{.room = Room::check, .record = file->id}});
}

void plan_form(const Scene& scene, PlanLook& look, Intents& intents) {
    const auto kept = plan_form_of(*open_case(scene.session), scene.session.today);
    if (!kept) {
        ui::callout(ui::Tone::error, "案卷里的排程内容读不出来", kept.error().message);
        if (ui::button("重新填写")) intents.push_back(intent::SetSchedule{});
        return;
    }
    PlanForm form = *kept;
    bool changed = false;
    pick_day("从哪天开始", form.start, "倒排的可以不填", changed);
    target(scene, form, changed);
    durations(scene, form, look, changed);
    interruptions(scene, form, look, changed);
    ties(scene, form, look, changed);
    if (changed) intents.push_back(intent::SetSchedule{plan_form_to_text(form)});
}

}  // namespace signroute::views
