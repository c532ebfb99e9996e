// What several plans, one for each reading of the text, have in common.
#include <algorithm>

#include "core/base/order.h"
#include "core/schedule/plan.h"

namespace signroute {

namespace {

PlanDate hull(const PlanDate& a, const PlanDate& b) {
    PlanDate out;
    if (a.earliest && b.earliest) out.earliest = std::min(*a.earliest, *b.earliest);
    if (a.latest && b.latest) out.latest = std::max(*a.latest, *b.latest);
    out.certain = a.certain && b.certain && a == b;
    return out;
}

std::optional<PlanRange> hull(const std::optional<PlanRange>& a, const std::optional<PlanRange>& b) {
    if (!a || !b) return std::nullopt;
    return PlanRange{std::min(a->least, b->least), std::max(a->most, b->most)};
}

Truth both(Truth a, Truth b) { return a == b ? a : Truth::unknown; }

// Keeps of `list` what `other` has too, and lets `merge` make one of the two.
template <class T, class Same, class Merge>
void keep_common(std::vector<T>& list, const std::vector<T>& other, const Same& same, const Merge& merge) {
    std::vector<T> kept;
    for (T& one : list) {
        const auto twin = std::find_if(other.begin(), other.end(), [&](const T& o) { return same(one, o); });
        if (twin == other.end()) continue;
        merge(one, *twin);
        kept.push_back(std::move(one));
    }
    list = std::move(kept);
}

void merge_lists(Plan& out, const Plan& other) {
    keep_common(out.steps, other.steps, [](const PlanStep& a, const PlanStep& b) { return a.step->id == b.step->id && a.step->role == b.step->role; },
                [](PlanStep& a, const PlanStep& b) {
                    a.earliest = hull(a.earliest, b.earliest), a.due = hull(a.due, b.due), a.latest = hull(a.latest, b.latest);
                    a.slack = hull(a.slack, b.slack);
                    a.critical &= b.critical, a.done &= b.done, a.counted = both(a.counted, b.counted);
                });
    keep_common(out.events, other.events, [](const PlanEvent& a, const PlanEvent& b) { return a.id == b.id && a.step == b.step; },
                [](PlanEvent& a, const PlanEvent& b) { a.earliest = hull(a.earliest, b.earliest), a.due = hull(a.due, b.due); });
    keep_common(out.limits, other.limits,
                [](const PlanLimit& a, const PlanLimit& b) {
                    return a.scheduled.limit.rule->id == b.scheduled.limit.rule->id && a.scheduled.limit.matter == b.scheduled.limit.matter && a.state == b.state;
                },
                [](PlanLimit& a, const PlanLimit& b) {
                    a.start = hull(a.start, b.start), a.due = hull(a.due, b.due), a.kept = both(a.kept, b.kept);
                    if (!(a.legs == b.legs)) a.legs.clear();
                });
    keep_common(out.silences, other.silences, [](const PlanSilence& a, const PlanSilence& b) { return a.limit == b.limit && a.step == b.step; },
                [](PlanSilence& a, const PlanSilence& b) {
                    a.from = hull(a.from, b.from), a.arises = both(a.arises, b.arises), a.in_time = a.in_time && b.in_time ? std::optional(both(*a.in_time, *b.in_time)) : std::nullopt;
                });
    const auto same = [](const Assumption& a, const Assumption& b) { return a == b; };
    keep_common(out.assumptions, other.assumptions, same, [](Assumption&, const Assumption&) {});
    keep_common(out.unused, other.unused, [](const std::string& a, const std::string& b) { return a == b; }, [](std::string&, const std::string&) {});
}

}  // namespace

Plan shared_plan(const std::vector<Plan>& plans) {
    Plan out = plans.front();
    bool one_message = true;
    for (std::size_t i = 1; i < plans.size(); ++i) {
        const Plan& other = plans[i];
        merge_lists(out, other);
        if (out.start != other.start) out.start.reset();
        if (out.critical_path != other.critical_path) out.critical_path.clear();
        out.feasible = both(out.feasible, other.feasible);
        out.prompt_feasible = both(out.prompt_feasible, other.prompt_feasible);
        out.fixed_only &= other.fixed_only;
        out.start_by = hull(out.start_by, other.start_by);
        out.prompt_start_by = hull(out.prompt_start_by, other.prompt_start_by);
        out.late_by = hull(out.late_by, other.late_by);
        out.not_covered.insert(out.not_covered.end(), other.not_covered.begin(), other.not_covered.end());
        one_message &= out.message == other.message;
    }
    put_in_order(out.not_covered);
    out.not_covered.erase(std::unique(out.not_covered.begin(), out.not_covered.end()), out.not_covered.end());
    out.outcome = Outcome::readings;
    out.readings = static_cast<int>(plans.size());
    if (!one_message) out.message = "原文此处有" + std::to_string(plans.size()) + "种读法，日程不同，见各读法。";
    out.ledger.clear();
    return out;
}

}  // namespace signroute
