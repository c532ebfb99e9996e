// Reasons to send a document back that stand in a rule for all of the country and not in the city's own text. They only
// warn: of what was stated, never asking for what was not.
#include <algorithm>

#include "core/findings/finding.h"

namespace signroute {

namespace {

bool names(const std::vector<std::string>& list, const std::string& word) {
    return !word.empty() && std::find(list.begin(), list.end(), word) != list.end();
}

bool has_own(const Matter& matter, const GeneralRule& rule) {
    const auto any = [](const auto& list, const auto& fits) { return std::any_of(list.begin(), list.end(), fits); };
    return any(matter.prohibitions, [&](const Prohibition& p) { return names(rule.own, p.id); }) ||
           any(matter.caps, [&](const Cap& c) { return names(rule.own, c.id) || names(rule.own, c.fact); }) ||
           any(matter.steps, [&](const StepRule& s) { return names(rule.own, s.action); }) ||
           any(matter.prerequisites, [&](const Prerequisite& p) { return names(rule.own, p.thing); });
}

bool looks_at_plan(const Condition& condition) {
    bool out = false;
    each_part(condition, [&](const Condition& c) { out |= c.op == Condition::Op::planned; });
    return out;
}

// Moves the planned step of the breach that stands behind one of the acts that it has to precede; none: all is well.
std::optional<Edit> ahead(const Rules& rules, const GeneralRule& rule, const Case& situation) {
    std::optional<Edit> out;
    for (std::size_t p = 0; p < situation.planned.size(); ++p) {
        if (out && matches(*rules.catalogue, situation.planned[p], rule.breach.pattern) == Truth::yes) {
            out->from = p;
            return out;
        }
        if (out || !names(rule.behind, situation.planned[p].action)) continue;
        out.emplace();
        out->op = Edit::Op::move;
        out->at = p;
    }
    return std::nullopt;
}

Finding warning(const GeneralRule& rule, const Judged& breach, const std::optional<Edit>& order) {
    Finding f;
    f.code = order ? FindingCode::out_of_order : FindingCode::forbidden;
    if (order) f.planned = static_cast<int>(order->from), f.mend = {*order};
    f.severity = Severity::warning;
    f.strength = rule.strength;
    f.general = true;
    f.clauses = rule.clauses;
    f.element = rule.id;
    f.facts = {breach.facts.begin(), breach.facts.end()};
    f.message = rule.say + "（通用规则，本市规则没有写。）";
    f.advice = rule.instead;
    return f;
}

bool in_force(const GeneralRules& general, const Case& situation) {
    const auto when = situation.on ? situation.on : situation.today;
    const auto from = day_from_text(general.in_force_from);
    return !when || !from || *when >= *from;
}

}  // namespace

void findings_from_general(const Rules& rules, const Case& situation, const Choice& choice, Findings& out) {
    if (!rules.general || !in_force(*rules.general, situation)) return;
    for (const GeneralRule& rule : rules.general->rules) {
        const auto concerned = std::find_if(situation.matters.begin(), situation.matters.end(), [&](const std::string& m) { return names(rule.matters, m); });
        if (concerned == situation.matters.end()) continue;
        const bool own = std::any_of(situation.matters.begin(), situation.matters.end(), [&](const std::string& id) {
            const Matter* matter = find_matter(*rules.pack, id);
            return matter && has_own(*matter, rule);
        });
        if (own) continue;
        const Judged breach = judge_in(rules, rule.breach, situation, choice, *concerned);
        const bool lifted = rule.unless && judge_in(rules, *rule.unless, situation, choice, *concerned).truth == Truth::yes;
        const bool unseen = !situation.has_plan && looks_at_plan(rule.breach);
        const std::optional<Edit> order = rule.behind.empty() ? std::nullopt : ahead(rules, rule, situation);
        CheckResult result = unseen || breach.truth == Truth::unknown ? CheckResult::unknown : CheckResult::held;
        if (breach.truth == Truth::yes && !lifted && (rule.behind.empty() || order)) {
            result = CheckResult::broken;
            out.list.push_back(warning(rule, breach, order));
        }
        out.checked.push_back({rule.id, rule.clauses, lifted ? CheckResult::held : result});
    }
}

}  // namespace signroute
