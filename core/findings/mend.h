// The mend: the fewest changes of a plan after which nothing that the plan could do better stands in its way.
//
// What stands in the way. Of the findings of one check: errors and warnings, and a question that a planned step itself
// raises against a rule (an actor whom nobody knows where somebody has to act); other questions wait for an answer, notes
// for nobody. In a situation: those of its check under every combination of open readings that agrees with `choice`.
//
// What passes. A plan passes when what stands in its way is no more than what stands in the way of the bare required
// route: facts may break a rule whatever is planned. That is said in `remains`.
//
// What is counted. Each edit costs 1: a step inserted, taken out, moved, or given another actor, action, addressee, form
// or person acted for; a day changed; a paper enclosed or a thing done that was said not to be. Inserted is what the route
// requires, as the route names it.
//
// Ties. Of the cheapest mends the one that goes furthest with the check: it gives a step that stands where another is
// required to that one, moves a required step rather than doubling it, and does not overwrite what stands there for itself.
// Then the one whose edits stand at earlier steps. A step goes in behind the last that has to precede it, or before the
// first that has to follow; where the text leaves its place open, before the first that the pack lists later.
#pragma once

#include <vector>

#include "core/calendar/calendar.h"
#include "core/findings/finding.h"

namespace signroute {

struct Mend {
    std::vector<Edit> edits;           // to be made one after the other by applied(); each with its clauses
    std::vector<PlannedStep> plan;     // what they leave
    std::vector<Finding> remains;      // what still stands in the way then, that no edit takes away
    bool least = true;                 // that no fewer edits do is sure; otherwise the plan was too long to try everything
    std::size_t cost() const { return edits.size(); }
};

bool stands_in_the_way(const Finding& finding);

// All that stands in the way of the situation's plan, each finding once.
std::vector<Finding> in_the_way(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice);

// `found`: the findings of the plan under `choice`. Days are mended one by one after the steps: fewest there only where no
// step's day depends on another's.
Mend mend(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice, const std::vector<Finding>& found);

}  // namespace signroute
