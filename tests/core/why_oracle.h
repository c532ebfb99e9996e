// Another way to tell an answer, to leave out facts and clauses and to try answers, for the tests of core/why: straight
// from the route and the findings by the whole pack.
#pragma once

#include <random>
#include <set>

#include "core/why/why.h"
#include "tests/core/written_cases.h"

namespace signroute::test {

// A situation of the written cases.
struct Posed {
    std::string id;
    const Pack* pack = nullptr;
    Case situation;
    Rules rules() const { return {&installed_library().catalogue, pack}; }
};
const std::vector<Posed>& posed_cases();

// Everything that may be asked why in this situation.
std::vector<About> questions_in(const Posed& posed);

// The answer as one line; `open` gets the facts and things (with a ! before) that it still waits for.
std::string answer_of(const Rules& rules, const Case& situation, const Choice& choice, const About& about, std::set<std::string>* open = nullptr);

// Every way to read what is not chosen yet, of the questions that arise in this situation.
std::vector<Choice> all_readings(const Rules& rules, const Case& situation, const Choice& under);

Case with_only(const Case& situation, const std::vector<Statable>& stated);
Case without(Case situation, const Statable& what);

// The rules of the situation's matters that rest on these clauses alone.
Pack with_only(const Posed& posed, const std::vector<Clause>& clauses);

// Answers to try: each option, and whole numbers about each one that some rule here names.
std::vector<FactValue> answers_to(const Posed& posed, const std::string& fact);

// The facts that some rule of the situation's matters may ask, and the things.
std::vector<Statable> asked_in(const Posed& posed);

// Every fact and thing that is not stated gets an answer, but for those in `open`.
Case completed(const Posed& posed, Case situation, const std::set<std::string>& open, std::mt19937& random);

}  // namespace signroute::test
