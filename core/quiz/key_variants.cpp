#include "core/quiz/key_variants.h"

#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/random.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

namespace {

constexpr int kMostOthers = 2;      // prohibitions beside the broken one
constexpr std::size_t kFewFacts = 2;  // to state of each

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& f) { return std::find(b.begin(), b.end(), f) != b.end(); });
}

void in_each_way(Variants& out, const Case& c, const std::string& state) {
    for (const std::string& lie : kLies) out.emplace_back(c, state + lie);
}

// What becomes of it when nobody answers.
void states(Variants& out, const Case& c, const TimeLimit& l, bool gave) {
    if (gave) return void(out.emplace_back(c, "gives_way@plain"));
    in_each_way(out, c, "not_yet@");
    if (!l.runs_out && hash_of(l.id + c.matters.front()) % 2) out.emplace_back(c, "expired_without@plain");
    if (!l.runs_out) return;
    in_each_way(out, c, "expired@");
    in_each_way(out, c, "answered@");
}

void figure(Variants& out, Kind kind, const Case& c, const TimeLimit& l, bool gave) {
    const bool before = l.direction == Direction::before;
    const bool past = l.from == "last_study" || l.from == "period_start" || l.from == "incident" || l.from == "problem_found";
    if (kind == Kind::silence && !l.minimum && !before && l.n && !l.unit_open) return states(out, c, l, gave);
    if (kind == Kind::silence || (kind == Kind::latest_start && past)) return;  // what lies behind is not planned
    if (gave) return void(out.emplace_back(c, "gives_way"));
    if (l.unit_open && before == (kind == Kind::latest_start)) return void(out.emplace_back(c, "open_unit"));
    if (l.unit_open || !l.n) return;  // 每月15号之前: whether the day itself counts is not said
    in_each_way(out, c, "");
}

// The first way in which the condition is that, with the facts it takes; none where it cannot be.
std::optional<Case> where(const Court& court, const std::vector<const Condition*>& conditions, const Case& start, Truth truth) {
    for (auto& [c, is] : settled(court, conditions, start)) {
        if (is == truth) return c;
    }
    return std::nullopt;
}

// With up to two other prohibitions that are not broken, by facts of their own: which of them it is, is what is asked.
Case and_others_kept(const Court& court, const Matter& m, const Prohibition& p, Case c) {
    std::vector<std::string> asked = facts_asked(p.breach);
    const std::size_t from = hash_of(m.id + p.id) % m.prohibitions.size();
    int n = 0;
    for (std::size_t i = 0; i < m.prohibitions.size() && n < kMostOthers; ++i) {
        const Prohibition& other = m.prohibitions[(from + i) % m.prohibitions.size()];
        const std::vector<std::string> own = facts_asked(other.breach);
        if (&other == &p || shares(own, asked) || other.breach.op == Condition::Op::always) continue;
        auto kept = where(court, {&other.when, &other.breach}, c, Truth::no);
        if (!kept || kept->facts.size() == c.facts.size() || kept->facts.size() > c.facts.size() + kFewFacts) continue;
        c = std::move(*kept);
        asked.insert(asked.end(), own.begin(), own.end());
        ++n;
    }
    return c;
}

bool near_miss(const Case& kept, const std::vector<std::pair<Case, Truth>>& cases) {
    return std::any_of(cases.begin(), cases.end(), [&](const auto& other) {
        if (other.second != Truth::yes) return false;
        int apart = 0;
        bool shared = false;  // something that speaks against it
        for (const auto& [fact, value] : kept.facts) {
            const auto at = other.first.facts.find(fact);
            if (at == other.first.facts.end()) continue;
            apart += at->second != value;
            shared |= at->second == value && value != FactValue(false);
        }
        return shared && apart <= 1;
    });
}

// Whether somewhere in the pack this role does such a thing: no meeting supervises, no mayor asks himself for leave.
bool does(const Pack& pack, const std::string& role, const std::string& action) {
    return std::any_of(pack.matters.begin(), pack.matters.end(), [&](const Matter& m) {
        return std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& s) { return s.role == role && s.action == action; });
    });
}

}  // namespace

Variants asked_of(const Ground& ground, const Pack& pack, Kind kind, const Case& start, const TimeLimit& l) {
    Variants out;
    const bool before = l.direction == Direction::before;
    if (!l.n && !l.day_of_month) {
        const std::uint64_t which = hash_of(pack.id + l.id);  // few of them: one question in ten may ask for a word
        const bool here = kind == Kind::silence ? which % 9 == 0 && !l.runs_out : kind == Kind::due ? !before && which % 5 == 0 : before && kind == Kind::latest_start;
        if (here) out.emplace_back(start, kind == Kind::silence ? "unwritten" : "word");
        return out;
    }
    const Court court(ground, pack, start);
    Case plain = start;
    for (const GivesWay& g : l.gives_way_to) {
        if (g.when.op == Condition::Op::always) continue;
        if (auto denied = where(court, {&g.when}, plain, Truth::no)) plain = std::move(*denied);
        const auto met = where(court, {&g.when}, start, Truth::yes);
        if (met && !before && kind != Kind::latest_start) figure(out, kind, *met, l, true);
    }
    figure(out, kind, plain, l, false);
    return out;
}

Variants asked_of(const Court& start, const Matter& m, const Prohibition& p) {
    Variants out;
    const auto cases = settled(start, {&m.applies_when, &p.when, &p.breach}, start.situation());
    for (const auto& [c, truth] : cases) {
        if (truth == Truth::yes) out.emplace_back(and_others_kept(start, m, p, c), "broken");
        else if (near_miss(c, cases)) out.emplace_back(c, "kept");
    }
    return out;
}

bool all_decide(const Court& court, const Matter& m, const StepRule& last) {
    const auto conditions = conditions_of(m);
    int idle = 0;
    for (const auto& [fact, value] : court.situation().facts) {
        bool decides = false;
        for (const FactValue& v : values_of(court.ground(), court.pack(), conditions, fact)) {
            Case other = court.situation();
            other.facts[fact] = v;
            const Court with(court.ground(), court.pack(), std::move(other));
            decides |= !with.last_step() || with.last_step()->rule != &last;
        }
        const FactRule* rule = find_fact(court.pack(), fact);
        if (!decides) idle += rule && rule->judgement ? 2 : 1;
    }
    return idle <= 1;
}

std::string other_role(const Court& court, const Route& route, const RouteStep& of, const std::vector<std::string>& roles) {
    const Catalogue& catalogue = *court.ground().catalogue;
    const NamedRole* right = find_named(catalogue.roles, of.role);
    std::vector<std::string> fit;
    for (const std::string& role : roles) {
        const NamedRole* named = find_named(catalogue.roles, role);
        const bool taken = std::any_of(route.steps.begin(), route.steps.end(), [&](const RouteStep& t) {
            return t.status != StepStatus::not_required && (t.rule->action == of.rule->action || reviews_law(t)) && (t.role.empty() || confusable(catalogue, t.role, role));
        });
        if (named && right && named->kind == right->kind && !taken && !court.named_otherwise(role) && does(court.pack(), role, of.rule->action)) fit.push_back(role);
    }
    return fit.empty() ? "" : fit[hash_of(court.situation().matters.front() + of.rule->id) % fit.size()];
}

}  // namespace signroute::quiz
