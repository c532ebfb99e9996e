#include "core/findings/mend_search.h"

#include <algorithm>

namespace signroute {

namespace {

std::optional<Day> day_of(const PlannedStep& step) {
    const auto day = day_from_text(step.date);
    return day ? std::optional(*day) : std::nullopt;
}

}  // namespace

MendJudge::Plan MendedPlan::numbers() const {
    MendJudge::Plan out;
    for (const Slot& s : slots) out.push_back(s.number);
    return out;
}

MendSearch::MendSearch(MendJudge& judge, Needs& needs, const Demand& demand, const MendJudge::Plan& plan, FirstCheck first)
    : judge_(judge), needs_(needs), demand_(demand), plan_(plan), first_(std::move(first)) {
    for (const Demand& d : needs.demands()) other_ways_ |= d & ~demand;
    for (std::size_t e = 0; e < needs.list().size(); ++e) required_.set(e, needs.list()[e].step->status == StepStatus::required);
    fates_.resize(plan_.size());
    look_at_items();
    least_ = bound(0, true);
    least_of_likely_ = bound(0, false);
}

// What each planned step is good for, and which cannot both stay.
void MendSearch::look_at_items() {
    const std::size_t n = plan_.size();
    StepSet once, twice, behind;
    for (const int number : plan_) {
        const StepSet near = needs_.near(number);
        twice |= once & near;
        once |= near;
        fits_.push_back(needs_.fits(number));
        days_.push_back(day_of(judge_.step(number)));
        dated_ |= days_.back().has_value();
    }
    rest_fits_.assign(n + 1, {});
    for (std::size_t i = n; i > 0; --i) rest_fits_[i - 1] = behind |= fits_[i - 1];
    for (std::size_t i = 0; i < n; ++i) {
        only_.push_back(only_need(i));
        const bool doubled = only_[i] == kNoStep ? (needs_.near(plan_[i]) & twice).any() : twice[static_cast<std::size_t>(only_[i])];
        firm_.push_back(doubled && !first_of_its_kind(i, only_[i]) ? kNoStep : only_[i]);
        reserve_.push_back(doubled);
        of_use_.push_back((fits_[i] & ~twice).any());
        suspect_.push_back(first_.blamed[i] || (only_[i] == kNoStep && (doubled || first_.laid[i].any())));
    }
    against_.assign(n, {});
    against_later_.assign(n, {});
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            if (!clash(a, b, only_[a], only_[b])) continue;
            suspect_[a] = suspect_[b] = true;
            against_[a].set(b), against_[b].set(a);
            against_later_[a].set(b);
        }
    }
}

int MendSearch::only_need(std::size_t i) const {
    const StepSet near = needs_.near(plan_[i]);
    if (near.count() != 1 || near != fits_[i]) return kNoStep;
    for (std::size_t e = 0; e < needs_.list().size(); ++e) {
        if (near[e]) return static_cast<int>(e);
    }
    return kNoStep;
}

// Of steps that are the same the check takes the first.
bool MendSearch::first_of_its_kind(std::size_t i, int need) const {
    if (need == kNoStep) return false;
    for (std::size_t k = 0; k < plan_.size(); ++k) {
        if (k != i && needs_.near(plan_[k])[static_cast<std::size_t>(need)] && (k < i || plan_[k] != plan_[i])) return false;
    }
    return true;
}

// Whether the check would find `a`, which stands before `b`, and `b` the wrong way round. Days tell the order where both
// are given and differ.
bool MendSearch::clash(std::size_t a, std::size_t b, int need_a, int need_b) const {
    if (need_a == kNoStep || need_b == kNoStep) return false;
    const auto na = static_cast<std::size_t>(need_a), nb = static_cast<std::size_t>(need_b);
    const bool a_first = needs_.list()[nb].before[na], b_first = needs_.list()[na].before[nb];
    const bool dated = days_[a] && days_[b] && *days_[a] != *days_[b];
    return (a_first && dated && *days_[a] > *days_[b]) || (b_first && (!dated || *days_[b] > *days_[a]));
}

