#include "core/shared_answer.h"

#include <algorithm>

#include "core/base/order.h"

namespace signroute {

namespace {

bool same(const RouteStep& a, const RouteStep& b) { return a.id == b.id && a.role == b.role && a.status == b.status; }
bool same(const Finding& a, const Finding& b) {
    return a.code == b.code && a.severity == b.severity && a.element == b.element && a.planned == b.planned && a.message == b.message;
}
template <class Rule>
bool same(const Applied<Rule>& a, const Applied<Rule>& b) {
    return a.applies == b.applies && a.rule->id == b.rule->id && a.matter == b.matter && a.rule->pointer == b.rule->pointer;
}
bool same(const ScheduledLimit& a, const ScheduledLimit& b) {
    const bool way = a.gives_way == b.gives_way || (a.gives_way && b.gives_way && a.gives_way->id == b.gives_way->id);
    return way && a.state == b.state && same(a.limit, b.limit);
}
bool same(const Checked& a, const Checked& b) { return a.result == b.result && a.element == b.element; }
bool same(const OpenQuestion& a, const OpenQuestion& b) { return a.fact == b.fact && a.thing == b.thing; }
bool same(const FinalStep& a, const FinalStep& b) { return a.step == b.step && a.when == b.when && a.role == b.role; }
bool same(const std::vector<FinalStep>& a, const std::vector<FinalStep>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const FinalStep& x, const FinalStep& y) { return same(x, y); });
}

// Looks through a list that is mostly in the same order as what is looked for.
template <class T>
class Lookup {
  public:
    explicit Lookup(const std::vector<T>& list) : list_(list) {}
    bool has(const T& wanted) {
        for (std::size_t n = 0; n < list_.size(); ++n, ++next_) {
            if (next_ >= list_.size()) next_ = 0;
            if (same(list_[next_], wanted)) return ++next_, true;
        }
        return false;
    }

  private:
    const std::vector<T>& list_;
    std::size_t next_ = 0;
};

template <class T>
bool within(const std::vector<T>& a, const std::vector<T>& b) {
    Lookup<T> there(b);
    return std::all_of(a.begin(), a.end(), [&](const T& e) { return there.has(e); });
}

template <class T>
bool alike(const std::vector<T>& a, const std::vector<T>& b) {
    return within(a, b) && within(b, a);
}

template <class T>
void keep(std::vector<T>& list, const std::vector<T>& other) {
    Lookup<T> there(other);
    list.erase(std::remove_if(list.begin(), list.end(), [&](const T& e) { return !there.has(e); }), list.end());
}

// Which steps come before which, near and far, by index of the list.
class Order {
  public:
    explicit Order(const std::vector<RouteStep>& steps) : steps_(steps), before_(steps.size(), std::vector<bool>(steps.size())) {
        for (bool more = true; more;) {  // once is enough where the list is in order
            more = false;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                for (const std::string& id : steps[i].after) more |= add(i, index_of(id));
            }
        }
    }

    std::size_t index_of(const std::string& id) const {
        return static_cast<std::size_t>(std::find_if(steps_.begin(), steps_.end(), [&](const RouteStep& s) { return s.id == id; }) - steps_.begin());
    }
    bool before(std::size_t first, std::size_t second) const { return before_[second][first]; }

  private:
    bool add(std::size_t step, std::size_t first) {
        if (first == steps_.size()) return false;
        bool news = !before_[step][first];
        before_[step][first] = true;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (!before_[first][i] || before_[step][i]) continue;
            before_[step][i] = news = true;
        }
        return news;
    }

    const std::vector<RouteStep>& steps_;
    std::vector<std::vector<bool>> before_;
};

// The steps that both have, with their planned steps.
std::vector<RouteStep> shared_steps(Assessment& out, const std::vector<RouteStep>& other, std::vector<std::size_t>& index) {
    std::vector<RouteStep> kept;
    Alignment alignment;
    Lookup<RouteStep> there(other);
    alignment.step_of.assign(out.alignment.step_of.size(), kNoStep);
    for (std::size_t i = 0; i < out.route.steps.size(); ++i) {
        const RouteStep& step = out.route.steps[i];
        if (!there.has(step)) continue;
        const int planned = i < out.alignment.planned_of.size() ? out.alignment.planned_of[i] : kNoStep;
        alignment.planned_of.push_back(planned);
        alignment.exact.push_back(planned != kNoStep && out.alignment.exact[i]);
        if (planned != kNoStep) alignment.step_of[static_cast<std::size_t>(planned)] = static_cast<int>(kept.size());
        if (const auto at = out.alignment.dates.find(step.id); at != out.alignment.dates.end()) alignment.dates.insert(*at);
        kept.push_back(step);
        index.push_back(i);
    }
    out.alignment = std::move(alignment);
    return kept;
}

// Steps that only one side has are passed over; what both put before a step stays before it, the nearest only.
void keep_steps(Assessment& out, const std::vector<RouteStep>& other) {
    std::vector<std::size_t> index;
    std::vector<RouteStep> kept = shared_steps(out, other, index);
    const Order mine(out.route.steps), theirs(other);
    std::vector<std::size_t> there;
    for (const RouteStep& s : kept) there.push_back(theirs.index_of(s.id));
    for (std::size_t s = 0; s < kept.size(); ++s) {
        std::vector<std::size_t> both;
        for (std::size_t b = 0; b < kept.size(); ++b) {
            if (mine.before(index[b], index[s]) && theirs.before(there[b], there[s])) both.push_back(b);
        }
        kept[s].after.clear();
        for (const std::size_t b : both) {
            const bool farther = std::any_of(both.begin(), both.end(), [&](std::size_t near) { return mine.before(index[b], index[near]); });
            if (!farther) kept[s].after.push_back(kept[b].id);
        }
        put_in_order(kept[s].after);
    }
    out.route.steps = std::move(kept);
}

bool same_order(const std::vector<RouteStep>& a, const std::vector<RouteStep>& b) {
    const Order mine(a), theirs(b);
    std::vector<std::size_t> there;
    for (const RouteStep& s : a) there.push_back(theirs.index_of(s.id));
    for (std::size_t s = 0; s < a.size(); ++s) {
        for (std::size_t t = 0; t < a.size(); ++t) {
            if (mine.before(s, t) != theirs.before(there[s], there[t])) return false;
        }
    }
    return true;
}

}  // namespace

bool same_answer(const Assessment& a, const Assessment& b) {
    return a.outcome == b.outcome && alike(a.route.steps, b.route.steps) && same_order(a.route.steps, b.route.steps) &&
           alike(a.route.prerequisites, b.route.prerequisites) && alike(a.route.prohibitions, b.route.prohibitions) &&
           alike(a.route.caps, b.route.caps) && alike(a.route.limits, b.route.limits) && alike(a.route.silent, b.route.silent) &&
           alike(a.route.notes, b.route.notes) && alike(a.route.decided_by, b.route.decided_by) &&
           alike(a.schedule.limits, b.schedule.limits) && alike(a.findings.list, b.findings.list) &&
           alike(a.findings.checked, b.findings.checked);
}

void keep_shared(Assessment& out, const Assessment& other) {
    keep_steps(out, other.route.steps);
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
