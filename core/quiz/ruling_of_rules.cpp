// Claims about meetings, prohibitions, clauses, and what the text leaves open.
#include <algorithm>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

bool overlap(const Clause& a, const Clause& b) {
    Clause x = a, y = b;
    x.sentence = y.sentence = 0;
    return covers(x, y) || covers(y, x);
}

bool same_place(const Clause& a, const Clause& b) {
    Clause x = a, y = b;
    x.sentence = y.sentence = 0;
    return x == y;
}

const Checked* checked_as(const Assessment& a, const std::string& element) {
    for (const Checked& c : a.findings.checked) {
        if (c.element == element) return &c;
    }
    return nullptr;
}

// An entry that lists the topic by name and applies for certain; null with `open` where that cannot be said.
const BodyEntry* lists(const Rules& rules, const Body& body, const Case& situation, const std::string& topic, bool& open) {
    for (const BodyEntry& e : body.entries) {
        if (e.attribute != "scope" || std::find(e.topics.begin(), e.topics.end(), topic) == e.topics.end()) continue;
        const bool rest = e.judgement && std::find(e.topics.begin(), e.topics.end(), "other") != e.topics.end();  // 其他事项 names nothing
        const Truth when = rest ? Truth::no : judge_in(rules, e.when, situation, {}, body.id).truth;
        if (e.judgement) {
            open |= when != Truth::no;
            continue;
        }
        if (when == Truth::yes && e.strength != Strength::unclear) return &e;
        open |= when != Truth::no;
    }
    return nullptr;
}

// Of the rules of this matter that ask for the fact.
std::vector<Clause> clauses_asking(const Matter& m, const std::string& fact) {
    std::vector<Clause> out;
    const auto asks = [&](const Condition& c) {
        const auto list = facts_asked(c);
        return std::find(list.begin(), list.end(), fact) != list.end();
    };
    for (const std::string& element : elements_of(m)) {
        const Element& e = *element_of(m, element);
        const bool breach = element.rfind("prohibition:", 0) == 0 && asks(static_cast<const Prohibition&>(e).breach);
        if (breach || asks(e.when)) out.insert(out.end(), e.clauses.begin(), e.clauses.end());
    }
    return out;
}

std::vector<Clause> scope_clauses(const Body& body) {
    std::vector<Clause> out;
    for (const BodyEntry& e : body.entries) {
        if (e.attribute == "scope") out.insert(out.end(), e.clauses.begin(), e.clauses.end());
    }
    return out.empty() ? body.clauses : out;
}

}  // namespace

Ruling Court::takes(const Claim& claim) const {
    const Body* body = find_body(pack_, claim.what);
    if (!body) return {};
    bool open = false;
    const BodyEntry* e = lists(rules_, *body, case_, claim.word, open);
    if (e) return {Truth::yes, by_rule(pack_, *e) + "。", e->clauses, ""};
    if (open) return {};
    return {Truth::no, clauses_in_words(pack_, {scope_clauses(*body).front()}) + "列举的" + body->title + "任务中没有这一类。", scope_clauses(*body), ""};
}

Ruling Court::unlisted(const Claim& claim) const {
    for (const Body& body : pack_.bodies) {
        bool open = false;
        const BodyEntry* e = lists(rules_, body, case_, claim.word, open);
        if (e) return {Truth::no, body.title + "的任务中列有：" + e->say, e->clauses, ""};
        if (open) return {};
    }
    return {};
}

Ruling Court::forbidden(const Claim& claim) const {
    const Matter* m = find_matter(pack_, case_.matters.front());
    const Prohibition* rule = m ? static_cast<const Prohibition*>(element_of(*m, "prohibition:" + claim.what)) : nullptr;
    if (!rule || rule->strength == Strength::may || rule->strength == Strength::unclear) return {};
    Ruling out;
    bool first = true;
    for (const Assessment* a : answers_of(*answer_)) {
        const Checked* c = checked_as(*a, claim.what);
        if (!c || c->result == CheckResult::unknown) return {};
        const Truth here = c->result == CheckResult::broken ? Truth::yes : Truth::no;
        if (!first && here != out.truth) return {};
        first = false;
        out = {here, by_rule(pack_, *rule) + (here == Truth::yes ? "" : "；" + not_here(*this, facts_asked(rule->breach)) + "，没有违反") + "。", rule->clauses, ""};
    }
    if (out.truth == Truth::no && !claim.word.empty()) out.why = claim.word + "（" + clauses_in_words(pack_, {rule->clauses.front()}) + "）。";
    return out;
}

Ruling Court::spared(const Claim& claim) const {
    Ruling out = forbidden(claim);
    out.truth = !out.truth;
    return out;
}

// No where there is such a rule, whether or not it is broken.
Ruling Court::unruled(const Claim& claim) const {
    const Matter* m = find_matter(pack_, case_.matters.front());
    const Element* rule = m ? element_of(*m, "prohibition:" + claim.what) : nullptr;
    if (!rule || rule->strength == Strength::unclear) return {};
    return {Truth::no, "条文有规定，不由承办单位自行掌握（" + clauses_in_words(pack_, {rule->clauses.front()}) + "）。", rule->clauses, ""};
}

