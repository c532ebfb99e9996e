#include "tests/core/mend_brute.h"

#include <algorithm>
#include <set>

#include "core/route/readings.h"

namespace signroute::test {

namespace {

std::string line_of(const Finding& f) { return std::string(name(f.code)) + " " + f.element; }

bool weighs(const RouteStep& s) { return s.rule->strength == Strength::must || s.rule->strength == Strength::should; }

}  // namespace

BruteMend::BruteMend(const Rules& rules, const Calendar& calendar, Case situation, Choice choice, Alphabet alphabet)
    : rules_(rules), calendar_(calendar), situation_(std::move(situation)), choice_(std::move(choice)), alphabet_(std::move(alphabet)) {
    look_for_patterns();
    look_for_sure_steps();
}

// Whether it is the same for every plan.
bool BruteMend::decided_by_facts(const Condition& condition) const {
    bool asks_plan = false, asks_reading = false;
    each_part(condition, [&](const Condition& c) {
        asks_plan |= c.op == Condition::Op::planned;
        asks_reading |= c.op == Condition::Op::reading;
    });
    if (!asks_plan && !(asks_reading && readings_follow_)) return true;
    return judge(condition, {&situation_.facts, nullptr, nullptr, nullptr}).truth != Truth::unknown;
}

void BruteMend::look_for_patterns() {
    const auto look = [&](const Condition& condition) {
        each_part(condition, [&](const Condition& c) {
            if (c.op == Condition::Op::planned && !decided_by_facts(condition)) patterns_.push_back(c.pattern);
        });
    };
    for (const std::string& id : situation_.matters) {
        const Matter* m = find_matter(*rules_.pack, id);
        if (!m) continue;
        look(m->applies_when);
        for (const StepRule& r : m->steps) look(r.when);
        for (const Prerequisite& r : m->prerequisites) look(r.when);
        for (const Prohibition& r : m->prohibitions) look(r.when), look(r.breach);
        for (const OpenReading& r : m->readings) {
            const std::size_t before = patterns_.size();
            look(r.when);
            readings_follow_ |= patterns_.size() > before;
        }
    }
}

Case BruteMend::with(const Plan& plan) const {
    Case out = situation_;
    out.has_plan = true;
    out.planned.clear();
    for (const char letter : plan) out.planned.push_back(alphabet_.letters[static_cast<std::size_t>(letter)]);
    return out;
}

// What lets the search stop early: a step whose condition does not ask for the plan is required in every plan, and two
// such steps of which each has a letter of its own stand one before the other in every plan.
void BruteMend::look_for_sure_steps() {
    const std::size_t n = alphabet_.letters.size();
    const Route route = route_from_facts(rules_, with({}), choice_);
    std::vector<const RouteStep*> sure;
    std::vector<int> own;  // by letter: the sure step that it alone takes, and no other step
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::required || !s.group.empty() || !weighs(s) || !decided_by_facts(s.rule->when)) continue;
        sure.push_back(&s);
        sure_.emplace_back(n, false);
        for (std::size_t l = 0; l < n; ++l) sure_.back()[l] = may_take(*rules_.catalogue, s, alphabet_.letters[l]);
    }
    for (std::size_t l = 0; l < n; ++l) {
        own.push_back(-1);
        int takes = 0;
        for (const Matter* m : route.matters) {
            for (const StepRule& r : m->steps) {
                RouteStep any;
                any.rule = &r;
                any.role = r.role;
                for (const RouteStep& s : route.steps) any.role = s.rule == &r ? s.role : any.role;
                takes += may_take(*rules_.catalogue, any, alphabet_.letters[l]);
            }
        }
        for (std::size_t s = 0; s < sure.size(); ++s) {
            const bool alone = sure_[s][l] && std::count(sure_[s].begin(), sure_[s].end(), true) == 1;
            if (alone && takes == 1) own.back() = static_cast<int>(s);
        }
    }
    look_for_groups(route);
    before_.assign(n, std::vector<bool>(n, false));
    for (std::size_t b = 0; b < n; ++b) {
        if (own[b] < 0) continue;
        std::set<std::string> seen;
        std::vector<std::string> open = sure[static_cast<std::size_t>(own[b])]->after;
        while (!open.empty()) {
            const std::string id = open.back();
            open.pop_back();
            if (!seen.insert(id).second) continue;
            for (std::size_t a = 0; a < n; ++a) {
                if (own[a] >= 0 && sure[static_cast<std::size_t>(own[a])]->id == id) before_[a][b] = true;
            }
            for (const RouteStep& s : route.steps) {
                if (s.id == id && s.rule->strength != Strength::may) open.insert(open.end(), s.after.begin(), s.after.end());
            }
        }
    }
}

