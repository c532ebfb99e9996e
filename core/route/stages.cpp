#include "core/route/stages.h"

#include <algorithm>
#include <functional>
#include <set>

namespace signroute {

namespace {

constexpr std::size_t kMostPossibilities = 1024;  // beyond that nothing is claimed

std::string path_of(const RouteStep& s) { return s.rule->path.empty() ? s.id : s.rule->path; }

bool replace_each_other(const RouteStep& a, const RouteStep& b) {
    return !a.rule->one_of.empty() && a.rule->one_of == b.rule->one_of && a.matter == b.matter && path_of(a) != path_of(b);
}

bool waits_for_facts(const RouteStep& s) { return !s.because.open.empty(); }

// Everything that is open about two steps of a matter: answers to facts, and readings of the text.
class Possibilities {
  public:
    Possibilities(const Rules& rules, const RouteStep& a, const RouteStep& b) {
        std::set<std::string> facts(a.because.open.begin(), a.because.open.end());
        facts.insert(b.because.open.begin(), b.because.open.end());
        for (const std::string& f : facts) {
            std::vector<FactValue> values = values_of(rules, f);
            if (values.empty()) continue;
            count_ *= values.size();
            facts_.emplace_back(f, std::move(values));
        }
        const Matter* matter = find_matter(*rules.pack, a.matter);
        if (!matter) return;
        matter_ = matter;
        for (const OpenReading& question : matter->readings) count_ *= question.readings.size();
    }

    std::size_t count() const { return count_; }

    // The n-th of them, 0-based.
    void suppose(std::size_t n, Case& situation, Choice& choice) const {
        for (const auto& [fact, values] : facts_) {
            situation.facts[fact] = values[n % values.size()];
            n /= values.size();
        }
        if (!matter_) return;
        for (const OpenReading& question : matter_->readings) {
            choice[matter_->id][question.id] = question.readings[n % question.readings.size()].id;
            n /= question.readings.size();
        }
    }

  private:
    std::vector<std::pair<std::string, std::vector<FactValue>>> facts_;
    const Matter* matter_ = nullptr;
    std::size_t count_ = 1;
};

// Whether whatever is still open, under any reading, never makes both steps part of the route.
bool never_together(const Rules& rules, const Case& situation, const RouteStep& a, const RouteStep& b) {
    if (!waits_for_facts(a) || !waits_for_facts(b)) return false;
    const Possibilities all(rules, a, b);
    if (all.count() > kMostPossibilities) return false;
    Case supposed = situation;
    Choice choice;
    for (std::size_t n = 0; n < all.count(); ++n) {
        all.suppose(n, supposed, choice);
        const auto out = [&](const RouteStep& s) { return judge_in(rules, s.rule->when, supposed, choice, s.matter).truth == Truth::no; };
        if (!out(a) && !out(b)) return false;
    }
    return true;
}

Beside beside_of(const Rules& rules, const Case& situation, const std::vector<const RouteStep*>& steps) {
    if (steps.size() < 2) return Beside::one;
    const auto every_pair = [&](const std::function<bool(const RouteStep&, const RouteStep&)>& holds) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            for (std::size_t j = i + 1; j < steps.size(); ++j) {
                if (!holds(*steps[i], *steps[j])) return false;
            }
        }
        return true;
    };
    // Facts that part the steps leave nobody a choice, so that is looked at first.
    if (every_pair([&](const RouteStep& a, const RouteStep& b) { return never_together(rules, situation, a, b); })) return Beside::one_by_facts;
    if (every_pair(replace_each_other)) return Beside::alternatives;
    // Branches of a rule say nothing of an order: two of them have to be sure before one is missed.
    const bool missed = !every_pair([](const RouteStep& a, const RouteStep& b) { return replace_each_other(a, b) || waits_for_facts(a) || waits_for_facts(b); });
    if (missed) return Beside::order_open;
    const bool sure = std::any_of(steps.begin(), steps.end(), [](const RouteStep* s) { return !waits_for_facts(*s) && s->status == StepStatus::required; });
    return sure ? Beside::some_by_facts : Beside::by_facts;
}

const RouteStep* find_step(const Route& route, const std::string& id) {
    const auto at = std::find_if(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) { return s.id == id; });
    return at == route.steps.end() ? nullptr : &*at;
}

