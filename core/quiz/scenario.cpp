#include "core/quiz/scenario.h"

#include <algorithm>

namespace signroute::quiz {

namespace {

constexpr std::size_t kMostOptions = 6;

void add(std::vector<FactValue>& values, FactValue value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

// A number on either side of the line that a condition draws.
void add_numbers(const Condition& c, std::vector<FactValue>& values) {
    const std::int64_t n = c.number;
    std::int64_t low = n - 1, high = n;
    if (c.relation == Condition::Relation::more_than || c.relation == Condition::Relation::at_most) low = n, high = n + 1;
    for (const std::int64_t one : {low, high}) {
        if (one >= 0) add(values, one);
    }
    if (c.relation == Condition::Relation::equal) add(values, n + 1);
}

std::vector<std::string> known_options(const Ground& ground, const Pack& pack, const std::string& fact) {
    const FactRule* rule = find_fact(pack, fact);
    if (rule && !rule->options.empty()) return rule->options;
    std::vector<std::string> out;
    const NamedFact* named = find_named(ground.catalogue->facts, fact);
    if (!named || named->options_are_roles) return out;
    for (const Named& o : named->options) out.push_back(o.id);
    return out;
}

// The options that some condition names, and one that none does.
std::vector<std::string> options_told_apart(const std::vector<const Condition*>& leaves, const std::vector<std::string>& known) {
    std::vector<std::string> out;
    bool other = false;
    for (const std::string& o : known) {
        const bool named = std::any_of(leaves.begin(), leaves.end(), [&](const Condition* c) {
            return std::find(c->values.begin(), c->values.end(), o) != c->values.end();
        });
        if ((named && out.size() < kMostOptions) || (!named && !other)) out.push_back(o);
        other |= !named;
    }
    return out;
}

class Tree {
  public:
    Tree(const Ground& ground, const Pack& pack, const std::string& matter) : ground_(ground), pack_(pack), rules_{ground.catalogue, &pack} {
        matter_ = find_matter(pack, matter);
        if (matter_) conditions_ = conditions_of(*matter_);
        start_.matters = {matter};
    }

    std::vector<Scenario> grow() {
        grow(start_, kMostScenarios);
        out_.insert(out_.end(), waiting_.begin(), waiting_.end());
        return std::move(out_);
    }

  private:
    // Cases that the pack leaves to no exercise are not gone into.
    void grow(const Case& c, std::size_t most) {
        if (matter_ && judge_in(rules_, matter_->scene_when, c, {}, c.matters.front()).truth == Truth::no) return;
        auto answer = std::make_shared<const Assessment>(assess(rules_, *ground_.calendar, c));
        const OpenQuestion* open = deciding(*answer);
        if (!open) {
            out_.push_back({c, answer, ""});
            return;
        }
        if (open->judgement && waiting_.size() < kMostScenarios) waiting_.push_back({c, answer, open->fact});
        std::vector<Case> next = open->thing.empty() ? with_fact(c, open->fact) : with_thing(c, open->thing);
        if (next.size() > most) next.resize(most);
        for (std::size_t i = 0; i < next.size(); ++i) grow(next[i], std::max<std::size_t>(1, (most + i) / next.size()));
    }

    static const OpenQuestion* deciding(const Assessment& answer) {
        for (const Assessment* a : answers_of(answer)) {
            for (const OpenQuestion& q : a->route.open_questions) {
                if (q.decides_route) return &q;
            }
        }
        return nullptr;
    }

    std::vector<Case> with_fact(const Case& c, const std::string& fact) const {
        std::vector<Case> out;
        for (FactValue& value : values_of(ground_, pack_, conditions_, fact)) {
            out.push_back(c);
            out.back().facts[fact] = std::move(value);
        }
        return out;
    }

    static std::vector<Case> with_thing(const Case& c, const std::string& thing) {
        std::vector<Case> out(2, c);
        out[0].done[thing].truth = Truth::yes;
        out[1].done[thing].truth = Truth::no;
        return out;
    }

    const Ground& ground_;
    const Pack& pack_;
    const Rules rules_;
    const Matter* matter_ = nullptr;
    std::vector<const Condition*> conditions_;
    Case start_;
    std::vector<Scenario> out_, waiting_;
};

}  // namespace

std::vector<Scenario> scenarios(const Ground& ground, const Pack& pack, const std::string& matter) { return Tree(ground, pack, matter).grow(); }

std::vector<const Condition*> conditions_of(const Matter& matter) {
    std::vector<const Condition*> out = {&matter.applies_when};
    for (const StepRule& s : matter.steps) out.push_back(&s.when);
    for (const Prerequisite& p : matter.prerequisites) out.push_back(&p.when);
    for (const TimeLimit& l : matter.limits) {
        out.push_back(&l.when);
        for (const GivesWay& g : l.gives_way_to) out.push_back(&g.when);
    }
    for (const OpenReading& r : matter.readings) out.push_back(&r.when);
    for (const Prohibition& p : matter.prohibitions) out.push_back(&p.when), out.push_back(&p.breach);
    for (const Cap& c : matter.caps) out.push_back(&c.when);
    for (const Silent& s : matter.silent) out.push_back(&s.when);
    return out;
}

std::vector<FactValue> values_of(const Ground& ground, const Pack& pack, const std::vector<const Condition*>& conditions, const std::string& fact) {
    std::vector<const Condition*> leaves;
    for (const Condition* c : conditions) {
        each_part(*c, [&](const Condition& part) {
            const bool asks = part.op == Condition::Op::is_true || part.op == Condition::Op::is_in || part.op == Condition::Op::contains ||
                              part.op == Condition::Op::compare || part.op == Condition::Op::count;
            if (asks && part.name == fact) leaves.push_back(&part);
        });
    }
    const NamedFact* named = find_named(ground.catalogue->facts, fact);
    std::vector<FactValue> out;
    if (!named) return out;
    switch (named->type) {
        case FactType::boolean: return {true, false};
        case FactType::integer:
        case FactType::amount_cny:
            for (const Condition* c : leaves) {
                if (c->op == Condition::Op::compare && out.size() < kMostOptions) add_numbers(*c, out);
            }
            return out;
        case FactType::choice:
        case FactType::rank:
            for (std::string& o : options_told_apart(leaves, known_options(ground, pack, fact))) out.push_back(std::move(o));
            return out;
        case FactType::list:
            for (std::string& o : options_told_apart(leaves, known_options(ground, pack, fact))) out.push_back(std::vector<std::string>{std::move(o)});
            return out;
        case FactType::date: return out;
    }
    return out;
}

std::vector<const Assessment*> answers_of(const Assessment& assessment) {
    std::vector<const Assessment*> out;
    for (const ReadingAnswer& r : assessment.readings) out.push_back(r.answer.get());
    if (out.empty()) out.push_back(&assessment);
    return out;
}

}  // namespace signroute::quiz
