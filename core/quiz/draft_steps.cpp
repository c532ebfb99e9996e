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

std::string titles(const Catalogue& catalogue, const std::vector<PlannedStep>& steps, const char* between) {
    std::string out;
    for (const PlannedStep& s : steps) out += (out.empty() ? "" : between) + step_title(catalogue, s);
    return out;
}

std::string plan_in_words(const Catalogue& catalogue, const std::vector<PlannedStep>& plan) {
    std::string out;
    for (std::size_t i = 0; i < plan.size(); ++i) out += (i ? "；" : "") + std::to_string(i + 1) + "." + step_title(catalogue, plan[i]);
    return out;
}

Drafted draft_who_signs(const Court& court, const Key& key, Random&) {
    const RouteStep* last = court.last_step();
    if (!last) return std::nullopt;
    const Catalogue& catalogue = *court.ground().catalogue;
    const std::string action = last->rule->action;
    Draft out;
    out.situation = court.situation();
    const bool deputy = !last->rule->delegable_to.empty();
    out.ask = std::string(deputy ? "没有授权、委托他人的，" : "") + "依条文由谁" + action_title(catalogue, action) + "？";
    out.right = {of_steps(Claim::Is::decides, {step_of(last->role, action)}), role_title(catalogue, last->role)};
    for (const std::string& role : likely_roles(court, key.matter)) {
        const NamedRole *one = find_named(catalogue.roles, role), *right = find_named(catalogue.roles, last->role);
        if (role == last->role || !one || !right) continue;
        if (one->kind == right->kind) out.near.push_back({of_steps(Claim::Is::decides, {step_of(role, action)}), one->title});
    }
    out.answer = last->role + " " + action;
    return out;
}

Drafted draft_who_reviews(const Court& court, const Key& key, Random&) {
    const std::vector<PlannedStep> right = court.checks();
    if (right.empty() || right.size() > 5) return std::nullopt;
    const Catalogue& catalogue = *court.ground().catalogue;
    Draft out;
    out.situation = court.situation();
    out.ask = "依条文，本件必须经过哪些审核、会签、同意等环节，不多也不少？";
    const auto offer = [&](std::vector<PlannedStep> steps) {
        const std::string text = steps.empty() ? "都不须经过" : titles(catalogue, steps, "、");
        return Offer{of_steps(Claim::Is::checks, std::move(steps)), text};
    };
    out.right = offer(right);
    for (std::size_t i = 0; i < right.size(); ++i) {
        std::vector<PlannedStep> fewer = right;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        out.near.push_back(offer(fewer));
    }
    for (const RouteStep& s : answers_of(court.answer()).front()->route.steps) {
        if (s.status != StepStatus::not_required || !is_check(s.rule->action) || s.role.empty()) continue;
        std::vector<PlannedStep> more = right;
        more.insert(more.begin(), step_of(s.role, s.rule->action));
        if (!has(right, more.front())) out.near.push_back(offer(more));
    }
    for (const std::string& role : likely_roles(court, key.matter)) {
        const NamedRole* named = find_named(catalogue.roles, role);
        if (!named || named->kind != RoleKind::person || has(right, step_of(role, "review"))) continue;
        std::vector<PlannedStep> more = right, other = right;
        more.push_back(step_of(role, "review"));
        out.far.push_back(offer(more));
        const NamedRole* was = find_named(catalogue.roles, other.back().role);
        if (!was || was->kind != RoleKind::person || has(right, step_of(role, other.back().action))) continue;
        other.back().role = role;
        out.far.push_back(offer(other));
    }
    out.answer = titles(catalogue, right, " ");
    return out;
}

Drafted draft_order(const Court& court, const Key&, Random& random) {
    const std::vector<PlannedStep> right = court.plan();
    if (right.size() < 2 || right.size() > 6) return std::nullopt;
    const Catalogue& catalogue = *court.ground().catalogue;
    Draft out;
    out.situation = court.situation();
    out.ask = "下列哪一种办理次序符合条文？";
    const auto offer = [&](const std::vector<PlannedStep>& steps) { return Offer{of_steps(Claim::Is::sequence, steps), titles(catalogue, steps, " → ")}; };
    out.right = offer(right);
    for (int i = 0; i < 6; ++i) {
        std::vector<PlannedStep> mixed = right;
        random.shuffle(mixed);
        out.near.push_back(offer(mixed));
    }
    for (std::size_t i = 0; i + 1 < right.size(); ++i) {
        std::vector<PlannedStep> swapped = right, fewer = right;
        std::swap(swapped[i], swapped[i + 1]);
        if (right.size() < 4) out.near.push_back(offer(swapped));
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (right.size() == 2) out.far.push_back({of_steps(Claim::Is::sequence, fewer), "只办" + titles(catalogue, fewer, "、") + "，不必" + step_title(catalogue, right[i])});
        else out.far.push_back(offer(fewer));
        out.far.push_back({of_steps(Claim::Is::unordered, swapped), step_title(catalogue, right[i]) + "与" + step_title(catalogue, right[i + 1]) + "先后不限"});
    }
    out.answer = titles(catalogue, right, " ");
    return out;
}

}  // namespace signroute::quiz
