#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

void statute_room(const Scene&, const ui::Frame& frame, StatuteLook&, Intents&) {
    const ui::Area area("条文", frame.rest, {.role = ui::Role::main});
    ui::heading("条文", 1);
}

}  // namespace signroute::views
