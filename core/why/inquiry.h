// One question why, with everything that does not bear on it put aside. Private to core/why.
#pragma once

#include "core/why/askable.h"
#include "core/why/signature.h"
#include "core/why/told.h"

namespace signroute::explaining {

class Inquiry {
  public:
    Inquiry(const Rules& reduced, const Calendar& calendar, Case situation, About about);

    // From now on this answer is looked into, which is the same under each of these choices of readings (one or more).
    // `general` chooses less: what is sure under it is sure under each of them.
    void look_into(Told answer, const Choice& general, std::vector<Choice> choices);

    const Rules rules;  // of the reduced pack
    const About about;
    const Case situation;
    const std::vector<Askable> askables;

    const Told& answer() const { return answer_; }
    const Choice& general() const { return general_; }
    const std::vector<Choice>& choices() const { return choices_; }
    Told tell(const Case& in, const Choice& choice) const { return told(rules, calendar_, in, choice, about); }

    // Whether the answer is given in another situation, under every choice; or by the rules as they now are.
    bool same(const Case& in) const;
    bool same_by_rules() const;

  private:
    bool told_under_all(const Case& in) const;

    const Calendar& calendar_;
    Told answer_;
    Choice general_;
    bool sure_ = false;  // the answer waits for nothing and is told by `general_` too
    std::vector<Choice> choices_;
    // Of the situation under `general_`, and under each choice; empty where the answer rests on more than they tell.
    std::string general_signature_;
    std::vector<std::string> signatures_;
};

// Whether nothing is open in the answer.
bool is_sure(const Told& told);

// With these alone, all others left open, the answer stands; without any one of them it does not.
std::vector<Statable> minimal_facts(const Inquiry& inquiry);
std::vector<Clause> minimal_clauses(const Inquiry& inquiry, Pack& pack);  // its pack, which is again as it was in the end

// The first change of the fewest facts that alters the answer, none if up to `searched` facts no change does. `facts` are
// those with which alone it stands: what alters it changes one of them.
std::optional<SmallestChange> smallest_change(const Inquiry& inquiry, const std::vector<Statable>& facts, int& searched);

std::optional<NextQuestion> next_question(const Inquiry& inquiry);

// Elements of the situation's matters that do not apply, beside a single rule those that it was weighed against. `rules`
// with the whole pack.
std::vector<RefusedRule> refused_rules(const Rules& rules, const Inquiry& inquiry);

}  // namespace signroute::explaining
