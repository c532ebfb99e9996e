#include "core/findings/finding.h"

#include <algorithm>

namespace signroute {

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::ask: return "ask";
        case Severity::note: return "note";
    }
    return "";
}

std::string_view name(FindingCode code) {
    static constexpr std::string_view names[kFindingCodes] = {
        "missing_step", "superfluous_step", "out_of_order", "wrong_role",      "wrong_action",    "unknown_role",
        "not_authorised", "prerequisite_unmet", "forbidden", "wrong_body",     "over_limit",      "too_late",
        "too_early",    "impossible_date",  "needs_judgement", "unknown_fact", "not_regulated",   "two_readings"};
    return names[static_cast<int>(code)];
}

std::string_view name(CheckResult result) {
    switch (result) {
        case CheckResult::held: return "held";
        case CheckResult::broken: return "broken";
        case CheckResult::not_applicable: return "not_applicable";
        case CheckResult::unknown: return "unknown";
    }
    return "";
}

Severity severity_of(Strength strength) {
    switch (strength) {
        case Strength::must: return Severity::error;
        case Strength::should: return Severity::warning;
        case Strength::may: return Severity::note;
        case Strength::unclear: return Severity::ask;
    }
    return Severity::ask;
}

std::string role_title(const Catalogue& catalogue, const std::string& id) {
    return title_in(catalogue.roles, id);
}

std::string action_title(const Catalogue& catalogue, const std::string& id) {
    return title_in(catalogue.actions, id);
}

std::string thing_title(const Catalogue& catalogue, const std::string& thing) { return title_in(catalogue.things, thing); }

std::string event_title(const Catalogue& catalogue, const std::string& event) { return title_in(catalogue.events, event); }

std::string limit_title(const Catalogue& catalogue, const TimeLimit& limit) {
    return limit.title.empty() ? title_in(catalogue.limits, limit.id) : limit.title;
}

std::string step_title(const Catalogue& catalogue, const std::string& role, const std::string& action) {
    return (role.empty() ? "" : role_title(catalogue, role)) + action_title(catalogue, action);
}

std::string action_title(const Catalogue& catalogue, const StepRule& rule) {
    return rule.word.empty() ? action_title(catalogue, rule.action) : rule.word;
}

std::string step_title(const Catalogue& catalogue, const std::string& role, const StepRule& rule) {
    if (role.empty() && !rule.to.empty()) return action_title(catalogue, rule) + role_title(catalogue, rule.to);  // 报送市外事部门, by nobody who is named
    return (role.empty() ? "" : role_title(catalogue, role)) + action_title(catalogue, rule);
}

std::string actor_words(const Catalogue& catalogue, const PlannedStep& step) {
    return step.role_text.empty() && !step.role.empty() ? role_title(catalogue, step.role) : step.role_text;
}

std::string action_words(const Catalogue& catalogue, const PlannedStep& step) {
    if (step.action.empty() || !step.action_text.empty()) return step.action_text;
    return action_title(catalogue, step.action);
}

std::string act_with_addressee(const Catalogue& catalogue, const PlannedStep& step) {
    const std::string act = action_words(catalogue, step);
    const bool named = !step.action_text.empty() && !find_named(catalogue.actions, step.action_text);  // 报送市政府
    if (step.to.empty() || named) return act;
    constexpr std::string_view opinion = "意见";
    const std::size_t verb = act.size() > opinion.size() ? act.size() - opinion.size() : 0;
    if (verb && act.compare(verb, opinion.size(), opinion) == 0) return act.substr(0, verb) + role_title(catalogue, step.to) + act.substr(verb);
    return act + role_title(catalogue, step.to);
}

std::string step_title(const Catalogue& catalogue, const PlannedStep& step) {
    return actor_words(catalogue, step) + action_words(catalogue, step);
}

void merge_clauses(std::vector<Clause>& to, std::span<const Clause> more) {
    for (const Clause& c : more) {
        if (std::find(to.begin(), to.end(), c) == to.end()) to.push_back(c);
    }
}

std::vector<Clause> clause_list(std::span<const Clause> clauses) { return {clauses.begin(), clauses.end()}; }

}  // namespace signroute
