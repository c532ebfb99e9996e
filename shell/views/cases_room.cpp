#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

void cases_room(const Scene&, const ui::Frame& frame, CasesLook&, Intents&) {
    const ui::Area area("案卷", frame.rest, {.role = ui::Role::main});
    ui::heading("案卷", 1);
}

}  // namespace signroute::views
