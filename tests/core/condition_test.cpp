// Conditions in three values: the tables, each kind of leaf, and what every possible answer agrees on.
#include <doctest/doctest.h>

#include <functional>
#include <random>
#include <set>

#include "core/facts/completions.h"
#include "tests/core/lint_pack.h"

using namespace signroute;

namespace {

using Op = Condition::Op;
using Relation = Condition::Relation;

Condition is_true(std::string fact) { return {.op = Op::is_true, .name = std::move(fact)}; }
Condition is_in(std::string fact, std::vector<std::string> values) { return {.op = Op::is_in, .name = std::move(fact), .values = std::move(values)}; }
Condition has(std::string fact, std::vector<std::string> values) { return {.op = Op::contains, .name = std::move(fact), .values = std::move(values)}; }
Condition number(std::string fact, Relation r, std::int64_t n) { return {.op = Op::compare, .name = std::move(fact), .relation = r, .number = n}; }
Condition count(std::string fact, Relation r, std::int64_t n) { return {.op = Op::count, .name = std::move(fact), .relation = r, .number = n}; }
Condition done(std::string thing) { return {.op = Op::done, .name = std::move(thing)}; }
Condition reading(std::string question, std::string one) { return {.op = Op::reading, .name = std::move(question), .values = {std::move(one)}}; }
Condition all(std::vector<Condition> parts) { return {.op = Op::all, .parts = std::move(parts)}; }
Condition any(std::vector<Condition> parts) { return {.op = Op::any, .parts = std::move(parts)}; }
Condition negation(Condition part) { return {.op = Op::negation, .parts = {std::move(part)}}; }

constexpr Truth kNo = Truth::no, kYes = Truth::yes, kOpen = Truth::unknown;
constexpr Relation kRelations[] = {Relation::at_least, Relation::at_most, Relation::more_than, Relation::less_than, Relation::equal};

Facts facts_of(Truth a, Truth b) {
    Facts out;
    if (a != kOpen) out["a"] = a == kYes;
    if (b != kOpen) out["b"] = b == kYes;
    return out;
}

Truth part_by_part(const Condition& c, const Facts& facts) {
    Circumstances in;
    in.facts = &facts;
    return judge(c, in).truth;
}

Truth in_every_completion(const Condition& c, const Facts& facts, const OptionsOf& options = nullptr) {
    Circumstances in;
    in.facts = &facts;
    return judge_in_every_completion(c, in, options).truth;
}

}  // namespace

TEST_CASE("all, any and not follow the tables of three values") {
    const Truth values[] = {kNo, kYes, kOpen};
    // Rows: the first part no, yes, unknown; columns: the second.
    const Truth all_table[3][3] = {{kNo, kNo, kNo}, {kNo, kYes, kOpen}, {kNo, kOpen, kOpen}};
    const Truth any_table[3][3] = {{kNo, kYes, kOpen}, {kYes, kYes, kYes}, {kOpen, kYes, kOpen}};
    const Truth not_table[3] = {kYes, kNo, kOpen};
    for (int i = 0; i < 3; ++i) {
        CHECK(part_by_part(negation(is_true("a")), facts_of(values[i], kOpen)) == not_table[i]);
        CHECK(!values[i] == not_table[i]);
        for (int j = 0; j < 3; ++j) {
            const Facts facts = facts_of(values[i], values[j]);
            CHECK(part_by_part(all({is_true("a"), is_true("b")}), facts) == all_table[i][j]);
            CHECK(part_by_part(any({is_true("a"), is_true("b")}), facts) == any_table[i][j]);
        }
    }
    CHECK(part_by_part(Condition{}, {}) == kYes);
}

TEST_CASE("what no answer can change is decided while the fact is still open") {
    CHECK(in_every_completion(any({is_true("a"), negation(is_true("a"))}), {}) == kYes);
    CHECK(in_every_completion(all({is_true("a"), negation(is_true("a"))}), {}) == kNo);
    CHECK(in_every_completion(all({is_in("c", {"x"}), is_in("c", {"y"})}), {}) == kNo);
    CHECK(in_every_completion(any({number("n", Relation::at_least, 3), number("n", Relation::at_most, 4)}), {}) == kYes);
    CHECK(in_every_completion(all({number("n", Relation::more_than, 3), number("n", Relation::less_than, 4)}), {}) == kNo);
    CHECK(in_every_completion(number("n", Relation::at_least, 0), {}) == kYes);
    CHECK(in_every_completion(number("n", Relation::less_than, 0), {}) == kNo);
    CHECK(in_every_completion(all({has("l", {"p"}), count("l", Relation::at_most, 0)}), {}) == kNo);
    CHECK(in_every_completion(any({done("t"), negation(done("t"))}), {}) == kYes);
    CHECK(in_every_completion(all({reading("q", "one"), reading("q", "two")}), {}) == kNo);
}

