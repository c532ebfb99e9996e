// In which cases, and in which way, a limit or a prohibition is asked about. Private to core/quiz.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/quiz/ruling.h"

namespace signroute::quiz {

// The case with what has to be stated besides, and the variant of the key.
using Variants = std::vector<std::pair<Case, std::string>>;

// Of a limit that applies in this case. A figure is asked about once with every exception denied, in each way in which its
// period may lie in the calendar, and once with each exception alone.
Variants asked_of(const Ground& ground, const Pack& pack, Kind kind, const Case& start, const TimeLimit& limit);

// Of a prohibition: broken, beside others of its matter that are not; kept where one fact alone keeps it from being broken,
// for else the rule would be read out.
Variants asked_of(const Court& start, const Matter& matter, const Prohibition& prohibition);

// Whether what the case states decides by which rule the last step is taken: some other value makes it another. One plain
// fact more, such as who drafted it, does no harm; a judgement that changes nothing would.
bool all_decide(const Court& court, const Matter& matter, const StepRule& last);

// Of `roles` someone else of the same sort as whoever takes this step, drawn by what the question is about and not by
// chance; "" where there is nobody.
std::string other_role(const Court& court, const Route& route, const RouteStep& of, const std::vector<std::string>& roles);

}  // namespace signroute::quiz
