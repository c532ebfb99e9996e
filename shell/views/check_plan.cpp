// The planned steps of the room 自查.
#include <algorithm>

#include "core/route/plan_from_text.h"
#include "shell/session/search.h"
#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kGap = 4;

// What the clerk wrote; of a step that came from a file or a mend, the names of its parts.
std::string written(const Scene& scene, const PlannedStep& step) {
    const Catalogue& catalogue = *scene.rules.catalogue;
    return (step.role_text.empty() ? role_title(catalogue, step.role) : step.role_text) +
           (step.action_text.empty() ? action_title(catalogue, step.action) : step.action_text);
}

std::optional<CivilDay> date_of(const PlannedStep& step) { return ui::read_day(step.date); }

// The worst finding on a planned step.
const Finding* finding_on(const Assessment& assessment, int planned) {
    for (const Finding& f : assessment.findings.list) {
        if (f.planned == planned && f.severity != Severity::note) return &f;
    }
    return nullptr;
}

bool step_field(const Scene& scene, PlannedStep& step, const std::string& label, float width) {
    std::string text = written(scene, step);
    if (!ui::text_field(label, text, {.hide_label = true, .width = width})) return false;
    const PlannedStep typed = step_from_text(scene.rules, text);
    step.role = typed.role, step.action = typed.action;
    step.role_text = typed.role_text, step.action_text = typed.action_text;
    return true;
}

bool order_buttons(std::vector<PlannedStep>& plan, std::size_t i, const std::string& number) {
    const std::string up = "上移第" + number + "步", down = "下移第" + number + "步", drop = "删除第" + number + "步";
    const bool raised = ui::symbol_button("↑", up, i == 0), lowered = ui::symbol_button("↓", down, i + 1 == plan.size()), dropped = ui::symbol_button("✕", drop);
    if (raised) std::swap(plan[i], plan[i - 1]);
    else if (lowered) std::swap(plan[i], plan[i + 1]);
    else if (dropped) plan.erase(plan.begin() + static_cast<std::ptrdiff_t>(i));
    return raised || lowered || dropped;
}

// Number, step, date and order on one line, the step as wide as they leave it; below it what is wrong with it.
bool step_row(const Scene& scene, std::vector<PlannedStep>& plan, std::size_t i, CheckLook& look) {
    const ui::Ids ids(static_cast<int>(i));
    const ui::Landing here(arrived(look, place_of_step(static_cast<int>(i))));
    const std::string number = std::to_string(i + 1);
    constexpr float number_width = 28, date_width = 148, order_width = 3 * ui::target + 3 * kGap;
    ui::Columns columns({number_width, ui::room() - number_width - kGap}, kGap);
    {
        const ui::Row row;
        ui::text(number + ".", {.second = true});
    }
    columns.next();
    const ui::Row row(kGap);
    const float width = std::max(150.0f, std::min(360.0f, ui::room() - date_width - order_width - kGap));
    bool changed = step_field(scene, plan[i], "第" + number + "步", width);
    std::optional<CivilDay> day = date_of(plan[i]);
    if (ui::date_field("第" + number + "步日期", day, {.placeholder = "日期", .hide_label = true, .width = date_width})) plan[i].date = day ? ui::written(*day) : "", changed = true;
    return order_buttons(plan, i, number) || changed;
}

// Symbol, word and what it is about, so that the colour says nothing alone.
void step_finding(const Scene& scene, int planned) {
    const Finding* f = finding_on(scene.assessment, planned);
    if (!f) return;
    const ui::Indent indent(36);
    const ui::Row row(8, 24);
    ui::tag(severity_text(f->severity), tone_of(f->severity));
    ui::text(f->message, {.small = true, .tone = tone_of(f->severity)});
}

// Steps of the required route that are not planned yet come first among the completions.
std::vector<std::string> suggestions(const Scene& scene, const std::string& typed) {
    std::vector<std::string> out;
    for (std::size_t s = 0; s < scene.assessment.route.steps.size(); ++s) {
        const RouteStep& step = scene.assessment.route.steps[s];
        const bool planned = s < scene.assessment.alignment.planned_of.size() && scene.assessment.alignment.planned_of[s] != kNoStep;
        if (planned || step.status == StepStatus::not_required || step.role.empty()) continue;
        const std::string title = step_title(*scene.rules.catalogue, step.role, step.rule->action);
        if (typed.empty() || title.find(typed) != std::string::npos) out.push_back(title);
    }
    return out;
}

bool add_row(const Scene& scene, std::vector<PlannedStep>& plan, CheckLook& look) {
    const std::vector<std::string> titles = suggestions(scene, look.adding);
    std::vector<ui::Completion> completions;
    for (const std::string& t : titles) completions.push_back({t, "规则中的步骤"});
    const ui::SearchResult r = ui::search_box("添加步骤", look.adding, completions, {.placeholder = "秘书长审核，或者粘贴整条流程", .width = 340});
    std::string text;
    if (r.chosen >= 0 && r.chosen < static_cast<int>(titles.size())) text = titles[static_cast<std::size_t>(r.chosen)];
    else if (r.submitted) text = look.adding;
    if (text.empty()) return false;
    for (PlannedStep& step : plan_from_text(scene.rules, text)) plan.push_back(std::move(step));
    look.adding.clear();
    return true;
}

}  // namespace

void choose_matter(const Scene& scene, CheckLook& look, Intents& intents) {
    std::vector<SearchHit> hits;
    for (SearchHit& h : search(scene.session, scene.rules, look.matter)) {
        if (h.place.room == Room::route) hits.push_back(std::move(h));
    }
    std::vector<ui::Completion> completions;
    for (const SearchHit& h : hits) completions.push_back({h.title, h.kind});
    const ui::SearchResult r = ui::search_box("事项", look.matter, completions, {.hint = "写事项名称或者常用说法，例如：红头文件、上会", .width = 480});
    const int taken = r.chosen >= 0 ? r.chosen : r.submitted && !hits.empty() ? 0 : -1;
    if (taken < 0 || taken >= static_cast<int>(hits.size())) return;
    intents.push_back(intent::SetMatter{hits[static_cast<std::size_t>(taken)].place.matter});
    look.matter.clear();
    look.show_matter = false;
}

void plan_editor(const Scene& scene, CheckLook& look, Intents& intents) {
    ui::heading("拟走流程");
    std::vector<PlannedStep> plan = scene.situation.planned;
    bool changed = false;
    for (std::size_t i = 0; i < plan.size() && !changed; ++i) {
        changed = step_row(scene, plan, i, look);
        if (!changed) step_finding(scene, static_cast<int>(i));
    }
    if (plan.empty()) ui::text("还没有步骤。", {.second = true});
    if (!changed) changed = add_row(scene, plan, look);
    {
        ui::Row row;
        if (plan.empty()) {
            std::vector<PlannedStep> required = required_plan(scene.assessment.route);
            if (!required.empty() && ui::button("照规则填入")) plan = std::move(required), changed = true;
        }
        mend_button(scene, intents);
    }
    mend_proposal(scene.session, intents);
    if (changed) intents.push_back(intent::SetPlan{plan});
}

}  // namespace signroute::views
