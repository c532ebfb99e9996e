// Claims about a plan that is given, and about what has to be done beside the steps.
#include <algorithm>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"
#include "core/words.h"

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
        if (!steps_settled(*a)) return {};
        Ruling here = test(*a);
        if (!first && here.truth != out.truth) return {};
        if (first) out = std::move(here);
        first = false;
    }
    return out;
}

// Things that can only come when the document is out or the decision is taken.
bool comes_after(const std::string& thing) {
    constexpr const char* things[] = {"published", "filed_with_congress", "filed_with_government", "filed_with_superior", "filed_with_state_council",
                                      "filed_with_provincial_congress", "filed_after_issue", "policy_interpreted", "cost_effect_evaluated", "remediation_report",
                                      "written_follow_up_report"};
    return std::any_of(std::begin(things), std::end(things), [&](const char* t) { return thing == t; });
}

// Things that make sense in matters of one sort alone: nobody hands in a form for journeys with a document. What any
// document or agenda may need (reviews, opinions, papers, approvals) is never among them.
bool of_one_sort(const std::string& thing) {
    constexpr const char* things[] = {"prior_report_form", "report_form_filled", "travel_approved", "travel_asked", "foreign_travel_approved", "written_leave",
                                      "meeting_leave_asked", "meeting_leave_granted", "attendee_list", "observers_consulted", "invitation_letter",
                                      "invitation_by_document", "reception_plan", "activity_plan", "in_annual_meeting_plan", "budget_included",
                                      "extra_meeting_approved", "in_legislative_plan", "in_normative_plan", "minutes_draft", "publicity_stated",
                                      "publication_approved", "information_strictly_reviewed", "reply_time_agreed", "progress_explained", "reason_statement",
                                      "staffing_negotiated", "opinion_plan"};
    return comes_after(thing) || std::any_of(std::begin(things), std::end(things), [&](const char* t) { return thing == t; });
}

// The step of the route that a finding wants.
const RouteStep* wanted_step(const Assessment& a, const Finding& f) {
    for (std::size_t i = 0; i < a.route.steps.size(); ++i) {
        const RouteStep& s = a.route.steps[i];
        const bool named = s.role == wanted(f, "role") && s.rule->action == wanted(f, "action");
        const bool here = f.code == FindingCode::wrong_role && f.planned && a.alignment.planned_of[i] == f.planned;
        if (s.status == StepStatus::required && (named || here)) return &s;
    }
    return nullptr;
}

// The finding with the rule it rests on and the facts that decide.
Ruling told(const Court& court, const Assessment& a, Truth truth, const Finding& f) {
    const RouteStep* s = wanted_step(a, f);
    return {truth, s ? without_stop(f.message) + "。" + reason_for(court, *s) : f.message, f.clauses, ""};
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
        if (found && beside_its_like(a, step.role)) return Ruling{};
        if (found) return told(*this, a, all == 1 ? Truth::yes : Truth::unknown, *found);
        for (const RouteStep& s : a.route.steps) {
            const bool open = s.status != StepStatus::not_required && one_act(catalogue(), as_planned(s), step) && (s.role.empty() || confusable(catalogue(), s.role, step.role));
            if (!open) continue;
            const bool there = std::any_of(case_.planned.begin(), case_.planned.end(), [&](const PlannedStep& p) { return p.role == step.role && p.action == step.action; });
            return there ? Ruling{Truth::no, "路线中已有这一步，没有遗漏：" + by_rule(pack_, *s.rule) + "。", s.rule->clauses, ""} : Ruling{};
        }
        if (let_elsewhere(step)) return Ruling{};
        for (const RouteStep& s : a.route.steps) {
            if (s.status != StepStatus::not_required || !is_written(*s.rule) || s.role != step.role || s.rule->action != step.action) continue;
            return Ruling{Truth::no, "不须" + title(step.role, step.action) + "：" + by_rule(pack_, *s.rule) + "；" + not_here(*this, s.because.facts) + "。", s.rule->clauses, ""};
        }
        if (named_otherwise(step.role)) return Ruling{};
        for (const RouteStep& s : a.route.steps) {  // the rules give it to somebody else
            if (s.status != StepStatus::required || !s.group.empty() || s.role.empty() || s.rule->action != step.action) continue;
            std::vector<Clause> clauses = s.rule->clauses;
            const std::string why = why_not(*this, step.role, *s.rule, clauses);
            return Ruling{Truth::no, why, clauses, ""};
        }
        return Ruling{};  // that nothing is said of it proves nothing
    });
}

