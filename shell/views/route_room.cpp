#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kTwoColumns = 1180;  // design pixels from which questions and rules stand side by side
constexpr std::string_view kExample = "government_document";

void start_afresh(const Scene& scene, RouteLook& look) {
    const std::string &matter = scene.session.place.matter, &pack = scene.rules.pack->id;
    if (look.matter == matter && look.pack == pack) return;
    RouteLook fresh;
    fresh.filter = look.filter;
    fresh.open = look.open;
    fresh.not_required = look.not_required;
    fresh.picture.zoom = look.picture.zoom;
    fresh.matter = matter;
    fresh.pack = pack;
    look = std::move(fresh);
}

void nothing_chosen(const Scene& scene, Intents& intents) {
    const bool offered = find_matter(*scene.rules.pack, kExample) != nullptr;
    const std::string title = matter_title(scene.rules, std::string(kExample));
    const std::string offer = offered ? "看一个例子：" + title : "";
    if (!ui::empty_state("选择要办理的事项", "从左边选一个事项，这里会显示由谁起草、审核、签发，先后次序，前置条件和时限，每一处都注明条款。也可以按标题、俗称（如“红头文件”“上会”）或拼音首字母查找。", offer)) return;
    intents.push_back(intent::Go{{.room = Room::route, .pack = scene.rules.pack->id, .matter = std::string(kExample)}});
}

void below_picture(const Scene& scene, const Assessment& shown, RouteLook& look, Intents& intents) {
    if (ui::room() < kTwoColumns) {
        step_panel(scene, shown, look, intents);
        question_panel(scene, look, intents);
        rules_panel(scene, shown, look, intents);
        return;
    }
    ui::Columns columns({3, 2}, 40);
    question_panel(scene, look, intents);
    columns.next();
    step_panel(scene, shown, look, intents);
    rules_panel(scene, shown, look, intents);
}

}  // namespace

void route_room(const Scene& scene, const ui::Frame& frame, RouteLook& look, Intents& intents) {
    matter_tree(scene, frame.list, look, intents);
    start_afresh(scene, look);
    const ui::Ids scope(look.pack + "/" + look.matter);  // each has its own place in the scroll area
    const ui::Area area("签批链", frame.rest, {.role = ui::Role::main});
    if (scene.situation.matters.empty()) return nothing_chosen(scene, intents);
    route_head(scene, intents);
    route_outcome(scene, intents);
    if (scene.assessment.route.matters.empty()) return;
    const Assessment& shown = reading_tabs(scene, look, intents);
    route_chain(scene, shown, look);
    below_picture(scene, shown, look, intents);
}

}  // namespace signroute::views
