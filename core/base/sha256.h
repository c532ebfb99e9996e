// SHA-256 (FIPS 180-4, RFC 6234): the mark by which a record names the files that it rests on.
#pragma once

#include <string>
#include <string_view>

namespace signroute {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace signroute
