// 案卷: everything stored, opened, copied, exported, imported, deleted.
#pragma once

#include <string>
#include <vector>

namespace signroute::views {

struct Scene;

struct CasesLook {};

}  // namespace signroute::views
