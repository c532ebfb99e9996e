// Why an answer is as it is: the fewest facts and clauses that it rests on, the rules that were tried and refused, the
// smallest change of facts that alters it and, while facts are open, what holds all the same and what to ask next.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/assess.h"
#include "core/base/result.h"

namespace signroute {

// A matter is only told of as refused: its rules do not fit the facts.
enum class AboutKind { route, verdict, step, prerequisite, prohibition, cap, limit, matter };
std::string_view name(AboutKind kind);

// What is to be explained. `matter` and `id` are those of the rule, "" for the whole route and for the verdict.
struct About {
    AboutKind kind = AboutKind::route;
    std::string matter, id;
    bool operator==(const About&) const = default;
};

// What of the situation's rules `text` names: "route", "verdict", or an element by its id or title, the matter with a dot
// before the id and the kind with a colon before either where that is needed (prerequisite:legality_review). Of several
// steps with one title the one that belongs to the route is meant. Errors, with `pointer`: unknown_element,
// ambiguous_element.
Result<About> about_from_text(const Rules& rules, const Case& situation, std::string_view text, const std::string& pointer);

// A fact, or a thing of which it may be said whether it was done. Exactly one is set.
struct Statable {
    std::string fact, thing;
    bool operator==(const Statable&) const = default;
};
bool operator<(const Statable& a, const Statable& b);

// One step as an answer. Nothing but its status is told of a step that is not required.
struct ToldStep {
    std::string matter, id, role, action;  // id: the rule's own
    StepStatus status = StepStatus::required;
    std::vector<std::string> after;        // ids of steps of the matter that directly precede it
    std::vector<Statable> open;            // what its status, or its actor, waits for
    std::string open_before;               // … and what of `after` does, in a form that can only be compared
    bool operator==(const ToldStep&) const = default;
};

struct ToldRule {
    About about;
    Truth applies = Truth::yes;
    CheckResult result = CheckResult::held;
    std::vector<Statable> open;
    bool operator==(const ToldRule&) const = default;
};

struct ToldMatter {
    std::string id;
    Truth applies = Truth::yes;  // no: its rules do not fit these facts, or the text does not regulate it
    std::vector<Statable> open;
    bool operator==(const ToldMatter&) const = default;
};

// What is explained. Route: matters, and the steps that are, or may be, part of it. Step or rule: that one. Verdict: `fail` alone, since one error is enough; otherwise with every rule that was held,
// that is broken or open, and with what has to be settled.
struct Told {
    std::vector<ToldMatter> matters;
    std::vector<ToldStep> steps;
    std::vector<ToldRule> rules;
    std::optional<Verdict> verdict;
    std::vector<std::pair<std::string, CheckResult>> checked;
    std::vector<std::string> findings;  // warnings and what has to be settled: code and element
    std::vector<Statable> asks;         // what is not stated and would be looked at
    bool operator==(const Told&) const = default;
};

// A rule that does not apply, and the facts that decided: with them alone it does not, without any one of them that is
// open.
struct RefusedRule {
    About about;
    std::string say;
    std::vector<Statable> facts;
    std::vector<Clause> clauses;
};

struct ChangedFact {
    Statable what;
    FactValue from, to;  // of a thing: whether it was done
};

struct SmallestChange {
    std::vector<ChangedFact> facts;
    Told becomes;
};

// The open question that settles most. `answers`: how many different answers there may still be, over all ways to
// complete the facts; `left`: how many of them are left on average (numerator, denominator), each answer to the question
// being as likely as another. Where there are too many ways to count, both are 0 and the question is the one that most
// rules wait for.
struct NextQuestion {
    Statable what;
    std::size_t answers = 0;
    std::pair<std::size_t, std::size_t> left{0, 1};
};

struct Explanation {
    Choice under;                   // the readings that it holds under; what is not chosen may be read either way
    Told told;
    std::vector<Statable> facts;    // with these alone the answer stands in every completion, without any one it does not
    std::vector<Clause> clauses;    // the same of the rules that rest on these alone; without sentences
    std::vector<RefusedRule> refused;
    std::optional<SmallestChange> change;
    int searched = 0;               // every change of so many facts was tried, unless a smaller one was found
    std::optional<NextQuestion> next;
};

// Where the answer is not the same under every reading of the text, each is explained by itself.
struct ReadingExplained {
    ReadingAnswer label;  // without its answer
    Explanation explanation;
};

struct Why {
    About about;
    Outcome outcome = Outcome::regulated;  // of the assessment: not_in_hand, then nothing else is told; readings
    bool shared = false;                   // there are readings, and what is explained holds under each
    Explanation explanation;               // without readings that differ
    std::vector<ReadingExplained> readings;
};

// The plan, the events and the dates of the situation are taken as given; only facts and things done are left out,
// changed or asked for.
Why why(const Rules& rules, const Calendar& calendar, const Case& situation, const About& about);

}  // namespace signroute
