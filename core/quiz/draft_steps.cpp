// Who signs, who reviews, in which order.
#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

constexpr const char* kUsual[] = {"mayor", "executive_vice_mayor", "vice_mayor_in_charge", "secretary_general", "deputy_secretary_general",
                                  "office_director", "office_deputy_director", "department_head", "leader_in_charge", "vice_mayors_concerned"};

Claim of_steps(Claim::Is is, std::vector<PlannedStep> steps) {
    Claim out;
    out.is = is;
    out.steps = std::move(steps);
    return out;
}

PlannedStep step_of(const std::string& role, const std::string& action) {
    PlannedStep out;
    out.role = role;
    out.action = action;
    return out;
}

bool has(const std::vector<PlannedStep>& list, const PlannedStep& step) {
    return std::any_of(list.begin(), list.end(), [&](const PlannedStep& s) { return s.role == step.role && s.action == step.action; });
}

}  // namespace

std::vector<std::string> likely_roles(const Court& court, const std::string& matter) {
    std::vector<std::string> out;
    const auto add = [&](const std::string& role) {
        if (!role.empty() && std::find(out.begin(), out.end(), role) == out.end()) out.push_back(role);
    };
    if (const Matter* m = find_matter(court.pack(), matter)) {
        for (const StepRule& s : m->steps) add(s.role);
    }
    for (const char* role : kUsual) {
        if (find_role(court.pack(), role)) add(role);
    }
    for (const Body& b : court.pack().bodies) add(b.id);
    return out;
}

std::string titles(const Court& court, const std::vector<PlannedStep>& steps, const char* between) {
    std::string out;
    for (const PlannedStep& s : steps) out += (out.empty() ? "" : between) + court.title(s.role, s.action);
    return out;
}

std::string plan_in_words(const Court& court, const std::vector<PlannedStep>& plan) {
    std::string out;
    for (std::size_t i = 0; i < plan.size(); ++i) out += (i ? "；" : "") + std::to_string(i + 1) + "." + court.title(plan[i].role, plan[i].action);
    return out;
}

bool fits_a_meeting(const Court& court, const std::string& action) {
    constexpr const char* decisions[] = {"approve", "consent", "decide", "adopt", "deliberate", "finalize", "instruct", "set_agenda", "sign", "sign_off", "review_and_sign"};
    if (std::any_of(std::begin(decisions), std::end(decisions), [&](const char* d) { return action == d; })) return true;
    return std::any_of(court.pack().matters.begin(), court.pack().matters.end(), [&](const Matter& m) {
        return std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& s) { return s.action == action && find_body(court.pack(), s.role) && is_meeting(s.role); });
    });
}

Drafted draft_who_signs(const Court& court, const Key& key, Random&) {
    const RouteStep* last = court.last_step();
    if (!last) return std::nullopt;
    const Catalogue& catalogue = court.catalogue();
    const std::string action = last->rule->action;
    Draft out;
    out.situation = court.situation();
    const bool deputy = !last->rule->delegable_to.empty();
    out.ask = std::string(deputy ? "没有授权、委托他人的，" : "") + "依条文由谁" + action_title(catalogue, *last->rule) + "？";
    out.right = {of_steps(Claim::Is::decides, {step_of(last->role, action)}), role_title(catalogue, last->role)};
    const Matter* m = find_matter(court.pack(), key.matter);
    const bool trip = m && m->kind == "travel";  // no meeting lets anybody go on leave
    for (const std::string& role : likely_roles(court, key.matter)) {
        const NamedRole *one = find_named(catalogue.roles, role), *right = find_named(catalogue.roles, last->role);
        if (role == last->role || !one || !right) continue;
        const bool alike = one->kind == right->kind, board = one->kind == RoleKind::body && is_meeting(role) && fits_a_meeting(court, action) && !trip;
        if (alike || board) (alike ? out.near : out.far).push_back({of_steps(Claim::Is::decides, {step_of(role, action)}), one->title});
    }
    out.answer = last->role + " " + action;
    return out;
}

namespace {

Drafted who_need_not(const Court& court, const Key& key) {
    const Matter* m = find_matter(court.pack(), key.matter);
    const auto* rule = m ? static_cast<const StepRule*>(element_of(*m, key.element)) : nullptr;
    const auto needed = court.required();
    if (!rule || !needed) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "就本件而言，下列哪一个环节依条文不须经过？";
    const auto offer = [&](const std::string& role, const std::string& action) {
        return Offer{of_steps(Claim::Is::dispensable, {step_of(role, action)}), court.title(role, action)};
    };
    out.right = offer(rule->role, rule->action);
    for (const RouteStep* s : *needed) (is_check(s->rule->action) ? out.near : out.far).push_back(offer(s->role, s->rule->action));
    out.answer = out.right.text;
    return out;
}

// Who checks something somewhere in this city, after those who are likely anyway.
std::vector<std::string> checkers(const Court& court, const std::string& matter) {
    std::vector<std::string> out = likely_roles(court, matter);
    for (const Matter& m : court.pack().matters) {
        for (const StepRule& s : m.steps) {
            if (is_check(s.action) && !s.role.empty() && std::find(out.begin(), out.end(), s.role) == out.end()) out.push_back(s.role);
        }
    }
    return out;
}

}  // namespace

