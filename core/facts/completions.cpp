#include "core/facts/completions.h"

#include <algorithm>

namespace signroute {

namespace {

// An open name of the condition and what it may still turn out to be. The lists may hold more than can really be
// answered, never less: too many completions leave a condition unknown, too few would decide it wrongly.
struct Open {
    enum class Kind { fact, thing, reading } kind = Kind::fact;
    std::string name;
    std::vector<FactValue> values;
};

const std::string kOther = "\x01";  // an option that no condition names

void add(std::vector<FactValue>& values, FactValue value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

// Around each number that a leaf compares with, and zero: nothing is counted below it.
void add_numbers(const Condition& leaf, std::vector<FactValue>& values) {
    add(values, std::int64_t{0});
    for (const std::int64_t n : {leaf.number - 1, leaf.number, leaf.number + 1}) {
        if (n >= 0) add(values, n);
    }
}

// The options that a leaf names, and one for all that none names: nothing tells those apart.
std::vector<FactValue> choices(const std::vector<const Condition*>& leaves, const OptionsOf& options) {
    const std::vector<std::string> known = options ? options(leaves.front()->name) : std::vector<std::string>();
    const auto has = [](const std::vector<std::string>& list, const std::string& v) { return std::find(list.begin(), list.end(), v) != list.end(); };
    std::vector<std::string> out;
    for (const Condition* leaf : leaves) {
        for (const std::string& v : leaf->values) {
            if (!has(out, v) && (known.empty() || has(known, v))) out.push_back(v);
        }
    }
    const auto other = std::find_if(known.begin(), known.end(), [&](const std::string& v) { return !has(out, v); });
    if (known.empty()) out.push_back(kOther);
    else if (other != known.end()) out.push_back(*other);
    return {out.begin(), out.end()};
}

// Each set of the options that some leaf names; where one counts them, filled up with others to each size that could matter.
std::vector<FactValue> lists(const std::vector<const Condition*>& leaves) {
    std::vector<std::string> named;
    std::int64_t most = 0;
    for (const Condition* leaf : leaves) {
        for (const std::string& v : leaf->values) {
            if (std::find(named.begin(), named.end(), v) == named.end()) named.push_back(v);
        }
        if (leaf->op == Condition::Op::count) most = std::max(most, leaf->number + 1);
    }
    std::vector<FactValue> out;
    if (named.size() > 8 || most > 16) return out;
    if (most > 0) most = std::max(most, static_cast<std::int64_t>(named.size()) + 1);
    for (std::size_t set = 0; set < std::size_t{1} << named.size(); ++set) {
        std::vector<std::string> list;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (set >> i & 1) list.push_back(named[i]);
        }
        out.push_back(list);
        while (static_cast<std::int64_t>(list.size()) < most) {
            list.push_back(kOther);
            out.push_back(list);
        }
    }
    return out;
}

std::vector<FactValue> values_of(const std::vector<const Condition*>& leaves, const OptionsOf& options) {
    std::vector<FactValue> out;
    for (const Condition* leaf : leaves) {
        switch (leaf->op) {
            case Condition::Op::is_true:
            case Condition::Op::done: out = {true, false}; break;
            case Condition::Op::is_in: return choices(leaves, options);
            case Condition::Op::reading: return choices(leaves, nullptr);
            case Condition::Op::compare: add_numbers(*leaf, out); break;
            case Condition::Op::contains:
            case Condition::Op::count: return lists(leaves);
            case Condition::Op::always:
            case Condition::Op::all:
            case Condition::Op::any:
            case Condition::Op::negation:
            case Condition::Op::planned: break;
        }
    }
    return out;
}

bool is_open(const Condition& leaf, const Circumstances& in, Open::Kind kind) {
    if (kind == Open::Kind::fact) return !in.facts || !in.facts->count(leaf.name);
    if (kind == Open::Kind::reading) return !in.readings || !in.readings->count(leaf.name);
    const auto at = in.done ? in.done->find(leaf.name) : decltype(in.done->end()){};
    return !in.done || at == in.done->end() || at->second == Truth::unknown;
}

// The open names, or nothing where something stays open that has no list of answers.
std::optional<std::vector<Open>> open_names(const Condition& condition, const Circumstances& in, const OptionsOf& options) {
    std::map<std::pair<Open::Kind, std::string>, std::vector<const Condition*>> leaves;
    bool listed = true;
    each_part(condition, [&](const Condition& c) {
        const bool logical = c.op == Condition::Op::always || !c.parts.empty();
        if (logical) return;
        if (c.op == Condition::Op::planned) {
            listed = listed && in.planned && in.planned(c.pattern) != Truth::unknown;
            return;
        }
        const auto kind = c.op == Condition::Op::done      ? Open::Kind::thing
                          : c.op == Condition::Op::reading ? Open::Kind::reading
                                                           : Open::Kind::fact;
        if (is_open(c, in, kind)) leaves[{kind, c.name}].push_back(&c);
    });
    std::vector<Open> out;
    std::size_t all = 1;
    for (const auto& [key, list] : leaves) {
        out.push_back({key.first, key.second, values_of(list, options)});
        all *= std::max<std::size_t>(out.back().values.size(), 1);
        listed = listed && !out.back().values.empty() && all <= kMostCompletions;
        if (!listed) return std::nullopt;
    }
    return listed && !out.empty() ? std::optional(out) : std::nullopt;
}

// Where each name is asked for once, and can be answered with yes and with no, three values say all there is to know.
bool asks_each_once(const Condition& condition) {
    std::vector<std::string_view> asked;
    bool once = true;
    each_part(condition, [&](const Condition& c) {
        if (c.op == Condition::Op::always || !c.parts.empty()) return;
        const bool yes_or_no = c.op == Condition::Op::is_true || c.op == Condition::Op::done;
        once = once && yes_or_no && std::find(asked.begin(), asked.end(), c.name) == asked.end();
        asked.push_back(c.name);
    });
    return once;
}

struct World {
    Facts facts;
    std::map<std::string, Truth, std::less<>> done;
    std::map<std::string, std::string, std::less<>> readings;
    void set(const Open& open, std::size_t value) {
        const FactValue& v = open.values[value];
        if (open.kind == Open::Kind::fact) facts[open.name] = v;
        else if (open.kind == Open::Kind::thing) done[open.name] = std::get<bool>(v) ? Truth::yes : Truth::no;
        else readings[open.name] = std::get<std::string>(v);
    }
};

// The next combination of values; false after the last.
bool advance(const std::vector<Open>& open, std::vector<std::size_t>& at) {
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (++at[i] < open[i].values.size()) return true;
        at[i] = 0;
    }
    return false;
}

}  // namespace

Judged judge_in_every_completion(const Condition& condition, const Circumstances& in, const OptionsOf& options) {
    Judged plain = judge(condition, in);
    if (plain.truth != Truth::unknown || asks_each_once(condition)) return plain;
    const auto open = open_names(condition, in, options);
    if (!open) return plain;
    World world;
    if (in.facts) world.facts = *in.facts;
    if (in.done) world.done = *in.done;
    if (in.readings) world.readings = *in.readings;
    const Circumstances complete{&world.facts, &world.done, &world.readings, in.planned};
    std::vector<std::size_t> at(open->size(), 0);
    Truth shared = Truth::unknown;
    do {
        for (std::size_t i = 0; i < open->size(); ++i) world.set((*open)[i], at[i]);
        const Truth here = truth_of(condition, complete);
        if (here == Truth::unknown || (shared != Truth::unknown && here != shared)) return plain;
        shared = here;
    } while (advance(*open, at));
    return {.truth = shared, .facts = std::move(plain.facts)};
}

}  // namespace signroute
