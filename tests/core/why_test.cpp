// Why an answer is as it is, held against the answers themselves: what it rests on is left out piece by piece, changes
// are tried one after another, open facts are answered in every way.
#include <algorithm>
#include <map>
#include <set>

#include "tests/core/calendar_files.h"
#include "tests/core/why_oracle.h"

using namespace signroute;
using namespace signroute::test;

namespace {

const bool kLong = std::getenv("SIGNROUTE_LONG") != nullptr;

// One answer with its explanation; of a situation whose text bears several readings each has its own.
struct Explained {
    const Posed& posed;
    const About& about;
    const Explanation& why;
    std::vector<Choice> readings;
    std::string answer(const Rules& rules, const Case& in, const Choice& choice, std::set<std::string>* open = nullptr) const {
        return answer_of(rules, in, choice, about, open);
    }
    // Whether the answer is the same under every reading that it was told under.
    bool stands(const Rules& rules, const Case& in, const std::string& as) const {
        return std::all_of(readings.begin(), readings.end(), [&](const Choice& c) { return answer(rules, in, c) == as; });
    }
    std::string name() const { return posed.id + " " + std::string(signroute::name(about.kind)) + " " + about.matter + "." + about.id; }
};

// Calls `visit` for every `stride`-th question of the written cases; a verdict, which takes longest, seven times as rarely.
template <class Visit>
int each_explained(std::size_t stride, const Visit& visit) {
    std::size_t n = 0, verdicts = 0;
    int answers = 0;
    for (const Posed& posed : posed_cases()) {
        for (const About& about : questions_in(posed)) {
            if (about.kind == AboutKind::verdict && ++verdicts % 7 != 0 && !kLong) continue;
            if (n++ % stride != 0) continue;
            const Why all = why(posed.rules(), installed(), posed.situation, about);
            const auto one = [&](const Explanation& e) {
                visit(Explained{posed, about, e, all_readings(posed.rules(), posed.situation, e.under)});
                ++answers;
            };
            if (all.readings.empty()) one(all.explanation);
            for (const ReadingExplained& r : all.readings) one(r.explanation);
        }
    }
    return answers;
}

std::string words(const std::vector<Statable>& list) {
    std::string out;
    for (const Statable& s : list) out += s.fact + (s.thing.empty() ? "" : "!" + s.thing) + " ";
    return out;
}

std::string words(const std::vector<Clause>& list) {
    std::string out;
    for (const Clause& c : list) out += clause_code(c, "") + " ";
    return out;
}

void check_facts(const Explained& e, std::mt19937& random) {
    const Rules rules = e.posed.rules();
    REQUIRE(!e.readings.empty());
    std::set<std::string> open;
    const std::string answer = e.answer(rules, e.posed.situation, e.readings.front(), &open);
    CHECK_MESSAGE(e.stands(rules, e.posed.situation, answer), e.name() << " is not one answer: " << answer);
    const Case alone = with_only(e.posed.situation, e.why.facts);
    CHECK_MESSAGE(e.stands(rules, alone, answer), e.name() << " does not stand with " << words(e.why.facts) << ": " << answer);
    for (const Statable& fact : e.why.facts) {
        CHECK_MESSAGE(!e.stands(rules, without(alone, fact), answer), e.name() << " stands without " << fact.fact << fact.thing << ": " << answer);
    }
    const Case whole = completed(e.posed, alone, open, random);
    CHECK_MESSAGE(e.stands(rules, whole, answer), e.name() << " does not stand in a completion of " << words(e.why.facts) << ": " << answer << "\n  but then " << e.answer(rules, whole, e.readings.front()));
}

void check_clauses(const Explained& e) {
    const std::string answer = e.answer(e.posed.rules(), e.posed.situation, e.readings.front());
    const auto stands_by = [&](const std::vector<Clause>& clauses) {
        const Pack pack = with_only(e.posed, clauses);
        return e.stands({&installed_library().catalogue, &pack}, e.posed.situation, answer);
    };
    CHECK_MESSAGE(stands_by(e.why.clauses), e.name() << " does not stand by " << words(e.why.clauses) << ": " << answer);
    for (std::size_t i = 0; i < e.why.clauses.size(); ++i) {
        std::vector<Clause> fewer = e.why.clauses;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_MESSAGE(!stands_by(fewer), e.name() << " stands without " << clause_code(e.why.clauses[i], "") << ": " << answer);
    }
}

}  // namespace

