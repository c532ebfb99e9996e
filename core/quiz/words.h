// The words of a situation: how a case of a matter begins, and how its facts are stated. Chinese, as offices write.
#pragma once

#include <string>
#include <string_view>

#include "core/case.h"
#include "core/pack/pack.h"
#include "core/quiz/random.h"

namespace signroute::quiz {

struct FactWords {
    const char* fact;
    const char* yes;  // of a choice or a number: the sentence, {} for the value
    const char* no;   // of a choice: the sentence for 其他, 未委托 and the like
};
struct Opening {
    const char* matter;
    const char* text;
};
struct Theme {
    const char* unit;
    const char* subject;
};

const FactWords* fact_words(std::string_view fact);  // null: none, then the title of the fact has to do

// One clause, without the full stop; `scene`: the pack's own words for it, or "". What would decide the answer is never in
// it, nor what the facts say otherwise.
std::string opening(const NamedMatter& matter, const std::string& scene, const Facts& facts, Random& random);
// The facts that the opening leaves to be said: that a department acts, it says itself where it names one.
Facts beyond_opening(const NamedMatter& matter, const std::string& scene, Facts facts);

// "内容涉及3个部门".
std::string fact_in_words(const Catalogue& catalogue, const std::string& fact, const FactValue& value);
// The same in a case of this matter: of a document 属重要文件, of anything else 属重要事项.
std::string fact_in_words(const Catalogue& catalogue, const std::string& matter, const std::string& fact, const FactValue& value);
std::string thing_in_words(const Catalogue& catalogue, const std::string& thing, bool done);  // 已办理“…” or 尚未办理“…”

// The facts and things of a case as sentences: 经核，…。经研究，…。 "" for none.
std::string facts_in_words(const Catalogue& catalogue, const Pack& pack, const Case& situation);

std::string without_stop(std::string text);  // 。 at the end

// "第五十条第二款", "《议事规则》第三条": with the short title of a document that is not the pack's first.
std::string clause_in_words(const Pack& pack, const Clause& clause);
std::string clauses_in_words(const Pack& pack, const std::vector<Clause>& clauses);

}  // namespace signroute::quiz
