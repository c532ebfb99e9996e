// The order of steps: cycles, orders that never matter, and steps that replace each other.
#include <algorithm>
#include <map>
#include <set>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;

class OrderCheck {
  public:
    explicit OrderCheck(MatterLint& m) : m_(m), d_(m.diagram()) {}

    void run();

  private:
    const StepRule& step(std::size_t i) const { return m_.matter.steps[i]; }
    std::size_t index_of(const std::string& id) const;
    void cycles();
    void after(std::size_t i);
    void before(std::size_t i);
    void too_late(std::size_t i, std::size_t j);
    void groups();
    void group(const std::string& name, const std::vector<std::size_t>& members);

    MatterLint& m_;
    Diagram& d_;
};

std::size_t OrderCheck::index_of(const std::string& id) const {
    const auto& all = m_.matter.steps;
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [&](const StepRule& s) { return s.id == id; }) - all.begin());
}

// A step that waits, through others, for itself. A step left out hands its place on, so one step in force is enough.
void OrderCheck::cycles() {
    std::set<std::string> told;
    for (std::size_t i = 0; i < m_.steps.size(); ++i) {
        if (told.count(step(i).id) || !m_.ordered(i, i)) continue;
        std::string names;
        Ref some = Diagram::no, every = Diagram::yes;
        std::vector<const Condition*> settled{&m_.matter.applies_when};
        for (std::size_t j = 0; j < m_.steps.size(); ++j) {
            if (j != i && !(m_.ordered(i, j) && m_.ordered(j, i))) continue;
            told.insert(step(j).id);
            names += (names.empty() ? "" : "、") + m_.steps[j].label;
            some = d_.either(some, m_.steps[j].applies);
            every = d_.both(every, m_.steps[j].applies);
            settled.push_back(&step(j).when);
        }
        if (some == Diagram::no) continue;
        LintFinding& f = m_.add(Severity::error, "cycle", nullptr, names + "的先后次序互为前提。",
                                every == Diagram::no ? some : every, settled);
        f.element = step(i).id;
        f.pointer = step(i).pointer + "/after";
        f.clauses = step(i).clauses;
    }
}

void OrderCheck::after(std::size_t i) {
    for (const std::string& id : step(i).after) {
        const std::size_t j = index_of(id);
        if (j == m_.steps.size()) {
            m_.add(Severity::error, "unknown_step", &m_.steps[i], "排在本事项没有的步骤“" + id + "”之后。",
                   m_.steps[i].applies);
            continue;
        }
        if (j == i) continue;  // a cycle
        if (m_.in_one_group(i, j)) {
            m_.add(Severity::error, "alternatives_ordered", &m_.steps[i],
                   "排在可替换它的" + m_.steps[j].label + "之后，两者只取其一。", m_.steps[i].applies);
        } else if (m_.steps[i].applies != Diagram::no && m_.steps[j].applies != Diagram::no &&
                   d_.both(m_.steps[i].applies, m_.steps[j].applies) == Diagram::no) {
            LintFinding& f = m_.add(Severity::error, "never_together", &m_.steps[i],
                                    "排在" + m_.steps[j].label + "之后，而两者从不同时出现。", m_.steps[i].applies,
                                    {&m_.matter.applies_when, &step(i).when, &step(j).when});
            f.pointer += "/after";
        }
    }
}

// What has to be there before step j is brought about only by steps that come after it.
void OrderCheck::too_late(std::size_t i, std::size_t j) {
    const Prerequisite& p = m_.matter.prerequisites[i];
    Ref late = Diagram::no, in_time = Diagram::no;
    const Part* by = nullptr;
    for (std::size_t k = 0; k < m_.steps.size(); ++k) {
        if (step(k).thing != p.thing) continue;
        const bool after = k != j && m_.ordered(k, j) && !m_.ordered(j, k);
        Ref& to = after ? late : in_time;
        to = d_.either(to, m_.steps[k].applies);
        if (after) by = &m_.steps[k];
    }
    const Ref where = d_.but_not(d_.both(d_.both(m_.prerequisites[i].applies, m_.steps[j].applies), late), in_time);
    if (where == Diagram::no) return;
    m_.add(Severity::error, "prerequisite_too_late", &m_.prerequisites[i],
           "应先于" + m_.steps[j].label + "，而" + by->label + "排在其后才办成这件事。", where,
           {&m_.matter.applies_when, &p.when, &step(j).when})
        .pointer += "/before";
}

