#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kTwoColumns = 1180;  // design pixels from which questions and rules stand side by side
constexpr std::size_t kNarrow = 3;   // stages that leave room for the questions at their right
constexpr std::string_view kExample = "government_document";

// The fact that more than half of the steps wait for, if there is one.
std::string most_waited_for(const Route& route) {
    std::ptrdiff_t steps = 0, most = 0;
    std::string out;
    for (const RouteStep& step : route.steps) {
        steps += step.status != StepStatus::not_required;
        for (const std::string& fact : step.because.open) {
            const auto waiting = std::count_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) {
                return s.status != StepStatus::not_required && std::find(s.because.open.begin(), s.because.open.end(), fact) != s.because.open.end();
            });
            if (waiting > most) most = waiting, out = fact;
        }
    }
    return most * 2 > steps ? out : "";
}

void start_afresh(const Scene& scene, RouteLook& look) {
    const std::string &matter = scene.session.place.matter, &pack = scene.rules.pack->id;
    if (look.matter == matter && look.pack == pack) return;
    RouteLook fresh;
    fresh.filter = look.filter;
    fresh.open = look.open;
    fresh.not_required = look.not_required;
    fresh.doubts = look.doubts;
    fresh.picture.zoom = look.picture.zoom;
    fresh.matter = matter;
    fresh.pack = pack;
    fresh.asked = most_waited_for(scene.assessment.route);
    look = std::move(fresh);
}

void nothing_chosen(const Scene& scene, Intents& intents) {
    const bool offered = find_matter(*scene.rules.pack, kExample) != nullptr;
    const std::string title = matter_title(scene.rules, std::string(kExample));
    const std::string offer = offered ? "看一个例子：" + title : "";
    if (!ui::empty_state("选择要办理的事项", "从左边选一个事项，这里会显示由谁办理、先后次序、前置条件和时限，并注明条款。也可以按俗称（如“红头文件”）或拼音首字母查找。", offer)) return;
    intents.push_back(intent::Go{{.room = Room::route, .pack = scene.rules.pack->id, .matter = std::string(kExample)}});
}

void beside_each_other(const Scene& scene, const Assessment& shown, std::span<const Question> questions, RouteLook& look, Intents& intents) {
    const Stages stages = stages_of(scene.rules, scene.situation, shown.route);
    const bool wide = ui::room() >= kTwoColumns, meeting = body_of(scene) != nullptr, narrow = !meeting && stages.stages.size() <= kNarrow;
    std::optional<ui::Columns> columns;
    if (wide && narrow) columns.emplace(std::vector<float>{3, 2}, 40.0f);
    asked_first(scene, questions, look, intents);
    route_chain(scene, shown, stages, look);
    if (wide && !narrow && !meeting) columns.emplace(std::vector<float>{3, 2}, 40.0f);
    const bool rules_first = meeting || narrow;
    if (!wide || rules_first) step_panel(scene, shown, look, intents);
    if (wide ? rules_first : meeting) rules_panel(scene, shown, look, intents);
    if (columns && rules_first) columns->next();
    question_panel(scene, questions, look, intents);
    if (columns && !rules_first) columns->next(), step_panel(scene, shown, look, intents);
    if (wide ? !rules_first : !meeting) rules_panel(scene, shown, look, intents);
}

}  // namespace

void route_room(const Scene& scene, const ui::Frame& frame, RouteLook& look, Intents& intents) {
    matter_tree(scene, frame.list, look, intents);
    start_afresh(scene, look);
    const ui::Ids scope(look.pack + "/" + look.matter);  // each has its own place in the scroll area
    const ui::Area area("签批链", frame.rest, {.role = ui::Role::main});
    if (scene.situation.matters.empty()) return nothing_chosen(scene, intents);
    route_head(scene, intents);
    route_outcome(scene, look, intents);
    if (scene.assessment.route.matters.empty()) return;
    const Assessment& shown = reading_tabs(scene, look, intents);
    beside_each_other(scene, shown, questions_of(scene.rules, scene.situation, scene.assessment), look, intents);
}

}  // namespace signroute::views
