// Which questions the packs give. Cheap: what cannot be proven after all is found out by `make`.
#include <algorithm>
#include <map>
#include <set>

#include "core/quiz/draft.h"
#include "core/quiz/key_list.h"
#include "core/quiz/key_variants.h"
#include "core/quiz/make.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {
namespace {

class Keys {
  public:
    Keys(const Ground& ground, const Pack& pack, const std::string& matter)
        : ground_(ground), pack_(pack), rules_{ground.catalogue, &pack}, id_(matter), matter_(find_matter(pack, matter)), list_{ground, pack, matter} {}

    void add(Kind kind) {
        list_.kind = kind;
        switch (kind) {
            case Kind::difference: return add_differences(list_);
            case Kind::allowed: return add_prohibitions(list_);
            case Kind::meeting: add_topics(list_); break;
            case Kind::unsaid: add_judged(list_); break;
            case Kind::who_signs:
            case Kind::who_reviews:
            case Kind::order:
            case Kind::missing:
            case Kind::wrong_step:
            case Kind::prerequisite:
            case Kind::due:
            case Kind::latest_start:
            case Kind::silence:
            case Kind::clause:
            case Kind::decisive_fact: break;
        }
        if (!matter_ || !matter_->regulated) return;
        if (scenarios_.empty()) scenarios_ = scenarios(ground_, pack_, id_);
        for (const Scenario& s : scenarios_) {
            if (of_route(kind) && !one_reading(*s.answer)) continue;  // the text bears more than one answer
            if (s.waits_for.empty()) of_scenario(s);
            else if (kind == Kind::unsaid) key(s.situation, "fact:" + s.waits_for, "hangs");
        }
    }

    std::vector<Key> take() { return std::move(list_.keys); }

  private:
    // The case with these facts alone; what else is known of it decides nothing.
    static Case with_only(const Case& c, const std::vector<std::string>& facts) {
        Case out = c;
        out.facts.clear();
        for (const std::string& f : facts) {
            if (const auto at = c.facts.find(f); at != c.facts.end()) out.facts[f] = at->second;
        }
        return out;
    }
    // … as far as it can still be told that `holds`.
    template <class Holds>
    Case least(const Case& c, const std::vector<std::string>& facts, const Holds& holds) const {
        Case out = with_only(c, facts);
        if (out.facts.size() != c.facts.size() && !holds(Court(ground_, pack_, out))) out = c;
        for (const auto& [fact, value] : Facts(out.facts)) {
            Case fewer = out;
            fewer.facts.erase(fact);
            if (holds(Court(ground_, pack_, fewer))) out = std::move(fewer);
        }
        return out;
    }

    void key(const Case& c, std::string element, std::string variant) { list_.add(c, std::move(element), std::move(variant)); }

    // The same rule under the same facts that decide on it is one question, whatever else is stated.
    bool fresh(const Scenario& s, const std::string& element, const Because& because) {
        std::string what = std::string(name(list_.kind)) + " " + element;
        for (const std::string& f : because.facts) {
            const auto at = s.situation.facts.find(f);
            if (at != s.situation.facts.end()) what += ";" + f + "=" + value_to_text(at->second);
        }
        return decided_.insert(std::move(what)).second;
    }
    // … and so is the same route.
    bool fresh_route(const Scenario& s, const std::string& element) {
        std::string what = std::string(name(list_.kind)) + " " + element;
        for (const Assessment* a : answers_of(*s.answer)) {
            for (const RouteStep& r : a->route.steps) what += r.status == StepStatus::required ? ";" + r.rule->id : "";
        }
        return decided_.insert(std::move(what)).second;
    }
    // … and the same persons who may take the last step, for the same reasons.
    Because of_steps(const Scenario& s, bool deciding, bool checks) const {
        Because out;
        for (const RouteStep& r : route(s).steps) {
            if ((deciding && r.rule->decides) || (checks && is_check(r.rule->action)) || (!deciding && !checks))
                out.facts.insert(out.facts.end(), r.because.facts.begin(), r.because.facts.end());
        }
        return out;
    }

    void of_scenario(const Scenario& s) {
        switch (list_.kind) {
            case Kind::who_signs: return who_signs(s);
            case Kind::who_reviews: return who_reviews(s);
            case Kind::order: return orders(s);
            case Kind::missing:
            case Kind::wrong_step: return steps(s);
            case Kind::prerequisite: return prerequisites(s);
            case Kind::due:
            case Kind::latest_start:
            case Kind::silence: return limits(s);
            case Kind::meeting: return bodies(s);
            case Kind::clause: return clauses(s);
            case Kind::decisive_fact: return facts(s);
            case Kind::unsaid: return silences(s);
            case Kind::allowed:
            case Kind::difference: return;
        }
    }

