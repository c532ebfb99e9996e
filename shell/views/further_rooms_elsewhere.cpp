// In the page of a first visit: what is seen until the page with every room is there.
#include "shell/ui/ui.h"
#include "shell/views/other_page.h"
#include "shell/views/rooms.h"

namespace signroute::views {

void further_room(const Scene& scene, const ui::Frame& frame, Look&, Intents&) {
    const ui::Area area("正在打开", frame.rest, {.role = ui::Role::main});
    const std::string& problem = scene.session.rooms_problem;
    if (problem.empty()) ui::text("正在打开…");
    else ui::callout(ui::Tone::error, "未能打开", problem);
}

std::unique_ptr<OtherPage> other_page() { return nullptr; }

}  // namespace signroute::views
