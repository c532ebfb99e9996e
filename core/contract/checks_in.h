// Answers of the verbs `lint` and `audit` read back, as lines for people: the application has them worked out elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace signroute {

struct CheckLine {
    bool error = false;
    std::string text;  // one Chinese sentence, with its place
};

std::string lint_request(std::string_view pack_json);
std::string audit_request(std::string_view pack_json, std::string_view text);
// Either pack by its id or as a whole.
std::string difference_request(std::string_view in_force, std::string_view brought);

// Empty: nothing was found.
Result<std::vector<CheckLine>> lint_in(std::string_view answer);
Result<std::vector<CheckLine>> audit_in(std::string_view answer);

}  // namespace signroute