    void who_signs(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        const RouteStep* last = court.last_step();
        const Because because = of_steps(s, true, false);
        if (!last || !fresh(s, "", because)) return;
        Claim right;
        right.steps = {as_planned(*last)};
        const Case c = least(s.situation, because.facts, [&](const Court& with) { return one_reading(with.answer()) && with.rule(right).truth == Truth::yes; });
        if (all_decide(Court(ground_, pack_, c), *matter_, *last->rule)) key(c, "route:", "");
    }

    void who_reviews(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        spared(s, court);
        const Because because = of_steps(s, false, true);
        if (court.checks().empty() || !fresh(s, "", because)) return;
        Claim right;
        right.is = Claim::Is::checks;
        right.steps = court.checks();
        key(least(s.situation, because.facts, [&](const Court& c) { return one_reading(c.answer()) && c.rule(right).truth == Truth::yes; }), "route:", "");
    }

    // Who need not: a step whose condition is not met, among steps that have to be taken.
    void spared(const Scenario& s, const Court& court) {
        constexpr std::size_t kOthers = 3;
        const auto needed = court.required();
        if (!needed || needed->size() < kOthers) return;
        for (const RouteStep& r : route(s).steps) {
            if (r.status != StepStatus::not_required || r.role.empty() || r.rule->decides || r.rule->action == "ask_leave" || !fresh(s, r.rule->id, r.because)) continue;
            Claim right;
            right.is = Claim::Is::dispensable;
            right.steps = {as_planned(r)};
            const auto holds = [&](const Court& c) {
                const auto still = c.required();
                return one_reading(c.answer()) && still && still->size() >= kOthers && c.rule(right).truth == Truth::yes;
            };
            key(least(s.situation, r.because.facts, holds), "step:" + r.rule->id, "spared");
        }
    }

    // Rows of three steps or more, and whole ones of two.
    void orders(const Scenario& s) {
        for (const RouteStep& r : route(s).steps) {
            if (r.status != StepStatus::required) continue;
            const std::vector<const RouteStep*> row = row_to(route(s), r);
            const bool goes_on = std::any_of(route(s).steps.begin(), route(s).steps.end(), [&](const RouteStep& t) {
                return t.status == StepStatus::required && comes_before(route(s), r, t);
            });
            if (row.size() < 2 || row.back() != &r || (row.size() == 2 && goes_on)) continue;
            Because because;
            for (const RouteStep* one : row) because.facts.insert(because.facts.end(), one->because.facts.begin(), one->because.facts.end());
            if (!fresh(s, r.rule->id, because)) continue;
            Claim right;
            right.is = Claim::Is::sequence;
            for (const RouteStep* one : row) right.steps.push_back(as_planned(*one));
            const auto holds = [&](const Court& c) { return one_reading(c.answer()) && c.rule(right).truth == Truth::yes; };
            key(least(s.situation, because.facts, holds), "step:" + r.rule->id, "");
        }
    }

    const Route& route(const Scenario& s) const { return answers_of(*s.answer).front()->route; }

    void steps(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        const std::vector<std::string> roles = likely_roles(court, id_);
        for (const RouteStep& r : route(s).steps) {
            const bool own = r.rule->action == "ask_leave";  // who else could ask for it
            if (r.status != StepStatus::required || r.role.empty() || !binds(*r.rule) || (list_.kind == Kind::wrong_step && (own || !r.group.empty())) || !fresh_route(s, r.rule->id)) continue;
            if (list_.kind == Kind::missing && !in_one_breath(s, r)) key(with_least_facts(s, court), "step:" + r.rule->id, "");
            const std::string other = list_.kind == Kind::wrong_step ? other_role(court, route(s), r, roles) : "";
            if (!other.empty()) key(with_least_facts(s, court), "step:" + r.rule->id, other);
        }
    }

    // 提出办理意见、呈批: of what one clause gives to one office at once, one without the other is no fault worth asking about.
    bool in_one_breath(const Scenario& s, const RouteStep& r) const {
        return std::any_of(route(s).steps.begin(), route(s).steps.end(), [&](const RouteStep& o) {
            return o.rule != r.rule && o.status == StepStatus::required && o.role == r.role && o.rule->clauses.front() == r.rule->clauses.front();
        });
    }

