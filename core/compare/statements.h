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
    std::string role = {};               // that the row is about: a city that has no such office says nothing to it for that reason
    bool aside = false;                  // shown, but no difference: what 其他事项 might cover
};

// Of one column, in the order of the pack.
std::vector<Statement> statements_of(const ComparedColumn& column, const Catalogue& shared, std::size_t index);
std::vector<Statement> statements_of_body(const ComparedColumn& column, const Catalogue& shared, std::size_t index, const Body& body);

// 应当, 一般, 原则上, 可以 and so on; the clause's own word where the pack gives it.
std::string strength_words(const Element& element);
// The names of roles, with 、 between.
std::string role_list(const Catalogue& catalogue, const std::vector<std::string>& roles);
// True if the pack names the role anywhere.
bool names_role(const Pack& pack, const std::string& role);

}  // namespace signroute
