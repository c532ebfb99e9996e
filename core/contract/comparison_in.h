// Requests of the verb `compare`, and its answers read back: the application has them worked out elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/compare/compare.h"

namespace signroute {

// `own` are packs by id that whoever answers does not have; they are sent along as they are.
std::string compare_request(const std::vector<std::string>& packs, const std::map<std::string, std::string>& own, const std::string& matter,
                            const Facts& facts);

// Of one matter: the columns have no packs. Errors: those of JSON, and that of the answer where it is one.
Result<Comparison> comparison_in(const Catalogue& catalogue, std::string_view answer);
Result<std::vector<ComparedMatter>> comparison_of_all_in(std::string_view answer);

}  // namespace signroute
