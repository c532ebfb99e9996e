// The written cases of tests/cases and how one is held against an answer; shared by the tests that run them.
#pragma once

#include <string>
#include <vector>

#include "core/contract/answer.h"

namespace signroute::test {

struct WrittenCase {
    std::string id, verb, request, expect;
    std::string title;
    std::string fault;  // what is wrong with how the case is written; "" = nothing
};

// The case files of every city; the other folders of tests/cases hold texts for other tests. SIGNROUTE_CASES=wuxi takes
// only the paths with that word in them.
std::vector<std::string> case_files();
std::vector<WrittenCase> cases_of(const std::string& path);

// All that is installed in assets/.
const Library& installed_library();
const Pack& pack_of(const std::string& id);  // of the library's, one that there is

// Where the answer is not what the case demands, each place with what was wanted; "" = nowhere.
std::string differences(const Library& library, const WrittenCase& c);

}  // namespace signroute::test