// Groups of which no step asks for the plan, and whose letters take nothing else.
void BruteMend::look_for_groups(const Route& route) {
    const std::size_t n = alphabet_.letters.size();
    std::map<std::string, std::map<std::string, std::vector<Takers>>> groups;
    std::set<std::string> unsure;
    for (const RouteStep& s : route.steps) {
        if (s.group.empty()) continue;
        if (!decided_by_facts(s.rule->when) || !weighs(s) || s.status == StepStatus::unknown || s.status == StepStatus::judgement) unsure.insert(s.group);
        if (s.status != StepStatus::required) continue;
        Takers takers(n, false);
        for (std::size_t l = 0; l < n; ++l) takers[l] = may_take(*rules_.catalogue, s, alphabet_.letters[l]);
        groups[s.group][s.rule->path.empty() ? s.id : s.rule->path].push_back(takers);
    }
    std::vector<int> used(n, 0);  // by how many groups, or steps that stand for themselves
    const auto use = [&](const Takers& takers) {
        for (std::size_t l = 0; l < n; ++l) used[l] += takers[l];
    };
    for (const Takers& t : sure_) use(t);
    for (const auto& [group, ways] : groups) {
        Takers all(n, false);
        for (const auto& [way, steps] : ways) {
            for (const Takers& t : steps) {
                for (std::size_t l = 0; l < n; ++l) all[l] = all[l] || t[l];
            }
        }
        use(all);
    }
    for (const auto& [group, ways] : groups) {
        bool alone = !unsure.count(group);
        for (const auto& [way, steps] : ways) {
            for (const Takers& t : steps) {
                for (std::size_t l = 0; l < n; ++l) alone = alone && !(t[l] && used[l] > 1);
            }
        }
        if (alone) groups_[group] = ways;
    }
}

std::vector<std::string> BruteMend::by_the_whole_check(const Plan& plan) const {
    std::set<std::string> out;
    for (const Finding& f : signroute::in_the_way(rules_, calendar_, with(plan), choice_)) out.insert(line_of(f));
    return {out.begin(), out.end()};
}

const BruteMend::Regime& BruteMend::regime_of(const Plan& plan) {
    std::vector<Truth> key;
    for (const StepPattern& pattern : patterns_) {
        key.push_back(Truth::no);
        for (const char l : plan) {
            const Truth t = matches(*rules_.catalogue, alphabet_.letters[static_cast<std::size_t>(l)], pattern);
            if (t == Truth::yes || key.back() == Truth::no) key.back() = t;
        }
    }
    const auto at = regimes_.find(key);
    if (at != regimes_.end()) return at->second;
    Regime out;
    const Case planned = with(plan);
    for (const Choice& c : choices_among(readings_arising(rules_, planned))) {
        if (!agree(c, choice_)) continue;
        out.routes.push_back(route_from_facts(rules_, planned, c));
        Findings found;
        findings_from_rules(rules_, out.routes.back(), planned, c, align(rules_, out.routes.back(), planned), found);
        for (const Finding& f : found.list) {
            if (stands_in_the_way(f)) out.broken.push_back(line_of(f));
        }
    }
    return regimes_.emplace(key, std::move(out)).first->second;
}

