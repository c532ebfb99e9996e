// 案卷: everything stored, opened, copied, exported, imported, deleted.
#pragma once

#include <string>

namespace signroute::views {

struct CasesLook {
    std::string filter;
    std::string to_delete;  // id of the case that is about to be deleted
    bool confirming = false;
};

}  // namespace signroute::views
