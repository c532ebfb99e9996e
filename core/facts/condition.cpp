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

Truth as_truth(bool b) { return b ? Truth::yes : Truth::no; }

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
        return b ? as_truth(*b) : Truth::unknown;
    }
    if (c.op == Condition::Op::is_in) {
        const auto* s = std::get_if<std::string>(&value);
        return s ? as_truth(one_of(c.values, *s)) : Truth::unknown;
    }
    if (c.op == Condition::Op::compare) {
        const auto* n = std::get_if<std::int64_t>(&value);
        return n ? as_truth(holds(*n, c.relation, c.number)) : Truth::unknown;
    }
    const auto* list = std::get_if<std::vector<std::string>>(&value);
    if (!list) return Truth::unknown;
    if (c.op == Condition::Op::count) return as_truth(holds(static_cast<std::int64_t>(list->size()), c.relation, c.number));
    return as_truth(std::any_of(list->begin(), list->end(), [&](const std::string& v) { return one_of(c.values, v); }));
}

Truth truth_of_fact(const Condition& c, const Circumstances& in) {
    const auto found = in.facts ? in.facts->find(c.name) : Facts::const_iterator();
    return !in.facts || found == in.facts->end() ? Truth::unknown : test(c, found->second);
}

Truth truth_of_thing(const Condition& c, const Circumstances& in) {
    if (!in.done) return Truth::unknown;
    const auto found = in.done->find(c.name);
    return found == in.done->end() ? Truth::unknown : found->second;
}

Truth truth_of_reading(const Condition& c, const Circumstances& in) {
    if (!in.readings) return Truth::unknown;
    const auto chosen = in.readings->find(c.name);
    return chosen == in.readings->end() ? Truth::unknown : as_truth(one_of(c.values, chosen->second));
}

Truth truth_of_parts(const Condition& c, const Circumstances& in, Truth settles) {
    Truth out = !settles;
    for (const Condition& part : c.parts) {
        const Truth t = truth_of(part, in);
        if (t == settles) return t;
        if (t == Truth::unknown) out = t;
    }
    return out;
}

}  // namespace

Truth truth_of(const Condition& c, const Circumstances& in) {
    switch (c.op) {
        case Condition::Op::always: return Truth::yes;
        case Condition::Op::all: return truth_of_parts(c, in, Truth::no);
        case Condition::Op::any: return truth_of_parts(c, in, Truth::yes);
        case Condition::Op::negation: return !truth_of(c.parts.front(), in);
        case Condition::Op::is_true:
        case Condition::Op::is_in:
        case Condition::Op::contains:
        case Condition::Op::compare:
        case Condition::Op::count: return truth_of_fact(c, in);
        case Condition::Op::done: return truth_of_thing(c, in);
        case Condition::Op::planned: return in.planned ? in.planned(c.pattern) : Truth::unknown;
        case Condition::Op::reading: return truth_of_reading(c, in);
    }
    return Truth::unknown;
}

namespace {

// Names of what was looked at, in order; what turns out not to count is taken back.
struct Looked {
    std::vector<const std::string*> facts, open, things;
};
struct Mark {
    std::size_t facts, open, things;
};

Mark mark(const Looked& l) { return {l.facts.size(), l.open.size(), l.things.size()}; }

// Leaves of what was added since `from` only what was added since `to`.
void take_back(Looked& l, const Mark& from, const Mark& to) {
    const auto cut = [](std::vector<const std::string*>& list, std::size_t a, std::size_t b) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(a), list.begin() + static_cast<std::ptrdiff_t>(b));
    };
    cut(l.facts, from.facts, to.facts), cut(l.open, from.open, to.open), cut(l.things, from.things, to.things);
}

Truth look(const Condition& c, const Circumstances& in, Looked& out);

// `settles` is the value that one part alone settles the whole with, and is then its only reason: no for all, yes for any.
Truth look_at_parts(const Condition& c, const Circumstances& in, Truth settles, Looked& out) {
    const Mark before = mark(out);
    Truth truth = !settles;
    for (const Condition& part : c.parts) {
        const Mark here = mark(out);
        const Truth t = look(part, in, out);
        if (t == settles) {
            take_back(out, before, here);
            return t;
        }
        if (t == Truth::unknown) truth = t;
    }
    return truth;
}

Truth look(const Condition& c, const Circumstances& in, Looked& out) {
    switch (c.op) {
        case Condition::Op::all: return look_at_parts(c, in, Truth::no, out);
        case Condition::Op::any: return look_at_parts(c, in, Truth::yes, out);
        case Condition::Op::negation: return !look(c.parts.front(), in, out);
        case Condition::Op::is_true:
        case Condition::Op::is_in:
        case Condition::Op::contains:
        case Condition::Op::compare:
        case Condition::Op::count: {
            const Truth truth = truth_of_fact(c, in);
            (truth == Truth::unknown ? out.open : out.facts).push_back(&c.name);
            return truth;
        }
        case Condition::Op::done: {
            const Truth truth = truth_of_thing(c, in);
            if (truth == Truth::unknown) out.things.push_back(&c.name);
            return truth;
        }
        case Condition::Op::always:
        case Condition::Op::planned:
        case Condition::Op::reading: return truth_of(c, in);
    }
    return Truth::unknown;
}

}  // namespace

void Names::insert(const std::string& name) {
    const auto at = std::lower_bound(names_.begin(), names_.end(), name);
    if (at == names_.end() || *at != name) names_.insert(at, name);
}

Judged judge(const Condition& c, const Circumstances& in) {
    Looked looked;
    Judged out;
    out.truth = look(c, in, looked);
    for (const std::string* name : looked.facts) out.facts.insert(*name);
    for (const std::string* name : looked.open) out.open.insert(*name);
    for (const std::string* name : looked.things) out.things.insert(*name);
    return out;
}

void each_part(const Condition& condition, const std::function<void(const Condition&)>& visit) {
    visit(condition);
    for (const Condition& part : condition.parts) each_part(part, visit);
}

namespace {

// Where no reading is taken and nothing else is known.
Truth without_readings(const Condition& c) {
    switch (c.op) {
        case Condition::Op::reading: return Truth::no;
        case Condition::Op::always: return Truth::yes;
        case Condition::Op::negation: {
            const Truth part = without_readings(c.parts.front());
            return part == Truth::unknown ? part : part == Truth::no ? Truth::yes : Truth::no;
        }
        case Condition::Op::all:
        case Condition::Op::any: {
            const Truth decides = c.op == Condition::Op::all ? Truth::no : Truth::yes;
            Truth out = decides == Truth::no ? Truth::yes : Truth::no;
            for (const Condition& part : c.parts) {
                const Truth one = without_readings(part);
                if (one == decides) return decides;
                if (one == Truth::unknown) out = one;
            }
            return out;
        }
        case Condition::Op::is_true:
        case Condition::Op::is_in:
        case Condition::Op::contains:
        case Condition::Op::compare:
        case Condition::Op::count:
        case Condition::Op::done:
        case Condition::Op::planned: return Truth::unknown;
    }
    return Truth::unknown;
}

}  // namespace

bool rests_on_reading(const Condition& condition) { return without_readings(condition) == Truth::no; }

bool asks_reading(const Condition& condition) {
    return condition.op == Condition::Op::reading || std::any_of(condition.parts.begin(), condition.parts.end(), asks_reading);
}

}  // namespace signroute