TEST_CASE("the options of a choice are those of the catalogue, and where nobody lists them there may be others") {
    const Condition either = any({is_in("c", {"x"}), is_in("c", {"y"})});
    const OptionsOf two = [](const std::string&) { return std::vector<std::string>{"x", "y"}; };
    const OptionsOf three = [](const std::string&) { return std::vector<std::string>{"x", "y", "z"}; };
    CHECK(in_every_completion(either, {}, two) == kYes);
    CHECK(in_every_completion(either, {}, three) == kOpen);
    CHECK(in_every_completion(either, {}) == kOpen);
}

TEST_CASE("a number is compared as its word says, on, below and above the bound") {
    const bool held[5][3] = {{false, true, true}, {true, true, false}, {false, false, true}, {true, false, false}, {false, true, false}};
    for (int r = 0; r < 5; ++r) {
        CHECK(part_by_part(number("n", kRelations[r], 5), {}) == kOpen);
        for (int i = 0; i < 3; ++i) {
            const std::int64_t n = 4 + i;
            std::vector<std::string> list;
            for (std::int64_t k = 0; k < n; ++k) list.push_back(std::to_string(k));
            const Truth want = held[r][i] ? kYes : kNo;
            CHECK(part_by_part(number("n", kRelations[r], 5), {{"n", n}}) == want);
            CHECK(part_by_part(count("l", kRelations[r], 5), {{"l", list}}) == want);
        }
    }
}

TEST_CASE("a list has one of the options or has none of them") {
    const Condition c = has("l", {"p", "q"});
    const auto with = [&](std::vector<std::string> list) { return part_by_part(c, {{"l", std::move(list)}}); };
    CHECK(with({}) == kNo);
    CHECK(with({"r"}) == kNo);
    CHECK(with({"r", "q"}) == kYes);
    CHECK(part_by_part(c, {}) == kOpen);
    CHECK(part_by_part(is_in("c", {"x", "y"}), {{"c", std::string("y")}}) == kYes);
    CHECK(part_by_part(is_in("c", {"x", "y"}), {{"c", std::string("z")}}) == kNo);
}

TEST_CASE("a fact answered in another type than is asked settles nothing") {
    CHECK(part_by_part(is_true("a"), {{"a", std::int64_t{1}}}) == kOpen);
    CHECK(part_by_part(number("n", Relation::at_least, 0), {{"n", true}}) == kOpen);
    CHECK(part_by_part(has("l", {"p"}), {{"l", std::string("p")}}) == kOpen);
    CHECK(in_every_completion(is_true("a"), {{"a", std::int64_t{1}}}) == kOpen);
}

TEST_CASE("a thing is done, not done, or not spoken of; a reading is taken, another is, or none is yet") {
    std::map<std::string, Truth, std::less<>> things = {{"yes", kYes}, {"no", kNo}, {"open", kOpen}};
    std::map<std::string, std::string, std::less<>> taken = {{"q", "one"}};
    Circumstances in;
    in.done = &things;
    in.readings = &taken;
    CHECK(judge(done("yes"), in).truth == kYes);
    CHECK(judge(done("no"), in).truth == kNo);
    CHECK(judge(done("open"), in).truth == kOpen);
    CHECK(judge(done("never named"), in).truth == kOpen);
    CHECK(judge(done("open"), in).things == std::vector<std::string>{"open"});
    CHECK(judge(reading("q", "one"), in).truth == kYes);
    CHECK(judge(reading("q", "two"), in).truth == kNo);
    CHECK(judge(reading("other", "one"), in).truth == kOpen);
}

