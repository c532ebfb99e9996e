// What a step or a prerequisite is for, so that cities which regulate the same thing in another form meet in one row: a
// review by another actor, a legality review that one text makes a step and another a prerequisite. Private to core/compare.
#pragma once

#include <string>

#include "core/pack/catalogue.h"

namespace signroute {

// "" = no function but its own.
std::string function_of_thing(const std::string& thing);
// Of a step: that of the thing which shows that it was taken, else that of its action, which may be the action itself.
std::string function_of(const std::string& action, const std::string& thing);
std::string function_title(const Catalogue& catalogue, const std::string& function);
// Where its row stands, in the usual order of work; those without a place of their own come after all others.
std::size_t function_rank(const std::string& function);

}  // namespace signroute