Drafted draft_who_reviews(const Court& court, const Key& key, Random&) {
    if (key.variant == "spared") return who_need_not(court, key);
    const std::vector<PlannedStep> right = court.checks();
    if (right.empty() || right.size() > 5) return std::nullopt;
    const Catalogue& catalogue = court.catalogue();
    Draft out;
    out.situation = court.situation();
    out.ask = "依条文，本件须经谁审核、核稿、会签、审定或者同意？（最后作出决定的人和会议，以及征求意见、合法性审查、公平竞争审查等，均不计在内）";
    const auto offer = [&](std::vector<PlannedStep> steps) {
        const std::string text = steps.empty() ? "都不须经过" : titles(court, steps, "、");
        return Offer{of_steps(Claim::Is::checks, std::move(steps)), text};
    };
    out.right = offer(right);
    for (std::size_t i = 0; i < right.size(); ++i) {
        std::vector<PlannedStep> fewer = right;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        out.near.push_back(offer(fewer));
    }
    if (right.size() > 1) out.far.push_back(offer({}));
    const std::vector<RouteStep>& route = answers_of(court.answer()).front()->route.steps;
    for (const RouteStep& s : route) {
        if (s.status != StepStatus::not_required || !is_check(s.rule->action) || s.role.empty()) continue;
        std::vector<PlannedStep> more = right;
        more.insert(more.begin(), step_of(s.role, s.rule->action));
        if (!has(right, more.front())) out.near.push_back(offer(more));
    }
    for (const std::string& role : checkers(court, key.matter)) {
        const NamedRole* named = find_named(catalogue.roles, role);
        if (!named || named->kind == RoleKind::body || std::any_of(route.begin(), route.end(), [&](const RouteStep& s) { return s.role == role && reviews_law(s); })) continue;
        for (std::size_t i = 0; i < right.size(); ++i) {
            std::vector<PlannedStep> other = right;
            const NamedRole* was = find_named(catalogue.roles, other[i].role);
            if (!was || was->kind != named->kind || std::any_of(right.begin(), right.end(), [&](const PlannedStep& r) { return confusable(catalogue, r.role, role); })) continue;
            other[i].role = role;
            out.far.push_back(offer(other));
        }
    }
    out.answer = titles(court, right, " ");
    return out;
}

namespace {

// "甲审核与乙签发先后不限" and the like, of two steps that follow each other.
void deny_order(const Court& court, const PlannedStep& a, const PlannedStep& b, std::vector<Offer>& out) {
    const std::string one = court.title(a.role, a.action), other = court.title(b.role, b.action);
    out.push_back({of_steps(Claim::Is::unordered, {a, b}), one + "与" + other + "先后不限"});
    out.push_back({of_steps(Claim::Is::dispensable, {a}), "只须" + other + "，" + one + "可以省去"});
    out.push_back({of_steps(Claim::Is::dispensable, {b}), "只须" + one + "，" + other + "可以省去"});
}

}  // namespace

Drafted draft_order(const Court& court, const Key& key, Random& random) {
    const Matter* m = find_matter(court.pack(), key.matter);
    const Element* element = m ? element_of(*m, key.element) : nullptr;
    const Route& route = answers_of(court.answer()).front()->route;
    std::vector<PlannedStep> right;
    for (const RouteStep& s : route.steps) {
        if (s.rule != element) continue;
        for (const RouteStep* one : row_to(route, s)) right.push_back(step_of(one->role, one->rule->action));
    }
    if (right.size() < 2 || right.size() > 6) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "就下列环节而言，哪一种次序是条文写明的？";
    const auto offer = [&](const std::vector<PlannedStep>& steps) { return Offer{of_steps(Claim::Is::sequence, steps), titles(court, steps, " → ")}; };
    out.right = offer(right);
    for (int i = 0; i < 8; ++i) {
        std::vector<PlannedStep> mixed = right;
        random.shuffle(mixed);
        out.near.push_back(offer(mixed));
    }
    for (std::size_t i = 0; i + 1 < right.size(); ++i) {
        std::vector<PlannedStep> swapped = right;
        std::swap(swapped[i], swapped[i + 1]);
        out.near.push_back(offer(swapped));
        if (right.size() < 4) deny_order(court, right[i], right[i + 1], out.far);
    }
    out.answer = titles(court, right, " ");
    return out;
}

}  // namespace signroute::quiz