    // As few facts as leave the route as it is: what goes beside it is not asked.
    Case with_least_facts(const Scenario& s, const Court& court) {
        const auto [at, fresh] = leanest_.try_emplace(&s, s.situation);
        if (!fresh || s.situation.facts.empty()) return at->second;
        const std::vector<PlannedStep> plan = court.plan();
        std::vector<std::string> all;
        for (const auto& [fact, value] : s.situation.facts) all.push_back(fact);
        at->second = least(s.situation, all, [&](const Court& c) {
            const auto answers = answers_of(c.answer());
            return one_reading(c.answer()) && std::all_of(answers.begin(), answers.end(), [](const Assessment* a) { return steps_settled(*a); }) && c.plan() == plan;
        });
        return at->second;
    }

    void prerequisites(const Scenario& s) {
        for (const auto& p : route(s).prerequisites) {
            if (p.applies != Truth::yes || !binds(*p.rule) || !fresh(s, p.rule->id, p.because)) continue;
            std::vector<std::string> stated = p.because.facts;  // and why two others are not asked for, so that they may stand among the choices
            int others = 0;
            for (const auto& o : route(s).prerequisites) {
                if (o.applies != Truth::no || o.because.facts.size() > 1 || others == 2) continue;
                stated.insert(stated.end(), o.because.facts.begin(), o.because.facts.end());
                ++others;
            }
            const Case c = with_only(s.situation, stated);
            const Court there(ground_, pack_, c);
            const auto& list = there.answer().route.prerequisites;
            const bool still = std::any_of(list.begin(), list.end(), [&](const auto& o) { return o.rule == p.rule && o.applies == Truth::yes; });
            key(still ? c : s.situation, "prerequisite:" + p.rule->id, "");
        }
    }

    // Every matter that has the limit would ask the same where it has no figure: the first one asks.
    bool asks_first(const TimeLimit& l) const {
        for (const Matter& m : pack_.matters) {
            const bool has = std::any_of(m.limits.begin(), m.limits.end(), [&](const TimeLimit& own) { return own.id == l.id; });
            if (has && m.regulated) return m.id == id_;
        }
        return true;
    }