// Everything that comes before the step, the steps named in its own `after` left out unless they come before those too.
std::set<std::string> before_its_predecessors(const Route& route, const RouteStep& step) {
    std::set<std::string> out;
    std::vector<std::string> open;
    for (const std::string& a : step.after) {
        if (const RouteStep* s = find_step(route, a)) open.insert(open.end(), s->after.begin(), s->after.end());
    }
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!out.insert(id).second) continue;
        if (const RouteStep* s = find_step(route, id)) open.insert(open.end(), s->after.begin(), s->after.end());
    }
    return out;
}

}  // namespace

std::vector<Act> acts_of(const Rules& rules, const Case& situation, const Stage& stage) {
    std::vector<Act> out;
    for (const RouteStep* s : stage.steps) {
        const auto same = [&](const Act& act) {
            const RouteStep& first = *act.steps.front();
            return waits_for_facts(first) && waits_for_facts(*s) && first.role == s->role && first.matter == s->matter && first.rule->action == s->rule->action &&
                   first.rule->to == s->rule->to && first.rule->clauses == s->rule->clauses;
        };
        const auto at = std::find_if(out.begin(), out.end(), same);
        if (at == out.end()) out.push_back({{s}, s->status == StepStatus::required});
        else at->steps.push_back(s);
    }
    for (Act& act : out) {
        if (act.steps.size() < 2) continue;
        Condition any;
        any.op = Condition::Op::any;
        for (const RouteStep* s : act.steps) any.parts.push_back(s->rule->when);
        act.sure = judge_in(rules, any, situation, {}, act.steps.front()->matter).truth == Truth::yes;
    }
    return out;
}

Stages stages_of(const Rules& rules, const Case& situation, const Route& route) {
    Stages out;
    std::set<std::string> followed;
    std::vector<const RouteStep*> shown, ends;
    int last = 0;
    for (const RouteStep& s : route.steps) {
        if (s.status == StepStatus::not_required) continue;
        followed.insert(s.after.begin(), s.after.end());
        last = s.rank;
    }
    // What decides, with nothing behind it, is not drawn as if it came before what else the matter ends with; but beside a
    // way that it replaces.
    const auto ends_it = [&](const RouteStep& s) { return s.rule->decides && !followed.count(s.id); };
    for (const RouteStep& s : route.steps) {
        const auto beside = [&](const RouteStep& o) { return o.status != StepStatus::not_required && !ends_it(o) && replace_each_other(s, o); };
        if (s.status == StepStatus::not_required) out.not_required.push_back(&s);
        else (ends_it(s) && std::none_of(route.steps.begin(), route.steps.end(), beside) ? ends : shown).push_back(&s);
    }
    const std::size_t before = shown.size();
    shown.insert(shown.end(), ends.begin(), ends.end());
    int rank = -1;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const RouteStep& s = *shown[i];
        const int here = i < before ? s.rank : last;
        if (here != rank) out.stages.emplace_back();
        rank = here;
        out.stages.back().steps.push_back(&s);
        const std::set<std::string> implied = before_its_predecessors(route, s);
        for (const std::string& a : s.after) {
            if (!implied.count(a)) out.order.emplace_back(a, s.id);
        }
    }
    for (Stage& stage : out.stages) stage.beside = beside_of(rules, situation, stage.steps);
    return out;
}

std::vector<FactValue> values_of(const Rules& rules, const std::string& fact) {
    const NamedFact* named = find_named(rules.catalogue->facts, fact);
    if (!named) return {};
    if (named->type == FactType::boolean) return {FactValue(true), FactValue(false)};
    if (named->type != FactType::choice && named->type != FactType::rank) return {};
    const FactRule* rule = find_fact(*rules.pack, fact);
    std::vector<FactValue> out;
    if (rule && !rule->options.empty()) {
        for (const std::string& o : rule->options) out.emplace_back(o);
    } else {
        for (const Named& o : named->options) out.emplace_back(o.id);
    }
    return out;
}

std::vector<FactValue> answers_that_call(const Rules& rules, const Case& situation, const RouteStep& step) {
    std::vector<FactValue> out;
    if (step.because.open.size() != 1) return out;
    Case supposed = situation;
    for (const FactValue& value : values_of(rules, step.because.open.front())) {
        supposed.facts[step.because.open.front()] = value;
        if (judge_in(rules, step.rule->when, supposed, {}, step.matter).truth != Truth::no) out.push_back(value);
    }
    return out;
}

std::vector<std::string> alternatives_of(const Route& route, const RouteStep& step) {
    std::vector<std::string> out;
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::not_required && replace_each_other(s, step)) out.push_back(s.id);
    }
    return out;
}

}  // namespace signroute
