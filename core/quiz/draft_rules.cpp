// Meetings, prohibitions, clauses, and what the text leaves open.
#include <algorithm>

#include "core/base/text.h"
#include "core/quiz/draft.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

Offer offer(Claim::Is is, std::string what, std::string text) {
    Offer out;
    out.claim.is = is;
    out.claim.what = std::move(what);
    out.text = std::move(text);
    return out;
}

std::string bare(const std::string& element) { return element.substr(element.find(':') + 1); }

// What an element rules on, as a matter that a text could have left open.
std::string concern_of(const Catalogue& catalogue, const std::string& kind, const Element& e) {
    if (kind == "step") {
        const auto& s = static_cast<const StepRule&>(e);
        return "由谁" + action_title(catalogue, s) + (s.to.empty() ? "" : "（对象：" + role_title(catalogue, s.to) + "）");
    }
    if (kind == "limit") {
        const auto* shared = find_named(catalogue.limits, e.id);
        return shared ? shared->title : static_cast<const TimeLimit&>(e).title;
    }
    if (kind == "prerequisite") {
        const NamedThing* t = find_named(catalogue.things, static_cast<const Prerequisite&>(e).thing);
        return "是否须做到“" + (t ? t->title : e.id) + "”";
    }
    return "";
}

// Whether the silence is about the same act or thing, so that the two would read alike.
bool touches(const Catalogue& catalogue, const std::string& about, const std::string& element, const Element& e) {
    if (element.rfind("step:", 0) == 0) {
        const auto& s = static_cast<const StepRule&>(e);
        return contains(about, action_title(catalogue, s)) || s.role == "government";
    }
    if (element.rfind("prerequisite:", 0) == 0) {
        const NamedThing* t = find_named(catalogue.things, static_cast<const Prerequisite&>(e).thing);
        return !t || contains(about, t->title) || contains(t->title, about);
    }
    return contains(about, "时限") || contains(about, "期限") || contains(about, "几日");
}

Drafted topic_at(const Court& court, const Key& key) {
    const Catalogue& catalogue = court.catalogue();
    const std::string topic = key.variant.substr(key.variant.find(':') + 1), body_id = bare(key.element);
    const NamedFact* fact = find_named(catalogue.facts, "topic");
    const auto* option = fact ? find_named(fact->options, topic) : nullptr;
    const Body* body = find_body(court.pack(), body_id);
    if (!option || !body) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.opening = "有单位报来一项议题，类别属于“" + option->title + "”";
    out.ask = "条文把这一类议题明确列入哪一个会议的任务？";
    const auto at = [&](const Body& b) {
        Offer o = offer(Claim::Is::takes, b.id, b.title);
        o.claim.word = topic;
        return o;
    };
    out.right = at(*body);
    for (const Body& other : court.pack().bodies) {
        if (other.id != body_id && is_meeting(other.id)) out.near.push_back(at(other));
    }
    Offer none = offer(Claim::Is::unlisted, "", "条文没有点明由哪个会议讨论");
    none.claim.word = topic;
    out.far.push_back(none);
    out.answer = body_id + " " + topic;
    return out;
}

Drafted body_in_route(const Court& court, const Key& key) {
    const Catalogue& catalogue = court.catalogue();
    const Matter* m = find_matter(court.pack(), key.matter);
    const auto* rule = m ? static_cast<const StepRule*>(element_of(*m, key.element)) : nullptr;
    if (!rule) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "依条文，本件由哪个会议" + action_title(catalogue, *rule) + "？";
    const auto by = [&](const std::string& body, const std::string& title) {
        Offer o = offer(Claim::Is::passes, "", title);
        o.claim.steps.resize(1);
        o.claim.steps[0].role = body;
        o.claim.steps[0].action = rule->action;
        return o;
    };
    out.right = by(rule->role, role_title(catalogue, rule->role));
    for (const Body& other : court.pack().bodies) {
        if (other.id != rule->role && is_meeting(other.id)) out.near.push_back(by(other.id, other.title));
    }
    for (const std::string& text : {"本件不须经会议" + action_title(catalogue, *rule), std::string("条文没有点明由哪个会议办理，由承办单位自行确定")}) {
        out.far.push_back(out.right);
        out.far.back().claim.is = Claim::Is::dispensable;
        out.far.back().text = text;
    }
    out.answer = rule->role + " " + rule->action;
    return out;
}

Drafted silent_of(const Court& court, const Key& key, const Matter& m) {
    const Element* e = element_of(m, key.element);
    if (!e) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "就本件而言，下列哪一项原文没有规定，不能自行推定？";
    const std::string& about = static_cast<const Silent*>(e)->about;
    out.right = offer(Claim::Is::unsaid, key.element, about);
    for (const std::string& element : elements_of(m)) {
        if (touches(court.catalogue(), about, element, *element_of(m, element))) continue;
        const std::string text = concern_of(court.catalogue(), element.substr(0, element.find(':')), *element_of(m, element));
        if (!text.empty()) out.near.push_back(offer(Claim::Is::unsaid, element, text));
    }
    out.answer = e->id;
    return out;
}