TEST_CASE("an answer stands with its facts alone and by its clauses alone, and without any one of them it does not") {
    std::mt19937 random(11);
    const int answers = each_explained(kLong ? 1 : 8 * kStride, [&](const Explained& e) {
        check_facts(e, random);
        check_clauses(e);
    });
    MESSAGE("answers ablated: " << answers);
    CHECK(answers >= 5000 / kStride);
}

namespace {

// What a change leaves of the situation.
Case changed(Case in, const std::vector<ChangedFact>& facts) {
    for (const ChangedFact& c : facts) {
        if (c.what.thing.empty()) in.facts[c.what.fact] = c.to;
        else in.done[c.what.thing] = Done{std::get<bool>(c.to) ? Truth::yes : Truth::no, std::nullopt};
    }
    return in;
}

// The stated facts and things that may be changed, each with other answers to it.
std::vector<std::pair<Statable, std::vector<FactValue>>> changeable(const Explained& e) {
    std::vector<std::pair<Statable, std::vector<FactValue>>> out;
    for (const Statable& s : asked_in(e.posed)) {
        const Case& in = e.posed.situation;
        if (!s.fact.empty()) {
            const bool body = s.fact == "attending" || s.fact == "last_held" || s.fact == "due";  // their answers cannot be listed
            if (body || !in.facts.count(s.fact)) continue;
            out.push_back({s, answers_to(e.posed, s.fact)});
        } else if (in.done.count(s.thing) && in.done.find(s.thing)->second.truth != Truth::unknown) {
            out.push_back({s, {in.done.find(s.thing)->second.truth != Truth::yes}});
        }
    }
    return out;
}

Case with(Case in, const Statable& what, const FactValue& value) { return changed(std::move(in), {{what, value, value}}); }

void check_change(const Explained& e, bool pairs) {
    const Rules rules = e.posed.rules();
    const Case& in = e.posed.situation;
    const std::string answer = e.answer(rules, in, e.readings.front());
    const std::size_t size = e.why.change ? e.why.change->facts.size() : 0;
    if (e.why.change) {
        CHECK_MESSAGE(!e.stands(rules, changed(in, e.why.change->facts), answer), e.name() << " is the same after the change: " << answer);
        for (const ChangedFact& c : e.why.change->facts) {
            if (c.what.thing.empty()) CHECK_MESSAGE(in.facts.at(c.what.fact) == c.from, e.name());
            CHECK_MESSAGE(c.from != c.to, e.name());
        }
    }
    const int searched = e.why.change ? static_cast<int>(size) - 1 : e.why.searched;
    CHECK_MESSAGE((!e.why.change || e.why.searched == searched), e.name());
    const auto all = changeable(e);
    for (std::size_t i = 0; i < all.size() && searched >= 1; ++i) {
        for (const FactValue& value : all[i].second) {
            const Case one = with(in, all[i].first, value);
            CHECK_MESSAGE(e.stands(rules, one, answer), e.name() << " is altered by " << all[i].first.fact << all[i].first.thing << " alone: " << answer);
            for (std::size_t j = i + 1; j < all.size() && pairs && searched >= 2; ++j) {
                for (const FactValue& other : all[j].second) CHECK_MESSAGE(e.stands(rules, with(one, all[j].first, other), answer), e.name() << " is altered by a pair");
            }
        }
    }
    if (size != 1) return;
    for (const auto& open : all) {  // of several changes of one fact, that of the first
        const auto& what = open.first;
        if (what == e.why.change->facts[0].what || what.fact.empty()) break;
        for (const FactValue& value : open.second) CHECK_MESSAGE(e.stands(rules, with(in, what, value), answer), e.name() << " is altered by an earlier fact, " << what.fact);
    }
}

}  // namespace