const std::vector<std::string>& BruteMend::in_the_way(const Plan& plan) {
    const auto at = known_.find(plan);
    if (at != known_.end()) return at->second;
    ++checks_;
    const Regime& regime = regime_of(plan);
    const Case planned = with(plan);
    std::set<std::string> out(regime.broken.begin(), regime.broken.end());
    for (const Route& route : regime.routes) {
        if (route.outcome == Outcome::not_regulated) continue;
        Findings found;
        findings_from_plan(rules_, route, planned, align(rules_, route, planned), found);
        for (const Finding& f : found.list) {
            if (stands_in_the_way(f)) out.insert(line_of(f));
        }
    }
    return known_.emplace(plan, std::vector<std::string>(out.begin(), out.end())).first->second;
}

// Steps that nothing planned takes; several that one letter takes count once, since one edit brings it in.
int BruteMend::missing(const std::vector<Takers>& steps, const Plan& plan) {
    int out = 0;
    std::set<std::size_t> counted;
    for (const Takers& takers : steps) {
        bool open = std::none_of(plan.begin(), plan.end(), [&](char l) { return takers[static_cast<std::size_t>(l)]; });
        for (std::size_t l = 0; l < takers.size(); ++l) open = open && !(takers[l] && counted.count(l));
        if (!open) continue;
        ++out;
        for (std::size_t l = 0; l < takers.size(); ++l) {
            if (takers[l]) counted.insert(l);
        }
    }
    return out;
}

// Steps that nothing planned takes, and disjoint pairs that stand the wrong way round: an edit helps one of them.
int BruteMend::at_least(const Plan& plan) const {
    int out = missing(sure_, plan);
    for (const auto& [group, ways] : groups_) {
        int least = kNoStep;
        for (const auto& [way, steps] : ways) {
            const int here = missing(steps, plan);
            least = least == kNoStep ? here : std::min(least, here);
        }
        out += std::max(least, 0);
    }
    std::vector<bool> used(plan.size(), false);
    for (std::size_t i = 0; i < plan.size(); ++i) {
        for (std::size_t j = i + 1; j < plan.size() && !used[i]; ++j) {
            const bool single = std::count(plan.begin(), plan.end(), plan[i]) == 1 && std::count(plan.begin(), plan.end(), plan[j]) == 1;
            if (used[j] || !single || !before_[static_cast<std::size_t>(plan[j])][static_cast<std::size_t>(plan[i])]) continue;
            used[i] = used[j] = true;
            ++out;
        }
    }
    return out;
}

bool BruteMend::reached(const Plan& plan, int left) {
    const int least = at_least(plan);
    if (least > left) return false;
    const auto [at, fresh] = tried_here_->emplace(plan, left);
    if (!fresh && at->second >= left) return false;
    at->second = left;
    if (least == 0) {
        const auto& way = in_the_way(plan);
        if (std::includes(remains_.begin(), remains_.end(), way.begin(), way.end())) return found_ = plan, true;
    }
    if (left == 0) return false;
    const int required = static_cast<int>(alphabet_.required);
    Plan next;
    for (std::size_t i = 0; i <= plan.size(); ++i) {
        for (int l = 0; l < required; ++l) {
            next = plan;
            next.insert(next.begin() + static_cast<std::ptrdiff_t>(i), static_cast<char>(l));
            if (reached(next, left - 1)) return true;
        }
    }
    for (std::size_t i = 0; i < plan.size(); ++i) {
        for (int l = 0; l < required; ++l) {
            next = plan;
            next[i] = static_cast<char>(l);
            if (l != plan[i] && reached(next, left - 1)) return true;
        }
        next = plan;
        next.erase(next.begin() + static_cast<std::ptrdiff_t>(i));
        const Plan without = next;
        if (reached(without, left - 1)) return true;
        for (std::size_t k = 0; k <= without.size(); ++k) {
            next = without;
            next.insert(next.begin() + static_cast<std::ptrdiff_t>(k), plan[i]);
            if (k != i && reached(next, left - 1)) return true;
        }
    }
    return false;
}

bool BruteMend::fewer_do(const Plan& plan, int edits, const std::vector<std::string>& remains, Plan& steps) {
    remains_ = remains;
    tried_here_ = &tried_[remains];
    if (edits == 0 || !reached(plan, edits - 1)) return false;
    steps = found_;
    return true;
}

}  // namespace signroute::test
