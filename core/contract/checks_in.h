// Answers of the verbs `lint` and `audit` read back, as lines for people: the application has them worked out elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/route/route.h"

namespace signroute {

struct CheckLine {
    bool error = false;
    std::string text;     // one Chinese sentence, with its place
    std::string example;  // the smallest case that shows it, as a request of the contract; "": none
};

// A pack by its id or as a whole.
std::string lint_request(std::string_view pack);
std::string audit_request(std::string_view pack_json, std::string_view text);
// Either pack likewise.
std::string difference_request(std::string_view in_force, std::string_view brought);

// Empty: nothing was found.
Result<std::vector<CheckLine>> lint_in(std::string_view answer);
Result<std::vector<CheckLine>> audit_in(std::string_view answer);
// The case of a line; it has no matter where the rules do not know what it names.
Case example_in(const Rules& rules, std::string_view example);

}  // namespace signroute
