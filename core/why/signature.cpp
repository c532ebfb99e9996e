#include "core/why/signature.h"

namespace signroute::explaining {

namespace {

// The truth of the condition, and what it waits for; the reasons of what is settled are not asked, which is quicker.
Truth append(std::string& out, const Rules& rules, const Condition& when, const Case& situation, const Choice& choice, const std::string& matter) {
    Judged j;
    j.truth = truth_in(rules, when, situation, choice, matter);
    if (j.truth == Truth::unknown) j = judge_in(rules, when, situation, choice, matter);
    out += j.truth == Truth::yes ? 'y' : j.truth == Truth::no ? 'n' : '?';
    if (j.truth != Truth::unknown) return j.truth;
    for (const std::string& fact : j.open) out += fact + ',';
    for (const std::string& thing : j.things) out += '!' + thing + ',';
    return j.truth;
}

// Whom the role stands for, or that it is open.
void append_actor(std::string& out, const Rules& rules, const Case& situation, const std::string& id) {
    const RoleRule* role = rules.pack->roles.empty() ? nullptr : find_role(*rules.pack, id);
    if (!role || role->resolved_by.empty()) return;
    const auto fact = situation.facts.find(role->resolved_by);
    const auto* who = fact == situation.facts.end() ? nullptr : std::get_if<std::string>(&fact->second);
    out += '=' + (who ? *who : std::string("?"));
}

}  // namespace

std::string signature(const Rules& rules, const Case& situation, const Choice& choice, const std::string* other) {
    std::string out;
    const auto differs = [&] { return other && other->compare(0, out.size(), out) != 0; };
    for (const Matter& m : rules.pack->matters) {
        if (!m.regulated) continue;
        const Truth applies = append(out, rules, m.applies_when, situation, choice, m.id);
        if (applies == Truth::no) continue;
        for (const StepRule& s : m.steps) {
            // As the route has it: what may not apply at all is weighed together.
            const Truth here = applies == Truth::yes ? append(out, rules, s.when, situation, choice, m.id)
                                                     : append(out, rules, {.op = Condition::Op::all, .parts = {m.applies_when, s.when}}, situation, choice, m.id);
            if (here != Truth::no) append_actor(out, rules, situation, s.role);
            if (differs()) return out;
        }
    }
    return out;
}

}  // namespace signroute::explaining
