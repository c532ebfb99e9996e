// What is missing from a route, which step of it is wrong, what must be done first.
#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

// The place in the plan of the step that the key names ("step:sign_off"), or none.
std::optional<std::size_t> place_of(const Court& court, const Key& key, const std::vector<PlannedStep>& plan) {
    const Matter* m = find_matter(court.pack(), key.matter);
    const Element* element = m ? element_of(*m, key.element) : nullptr;
    if (!element) return std::nullopt;
    for (const RouteStep& s : answers_of(court.answer()).front()->route.steps) {
        if (s.rule != element) continue;
        for (std::size_t i = 0; i < plan.size(); ++i) {
            if (plan[i].role == s.role && plan[i].action == s.rule->action) return i;
        }
    }
    return std::nullopt;
}

Claim of_step(Claim::Is is, const PlannedStep& step) {
    Claim out;
    out.is = is;
    out.steps = {step};
    return out;
}

Offer plain(Claim::Is is, const char* text) {
    Offer out;
    out.claim.is = is;
    out.text = text;
    return out;
}

Offer need(const Catalogue& catalogue, const std::string& thing, bool before) {
    Offer out;
    if (before) out.claim.word = "before";
    out.claim.is = Claim::Is::requires_thing;
    out.claim.what = thing;
    out.text = thing_title(catalogue, thing);
    return out;
}

}  // namespace

Drafted draft_missing(const Court& court, const Key& key, Random&) {
    const Catalogue& catalogue = court.catalogue();
    std::vector<PlannedStep> plan = court.plan();
    const auto at = place_of(court, key, plan);
    if (!at || plan.size() < 2) return std::nullopt;
    const PlannedStep gone = plan[*at];
    plan.erase(plan.begin() + static_cast<std::ptrdiff_t>(*at));
    Draft out;
    out.situation = court.situation();
    out.situation.has_plan = true;
    out.situation.planned = plan;
    out.added = "拟办路线：" + plan_in_words(court, plan) + "。";
    out.ask = "对照条文，这条路线缺少哪一步？";
    out.right = {of_step(Claim::Is::missing, gone), court.title(gone.role, gone.action)};
    for (const RouteStep& s : answers_of(court.answer()).front()->route.steps) {
        PlannedStep step;
        step.role = s.role;
        step.action = s.rule->action;
        if (s.status == StepStatus::not_required && !s.role.empty()) out.near.push_back({of_step(Claim::Is::missing, step), court.title(step.role, step.action)});
    }
    const std::string act = out.right.text.substr(role_title(catalogue, gone.role).size());  // as the clause calls it, whoever is offered
    for (const std::string& role : likely_roles(court, key.matter)) {
        const NamedRole *named = find_named(catalogue.roles, role), *was = find_named(catalogue.roles, gone.role);
        if (named && named->kind == RoleKind::body && (role == "study_session" || role == "city_wide_meeting" || role == "mayor_briefing_meeting" || !fits_a_meeting(court, gone.action))) continue;
        PlannedStep step = gone;
        step.role = role;
        if (named && was && role != gone.role) (named->kind == was->kind ? out.near : out.far).push_back({of_step(Claim::Is::missing, step), named->title + act});
    }
    for (const PlannedStep& there : plan) {  // who takes another step too must not be the answer for being named
        if (there.role == gone.role) out.far.push_back({of_step(Claim::Is::missing, there), court.title(there.role, there.action)});
    }
    out.near.push_back(plain(Claim::Is::complete, "没有缺少步骤"));
    out.answer = gone.role + " " + gone.action;
    return out;
}

Drafted draft_wrong_step(const Court& court, const Key& key, Random&) {
    std::vector<PlannedStep> plan = court.plan();
    const auto at = place_of(court, key, plan);
    if (!at || plan.size() > 6) return std::nullopt;
    const std::string was = plan[*at].role;
    plan[*at].role = key.variant;
    Draft out;
    out.situation = court.situation();
    out.situation.has_plan = true;
    out.situation.planned = plan;
    out.added = "拟办路线：" + plan_in_words(court, plan) + "。";
    out.ask = "对照条文，这条路线哪里有错？";
    for (std::size_t i = 0; i < plan.size(); ++i) {
        Offer o;
        o.claim.is = Claim::Is::wrong_step;
        o.claim.n = static_cast<std::int64_t>(i);
        o.text = "第" + std::to_string(i + 1) + "步（" + court.title(plan[i].role, plan[i].action) + "）承办主体有误";
        if (i == *at) out.right = o;
        else out.near.push_back(o);
    }
    out.near.push_back(plain(Claim::Is::faultless, "各步都没有错误"));
    out.far.push_back(plain(Claim::Is::disordered, "承办主体都对，错在次序颠倒"));
    out.far.push_back(plain(Claim::Is::disordered, "承办主体都对，错在少了一步"));
    out.answer = was + " not " + key.variant;
    return out;
}

Drafted draft_prerequisite(const Court& court, const Key& key, Random&) {
    const Catalogue& catalogue = court.catalogue();
    const Matter* m = find_matter(court.pack(), key.matter);
    const auto* rule = m ? static_cast<const Prerequisite*>(element_of(*m, key.element)) : nullptr;
    if (!rule) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    const RouteStep* before = find_step(answers_of(court.answer()).front()->route, key.matter, rule->before);
    const std::string who = rule->by.empty() ? "" : role_title(catalogue, rule->by);
    out.ask = (before ? "在" + court.title(*before) + "之前，依条文" : "依条文，") + who + "必须做到下列哪一项？";
    out.right = need(catalogue, rule->thing, !rule->duty);
    for (const Prerequisite& p : m->prerequisites) {
        if (p.thing != rule->thing) out.near.push_back(need(catalogue, p.thing, !rule->duty));
    }
    for (const Matter& other : court.pack().matters) {
        for (const Prerequisite& p : other.prerequisites) {
            if (p.thing != rule->thing) out.far.push_back(need(catalogue, p.thing, !rule->duty));
        }
    }
    out.answer = rule->thing;
    return out;
}

}  // namespace signroute::quiz
