// The diagrams that lint decides by, held against the evaluation of conditions itself, on conditions drawn at random.
#include <functional>
#include <random>
#include <set>

#include "core/pack/lint_space.h"
#include "tests/core/lint_pack.h"
#include "tests/core/sample.h"

namespace signroute::test {

namespace {

const int kRounds = kSampled ? 40 : 400;

using Op = Condition::Op;
using namespace linting;

class Draw {
  public:
    explicit Draw(unsigned seed) : random_(seed) {}
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    Condition condition(int depth) {
        Condition c;
        const int kind = below(depth > 0 ? 9 : 6);
        if (kind >= 6) {
            c.op = kind == 6 ? Op::negation : kind == 7 ? Op::all : Op::any;
            const int parts = kind == 6 ? 1 : 1 + below(3);
            for (int i = 0; i < parts; ++i) c.parts.push_back(condition(depth - 1));
            return c;
        }
        static constexpr Op ops[] = {Op::is_true, Op::is_in, Op::contains, Op::compare, Op::count, Op::reading};
        static constexpr const char* names[] = {"urgent", "kind", "guests", "pages", "guests", "many"};
        static const std::vector<std::string> options[] = {
            {}, {"order", "notice", "reply", "other"}, {"envoy", "scholar", "merchant"}, {}, {}, {"two", "three"}};
        c.op = ops[kind];
        c.name = kind == 0 && below(2) ? "important" : names[kind];
        for (const std::string& o : options[kind]) {
            if (below(2)) c.values.push_back(o);
        }
        c.relation = static_cast<Condition::Relation>(below(5));
        c.number = below(4);
        return c;
    }

  private:
    std::mt19937 random_;
};

// All ways of giving some of the variables a value: `most` of them at most; all of them if `whole`.
void each_setting(const Space& space, std::size_t from, int most, bool whole, Diagram::Setting& setting,
                  const std::function<void()>& visit) {
    if (from == space.variables().size()) return visit();
    if (!whole) each_setting(space, from + 1, most, whole, setting, visit);
    if (most == 0) return;
    const auto n = static_cast<int>(space.variables()[from].values.size());
    for (int v = 0; v < n; ++v) {
        setting[static_cast<int>(from)] = v;
        each_setting(space, from + 1, most - 1, whole, setting, visit);
    }
    setting.erase(static_cast<int>(from));
}

// Every situation of the city, pages up to more than any condition here counts.
void each_world(const std::function<void(const Facts&)>& visit) {
    const std::vector<std::string> guests[] = {{},
                                               {"envoy"},
                                               {"scholar"},
                                               {"merchant"},
                                               {"envoy", "scholar"},
                                               {"envoy", "merchant"},
                                               {"scholar", "merchant"},
                                               {"envoy", "scholar", "merchant"}};
    for (int bits = 0; bits < 4; ++bits) {
        for (const char* kind : {"order", "notice", "reply", "other"}) {
            for (std::int64_t pages = 0; pages < 8; ++pages) {
                for (const auto& g : guests) {
                    visit({{"urgent", bits % 2 == 1},
                           {"important", bits / 2 == 1},
                           {"kind", std::string(kind)},
                           {"pages", pages},
                           {"guests", g}});
                }
            }
        }
    }
}

// As the route judges it: what holds in every completion holds.
Truth truth(const Rules& rules, const Condition& c, const Space::Example& e) {
    return judge_in(rules, c, e.situation, {{"notice", e.readings}}, "notice").truth;
}

}  // namespace

TEST_CASE("a compiled condition is true exactly where the condition is, and its smallest case is the smallest") {
    const auto l = lint_of(lint_pack());
    Draw draw(20230922);
    for (int round = 0; round < kRounds; ++round) {
        const Condition c = draw.condition(3);
        Space space(l->rules(), "notice");
        space.gather(c);
        space.gather_question(l->pack.matters.front().readings.front());
        space.close();
        Diagram& d = space.diagram();
        const Diagram::Ref f = space.compile(c);
        Diagram::Setting setting;
        bool ever = false;
        each_setting(space, 0, 99, true, setting, [&] {
            const Truth wanted = truth(l->rules(), c, space.example_of(setting));
            ever |= wanted == Truth::yes;
            CHECK((d.given(f, setting) == Diagram::yes) == (wanted == Truth::yes));
            CHECK((d.given(f, setting) == Diagram::no) == (wanted == Truth::no));
        });
        CHECK((f != Diagram::no) == ever);
        const auto smallest = d.smallest(f);
        REQUIRE(smallest.has_value() == ever);
        if (!ever) continue;
        CHECK(d.given(f, *smallest) == Diagram::yes);
        if (!smallest->empty()) {
            each_setting(space, 0, static_cast<int>(smallest->size()) - 1, false, setting,
                         [&] { CHECK(d.given(f, setting) != Diagram::yes); });
        }
        CHECK(truth(l->rules(), c, *space.example(f, {&c})) == Truth::yes);
    }
}

TEST_CASE("the values tried of a fact take a condition through every answer it has on all values") {
    const auto l = lint_of(lint_pack());
    Draw draw(7);
    for (int round = 0; round < kRounds; ++round) {
        Condition c = draw.condition(2);
        Space space(l->rules(), "notice");
        space.gather(c);
        space.close();
        std::set<Truth> tried, all;
        Diagram::Setting setting;
        const auto readings = [](Space::Example e, const char* reading) {
            e.readings["many"] = reading;
            return e;
        };
        each_setting(space, 0, 99, true, setting, [&] {
            for (const char* r : {"two", "three"}) tried.insert(truth(l->rules(), c, readings(space.example_of(setting), r)));
        });
        each_world([&](const Facts& facts) {
            Space::Example e;
            e.situation.facts = facts;
            for (const char* r : {"two", "three"}) all.insert(truth(l->rules(), c, readings(e, r)));
        });
        CHECK(tried == all);
    }
}

}  // namespace signroute::test
