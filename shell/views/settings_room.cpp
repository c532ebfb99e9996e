#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

void settings_room(const Scene&, const ui::Frame& frame, SettingsLook&, Intents&) {
    const ui::Area area("设置", frame.rest, {.role = ui::Role::main});
    ui::heading("设置", 1);
}

}  // namespace signroute::views
