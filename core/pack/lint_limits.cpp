// Time limits: figures out of reach, limits that contradict, and limits that no sequence of days can keep together.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;

// Calendar days that n units can take, at least and at most, whatever the holidays.
std::int64_t shortest(std::int64_t n, DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day:
        case DeadlineUnit::calendar_day:
            return n;
        case DeadlineUnit::month:
            return n * 28;
        case DeadlineUnit::year:
            return n * 365;
    }
    return n;
}

std::int64_t longest(std::int64_t n, DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day:
            return n == 0 ? 0 : 2 * n + 12;
        case DeadlineUnit::calendar_day:
            return n;
        case DeadlineUnit::month:
            return n * 31;
        case DeadlineUnit::year:
            return n * 366;
    }
    return n;
}

std::int64_t most_of(DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day:
            return 250;
        case DeadlineUnit::calendar_day:
            return 366;
        case DeadlineUnit::month:
            return 60;
        case DeadlineUnit::year:
            return 20;
    }
    return 0;
}

// By their meaning one of these events lies before the other.
constexpr std::pair<const char*, const char*> kNatural[] = {{"agenda_declared", "meeting"},
                                                            {"agenda_set", "meeting"},
                                                            {"agenda_declared", "agenda_set"},
                                                            {"meeting_notice", "meeting"},
                                                            {"meeting", "meeting_end"},
                                                            {"meeting", "minutes_submitted"},
                                                            {"meeting", "minutes_signed"},
                                                            {"minutes_submitted", "minutes_signed"},
                                                            {"leave_requested", "departure"},
                                                            {"departure", "travel_end"},
                                                            {"sent_for_consultation", "replied"},
                                                            {"review_requested", "review_finished"},
                                                            {"received", "replied"},
                                                            {"supervision_assigned", "finished"},
                                                            {"assigned", "finished"},
                                                            {"proposal_assigned", "finished"},
                                                            {"signed_off", "issue"},
                                                            {"signed_off", "published"},
                                                            {"submitted", "signed_off"},
                                                            {"invitation_sent", "activity"},
                                                            {"invitation_sent", "meeting"},
                                                            {"issue", "filed"}};

bool before(const std::string& a, const std::string& b) {
    return std::any_of(std::begin(kNatural), std::end(kNatural),
                       [&](const auto& p) { return a == p.first && b == p.second; });
}

// `later` − `earlier` is at most `days` (of the limit); what a limit says, as such inequalities.
struct Bound {
    std::string later, earlier;
    std::int64_t days = 0;
    std::int64_t n = 0;  // signed figure, compared where all units agree
    DeadlineUnit unit = DeadlineUnit::working_day;
    bool figure = false;    // false: holds in any unit (0)
    std::size_t limit = 0;  // index, or the number of limits: the order of steps
};

class LimitCheck {
  public:
    explicit LimitCheck(MatterLint& m) : m_(m), d_(m.diagram()) {}

    void run();

  private:
    void bounds_of(std::size_t i);
    void pair(std::size_t a, std::size_t b);
    Ref given_way(const TimeLimit& l);
    void step_of(std::size_t i);
    void search(std::vector<std::size_t>& path, Ref where);
    void closed(const std::vector<std::size_t>& path, Ref where);

    MatterLint& m_;
    Diagram& d_;
    std::vector<Bound> bounds_;
    bool found_ = false;
};

void LimitCheck::bounds_of(std::size_t i) {
    const TimeLimit& l = m_.matter.limits[i];
    const std::string to = l.to.empty() ? "step " + l.step : l.to;
    if (l.day_of_month || l.from.empty() || to == "step ") return;
    const bool after = l.direction == Direction::after;
    const std::string &late = after ? to : l.from, &early = after ? l.from : to;
    bounds_.push_back({early, late, 0, 0, l.unit, false, i});  // one follows the other
    if (!l.n) return;
    // After: a figure that may not be exceeded, or must be reached. Before: the reverse.
    if (after != l.minimum) bounds_.push_back({late, early, longest(*l.n, l.unit), *l.n, l.unit, true, i});
    else bounds_.push_back({early, late, -shortest(*l.n, l.unit), -*l.n, l.unit, true, i});
}

