// In the page that has every room.
#include "shell/views/rooms.h"

namespace signroute::views {

void further_room(const Scene& scene, const ui::Frame& frame, Look& look, Intents& intents) {
    compare_room(scene, frame, look.compare, intents);
}

}  // namespace signroute::views
