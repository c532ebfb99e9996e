// The planned steps of the room 自查.
#include <algorithm>
#include <iterator>

#include "core/route/complete_step.h"
#include "core/route/plan_from_text.h"
#include "shell/session/search.h"
#include "shell/ui/reorder.h"
#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kGap = 4;

// What this frame does to the plan.
struct PlanChange {
    std::vector<PlannedStep> plan;
    std::string what;    // at one stroke: 移动, 删除, 添加; then it may be taken back
    bool typed = false;  // a field was edited
};

// What the clerk wrote; of a step that came from a file or a mend, the names of its parts.
std::string written(const Scene& scene, const PlannedStep& step) {
    return actor_words(*scene.rules.catalogue, step) + act_with_addressee(*scene.rules.catalogue, step);
}

std::optional<CivilDay> date_of(const PlannedStep& step) { return ui::read_day(step.date); }

bool step_field(const Scene& scene, PlannedStep& step, const std::string& label, float width) {
    std::string text = written(scene, step);
    if (!ui::text_field(label, text, {.hide_label = true, .width = width})) return false;
    const PlannedStep typed = step_as_typed(scene.rules, text);
    step.role = typed.role, step.action = typed.action, step.to = typed.to;
    step.role_text = typed.role_text, step.action_text = typed.action_text;
    return true;
}

// Moves a step, and says so.
void move_step(const Scene& scene, PlanChange& change, std::size_t from, std::size_t to) {
    std::vector<PlannedStep>& plan = change.plan;
    PlannedStep step = std::move(plan[from]);
    plan.erase(plan.begin() + static_cast<std::ptrdiff_t>(from));
    const std::string words = "“" + written(scene, step) + "”";
    plan.insert(plan.begin() + static_cast<std::ptrdiff_t>(to), std::move(step));
    change.what = "移动";
    ui::kit().emit(effect::Announce{words + "移到第" + std::to_string(to + 1) + "步，共" + std::to_string(plan.size()) + "步"});
}

void order_buttons(const Scene& scene, PlanChange& change, std::size_t i, const std::string& number) {
    const std::string up = "上移第" + number + "步", down = "下移第" + number + "步", drop = "删除第" + number + "步";
    const bool raised = ui::symbol_button("↑", up, i == 0), lowered = ui::symbol_button("↓", down, i + 1 == change.plan.size()), dropped = ui::symbol_button("✕", drop);
    if (raised) move_step(scene, change, i, i - 1);
    else if (lowered) move_step(scene, change, i, i + 1);
    else if (dropped) change.plan.erase(change.plan.begin() + static_cast<std::ptrdiff_t>(i)), change.what = "删除";
}

// Handle with its number, step, date and order on one line, the step as wide as they leave it; below it what is wrong.
void step_row(const Scene& scene, PlanChange& change, std::size_t i, ui::Reorder& order, CheckLook& look) {
    const ui::Ids ids(static_cast<int>(i));
    const std::string number = std::to_string(i + 1);
    constexpr float date_width = 148, order_width = 3 * ui::target + 3 * kGap;
    ui::Columns columns({ui::handle_width, ui::room() - ui::handle_width - kGap}, kGap);
    order.handle(number + ".", "移动第" + number + "步");
    columns.next();
    const ui::Landing here(arrived(look, place_of_step(static_cast<int>(i))));
    const ui::Row row(kGap);
    PlannedStep& step = change.plan[i];
    // What does not fit beside its date has a line to itself, so that nothing of it is cut.
    const float beside = std::max(150.0f, std::min(360.0f, ui::room() - date_width - order_width - kGap)), words = ui::text_width(written(scene, step)) + 24;
    const float width = words <= beside ? beside : ui::room();
    change.typed |= step_field(scene, step, "第" + number + "步", width);
    std::optional<CivilDay> day = date_of(step);
    if (ui::date_field("第" + number + "步日期", day, {.placeholder = "日期", .hide_label = true, .width = date_width})) step.date = day ? ui::written(*day) : "", change.typed = true;
    order_buttons(scene, change, i, number);
}

// Symbol, word and what kind of thing it is, so that the colour says nothing alone; the sentence stands once, under 结论.
void step_finding(const Scene& scene, int planned, CheckLook& look) {
    const ui::Indent indent(36);
    for (const Finding& f : scene.assessment.findings.list) {  // worst first
        if (f.planned != planned || f.severity == Severity::note) continue;
        const ui::Row row(8, 24);
        const std::string place = place_of_finding(static_cast<std::size_t>(&f - scene.assessment.findings.list.data()));
        const ui::Ids scope(place);
        ui::tag(badge_text(f), tone_of(f));
        ui::text(finding_text(f.code), {.small = true, .tone = tone_of(f)});
        if (ui::link("看结论", {.small = true, .name = "看结论：" + f.message})) look.wanted = place, ui::kit().settle();
    }
}

const char* detail_of(StepCompletion::Kind kind) {
    switch (kind) {
        case StepCompletion::Kind::of_rules: return "规则中的步骤";
        case StepCompletion::Kind::step: return "步骤";
        case StepCompletion::Kind::role: return "人员、单位";
        case StepCompletion::Kind::action: return "动作";
    }
    return "";
}

