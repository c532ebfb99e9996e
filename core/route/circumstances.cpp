// Conditions held against a situation, and planned steps against patterns.
#include <algorithm>

#include "core/facts/completions.h"
#include "core/route/route.h"

namespace signroute {

Rules in_words_of(const Rules& rules, const Case& situation) {
    Rules out = rules;
    if (!situation.matters.empty()) out.matter = situation.matters.front();
    return out;
}

std::string fact_question(const Rules& rules, const std::string& fact) {
    const FactRule* rule = find_fact(*rules.pack, fact);
    if (!rule) return title_in(rules.catalogue->facts, fact);
    const auto own = rule->in.find(rules.matter);
    return own == rule->in.end() ? rule->question : own->second;
}

bool is_role(const Catalogue& catalogue, std::string_view role, std::string_view wanted) {
    if (role == wanted) return true;
    if (role.empty()) return false;
    const NamedRole* r = find_named(catalogue.roles, role);
    return r && std::find(r->is_a.begin(), r->is_a.end(), wanted) != r->is_a.end();
}

Truth matches(const Catalogue& catalogue, const PlannedStep& step, const StepPattern& pattern) {
    const auto fits = [&](const std::string& got, bool unknown, const std::vector<std::string>& wanted, bool roles) {
        if (wanted.empty()) return Truth::yes;
        const auto any = [&](const auto& test) { return std::any_of(wanted.begin(), wanted.end(), test); };
        const NamedRole* role = roles && !got.empty() ? find_named(catalogue.roles, got) : nullptr;
        if (any([&](const std::string& w) { return got == w || (role && std::find(role->is_a.begin(), role->is_a.end(), w) != role->is_a.end()); })) return Truth::yes;
        const bool wider = role && any([&](const std::string& w) { return is_role(catalogue, w, got); });
        return unknown || wider ? Truth::unknown : Truth::no;
    };
    const Truth action = fits(step.action, step.action.empty(), pattern.actions, false);
    if (action == Truth::no) return Truth::no;
    const Truth role = fits(step.role, step.role.empty(), pattern.roles, true);
    if (role == Truth::no) return Truth::no;
    const bool other_addressee = !pattern.to.empty() && !step.to.empty() && !find_named(catalogue.roles, step.to);
    const Truth to = fits(step.to, other_addressee, pattern.to, true), form = fits(step.form, false, pattern.forms, false);
    if (to == Truth::no || form == Truth::no) return Truth::no;
    return action == Truth::yes && role == Truth::yes && to == Truth::yes && form == Truth::yes ? Truth::yes : Truth::unknown;
}

namespace {

std::vector<std::string> options_of(const Catalogue& catalogue, const std::string& fact) {
    std::vector<std::string> out;
    const NamedFact* named = find_named(catalogue.facts, fact);
    if (!named || named->options_are_roles) return out;
    for (const Named& option : named->options) out.push_back(option.id);
    return out;
}

bool looks_at_things(const Condition& c) {
    return c.op == Condition::Op::done || std::any_of(c.parts.begin(), c.parts.end(), looks_at_things);
}

Truth plans(const Rules& rules, const Case& situation, const StepPattern& pattern) {
    Truth out = Truth::no;
    for (const PlannedStep& s : situation.planned) {
        const Truth one = matches(*rules.catalogue, s, pattern);
        if (one == Truth::yes) return Truth::yes;
        if (one == Truth::unknown) out = Truth::unknown;
    }
    return out;
}

// Calls `look` with the circumstances of the situation.
template <class Look>
auto looked_at(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter, const Look& look) {
    std::map<std::string, Truth, std::less<>> done;
    if (!situation.done.empty() && looks_at_things(condition)) {
        for (const auto& [id, d] : situation.done) done[id] = d.truth;
    }
    const auto chosen = choice.find(matter);
    Circumstances in;
    in.facts = &situation.facts;
    in.done = &done;
    if (chosen != choice.end()) in.readings = &chosen->second;
    in.planned = [&](const StepPattern& pattern) { return plans(rules, situation, pattern); };
    return look(in);
}

}  // namespace

Judged judge_in(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter) {
    if (condition.op == Condition::Op::always) return {};
    return looked_at(rules, condition, situation, choice, matter, [&](const Circumstances& in) {
        return judge_in_every_completion(condition, in, [&](const std::string& fact) { return options_of(*rules.catalogue, fact); });
    });
}

Truth truth_in(const Rules& rules, const Condition& condition, const Case& situation, const Choice& choice, const std::string& matter) {
    if (condition.op == Condition::Op::always) return Truth::yes;
    return looked_at(rules, condition, situation, choice, matter, [&](const Circumstances& in) { return truth_of(condition, in); });
}

}  // namespace signroute
