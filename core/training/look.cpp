// The ordinary case of a matter, and what the engine says of it.
#include <algorithm>

#include "core/findings/finding.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"
#include "core/training/course.h"
#include "core/words.h"

namespace signroute::training {

namespace {

constexpr int kMostTries = 60, kBest = 4;

// Goes through the cases of a matter, what is out of the ordinary last, until one has a route that somebody decides.
class Ordinary {
  public:
    Ordinary(const quiz::Ground& ground, const Pack& pack, const std::string& matter)
        : ground_(ground), pack_(pack), rules_{ground.catalogue, &pack}, matter_(find_matter(pack, matter)) {
        best_.matters = {matter};
        if (matter_) conditions_ = quiz::conditions_of(*matter_);
    }

    Case find() {
        try_out(best_);
        return best_;
    }

  private:
    // How well a settled case serves as an example; kBest is as good as it gets.
    int worth(const Assessment& a) const {
        if (a.outcome != Outcome::regulated) return a.outcome == Outcome::readings ? 1 : 0;
        if (!matter_ || matter_->steps.empty()) return kBest;
        int out = 1;
        for (const RouteStep& s : a.route.steps) {
            const bool required = s.status == StepStatus::required;
            out = std::max(out, required && s.rule->decides ? kBest : required ? 3 : s.status != StepStatus::not_required ? 2 : 1);
        }
        return out;
    }

    bool done() const { return worth_ == kBest || tries_ >= kMostTries; }

    void try_out(const Case& c) {
        if (done() || (matter_ && judge_in(rules_, matter_->scene_when, c, {}, c.matters.front()).truth == Truth::no)) return;
        ++tries_;
        const Assessment a = assess_without_mend(rules_, *ground_.calendar, c);
        if (a.outcome == Outcome::not_regulated) return;
        const OpenQuestion* open = deciding(a);
        if (!open) {
            if (worth(a) > worth_) worth_ = worth(a), best_ = c;
            return;
        }
        for (const Case& next : open->thing.empty() ? with_fact(c, open->fact) : with_thing(c, open->thing)) try_out(next);
    }

    static const OpenQuestion* deciding(const Assessment& a) {
        for (const Assessment* one : quiz::answers_of(a)) {
            for (const OpenQuestion& q : one->route.open_questions) {
                if (q.decides_route) return &q;
            }
        }
        return nullptr;
    }

    std::vector<Case> with_fact(const Case& c, const std::string& fact) const {
        std::vector<FactValue> values = quiz::values_of(ground_, pack_, conditions_, fact);
        if (!values.empty() && std::holds_alternative<bool>(values.front())) values = {false, true};
        std::vector<Case> out(values.size(), c);
        for (std::size_t i = 0; i < values.size(); ++i) out[i].facts[fact] = values[i];
        return out;
    }

    static std::vector<Case> with_thing(const Case& c, const std::string& thing) {
        std::vector<Case> out(2, c);
        out[0].done[thing].truth = Truth::yes;
        out[1].done[thing].truth = Truth::no;
        return out;
    }

