#include "core/json/json_place.h"

#include <doctest/doctest.h>

using signroute::line_of;

namespace {

constexpr const char* kText = R"({
  "id": "a, \"b\" }",
  "matters": [
    {"id": "x"},
    {"id": "y",
     "steps": [ {"role": "mayor"},
                {"role": "nobody"} ]}
  ],
  "a/b": 3, "~": {"deep": true}
})";

}  // namespace

TEST_CASE("a pointer leads to the line on which its value begins") {
    CHECK(line_of(kText, "") == 1);
    CHECK(line_of(kText, "/id") == 2);
    CHECK(line_of(kText, "/matters") == 3);
    CHECK(line_of(kText, "/matters/0") == 4);
    CHECK(line_of(kText, "/matters/1/id") == 5);
    CHECK(line_of(kText, "/matters/1/steps/0/role") == 6);
    CHECK(line_of(kText, "/matters/1/steps/1/role") == 7);
    CHECK(line_of(kText, "/a~1b") == 9);
    CHECK(line_of(kText, "/~0/deep") == 9);
}

TEST_CASE("where the text has no such value, the last part of the way counts") {
    CHECK(line_of(kText, "/matters/1/steps/7/role") == 6);
    CHECK(line_of(kText, "/matters/9") == 3);
    CHECK(line_of(kText, "/nothing") == 1);
}

TEST_CASE("a text that ends too early leads nowhere beyond its end") {
    const std::string_view text = kText;
    for (std::size_t n = 0; n <= text.size(); ++n) {
        for (const char* pointer : {"/matters/1/steps/1/role", "/id", "/~0/deep"}) CHECK(line_of(text.substr(0, n), pointer) <= 10);
    }
}
