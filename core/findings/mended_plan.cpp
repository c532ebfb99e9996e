// The plan that passes: right actors and actions, nothing missing, in the order the text demands.
#include <algorithm>
#include <set>

#include "core/findings/finding.h"

namespace signroute {

namespace {

struct Slot {
    PlannedStep step;
    int route = kNoStep;  // index of the route step that it takes
};

bool waits_for(const Route& route, int later, int earlier) {
    std::vector<std::string> open = route.steps[later].after;
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!seen.insert(id).second) continue;
        if (id == route.steps[earlier].id) return true;
        for (const RouteStep& s : route.steps) {
            if (s.id == id) open.insert(open.end(), s.after.begin(), s.after.end());
        }
    }
    return false;
}

// Takes the first slot that waits for none of those left, so that only what must move moves.
std::vector<PlannedStep> ordered(const Route& route, std::vector<Slot> slots) {
    std::vector<PlannedStep> out;
    while (!slots.empty()) {
        std::size_t next = 0;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const bool waits = slots[i].route != kNoStep && std::any_of(slots.begin(), slots.end(), [&](const Slot& other) {
                return other.route != kNoStep && other.route != slots[i].route && waits_for(route, slots[i].route, other.route);
            });
            if (waits) continue;
            next = i;
            break;
        }
        out.push_back(slots[next].step);
        slots.erase(slots.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return out;
}

}  // namespace

std::vector<PlannedStep> applied(const Edit& edit, std::vector<PlannedStep> planned) {
    const auto at = [&](std::size_t i) { return planned.begin() + static_cast<std::ptrdiff_t>(std::min(i, planned.size())); };
    switch (edit.op) {
        case Edit::Op::insert: planned.insert(at(edit.at), edit.step); break;
        case Edit::Op::replace:
            if (edit.at < planned.size()) planned[edit.at] = edit.step;
            break;
        case Edit::Op::move:
            if (edit.from < planned.size()) {
                const PlannedStep moved = planned[edit.from];
                planned.erase(at(edit.from));
                planned.insert(at(edit.at > edit.from ? edit.at - 1 : edit.at), moved);
            }
            break;
        case Edit::Op::redate:
            if (edit.at < planned.size()) planned[edit.at].date = edit.date;
            break;
        case Edit::Op::enclose:
        case Edit::Op::perform: break;
    }
    return planned;
}

std::vector<PlannedStep> mended_plan(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment) {
    Findings findings;
    findings_from_plan(rules, route, situation, alignment, findings);
    std::vector<Slot> slots;
    for (std::size_t p = 0; p < situation.planned.size(); ++p) slots.push_back({situation.planned[p], alignment.step_of[p]});
    for (const Finding& f : findings.list) {
        if (f.mend.empty() || f.mend.front().op != Edit::Op::replace) continue;
        PlannedStep& step = slots[f.mend.front().at].step;
        if (f.code == FindingCode::wrong_role || f.code == FindingCode::wrong_action) step = f.mend.front().step;
    }
    // Later places first, so that earlier ones stay valid.
    std::vector<std::pair<std::size_t, Slot>> inserts;
    for (const Finding& f : findings.list) {
        if (f.code != FindingCode::missing_step) continue;
        const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == f.step; });
        inserts.push_back({f.mend.front().at, {f.mend.front().step, static_cast<int>(at - route.steps.begin())}});
    }
    std::stable_sort(inserts.begin(), inserts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto i = inserts.rbegin(); i != inserts.rend(); ++i)
        slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(std::min(i->first, slots.size())), i->second);
    return ordered(route, std::move(slots));
}

}  // namespace signroute