TEST_CASE("the smallest change alters the answer, and no smaller one does") {
    int changes = 0, larger = 0, n = 0;
    each_explained(kLong ? 3 : 61 * kStride, [&](const Explained& e) {
        changes += e.why.change.has_value();
        larger += e.why.change && e.why.change->facts.size() > 1;
        check_change(e, kLong || ++n % 8 == 0);
    });
    MESSAGE("changes found: " << changes << ", of more than one fact: " << larger);
    CHECK(changes >= 300 / kStride);
    CHECK(larger >= 3 / kStride);
}

namespace {

// A written case of which some of the facts and things are not known.
Posed partial(const Posed& posed, std::mt19937& random) {
    Posed out = posed;
    for (const auto& [fact, value] : posed.situation.facts) {
        if (random() % 2) out.situation.facts.erase(fact);
    }
    for (const auto& [thing, done] : posed.situation.done) {
        if (random() % 2) out.situation.done.erase(thing);
    }
    return out;
}

// Calls `visit` for random partly known cases with what is asked about them.
template <class Visit>
void each_partial(std::size_t stride, unsigned seed, const Visit& visit) {
    std::mt19937 random(seed);
    const std::vector<Posed>& all = posed_cases();
    for (std::size_t i = 0; i < all.size(); i += stride) {
        const Posed posed = partial(all[i], random);
        const std::vector<About> questions = questions_in(posed);
        for (const About& about : {questions[0], questions[1], questions[random() % questions.size()]}) {
            const Why one = why(posed.rules(), installed(), posed.situation, about);
            const auto look = [&](const Explanation& e) { visit(Explained{posed, about, e, all_readings(posed.rules(), posed.situation, e.under)}, random); };
            if (one.readings.empty()) look(one.explanation);
            for (const ReadingExplained& r : one.readings) look(r.explanation);
        }
    }
}

// What is said to hold, as texts: the steps, rules and verdict that wait for nothing.
std::vector<About> holding(const Explained& e) {
    std::vector<About> out;
    for (const ToldStep& s : e.why.told.steps) {
        if (s.open.empty() && s.open_before.empty() && s.status != StepStatus::unknown) out.push_back({AboutKind::step, s.matter, s.id});
    }
    for (const ToldRule& r : e.why.told.rules) {
        if (r.open.empty() && r.applies != Truth::unknown) out.push_back(r.about);
    }
    if (e.why.told.verdict && (e.why.told.verdict == Verdict::fail || e.why.told.asks.empty())) out.push_back({AboutKind::verdict, "", ""});
    return out;
}

}  // namespace

TEST_CASE("what is said to hold while facts are open holds however they are answered") {
    int held = 0;
    each_partial(kLong ? 1 : 3 * kStride, 5, [&](const Explained& e, std::mt19937& random) {
        for (int i = 0; i < 3; ++i) {
            const Case whole = completed(e.posed, e.posed.situation, {}, random);
            for (const About& about : holding(e)) {
                for (const Choice& c : e.readings) {
                    const std::string before = answer_of(e.posed.rules(), e.posed.situation, c, about), after = answer_of(e.posed.rules(), whole, c, about);
                    CHECK_MESSAGE(before == after, e.name() << ": " << about.id << " was " << before << " and is " << after);
                    ++held;
                }
            }
        }
    });
    MESSAGE("answers held against completions: " << held);
    CHECK(held >= 5000 / kStride);
}

