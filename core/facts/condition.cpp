#include "core/facts/condition.h"

#include <algorithm>

namespace signroute {

Truth operator!(Truth t) {
    switch (t) {
        case Truth::no: return Truth::yes;
        case Truth::yes: return Truth::no;
        case Truth::unknown: return Truth::unknown;
    }
    return Truth::unknown;
}

namespace {

Truth truth_of(bool b) { return b ? Truth::yes : Truth::no; }

bool holds(std::int64_t left, Condition::Relation relation, std::int64_t right) {
    switch (relation) {
        case Condition::Relation::at_least: return left >= right;
        case Condition::Relation::at_most: return left <= right;
        case Condition::Relation::more_than: return left > right;
        case Condition::Relation::less_than: return left < right;
        case Condition::Relation::equal: return left == right;
    }
    return false;
}

bool one_of(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

// The answered fact against the condition; a value of another type than asked for settles nothing.
Truth test(const Condition& c, const FactValue& value) {
    if (c.op == Condition::Op::is_true) {
        const auto* b = std::get_if<bool>(&value);
        return b ? truth_of(*b) : Truth::unknown;
    }
    if (c.op == Condition::Op::is_in) {
        const auto* s = std::get_if<std::string>(&value);
        return s ? truth_of(one_of(c.values, *s)) : Truth::unknown;
    }
    if (c.op == Condition::Op::compare) {
        const auto* n = std::get_if<std::int64_t>(&value);
        return n ? truth_of(holds(*n, c.relation, c.number)) : Truth::unknown;
    }
    const auto* list = std::get_if<std::vector<std::string>>(&value);
    if (!list) return Truth::unknown;
    if (c.op == Condition::Op::count) return truth_of(holds(static_cast<std::int64_t>(list->size()), c.relation, c.number));
    return truth_of(std::any_of(list->begin(), list->end(), [&](const std::string& v) { return one_of(c.values, v); }));
}

Judged judge_fact(const Condition& c, const Circumstances& in) {
    Judged out;
    const auto found = in.facts ? in.facts->find(c.name) : Facts::const_iterator();
    if (!in.facts || found == in.facts->end()) {
        out.truth = Truth::unknown;
        out.open.insert(c.name);
        return out;
    }
    out.truth = test(c, found->second);
    (out.truth == Truth::unknown ? out.open : out.facts).insert(c.name);
    return out;
}

void merge(Judged& into, const Judged& from) {
    into.facts.insert(from.facts.begin(), from.facts.end());
    into.open.insert(from.open.begin(), from.open.end());
    into.things.insert(from.things.begin(), from.things.end());
}

// `settles` is the value that one part alone settles the whole with: no for all, yes for any.
Judged judge_parts(const Condition& c, const Circumstances& in, Truth settles) {
    Judged out;
    out.truth = !settles;
    for (const Condition& part : c.parts) {
        const Judged j = judge(part, in);
        if (j.truth == settles) return j;
        if (j.truth == Truth::unknown) out.truth = Truth::unknown;
        merge(out, j);
    }
    return out;
}

Judged judge_done(const Condition& c, const Circumstances& in) {
    Judged out;
    const bool known = in.done && in.done->count(c.name) && in.done->find(c.name)->second != Truth::unknown;
    out.truth = known ? in.done->find(c.name)->second : Truth::unknown;
    if (!known) out.things.insert(c.name);
    return out;
}

Judged judge_reading(const Condition& c, const Circumstances& in) {
    Judged out;
    const bool chosen = in.readings && in.readings->count(c.name);
    out.truth = chosen ? truth_of(one_of(c.values, in.readings->find(c.name)->second)) : Truth::unknown;
    return out;
}

}  // namespace

Judged judge(const Condition& c, const Circumstances& in) {
    switch (c.op) {
        case Condition::Op::always: return {};
        case Condition::Op::all: return judge_parts(c, in, Truth::no);
        case Condition::Op::any: return judge_parts(c, in, Truth::yes);
        case Condition::Op::negation: {
            Judged out = judge(c.parts.front(), in);
            out.truth = !out.truth;
            return out;
        }
        case Condition::Op::is_true:
        case Condition::Op::is_in:
        case Condition::Op::contains:
        case Condition::Op::compare:
        case Condition::Op::count: return judge_fact(c, in);
        case Condition::Op::done: return judge_done(c, in);
        case Condition::Op::planned: {
            Judged out;
            out.truth = in.planned ? in.planned(c.pattern) : Truth::unknown;
            return out;
        }
        case Condition::Op::reading: return judge_reading(c, in);
    }
    return {};
}

void each_part(const Condition& condition, const std::function<void(const Condition&)>& visit) {
    visit(condition);
    for (const Condition& part : condition.parts) each_part(part, visit);
}

}  // namespace signroute
