// The route as the kit's picture: what each card says, and the tabs of the readings.
#include <algorithm>

#include "core/base/text.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

ui::StepLook look_of(const RouteStep& step) {
    switch (step.status) {
        case StepStatus::required: return ui::StepLook::required;
        case StepStatus::if_needed: return ui::StepLook::if_needed;
        case StepStatus::judgement:
        case StepStatus::unknown: return ui::StepLook::open;
        case StepStatus::permitted: return ui::StepLook::permitted;
        case StepStatus::not_required: return ui::StepLook::not_required;
    }
    return ui::StepLook::required;
}

namespace {

ui::Together together(Beside beside) {
    switch (beside) {
        case Beside::one: return ui::Together::one;
        case Beside::one_by_facts: return ui::Together::one_by_facts;
        case Beside::some_by_facts: return ui::Together::some_by_facts;
        case Beside::by_facts: return ui::Together::by_facts;
        case Beside::order_open: return ui::Together::order_open;
        case Beside::alternatives: return ui::Together::alternatives;
    }
    return ui::Together::one;
}

const RouteStep* find_step(const Route& route, const std::string& id) {
    for (const RouteStep& s : route.steps) {
        if (s.id == id) return &s;
    }
    return nullptr;
}

// Why it is not there, what it waits for, who else may do it.
std::string remark_of(const Scene& scene, const Route& route, const RouteStep& step, Beside beside) {
    if (step.status == StepStatus::not_required) return decided_text(scene.rules, scene.situation.facts, step.because);
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : "；") + part; };
    if (step.status == StepStatus::unknown || step.status == StepStatus::judgement) {
        const std::string when = called_text(scene.rules, scene.situation, step);
        const std::size_t n = step.because.open.size();  // which they are is told in its details
        add(!when.empty() ? when : n == 0 ? "需人工判断" : n == 1 ? "待答：" + open_text(scene.rules, step.because) : "待答" + std::to_string(n) + "项");
    }
    std::string roles;
    for (const std::string& r : step.rule->delegable_to) roles += (roles.empty() ? "可授权：" : "、") + role_text(scene.rules, r);
    if (!roles.empty()) add(roles);
    const bool framed = beside == Beside::alternatives || beside == Beside::one_by_facts;  // the frame says so
    std::string others;
    for (const std::string& id : alternatives_of(route, step)) {
        const RouteStep* s = find_step(route, id);
        if (s && (s->rank != step.rank || !framed)) others += (others.empty() ? "或由" : "、") + role_text(scene.rules, s->role) + action_title(*scene.rules.catalogue, *s->rule);
    }
    if (!others.empty()) add(others);
    return out;
}

// Who may be authorised where: 可授权：市政府分管领导、秘书长（视情形）.
std::string delegates_of(const Scene& scene, const Act& act) {
    std::vector<std::string> roles;
    std::string out;
    for (const RouteStep* s : act.steps) {
        for (const std::string& r : s->rule->delegable_to) {
            if (std::find(roles.begin(), roles.end(), r) != roles.end()) continue;
            roles.push_back(r);
            out += (out.empty() ? "视情形可授权：" : "、") + role_text(scene.rules, r);
        }
    }
    return out;
}

std::string limits_of(const Route& route, const RouteStep& step) {
    std::string out;
    for (const Applied<TimeLimit>& l : route.limits) {
        if (l.rule->step != step.rule->id || l.matter != step.matter || l.applies == Truth::no) continue;
        out += (out.empty() ? "" : "；") + limit_text(*l.rule);
    }
    return out;
}

ui::StepCard card_of(const Scene& scene, const Assessment& shown, const Act& act, const RouteLook& look, Beside beside = Beside::one) {
    const RouteStep& step = *act.steps.front();
    const bool several = act.steps.size() > 1;
    const Catalogue& catalogue = *scene.rules.catalogue;
    ui::StepCard card;
    card.id = step.id;
    card.title = role_text(scene.rules, step.role);
    card.action = action_title(catalogue, *step.rule);
    if (!step.rule->to.empty()) card.action += " → " + role_text(scene.rules, step.rule->to);
    card.clause = clauses_text(*scene.rules.pack, in_order(*scene.rules.pack, step.rule->clauses));
    card.limit = limits_of(shown.route, step);
    card.remark = several ? delegates_of(scene, act) : remark_of(scene, shown.route, step, beside);
    card.look = several && act.sure ? ui::StepLook::required : look_of(step);
    card.open_question = several ? !act.sure : step.status == StepStatus::unknown || step.status == StepStatus::judgement;
    card.decides = step.rule->decides && step.status != StepStatus::not_required;
    card.selected = look.step == step.id;
    for (const Finding& f : shown.findings.list) {
        const bool wrong = f.severity == Severity::error || f.severity == Severity::warning;
        if (f.step != step.id || !wrong) continue;
        if (card.findings++ == 0 || f.severity == Severity::error) card.finding_tone = tone_of(f.severity);
    }
    return card;
}

// Where everything waits for an answer, a ? on each card tells none from another.
void unmark_all(ui::RoutePicture& picture) {
    const auto open = [](const ui::RouteStage& s) {
        return std::all_of(s.cards.begin(), s.cards.end(), [](const ui::StepCard& c) { return c.look == ui::StepLook::open; });
    };
    if (!std::all_of(picture.stages.begin(), picture.stages.end(), open)) return;
    for (ui::RouteStage& s : picture.stages) {
        for (ui::StepCard& c : s.cards) c.open_question = false;
    }
}

