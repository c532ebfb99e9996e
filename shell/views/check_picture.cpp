// 自查: the required route and the planned one, one under the other, with what differs marked.
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

ui::StepCard required_card(const Scene& scene, const RouteStep& step) {
    ui::StepCard card;
    card.id = step.id;
    card.title = role_text(scene.rules, step.role) + action_title(*scene.rules.catalogue, *step.rule);
    card.clause = clauses_text(*scene.rules.pack, step.rule->clauses);
    card.look = look_of(step);
    card.decides = step.rule->decides;
    mark(card, finding_on_missing(scene.assessment.findings, step.id));
    return card;
}

ui::StepCard planned_card(const Scene& scene, int planned) {
    const auto at = static_cast<std::size_t>(planned);
    const PlannedStep& step = scene.situation.planned[at];
    const Catalogue& catalogue = *scene.rules.catalogue;
    ui::StepCard card;
    card.id = planned_id(planned);
    card.title = std::to_string(planned + 1) + ". " + (step.role.empty() ? step.role_text : role_title(catalogue, step.role));
    card.title += step.action.empty() ? step.action_text : action_title(catalogue, step.action);
    card.limit = step.date;
    card.look = ui::StepLook::planned;
    mark(card, finding_on_planned(scene.assessment.findings, planned));
    if (card.mark.empty() && scene.assessment.alignment.step_of[at] != kNoStep) card.mark = "相符", card.mark_tone = ui::Tone::good;
    return card;
}

struct Pair {
    ui::RoutePicture required{.label = "规则要求"}, planned{.label = "拟走流程"};
};

Pair pair_of(const Scene& scene) {
    Pair out;
    const Stages stages = stages_of(scene.rules, scene.situation, scene.assessment.route);
    for (const LaidColumn& column : side_by_side(stages, scene.assessment.route, scene.assessment.alignment)) {
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
