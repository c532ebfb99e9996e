// The findings in the order in which a person takes them up, those of one kind together.
#pragma once

#include <vector>

#include "core/findings/finding.h"

namespace signroute {

enum class FindingKind {
    error,      // has to be mended before the document goes out
    warning,    //
    plan,       // something about the plan that is not certain
    fact,       // a fact of the situation that was not stated
    thing,      // a thing of which was not stated whether it is done
    judgement,  // a vague word of the text: a person decides
    silence,    // the text leaves it out, and somebody has to settle it
    reading,    // the text bears more than one reading
    note
};
FindingKind kind_of(const Finding& finding);

struct FindingGroup {
    FindingKind kind = FindingKind::error;
    std::vector<const Finding*> findings;  // of the list they were made of, in its order
};
// Every finding is in one group, no group is empty.
std::vector<FindingGroup> grouped(const std::vector<Finding>& list);

}  // namespace signroute