TEST_CASE("a planned step that may or may not be the one that is meant leaves the condition open") {
    const Catalogue catalogue = test::lint_catalogue();
    const PackRead read = pack_from_json(test::lint_pack().dump(), catalogue);
    REQUIRE(read.pack);
    const Rules rules{&catalogue, &*read.pack};
    Condition c;
    c.op = Op::planned;
    c.pattern = {.roles = {"deputy"}, .actions = {"sign_off"}};
    const auto planned = [&](std::vector<PlannedStep> steps) {
        Case situation;
        situation.has_plan = true;
        situation.planned = std::move(steps);
        return judge_in(rules, c, situation, {}, "notice").truth;
    };
    CHECK(planned({}) == kNo);
    CHECK(judge_in(rules, c, Case{}, {}, "notice").truth == kNo);  // nothing was planned at all
    CHECK(planned({{.role = "deputy", .action = "sign_off"}}) == kYes);
    CHECK(planned({{.role = "first_deputy", .action = "sign_off"}}) == kYes);  // is always a deputy
    CHECK(planned({{.role = "mayor", .action = "sign_off"}}) == kNo);
    CHECK(planned({{.role = "deputy", .action = "review"}}) == kNo);
    CHECK(planned({{.role_text = "老王", .action = "sign_off"}}) == kOpen);
    CHECK(planned({{.role = "deputy", .action_text = "过目"}}) == kOpen);
    CHECK(planned({{.role_text = "老王", .action = "sign_off"}, {.role = "deputy", .action = "sign_off"}}) == kYes);
    c.pattern.roles = {"first_deputy"};
    CHECK(planned({{.role = "deputy", .action = "sign_off"}}) == kOpen);  // may be the first one
    c = any({c, negation(c)});
    CHECK(planned({{.role = "deputy", .action = "sign_off"}}) == kOpen);  // whom it means cannot be listed
}

TEST_CASE("a decided condition names the facts that decided it, an open one those that would") {
    Facts facts = {{"a", false}};
    Circumstances in;
    in.facts = &facts;
    const Judged no = judge(all({is_true("b"), is_true("a")}), in);
    CHECK(no.truth == kNo);
    CHECK(no.facts == std::vector<std::string>{"a"});
    CHECK(no.open.empty());
    const Judged open = judge(any({is_true("a"), is_true("b"), done("t")}), in);
    CHECK(open.truth == kOpen);
    CHECK(open.facts == std::vector<std::string>{"a"});
    CHECK(open.open == std::vector<std::string>{"b"});
    CHECK(open.things == std::vector<std::string>{"t"});
}

TEST_CASE("a condition with more possible answers than are tried stays open and is never guessed") {
    std::vector<Condition> parts;
    for (int i = 0; i < 13; ++i) parts.push_back(is_true("f" + std::to_string(i)));  // 8,192 answers
    Condition many = any({all(parts), negation(all(parts))});
    CHECK(in_every_completion(many, {}) == kOpen);
    CHECK(in_every_completion(many, {{"f0", true}}) == kYes);  // 4,096 answers
}

namespace {

// A brute force that shares nothing with core: a world answers everything, and a condition is plainly true or false in
// it. Choices are x, y or z; numbers run to 10, bounds to 6; of a list's options p and q are named in conditions, the
// four others are not.
struct World {
    bool a = false, b = false, t = false;
    char c = 'x', q = '1';
    int n = 0;
    std::set<std::string> l;
};

using Predicate = std::function<bool(const World&)>;

struct Pair {
    Condition condition;
    Predicate predicate;
};

bool compared(std::int64_t left, int relation, std::int64_t right) {
    const bool results[] = {left >= right, left <= right, left > right, left < right, left == right};
    return results[relation];
}

class Generator {
  public:
    explicit Generator(unsigned seed) : random_(seed) {}

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    // `names`: the kinds of leaf that may occur, each about one variable.
    Pair make(const std::string& names, int depth) {
        const int kind = depth == 0 ? 0 : below(4);
        if (kind == 0) return leaf(names[static_cast<std::size_t>(below(static_cast<int>(names.size())))]);
        if (kind == 1) {
            Pair part = make(names, depth - 1);
            return {negation(part.condition), [p = part.predicate](const World& w) { return !p(w); }};
        }
        std::vector<Condition> parts;
        std::vector<Predicate> predicates;
        for (int i = 1 + below(3); i > 0; --i) {
            Pair part = make(names, depth - 1);
            parts.push_back(part.condition);
            predicates.push_back(part.predicate);
        }
        const bool every = kind == 2;
        const auto predicate = [predicates, every](const World& w) {
            for (const Predicate& p : predicates) {
                if (p(w) != every) return !every;
            }
            return every;
        };
        return {every ? all(parts) : any(parts), predicate};
    }

