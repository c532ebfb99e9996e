// One question why, with everything that does not bear on it put aside. Private to core/why.
#pragma once

#include "core/why/askable.h"
#include "core/why/told.h"

namespace signroute::explaining {

struct Inquiry {
    Rules rules;                 // of the reduced pack
    const Calendar* calendar = nullptr;
    About about;
    Case situation;
    std::vector<Choice> choices;  // the answer is one and the same under each
    std::vector<Askable> askables;
    Told answer;

    Told tell(const Rules& by, const Case& in) const { return told(by, *calendar, in, choices.front(), about); }

    // Whether these rules give the answer in this situation, under every choice of readings.
    bool same(const Rules& by, const Case& in) const {
        for (const Choice& c : choices) {
            if (!(told(by, *calendar, in, c, about) == answer)) return false;
        }
        return true;
    }
};

// With these alone, all others left open, the answer stands; without any one of them it does not.
std::vector<Statable> minimal_facts(const Inquiry& inquiry);
std::vector<Clause> minimal_clauses(const Inquiry& inquiry);

// The first change of the fewest facts that alters the answer, none if up to `searched` facts no change does.
std::optional<SmallestChange> smallest_change(const Inquiry& inquiry, int& searched);

std::optional<NextQuestion> next_question(const Inquiry& inquiry);

// Elements of the situation's matters that do not apply, beside a single rule those that it was weighed against. `rules`
// with the whole pack.
std::vector<RefusedRule> refused_rules(const Rules& rules, const Inquiry& inquiry);

}  // namespace signroute::explaining
