#include "core/why/signature.h"

namespace signroute::explaining {

namespace {

void append(std::string& out, const Judged& j) {
    out += j.truth == Truth::yes ? 'y' : j.truth == Truth::no ? 'n' : '?';
    if (j.truth != Truth::unknown) return;
    for (const std::string& fact : j.open) out += fact + ',';
    for (const std::string& thing : j.things) out += '!' + thing + ',';
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

std::string signature(const Rules& rules, const Case& situation, const Choice& choice) {
    std::string out;
    for (const Matter& m : rules.pack->matters) {
        if (!m.regulated) continue;
        const Judged applies = judge_in(rules, m.applies_when, situation, choice, m.id);
        append(out, applies);
        if (applies.truth == Truth::no) continue;
        for (const StepRule& s : m.steps) {
            // As the route has it: what may not apply at all is weighed together.
            const Judged here = applies.truth == Truth::yes ? judge_in(rules, s.when, situation, choice, m.id)
                                                            : judge_in(rules, {.op = Condition::Op::all, .parts = {m.applies_when, s.when}}, situation, choice, m.id);
            append(out, here);
            if (here.truth != Truth::no) append_actor(out, rules, situation, s.role);
        }
    }
    return out;
}

}  // namespace signroute::explaining
