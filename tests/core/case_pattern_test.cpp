// The matcher that the cases rest on: what fits, what does not, and where it says so.
#include "tests/core/case_pattern.h"

#include <doctest/doctest.h>

#include <string>

using signroute::test::Mismatch;
using signroute::test::mismatches;

namespace {

bool fits(const char* pattern, const char* value) { return mismatches(pattern, value).empty(); }

// The first mismatch as one line.
std::string first(const char* pattern, const char* value) {
    const auto found = mismatches(pattern, value);
    return found.empty() ? "" : found.front().pointer + " wanted " + found.front().wanted + " got " + found.front().got;
}

}  // namespace

TEST_CASE("a pattern asks only for the keys it names") {
    CHECK(fits(R"({"verdict":"fail"})", R"({"verdict":"fail","outcome":"regulated"})"));
    CHECK(fits(R"({})", R"({"verdict":"fail"})"));
    CHECK_FALSE(fits(R"({})", R"("fail")"));
    CHECK_FALSE(fits(R"({"verdict":"fail"})", R"({"verdict":"pass"})"));
    CHECK_FALSE(fits(R"({"verdict":"fail"})", R"("fail")"));
    CHECK(first(R"({"want":{"n":6}})", R"({"want":{"n":5}})") == "/want/n wanted 6 got 5");
    CHECK(first(R"({"a/b":{"~":1}})", R"({"a/b":{"~":2}})") == "/a~1b/~0 wanted 1 got 2");
}

TEST_CASE("a key that is absent reads as null") {
    CHECK(fits(R"({"due":null})", R"({})"));
    CHECK_FALSE(fits(R"({"due":null})", R"({"due":"2025-02-08"})"));
    CHECK_FALSE(fits(R"({"due":"2025-02-08"})", R"({})"));
    CHECK(fits(R"({"due":{"$present":false}})", R"({})"));
    CHECK_FALSE(fits(R"({"due":{"$present":true}})", R"({"due":null})"));
}

TEST_CASE("values are equal or they are not, lists in order and whole") {
    CHECK_FALSE(fits("1", R"("1")"));
    CHECK_FALSE(fits("true", "1"));
    CHECK(fits("[1,2]", "[1,2]"));
    CHECK_FALSE(fits("[1,2]", "[2,1]"));
    CHECK_FALSE(fits("[1]", "[1,2]"));
    CHECK_FALSE(fits("[]", "{}"));
}

TEST_CASE("a list has an element for each pattern") {
    const char* list = R"([{"code":"missing_step","n":1},{"code":"too_late","n":2}])";
    CHECK(fits(R"({"$has":[{"code":"too_late"},{"code":"missing_step"}]})", list));
    CHECK(fits(R"({"$has":[]})", "[]"));
    CHECK_FALSE(fits(R"({"$has":[{"code":"too_late","n":1}]})", list));
    CHECK_FALSE(fits(R"({"$has":[{"code":"too_late"},{"code":"forbidden"}]})", list));
    CHECK_FALSE(fits(R"({"$has":[1]})", R"({"0":1})"));
    CHECK_FALSE(fits(R"({"$has":1})", "[1]"));
    const auto found =
        mismatches(R"({"f":{"$has":[{"code":"too_late","n":3}]}})", (R"({"f":)" + std::string(list) + "}").c_str());
    REQUIRE(found.size() == 2);
    CHECK(found[0].pointer == "/f");
    CHECK(found[1].pointer == "/f/1/n");  // where the nearest element differs
}

TEST_CASE("a list has no element that fits") {
    CHECK(fits(R"({"$none":[{"severity":"error"}]})", R"([{"severity":"ask"}])"));
    CHECK(fits(R"({"$none":[{"severity":"error"}]})", "[]"));
    CHECK(first(R"({"$none":[{"severity":"error"}]})", R"([{"severity":"ask"},{"severity":"error"}])") ==
          R"(/1 wanted {"$none":[{"severity":"error"}]} got {"severity":"error"})");
    CHECK_FALSE(fits(R"({"$none":[1]})", "null"));  // nothing there is no list
    CHECK(fits(R"({"$has":[2],"$none":[3],"$len":2})", "[1,2]"));
    CHECK_FALSE(fits(R"({"$has":[2],"$none":[1],"$len":2})", "[1,2]"));
    CHECK_FALSE(fits(R"({"$len":1})", "[1,2]"));
    CHECK_FALSE(fits(R"({"$len":1})", R"({"a":1})"));
}

TEST_CASE("one of several, not this, and a part of a text") {
    CHECK(fits(R"({"$any":["ask","warn"]})", R"("warn")"));
    CHECK_FALSE(fits(R"({"$any":["ask","warn"]})", R"("fail")"));
    CHECK_FALSE(fits(R"({"$any":[]})", "1"));
    CHECK(fits(R"({"v":{"$not":"fail"}})", R"({"v":"ask"})"));
    CHECK_FALSE(fits(R"({"v":{"$not":"fail"}})", R"({"v":"fail"})"));
    CHECK(fits(R"({"a":1,"$any":[{"b":1},{"c":2}]})", R"({"a":1,"c":2})"));
    CHECK_FALSE(fits(R"({"a":1,"$any":[{"b":1},{"c":2}]})", R"({"a":1,"c":1})"));
    CHECK(fits(R"({"$text":"施行"})", R"("没有写施行日期")"));
    CHECK_FALSE(fits(R"({"$text":"施行"})", R"("没有写")"));
    CHECK_FALSE(fits(R"({"$text":"1"})", "1"));
}

TEST_CASE("a slip in a pattern is a mismatch, not a pass") {
    CHECK(first(R"({"$hass":[1]})", "[1]") == " wanted 不认识的符号 $hass got [1]");
    CHECK_FALSE(fits("{", "{}"));
    CHECK_FALSE(fits("{}", "{"));
}
