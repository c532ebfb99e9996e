// JSON as the test cases read and write it is compiled once (json_once.cpp), and optimised, which they themselves are not.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace signroute::test {
using TextOfJson = nlohmann::detail::iterator_input_adapter<std::string::const_iterator>;
}

#define SIGNROUTE_JSON_ONCE(how)                                                                    \
    how template class nlohmann::detail::serializer<nlohmann::json>;                                \
    how template class nlohmann::detail::lexer<nlohmann::json, signroute::test::TextOfJson>;        \
    how template class nlohmann::detail::parser<nlohmann::json, signroute::test::TextOfJson>;

#ifndef SIGNROUTE_JSON_HERE
SIGNROUTE_JSON_ONCE(extern)
#endif
