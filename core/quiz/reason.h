// Reasons in one sentence: what decides in this case, which clause says so, what the rule is. Private to core/quiz.
#pragma once

#include "core/quiz/ruling.h"

namespace signroute::quiz {

// "本件内容涉及3个部门，属重要文件，": what the case says of these facts; "" where it says nothing of them.
std::string as_it_is(const Court& court, const std::vector<std::string>& facts);
// "本件不属重要文件", or 本件不在此列 where the case says nothing of these facts.
std::string not_here(const Court& court, const std::vector<std::string>& facts);
// "依第五十条第二款，分管副市长审核后由市长签发": the rule, without the full stop.
std::string by_rule(const Pack& pack, const Element& rule);
// Both for a step of the route.
std::string reason_for(const Court& court, const RouteStep& step);

// Why somebody of this role does not take the step: what the rules give that role instead, in this matter and under which
// condition, or else where. The clauses are added to `clauses`.
std::string why_not(const Court& court, const std::string& role, const StepRule& step, std::vector<Clause>& clauses);

}  // namespace signroute::quiz