// Steps of the required route that are not planned yet come first among the completions.
std::vector<StepCompletion> completions_of(const Scene& scene, const std::string& typed) {
    std::vector<const RouteStep*> missing;
    const Route& route = scene.assessment.route;
    const std::vector<int>& planned = scene.assessment.alignment.planned_of;
    for (std::size_t s = 0; s < route.steps.size(); ++s) {
        if (s >= planned.size() || planned[s] == kNoStep) missing.push_back(&route.steps[s]);
    }
    return step_completions(scene.rules, route, missing, typed);
}

bool has_letters(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

void add_steps(PlanChange& change, CheckLook& look, std::vector<PlannedStep> steps) {
    change.plan.insert(change.plan.end(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
    change.what = "添加";
    look.adding.clear();
    if (steps.size() > 1) ui::kit().emit(effect::Announce{"填入" + std::to_string(steps.size()) + "步，共" + std::to_string(change.plan.size()) + "步"});
    ui::kit().settle();
}

// A whole route that was pasted is taken at once: nobody presses Enter after that. Typed, it has a button.
bool add_route(const Scene& scene, PlanChange& change, CheckLook& look, std::size_t before) {
    constexpr std::size_t kShortest = 24, kPasted = 24;  // bytes: eight characters
    if (look.adding.size() < kShortest) return false;
    const auto read = [&] { return plan_from_text(scene.rules, look.adding, year_of(scene.session.today)); };
    if (look.adding != look.counted) look.counted = look.adding, look.steps = read().size();  // not in every frame
    if (look.steps < 2) return false;
    const bool pasted = look.adding.size() >= before + kPasted;
    if (!pasted && !ui::button("填入" + std::to_string(look.steps) + "步", {.kind = ui::Kind::primary})) return false;
    add_steps(change, look, read());
    return true;
}

// What the route asks for first and the plan has not, as an example.
std::string first_missing(const Scene& scene) {
    const Assessment& answer = safe_reading(scene.assessment) ? *safe_reading(scene.assessment)->answer : scene.assessment;
    for (std::size_t s = 0; s < answer.route.steps.size() && s < answer.alignment.planned_of.size(); ++s) {
        const RouteStep& step = answer.route.steps[s];
        if (answer.alignment.planned_of[s] == kNoStep && step.status == StepStatus::required) return step_title(*scene.rules.catalogue, step.role, *step.rule);
    }
    return "市长签发";
}

// An actor or an action alone waits for the rest; with Enter, letters mean the first of the list.
void add_row(const Scene& scene, PlanChange& change, CheckLook& look) {
    const std::vector<StepCompletion> found = completions_of(scene, look.adding);
    std::vector<ui::Completion> completions;
    for (const StepCompletion& c : found) completions.push_back({c.text, detail_of(c.kind)});
    const std::size_t before = look.adding.size();
    const std::string example = "如：" + first_missing(scene);
    const ui::SearchResult r = ui::search_box("添加步骤", look.adding, completions,
                                              {.hint = "可以打拼音首字母，如市长签发 szqf；也可以粘贴整条流程。", .placeholder = example, .width = 340});
    if (r.chosen < 0 && !r.submitted && add_route(scene, change, look, before)) return;
    const int taken = r.submitted && has_letters(look.adding) && !found.empty() ? 0 : r.chosen;
    const StepCompletion* one = taken >= 0 && taken < static_cast<int>(found.size()) ? &found[static_cast<std::size_t>(taken)] : nullptr;
    if (one && (one->kind == StepCompletion::Kind::role || one->kind == StepCompletion::Kind::action)) {
        look.adding = one->text;
        return ui::kit().settle();
    }
    const std::string text = one ? one->text : r.submitted ? look.adding : "";
    if (text.empty()) return;
    add_steps(change, look, plan_from_text(scene.rules, text, year_of(scene.session.today)));
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
    PlanChange change{.plan = scene.situation.planned};
    ui::Reorder order("步骤次序");
    for (std::size_t i = 0; i < scene.situation.planned.size() && change.what.empty(); ++i) {
        step_row(scene, change, i, order, look);
        if (change.what.empty()) step_finding(scene, static_cast<int>(i), look);
    }
    if (const auto moved = order.finish(); moved && change.what.empty()) move_step(scene, change, static_cast<std::size_t>(moved->from), static_cast<std::size_t>(moved->to));
    if (change.plan.empty()) ui::text("还没有步骤。", {.second = true});
    if (change.what.empty()) add_row(scene, change, look);
    {
        ui::Row row;
        if (change.plan.empty()) {
            std::vector<PlannedStep> required = required_plan(scene.assessment.route);
            if (!required.empty() && ui::button("照规则填入")) change.plan = std::move(required), change.what = "填入";
        }
        mend_button(scene, look, intents);
    }
    mend_proposal(scene, look, intents);
    if (change.typed || !change.what.empty()) intents.push_back(intent::SetPlan{change.plan, change.what});
}

}  // namespace signroute::views
