// What the packs say of a matter, laid out so that equal things meet in one row. Private to core/compare.
#pragma once

#include <string>
#include <vector>

#include "core/compare/compare.h"

namespace signroute {

struct Statement {
    std::size_t column = 0;
    std::string aspect, key, title;  // the row
    std::string same;                // equal for statements that say the same: identifiers and figures only
    std::string say;                 // that in words
    std::vector<Clause> clauses;
    std::vector<const Condition*> when;  // it is said where all of them hold
};

// Of one column, in the order of the pack.
std::vector<Statement> statements_of(const Catalogue& catalogue, std::size_t column, const Matter& matter);
std::vector<Statement> statements_of_body(const Catalogue& catalogue, std::size_t column, const Body& body);

// 应当, 原则上, 可以 and so on.
std::string strength_words(Strength strength);
// The names of roles, with 、 between.
std::string role_list(const Catalogue& catalogue, const std::vector<std::string>& roles);

}  // namespace signroute