// Yes only where every prohibition of the matter was tried and none is broken.
Ruling Court::lawful(const Claim& claim) const {
    Ruling out{Truth::yes, "", {}, ""};
    for (const Assessment* a : answers_of(*answer_)) {
        if (a->outcome != Outcome::regulated || a->route.prohibitions.empty()) return {};
        for (const auto& p : a->route.prohibitions) {
            const Checked* c = checked_as(*a, p.rule->id);
            const std::string why = claim.word.empty() ? "不可以：" + by_rule(pack_, *p.rule) + "。" : claim.word + "（" + clauses_in_words(pack_, {p.rule->clauses.front()}) + "）。";
            if (c && c->result == CheckResult::broken) return {Truth::no, why, p.rule->clauses, ""};
            if (!c || c->result == CheckResult::unknown) out.truth = Truth::unknown;
            out.clauses.insert(out.clauses.end(), p.rule->clauses.begin(), p.rule->clauses.end());
        }
    }
    out.why = "本事项的禁止性规定逐条核对，没有一条适用于所述情形。";
    return out;
}

// Yes for a place that the element itself cites; no for one that neither it nor another rule on the same act touches.
Ruling Court::said_in(const Claim& claim) const {
    const Matter* m = find_matter(pack_, case_.matters.front());
    const Element* element = m ? element_of(*m, claim.what) : nullptr;
    if (!element || element->clauses.empty()) return {};
    const auto cites = [&](const Element& e, bool exactly) {
        return std::any_of(e.clauses.begin(), e.clauses.end(), [&](const Clause& c) { return exactly ? same_place(c, claim.clause) : overlap(c, claim.clause); });
    };
    const std::string basis = "依据是" + clause_in_words(pack_, element->clauses.front()) + "：" + element->say;
    if (cites(*element, true)) return {Truth::yes, basis, element->clauses, ""};
    if (cites(*element, false)) return {};
    const auto* step = claim.what.rfind("step:", 0) == 0 ? static_cast<const StepRule*>(element) : nullptr;
    for (const StepRule& s : m->steps) {
        if (step && s.role == step->role && s.action == step->action && cites(s, false)) return {};
    }
    return {Truth::no, says_there(claim.clause) + basis, element->clauses, ""};
}

// "第四十条讲的是：…。" of the first rule that rests on the place; "" where none does.
std::string Court::says_there(const Clause& place) const {
    for (const Matter& m : pack_.matters) {
        for (const std::string& id : elements_of(m)) {
            const Element& e = *element_of(m, id);
            if (e.say.empty() || e.clauses.empty() || !same_place(e.clauses.front(), place)) continue;
            return clause_in_words(pack_, place) + "写的是：" + without_stop(e.say) + "。";
        }
    }
    return "";
}

Ruling Court::unsaid(const Claim& claim) const {
    const Matter* m = find_matter(pack_, case_.matters.front());
    if (!m) return {};
    if (claim.what.rfind("silent:", 0) == 0) {
        const std::string id = claim.what.substr(7);
        for (const Assessment* a : answers_of(*answer_)) {
            const bool there = std::any_of(a->route.silent.begin(), a->route.silent.end(), [&](const auto& s) { return s.rule->id == id && s.applies == Truth::yes; });
            if (!there) return {};
        }
        const Element* e = element_of(*m, claim.what);
        return {Truth::yes, without_stop(e->say) + (e->clauses.empty() ? "。" : "（" + clauses_in_words(pack_, {e->clauses.front()}) + "）。"), e->clauses, ""};
    }
    const Element* e = element_of(*m, claim.what);
    if (!e || e->strength == Strength::unclear || e->strength == Strength::may) return {};
    const std::string id = claim.what.substr(claim.what.find(':') + 1);
    for (const Assessment* a : answers_of(*answer_)) {
        const bool step = std::any_of(a->route.steps.begin(), a->route.steps.end(), [&](const RouteStep& s) { return s.rule == e && s.status == StepStatus::required && !s.role.empty(); });
        const bool limit = std::any_of(a->route.limits.begin(), a->route.limits.end(), [&](const auto& l) { return l.rule->id == id && l.applies == Truth::yes && l.rule->n; });
        const bool need = std::any_of(a->route.prerequisites.begin(), a->route.prerequisites.end(), [&](const auto& p) { return p.rule == e && p.applies == Truth::yes; });
        const bool ban = std::any_of(a->route.prohibitions.begin(), a->route.prohibitions.end(), [&](const auto& p) { return p.rule == e && p.applies == Truth::yes; });
        if (!step && !limit && !need && !ban) return {};
    }
    return {Truth::no, "条文已有规定：" + by_rule(pack_, *e) + "。", e->clauses, ""};
}

Ruling Court::judged(const Claim& claim) const {
    const FactRule* rule = find_fact(pack_, claim.what);
    const Matter* m = find_matter(pack_, case_.matters.front());
    if (!rule || !m || std::find(m->facts.begin(), m->facts.end(), claim.what) == m->facts.end()) return {};
    const std::vector<Clause> own = clauses_asking(*m, claim.what);
    const std::vector<Clause>& clauses = !own.empty() ? own : rule->clauses.empty() ? m->clauses : rule->clauses;
    if (rule->judgement) return {Truth::yes, "原文没有给出标准，要由人判断并记录。" + rule->why, clauses, ""};
    return {Truth::no, "这是可以查实的情形，查明即可，不靠判断；见" + clauses_in_words(pack_, {clauses.front()}) + "。", clauses, ""};
}

}  // namespace signroute::quiz
