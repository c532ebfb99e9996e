// Where the texts for the statute tests are, and the official ones if they are at hand.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace signroute {

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string statute_case(const std::string& name) {
    return file_text(std::string(SIGNROUTE_SOURCE_DIR) + "/tests/cases/statute/" + name);
}

// "" if the official texts are not there: SEEDS_DIR, else ../shared/seeds beside the checkout.
inline std::string official_text(const std::string& name) {
    const char* dir = std::getenv("SEEDS_DIR");
    return file_text((dir ? std::string(dir) : std::string(SIGNROUTE_SOURCE_DIR) + "/../shared/seeds") + "/" + name);
}

}  // namespace signroute