Ruling Court::complete() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::missing_step);
        return f ? told(*this, a, Truth::no, *f) : Ruling{};
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
        if (found) return told(*this, a, all == 1 ? Truth::yes : Truth::unknown, *found);
        if (doubt) return Ruling{};
        for (std::size_t s = 0; s < a.route.steps.size(); ++s) {
            if (a.alignment.planned_of[s] == claim.n && a.alignment.exact[s])
                return Ruling{Truth::no, "这一步与条文一致：" + by_rule(pack_, *a.route.steps[s].rule) + "。", a.route.steps[s].rule->clauses, ""};
        }
        return Ruling{};
    });
}

Ruling Court::faultless() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::wrong_role);
        return f ? told(*this, a, Truth::no, *f) : Ruling{};
    });
}

// The order is right, which the findings would tell.
Ruling Court::disordered() const {
    return in_all(*answer_, [&](const Assessment& a) {
        const Finding* f = find(a, FindingCode::wrong_role);
        if (find(a, FindingCode::out_of_order) || find(a, FindingCode::missing_step) || !f) return Ruling{};
        return Ruling{Truth::no, "次序没有违反条文，也没有缺少步骤；" + f->message, f->clauses, ""};
    });
}

// A thing of this matter is refuted where its rule does not apply or is for afterwards; any other only where it belongs to
// matters of quite another sort, and is not asked for by any of this sort. That this matter's rules do not name it is no proof.
Ruling Court::requires_thing(const Claim& claim) const {
    Case c = case_;
    c.done[claim.what].truth = Truth::no;
    const Assessment without = assessed(c);
    return in_all(without, [&](const Assessment& a) {
        for (const Finding& f : a.findings.list) {
            const bool about = f.code == FindingCode::prerequisite_unmet && !f.mend.empty() && f.mend.front().thing == claim.what;
            if (about) return owed(a, claim, f);
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
        if (idle) return Ruling{Truth::no, by_rule(pack_, *idle->rule) + "；" + not_here(*this, idle->because.facts) + "。", idle->rule->clauses, ""};
        return belongs_elsewhere(claim);
    });
}

// `word` "before": it was asked what has to be done beforehand.
Ruling Court::owed(const Assessment& a, const Claim& claim, const Finding& f) const {
    for (const auto& p : a.route.prerequisites) {
        if (p.rule->thing != claim.what || p.applies != Truth::yes) continue;
        const std::string why = as_it_is(*this, p.because.facts) + by_rule(pack_, *p.rule) + "。";
        if (!p.rule->duty || claim.word.empty()) return grave(f) ? Ruling{Truth::yes, why, p.rule->clauses, ""} : Ruling{};
        return comes_after(claim.what) ? Ruling{Truth::no, "这是事后办理的，不是前提：" + why, p.rule->clauses, ""} : Ruling{};
    }
    return {};
}

Ruling Court::belongs_elsewhere(const Claim& claim) const {
    const NamedMatter* here = find_named(ground_.catalogue->matters, case_.matters.front());
    const Prerequisite* rule = nullptr;
    const Matter* whose = nullptr;
    for (const Matter& m : pack_.matters) {
        const NamedMatter* there = find_named(ground_.catalogue->matters, m.id);
        for (const Prerequisite& p : m.prerequisites) {
            if (p.thing != claim.what) continue;
            if (!here || !there || there->kind == here->kind || there->topic == here->topic) return {};
            rule = rule ? rule : &p;
            whose = whose ? whose : &m;
        }
    }
    if (!rule || !of_one_sort(claim.what)) return {};
    return {Truth::no, "这是“" + whose->title + "”的要求：" + by_rule(pack_, *rule) + "。", rule->clauses, ""};
}

}  // namespace signroute::quiz
