// Which questions the packs give. Cheap: what cannot be proven after all is found out by `make`.
#include <algorithm>
#include <set>

#include "core/quiz/draft.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

namespace {

bool binds(const Element& e) { return e.strength == Strength::must || e.strength == Strength::should; }

class Keys {
  public:
    Keys(const Ground& ground, const Pack& pack, const std::string& matter)
        : ground_(ground), pack_(pack), rules_{ground.catalogue, &pack}, id_(matter), matter_(find_matter(pack, matter)), body_(find_body(pack, matter)) {}

    void add(Kind kind) {
        kind_ = kind;
        switch (kind) {
            case Kind::difference: return differences();
            case Kind::allowed: return prohibitions();
            case Kind::meeting: topics(); break;
            case Kind::unsaid: judged(); break;
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
            if (s.waits_for.empty()) of_scenario(s);
            else if (kind == Kind::unsaid) key(s.situation, "fact:" + s.waits_for, "hangs");
        }
    }

    std::vector<Key> take() { return std::move(out_); }

  private:
    void key(const Case& c, std::string element, std::string variant) {
        Key k{kind_, {pack_.id}, id_, c.facts, {}, std::move(element), std::move(variant)};
        for (const auto& [thing, done] : c.done) k.done[thing] = done.truth == Truth::yes;
        if (seen_.insert(id_of(ground_, k, {})).second) out_.push_back(std::move(k));
    }

