#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

void route_room(const Scene&, const ui::Frame& frame, RouteLook&, Intents&) {
    const ui::Area area("签批链", frame.rest, {.role = ui::Role::main});
    ui::heading("签批链", 1);
}

}  // namespace signroute::views
