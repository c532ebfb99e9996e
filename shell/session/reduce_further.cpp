// In the page that has every room: what the further ones ask for, and who takes the answers.
#include "shell/session/reducer.h"

namespace signroute {

void Reducer::settle_further() {
    compare_again();
    plan_again();
}

bool Reducer::further_answered(const PlatformReport& r, const std::string& problem) { return compare_answered(r, problem) || plan_answered(r, problem); }

}  // namespace signroute
