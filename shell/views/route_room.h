// 签批链: choose a matter, answer what matters, see who must do what in which order.
#pragma once

#include <string>
#include <vector>

namespace signroute::views {

struct Scene;

struct RouteLook {};

}  // namespace signroute::views
