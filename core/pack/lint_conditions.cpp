// Conditions that are never true, always true, or have a part that changes nothing.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Op = Condition::Op;

class ConditionCheck {
  public:
    ConditionCheck(MatterLint& m, const Part* part, const Condition& condition, Diagram::Ref context, std::string name,
                   bool shared = false)
        : m_(m),
          part_(part),
          condition_(condition),
          context_(m.diagram().both(context, m.space.world())),
          wide_(context),
          name_(std::move(name)),
          shared_(shared) {}

    void run();

  private:
    Diagram::Ref with(const Space::Instead& instead) {
        return m_.diagram().both(wide_, m_.space.compile(condition_, instead));
    }
    void add(Severity severity, const char* code, const std::string& message, Diagram::Ref where, const Condition& at);
    bool idle(const Condition& part);
    void idle_options(const Condition& leaf);
    void parts_below(const Condition& c);
    bool elsewhere(const Condition& c) const { return !shared_ && part_ && c.pointer.rfind("/limits/", 0) == 0; }

    MatterLint& m_;
    const Part* part_;  // null: the matter itself
    const Condition& condition_;
    Diagram::Ref context_;  // among the options that this pack knows
    Diagram::Ref wide_;     // among all options that may be answered
    std::string name_;      // 条件, 违反条件, …
    bool shared_ = false;   // looked at as the shared limit's own
    Diagram::Ref base_ = Diagram::yes;
};

void ConditionCheck::add(Severity severity, const char* code, const std::string& message, Diagram::Ref where,
                         const Condition& at) {
    LintFinding& f = m_.add(severity, code, part_, (part_ ? "的" : "") + message,
                            where == Diagram::no ? context_ : where, {&condition_});
    f.pointer = !at.pointer.empty() ? at.pointer : !condition_.pointer.empty() ? condition_.pointer : f.pointer;
}

// Taking the part for granted, or striking what it allows, gives the same answers.
bool ConditionCheck::idle(const Condition& part) {
    const auto replaced = [&](Diagram::Ref by) {
        return with([&](const Condition& c) { return &c == &part ? std::optional(by) : std::nullopt; });
    };
    const bool as_true = replaced(Diagram::yes) == base_, as_false = replaced(Diagram::no) == base_;
    if (!as_true && !as_false) return false;
    const Diagram::Ref own = m_.space.compile(part);
    Diagram& d = m_.diagram();
    add(Severity::warning, "idle_part", name_ + "中“" + words_of(m_.rules, part) + "”一项不起作用：去掉后结果不变。",
        d.both(context_, as_true ? d.negation(own) : own), part);
    return true;
}

// An option that could be struck from the list, with all that no condition tells from it.
void ConditionCheck::idle_options(const Condition& leaf) {
    if (leaf.op != Op::is_in || leaf.values.size() < 2) return;
    Diagram& d = m_.diagram();
    const auto known = options_of(m_.rules, leaf.name);
    for (const std::string& value : leaf.values) {
        if (!known.empty() && std::find(known.begin(), known.end(), value) == known.end())
            continue;  // lint_names tells
        const int variable = m_.space.index_of(Variable::Kind::fact, leaf.name);
        const auto& tried = m_.space.variables()[static_cast<std::size_t>(variable)].values;
        if (std::find(tried.begin(), tried.end(), FactValue(value)) == tried.end()) continue;  // another stands for it
        const Diagram::Ref without = d.but_not(m_.space.compile(leaf), m_.space.fact_is(leaf.name, value));
        const Diagram::Ref rest =
            with([&](const Condition& c) { return &c == &leaf ? std::optional(without) : std::nullopt; });
        if (rest != base_) continue;
        Condition one = leaf;
        one.values = {value};
        add(Severity::warning, "idle_option", name_ + "中“" + words_of(m_.rules, one) + "”不起作用：去掉后结果不变。",
            d.both(context_, m_.space.fact_is(leaf.name, value)), leaf);
    }
}

void ConditionCheck::parts_below(const Condition& c) {
    idle_options(c);
    for (const Condition& part : c.parts) {
        // The condition of a shared limit is looked at once for the pack, not in every matter that uses it.
        if (elsewhere(part)) continue;
        if (!idle(part)) parts_below(part);
    }
}

void ConditionCheck::run() {
    if (condition_.op == Op::always || context_ == Diagram::no) return;
    base_ = with(nullptr);
    if (m_.diagram().both(base_, m_.space.world()) == Diagram::no)
        return add(Severity::error, "never_applies",
                   name_ + "（" + words_of(m_.rules, condition_) + "）在任何情形下都不成立。", Diagram::no, condition_);
    if (base_ == wide_) {
        if (elsewhere(condition_)) return;
        return add(Severity::warning, "always_applies",
                   name_ + "（" + words_of(m_.rules, condition_) + "）在任何情形下都成立，等于没有条件。", Diagram::no,
                   condition_);
    }
    parts_below(condition_);
}

}  // namespace

void lint_conditions(MatterLint& m) {
    if (!m.matter.regulated) {  // of the rest lint_outcomes says that it applies nowhere
        for (const auto* list : {&m.silent, &m.notes, &m.entries, &m.body_silent}) {
            for (const Part& p : *list) ConditionCheck(m, &p, p.element->when, p.wide, "条件").run();
        }
        return;
    }
    ConditionCheck(m, nullptr, m.matter.applies_when, Diagram::yes, "适用条件").run();
    for (const Part* p : m.all()) ConditionCheck(m, p, p->element->when, p->wide, "条件").run();
    for (std::size_t i = 0; i < m.prohibitions.size(); ++i)
        ConditionCheck(m, &m.prohibitions[i], m.matter.prohibitions[i].breach, m.wide_of(m.prohibitions[i]), "违反情形")
            .run();
    for (std::size_t i = 0; i < m.limits.size(); ++i) {
        for (const GivesWay& g : m.matter.limits[i].gives_way_to)
            ConditionCheck(m, &m.limits[i], g.when, m.wide_of(m.limits[i]), "让位条件").run();
    }
}

// What a shared limit says for itself is looked at once, in the first matter that uses it and without that matter's
// own.
void lint_shared_conditions(const Rules& rules, LintReport& report) {
    for (const TimeLimit& l : rules.pack->limits) {
        for (const Matter& user : rules.pack->matters) {
            const bool uses = std::any_of(user.limits.begin(), user.limits.end(),
                                          [&](const TimeLimit& own) { return own.id == l.id; });
            if (!uses) continue;
            Matter shell;
            shell.id = user.id;
            shell.title = user.title;
            shell.readings = user.readings;
            shell.limits = {l};
            MatterLint m(rules, shell, report);
            const Part& part = m.limits.front();
            ConditionCheck(m, &part, l.when, part.wide, "条件", true).run();
            for (const GivesWay& g : l.gives_way_to)
                ConditionCheck(m, &part, g.when, m.wide_of(part), "让位条件", true).run();
            break;
        }
    }
}

}  // namespace signroute::linting
