// Every widget of the kit on one page, for those who build rooms with it and for its tests.
#pragma once

namespace signroute::views {

struct GalleryState {
    int pressed = 0;
};

void gallery(GalleryState& state);

}  // namespace signroute::views
