// The cases of tests/cases, written from the texts, run through the machine contract as any caller would.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

#include "tests/core/sample.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("every case is written as the format says, under an id of its own") {
    std::set<std::string> ids;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            CHECK_MESSAGE(c.fault.empty(), c.id << ": " << c.fault);
            CHECK_MESSAGE(ids.insert(path.substr(0, path.rfind('/') + 1) + c.id).second, c.id << " 出现两次");
        }
    }
    if (!std::getenv("SIGNROUTE_CASES")) CHECK(ids.size() >= 90);
}

TEST_CASE("every case is answered as the text demands") {
    std::size_t n = 0;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            if (!c.fault.empty() || n++ % (kSampled ? 37 : 1)) continue;  // the fault is said above
            const std::string wrong = differences(installed_library(), c);
            CHECK_MESSAGE(wrong.empty(), c.id << " " << c.title << wrong);
        }
    }
}
