// The details of one step: the rule in words, how strongly it binds, why it is there.
#include <algorithm>

#include "core/route/stages.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/route_parts.h"
#include "shell/views/why_panel.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

ui::Tone tone_of(StepStatus status) {
    switch (status) {
        case StepStatus::judgement:
        case StepStatus::unknown: return ui::Tone::judgement;
        case StepStatus::required: return ui::Tone::accent;
        case StepStatus::if_needed:
        case StepStatus::permitted:
        case StepStatus::not_required: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

const RouteStep* chosen_step(const Assessment& shown, const RouteLook& look) {
    const auto& steps = shown.route.steps;
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const RouteStep& s) { return s.id == look.step; });
    const bool hidden = at != steps.end() && at->status == StepStatus::not_required && !look.not_required;
    return at == steps.end() || hidden ? nullptr : &*at;
}

std::string joined(const std::vector<std::string>& list, const std::string& by) {
    std::string out;
    for (const std::string& s : list) out += (out.empty() ? "" : by) + s;
    return out;
}

std::string roles_text(const Scene& scene, const std::vector<std::string>& roles) {
    std::string out;
    for (const std::string& r : roles) out += (out.empty() ? "" : "、") + role_text(scene.rules, r);
    return out;
}

std::string others_text(const Scene& scene, const Route& route, const RouteStep& step) {
    std::string out;
    for (const std::string& id : alternatives_of(route, step)) {
        const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == id; });
        if (at != route.steps.end()) out += (out.empty() ? "" : "、") + role_text(scene.rules, at->role) + action_title(*scene.rules.catalogue, *at->rule);
    }
    return out;
}

// "label  value", left out where there is no value.
void line(std::string_view label, const std::string& value) {
    if (!value.empty()) ui::labelled(label, value);
}

void because_lines(const Scene& scene, const RouteStep& step) {
    const std::string decided = decided_text(scene.rules, scene.situation.facts, step.because), open = open_text(scene.rules, step.because);
    line(step.status == StepStatus::not_required ? "为何不需要" : "为何需要", decided);
    const std::string when = called_text(scene.rules, scene.situation, step);
    line("还取决于", when.empty() ? open : when);
    if (decided.empty() && open.empty()) line("为何需要", step.status == StepStatus::not_required ? "" : "凡本事项都适用");
}

void limit_lines(const Scene& scene, const Route& route, const RouteStep& step, Intents& intents) {
    for (const Applied<TimeLimit>& l : route.limits) {
        if (l.rule->step != step.rule->id || l.matter != step.matter || l.applies == Truth::no) continue;
        const ui::Ids scope(l.rule->id);
        line("时限", limit_title(*scene.rules.catalogue, *l.rule) + "：" + limit_text(*l.rule));
        if (ui::link("算日期")) intents.push_back(intent::Go{{.room = Room::deadline, .pack = scene.rules.pack->id, .limit = l.rule->id}});
    }
}

void details(const Scene& scene, const Route& route, const RouteStep& step, Intents& intents) {
    const StepRule& rule = *step.rule;
    ui::text(rule.say);
    {
        const ui::Row row(12, 24);
        ui::text("效力：" + strength_text(rule), {.small = true, .second = true});
        clause_links(scene.rules, rule.clauses, intents);
    }
    because_lines(scene, step);
    if (step.role.empty()) line("由谁办理", "原文未写明");
    line("报送对象", rule.to.empty() ? "" : role_text(scene.rules, rule.to));
    line("形式", rule.form);
    line("可授权", roles_text(scene, rule.delegable_to));
    line("可替代", others_text(scene, route, step));
    line("包括", joined(rule.items, "；") + (rule.open_list ? " 等" : ""));
    limit_lines(scene, route, step, intents);
}

}  // namespace

void step_panel(const Scene& scene, const Assessment& shown, RouteLook& look, Intents& intents) {
    const RouteStep* step = chosen_step(shown, look);
    if (!step) return;
    const ui::Ids scope("step");
    const ui::Card card("环节详情");
    {
        ui::Row row(12);
        ui::heading(role_text(scene.rules, step->role) + "　" + action_title(*scene.rules.catalogue, *step->rule), 2);
        ui::tag(status_text(step->status), tone_of(step->status));
        if (step->rule->decides) ui::tag("最终环节", ui::Tone::accent);
        row.to_right(ui::button_width("收起") - 22);
        if (ui::button("收起", {.kind = ui::Kind::quiet, .name = "收起环节详情"})) look.step.clear();
    }
    details(scene, shown.route, *step, intents);
    why(scene, about_step(*step), step_title(*scene.rules.catalogue, step->role, step->rule->action), intents);
}

}  // namespace signroute::views
