// Claims about a plan that is given, and about what has to be done beside the steps.
#include <algorithm>

#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

namespace {

bool grave(const Finding& f) { return f.severity == Severity::error || f.severity == Severity::warning; }

const Finding* find(const Assessment& a, FindingCode code) {
    for (const Finding& f : a.findings.list) {
        if (f.code == code && grave(f)) return &f;
    }
    return nullptr;
}

std::string wanted(const Finding& f, const char* part) {
    for (const auto& [key, value] : f.want) {
        if (key == part && std::holds_alternative<std::string>(value)) return std::get<std::string>(value);
    }
    return "";
}

// Yes or no where every reading says so; the finding is the first one's.
template <class Test>
Ruling in_all(const Assessment& whole, const Test& test) {
    Ruling out;
    bool first = true;
    for (const Assessment* a : answers_of(whole)) {
        if (a->outcome != Outcome::regulated) return {};
        Ruling here = test(*a);
        if (!first && here.truth != out.truth) return {};
        if (first) out = std::move(here);
        first = false;
    }
    return out;
}

}  // namespace

Ruling Court::missing(const Claim& claim) const {
    const PlannedStep& step = claim.steps.front();
    return in_all(*answer_, [&](const Assessment& a) {
        int all = 0;
        const Finding* found = nullptr;
        for (const Finding& f : a.findings.list) {
            if (f.code != FindingCode::missing_step || !grave(f)) continue;
            ++all;
            if (wanted(f, "role") == step.role && wanted(f, "action") == step.action) found = &f;
        }
        if (found) return Ruling{all == 1 ? Truth::yes : Truth::unknown, found->message, found->clauses, ""};
        for (const RouteStep& s : a.route.steps) {
            const bool open = s.status != StepStatus::not_required && s.rule->action == step.action && (s.role.empty() || confusable(*ground_.catalogue, s.role, step.role));
            if (!open) continue;
            const bool there = std::any_of(case_.planned.begin(), case_.planned.end(), [&](const PlannedStep& p) { return p.role == step.role && p.action == step.action; });
            return there ? Ruling{Truth::no, "这一步已经安排，没有遗漏。", s.rule->clauses, ""} : Ruling{};
        }
        return Ruling{Truth::no, "条文没有要求" + step_title(*ground_.catalogue, step) + "。", matter_clauses(), ""};
    });
}

Ruling Court::complete() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::missing_step);
        return f ? Ruling{Truth::no, f->message, f->clauses, ""} : Ruling{};
    });
}

Ruling Court::wrong_step(const Claim& claim) const {
    return in_all(*answer_, [&](const Assessment& a) {
        int all = 0;
        const Finding* found = nullptr;
        const Finding* doubt = nullptr;
        for (const Finding& f : a.findings.list) {
            if (f.code == FindingCode::wrong_role && grave(f)) ++all;
            if (f.planned != claim.n || f.severity == Severity::note) continue;
            if (f.code == FindingCode::wrong_role && grave(f)) found = &f;
            else doubt = &f;
        }
        if (found) return Ruling{all == 1 ? Truth::yes : Truth::unknown, found->message, found->clauses, ""};
        if (doubt) return Ruling{};
        for (std::size_t s = 0; s < a.route.steps.size(); ++s) {
            if (a.alignment.planned_of[s] == claim.n && a.alignment.exact[s])
                return Ruling{Truth::no, "这一步与条文一致。", a.route.steps[s].rule->clauses, ""};
        }
        return Ruling{};
    });
}

Ruling Court::faultless() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::wrong_role);
        return f ? Ruling{Truth::no, f->message, f->clauses, ""} : Ruling{};
    });
}

// The order is right, which the findings would tell.
Ruling Court::disordered() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::wrong_role);
        if (find(a, FindingCode::out_of_order) || find(a, FindingCode::missing_step) || !f) return Ruling{};
        return Ruling{Truth::no, "次序没有违反条文，也没有缺少步骤；有错的是承办的人。", f->clauses, ""};
    });
}

Ruling Court::requires_thing(const Claim& claim) const {
    Case c = case_;
    c.done[claim.what].truth = Truth::no;
    const Assessment without = assessed(c);
    return in_all(without, [&](const Assessment& a) {
        for (const Finding& f : a.findings.list) {
            const bool about = f.code == FindingCode::prerequisite_unmet && !f.mend.empty() && f.mend.front().thing == claim.what;
            if (about) return grave(f) ? Ruling{Truth::yes, f.advice, f.clauses, ""} : Ruling{};
        }
        const Applied<Prerequisite>* idle = nullptr;
        for (const auto& p : a.route.prerequisites) {
            if (p.rule->thing != claim.what) continue;
            if (p.applies != Truth::no) return Ruling{};
            idle = &p;
        }
        for (const RouteStep& s : a.route.steps) {
            if (s.rule->thing == claim.what && s.status != StepStatus::not_required) return Ruling{};
        }
        if (idle) return Ruling{Truth::no, "该条另有前提，本件不具备：" + idle->rule->say, idle->rule->clauses, ""};
        return Ruling{Truth::no, "本事项的条款没有把它列为前提。", matter_clauses(), ""};
    });
}

}  // namespace signroute::quiz
