// A question made from the rules: one situation, what is asked about it, and choices of which exactly one holds. Every choice
// carries a claim that the engine can judge; prove.h does.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assess.h"

namespace signroute::quiz {

enum class Kind {
    who_signs,      // who takes the last step
    who_reviews,    // which checks come before it, no more and no fewer
    order,          // put the steps in order
    missing,        // what is missing from this route
    wrong_step,     // which step of this route is wrong
    prerequisite,   // what must be done first
    due,            // when it is due
    latest_start,   // the latest day to start
    silence,        // what it means that nothing was answered
    meeting,        // which meeting decides
    allowed,        // whether it may be tabled, signed, sent this way
    clause,         // which clause says so
    difference,     // which city differs, and how
    decisive_fact,  // what would change the answer
    unsaid          // what the text leaves open or to a person's judgement
};
inline constexpr int kKinds = 15;

std::string_view name(Kind kind);      // who_signs
std::string_view title(Kind kind);     // 由谁签发或决定
std::optional<Kind> kind_from_text(std::string_view text);  // either

// About the route: not asked where the text can be read in two ways, which then has no one key.
bool of_route(Kind kind);

// What questions are made from. All of it outlives them.
struct Ground {
    const Catalogue* catalogue = nullptr;
    const Calendar* calendar = nullptr;
    std::vector<const Pack*> packs;
};
const Pack* pack_of(const Ground& ground, std::string_view id);

// What tells one question from another: not names, not dates.
struct Key {
    Kind kind = Kind::who_signs;
    std::vector<std::string> packs;  // one; of `difference` two
    std::string matter;
    Facts facts;                                     // that decide
    std::map<std::string, bool, std::less<>> done;   // things that decide
    std::string element;  // of the pack, on which the answer rests: step, prerequisite, limit, prohibition, body entry, silence, row
    std::string variant;  // what the kind adds: how a period lies in the calendar, which fact changes; "" mostly
    bool operator==(const Key&) const = default;
};

// What this one is about in its kind's stead, where that says something else: 哪个环节不须经过.
std::string_view title(const Key& key);
// Whether the matter may be told beside the question: where it is asked for a meeting, its name may be the answer.
bool names_matter(const Key& key);

// What a choice says, for the engine. Which members count depends on `is`.
struct Claim {
    enum class Is {
        decides,         // `steps[0]` is the last step
        certain,         // it can be said as things stand that `steps[0]` is the last step
        depends,         // … that the judged fact `what` decides who takes it
        checks,          // exactly `steps` are the reviews and consents that come beside the deciding step
        sequence,        // the text puts each of `steps` before the next
        unordered,       // the text leaves the order of `steps` open
        dispensable,     // `steps[0]` need not be taken
        missing,         // the plan lacks `steps[0]`
        complete,        // the plan lacks nothing
        wrong_step,      // step `n` of the plan has the wrong actor
        faultless,       // nothing is wrong with the plan
        disordered,      // its order is wrong
        requires_thing,  // the thing `what` has to be done; with `word` "before" beforehand
        due_on,          // the limit `what` ends on `day`
        figure,          // the limit `what` is `n` `unit`
        no_figure,       // … a word and no figure
        unit_open,       // … a figure of days of which it is not said whether they are working days
        gives_way,       // the exception `word` stands in the place of the limit `what`
        latest_start,    // `day` is the last on which the period may begin to end by `until`
        silence_means,   // silence on the limit `what` has the effect `word` as of today: not_yet, answered, unwritten, elsewhere:agreed …
        takes,           // the body `what` has the topic `word` among its tasks by name
        unlisted,        // no body has the topic `word` so
        passes,          // `steps[0]` is among the required steps
        forbidden,       // the prohibition `what` is broken; with `word`: how to begin its refutation, of `lawful` too
        spared,          // … is not
        unruled,         // the text has no such prohibition as `what`
        lawful,          // no prohibition is
        said_in,         // the element `what` rests on `clause`
        says,            // in the row `what` the packs say `words`, in their order
        turns,           // with `change` the last step is another's; with `word` "route" a required step is added or falls away
        unsaid,          // the silence `what` applies
        judged           // the fact `what` is for a person to judge
    };
    Is is = Is::decides;
    std::string what, word;
    std::vector<PlannedStep> steps;
    std::vector<std::string> words;
    Facts change;
    Clause clause;
    std::optional<Day> day, until;
    std::int64_t n = 0;
    std::string unit;
};

struct Choice {
    std::string id;  // a, b, c …
    std::string text;
    Claim claim;
};

struct Refutation {
    std::string choice;
    std::string why;
    std::vector<Clause> clauses;
    std::string pack;  // whose clauses they are
};

// `situation`, `ask` and the choices depend on the seed; the key, the facts and the clauses do not.
struct Question {
    Key key;
    std::uint64_t seed = 0;
    std::string id;    // key_text.h
    std::string hash;  // of the answer and the clauses it rests on: changes when either does, 16 hexadecimal digits
    std::string situation, ask;
    std::vector<Choice> choices;  // four or five
    std::string right;            // id of the one that holds
    std::string proof;            // why, in one or two sentences
    std::vector<Clause> clauses;  // that it rests on
    std::vector<Refutation> refutations;  // one for each other choice
    Case situation_case;          // opens the same case; its matters, facts, plan and dates
    std::string limit;            // a question of dates: the limit to ask `deadline` about
};

}  // namespace signroute::quiz
