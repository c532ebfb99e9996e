// 设置: text size, what is installed, backup, clearing this computer.
#pragma once

#include <string>
#include <vector>

namespace signroute::views {

struct Scene;

struct SettingsLook {};

}  // namespace signroute::views
