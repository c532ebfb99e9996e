// Claims about which step the text puts before which.
#include <algorithm>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

const RouteStep* by_id(const Route& route, const std::string& id) {
    for (const RouteStep& s : route.steps) {
        if (s.id == id) return &s;
    }
    return nullptr;
}

bool sure(const RouteStep& s) { return s.status == StepStatus::required && s.group.empty() && !s.role.empty() && s.rule->strength != Strength::unclear; }

// The one required step of this actor and action; null where there is none or more than one.
const RouteStep* only_one(const Route& route, const PlannedStep& step) {
    const RouteStep* out = nullptr;
    for (const RouteStep& s : route.steps) {
        if (s.role != step.role || s.rule->action != step.action || s.status == StepStatus::not_required) continue;
        if (out || !sure(s)) return nullptr;
        out = &s;
    }
    return out;
}

}  // namespace

// `steps` of a route stand in an order that respects `after`, so this ends.
bool comes_before(const Route& route, const RouteStep& first, const RouteStep& then) {
    for (const std::string& id : then.after) {
        const RouteStep* s = by_id(route, id);
        if (s && (s == &first || comes_before(route, first, *s))) return true;
    }
    return false;
}

std::vector<const RouteStep*> row_to(const Route& route, const RouteStep& last) {
    std::vector<const RouteStep*> best;
    for (const std::string& id : last.after) {
        const RouteStep* s = by_id(route, id);
        if (!s) continue;
        std::vector<const RouteStep*> row = row_to(route, *s);
        if (row.size() > best.size()) best = std::move(row);
    }
    if (sure(last)) best.push_back(&last);
    return best;
}

// "依第五十条，副市长审核在先，市长签发在后".
std::string Court::in_order(const RouteStep& first, const RouteStep& then) const {
    std::vector<Clause> both = {then.rule->clauses.front()};  // either may be the one that names the other
    if (!(first.rule->clauses.front() == both.front())) both.insert(both.begin(), first.rule->clauses.front());
    return "依" + clauses_in_words(pack_, both) + "，" + title(first) + "在先，" + title(then) + "在后";
}

Ruling Court::sequence(const Claim& claim) const {
    Ruling out;
    bool first = true;
    for (const Assessment* a : answers_of(*answer_)) {
        if (!steps_settled(*a)) return {};
        std::vector<const RouteStep*> steps;
        for (const PlannedStep& p : claim.steps) steps.push_back(only_one(a->route, p));
        if (std::find(steps.begin(), steps.end(), nullptr) != steps.end() || steps.size() < 2) return {};
        Ruling here{Truth::yes, "", {}, ""};
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            const RouteStep &one = *steps[i], &next = *steps[i + 1];
            if (!comes_before(a->route, one, next)) here.truth = here.truth == Truth::no ? Truth::no : Truth::unknown;
            here.why += (here.why.empty() ? "" : "；") + in_order(one, next);
            here.clauses.insert(here.clauses.end(), next.rule->clauses.begin(), next.rule->clauses.end());
            here.clauses.push_back(one.rule->clauses.front());
            for (std::size_t k = i + 1; k < steps.size() && here.truth != Truth::no; ++k) {
                const RouteStep& later = *steps[k];
                if (!comes_before(a->route, later, one)) continue;
                here = {Truth::no, "次序颠倒：" + in_order(later, one), one.rule->clauses, ""};
            }
            if (here.truth == Truth::no) break;
        }
        here.why += "。";
        if (!first && here.truth != out.truth) return {};
        if (first) out = std::move(here);
        first = false;
    }
    return out;
}

// No where the text puts one before the other.
Ruling Court::unordered(const Claim& claim) const {
    Claim forth = claim, back = claim;
    std::swap(back.steps.front(), back.steps.back());
    Ruling out = sequence(forth);
    if (out.truth != Truth::yes) out = sequence(back);
    if (out.truth != Truth::yes) return {};
    out.truth = Truth::no;
    out.why = "先后是写明的：" + out.why;
    return out;
}

// Yes where the rule's own condition is not met; that the text does not mention the step at all proves nothing.
Ruling Court::dispensable(const Claim& claim) const {
    Ruling out;
    bool first = true;
    const PlannedStep& wanted = claim.steps.front();
    for (const Assessment* a : answers_of(*answer_)) {
        if (!steps_settled(*a) || beside_its_like(*a, wanted.role)) return {};
        const RouteStep* s = only_one(a->route, wanted);
        const RouteStep* idle = nullptr;
        for (const RouteStep& one : a->route.steps) {
            if (one.status == StepStatus::not_required && is_written(*one.rule) && one.role == wanted.role && one.rule->action == wanted.action) idle = &one;
            const bool like = s ? one.rule->action == wanted.action : one_act(catalogue(), as_planned(one), wanted);
            const bool open = one.status != StepStatus::not_required && &one != s && like && (one.role.empty() || confusable(catalogue(), one.role, wanted.role));
            if (open) return {};
        }
        Ruling here;
        if (s && s->rule->strength != Strength::may) here = {Truth::no, "这一步不能省：" + reason_for(*this, *s), s->rule->clauses, ""};
        else if (!s && idle) here = {Truth::yes, by_rule(pack_, *idle->rule) + "；" + not_here(*this, idle->because.facts) + "，不须这一步。", idle->rule->clauses, ""};
        if (here.truth == Truth::unknown || (!first && here.truth != out.truth)) return {};
        if (first) out = std::move(here);
        first = false;
    }
    return out;
}

}  // namespace signroute::quiz