    void limits(const Scenario& s) {
        if (!one_reading(*s.answer)) return;
        for (const auto& l : route(s).limits) {
            const bool how_often = l.rule->from == "period_start" || l.rule->from == "last_study";  // a frequency, not a period
            if (l.applies != Truth::yes || how_often || !binds(*l.rule) || !fresh(s, l.rule->id, l.because)) continue;
            const Case c = least(s.situation, l.because.facts, [&](const Court& court) {
                const auto& list = court.answer().route.limits;
                return one_reading(court.answer()) && std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.rule == l.rule && one.applies == Truth::yes; });
            });
            const bool figure = l.rule->n || l.rule->day_of_month;
            if (!figure && !asks_first(*l.rule)) continue;
            for (auto& [with, variant] : asked_of(ground_, pack_, list_.kind, c, *l.rule)) key(with, "limit:" + l.rule->id, std::move(variant));
        }
    }

    void bodies(const Scenario& s) {
        for (const RouteStep& r : route(s).steps) {
            const NamedRole* role = find_named(ground_.catalogue->roles, r.role);
            const bool meets = r.status == StepStatus::required && role && role->kind == RoleKind::body && find_body(pack_, r.role) && is_meeting(r.role) && binds(*r.rule);
            if (!meets || !fresh(s, r.rule->id, r.because)) continue;
            Claim right;
            right.is = Claim::Is::passes;
            right.steps = {as_planned(r)};
            key(least(s.situation, r.because.facts, [&](const Court& c) { return c.rule(right).truth == Truth::yes; }), "step:" + r.rule->id, "route");
        }
    }

    void clauses(const Scenario& s) {
        for (const RouteStep& r : route(s).steps) {
            if (r.status == StepStatus::required && !r.role.empty() && fresh(s, "step:" + r.rule->id, r.because)) key(with_only(s.situation, r.because.facts), "step:" + r.rule->id, "");
        }
        const auto add = [&](const char* kind, const auto& list) {
            for (const auto& a : list) {
                if (a.applies == Truth::yes && fresh(s, kind + a.rule->id, a.because)) key(with_only(s.situation, a.because.facts), std::string(kind) + a.rule->id, "");
            }
        };
        add("prerequisite:", route(s).prerequisites);
        add("prohibition:", route(s).prohibitions);
        add("limit:", route(s).limits);
        add("cap:", route(s).caps);
    }

    void facts(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        const bool last = court.last_step(), steps = court.required().has_value();
        const auto conditions = conditions_of(*matter_);
        const std::vector<std::string> of_last = of_steps(s, true, false).facts, of_all = of_steps(s, false, false).facts;
        const auto in = [](const std::vector<std::string>& list, const std::string& f) { return std::find(list.begin(), list.end(), f) != list.end(); };
        for (const auto& [fact, was] : s.situation.facts) {
            for (const FactValue& v : values_of(ground_, pack_, conditions, fact)) {
                if (v == was) continue;
                const bool on_last = last && in(of_last, fact);
                if (on_last || (steps && in(of_all, fact))) change(s, fact, v, on_last);
            }
        }
    }

    // What the change turns is asked once for each route that it turns, with the facts that it takes.
    void change(const Scenario& s, const std::string& fact, const FactValue& value, bool on_last) {
        const std::string variant = fact + "=" + value_to_text(value);
        constexpr int kSituations = 4;  // situations of one change
        if (!fresh_route(s, variant) && ++again_[variant] > kSituations) return;
        Claim turns;
        turns.is = Claim::Is::turns;
        if (!on_last) turns.word = "route";
        turns.change[fact] = value;
        std::vector<std::string> all;
        for (const auto& [stated, was] : s.situation.facts) all.push_back(stated);
        const auto holds = [&](const Court& c) { return c.situation().facts.count(fact) && c.rule(turns).truth == Truth::yes; };
        Case c = least(s.situation, all, holds);
        add_idle(s, c, holds);
        key(c, on_last ? "route:" : "steps:", variant);
    }
    // One or two facts beside those that decide, or the one that is stated would be the answer.
    template <class Holds>
    void add_idle(const Scenario& s, Case& c, const Holds& holds) const {
        constexpr std::size_t kBeside = 2;
        Facts more = s.situation.facts;
        for (const std::string& f : matter_->facts) {
            const NamedFact* named = find_named(ground_.catalogue->facts, f);
            if (named && named->type == FactType::boolean) more.try_emplace(f, false);
        }
        std::size_t added = 0;
        for (const auto& [fact, value] : more) {
            Case with = c;
            if (added == kBeside || !with.facts.try_emplace(fact, value).second || judge_in(rules_, matter_->scene_when, with, {}, id_).truth == Truth::no || !holds(Court(ground_, pack_, with))) continue;
            c = std::move(with);
            ++added;
        }
    }

    void silences(const Scenario& s) {
        for (const auto& a : route(s).silent) {
            if (a.applies != Truth::yes || !fresh(s, a.rule->id, a.because)) continue;
            std::vector<std::string> stated = a.because.facts;  // and why some steps are to be taken, which are the other choices
            int others = 0;
            for (const RouteStep& r : route(s).steps) {
                if (r.status != StepStatus::required || r.because.facts.size() > 1 || ++others > 3) continue;
                stated.insert(stated.end(), r.because.facts.begin(), r.because.facts.end());
            }
            const Case c = with_only(s.situation, stated);
            const Court there(ground_, pack_, c);
            const auto& list = there.answer().route.silent;
            const bool still = std::any_of(list.begin(), list.end(), [&](const auto& o) { return o.rule == a.rule && o.applies == Truth::yes; });
            key(still ? c : s.situation, "silent:" + a.rule->id, "silent");
        }
    }

    const Ground& ground_;
    const Pack& pack_;
    const Rules rules_;
    const std::string id_;
    const Matter* matter_;
    KeyList list_;
    std::vector<Scenario> scenarios_;
    std::map<const Scenario*, Case> leanest_;
    std::map<std::string, int> again_;
    std::set<std::string> decided_;
};

}  // namespace

std::vector<std::string> matters_of(const Pack& pack) {
    std::vector<std::string> out;
    for (const Matter& m : pack.matters) out.push_back(m.id);
    for (const Body& b : pack.bodies) {
        if (!find_matter(pack, b.id)) out.push_back(b.id);
    }
    return out;
}

std::vector<Key> keys_of(const Ground& ground, const std::string& pack, const std::string& matter, const std::vector<Kind>& kinds) {
    const Pack* p = pack_of(ground, pack);
    if (!p) return {};
    Keys keys(ground, *p, matter);
    for (const Kind kind : kinds) keys.add(kind);
    return keys.take();
}

std::vector<Key> keys_of(const Ground& ground, const std::string& pack, const std::string& matter, Kind kind) {
    return keys_of(ground, pack, matter, std::vector<Kind>{kind});
}

std::vector<Key> all_questions(const Ground& ground) {
    std::vector<Key> out;
    for (const Pack* pack : ground.packs) {
        for (const std::string& matter : matters_of(*pack)) {
            Keys keys(ground, *pack, matter);
            for (int k = 0; k < kKinds; ++k) keys.add(static_cast<Kind>(k));
            for (Key& key : keys.take()) out.push_back(std::move(key));
        }
    }
    return out;
}

}  // namespace signroute::quiz
