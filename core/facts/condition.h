// The closed language of conditions: evaluated in three values (Kleene), explained, and enumerated by lint.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"

namespace signroute {

// What a condition may look at besides facts: the actors and actions of one planned step. Empty = any.
struct StepPattern {
    std::vector<std::string> roles, actions, to, forms;
    bool empty() const { return roles.empty() && actions.empty() && to.empty() && forms.empty(); }
};

struct Condition {
    enum class Op {
        always,
        all,       // every part
        any,       // at least one part
        negation,  // not the one part
        is_true,   // boolean fact `name`
        is_in,     // choice, rank or date fact `name` is one of `values`
        contains,  // list fact `name` has one of `values`
        compare,   // integer or amount fact `name`, `relation` `number`
        count,     // number of entries of list fact `name`, `relation` `number`
        done,      // the thing `name` was done (or enclosed)
        planned,   // some planned step matches `pattern`
        reading    // the reading `values[0]` of the open question `name` is taken
    };
    enum class Relation { at_least, at_most, more_than, less_than, equal };

    Op op = Op::always;
    std::string name;
    std::vector<std::string> values;
    Relation relation = Relation::at_least;
    std::int64_t number = 0;
    StepPattern pattern;
    std::vector<Condition> parts;
    std::string pointer;  // where it stands in the pack, for messages
};

// The world a condition is held against. Things not named in `done` are unknown; a reading not chosen is unknown.
struct Circumstances {
    const Facts* facts = nullptr;
    const std::map<std::string, Truth, std::less<>>* done = nullptr;
    const std::map<std::string, std::string, std::less<>>* readings = nullptr;  // question → reading
    std::function<Truth(const StepPattern&)> planned;                          // unset: unknown
};

// A few names, in order and each once.
class Names {
  public:
    void insert(const std::string& name);
    template <class Iterator>
    void insert(Iterator from, Iterator to) {
        for (; from != to; ++from) insert(*from);
    }
    bool empty() const { return names_.empty(); }
    bool operator==(const std::vector<std::string>& sorted) const { return names_ == sorted; }
    const std::vector<std::string>& list() const& { return names_; }
    std::vector<std::string> list() && { return std::move(names_); }
    auto begin() const { return names_.begin(); }
    auto end() const { return names_.end(); }

  private:
    std::vector<std::string> names_;
};

// A truth with its reasons: the facts that decided it, and, where unknown, the facts and things that would.
struct Judged {
    Truth truth = Truth::yes;
    Names facts;   // that decided
    Names open;    // facts that are open
    Names things;  // things whose being done is open
};

Judged judge(const Condition& condition, const Circumstances& circumstances);
Truth truth_of(const Condition& condition, const Circumstances& circumstances);  // without the reasons, and quicker

// Calls `visit` for the condition and each part of it.
void each_part(const Condition& condition, const std::function<void(const Condition&)>& visit);
// True if the condition, or a part of it, asks for a reading.
bool asks_reading(const Condition& condition);
// True if it never holds unless some reading is taken.
bool rests_on_reading(const Condition& condition);

}  // namespace signroute
