#include "shell/ui/ui.h"
#include "shell/views/deadline_parts.h"
#include "shell/views/plan_parts.h"
#include "shell/views/rooms.h"

namespace signroute::views {

void plan_room(const Scene& scene, const ui::Frame& frame, PlanLook& look, Intents& intents) {
    const ui::Area area("时限", frame.rest, {.role = ui::Role::main});
    deadline_head(scene.session, intents);
    choose_case(scene, intents);
    const CaseFile* file = open_case(scene.session);
    if (!file || file->situation.matters.empty()) return;
    const ui::Ids ids(file->id);
    if (!plan_counts(scene) && look.uncounted != file->id) look.uncounted = file->id, look.show_durations = true;
    ui::Columns columns({2, 3}, 32);
    plan_form(scene, look, intents);
    columns.next();
    plan_verdict(scene);
    plan_answer(scene, look, intents);
}

}  // namespace signroute::views
