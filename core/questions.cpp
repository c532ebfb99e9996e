#include "core/questions.h"

#include <algorithm>
#include <map>
#include <set>

namespace signroute {

namespace {

void add_facts(const Condition& condition, std::set<std::string>& out) {
    each_part(condition, [&](const Condition& c) {
        switch (c.op) {
            case Condition::Op::is_true:
            case Condition::Op::is_in:
            case Condition::Op::contains:
            case Condition::Op::compare:
            case Condition::Op::count: out.insert(c.name); return;
            case Condition::Op::always:
            case Condition::Op::all:
            case Condition::Op::any:
            case Condition::Op::negation:
            case Condition::Op::done:
            case Condition::Op::planned:
            case Condition::Op::reading: return;
        }
    });
}

std::set<std::string> facts_of_route(const Pack& pack, const Matter& matter) {
    std::set<std::string> out;
    add_facts(matter.applies_when, out);
    for (const StepRule& s : matter.steps) {
        add_facts(s.when, out);
        if (const RoleRule* role = find_role(pack, s.role)) out.insert(role->resolved_by);
    }
    for (const Prerequisite& p : matter.prerequisites) add_facts(p.when, out);
    for (const TimeLimit& l : matter.limits) add_facts(l.when, out);
    for (const OpenReading& r : matter.readings) add_facts(r.when, out);
    return out;
}

// Open questions of the answer and of each of its readings; what is decisive in one is decisive.
std::map<std::string, bool> open_in(const Assessment& assessment) {
    std::map<std::string, bool> out;
    for (const OpenQuestion& q : assessment.route.open_questions) out[q.fact] |= q.decides_route;
    for (const ReadingAnswer& r : assessment.readings) {
        for (const auto& [fact, decides] : open_in(*r.answer)) out[fact] |= decides;
    }
    return out;
}

}  // namespace

std::vector<Question> questions_of(const Rules& rules, const Case& situation, const Assessment& assessment) {
    const std::map<std::string, bool> open = open_in(assessment);
    std::set<std::string> of_route;
    std::vector<std::string> facts;
    const auto add = [&](const std::string& fact) {
        if (!fact.empty() && std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    };
    for (const std::string& id : situation.matters) {
        const Matter* matter = find_matter(*rules.pack, id);
        if (!matter) continue;
        of_route.merge(facts_of_route(*rules.pack, *matter));
        for (const std::string& fact : matter->facts) add(fact);
    }
    for (const std::string& fact : of_route) add(fact);  // whom a role stands for
    for (const auto& [fact, decides] : open) add(fact);
    std::vector<Question> out;
    for (const std::string& fact : facts) {
        const FactRule* rule = find_fact(*rules.pack, fact);
        const auto at = open.find(fact);
        Question q{fact, QuestionState::idle, rule && rule->judgement, of_route.count(fact) > 0, at != open.end() && at->second};
        if (situation.facts.count(fact)) q.state = QuestionState::answered;
        else if (at != open.end()) q.state = QuestionState::open;
        out.push_back(std::move(q));
    }
    std::stable_partition(out.begin(), out.end(), [](const Question& q) { return q.about_route; });
    return out;
}

}  // namespace signroute
