#include "core/questions.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/order.h"

namespace signroute {

namespace {

void add_facts(const Condition& condition, std::set<std::string>& out) {
    for (std::string& fact : facts_asked(condition)) out.insert(std::move(fact));
}

// Which facts the rules of the matters ask, where, and whether the route can depend on them.
class Askers {
  public:
    explicit Askers(const Pack& pack) : pack_(pack) {}

    void add(const Matter& matter) {
        asks(matter.applies_when, matter.clauses, true);
        for (const StepRule& s : matter.steps) {
            asks(s.when, s.clauses, true);
            const RoleRule* role = find_role(pack_, s.role);
            if (role && !role->resolved_by.empty()) note(role->resolved_by, s.clauses, true);
        }
        for (const Prerequisite& p : matter.prerequisites) asks(p.when, p.clauses, true);
        for (const TimeLimit& l : matter.limits) {
            asks(l.when, l.clauses, true);
            for (const GivesWay& g : l.gives_way_to) asks(g.when, g.clauses, false);
        }
        for (const OpenReading& r : matter.readings) asks(r.when, r.clauses, true);
        for (const Prohibition& p : matter.prohibitions) asks(p.when, p.clauses, false), asks(p.breach, p.clauses, false);
        for (const Cap& c : matter.caps) asks(c.when, c.clauses, false), note(c.fact, c.clauses, false);
    }

    // A meeting of the body is checked, nothing of its route depends on it.
    void add(const Body& body) {
        for (const BodyEntry& e : body.entries) {
            for (const std::string& fact : facts_asked(e)) note(fact, e.clauses, false);
        }
    }

    std::set<std::string> of_route;
    std::map<std::string, std::vector<Clause>> clauses;

  private:
    void asks(const Condition& condition, const std::vector<Clause>& at, bool route) {
        std::set<std::string> facts;
        add_facts(condition, facts);
        for (const std::string& fact : facts) note(fact, at, route);
    }
    void note(const std::string& fact, const std::vector<Clause>& at, bool route) {
        if (route) of_route.insert(fact);
        std::vector<Clause>& list = clauses[fact];
        for (Clause c : at) {
            c.sentence = 0;
            if (std::find(list.begin(), list.end(), c) == list.end()) list.push_back(c);
        }
    }

    const Pack& pack_;
};

// Open questions of the answer and of each of its readings; what is decisive in one is decisive.
std::map<std::string, bool> open_in(const Assessment& assessment) {
    std::map<std::string, bool> out;
    for (const OpenQuestion& q : assessment.route.open_questions) out[q.fact] |= q.decides_route;
    for (const Finding& f : assessment.findings.list) out.try_emplace(f.asks_fact, false);
    for (const ReadingAnswer& r : assessment.readings) {
        for (const auto& [fact, decides] : open_in(*r.answer)) out[fact] |= decides;
    }
    return out;
}

}  // namespace

std::vector<Question> questions_of(const Rules& rules, const Case& situation, const Assessment& assessment) {
    const std::map<std::string, bool> open = open_in(assessment);
    Askers askers(*rules.pack);
    std::vector<std::string> facts;
    const auto add = [&](const std::string& fact) {
        if (!fact.empty() && std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
    };
    for (const std::string& id : situation.matters) {
        const Matter* matter = find_matter(*rules.pack, id);
        if (!matter) continue;
        askers.add(*matter);
        for (const std::string& fact : matter->facts) add(fact);
        const Body* body = find_body(*rules.pack, id);
        if (!body) continue;
        askers.add(*body);
        for (const std::string& fact : facts_asked(*body)) add(fact);
    }
    for (const std::string& fact : askers.of_route) add(fact);  // whom a role stands for
    for (const auto& [fact, decides] : open) add(fact);
    std::vector<Question> out;
    for (const std::string& fact : facts) {
        const FactRule* rule = find_fact(*rules.pack, fact);
        const auto at = open.find(fact);
        Question q{fact, QuestionState::idle, rule && rule->judgement, askers.of_route.count(fact) > 0, at != open.end() && at->second, askers.clauses[fact]};
        put_in_order(q.clauses);
        if (situation.facts.count(fact)) q.state = QuestionState::answered;
        else if (at != open.end()) q.state = QuestionState::open;
        out.push_back(std::move(q));
    }
    std::stable_partition(out.begin(), out.end(), [](const Question& q) { return q.about_route; });
    return out;
}

}  // namespace signroute