ui::RoutePicture picture_of(const Scene& scene, const Assessment& shown, const Stages& stages, const RouteLook& look) {
    ui::RoutePicture out;
    out.label = "签批链：" + matter_title(scene.rules, scene.situation.matters.front());
    for (const Stage& s : stages.stages) {
        ui::RouteStage stage;
        stage.together = together(s.beside);
        for (const Act& act : acts_of(scene.rules, scene.situation, s)) {
            stage.cards.push_back(card_of(scene, shown, act, look, s.beside));
            // The place of a card without a line says nothing.
            const bool framed = s.beside == Beside::order_open || s.beside == Beside::some_by_facts;  // the frame says so
            const bool lies_free = std::none_of(stages.order.begin(), stages.order.end(), [&](const auto& o) { return o.first == act.steps[0]->id || o.second == act.steps[0]->id; });
            std::string& remark = stage.cards.back().remark;
            if (lies_free && stages.stages.size() > 1 && !framed) remark = "次序原文未定" + (remark.empty() ? "" : "；" + remark);
        }
        out.stages.push_back(std::move(stage));
    }
    unmark_all(out);
    for (const auto& [from, to] : stages.order) out.edges.push_back({from, to});  // those of one act lead the same way: of them one has a card
    return out;
}

// What these answers rule out stands apart, so that the chain itself does not change its shape.
ui::RoutePicture not_required_of(const Scene& scene, const Assessment& shown, const Stages& stages, const RouteLook& look) {
    ui::RoutePicture out;
    out.label = "不需要的步骤";
    out.plain = true;
    out.stages.emplace_back();
    for (const RouteStep* step : stages.not_required) out.stages.back().cards.push_back(card_of(scene, shown, {{step}}, look));
    return out;
}

// Of several points: the one that is read otherwise than the others.
std::string reading_label(const Assessment& all, const ToldReading& told, std::size_t number, bool many) {
    if (many && !told.apart) return told.reading->cautious ? "各处都按稳妥的读法" : "各处都按第一种读法";
    const std::string mark = mark_text(all, told);
    return (many ? "只有一处不同" : "读法" + chinese_number(static_cast<int>(number))) + (mark.empty() ? "" : "·" + mark) + "：" + told.say();
}

constexpr std::size_t kMostShown = 3;  // more readings are a list that opens

bool choose_reading(const std::vector<std::string>& labels, bool many, int& chosen) {
    std::vector<ui::Choice> choices;
    for (const std::string& l : labels) choices.push_back({l});
    if (many) return ui::select("读法", choices, chosen, {.hide_label = true, .width = ui::room()});
    return ui::radio_group("读法", choices, chosen, {.hide_label = true, .width = ui::room()});
}

}  // namespace

const Assessment& reading_tabs(const Scene& scene, RouteLook& look, Intents& intents) {
    const std::vector<ToldReading> readings = told_readings(scene.assessment);
    if (readings.empty()) return scene.assessment;
    const bool many = scene.assessment.points.size() > 1;
    std::vector<std::string> labels{"各种读法的共同部分"};
    for (std::size_t i = 0; i < readings.size(); ++i) labels.push_back(reading_label(scene.assessment, readings[i], i + 1, many));
    const auto cautious = std::find_if(readings.begin(), readings.end(), [](const ToldReading& r) { return r.reading->cautious; });
    const bool chosen = look.reading >= 0 && look.reading < static_cast<int>(labels.size());
    int at = chosen ? look.reading : cautious == readings.end() ? 0 : static_cast<int>(cautious - readings.begin()) + 1;
    if (choose_reading(labels, readings.size() > kMostShown, at)) look.reading = at, look.step.clear();
    if (at == 0) {
        ui::text("以下是各种读法都要求的环节；有分歧的环节不在图中，请看各读法。", {.tone = ui::Tone::judgement});
        return scene.assessment;
    }
    const ReadingAnswer& reading = *readings[static_cast<std::size_t>(at - 1)].reading;
    if (many && !chosen) ui::text("以下按稳妥的读法：" + reading.say);
    const ui::Row row(12, 24);
    ui::note("依据");
    clause_links(scene.rules, reading.basis, intents);
    return *reading.answer;
}

void route_chain(const Scene& scene, const Assessment& shown, const Stages& stages, RouteLook& look) {
    if (shown.outcome == Outcome::not_regulated || shown.outcome == Outcome::not_in_hand) return;
    std::string pressed;
    if (!stages.stages.empty()) pressed = ui::route_picture(picture_of(scene, shown, stages, look), look.picture);
    else ui::text(stages.not_required.empty() ? "原文对本事项没有规定由谁逐级办理，只有下列要求。" : "按已答的情形，没有需要办理的环节。", {.second = true});
    if (!stages.not_required.empty()) {
        ui::checkbox("显示不需要的步骤（" + std::to_string(stages.not_required.size()) + "）", look.not_required);
        ui::RouteView view{.zoom = look.picture.zoom};
        if (look.not_required) {
            const std::string p = ui::route_picture(not_required_of(scene, shown, stages, look), view);
            if (!p.empty()) pressed = p;
        }
    }
    if (!pressed.empty()) look.step = look.step == pressed ? "" : pressed;
}

}  // namespace signroute::views
