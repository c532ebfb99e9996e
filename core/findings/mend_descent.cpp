// The descent of the search: a fate for each planned step, then the plan that they leave is judged.
#include "core/findings/mend_search.h"

namespace signroute {

namespace {

using Kind = Fate::Kind;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Goes wherever it is wanted, whatever the days say.
bool is_free(const Fate& f) { return f.kind == Kind::remove || f.kind == Kind::redate || (f.kind == Kind::move && f.date.empty()); }

}  // namespace

// How far an edit goes against what the plan and its check say, 0 to 2.
int MendSearch::weight(std::size_t i, const Fate& f) const {
    switch (f.kind) {
        case Kind::stay: return (fits_[i] & other_ways_).any() ? 1 : 0;  // a way begun is to be ended
        case Kind::redate: return 0;
        case Kind::move: return of_use_[i] ? 0 : 1;
        case Kind::remove: return of_use_[i] ? 1 : 0;
        case Kind::replace: {
            if (first_.laid[i][index(f.need)] && !fits_[i][index(f.need)]) return 0;  // the check takes it for that step
            return first_.blamed[i] || (first_.laid[i].any() && !of_use_[i]) ? 1 : 2;
        }
    }
    return 0;
}

// A step put in where another stands for it already.
int MendSearch::weight_of_inserted() const {
    int out = 0;
    for (std::size_t e = 0; e < needs_.list().size(); ++e) {
        bool stood_for = false;
        for (const StepSet& laid : first_.laid) stood_for |= laid[e];
        if (demand_[e] && !taken_[e] && stood_for) ++out;
    }
    return out;
}

// Other days that the plan gives, and none.
void MendSearch::add_redates(std::size_t i, int need, std::vector<Fate>& out) const {
    if (!days_[i]) return;
    for (std::size_t k = 0; k < plan_.size(); ++k) {
        const auto& today = judge_.original().today;  // a day that is past is not chosen any more
        if (days_[k] && *days_[k] != *days_[i] && !(today && *days_[k] < *today)) out.push_back({Kind::redate, need, to_text(*days_[k])});
    }
    out.push_back({Kind::redate, need, ""});
}

// Whether the check lays what the step could take on one before it, so that it may stay for nothing.
bool MendSearch::hidden(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k) {
        const bool in_place = fates_[k].kind == Kind::stay || fates_[k].kind == Kind::replace;
        if (in_place && fates_[k].need == only_[i]) return true;
    }
    return false;
}

// Edits come first, so that of several ways the one whose edits stand at earlier steps is found first.
std::vector<Fate> MendSearch::fates_of(std::size_t i) const {
    std::vector<Fate> out;
    const std::size_t n = needs_.list().size();
    const StepSet wanted_here = (effort_->every_way ? required_ : demand_) | first_.laid[i];
    if (suspect_[i] || effort_->every_way) {
        for (const bool meant : {true, false}) {
            for (std::size_t e = 0; e < n; ++e) {
                const bool wanted = wanted_here[e] && !taken_[e] && !fits_[i][e];
                if (wanted && first_.laid[i][e] == meant) out.push_back({Kind::replace, static_cast<int>(e), ""});
            }
        }
        for (std::size_t e = 0; e < n; ++e) {
            if (!fits_[i][e] || taken_[e]) continue;
            if (days_[i]) out.push_back({Kind::move, static_cast<int>(e), to_text(*days_[i])});
            if (first_.blamed[i] || effort_->every_way) add_redates(i, static_cast<int>(e), out);
            out.push_back({Kind::move, static_cast<int>(e), ""});
        }
        out.push_back({Kind::remove, kNoStep, ""});
    }
    for (std::size_t e = 0; e < n; ++e) {
        if (fits_[i][e] && !taken_[e]) out.push_back({Kind::stay, static_cast<int>(e), ""});
    }
    if (effort_->every_way || only_[i] == kNoStep || hidden(i)) out.push_back({});
    return out;
}

// Whether the step goes together with those before it.
bool MendSearch::fits_in(std::size_t i, const Fate& f) const {
    if (is_free(f)) return true;
    for (std::size_t k = 0; k < i; ++k) {
        const Fate& other = fates_[k];
        if (is_free(other) || !clash(k, i, other.need, f.need)) continue;
        const bool days_tell = days_[k] && days_[i] && *days_[k] != *days_[i];
        if (days_tell || (f.kind != Kind::move && other.kind != Kind::move)) return false;
    }
    return true;
}

