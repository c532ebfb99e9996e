#include "shell/app.h"

namespace signroute {

void App::report(const PlatformReport&) {}

FrameOutput App::frame(const FrameInput& input) {
    for (const PlatformReport& r : input.reports) report(r);
    kit_.begin_frame(input);
    views::gallery(gallery_);
    return kit_.end_frame();
}

}  // namespace signroute
