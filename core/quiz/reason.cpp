#include "core/quiz/reason.h"

#include <algorithm>
#include <set>

#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

constexpr std::size_t kMostClauses = 2;  // in a sentence

void add(std::vector<Clause>& to, const std::vector<Clause>& from) { to.insert(to.end(), from.begin(), from.end()); }

// A step of this role that does not come in: the same action best, else one that decides.
const RouteStep* idle_step(const Court& court, const std::string& role, const std::string& action) {
    const RouteStep* out = nullptr;
    for (const RouteStep& s : answers_of(court.answer()).front()->route.steps) {
        if (s.status != StepStatus::not_required || s.role != role || !is_written(*s.rule)) continue;
        if (s.rule->action == action) return &s;
        if (s.rule->decides) out = &s;
    }
    return out;
}

const RouteStep* own_step(const Court& court, const std::string& role) {
    for (const RouteStep& s : answers_of(court.answer()).front()->route.steps) {
        if (s.status == StepStatus::required && s.role == role) return &s;
    }
    return nullptr;
}

}  // namespace

std::string as_it_is(const Court& court, const std::vector<std::string>& facts) {
    std::string out;
    const std::set<std::string> each(facts.begin(), facts.end());
    for (const std::string& f : each) {
        const auto at = court.situation().facts.find(f);
        if (at == court.situation().facts.end()) continue;
        const std::string words = fact_in_words(court.catalogue(), court.situation().matters.front(), f, at->second);
        if (!words.empty()) out += words + "，";
    }
    if (out.empty()) return "";
    constexpr const char* of_the_case[] = {"属", "不属", "系", "不是", "涉及", "不涉及"};  // 本件属重要文件, but not 本件部门之间有分歧
    const bool speaks = std::any_of(std::begin(of_the_case), std::end(of_the_case), [&](const char* w) { return out.rfind(w, 0) == 0; });
    return (speaks ? "本件" : "题中") + out;
}

std::string not_here(const Court& court, const std::vector<std::string>& facts) {
    std::string out = as_it_is(court, facts);
    const std::string comma = "，";
    if (out.empty()) return "本件不在此列";
    out.resize(out.size() - comma.size());
    return out;
}

std::string by_rule(const Pack& pack, const Element& rule) {
    std::vector<Clause> first = rule.clauses;
    if (first.size() > kMostClauses) first.resize(kMostClauses);
    std::string say = without_stop(rule.say);
    const std::string other = "或者";  // of the rule before it, which is not told here
    if (say.compare(0, other.size(), other) == 0) say.erase(0, other.size());
    return "依" + clauses_in_words(pack, first) + "，" + say;
}

std::string reason_for(const Court& court, const RouteStep& step) { return as_it_is(court, step.because.facts) + by_rule(court.pack(), *step.rule) + "。"; }

namespace {

// What else in the text the role does: the same act best, or what it decides; null where there is nothing to tell apart.
std::pair<const Matter*, const StepRule*> elsewhere(const Court& court, const std::string& role, const std::string& action) {
    std::pair<const Matter*, const StepRule*> out{nullptr, nullptr};
    for (const Matter& m : court.pack().matters) {
        for (const StepRule& s : m.steps) {
            if (s.role != role || !is_written(s) || m.id == court.situation().matters.front() || s.clauses.empty()) continue;
            if (s.action == action) return {&m, &s};
            if (!out.second && s.decides) out = {&m, &s};
        }
    }
    return out;
}

}  // namespace

std::string why_not(const Court& court, const std::string& role, const StepRule& step, std::vector<Clause>& clauses) {
    const Catalogue& catalogue = court.catalogue();
    if (const RouteStep* idle = idle_step(court, role, step.action)) {
        add(clauses, idle->rule->clauses);
        return by_rule(court.pack(), *idle->rule) + "；" + not_here(court, idle->because.facts) + "，不适用。";
    }
    const std::string title = role_title(catalogue, role), act = action_title(catalogue, step);
    if (const RouteStep* own = own_step(court, role)) {
        add(clauses, own->rule->clauses);
        return title + "在本件中只负责" + action_title(catalogue, *own->rule) + "，不" + act + "：" + by_rule(court.pack(), *own->rule) + "。";
    }
    const auto [matter, other] = elsewhere(court, role, step.action);
    const std::string none = "本事项的条款（" + clauses_in_words(court.pack(), {step.clauses.front()}) + "）没有把" + act + "交给" + title;
    if (!other) return none + "。";
    add(clauses, {other->clauses.front()});
    const std::string place = clauses_in_words(court.pack(), {other->clauses.front()});
    return none + "；条款写明由其" + action_title(catalogue, *other) + "的，如“" + matter->title + "”（" + place + "）。";  // one of several
}

}  // namespace signroute::quiz
