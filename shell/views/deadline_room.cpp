#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

void deadline_room(const Scene&, const ui::Frame& frame, DeadlineLook&, Intents&) {
    const ui::Area area("时限", frame.rest, {.role = ui::Role::main});
    ui::heading("时限", 1);
}

}  // namespace signroute::views