namespace {

bool on_fact(const Condition& c, const std::string& fact) {
    return c.name == fact && (c.op == Condition::Op::is_true || c.op == Condition::Op::is_in || c.op == Condition::Op::contains || c.op == Condition::Op::compare ||
                              c.op == Condition::Op::count);
}

// Every part of a condition of the route that looks at the fact.
std::vector<Condition> looks_at(const Posed& posed, const std::string& fact) {
    std::vector<Condition> out;
    const auto take = [&](const Condition& c) {
        if (on_fact(c, fact)) out.push_back(c);
    };
    for (const std::string& id : posed.situation.matters) {
        const Matter* m = find_matter(*posed.pack, id);
        if (!m) continue;
        each_part(m->applies_when, take);
        for (const StepRule& s : m->steps) each_part(s.when, take);
    }
    return out;
}

std::string seen_by(const std::vector<Condition>& leaves, const std::string& fact, const FactValue& value) {
    const Facts facts{{fact, value}};
    Circumstances in;
    in.facts = &facts;
    std::string out;
    for (const Condition& c : leaves) out += judge(c, in).truth == Truth::yes ? "y" : "n";
    return out;
}

bool decides_an_actor(const Posed& posed, const std::string& fact) {
    return std::any_of(posed.pack->roles.begin(), posed.pack->roles.end(), [&](const RoleRule& r) {
        return r.resolved_by == fact && std::any_of(posed.situation.matters.begin(), posed.situation.matters.end(), [&](const std::string& id) {
            const Matter* m = find_matter(*posed.pack, id);
            return m && std::any_of(m->steps.begin(), m->steps.end(), [&](const StepRule& s) { return s.role == r.id; });
        });
    });
}

// One answer for each way in which the route tells answers to the fact apart; nothing for lists and roles.
std::vector<FactValue> told_apart(const Posed& posed, const std::string& id) {
    const Catalogue& catalogue = installed_library().catalogue;
    const NamedFact* fact = find_named(catalogue.facts, id);
    if (fact->type == FactType::boolean) return {true, false};
    if (fact->type == FactType::list || fact->options_are_roles || fact->type == FactType::date) return {};
    const std::vector<Condition> leaves = looks_at(posed, id);
    std::vector<FactValue> out;
    std::vector<std::string> seen;
    if (fact->type == FactType::integer || fact->type == FactType::amount_cny) {
        for (const FactValue& n : answers_to(posed, id)) {  // ascending: a new stretch wherever something changes
            const std::string now = seen_by(leaves, id, n);
            if (seen.empty() || seen.back() != now) out.push_back(n);
            seen.push_back(now);
        }
        return out;
    }
    const FactRule* rule = find_fact(*posed.pack, id);
    const auto add = [&](const std::string& option, bool always) {
        const std::string now = seen_by(leaves, id, option);
        if (!always && std::find(seen.begin(), seen.end(), now) != seen.end()) return;
        seen.push_back(now);
        out.emplace_back(option);
    };
    const bool each = decides_an_actor(posed, id);
    if (!rule || rule->options.empty()) {
        for (const Named& o : fact->options) add(o.id, each);
        return out;
    }
    for (const std::string& o : rule->options) add(o, each);
    for (const Named& o : fact->options) {  // what this city does not list may be answered all the same
        const bool own = std::find(rule->options.begin(), rule->options.end(), o.id) != rule->options.end();
        if (own || seen_by(leaves, id, o.id).find('y') != std::string::npos) continue;
        out.emplace_back(o.id);
        break;
    }
    return out;
}

// How many answers are left on average after each question, by trying all.
struct Tried {
    std::size_t answers = 0;
    std::map<std::string, std::pair<std::size_t, std::size_t>> left;  // fact → sum, over
};

std::optional<Tried> all_ways(const Explained& e, std::size_t most) {
    std::set<std::string> open;
    e.answer(e.posed.rules(), e.posed.situation, e.readings.front(), &open);
    std::vector<std::pair<std::string, std::vector<FactValue>>> facts;
    std::size_t ways = 1;
    for (const std::string& one : open) {
        if (one[0] == '!') return std::nullopt;
        facts.push_back({one, told_apart(e.posed, one)});
        ways *= facts.back().second.size();
        if (ways == 0 || ways > most) return std::nullopt;
    }
    std::map<std::string, std::map<std::size_t, std::set<std::string>>> by_value;
    std::set<std::string> all;
    for (std::size_t n = 0; n < ways; ++n) {
        Case in = e.posed.situation;
        std::size_t rest = n;
        for (const auto& [fact, values] : facts) in.facts[fact] = values[rest % values.size()], rest /= values.size();
        const std::string answer = e.answer(e.posed.rules(), in, e.why.under);
        all.insert(answer);
        rest = n;
        for (const auto& [fact, values] : facts) by_value[fact][rest % values.size()].insert(answer), rest /= values.size();
    }
    Tried out;
    out.answers = all.size();
    for (const auto& [fact, values] : by_value) {
        out.left[fact].second = values.size();
        for (const auto& [value, answers] : values) out.left[fact].first += answers.size();
    }
    return out;
}

}  // namespace

