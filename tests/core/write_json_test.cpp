// What is written is what the library's own writer would write, byte for byte, with a newline behind it.
#include <doctest/doctest.h>

#include <random>

#include "core/json/json_in.h"
#include "tests/core/sample.h"

using namespace signroute;
using namespace signroute::test;

namespace {

std::string plainly(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

// Characters of every length and those that are escaped; some bytes that are no text at all.
std::string random_text(std::mt19937& random, bool broken) {
    static const std::vector<std::string> kParts = {"a", "Z ", "签批", "市政府常务会议", "“", "é", "𠮷", "\"", "\\", "/", "\n", "\t", "\x01", "\x1f", "\x7f", "0123456789"};
    static const std::vector<std::string> kBytes = {"\x80", "\xc0\xaf", "\xe4\xbd", "\xed\xa0\x80", "\xf5", "\xff"};
    std::string out;
    for (auto n = random() % 12; n > 0; --n) out += broken && random() % 6 == 0 ? kBytes[random() % kBytes.size()] : kParts[random() % kParts.size()];
    return out;
}

Json random_value(std::mt19937& random, int depth, bool broken) {
    switch (random() % (depth > 0 ? 9 : 7)) {
        case 0: return nullptr;
        case 1: return random() % 2 == 0;
        case 2: return static_cast<std::int64_t>(random()) - (std::int64_t{1} << 31);
        case 3: return std::uint64_t{random()} << 32 | random();
        case 4: return static_cast<double>(random()) / 7;
        case 5:
        case 6: return random_text(random, broken);
        case 7: {
            Json out = Json::array();
            for (auto n = random() % 5; n > 0; --n) out.push_back(random_value(random, depth - 1, broken));
            return out;
        }
        default: {
            Json out = Json::object();
            for (auto n = random() % 5; n > 0; --n) out[random_text(random, broken)] = random_value(random, depth - 1, broken);
            return out;
        }
    }
}

}  // namespace

TEST_CASE("any value is written as the library writes it") {
    std::mt19937 random(8);
    for (int i = 0; i < (kSampled ? 200 : 4000); ++i) {
        const Json value = random_value(random, 3, i % 4 == 0);
        REQUIRE(write_json(value) == plainly(value));
    }
}

TEST_CASE("what is escaped is found wherever it stands in a long text") {
    for (int c = 0; c < 0x80; ++c) {
        for (std::size_t at = 0; at < 19; ++at) {
            std::string text = "0123456789abcdefghi";
            text[at] = static_cast<char>(c);
            REQUIRE(write_json(text) == plainly(text));
            REQUIRE(write_json({{text, 1}}) == plainly({{text, 1}}));
        }
    }
}
