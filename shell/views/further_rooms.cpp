// In the page that has every room.
#include "shell/views/rooms.h"

namespace signroute::views {

void further_room(const Scene& scene, const ui::Frame& frame, Look& look, Intents& intents) {
    if (scene.session.place.room == Room::training) training_room(scene, frame, look.training, intents);
    else compare_room(scene, frame, look.compare, intents);
}

}  // namespace signroute::views