    const quiz::Ground& ground_;
    const Pack& pack_;
    const Rules rules_;
    const Matter* matter_;
    std::vector<const Condition*> conditions_;
    Case best_;
    int worth_ = -1, tries_ = 0;
};

LookStep step_of(const Catalogue& catalogue, const RouteStep& s) {
    return {s.id, s.role, s.rule->action, step_title(catalogue, s.role, *s.rule), s.rule->say, status_text(s.status), s.rule->decides, s.rank, s.group, s.after, s.rule->clauses};
}

std::string if_open(std::string text, Truth applies) { return applies == Truth::unknown ? text + "（视情形而定）" : text; }

void tell_route(const Catalogue& catalogue, const Route& route, Look& out) {
    for (const RouteStep& s : route.steps) {
        if (s.status != StepStatus::not_required) out.steps.push_back(step_of(catalogue, s));
    }
    for (const auto& p : route.prerequisites) {
        if (p.applies != Truth::no) out.prerequisites.push_back({if_open(thing_title(catalogue, p.rule->thing) + "：" + p.rule->say, p.applies), p.rule->clauses});
    }
    for (const auto& l : route.limits) {
        if (l.applies != Truth::no) out.limits.push_back({if_open(limit_title(catalogue, *l.rule) + "：" + limit_figure(catalogue, *l.rule), l.applies), l.rule->clauses});
    }
    for (const auto& c : route.caps) {
        if (c.applies != Truth::no) out.limits.push_back({if_open(c.rule->say, c.applies), c.rule->clauses});
    }
    for (const auto& n : route.notes) {
        if (n.applies == Truth::yes) out.notes.push_back({n.rule->say, n.rule->clauses});
    }
    for (const auto& p : route.prohibitions) {
        if (p.applies == Truth::yes) out.prohibitions.push_back({p.rule->say, p.rule->clauses});
    }
    for (const auto& s : route.silent) {
        if (s.applies == Truth::yes) out.silences.push_back({s.rule->about + "：" + s.rule->say, s.rule->clauses});
    }
}

// In the pack's order, which asks what comes first first; what a person had to judge is said as that.
void tell_facts(const Catalogue& catalogue, const Pack& pack, Look& out) {
    const Facts& facts = out.situation.facts;
    std::vector<std::string> judged;
    for (const FactRule& rule : pack.facts) {
        const auto at = facts.find(rule.id);
        if (at != facts.end()) (rule.judgement ? judged : out.facts).push_back(quiz::fact_in_words(catalogue, out.situation.matters.front(), rule.id, at->second));
    }
    if (!judged.empty()) judged.front().insert(0, "经研究，");
    for (const auto& [fact, value] : facts) {
        if (!find_fact(pack, fact)) out.facts.push_back(quiz::fact_in_words(catalogue, out.situation.matters.front(), fact, value));
    }
    for (const auto& [thing, done] : out.situation.done) out.facts.push_back(quiz::thing_in_words(catalogue, thing, done.truth == Truth::yes));
    out.facts.insert(out.facts.end(), judged.begin(), judged.end());
}

// "，办理次序：甲审核、乙签发".
std::string route_under(const Catalogue& catalogue, const Assessment& a, const std::string& reading) {
    for (const ReadingAnswer& r : a.readings) {
        if (r.id != reading) continue;
        std::string out;
        for (const PlannedStep& s : required_plan(r.answer->route)) out += (out.empty() ? "办理次序：" : " → ") + step_title(catalogue, s);
        return out.empty() ? out : out + "。";
    }
    return "";
}

void tell_readings(const Catalogue& catalogue, const Pack& pack, const std::string& matter, const Assessment& a, Look& out) {
    const Matter* m = find_matter(pack, matter);
    for (std::size_t i = 0; m && i < m->readings.size(); ++i) {
        const OpenReading& question = m->readings[i];
        out.readings.push_back({question.say, question.clauses});
        for (const Reading& r : question.readings) out.readings.push_back({"一种理解：" + r.say + route_under(catalogue, a, r.id), r.basis});
    }
}

}  // namespace

Look look_at(const quiz::Ground& ground, const Pack& pack, const std::string& matter) {
    const Catalogue& catalogue = pack.words ? *pack.words : *ground.catalogue;  // steps as the rules call them
    Look out;
    out.situation = Ordinary(ground, pack, matter).find();
    const Assessment a = assess_without_mend({&catalogue, &pack}, *ground.calendar, out.situation);
    const NamedMatter* named = find_named(catalogue.matters, matter);
    quiz::Random random(quiz::hash_of(pack.id + "/" + matter));
    const Matter* own = find_matter(pack, matter);
    if (named) out.opening = quiz::opening(*named, own ? own->scene : "", out.situation.facts, random) + "。";
    tell_facts(catalogue, pack, out);
    tell_route(catalogue, a.route, out);
    tell_readings(catalogue, pack, matter, a, out);
    if (const Body* body = find_body(pack, matter)) {
        for (const BodyEntry& e : body->entries) out.body.push_back({e.say, e.clauses});
        for (const Silent& gap : body->silent) out.silences.push_back({gap.about + "：" + gap.say, gap.clauses});
    }
    out.outcome = outcome_text(a.outcome);
    return out;
}

Look look_at_silence(const quiz::Ground& ground, const Pack& pack, const std::vector<std::string>& matters) {
    Look out;
    out.outcome = outcome_text(Outcome::not_regulated);
    for (const std::string& id : matters) {
        const Matter* m = find_matter(pack, id);
        const std::string title = matter_title({ground.catalogue, &pack}, id);
        if (!m || m->silent.empty()) out.silences.push_back({title + "：本市规则没有提到。", m ? m->clauses : std::vector<Clause>()});
        for (std::size_t i = 0; m && i < m->silent.size(); ++i) out.silences.push_back({title + "：" + m->silent[i].say, m->silent[i].clauses});
    }
    return out;
}

}  // namespace signroute::training
