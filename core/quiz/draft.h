// A question before its choices are weighed and mixed. Private to core/quiz.
#pragma once

#include <utility>
#include <vector>

#include "core/quiz/random.h"
#include "core/quiz/ruling.h"

namespace signroute::quiz {

struct Offer {
    Claim claim;
    std::string text;
};

struct Draft {
    Case situation;
    std::string opening;    // "" = the matter's own
    std::string added;      // more of the situation, whole sentences: a plan, dates
    std::string ask;
    Offer right;
    std::string plain;      // the right one without the rule's own words, for when these stand in the stem; "" = there is no such way
    std::vector<Offer> near, far;  // wrong ones to try: near ones first
    std::string answer;     // what the hash is made of besides clauses: the answer without what the seed varies
    std::string limit;
    bool in_order = false;  // the choices stay as they are: steps of a plan
};

using Drafted = std::optional<Draft>;

// The case of the key: its matter, facts and things.
Case case_of(const Key& key);

Drafted draft_who_signs(const Court& court, const Key& key, Random& random);
Drafted draft_who_reviews(const Court& court, const Key& key, Random& random);
Drafted draft_order(const Court& court, const Key& key, Random& random);
Drafted draft_missing(const Court& court, const Key& key, Random& random);
Drafted draft_wrong_step(const Court& court, const Key& key, Random& random);
Drafted draft_prerequisite(const Court& court, const Key& key, Random& random);
Drafted draft_due(const Court& court, const Key& key, Random& random);
Drafted draft_latest_start(const Court& court, const Key& key, Random& random);
Drafted draft_silence(const Court& court, const Key& key, Random& random);
Drafted draft_meeting(const Court& court, const Key& key, Random& random);
Drafted draft_allowed(const Court& court, const Key& key, Random& random);
Drafted draft_clause(const Court& court, const Key& key, Random& random);
Drafted draft_difference(const Court& court, const Key& key, Random& random);
Drafted draft_decisive_fact(const Court& court, const Key& key, Random& random);
Drafted draft_unsaid(const Court& court, const Key& key, Random& random);

// Roles that people would take for the right one: those of the matter, then those who usually sign.
std::vector<std::string> likely_roles(const Court& court, const std::string& matter);
// Whether anybody would believe that a meeting does such a thing: it decides, it never drafts nor delivers.
bool fits_a_meeting(const Court& court, const std::string& action);
// "1. 分管副市长审核；2. 市长签发。"
std::string plan_in_words(const Court& court, const std::vector<PlannedStep>& plan);
std::string titles(const Court& court, const std::vector<PlannedStep>& steps, const char* between);

// The cases in which it is settled whether the condition holds, with that; facts are added only as it asks for them.
std::vector<std::pair<Case, Truth>> settled(const Court& court, const std::vector<const Condition*>& conditions, const Case& start);

// How a period lies in the calendar, which decides how it is counted: plain, rest_day (it begins on one), makeup (a day off
// works in it), or the first holiday in it, with or without such a day.
std::string lie_of(const Calendar& calendar, Day from, Day to);
extern const std::vector<std::string> kLies;

}  // namespace signroute::quiz
