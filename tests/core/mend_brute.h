// The mend by trying: single edits, one after the other, until the check has nothing more to say. Shares with the mend
// only the check itself. Shared by the tests that hold the two against each other.
#pragma once

#include <map>
#include <unordered_map>

#include "core/assess.h"

namespace signroute::test {

// A situation, its required steps and two that it does not ask for, of which plans are made.
struct Alphabet {
    std::vector<PlannedStep> letters;  // required ones first
    std::size_t required = 0;
};

// One situation under one choice of readings, for all plans over its alphabet.
class BruteMend {
  public:
    using Plan = std::string;  // of letters, each its place in the alphabet as one character

    BruteMend(const Rules& rules, const Calendar& calendar, Case situation, Choice choice, Alphabet alphabet);

    // What stands in the way of the plan, as sorted lines: by the whole check, or, for plans without days and nothing
    // said to be done, by those of its parts that look at the steps.
    std::vector<std::string> by_the_whole_check(const Plan& plan) const;
    const std::vector<std::string>& in_the_way(const Plan& plan);

    // Whether fewer than `edits` edits (a required step put in anywhere or in the place of another, a step taken out or
    // moved) lead from `plan` to one in whose way nothing stands but, at most, what is in `remains`. `steps` becomes that plan.
    bool fewer_do(const Plan& plan, int edits, const std::vector<std::string>& remains, Plan& steps);

    Case with(const Plan& plan) const;
    std::int64_t checks() const { return checks_; }  // plans that were checked

  private:
    using Takers = std::vector<bool>;
    // Plans that have the same of the steps that conditions ask for come under the same rules.
    struct Regime {
        std::vector<Route> routes;
        std::vector<std::string> broken;  // whatever else is planned
    };
    const Regime& regime_of(const Plan& plan);
    void look_for_patterns();
    bool decided_by_facts(const Condition& condition) const;
    bool reached(const Plan& plan, int edits_left);
    int at_least(const Plan& plan) const;
    void look_for_sure_steps();
    void look_for_groups(const Route& route);
    static int missing(const std::vector<Takers>& steps, const Plan& plan);

    const Rules& rules_;
    const Calendar& calendar_;
    Case situation_;
    Choice choice_;
    Alphabet alphabet_;
    // Steps that are required whatever is planned, each by the letters that may take it: those that stand for themselves,
    // and by group the ways of which one has to be gone.
    std::vector<Takers> sure_;
    std::map<std::string, std::map<std::string, std::vector<Takers>>> groups_;
    // Letters that alone take a sure step, and it alone, in pairs: the first has to stand before the second.
    std::vector<std::vector<bool>> before_;
    std::vector<StepPattern> patterns_;
    bool readings_follow_ = false;  // whether what is planned brings readings up
    std::map<std::vector<Truth>, Regime> regimes_;
    std::unordered_map<Plan, std::vector<std::string>> known_;
    // By what may remain: plans from which so many edits lead nowhere.
    std::map<std::vector<std::string>, std::unordered_map<Plan, int>> tried_;
    std::vector<std::string> remains_;
    std::unordered_map<Plan, int>* tried_here_ = nullptr;
    Plan found_;
    std::int64_t checks_ = 0;
};

}  // namespace signroute::test
