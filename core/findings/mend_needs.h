// What a plan has to have under one regime, in which order, and which planned steps would do. Private to core/findings.
#pragma once

#include "core/findings/mend_judge.h"
#include "core/findings/step_set.h"

namespace signroute {

// A step of the regime's routes, one that stands in several of them once.
struct Need {
    const RouteStep* step = nullptr;
    int number = 0;      // of the step as the route names it
    std::size_t listed = 0;  // its place in the list of the pack, matter by matter
    StepSet before;      // steps that the check wants before it wherever both are planned
    StepSet before_any;  // … and those that the text puts before it, near and far
};

// Steps of which each has to be planned. There is one for each way through the steps that replace each other.
using Demand = StepSet;

class Needs {
  public:
    Needs(MendJudge& judge, const MendJudge::Regime& regime);

    const std::vector<Need>& list() const { return list_; }
    const std::vector<Demand>& demands() const { return demands_; }  // the natural one first
    int find(const std::string& id) const;                           // kNoStep if there is none

    // The steps that the planned one takes without a fault, and those that the check may lay it on at all.
    StepSet fits(int number);
    StepSet near(int number);

    // The planned step changed so that it takes the need.
    int given_to(int number, std::size_t need);

    // Tells demands of different regimes apart.
    std::string signature(const Demand& demand) const;

  private:
    struct Fit {
        bool known = false;
        StepSet fits, near;
    };
    void add(const Route& route);
    void set_order(const Route& route);
    void decide_last();
    void reach(const Route& route, std::size_t from, bool enforced, StepSet& out) const;
    void add_demands(const MendJudge::Regime& regime);
    const Fit& fit(int number);
    bool faultless(int number, std::size_t need) const;

    MendJudge& judge_;
    const Case& situation_;
    const std::string lead_;
    std::vector<Need> list_;
    std::vector<Demand> demands_;
    std::vector<Fit> fits_;  // by number of the planned step
};

}  // namespace signroute
