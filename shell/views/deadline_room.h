// 时限: any time limit of the rules or a free one, on a month calendar.
#pragma once

#include <string>
#include <vector>

namespace signroute::views {

struct Scene;

struct DeadlineLook {};

}  // namespace signroute::views
