// The search for a plan that passes, among those that so many edits of a given plan lead to. Private to core/findings.
#pragma once

#include <optional>

#include "core/findings/mend_needs.h"

namespace signroute {

// What becomes of a planned step.
struct Fate {
    enum class Kind { stay, replace, move, remove, redate } kind = Kind::stay;
    int need = kNoStep;  // that it takes then
    std::string date;    // redate; move: its own, none = it is to be chosen anew
};

// A step of the mended plan, by its number.
struct Slot {
    int number = 0;
    int origin = kNoStep;  // which planned step it was; kNoStep = inserted
    int need = kNoStep;
    bool placed = false;   // inserted or moved, so not where it was
};

struct MendedPlan {
    std::vector<Fate> fates;  // by planned step
    std::vector<Slot> slots;
    MendJudge::Plan numbers() const;
};

// How much may be tried, and what: every fate of every step, or only such as may do something about what is wrong.
struct MendEffort {
    int nodes_left = 0, plans_left = 0;
    bool every_way = false;
    bool spent() const { return nodes_left <= 0 || plans_left <= 0; }
};

// What the check made of the plan that is mended.
struct FirstCheck {
    std::vector<StepSet> laid;  // by planned step: needs that it was laid on
    std::vector<bool> blamed;   // by planned step: something of it stands in the way
};

class MendSearch {
  public:
    MendSearch(MendJudge& judge, Needs& needs, const Demand& demand, const MendJudge::Plan& plan, FirstCheck first);

    // With fewer edits no plan has what is demanded in the order that is demanded: tried in every way, or not.
    int least(bool every_way) const { return every_way ? least_ : least_of_likely_; }
    int most() const { return static_cast<int>(plan_.size() + demand_.count()); }

    // A plan that passes (no more than `floor` stands in its way) after exactly so many edits, of which `unnatural`
    // is how far they go against what the plan and its check say; with `performed` things done on top. Of several the one
    // whose edits stand at earlier steps. `next` is lowered to how unnatural the next plan would be, if there is one.
    std::optional<MendedPlan> find(int edits, int unnatural, int performed, int floor, MendEffort& effort, int& next);

    // The bare route, and a plan of what seemed best step by step: both without looking for the cheapest.
    MendedPlan bare() const;
    MendedPlan straight();

    Needs& needs() const { return needs_; }

  private:
    struct Item;
    void look_at_items();
    int only_need(std::size_t i) const;
    bool first_of_its_kind(std::size_t i, int need) const;
    bool clash(std::size_t a, std::size_t b, int need_a, int need_b) const;
    bool fits_in(std::size_t i, const Fate& fate) const;
    int bound(std::size_t from, bool every_way) const;
    int cover(const StepSet& items) const;
    int pairs_in_a_row(const StepSet& items) const;
    struct Pairs {
        StepSet taken, tried;
        std::vector<std::size_t> first_of;  // by what is taken: its partner
    };
    bool pair_off(std::size_t a, const StepSet& items, Pairs& pairs) const;
    bool hidden(std::size_t i) const;
    int weight(std::size_t i, const Fate& fate) const;
    int weight_of_inserted() const;
    std::vector<Fate> fates_of(std::size_t i) const;
    void add_redates(std::size_t i, int need, std::vector<Fate>& out) const;
    void settle(std::size_t i, const Fate& fate, bool undo);
    bool descend(std::size_t i, int used, int weight);
    bool ends_well(int used, int weight);
    bool too_unnatural(int weight);
    MendedPlan arranged() const;
    void place(std::vector<Slot>& slots, Slot slot) const;

    MendJudge& judge_;
    Needs& needs_;
    Demand demand_, other_ways_;
    StepSet required_;                        // whether they are still to be taken or not
    MendJudge::Plan plan_;
    FirstCheck first_;
    std::vector<StepSet> fits_;               // by planned step
    std::vector<int> only_, firm_;            // by planned step: the one need that it may take, and that it takes for sure
    std::vector<StepSet> against_;            // by planned step: those that cannot stay if it does
    std::vector<StepSet> against_later_;      // of those, the ones behind it
    std::vector<StepSet> rest_fits_;          // by planned step: what it and those behind it fit
    std::vector<bool> reserve_;               // by planned step: whether another may take its need too
    std::vector<bool> of_use_, suspect_;      // by planned step
    std::vector<std::optional<Day>> days_;    // by planned step
    bool dated_ = false;
    int least_ = 0, least_of_likely_ = 0;

    // While it searches.
    int edits_ = 0, unnatural_ = 0, performed_ = 0, floor_ = 0, next_unnatural_ = kNoStep;
    MendEffort* effort_ = nullptr;
    std::vector<Fate> fates_;
    StepSet taken_, staying_;
    MendedPlan found_;
};

}  // namespace signroute
