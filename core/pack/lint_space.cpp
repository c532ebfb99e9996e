#include "core/pack/lint_space.h"

#include <algorithm>

namespace signroute::linting {

namespace {

using Op = Condition::Op;
using Kind = Variable::Kind;

bool same(const StepPattern& a, const StepPattern& b) {
    return a.roles == b.roles && a.actions == b.actions && a.to == b.to && a.forms == b.forms;
}

// The places at which a comparison changes its answer.
std::vector<std::int64_t> cuts_of(const Condition& c) {
    switch (c.relation) {
        case Condition::Relation::at_least:
        case Condition::Relation::less_than:
            return {c.number};
        case Condition::Relation::at_most:
        case Condition::Relation::more_than:
            return {c.number + 1};
        case Condition::Relation::equal:
            return {c.number, c.number + 1};
    }
    return {};
}

}  // namespace

int Space::index_of(Kind kind, const std::string& name) const {
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        if (variables_[i].kind == kind && variables_[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

int Space::planned_index(const StepPattern& pattern) const {
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        if (variables_[i].kind == Kind::planned && same(variables_[i].pattern, pattern)) return static_cast<int>(i);
    }
    return -1;
}

int Space::add(Kind kind, const std::string& name) {
    if (const int at = index_of(kind, name); at >= 0) return at;
    Variable v;
    v.kind = kind;
    v.name = name;
    variables_.push_back(std::move(v));
    asked_.emplace_back();
    return static_cast<int>(variables_.size()) - 1;
}

void Space::gather(const Condition& condition) {
    each_part(condition, [&](const Condition& c) {
        if (c.op == Op::is_true) add(Kind::fact, c.name);
        if (c.op == Op::is_in || c.op == Op::contains)
            asked_[add(Kind::fact, c.name)].sets.emplace_back(c.values.begin(), c.values.end());
        if (c.op == Op::compare || c.op == Op::count) {
            for (const std::int64_t cut : cuts_of(c)) asked_[add(Kind::fact, c.name)].cuts.insert(cut);
        }
        if (c.op == Op::done) add(Kind::thing, c.name);
        if (c.op == Op::planned && planned_index(c.pattern) < 0) {
            Variable v;
            v.kind = Kind::planned;
            v.pattern = c.pattern;
            variables_.push_back(std::move(v));
            asked_.emplace_back();
        }
    });
}

void Space::gather_cut(const std::string& fact, std::int64_t cut) { asked_[add(Kind::fact, fact)].cuts.insert(cut); }
void Space::gather_each(const std::string& fact) { asked_[add(Kind::fact, fact)].each = true; }

void Space::gather_question(const OpenReading& question) {
    const int at = add(Kind::reading, question.id);
    for (const Reading& r : question.readings) variables_[at].values.emplace_back(r.id);
    if (question.readings.empty()) variables_[at].values.emplace_back(std::string());
}

void Space::close() {
    std::vector<int> sizes;
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        Variable& v = variables_[i];
        if (v.kind == Kind::fact) v.values = values_to_try(rules_, v.name, asked_[i], v.exhaustive);
        const auto foreign = v.kind == Kind::fact ? foreign_option(rules_, v.name, asked_[i]) : std::nullopt;
        if (foreign) v.foreign = true, v.values.emplace_back(*foreign);
        if (v.kind == Kind::thing) v.values = {true, false};
        if (v.kind == Kind::planned) v.values = {false, true};
        sizes.push_back(static_cast<int>(v.values.size()));
    }
    diagram_ = Diagram(sizes);
    for (std::size_t i = 0; i < variables_.size(); ++i) {
        if (!variables_[i].foreign) continue;
        std::vector<bool> own(static_cast<std::size_t>(sizes[i]), true);
        own.back() = false;
        world_ = diagram_.both(world_, diagram_.where(static_cast<int>(i), own));
    }
}

Space::Ref Space::leaf(const Condition& c) {
    const Kind kind = c.op == Op::done ? Kind::thing : c.op == Op::reading ? Kind::reading : Kind::fact;
    const int at = c.op == Op::planned ? planned_index(c.pattern) : index_of(kind, c.name);
    if (at < 0) return Diagram::no;
    std::vector<bool> holds;
    for (const FactValue& value : variables_[static_cast<std::size_t>(at)].values) {
        if (kind == Kind::thing || c.op == Op::planned) {
            holds.push_back(std::get<bool>(value));
        } else if (kind == Kind::reading) {
            holds.push_back(std::find(c.values.begin(), c.values.end(), std::get<std::string>(value)) !=
                            c.values.end());
        } else {
            const Facts facts{{c.name, value}};
            Circumstances in;
            in.facts = &facts;
            holds.push_back(judge(c, in).truth == Truth::yes);
        }
    }
    return diagram_.where(at, holds);
}

Space::Ref Space::compile(const Condition& c, const Instead& instead) {
    if (instead) {
        if (const auto other = instead(c)) return *other;
    }
    if (c.op == Op::always) return Diagram::yes;
    if (c.op == Op::negation) return diagram_.negation(compile(c.parts.front(), instead));
    if (c.op != Op::all && c.op != Op::any) return leaf(c);
    Ref out = c.op == Op::all ? Diagram::yes : Diagram::no;
    for (const Condition& part : c.parts) {
        const Ref p = compile(part, instead);
        out = c.op == Op::all ? diagram_.both(out, p) : diagram_.either(out, p);
    }
    return out;
}

Space::Ref Space::fact_is(const std::string& fact, const std::string& option) {
    Condition c;
    c.op = Op::is_in;
    c.name = fact;
    c.values = {option};
    return leaf(c);
}

Space::Example Space::example_of(const Diagram::Setting& setting) const {
    Example out;
    out.situation.matters = {matter_};
    for (const auto& [variable, value] : setting) {
        const Variable& v = variables_[static_cast<std::size_t>(variable)];
        const FactValue& chosen = v.values[static_cast<std::size_t>(value)];
        if (v.kind == Kind::fact) out.situation.facts[v.name] = chosen;
        if (v.kind == Kind::thing) out.situation.done[v.name].truth = std::get<bool>(chosen) ? Truth::yes : Truth::no;
        if (v.kind == Kind::reading) out.readings[v.name] = std::get<std::string>(chosen);
        if (v.kind != Kind::planned || !std::get<bool>(chosen)) continue;
        const auto first = [](const std::vector<std::string>& list) {
            return list.empty() ? std::string() : list.front();
        };
        PlannedStep step;
        step.role = first(v.pattern.roles);
        step.action = first(v.pattern.actions);
        step.to = first(v.pattern.to);
        step.form = first(v.pattern.forms);
        out.situation.has_plan = true;
        out.situation.planned.push_back(std::move(step));
    }
    return out;
}

Truth Space::judged(const Condition& c, const Example& in) const {
    Choice choice;
    choice[matter_] = in.readings;
    return judge_in(rules_, c, in.situation, choice, matter_).truth;
}

// Where the condition stays open although f decides it, the facts it looks at are added one by one.
void Space::settle(Ref f, const Condition& c, Diagram::Setting& setting) {
    std::set<int> looks_at;
    each_part(c, [&](const Condition& part) {
        const Kind kind = part.op == Op::done ? Kind::thing : part.op == Op::reading ? Kind::reading : Kind::fact;
        const int at = part.op == Op::planned ? planned_index(part.pattern) : index_of(kind, part.name);
        if (at >= 0 && !setting.count(at)) looks_at.insert(at);
    });
    for (const int variable : looks_at) {
        if (judged(c, example_of(setting)) != Truth::unknown) return;
        int value = 0;
        while (diagram_.given(diagram_.given(f, setting), variable, value) == Diagram::no) ++value;
        setting[variable] = value;
    }
}

std::optional<Space::Example> Space::example(Ref f, const std::vector<const Condition*>& settled,
                                             std::optional<Ref> enough) {
    auto setting = diagram_.smallest(f);
    if (!setting) return std::nullopt;
    const Diagram::Setting all = enough ? *setting : Diagram::Setting();
    for (const auto& [variable, value] : all) {
        setting->erase(variable);
        if (diagram_.given(*enough, *setting) != Diagram::yes) (*setting)[variable] = value;
    }
    for (const Condition* c : settled) settle(f, *c, *setting);
    return example_of(*setting);
}

double Space::combinations() const {
    double out = 1;
    for (const Variable& v : variables_) out *= static_cast<double>(v.values.size() - (v.foreign ? 1 : 0));
    return out;
}

bool Space::exhaustive() const {
    return std::all_of(variables_.begin(), variables_.end(), [](const Variable& v) { return v.exhaustive; });
}

}  // namespace signroute::linting
