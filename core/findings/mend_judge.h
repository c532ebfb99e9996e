// The goal of the mend: plans held against the rules by the code of the check, fast enough to try many. Private to
// core/findings.
#pragma once

#include <map>
#include <memory>

#include "core/findings/mend.h"

namespace signroute {

class MendJudge {
  public:
    MendJudge(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice);

    // Steps have numbers here, equal ones the same, so that plans are short to write and to compare.
    using Plan = std::vector<int>;
    int number(const PlannedStep& step);
    const PlannedStep& step(int number) const { return steps_[static_cast<std::size_t>(number)]; }
    const std::vector<Truth>& says(int number) const { return says_[static_cast<std::size_t>(number)]; }  // to each pattern that counts

    // What the rules are for every plan that has the same of those steps that rules ask for.
    struct Regime {
        Case situation;              // with what had to be done first
        std::vector<Route> routes;   // under each combination of readings
        std::vector<Edit> perform;   // what had to be done first, and was said not to be
        std::vector<Finding> broken; // prohibitions in the way, whatever else is planned
        bool same_matters = true;    // otherwise the plan talks itself out of the rules
    };
    Regime& regime_of(const Plan& plan);

    // How much stands in the way of the plan, days left out.
    int trouble(const Plan& plan);

    // Whether the whole check of the plan says no more, days left out, than it did of the plan that is mended.
    bool confirms(const Plan& plan);

    Case situation_with(const Plan& plan);
    const Catalogue& catalogue() const { return *rules_.catalogue; }
    const Rules& rules() const { return rules_; }
    const Calendar& calendar() const { return calendar_; }
    const Choice& choice() const { return choice_; }
    const Case& original() const { return original_; }

  private:
    std::vector<Truth> truths(const Plan& plan);
    void collect_patterns();
    void collect(const Condition& condition);
    std::unique_ptr<Regime> made(const Plan& plan);
    bool settle(Regime& regime);
    int trouble_under(Regime& regime, const Route& route);
    std::vector<std::string> complaints(const Plan& plan);

    const Rules& rules_;
    const Calendar& calendar_;
    const Case& original_;
    const Choice& choice_;
    std::vector<StepPattern> patterns_;           // that may make a difference
    std::vector<PlannedStep> steps_;
    std::vector<std::vector<Truth>> says_;        // by step: what it makes of each pattern
    std::map<std::vector<Truth>, std::unique_ptr<Regime>> regimes_;
    std::map<Plan, int> troubles_;
    std::vector<std::string> complaints_;         // of the plan that is mended
    bool complained_ = false;
    std::size_t unfit_ = 0;                       // matters whose rules did not fit
};

}  // namespace signroute
