// Patterns of an answer, as the case files use them (tests/cases/README.md): a subset of the keys, and a few operators.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signroute::test {

struct Mismatch {
    std::string pointer;  // where in the answer, a JSON pointer
    std::string wanted;   // the part of the pattern that is not met
    std::string got;      // what stands there, shortened
};

// Everything in `value` that `pattern` does not allow; empty where it fits. Both are JSON texts; a text that is no
// JSON, or an operator that nobody knows, is a mismatch too.
std::vector<Mismatch> mismatches(std::string_view pattern, std::string_view value);

}  // namespace signroute::test