// A ring of inequalities whose sum is below nothing cannot be kept.
void LimitCheck::closed(const std::vector<std::size_t>& path, Ref where) {
    std::int64_t days = 0, n = 0;
    bool one_unit = true;
    const Bound* figure = nullptr;
    for (const std::size_t b : path) {
        days += bounds_[b].days;
        n += bounds_[b].n;
        if (!bounds_[b].figure) continue;
        one_unit &= !figure || figure->unit == bounds_[b].unit;
        figure = &bounds_[b];
    }
    // What only follows each other in a ring comes before itself; a period comes round by itself.
    const auto repeats = [&](std::size_t b) {
        return bounds_[b].later == "period_start" || bounds_[b].earlier == "period_start";
    };
    const bool ring = !figure && std::none_of(path.begin(), path.end(), repeats);
    if (!ring && (one_unit ? n >= 0 : days >= 0)) return;
    found_ = true;
    std::vector<std::size_t> used;
    for (const std::size_t b : path) {
        const std::size_t l = bounds_[b].limit;
        if (l < m_.limits.size() && std::find(used.begin(), used.end(), l) == used.end()) used.push_back(l);
    }
    std::string others;
    std::vector<const Condition*> settled{&m_.matter.applies_when};
    for (const std::size_t l : used) {
        settled.push_back(&m_.matter.limits[l].when);
        if (l != used.front()) others += (others.empty() ? "" : "、") + m_.limits[l].label;
    }
    m_.add(Severity::error, "limit_impossible", &m_.limits[used.front()], "与" + others + "无法同时遵守。", where,
           settled);
}

void LimitCheck::search(std::vector<std::size_t>& path, Ref where) {
    const Bound& last = bounds_[path.back()];
    for (std::size_t b = 0; b < bounds_.size() && !found_; ++b) {
        if (bounds_[b].earlier != last.later || b < path.front() ||
            std::find(path.begin(), path.end(), b) != path.end())
            continue;
        const Ref both =
            bounds_[b].limit < m_.limits.size() ? d_.both(where, m_.limits[bounds_[b].limit].applies) : where;
        if (both == Diagram::no) continue;
        path.push_back(b);
        if (bounds_[b].later == bounds_[path.front()].earlier) closed(path, both);
        else if (path.size() < 5) search(path, both);
        path.pop_back();
    }
}

// Where the limit has given way to another that the facts name.
Ref LimitCheck::given_way(const TimeLimit& l) {
    Ref out = Diagram::no;
    for (const GivesWay& g : l.gives_way_to) {
        if (g.when.op != Condition::Op::always) out = d_.either(out, m_.space.compile(g.when));
    }
    return out;
}

// The same stretch with two figures.
void LimitCheck::pair(std::size_t a, std::size_t b) {
    const TimeLimit &l = m_.matter.limits[a], &k = m_.matter.limits[b];
    const Ref both = d_.both(m_.limits[a].applies, m_.limits[b].applies);
    if (both == Diagram::no) return;
    const std::vector<const Condition*> settled{&m_.matter.applies_when, &l.when, &k.when};
    if (l.id == k.id && l.step == k.step) {
        m_.add(Severity::warning, "duplicate_limit", &m_.limits[b], "在同一情形下列了两次。", both, settled);
        return;
    }
    const bool same_stretch = l.from == k.from && l.to == k.to && l.by == k.by && l.step == k.step &&
                              l.direction == k.direction && l.minimum == k.minimum;
    if (!same_stretch || l.to.empty() || !l.n || !k.n) return;
    if (l.strength != k.strength || (l.n == k.n && l.unit == k.unit)) return;
    const Ref stand = d_.but_not(both, d_.either(given_way(l), given_way(k)));
    if (stand == Diagram::no) return;
    m_.add(Severity::error, "limits_disagree", &m_.limits[b],
           "与" + m_.limits[a].label + "起止相同而期限不同，同时成立。", stand, settled);
}

