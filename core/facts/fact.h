// Facts of a situation, each known or unknown. Unknown is not no: a missing fact never settles a condition.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace signroute {

enum class Truth { no, yes, unknown };

Truth operator!(Truth t);

enum class FactType { boolean, choice, integer, amount_cny, rank, date, list };

// What was answered: a boolean, a whole number (amounts in yuan), an option id or date (text), or a list of them.
using FactValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

// Only answered facts are in the map; what is not there is unknown.
using Facts = std::map<std::string, FactValue, std::less<>>;

}  // namespace signroute