void OrderCheck::before(std::size_t i) {
    const Prerequisite& p = m_.matter.prerequisites[i];
    if (p.before.empty()) return;
    if (p.duty)
        m_.add(Severity::error, "duty_before_step", &m_.prerequisites[i],
               "注明没有步骤等着它，却又写明应先于“" + p.before + "”。", m_.prerequisites[i].applies,
               {&m_.matter.applies_when, &p.when});
    const std::size_t j = index_of(p.before);
    if (j < m_.steps.size() && !p.duty) too_late(i, j);
    if (j == m_.steps.size())
        m_.add(Severity::error, "unknown_step", &m_.prerequisites[i], "应先于本事项没有的步骤“" + p.before + "”。",
               m_.prerequisites[i].applies);
    else if (m_.prerequisites[i].applies != Diagram::no && m_.steps[j].applies != Diagram::no &&
             d_.both(m_.prerequisites[i].applies, m_.steps[j].applies) == Diagram::no)
        m_.add(Severity::error, "never_together", &m_.prerequisites[i],
               "应先于" + m_.steps[j].label + "，而两者从不同时出现。", m_.prerequisites[i].applies,
               {&m_.matter.applies_when, &p.when, &step(j).when})
            .pointer += "/before";
}

void OrderCheck::group(const std::string& name, const std::vector<std::size_t>& members) {
    std::map<std::string, Ref> paths;  // where any step of it stands
    bool mixed = false;
    for (const std::size_t i : members) {
        const auto at = paths.emplace(step(i).path.empty() ? "\n" + step(i).id : step(i).path, Diagram::no).first;
        at->second = d_.either(at->second, m_.steps[i].applies);
        mixed |= step(i).status != step(members.front()).status;
    }
    const Part* first = &m_.steps[members.front()];
    const std::string group = "所在的替换组“" + name + "”";
    if (paths.size() < 2) {
        m_.add(Severity::error, "single_alternative", first, group + "只有一种做法。", first->applies);
        return;
    }
    Ref meeting = Diagram::no;
    for (auto a = paths.begin(); a != paths.end(); ++a) {
        for (auto b = std::next(a); b != paths.end(); ++b) meeting = d_.either(meeting, d_.both(a->second, b->second));
    }
    if (mixed && meeting != Diagram::no)
        m_.add(Severity::warning, "mixed_alternatives", first, group + "中有的必经、有的可选，可选的不能替换必经的。",
               meeting);
}

void OrderCheck::groups() {
    std::map<std::string, std::vector<std::size_t>> members;
    std::map<std::string, std::string> group_of_path;
    for (std::size_t i = 0; i < m_.steps.size(); ++i) {
        const StepRule& s = step(i);
        if (!s.one_of.empty()) members[s.one_of].push_back(i);
        if (s.path.empty()) continue;
        if (s.one_of.empty())
            m_.add(Severity::error, "path_without_group", &m_.steps[i],
                   "写有路径“" + s.path + "”，却不属于任何替换组。", m_.steps[i].applies);
        else if (const auto [at, fresh] = group_of_path.emplace(s.path, s.one_of); !fresh && at->second != s.one_of)
            m_.add(Severity::warning, "path_in_two_groups", &m_.steps[i],
                   "的路径“" + s.path + "”同时用于替换组“" + at->second + "”与“" + s.one_of + "”。",
                   m_.steps[i].applies);
    }
    for (const auto& [name, list] : members) group(name, list);
}

void OrderCheck::run() {
    cycles();
    for (std::size_t i = 0; i < m_.steps.size(); ++i) after(i);
    for (std::size_t i = 0; i < m_.prerequisites.size(); ++i) before(i);
    groups();
}

}  // namespace

void lint_order(MatterLint& m) { OrderCheck(m).run(); }

}  // namespace signroute::linting
