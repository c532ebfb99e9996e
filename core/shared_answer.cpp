#include "core/shared_answer.h"

#include <algorithm>
#include <set>

namespace signroute {

namespace {

std::string key(const RouteStep& s) { return s.id + "\n" + s.role + "\n" + std::to_string(static_cast<int>(s.status)); }
std::string key(const Finding& f) {
    return std::string(name(f.code)) + "\n" + std::string(name(f.severity)) + "\n" + f.element + "\n" + std::to_string(f.planned) + "\n" + f.message;
}
template <class Rule>
std::string key(const Applied<Rule>& a) {
    return a.matter + "\n" + a.rule->id + "\n" + a.rule->pointer + "\n" + std::to_string(static_cast<int>(a.applies));
}
std::string key(const ScheduledLimit& s) {
    return key(s.limit) + "\n" + std::to_string(static_cast<int>(s.state)) + "\n" + (s.gives_way ? s.gives_way->id : "");
}
std::string key(const Checked& c) { return c.element + "\n" + std::string(name(c.result)); }
std::string key(const OpenQuestion& q) { return q.fact + "\n" + q.thing; }
std::string key(const FinalStep& f) { return f.step + "\n" + f.when + "\n" + f.role; }
std::string key(const std::vector<FinalStep>& stage) {
    std::string out;
    for (const FinalStep& f : stage) out += key(f) + "\n\n";
    return out;
}

template <class T>
std::set<std::string> keys(const std::vector<T>& list) {
    std::set<std::string> out;
    for (const T& e : list) out.insert(key(e));
    return out;
}

template <class T>
bool alike(const std::vector<T>& a, const std::vector<T>& b) {
    return keys(a) == keys(b);
}

template <class T>
void keep(std::vector<T>& list, const std::vector<T>& other) {
    const std::set<std::string> there = keys(other);
    list.erase(std::remove_if(list.begin(), list.end(), [&](const T& e) { return !there.count(key(e)); }), list.end());
}

const RouteStep* with_id(const Route& route, const std::string& id) {
    const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == id; });
    return at == route.steps.end() ? nullptr : &*at;
}

// Every step that has to come before this one, near and far.
std::set<std::string> all_before(const Route& route, const std::string& id) {
    std::set<std::string> out;
    std::vector<std::string> open = {id};
    while (!open.empty()) {
        const RouteStep* step = with_id(route, open.back());
        open.pop_back();
        if (!step) continue;
        for (const std::string& a : step->after) {
            if (out.insert(a).second) open.push_back(a);
        }
    }
    return out;
}

// Steps that only one side has are passed over; what both put before a step stays before it, the nearest only.
void keep_steps(Assessment& out, const Assessment& other) {
    const Route was = out.route;
    std::vector<RouteStep> kept;
    Alignment alignment;
    const std::set<std::string> there = keys(other.route.steps);
    alignment.step_of.assign(out.alignment.step_of.size(), kNoStep);
    for (std::size_t i = 0; i < was.steps.size(); ++i) {
        if (!there.count(key(was.steps[i]))) continue;
        const int planned = i < out.alignment.planned_of.size() ? out.alignment.planned_of[i] : kNoStep;
        alignment.planned_of.push_back(planned);
        alignment.exact.push_back(planned != kNoStep && out.alignment.exact[i]);
        if (planned != kNoStep) alignment.step_of[static_cast<std::size_t>(planned)] = static_cast<int>(kept.size());
        kept.push_back(was.steps[i]);
    }
    const auto dates = out.alignment.dates;
    for (const RouteStep& s : kept) {
        if (const auto at = dates.find(s.id); at != dates.end()) alignment.dates.insert(*at);
    }
    out.route.steps = kept;
    for (RouteStep& s : out.route.steps) {
        const std::set<std::string> mine = all_before(was, s.id), theirs = all_before(other.route, s.id);
        std::set<std::string> both;
        for (const RouteStep& b : kept) {
            if (mine.count(b.id) && theirs.count(b.id)) both.insert(b.id);
        }
        std::set<std::string> farther;
        for (const std::string& b : both) {
            for (const std::string& before : all_before(was, b)) farther.insert(before);
        }
        s.after.clear();
        for (const std::string& b : both) {
            if (!farther.count(b)) s.after.push_back(b);
        }
    }
    out.alignment = std::move(alignment);
}

bool same_order(const Route& a, const Route& b) {
    return std::all_of(a.steps.begin(), a.steps.end(), [&](const RouteStep& s) { return all_before(a, s.id) == all_before(b, s.id); });
}

}  // namespace

bool same_answer(const Assessment& a, const Assessment& b) {
    return a.outcome == b.outcome && alike(a.route.steps, b.route.steps) && same_order(a.route, b.route) &&
           alike(a.route.prerequisites, b.route.prerequisites) && alike(a.route.prohibitions, b.route.prohibitions) &&
           alike(a.route.caps, b.route.caps) && alike(a.route.limits, b.route.limits) && alike(a.route.silent, b.route.silent) &&
           alike(a.route.notes, b.route.notes) && alike(a.route.decided_by, b.route.decided_by) &&
           alike(a.schedule.limits, b.schedule.limits) && alike(a.findings.list, b.findings.list) &&
           alike(a.findings.checked, b.findings.checked);
}

void keep_shared(Assessment& out, const Assessment& other) {
    keep_steps(out, other);
    keep(out.route.prerequisites, other.route.prerequisites);
    keep(out.route.prohibitions, other.route.prohibitions);
    keep(out.route.caps, other.route.caps);
    keep(out.route.limits, other.route.limits);
    keep(out.route.silent, other.route.silent);
    keep(out.route.notes, other.route.notes);
    keep(out.route.open_questions, other.route.open_questions);
    keep(out.schedule.limits, other.schedule.limits);
    keep(out.findings.list, other.findings.list);
    keep(out.findings.checked, other.findings.checked);
    if (!alike(out.route.decided_by, other.route.decided_by)) out.route.decided_by.clear();
    if (!alike(out.route.final_steps, other.route.final_steps)) out.route.final_steps.clear();
}

}  // namespace signroute
