// The figures that an element of a pack claims, in the units of the text. Private to core/audit.
#pragma once

#include "core/audit/claims.h"
#include "core/statute/figures.h"

namespace signroute {

std::vector<FigureClaim> figures_of(const TimeLimit& limit);
std::vector<FigureClaim> figures_of(const Cap& cap);
std::vector<FigureClaim> figures_of(const BodyEntry& entry);
std::vector<FigureClaim> figures_of(const PackDocument& document);
// Numbers that a condition compares with: they take a figure up, but may be our own way of saying it.
std::vector<FigureClaim> figures_of(const Condition& condition);

// True if the figure is what is claimed; with `any_unit` the number alone counts.
bool is_claimed(const Figure& figure, const FigureClaim& claim, bool any_unit = false);

}  // namespace signroute
