// SHA-256 against the examples of FIPS 180-4 and RFC 6234, and at every length around the edges of a block.
#include "core/base/sha256.h"

#include <doctest/doctest.h>

using namespace signroute;

TEST_CASE("the published examples have their published hashes") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += "0123456701234567012345670123456701234567012345670123456701234567";
    CHECK(sha256_hex(ten) == "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5");
    CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// As another program (sha256sum of GNU coreutils) has them.
TEST_CASE("where the last block is almost full, just full or begun, nothing is lost") {
    constexpr std::pair<std::size_t, const char*> kKnown[] = {
        {1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},   {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},  {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},  {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"}, {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
        {127, "c57e9278af78fa3cab38667bef4ce29d783787a2f731d4e12200270f0c32320a"}, {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"}};
    for (const auto& known : kKnown) CHECK_MESSAGE(sha256_hex(std::string(known.first, 'a')) == known.second, known.first);
}

TEST_CASE("bytes beyond ASCII count as they are") { CHECK(sha256_hex("签批") == "b12974ef0f5bf48b4fed5465417fb50d221c2ab4394d6e60bdc5f0c67dcf27dc"); }
