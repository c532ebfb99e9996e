// Claims about what changes the answer: another fact, a judgement still to be made, another city.
#include <algorithm>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

std::optional<std::vector<const RouteStep*>> Court::required() const {
    std::vector<const RouteStep*> out;
    for (const Assessment* a : answers_of(*answer_)) {
        std::vector<const RouteStep*> here;
        if (!steps_settled(*a)) return std::nullopt;
        for (const RouteStep& s : a->route.steps) {
            if (s.status == StepStatus::unknown || s.status == StepStatus::judgement || (s.status == StepStatus::required && s.role.empty())) return std::nullopt;
            if (s.status == StepStatus::required && s.group.empty()) here.push_back(&s);
        }
        const auto same = [](const RouteStep* x, const RouteStep* y) { return x->rule == y->rule; };
        if (a != answers_of(*answer_).front() && !std::equal(here.begin(), here.end(), out.begin(), out.end(), same)) return std::nullopt;
        out = std::move(here);
    }
    return out;
}

std::vector<const StepRule*> Court::in_groups() const {
    std::vector<const StepRule*> out;
    for (const Assessment* a : answers_of(*answer_)) {
        for (const RouteStep& s : a->route.steps) {
            if (s.status == StepStatus::required && !s.group.empty()) out.push_back(s.rule);
        }
    }
    return out;
}

// Whether a required step is added or falls away.
Ruling Court::turns_route(const Court& changed) const {
    const auto before = required(), after = changed.required();
    if (!before || !after) return {};
    const auto missing_in = [&](const auto& from, const auto& in) -> const RouteStep* {
        for (const RouteStep* s : from) {
            const bool there = std::any_of(in.begin(), in.end(), [&](const RouteStep* t) { return t->role == s->role && t->rule->action == s->rule->action; });
            if (!there) return s;
        }
        return nullptr;
    };
    const RouteStep *gone = missing_in(*before, *after), *come = missing_in(*after, *before);
    if (!gone && !come && in_groups() != changed.in_groups()) return {};  // who of several may take a step is another question
    if (!gone && !come) return {Truth::no, "", matter_clauses(), ""};
    const RouteStep* s = come ? come : gone;
    return {Truth::yes, (come ? "增加了" : "不再需要") + title(*s) + "：" + by_rule(pack_, *s->rule) + "。", s->rule->clauses, ""};
}

// Both answers must be settled; then the last step is another's, or it is not.
Ruling Court::turns(const Claim& claim) const {
    if (claim.word == "route") {
        Case with = case_;
        for (const auto& [fact, value] : claim.change) with.facts[fact] = value;
        Ruling out = turns_route(Court(ground_, pack_, std::move(with)));
        if (out.truth == Truth::no)  // which of the changes it was, or each would be refuted by the same words
            out.why = "即使" + fact_in_words(catalogue(), case_.matters.front(), claim.change.begin()->first, claim.change.begin()->second) + "，必经的环节还是这些。";
        return out;
    }
    const RouteStep* now = last_step();
    if (!now || claim.change.empty()) return {};
    Case c = case_;
    for (const auto& [fact, value] : claim.change) c.facts[fact] = value;
    const Court changed(ground_, pack_, std::move(c));
    const RouteStep* then = changed.last_step();
    if (!then) return {};
    const bool other = now->role != then->role;
    if (other && confusable(catalogue(), now->role, then->role)) return {};
    const std::string was = title(*now), is = title(*then);
    return {other ? Truth::yes : Truth::no, (other ? "由" + was + "变为" + is + "：" : "仍由" + is + "：") + by_rule(pack_, *then->rule) + "。", then->rule->clauses, ""};
}

// The fact is for a person to judge and not stated, and who takes the last step hangs on it.
Ruling Court::depends(const Claim& claim) const {
    const FactRule* rule = find_fact(pack_, claim.what);
    if (!rule || !rule->judgement || case_.facts.count(claim.what)) return {};
    const RouteStep* first = nullptr;
    std::vector<Clause> clauses = rule->clauses;
    const Matter* m = find_matter(pack_, case_.matters.front());
    if (!m) return {};
    std::vector<Court> courts;
    for (const FactValue& value : values_of(ground_, pack_, conditions_of(*m), claim.what)) {
        Case c = case_;
        c.facts[claim.what] = value;
        courts.emplace_back(ground_, pack_, std::move(c));
    }
    bool differ = false;
    for (const Court& court : courts) {
        const RouteStep* last = court.last_step();
        if (!last) return {};
        differ |= first && first->role != last->role;
        first = first ? first : last;
        clauses.insert(clauses.end(), last->rule->clauses.begin(), last->rule->clauses.end());
    }
    if (!differ) return {};
    return {Truth::yes, "原文没有标准，判断不同，办理人就不同。" + rule->why, clauses, ""};
}

// No where a judgement that is still to be made decides it. `what` names it.
Ruling Court::certain(const Claim& claim) const {
    const Ruling hangs = depends(claim);
    if (hangs.truth != Truth::yes) return {};
    return {Truth::no, hangs.why, hangs.clauses, ""};
}

const Comparison& Court::comparison() const {
    if (!compared_) compared_ = std::make_shared<const Comparison>(compare(catalogue(), ground_.packs, case_.matters.front(), case_.facts));
    return *compared_;
}

// `words`: what each pack says to the row `what` ("aspect key") under the facts of the case; "" = nothing.
Ruling Court::says(const Claim& claim) const {
    const std::vector<const Pack*>& packs = ground_.packs;
    for (const ComparedRow& row : comparison().rows) {
        if (row.aspect + " " + row.key != claim.what) continue;
        Ruling out{Truth::yes, "", {}, ""};
        std::string off;
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const ComparedValue& v = row.values[i];
            if (v.truth == Truth::unknown) return {};
            const std::string said = v.truth == Truth::yes ? v.say : "";
            const std::string told = packs[i]->city + "：" + (said.empty() ? "原文未规定" : without_stop(said)) + "。";
            if (said != claim.words[i]) out.truth = Truth::no, off += packs[i]->city + "写错了。" + told;
            out.why += told;
            if (out.clauses.empty() && v.truth == Truth::yes) out.clauses = v.clauses, out.pack = packs[i]->id;
        }
        if (out.truth == Truth::no) out.why = off;
        return out;
    }
    return {};
}

}  // namespace signroute::quiz
