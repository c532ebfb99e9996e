// Claims about who does what: the last step, the checks before it, their order.
#include <algorithm>
#include <set>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

const RouteStep* step_by_id(const Route& route, const std::string& id) {
    for (const RouteStep& s : route.steps) {
        if (s.id == id) return &s;
    }
    return nullptr;
}

bool same_actor(const PlannedStep& a, const PlannedStep& b) { return a.role == b.role && a.action == b.action; }

bool holds(const std::vector<PlannedStep>& list, const PlannedStep& step) {
    return std::any_of(list.begin(), list.end(), [&](const PlannedStep& s) { return same_actor(s, step); });
}

// Or it depends on what need not touch the last step.
bool settled_or_open(const Assessment& a) { return a.outcome == Outcome::regulated || a.outcome == Outcome::depends; }

// The one last step of one answer; null where it is optional, open, nobody's, or one of several people's.
const RouteStep* last_of(const Assessment& a) {
    if (!settled_or_open(a) || a.route.final_steps.empty()) return nullptr;
    const RouteStep* out = nullptr;
    for (const FinalStep& f : a.route.final_steps) {
        if (f.when == "delegated") continue;
        const RouteStep* s = step_by_id(a.route, f.step);
        if (!s || f.when != "normal" || s->role.empty() || s->rule->strength == Strength::may || s->rule->strength == Strength::unclear) return nullptr;
        if (out && out->role != s->role) return nullptr;
        out = out ? out : s;
    }
    return out;
}

// Nobody of this role, nor of a wider or narrower one, may take the last step in some other way.
bool shut_out(const Catalogue& catalogue, const Assessment& a, const RouteStep& last, const std::string& role) {
    for (const RouteStep& s : a.route.steps) {
        if (s.status == StepStatus::not_required || (!s.rule->decides && s.rule->action != last.rule->action)) continue;
        if (s.role.empty() || related(catalogue, s.role, role)) return false;
        for (const std::string& d : s.rule->delegable_to) {
            if (related(catalogue, d, role)) return false;
        }
    }
    return true;
}

// What is wrong with the route of a plan, not with what goes beside it.
bool about_route(FindingCode code) {
    switch (code) {
        case FindingCode::missing_step:
        case FindingCode::out_of_order:
        case FindingCode::wrong_role:
        case FindingCode::wrong_action:
        case FindingCode::not_authorised:
        case FindingCode::unknown_role: return true;
        case FindingCode::superfluous_step:
        case FindingCode::prerequisite_unmet:
        case FindingCode::forbidden:
        case FindingCode::wrong_body:
        case FindingCode::over_limit:
        case FindingCode::too_late:
        case FindingCode::too_early:
        case FindingCode::impossible_date:
        case FindingCode::needs_judgement:
        case FindingCode::unknown_fact:
        case FindingCode::not_regulated:
        case FindingCode::two_readings: return false;
    }
    return false;
}

const Finding* wrong(const Assessment& a) {
    for (const Finding& f : a.findings.list) {
        if (about_route(f.code) && (f.severity == Severity::error || f.severity == Severity::warning)) return &f;
    }
    return nullptr;
}

}  // namespace

const RouteStep* Court::last_step() const {
    const RouteStep* out = nullptr;
    for (const Assessment* a : answers_of(*answer_)) {
        const RouteStep* one = last_of(*a);
        if (!one || (out && (out->role != one->role || out->rule->action != one->rule->action))) return nullptr;
        out = out ? out : one;
    }
    return out;
}

std::vector<PlannedStep> Court::plan() const {
    Case c = case_;
    c.has_plan = true;
    c.planned.clear();
    const Assessment a = assessed(c);
    std::vector<PlannedStep> out;
    bool first = true;
    for (const Assessment* one : answers_of(a)) {
        if (!settled_or_open(*one) || (!first && one->mended != out)) return {};
        out = one->mended;
        first = false;
    }
    const bool named = std::all_of(out.begin(), out.end(), [](const PlannedStep& s) { return !s.role.empty(); });
    return named ? out : std::vector<PlannedStep>();
}

// By the route, and by what the check says of the route with this person in the last place.
Ruling Court::decides(const Claim& claim) const {
    const RouteStep* last = last_step();
    if (!last) return {};
    const PlannedStep& who = claim.steps.front();
    Ruling out{who.role == last->role ? Truth::yes : Truth::no, reason_for(*this, *last), last->rule->clauses, ""};
    if (out.truth == Truth::no) {
        if (confusable(catalogue(), last->role, who.role) || named_otherwise(who.role) || let_elsewhere(who)) return {};
        for (const Assessment* a : answers_of(*answer_)) {
            if (!shut_out(catalogue(), *a, *last, who.role)) return {};
        }
        out.why = why_not(*this, who.role, *last->rule, out.clauses);
    }
    Case c = case_;
    c.has_plan = true;
    c.planned = plan();
    bool placed = false;
    for (PlannedStep& s : c.planned) {
        if (s.role != last->role || s.action != last->rule->action) continue;
        s.role = who.role;
        placed = true;
    }
    if (!placed) return {};
    const Assessment checked = assessed(c);
    for (const Assessment* a : answers_of(checked)) {
        if ((out.truth == Truth::yes) == (wrong(*a) != nullptr)) return {};
    }
    return out;
}