void MendSearch::settle(std::size_t i, const Fate& f, bool undo) {
    fates_[i] = f;
    if (f.need != kNoStep) taken_.set(index(f.need), !undo);
    staying_.set(i, !undo && f.kind == Kind::stay && f.need != kNoStep);
}

bool MendSearch::descend(std::size_t i, int used, int weighs) {
    if (effort_->spent()) return false;
    --effort_->nodes_left;
    if (used + bound(i, effort_->every_way) > edits_) return false;
    if (weighs > unnatural_) return too_unnatural(weighs);
    if (i == plan_.size()) return ends_well(used, weighs);
    for (const Fate& f : fates_of(i)) {
        if (!fits_in(i, f)) continue;
        settle(i, f, false);
        const bool good = descend(i + 1, used + (f.kind == Kind::stay ? 0 : 1), weighs + weight(i, f));
        settle(i, f, true);
        if (good) return true;
    }
    return false;
}

bool MendSearch::too_unnatural(int weight) {
    if (next_unnatural_ == kNoStep || weight < next_unnatural_) next_unnatural_ = weight;
    return false;
}

bool MendSearch::ends_well(int used, int weighs) {
    const int inserted = static_cast<int>((demand_ & ~taken_).count()), weight = weighs + weight_of_inserted();
    if (used + inserted != edits_ || weight < unnatural_) return false;  // what weighs less was tried before
    if (weight > unnatural_) return too_unnatural(weight);
    MendedPlan plan = arranged();
    const MendJudge::Plan numbers = plan.numbers();
    if (static_cast<int>(judge_.regime_of(numbers).perform.size()) != performed_) return false;
    --effort_->plans_left;
    if (judge_.trouble(numbers) > floor_ || !judge_.confirms(numbers)) return false;
    found_ = std::move(plan);
    return true;
}

MendedPlan MendSearch::arranged() const {
    MendedPlan out;
    out.fates = fates_;
    std::vector<Slot> to_place;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        const Fate& f = fates_[i];
        Slot slot{plan_[i], static_cast<int>(i), f.need, f.kind == Kind::move};
        if (f.kind == Kind::remove) continue;
        if (f.kind == Kind::replace) slot.number = needs_.given_to(plan_[i], index(f.need));
        if (f.kind == Kind::redate || (f.kind == Kind::move && days_[i] && f.date.empty())) {
            PlannedStep step = judge_.step(plan_[i]);
            step.date = f.date;
            slot.number = judge_.number(step);
        }
        if (f.kind == Kind::move) to_place.push_back(slot);
        else out.slots.push_back(slot);
    }
    for (std::size_t e = 0; e < needs_.list().size(); ++e) {
        const int need = static_cast<int>(e);
        if (demand_[e] && !taken_[e]) place(out.slots, {needs_.list()[e].number, kNoStep, need, true});
        for (const Slot& s : to_place) {
            if (s.need == need) place(out.slots, s);
        }
    }
    return out;
}

MendedPlan MendSearch::straight() {
    MendEffort likely;
    effort_ = &likely;
    taken_.reset();
    staying_.reset();
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        Fate best;
        int least = kNoStep;
        for (const Fate& f : fates_of(i)) {
            if (!fits_in(i, f)) continue;
            settle(i, f, false);
            const int edits = 4 * (bound(i + 1, false) + (f.kind == Kind::stay ? 0 : 1)) + weight(i, f);
            settle(i, f, true);
            if (least == kNoStep || edits < least || (edits == least && f.kind == Kind::stay)) least = edits, best = f;
        }
        settle(i, best, false);
    }
    return arranged();
}

std::optional<MendedPlan> MendSearch::find(int edits, int unnatural, int performed, int floor, MendEffort& effort, int& next) {
    next_unnatural_ = kNoStep;
    edits_ = edits;
    unnatural_ = unnatural;
    performed_ = performed;
    floor_ = floor;
    effort_ = &effort;
    taken_.reset();
    staying_.reset();
    const bool found = descend(0, 0, 0);
    if (next_unnatural_ != kNoStep && (next == kNoStep || next_unnatural_ < next)) next = next_unnatural_;
    return found ? std::optional(std::move(found_)) : std::nullopt;
}

}  // namespace signroute
