// The catalogue of the tree and the small pack of assets/README.md, as the tests need them.
#pragma once

#include "core/pack/pack.h"
#include "tests/core/calendar_files.h"

namespace signroute::test {

inline const Catalogue& shared_catalogue() {
    static const Catalogue catalogue = [] {
        const auto read = catalogue_from_json(file("assets/catalogue.json"));
        REQUIRE_MESSAGE(read, (read ? "" : read.error().pointer + " " + read.error().message));
        return *read;
    }();
    return catalogue;
}

// "一个最小的规则包": what an author copies to begin with.
inline std::string small_pack() {
    const std::string readme = file("assets/README.md"), fence = "```json\n";
    const std::size_t head = readme.find("### 一个最小的规则包"), from = readme.find(fence, head);
    REQUIRE(head != readme.npos);
    REQUIRE(from != readme.npos);
    const std::size_t start = from + fence.size();
    return readme.substr(start, readme.find("```", start) - start);
}

}  // namespace signroute::test