Drafted judged_of(const Court& court, const Key& key, const Matter& m) {
    const Catalogue& catalogue = court.catalogue();
    const auto about = [&](const std::string& fact) {
        const FactRule* rule = find_fact(court.pack(), fact);
        return offer(Claim::Is::judged, fact, rule ? rule->question : fact);
    };
    Draft out;
    out.situation = court.situation();
    out.ask = "办理这类事项时，下列哪一项原文没有给出标准，需人工判断？";
    out.right = about(bare(key.element));
    for (const std::string& fact : m.facts) {
        if (find_fact(court.pack(), fact)) out.near.push_back(about(fact));
    }
    out.answer = bare(key.element);
    return find_named(catalogue.facts, bare(key.element)) ? Drafted(out) : std::nullopt;
}

Drafted hanging(const Court& court, const Key& key, const Matter& m) {
    const Catalogue& catalogue = court.catalogue();
    const std::string fact = bare(key.element);
    const NamedFact* named = find_named(catalogue.facts, fact);
    if (!named) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "凭现有情况，最后由谁签发（决定）？";
    out.right = offer(Claim::Is::depends, fact, "需人工判断：" + named->title + "，判断之前不能确定");
    for (const FactValue& value : values_of(court.ground(), court.pack(), conditions_of(m), fact)) {
        Case c = court.situation();
        c.facts[fact] = value;
        const Court settled_court(court.ground(), court.pack(), c);
        const RouteStep* last = settled_court.last_step();
        if (last) out.near.push_back(offer(Claim::Is::certain, fact, "可以确定，由" + court.title(*last)));
    }
    for (const std::string& role : likely_roles(court, key.matter)) out.far.push_back(offer(Claim::Is::certain, fact, "可以确定，由" + role_title(catalogue, role) + "签发"));
    out.answer = fact;
    return out;
}

}  // namespace

Drafted draft_meeting(const Court& court, const Key& key, Random&) {
    return key.variant.rfind("topic:", 0) == 0 ? topic_at(court, key) : body_in_route(court, key);
}

Drafted draft_allowed(const Court& court, const Key& key, Random&) {
    const Matter* m = find_matter(court.pack(), key.matter);
    const Element* rule = m ? element_of(*m, key.element) : nullptr;
    if (!rule) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.answer = key.variant + " " + rule->id;
    out.ask = "依条文，能否这样办？";
    const bool kept = key.variant == "kept";
    out.right = kept ? offer(Claim::Is::spared, rule->id, "可以，所述情形不在条文禁止之列") : offer(Claim::Is::forbidden, rule->id, "不可以：" + without_stop(rule->say));
    if (kept) {
        constexpr std::pair<const char*, const char*> stricter[] = {{"不可以，条文不准这样办", "条文只不准另一种情形"},
                                                                    {"不可以，须补办审批手续后再办", "没有违反，谈不上补办"},
                                                                    {"不可以，须退回并说明理由", "没有违反，谈不上退回"}};
        for (const auto& [text, why] : stricter) {
            out.near.push_back(offer(Claim::Is::forbidden, rule->id, text));
            out.near.back().claim.word = why;
        }
        out.near.push_back(offer(Claim::Is::unruled, rule->id, "原文未规定，由承办单位自行掌握"));
        return out;
    }
    out.plain = "不可以，条文不准这样办";
    const auto lawful = [](const char* text, const char* why) {
        Offer o = offer(Claim::Is::lawful, "", text);
        o.claim.word = why;
        return o;
    };
    out.near.push_back(lawful("可以，条文没有限制这样办", "条文有限制"));
    const auto own = facts_asked(static_cast<const Prohibition*>(rule)->breach);
    for (const Prohibition& p : m->prohibitions) {
        const auto asked = facts_asked(p.breach);  // a rule on the same thing would read as another answer
        const bool apart = std::none_of(asked.begin(), asked.end(), [&](const std::string& f) { return std::find(own.begin(), own.end(), f) != own.end(); });
        if (p.id != rule->id && apart) out.near.push_back(offer(Claim::Is::forbidden, p.id, "不可以：" + without_stop(p.say)));
    }
    out.far.push_back(lawful("原文未规定，由承办单位自行掌握", "条文有规定，不由承办单位自行掌握"));
    out.far.push_back(lawful("可以先这样办，事后补报即可", "这样办本身就不准，补报也一样"));
    return out;
}

Drafted draft_clause(const Court& court, const Key& key, Random&) {
    const Matter* m = find_matter(court.pack(), key.matter);
    const Element* element = m ? element_of(*m, key.element) : nullptr;
    if (!element || element->clauses.empty()) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = "规则要求：" + without_stop(element->say) + "。这一要求出自哪一处？";
    const auto at = [&](Clause place) {
        place.sentence = 0;
        Offer o = offer(Claim::Is::said_in, key.element, clause_in_words(court.pack(), place));
        o.claim.clause = place;
        return o;
    };
    out.right = at(element->clauses.front());
    for (const std::string& other : elements_of(*m)) {
        for (const Clause& c : element_of(*m, other)->clauses) out.near.push_back(at(c));
    }
    for (const Clause& c : m->clauses) out.near.push_back(at(c));
    for (const Citation& c : court.pack().citations) {
        if (c.clause.article > 0) out.far.push_back(at(c.clause));
    }
    out.answer = out.right.text;
    return out;
}

Drafted draft_unsaid(const Court& court, const Key& key, Random&) {
    const Matter* m = find_matter(court.pack(), key.matter);
    if (!m) return std::nullopt;
    if (key.variant == "silent") return silent_of(court, key, *m);
    return key.variant == "hangs" ? hanging(court, key, *m) : judged_of(court, key, *m);
}

}  // namespace signroute::quiz
