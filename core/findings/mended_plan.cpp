// The plan that passes: right actors and actions, nothing missing, in the order the text demands.
#include <algorithm>
#include <set>

#include "core/base/order.h"
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
std::vector<Slot> ordered(const Route& route, std::vector<Slot> slots) {
    std::vector<Slot> out;
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
        out.push_back(std::move(slots[next]));
        slots.erase(slots.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return out;
}

// What a replacement changes in its planned step; what it leaves as it was may be another replacement's business.
void apply(const PlannedStep& was, const PlannedStep& wanted, PlannedStep& step) {
    const auto set = [](const std::string& old, const std::string& wish, std::string& now) {
        if (wish != old) now = wish;
    };
    set(was.role, wanted.role, step.role);
    set(was.role_text, wanted.role_text, step.role_text);
    set(was.action, wanted.action, step.action);
    set(was.action_text, wanted.action_text, step.action_text);
    set(was.to, wanted.to, step.to);
    set(was.form, wanted.form, step.form);
    set(was.on_behalf_of, wanted.on_behalf_of, step.on_behalf_of);
}

std::vector<Slot> mended_slots(const Route& route, const Case& situation, const Alignment& alignment, const Findings& findings) {
    std::vector<Slot> slots;
    for (std::size_t p = 0; p < situation.planned.size(); ++p) slots.push_back({situation.planned[p], alignment.step_of[p]});
    std::vector<std::pair<std::size_t, Slot>> inserts;
    for (const Finding& f : findings.list) {
        for (const Edit& e : f.mend) {
            if (e.op == Edit::Op::replace) apply(situation.planned[e.at], e.step, slots[e.at].step);
            if (e.op != Edit::Op::insert) continue;
            const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == e.route_step; });
            inserts.push_back({e.at, {e.step, static_cast<int>(at - route.steps.begin())}});
        }
    }
    // Later places first, so that earlier ones stay valid.
    put_in_order(inserts, [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto i = inserts.rbegin(); i != inserts.rend(); ++i)
        slots.insert(slots.begin() + static_cast<std::ptrdiff_t>(std::min(i->first, slots.size())), i->second);
    return slots;
}

// A day that does not exist, or that lies before the day of a step that comes first, is for the user to give again.
void drop_wrong_dates(const Route& route, std::vector<Slot>& slots) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto here = day_from_text(slots[i].step.date);
        if (!here) slots[i].step.date.clear();
        for (std::size_t j = 0; here && j < i; ++j) {
            const auto before = day_from_text(slots[j].step.date);
            const bool both = before && slots[i].route != kNoStep && slots[j].route != kNoStep;
            if (both && *before > *here && waits_for(route, slots[i].route, slots[j].route)) slots[i].step.date.clear();
        }
    }
}

std::vector<PlannedStep> steps_of(const std::vector<Slot>& slots) {
    std::vector<PlannedStep> out;
    for (const Slot& s : slots) out.push_back(s.step);
    return out;
}

// Leaves out steps that no rule asks for, where a prohibition that they break is then no longer broken.
void drop_forbidden(const Rules& rules, const Route& route, const Case& situation, const Choice& choice, std::vector<Slot>& slots) {
    for (const auto& p : route.prohibitions) {
        const auto breached = [&](const std::vector<Slot>& plan) {
            Case now = situation;
            now.planned = steps_of(plan);
            return p.applies == Truth::yes && judge_in(rules, p.rule->breach, now, choice, p.matter).truth == Truth::yes;
        };
        if (!breached(slots)) continue;
        std::vector<Slot> rest = slots;
        each_part(p.rule->breach, [&](const Condition& c) {
            if (c.op != Condition::Op::planned) return;
            rest.erase(std::remove_if(rest.begin(), rest.end(), [&](const Slot& s) {
                return s.route == kNoStep && matches(*rules.catalogue, s.step, c.pattern) == Truth::yes;
            }), rest.end());
        });
        if (!breached(rest)) slots = std::move(rest);
    }
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

std::vector<PlannedStep> mended_plan(const Rules& rules, const Route& route, const Case& situation, const Choice& choice, const Alignment& alignment) {
    Findings findings;
    findings_from_plan(rules, route, situation, alignment, findings);
    std::vector<Slot> slots = ordered(route, mended_slots(route, situation, alignment, findings));
    drop_wrong_dates(route, slots);
    drop_forbidden(rules, route, situation, choice, slots);
    return steps_of(slots);
}

}  // namespace signroute