TEST_CASE("the next question leaves fewest answers, as trying all of them shows") {
    int asked = 0, by_number_of_rules = 0, several = 0;
    each_partial(kLong ? 1 : 4 * kStride, 7, [&](const Explained& e, std::mt19937&) {
        if (e.about.kind != AboutKind::route) return;
        const auto tried = all_ways(e, 192);
        if (!tried || tried->left.empty()) return;
        REQUIRE_MESSAGE(e.why.next, e.name());
        ++asked;
        CHECK_MESSAGE(e.why.next->answers == tried->answers, e.name());
        const auto left = [&](const std::string& fact) {
            const auto at = tried->left.find(fact);
            return at == tried->left.end() ? 1e9 : static_cast<double>(at->second.first) / static_cast<double>(at->second.second);
        };
        const double best = left(e.why.next->what.fact);
        bool earlier = true;
        for (const Statable& s : asked_in(e.posed)) {
            if (s == e.why.next->what) earlier = false;
            else if (earlier) CHECK_MESSAGE(best < left(s.fact), e.name() << " asks " << e.why.next->what.fact << " before " << s.fact);
            else CHECK_MESSAGE(best <= left(s.fact), e.name() << " asks " << e.why.next->what.fact << " before " << s.fact);
        }
        if (tried->left.size() < 2) return;
        ++several;
        const Route route = route_from_facts(e.posed.rules(), e.posed.situation, e.why.under);
        by_number_of_rules += left(route.open_questions.front().fact) <= best;
    });
    MESSAGE("asked: " << asked << "; of " << several << " with several open questions, that most rules wait for is as good in " << by_number_of_rules);
    CHECK(asked >= 200 / kStride);
    CHECK(several >= 40 / kStride);
}

TEST_CASE("the facts that a step names as its reasons suffice for its own condition, but not always is each of them needed") {
    int steps = 0, spare = 0;
    for (const Posed& posed : posed_cases()) {
        if (++steps % kStride != 0) continue;
        const Route route = route_from_facts(posed.rules(), posed.situation, {});
        for (const RouteStep& s : route.steps) {
            if (!s.because.open.empty() || !s.because.things.empty() || s.status == StepStatus::unknown) continue;
            Case alone = posed.situation;
            alone.facts.clear();
            const auto truth = [&] { return judge_in(posed.rules(), s.rule->when, alone, {}, s.matter).truth; };
            for (const std::string& fact : s.because.facts) {
                if (posed.situation.facts.count(fact)) alone.facts[fact] = posed.situation.facts.at(fact);
            }
            const Truth with_all = truth();
            if (s.status == StepStatus::not_required && with_all != Truth::no) continue;  // refused with its matter
            CHECK_MESSAGE(with_all == (s.status == StepStatus::not_required ? Truth::no : Truth::yes), posed.id << " " << s.id);
            for (const std::string& fact : s.because.facts) {
                const auto kept = alone.facts.find(fact);
                if (kept == alone.facts.end()) continue;
                const FactValue value = kept->second;
                alone.facts.erase(kept);
                spare += truth() == with_all;
                alone.facts[fact] = value;
            }
        }
    }
    MESSAGE("reasons that could be left out: " << spare);
}
