// 设置: text size, what is installed, clearing this computer, and what the application is not.
#pragma once

namespace signroute::views {

struct SettingsLook {
    bool confirming = false;  // everything is about to be cleared
    bool show_notices = false;
};

}  // namespace signroute::views
