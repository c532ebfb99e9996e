// 自查: the required route and the planned one, one under the other, with what differs marked.
#include <algorithm>

#include "core/findings/side_by_side.h"
#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

std::string planned_id(int planned) { return "planned " + std::to_string(planned); }

void mark(ui::StepCard& card, const Finding* f) {
    if (f) card.mark = finding_text(f->code), card.mark_tone = tone_of(f->severity);
}

// What the room 签批链 draws too: the reading to plan by, not only what all readings share.
const Assessment& drawn(const Scene& scene) {
    const ReadingAnswer* safe = safe_reading(scene.assessment);
    return safe ? *safe->answer : scene.assessment;
}

bool is_shared(const Scene& scene, const RouteStep& step) {
    const std::vector<RouteStep>& all = scene.assessment.route.steps;
    return std::any_of(all.begin(), all.end(), [&](const RouteStep& s) { return s.id == step.id && s.status == step.status && s.role == step.role; });
}

ui::StepCard required_card(const Scene& scene, const RouteStep& step) {
    ui::StepCard card;
    card.id = step.id;
    card.title = role_text(scene.rules, step.role) + action_title(*scene.rules.catalogue, *step.rule);
    card.clause = clauses_text(*scene.rules.pack, step.rule->clauses);
    card.look = look_of(step);
    card.decides = step.rule->decides;
    mark(card, finding_on_missing(drawn(scene).findings, step.id));
    if (card.mark.empty() && !is_shared(scene, step)) card.mark = "读法不一", card.mark_tone = ui::Tone::judgement;
    return card;
}

ui::StepCard planned_card(const Scene& scene, int planned) {
    const auto at = static_cast<std::size_t>(planned);
    const PlannedStep& step = scene.situation.planned[at];
    const Catalogue& catalogue = *scene.rules.catalogue;
    ui::StepCard card;
    card.id = planned_id(planned);
    card.title = std::to_string(planned + 1) + ". " + actor_words(catalogue, step) + act_with_addressee(catalogue, step);
    card.limit = step.date;
    card.look = ui::StepLook::planned;
    mark(card, finding_on_planned(drawn(scene).findings, planned));
    if (card.mark.empty() && drawn(scene).alignment.step_of[at] != kNoStep) card.mark = "相符", card.mark_tone = ui::Tone::good;
    return card;
}

struct Pair {
    ui::RoutePicture required{.label = "规则要求"}, planned{.label = "拟走流程"};
};

Pair pair_of(const Scene& scene) {
    Pair out;
    const Assessment& answer = drawn(scene);
    const Stages stages = stages_of(scene.rules, scene.situation, answer.route);
    for (const LaidColumn& column : side_by_side(stages, answer.route, answer.alignment)) {
        out.required.stages.emplace_back();
        for (const RouteStep* step : column.required) out.required.stages.back().cards.push_back(required_card(scene, *step));
        out.planned.stages.emplace_back();
        for (const int p : column.planned) out.planned.stages.back().cards.push_back(planned_card(scene, p));
    }
    for (const auto& [from, to] : stages.order) out.required.edges.push_back({from, to});
    for (int p = 1; p < static_cast<int>(scene.situation.planned.size()); ++p) out.planned.edges.push_back({planned_id(p - 1), planned_id(p)});
    return out;
}

}  // namespace

std::string card_of_finding(const Finding& finding) {
    return finding.planned != kNoStep ? planned_id(finding.planned) : finding.code == FindingCode::missing_step ? finding.step : "";
}

void plan_picture(const Scene& scene, CheckLook& look) {
    const Pair pair = pair_of(scene);
    if (const ReadingAnswer* safe = safe_reading(scene.assessment)) ui::text(readings_text(scene.assessment) + "，下图按稳妥的读法：" + safe->say);
    ui::note("对得上的步骤上下对齐；选一张卡片，即到相应的结论。");
    const std::string pressed = ui::route_pair(pair.required, pair.planned, look.picture);
    if (pressed.empty()) return;
    const std::vector<Finding>& list = scene.assessment.findings.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].severity == Severity::note || card_of_finding(list[i]) != pressed) continue;
        look.wanted = place_of_finding(i);
        ui::kit().settle();
        return;
    }
    for (int p = 0; p < static_cast<int>(scene.situation.planned.size()); ++p) {
        if (planned_id(p) == pressed) look.side = 0, look.wanted = place_of_step(p), ui::kit().settle();
    }
}

}  // namespace signroute::views