    // The same rule under the same facts that decide on it is one question, whatever else is stated.
    bool fresh(const Scenario& s, const std::string& element, const Because& because) {
        std::string what = std::string(name(kind_)) + " " + element;
        for (const std::string& f : because.facts) {
            const auto at = s.situation.facts.find(f);
            if (at != s.situation.facts.end()) what += ";" + f + "=" + value_to_text(at->second);
        }
        return decided_.insert(std::move(what)).second;
    }
    // … and so is the same route.
    bool fresh_route(const Scenario& s, const std::string& element) {
        std::string what = std::string(name(kind_)) + " " + element;
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
        switch (kind_) {
            case Kind::who_signs:
            case Kind::who_reviews:
            case Kind::order: {
                const Court court(ground_, pack_, s.situation, s.answer);
                if (kind_ == Kind::who_signs ? !court.last_step() : kind_ == Kind::who_reviews && court.checks().empty()) return;
                const bool fresh_one = fresh(s, "", of_steps(s, kind_ == Kind::who_signs, kind_ == Kind::who_reviews));
                return fresh_one ? key(s.situation, "route:", "") : void();
            }
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

    const Route& route(const Scenario& s) const { return answers_of(*s.answer).front()->route; }

    void steps(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        const std::vector<std::string> roles = likely_roles(court, id_);
        for (const RouteStep& r : route(s).steps) {
            if (r.status != StepStatus::required || r.role.empty() || !binds(*r.rule) || !fresh_route(s, r.rule->id)) continue;
            if (kind_ == Kind::missing) key(s.situation, "step:" + r.rule->id, "");
            const std::string other = kind_ == Kind::wrong_step ? other_role(roles, r, s) : "";
            if (!other.empty()) key(s.situation, "step:" + r.rule->id, other);
        }
    }

    // Someone else of the same sort, drawn by what the question is about and not by chance.
    std::string other_role(const std::vector<std::string>& roles, const RouteStep& r, const Scenario& s) const {
        const NamedRole* right = find_named(ground_.catalogue->roles, r.role);
        std::vector<std::string> fit;
        for (const std::string& role : roles) {
            const NamedRole* named = find_named(ground_.catalogue->roles, role);
            const bool taken = std::any_of(route(s).steps.begin(), route(s).steps.end(), [&](const RouteStep& t) {
                return t.status != StepStatus::not_required && t.rule->action == r.rule->action && (t.role.empty() || confusable(*ground_.catalogue, t.role, role));
            });
            if (named && right && named->kind == right->kind && !taken) fit.push_back(role);
        }
        return fit.empty() ? "" : fit[hash_of(id_ + r.rule->id) % fit.size()];
    }

    void prerequisites(const Scenario& s) {
        for (const auto& p : route(s).prerequisites) {
            if (p.applies == Truth::yes && binds(*p.rule) && fresh(s, p.rule->id, p.because)) key(s.situation, "prerequisite:" + p.rule->id, "");
        }
    }

    // A limit gives way where the facts say so; elsewhere its period may lie in the calendar in several ways.
    void limits(const Scenario& s) {
        const Court court(ground_, pack_, s.situation, s.answer);
        for (const auto& l : route(s).limits) {
            const bool how_often = l.rule->from == "period_start" || l.rule->from == "last_study";  // a frequency, not a period
            if (l.applies != Truth::yes || how_often || !binds(*l.rule) || !fresh(s, l.rule->id, l.because)) continue;
            if (!l.rule->n && !l.rule->day_of_month) {
                const bool before = l.rule->direction == Direction::before;
                if (kind_ == (before ? Kind::latest_start : Kind::due)) key(s.situation, "limit:" + l.rule->id, "word");
                if (kind_ == Kind::silence && !l.rule->runs_out) key(s.situation, "limit:" + l.rule->id, "unwritten");
                continue;
            }
            std::vector<std::pair<Case, bool>> cases = {{s.situation, false}};
            for (const GivesWay& g : l.rule->gives_way_to) {
                if (g.when.op == Condition::Op::always) continue;
                std::vector<std::pair<Case, bool>> next;
                for (const auto& [c, gave] : cases) {
                    for (const auto& [with, truth] : settled(court, {&g.when}, c)) next.emplace_back(with, gave || truth == Truth::yes);
                }
                if (next.size() <= 12) cases = std::move(next);
            }
            for (const auto& [c, gave] : cases) limit(c, *l.rule, gave);
        }
    }

    void limit(const Case& c, const TimeLimit& l, bool gave) {
        const std::string element = "limit:" + l.id;
        if (kind_ == Kind::silence) {
            if (!l.runs_out) return key(c, element, "unwritten");
            if (gave) return key(c, element, "gives_way");
            for (const char* v : {"expired", "not_yet", "answered"}) key(c, element, v);
            return;
        }
        if (gave) {
            return key(c, element, "gives_way");
        }
        if (l.unit_open) return key(c, element, "open_unit");
        if (!l.n) return;  // 每月15号之前: whether the day itself counts is not said
        const bool past = l.from == "last_study" || l.from == "period_start" || l.from == "incident" || l.from == "problem_found";
        if (kind_ == Kind::latest_start && past) return;  // what lies behind is not planned
        for (const std::string& lie : kLies) key(c, element, lie);
    }

    void bodies(const Scenario& s) {
        for (const RouteStep& r : route(s).steps) {
            const NamedRole* role = find_named(ground_.catalogue->roles, r.role);
            if (r.status == StepStatus::required && role && role->kind == RoleKind::body && find_body(pack_, r.role) && is_meeting(r.role) && binds(*r.rule) && fresh(s, r.rule->id, r.because))
                key(s.situation, "step:" + r.rule->id, "route");
        }
    }

    void topics() {
        if (!body_ || !is_meeting(id_)) return;
        for (const BodyEntry& e : body_->entries) {
            if (e.attribute != "scope" || e.judgement || e.strength == Strength::unclear) continue;
            for (const std::string& t : e.topics) {
                Case start;
                start.matters = {id_};
                start.facts["topic"] = t;
                const Court court(ground_, pack_, start);
                for (const auto& [c, truth] : settled(court, {&e.when}, start)) {
                    if (truth == Truth::yes) key(c, "body:" + id_, "topic:" + t);
                }
            }
        }
    }

    void clauses(const Scenario& s) {
        for (const RouteStep& r : route(s).steps) {
            if (r.status == StepStatus::required && !r.role.empty() && fresh(s, "step:" + r.rule->id, r.because)) key(s.situation, "step:" + r.rule->id, "");
        }
        const auto add = [&](const char* kind, const auto& list) {
            for (const auto& a : list) {
                if (a.applies == Truth::yes && fresh(s, kind + a.rule->id, a.because)) key(s.situation, std::string(kind) + a.rule->id, "");
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
                if (last && in(of_last, fact)) key(s.situation, "route:", fact + "=" + value_to_text(v));
                else if (steps && in(of_all, fact)) key(s.situation, "steps:", fact + "=" + value_to_text(v));
            }
        }
    }

    void silences(const Scenario& s) {
        for (const auto& a : route(s).silent) {
            if (a.applies == Truth::yes && fresh(s, a.rule->id, a.because)) key(s.situation, "silent:" + a.rule->id, "silent");
        }
    }

    void judged() {
        if (!matter_) return;
        Case c;
        c.matters = {id_};
        for (const std::string& f : matter_->facts) {
            const FactRule* rule = find_fact(pack_, f);
            if (rule && rule->judgement) key(c, "fact:" + f, "judged");
        }
    }

    void prohibitions() {
        if (!matter_) return;
        Case start;
        start.matters = {id_};
        const Court court(ground_, pack_, start);
        for (const Prohibition& p : matter_->prohibitions) {
            if (!binds(p)) continue;
            for (const auto& [c, truth] : settled(court, {&matter_->applies_when, &p.when, &p.breach}, start)) key(c, "prohibition:" + p.id, truth == Truth::yes ? "broken" : "kept");
        }
    }

    // The packs are gone round: each is compared with the one that follows it.
    void differences() {
        const auto at = std::find(ground_.packs.begin(), ground_.packs.end(), &pack_);
        if (ground_.packs.size() < 2 || at == ground_.packs.end()) return;
        const Pack* next = at + 1 == ground_.packs.end() ? ground_.packs.front() : *(at + 1);
        if (next == &pack_ || (ground_.packs.size() == 2 && at != ground_.packs.begin())) return;
        const Comparison c = compare(*ground_.catalogue, {&pack_, next}, id_, {});
        for (const ComparedRow& row : c.rows) {
            if (!row.differs || !row.witness || !row.witness->readings.empty() || !row.witness->situation.done.empty()) continue;
            if (row.aspect == "reading" || row.aspect == "matter") continue;
            Key k{kind_, {pack_.id, next->id}, id_, row.witness->situation.facts, {}, row.aspect + " " + row.key, ""};
            out_.push_back(std::move(k));
        }
    }

    const Ground& ground_;
    const Pack& pack_;
    const Rules rules_;
    const std::string id_;
    const Matter* matter_;
    const Body* body_;
    Kind kind_ = Kind::who_signs;
    std::vector<Scenario> scenarios_;
    std::set<std::string> seen_, decided_;
    std::vector<Key> out_;
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