  private:
    Pair leaf(char name) {
        switch (name) {
            case 'a': return {is_true("a"), [](const World& w) { return w.a; }};
            case 'b': return {is_true("b"), [](const World& w) { return w.b; }};
            case 't': return {done("t"), [](const World& w) { return w.t; }};
            case 'c': return choice();
            case 'q': return below(2) ? Pair{reading("q", "1"), [](const World& w) { return w.q == '1'; }}
                                      : Pair{reading("q", "2"), [](const World& w) { return w.q == '2'; }};
            case 'n': {
                const int r = below(5), bound = below(7);
                return {number("n", kRelations[r], bound), [r, bound](const World& w) { return compared(w.n, r, bound); }};
            }
            default: return below(2) ? counted() : contained();
        }
    }
    Pair choice() {
        std::vector<std::string> values;
        for (const char* v : {"x", "y", "z"}) {
            if (below(2)) values.push_back(v);
        }
        if (values.empty()) values.push_back("x");
        return {is_in("c", values), [values](const World& w) { return std::count(values.begin(), values.end(), std::string(1, w.c)) > 0; }};
    }
    Pair counted() {
        const int r = below(5), bound = below(4);
        return {count("l", kRelations[r], bound), [r, bound](const World& w) { return compared(static_cast<std::int64_t>(w.l.size()), r, bound); }};
    }
    Pair contained() {
        const std::string option = below(2) ? "p" : "q";
        return {has("l", {option}), [option](const World& w) { return w.l.count(option) > 0; }};
    }
    std::mt19937 random_;
};

const std::vector<std::set<std::string>>& lists() {
    static const std::vector<std::set<std::string>> all_lists = [] {
        const char* options[] = {"p", "q", "u", "v", "w", "k"};
        std::vector<std::set<std::string>> out;
        for (int set = 0; set < 64; ++set) {
            out.emplace_back();
            for (int i = 0; i < 6; ++i) {
                if (set >> i & 1) out.back().insert(options[i]);
            }
        }
        return out;
    }();
    return all_lists;
}

// Every world that differs from `w` in the open variables alone.
void each_completion(World w, const std::string& open, const Predicate& visit) {
    if (open.empty()) {
        visit(w);
        return;
    }
    const std::string rest = open.substr(1);
    const auto go = [&](auto& field, const auto& values) {
        for (const auto& v : values) {
            field = v;
            each_completion(w, rest, visit);
        }
    };
    const bool both[] = {false, true};
    switch (open[0]) {
        case 'a': return go(w.a, both);
        case 'b': return go(w.b, both);
        case 't': return go(w.t, both);
        case 'c': return go(w.c, std::string("xyz"));
        case 'q': return go(w.q, std::string("123"));
        case 'n': return go(w.n, std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        default: return go(w.l, lists());
    }
}

Truth shared_truth(const Predicate& predicate, const World& w, const std::string& open) {
    bool yes = false, no = false;
    each_completion(w, open, [&](const World& complete) {
        (predicate(complete) ? yes : no) = true;
        return true;
    });
    return yes && no ? kOpen : yes ? kYes : kNo;
}

// What core is told of the world: everything but the open variables.
Truth judged(const Condition& condition, const World& w, const std::string& open) {
    const auto known = [&](char name) { return open.find(name) == open.npos; };
    Facts facts;
    if (known('a')) facts["a"] = w.a;
    if (known('b')) facts["b"] = w.b;
    if (known('c')) facts["c"] = std::string(1, w.c);
    if (known('n')) facts["n"] = std::int64_t{w.n};
    if (known('l')) facts["l"] = std::vector<std::string>(w.l.begin(), w.l.end());
    std::map<std::string, Truth, std::less<>> things;
    if (known('t')) things["t"] = w.t ? kYes : kNo;
    std::map<std::string, std::string, std::less<>> readings;
    if (known('q')) readings["q"] = std::string(1, w.q);
    Circumstances in;
    in.facts = &facts;
    in.done = &things;
    in.readings = &readings;
    return judge_in_every_completion(condition, in, [](const std::string&) { return std::vector<std::string>{"x", "y", "z"}; }).truth;
}

}  // namespace

TEST_CASE("the answer with open facts is what all their possible answers share") {
    Generator random(20251);
    int open_ones = 0, decided = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string names = "abtcqnl";
        while (names.size() > 4) names.erase(static_cast<std::size_t>(random.below(static_cast<int>(names.size()))), 1);
        const Pair pair = random.make(names, 3);
        std::string open;
        for (const char name : names) {
            if (random.below(3)) open += name;
        }
        World w;
        w.a = random.below(2), w.b = random.below(2), w.t = random.below(2);
        w.c = "xyz"[random.below(3)], w.q = "123"[random.below(3)];
        w.n = random.below(11), w.l = lists()[static_cast<std::size_t>(random.below(64))];
        const Truth want = shared_truth(pair.predicate, w, open), got = judged(pair.condition, w, open);
        CHECK_MESSAGE(got == want, "condition " << i << " with " << open << " open");
        ++(want == kOpen ? open_ones : decided);
    }
    CHECK(open_ones > 500);  // the property is about something
    CHECK(decided > 500);
}
