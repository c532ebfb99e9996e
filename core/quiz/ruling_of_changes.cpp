// Claims about what changes the answer: another fact, a judgement still to be made, another city.
#include <algorithm>

#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

// Both answers must be settled; then the last step is another's, or it is not.
Ruling Court::turns(const Claim& claim) const {
    const RouteStep* now = last_step();
    if (!now || claim.change.empty()) return {};
    Case c = case_;
    for (const auto& [fact, value] : claim.change) c.facts[fact] = value;
    const Court changed(ground_, pack_, std::move(c));
    const RouteStep* then = changed.last_step();
    if (!then) return {};
    const bool other = now->role != then->role;
    const std::string was = step_title(*ground_.catalogue, now->role, now->rule->action), is = step_title(*ground_.catalogue, then->role, then->rule->action);
    return {other ? Truth::yes : Truth::no, other ? "由" + was + "变为" + is + "。" : "仍由" + is + "。", then->rule->clauses, ""};
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

// `words`: what each pack says to the row `what` ("aspect key") under the facts of the case; "" = nothing.
Ruling Court::says(const Claim& claim) const {
    const std::vector<const Pack*>& packs = ground_.packs;
    if (!compared_) compared_ = std::make_shared<const Comparison>(compare(*ground_.catalogue, packs, case_.matters.front(), case_.facts));
    for (const ComparedRow& row : compared_->rows) {
        if (row.aspect + " " + row.key != claim.what) continue;
        Ruling out{Truth::yes, "", {}, ""};
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const ComparedValue& v = row.values[i];
            if (v.truth == Truth::unknown) return {};
            const std::string said = v.truth == Truth::yes ? v.say : "";
            if (said != claim.words[i]) out.truth = Truth::no;
            out.why += packs[i]->city + "：" + (said.empty() ? "原文未规定" : said) + "。";
            if (out.clauses.empty() && v.truth == Truth::yes) out.clauses = v.clauses, out.pack = packs[i]->id;
        }
        return out;
    }
    return {};
}

}  // namespace signroute::quiz