std::vector<PlannedStep> Court::checks() const {
    std::vector<PlannedStep> out;
    for (const RouteStep& s : answers_of(*answer_).front()->route.steps) {
        const PlannedStep p = as_planned(s);
        if (s.status == StepStatus::required && !s.rule->decides && is_check(p.action) && !holds(out, p)) out.push_back(p);
    }
    return out;
}

// Exactly these; what may be added, or stands in a group of which one will do, leaves it open.
Ruling Court::checks(const Claim& claim) const {
    if (!one_reading(*answer_)) return {};
    Ruling out{Truth::yes, "", {}, ""};
    for (const Assessment* a : answers_of(*answer_)) {
        if (!steps_settled(*a)) return {};
        std::vector<PlannedStep> required;
        for (const RouteStep& s : a->route.steps) {
            const PlannedStep p = as_planned(s);
            if (s.rule->decides || !is_check(p.action) || s.status == StepStatus::not_required) continue;
            if (s.status != StepStatus::required || !s.group.empty() || s.role.empty() || s.rule->strength == Strength::unclear) {
                if (!holds(claim.steps, p) && s.status != StepStatus::required) continue;
                return {};
            }
            required.push_back(p);
            if (holds(claim.steps, p)) continue;
            out = {Truth::no, "遗漏了" + title(p.role, p.action) + "：" + reason_for(*this, s), s.rule->clauses, ""};
        }
        for (const PlannedStep& p : claim.steps) {
            if (out.truth == Truth::no || holds(required, p)) continue;
            const bool alike = std::any_of(required.begin(), required.end(), [&](const PlannedStep& r) { return r.action == p.action && confusable(catalogue(), r.role, p.role); });
            if (alike) return {};
            const auto idle = std::find_if(a->route.steps.begin(), a->route.steps.end(), [&](const RouteStep& s) { return s.status == StepStatus::not_required && is_written(*s.rule) && same_actor(as_planned(s), p); });
            if (idle == a->route.steps.end()) return {};  // that nothing is said of it proves nothing
            out = {Truth::no, "不须" + title(p.role, p.action) + "：" + by_rule(pack_, *idle->rule) + "；" + not_here(*this, idle->because.facts) + "。", idle->rule->clauses, ""};
        }
        if (out.truth == Truth::no) continue;
        out.why.clear();
        for (const RouteStep& s : a->route.steps) {
            if (s.status == StepStatus::not_required || !holds(required, as_planned(s))) continue;
            out.clauses.insert(out.clauses.end(), s.rule->clauses.begin(), s.rule->clauses.end());
            out.why += reason_for(*this, s);
        }
    }
    return out;
}

Ruling Court::passes(const Claim& claim) const {
    Ruling out;
    const PlannedStep& who = claim.steps.front();
    const auto meets = [&](const RouteStep& s) {
        return related(catalogue(), s.role, who.role) || (s.rule->action == who.action && !s.role.empty() && confusable(catalogue(), s.role, who.role));
    };
    for (const Assessment* a : answers_of(*answer_)) {
        if (!steps_settled(*a)) return {};
        Truth here = Truth::no;
        std::vector<Clause> clauses;
        for (const RouteStep& s : a->route.steps) {
            if (s.status == StepStatus::not_required || !meets(s)) continue;
            const bool sure = s.status == StepStatus::required && s.group.empty() && s.rule->strength != Strength::unclear &&
                              s.rule->strength != Strength::may && same_actor(as_planned(s), who);
            here = sure ? Truth::yes : here == Truth::yes ? here : Truth::unknown;
            if (sure) clauses = s.rule->clauses;
        }
        if (a != answers_of(*answer_).front() && here != out.truth) return {};
        out.truth = here;
        out.clauses = here == Truth::yes ? clauses : matter_clauses();
    }
    if (out.truth == Truth::no && let_elsewhere(who)) return {};
    for (const RouteStep& s : answers_of(*answer_).front()->route.steps) {
        if (s.status != StepStatus::required || s.rule->action != who.action) continue;
        if (out.truth == Truth::no) out.clauses = s.rule->clauses;
        out.why = out.truth == Truth::no ? why_not(*this, who.role, *s.rule, out.clauses) : reason_for(*this, s);
        return out;
    }
    return out.truth == Truth::no ? Ruling() : out;  // that nothing is said of it proves nothing
}

}  // namespace signroute::quiz