// The most that can be paired off, each item with one that it cannot stay with: as many as have to go. "Stands before it
// and should stand behind it" passes on from one item to the next, so that by the theorems of König and Dilworth it is
// exactly as many as have to go; days may break the chain, then only whole pairs count.
int MendSearch::cover(const StepSet& items) const {
    if (dated_) return pairs_in_a_row(items);
    Pairs pairs;
    pairs.first_of.resize(plan_.size());
    int out = 0;
    for (std::size_t a = 0; a < plan_.size(); ++a) {
        pairs.tried.reset();
        if (items[a] && pair_off(a, items, pairs)) ++out;
    }
    return out;
}

// One that nobody has is taken at once; otherwise whoever has one is paired with another.
bool MendSearch::pair_off(std::size_t a, const StepSet& items, Pairs& pairs) const {
    const StepSet partners = against_later_[a] & items;
    if (const StepSet free = partners & ~pairs.taken; free.any()) {
        pairs.taken.set(free.first());
        pairs.first_of[free.first()] = a;
        return true;
    }
    for (StepSet open = partners & ~pairs.tried; open.any(); open &= ~pairs.tried) {
        const std::size_t b = open.first();
        pairs.tried.set(b);
        if (!pair_off(pairs.first_of[b], items, pairs)) continue;
        pairs.first_of[b] = a;
        return true;
    }
    return false;
}

int MendSearch::pairs_in_a_row(const StepSet& items) const {
    StepSet left = items;
    int out = 0;
    for (std::size_t a = 0; a < plan_.size(); ++a) {
        for (std::size_t b = a + 1; b < plan_.size() && left[a]; ++b) {
            if (left[b] && against_[a][b]) left.reset(a), left.reset(b), ++out;
        }
    }
    return out;
}

// How many more edits it takes at least, when the fates of the steps before `from` are fixed. What nothing fits has to be
// brought in; what cannot stay has to be changed, and if it is needed, something has to be changed for it. What is not
// needed may go in pairs: one of them is made into the other, which then stands there for nothing.
int MendSearch::bound(std::size_t from, bool every_way) const {
    const int missing = static_cast<int>((demand_ & ~taken_ & ~rest_fits_[from]).count());
    StepSet all, needed;
    int forced = 0, forced_needed = 0;
    for (std::size_t i = from; i < plan_.size(); ++i) {
        if (firm_[i] == kNoStep || taken_[static_cast<std::size_t>(firm_[i])] || against_[i].none()) continue;
        const bool wanted = demand_[static_cast<std::size_t>(firm_[i])] && !reserve_[i];
        const bool out = (against_[i] & staying_).any();
        forced += out;
        forced_needed += out && wanted;
        all.set(i, !out);
        needed.set(i, !out && wanted);
    }
    const int covered = cover(all), with_needed = missing + forced_needed + (needed == all ? covered : cover(needed));
    const int with_all = every_way ? (forced + covered + 1) / 2 : forced + covered;
    return std::max(with_all, with_needed);
}

MendedPlan MendSearch::bare() const {
    MendedPlan out;
    out.fates.assign(plan_.size(), {Fate::Kind::remove, kNoStep, ""});
    for (std::size_t e = 0; e < needs_.list().size(); ++e) {
        if (demand_[e]) place(out.slots, {needs_.list()[e].number, kNoStep, static_cast<int>(e), true});
    }
    return out;
}

// Behind the last that has to precede it, and what was put in there before it; otherwise before the first that follows, or
// where the text leaves that open, that the pack lists later.
void MendSearch::place(std::vector<Slot>& slots, Slot slot) const {
    const auto precedes = [&](int a, int b) {
        return a != kNoStep && b != kNoStep && needs_.list()[static_cast<std::size_t>(b)].before_any[static_cast<std::size_t>(a)];
    };
    const auto later = [&](int a) {
        return a != kNoStep && needs_.list()[static_cast<std::size_t>(a)].listed > needs_.list()[static_cast<std::size_t>(slot.need)].listed;
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (precedes(slots[i].need, slot.need)) at = i + 1;
    }
    const bool behind = at > 0;
    while (behind && at < slots.size() && slots[at].placed && !precedes(slot.need, slots[at].need)) ++at;
    const bool followed = std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return precedes(slot.need, s.need); });
    while (!behind && at < slots.size() && !(followed ? precedes(slot.need, slots[at].need) : later(slots[at].need))) ++at;
    slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(at), slot);
}

}  // namespace signroute
