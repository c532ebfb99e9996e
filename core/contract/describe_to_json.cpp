// What holds without a situation: packs, the catalogue, matters, and the pack's roles and bodies.
#include <algorithm>
#include <set>

#include "core/contract/json_out.h"
#include "core/words.h"

namespace signroute {

namespace {

Json document_to_json(const PackDocument& d) {
    return {{"id", d.id},
            {"title", d.title},
            {"number", text_or_null(d.number)},
            {"issued", text_or_null(d.issued)},
            {"in_force_from", text_or_null(d.in_force_from)},
            {"in_force_words", text_or_null(d.in_force_words)},
            {"until", text_or_null(d.until)},
            {"adopted_by", text_or_null(d.adopted_by)},
            {"sent_to", d.sent_to},
            {"repeals", d.repeals},
            {"interpreter", text_or_null(d.interpreter)},
            {"articles", d.articles},
            {"clauses", to_json(d.clauses)}};
}

Json documents_to_json(const Pack& pack) {
    Json out = Json::array();
    for (const PackDocument& d : pack.documents) out.push_back(document_to_json(d));
    return out;
}

Json silent_list(const std::vector<Silent>& list) {
    Json out = Json::array();
    for (const Silent& s : list) out.push_back(to_json(s));
    return out;
}

Json options_of(const NamedFact& fact, const FactRule* rule) {
    Json out = Json::array();
    if (fact.options_are_roles) return "roles";
    for (const Named& o : fact.options) {
        const bool known = !rule || rule->options.empty() || std::find(rule->options.begin(), rule->options.end(), o.id) != rule->options.end();
        if (known) out.push_back({{"id", o.id}, {"title", o.title}, {"aliases", o.aliases}});
    }
    return out;
}

Json fact_to_json(const Rules& rules, const std::string& id) {
    const NamedFact* fact = find_named(rules.catalogue->facts, id);
    const FactRule* rule = find_fact(*rules.pack, id);
    Json out = {{"id", id}, {"judgement", rule && rule->judgement}};
    out["title"] = fact ? fact->title : id;
    out["question"] = rule ? fact_question(rules, id) : fact ? fact->title + "？" : id;
    out["type"] = fact ? name_of(fact->type, kFactTypes) : "bool";
    out["options"] = fact ? options_of(*fact, rule) : Json::array();
    out["why"] = rule ? text_or_null(rule->why) : Json(nullptr);
    out["clauses"] = rule ? to_json(rule->clauses) : Json::array();
    return out;
}

template <class T>
Json sorted_unique(const std::vector<T>& list, const std::function<std::vector<std::string>(const T&)>& get) {
    std::set<std::string> out;
    for (const T& e : list) {
        for (const std::string& s : get(e)) {
            if (!s.empty()) out.insert(s);
        }
    }
    return Json(std::vector<std::string>(out.begin(), out.end()));
}

Json prohibition(const Prohibition& p) {
    Json out = element_to_json(p);
    out["instead"] = p.instead_matter.empty() ? text_or_null(p.instead) : Json{{"matter", p.instead_matter}};
    return out;
}

Json prerequisite(const Rules& rules, const Prerequisite& p) {
    Json out = element_to_json(p);
    const NamedThing* t = find_named(rules.catalogue->things, p.thing);
    out["thing"] = p.thing;
    out["title"] = t ? t->title : p.thing;
    out["duty"] = p.duty;
    return out;
}

void put_rules(const Rules& rules, const Matter& m, Json& out) {
    std::vector<std::string> facts = m.facts;
    if (const Body* body = find_body(*rules.pack, m.id)) {
        for (const std::string& f : facts_asked(*body)) {
            if (std::find(facts.begin(), facts.end(), f) == facts.end()) facts.push_back(f);
        }
    }
    for (const std::string& f : facts) out["facts"].push_back(fact_to_json(rules, f));
    out["roles"] = sorted_unique<StepRule>(m.steps, [](const StepRule& s) { return std::vector<std::string>{s.role, s.to}; });
    out["actions"] = sorted_unique<StepRule>(m.steps, [](const StepRule& s) { return std::vector<std::string>{s.action}; });
    out["events"] = m.events;
    for (const Prerequisite& p : m.prerequisites) {
        const NamedThing* t = find_named(rules.catalogue->things, p.thing);
        out[t && t->enclosure ? "enclosures" : "prerequisites"].push_back(prerequisite(rules, p));
    }
    for (const Prohibition& p : m.prohibitions) out["prohibitions"].push_back(prohibition(p));
    for (const TimeLimit& l : m.limits) out["limits"].push_back(to_json(rules, l));
    for (const Cap& c : m.caps) out["limits"].push_back(to_json(rules, c));
    out["silent"] = silent_list(m.silent);
}

Json empty_matter(const NamedMatter& m) {
    Json out = {{"id", m.id}, {"title", m.title}, {"aliases", m.aliases}, {"topic", m.topic}, {"kind", m.kind}, {"regulated", false}};
    for (const char* key : {"clauses", "facts", "roles", "actions", "prerequisites", "enclosures", "events", "prohibitions", "limits", "silent"})
        out[key] = Json::array();
    return out;
}

Json matter_to_json(const Rules& rules, const NamedMatter& shared) {
    Json out = empty_matter(shared);
    const Matter* m = find_matter(*rules.pack, shared.id);
    if (!m) {
        out["silent"].push_back({{"id", shared.id}, {"about", shared.title}, {"aspect", "procedure"}, {"clauses", Json::array()},
                                 {"look_in", Json::array()}, {"say", "原文未规定。"}});
        return out;
    }
    out["title"] = m->title;
    out["aliases"] = m->aliases;
    out["regulated"] = m->regulated;
    out["clauses"] = to_json(m->clauses);
    Rules own = rules;
    own.matter = m->id;
    put_rules(own, *m, out);
    return out;
}

Json because_of(const Judged& judged, const std::vector<Clause>& clauses, const Case& situation) {
    const Because because{clauses, {judged.facts.begin(), judged.facts.end()}, {judged.open.begin(), judged.open.end()}};
    return to_json(because, situation.facts);
}

// Whether the topic of the situation is one that this entry names.
Judged scope_applies(const Rules& rules, const Case& situation, const std::string& body, const BodyEntry& e) {
    Judged out = judge_in(rules, e.when, situation, {}, body);
    if (out.truth == Truth::no) return out;
    if (e.topics.empty()) {  // in words that no kind of topic stands for
        out.truth = Truth::unknown;
        return out;
    }
    const auto topic = situation.facts.find("topic");
    const auto* value = topic == situation.facts.end() ? nullptr : std::get_if<std::string>(&topic->second);
    const bool named = value && std::find(e.topics.begin(), e.topics.end(), *value) != e.topics.end();
    if (!value) out.open.insert("topic");
    if (!value || e.judgement) out.truth = Truth::unknown;
    else if (!named) out.truth = Truth::no;
    if (value) out.facts.insert("topic");
    return out;
}

Json entry_to_json(const BodyEntry& e) {
    Json out = element_to_json(e);
    if (!e.role.empty()) out["role"] = e.role;
    if (!e.roles.empty()) out["roles"] = e.roles;
    if (!e.status.empty()) out["status"] = e.status;
    if (!e.topics.empty()) out["topics"] = e.topics;
    if (e.n) out["n"] = *e.n;
    if (e.n_max) out["n_max"] = *e.n_max;
    if (!e.per.empty()) out["per"] = e.per;
    if (e.denominator) out["more_than"] = {{"numerator", e.numerator}, {"denominator", e.denominator}};
    if (e.attribute == "scope") out["exclusive"] = e.exclusive, out["judgement"] = e.judgement;
    return out;
}

// An attribute that stands once is an object; those that enumerate are lists; what the text lacks is null.
Json body_to_json(const Body& b) {
    Json out = {{"id", b.id}, {"title", b.title}, {"clauses", to_json(b.clauses)}, {"silent", silent_list(b.silent)}};
    constexpr std::pair<const char*, const char*> keys[] = {
        {"members", "member"},         {"attend", "attend"},   {"invite", "invite"},         {"convener", "convener"},
        {"chair", "chair"},            {"stand_in", "stand_in"}, {"quorum", "quorum"},       {"frequency", "frequency"},
        {"scope", "scope"},            {"topics_set_by", "topics_set_by"}, {"cut_off", "cut_off"}, {"decides_by", "decides_by"},
        {"outcomes", "outcome"},       {"minutes", "minutes"}, {"publication", "publication"}, {"leave", "leave"}};
    for (const auto& [key, attribute] : keys) {
        const std::string name = key;
        const bool list = name == "members" || name == "attend" || name == "scope" || name == "outcomes";
        Json entries = Json::array();
        for (const BodyEntry& e : b.entries) {
            if (e.attribute == attribute) entries.push_back(entry_to_json(e));
        }
        if (entries.empty()) out[name] = nullptr;
        else if (list || entries.size() > 1) out[name] = std::move(entries);
        else out[name] = entries.front();
    }
    return out;
}

}  // namespace

Json packs_to_json(const std::vector<Pack>& packs) {
    Json out = Json::array();
    for (const Pack& p : packs) {
        out.push_back({{"id", p.id}, {"city", p.city}, {"title", p.title}, {"documents", documents_to_json(p)},
                       {"in_force_from", text_or_null(p.documents.front().in_force_from)}, {"checked_on", text_or_null(p.checked_on)}});
    }
    return {{"packs", std::move(out)}};
}

Json catalogue_to_json(const Catalogue& c) {
    Json out;
    for (const auto& [key, list] : {std::pair{"topics", &c.topics}, {"actions", &c.actions}, {"limits", &c.limits},
                                    {"prohibitions", &c.prohibitions}, {"aspects", &c.aspects}})
        out[key] = named(*list);
    for (const char* key : {"matters", "roles", "facts", "events", "things", "bodies", "codes"}) out[key] = Json::array();
    for (const NamedMatter& m : c.matters)
        out["matters"].push_back({{"id", m.id}, {"title", m.title}, {"aliases", m.aliases}, {"topic", m.topic}, {"kind", m.kind}});
    for (const NamedRole& r : c.roles) {
        Json one = {{"id", r.id}, {"title", r.title}, {"aliases", r.aliases}, {"kind", name_of(r.kind, kRoleKinds)}, {"initials", r.initials}, {"is_a", r.is_a}, {"may_be", r.may_be}, {"part", r.part}, {"apart", r.apart}};
        if (r.kind == RoleKind::body) out["bodies"].push_back({{"id", r.id}, {"title", r.title}, {"aliases", r.aliases}});
        out["roles"].push_back(std::move(one));
    }
    for (const NamedFact& f : c.facts) {
        Json one = {{"id", f.id}, {"title", f.title}, {"aliases", f.aliases}, {"type", name_of(f.type, kFactTypes)}};
        one["options"] = f.options_are_roles ? Json("roles") : named(f.options);
        out["facts"].push_back(std::move(one));
    }
    for (const NamedEvent& e : c.events) out["events"].push_back({{"id", e.id}, {"title", e.title}, {"aliases", e.aliases}, {"acts", e.acts}});
    for (const NamedThing& t : c.things)
        out["things"].push_back({{"id", t.id}, {"title", t.title}, {"aliases", t.aliases}, {"kind", t.enclosure ? "enclosure" : "done"}});
    for (int i = 0; i < kFindingCodes; ++i) out["codes"].push_back(name(static_cast<FindingCode>(i)));
    return out;
}

Json matters_to_json(const Rules& rules, const Case* situation) {
    Json out = {{"pack", rules.pack->id}, {"matters", Json::array()}};
    for (const NamedMatter& shared : rules.catalogue->matters) {
        Json one = matter_to_json(rules, shared);
        const Matter* m = find_matter(*rules.pack, shared.id);
        if (situation) {
            Judged judged;
            if (m) judged = judge_in(rules, m->applies_when, *situation, {}, m->id);
            one["applies"] = name_of(m && m->regulated ? judged.truth : Truth::no, kTruths);
            one["because"] = because_of(judged, m ? m->clauses : std::vector<Clause>(), *situation);
        }
        out["matters"].push_back(std::move(one));
    }
    if (!situation) return out;
    out["bodies"] = Json::array();
    for (const Body& b : rules.pack->bodies) {
        Json body = {{"id", b.id}, {"title", b.title}, {"scope", Json::array()}};
        for (const BodyEntry& e : b.entries) {
            if (e.attribute != "scope") continue;
            const Judged judged = scope_applies(rules, *situation, b.id, e);
            Json one = entry_to_json(e);
            one["applies"] = name_of(judged.truth, kTruths);
            one["because"] = because_of(judged, e.clauses, *situation);
            body["scope"].push_back(std::move(one));
        }
        out["bodies"].push_back(std::move(body));
    }
    return out;
}

Json pack_to_json(const Rules& rules) {
    const Pack& p = *rules.pack;
    Json out = {{"id", p.id}, {"city", p.city}, {"title", p.title}, {"documents", documents_to_json(p)}, {"silent", silent_list(p.silent)}};
    for (const char* key : {"applies_to", "roles", "bodies", "notes"}) out[key] = Json::array();
    for (const AppliesTo& a : p.applies_to) out["applies_to"].push_back({{"role", a.role}, {"answer", a.answer}, {"say", a.say}, {"clauses", to_json(a.clauses)}});
    for (const RoleRule& r : p.roles) {
        out["roles"].push_back({{"id", r.id}, {"title", role_title(*rules.catalogue, r.id)}, {"unit_kind", text_or_null(r.unit_kind)},
                                {"post", text_or_null(r.post)}, {"aliases", r.aliases}, {"powers", r.powers}, {"stands_in_for", r.stands_in_for},
                                {"resolved_by", text_or_null(r.resolved_by)}, {"say", text_or_null(r.say)}, {"clauses", to_json(r.clauses)}});
    }
    for (const Body& b : p.bodies) out["bodies"].push_back(body_to_json(b));
    for (const Note& n : p.notes) out["notes"].push_back(element_to_json(n));
    return out;
}

}  // namespace signroute