void LimitCheck::step_of(std::size_t i) {
    const TimeLimit& l = m_.matter.limits[i];
    if (l.step.empty()) return;
    const auto& steps = m_.matter.steps;
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const StepRule& s) { return s.id == l.step; });
    if (at == steps.end()) {
        m_.add(Severity::error, "unknown_step", &m_.limits[i], "所属的步骤“" + l.step + "”在本事项中没有。",
               m_.limits[i].applies);
        return;
    }
    const Part& step = m_.steps[static_cast<std::size_t>(at - steps.begin())];
    if (m_.limits[i].applies != Diagram::no && step.applies != Diagram::no &&
        d_.both(m_.limits[i].applies, step.applies) == Diagram::no)
        m_.add(Severity::error, "never_together", &m_.limits[i], "属于" + step.label + "，而两者从不同时出现。",
               m_.limits[i].applies, {&m_.matter.applies_when, &l.when, &at->when});
}

void LimitCheck::run() {
    for (std::size_t i = 0; i < m_.limits.size(); ++i) {
        step_of(i);
        bounds_of(i);
        for (std::size_t b = i + 1; b < m_.limits.size(); ++b) pair(i, b);
    }
    for (std::size_t a = 0; a < m_.steps.size(); ++a) {
        for (std::size_t b = 0; b < m_.steps.size(); ++b) {
            if (a != b && m_.ordered(a, b))
                bounds_.push_back({"step " + m_.matter.steps[b].id,
                                   "step " + m_.matter.steps[a].id,
                                   0,
                                   0,
                                   {},
                                   false,
                                   m_.limits.size()});
        }
    }
    for (std::size_t b = 0; b < bounds_.size() && !found_; ++b) {
        if (bounds_[b].limit == m_.limits.size()) break;
        std::vector<std::size_t> path{b};
        search(path, m_.limits[bounds_[b].limit].applies);
    }
}

std::string title_of(const Rules& rules, const TimeLimit& l) {
    const Named* shared = find_named(rules.catalogue->limits, l.id);
    return "时限“" + (!l.title.empty() ? l.title : shared ? shared->title : l.id) + "”（" + l.id + "）";
}

}  // namespace

void lint_limits(MatterLint& m) { LimitCheck(m).run(); }

// The limits themselves, whoever uses them.
void lint_shared_limits(const Rules& rules, LintReport& report) {
    for (const TimeLimit& l : rules.pack->limits) {
        const auto add = [&](Severity severity, const char* code, const std::string& message) {
            report.findings.push_back(
                {severity, code, title_of(rules, l) + message, l.clauses, "", l.id, l.pointer, std::nullopt, {}});
            for (const Matter& m : rules.pack->matters) {
                const bool uses =
                    std::any_of(m.limits.begin(), m.limits.end(), [&](const TimeLimit& own) { return own.id == l.id; });
                if (!uses || report.findings.back().counterexample) continue;
                report.findings.back().counterexample.emplace().matters = {m.id};
            }
        };
        if (l.n && *l.n == 0) add(Severity::error, "limit_figure", "的期限为零。");
        if (l.n && *l.n < 0) add(Severity::error, "limit_figure", "的期限为负。");
        if (l.n && *l.n > most_of(l.unit))
            add(Severity::error, "limit_figure", "的期限" + std::to_string(*l.n) + "过长，应核对数字与单位。");
        if ((l.n || l.day_of_month) && !l.term.empty())
            add(Severity::error, "limit_figure", "既写数字又只写“" + l.term + "”，无从计算。");
        if (l.n && l.day_of_month) add(Severity::error, "limit_figure", "既写期限又写每月日期，无从计算。");
        if (!l.n && l.term.empty() && !l.day_of_month) add(Severity::error, "limit_figure", "没有期限。");
        if (!l.from.empty() && l.from == l.to) add(Severity::error, "limit_same_event", "的起算与截止是同一时间节点。");
        const bool after = l.direction == Direction::after;
        if (after ? before(l.to, l.from) : before(l.from, l.to))
            add(Severity::error, "limit_backwards",
                after ? "在起算之后计，而截止的时间节点总在起算之前。"
                      : "在起算之前计，而截止的时间节点总在起算之后。");
        const bool used = std::any_of(rules.pack->matters.begin(), rules.pack->matters.end(), [&](const Matter& m) {
            return std::any_of(m.limits.begin(), m.limits.end(), [&](const TimeLimit& own) { return own.id == l.id; });
        });
        if (!used) add(Severity::warning, "unused_limit", "没有任何事项使用。");
    }
}

}  // namespace signroute::linting
