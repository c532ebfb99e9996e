// In the page that has every room.
#include "shell/views/rooms.h"

namespace signroute::views {

void further_room(const Scene& scene, const ui::Frame& frame, Look& look, Intents& intents) {
    const Room room = scene.session.place.room;
    if (room == Room::training) training_room(scene, frame, look.training, intents);
    else if (room == Room::plan) plan_room(scene, frame, look.plan, intents);
    else if (room == Room::settings) settings_room(scene, frame, look.settings, intents);
    else compare_room(scene, frame, look.compare, intents);
}

}  // namespace signroute::views
