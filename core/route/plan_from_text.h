// A whole route as people write it down or paste it from elsewhere.
#pragma once

#include "core/route/lookup.h"

namespace signroute {

// "经办人起草→分管副市长审核→市长签发" in its many spellings: arrows, lines, numbers, commas or a sentence ("经……审核后，报……签发");
// "签发：市长", "市长（签发）"; several actors of one action ("甲、乙会签" are two steps), several actions of one actor.
// A day is taken where its year is written, and, as one of `year`, where it is not ("9月8日"; 0: it stays text). Words that
// nobody knows stay in the step as they were written, for the check to say so; nothing is dropped.
std::vector<PlannedStep> plan_from_text(const Rules& rules, std::string_view text, int year = 0);

// One step as it is being typed into a field: its words put together are the text again.
PlannedStep step_as_typed(const Rules& rules, std::string_view text);

}  // namespace signroute
