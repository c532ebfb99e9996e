#include "core/contract/json_out.h"

#include <algorithm>

#include "core/words.h"

namespace signroute {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_text(*day)) : Json(nullptr); }

// Keys are set one by one here and below: lists of pairs are built twice, and these are most of an answer.
Json to_json(const Clause& c) {
    Json out = Json::object();
    if (c.article == kTail) out["article"] = "tail";
    else if (c.article == kNotice) out["article"] = "notice";
    else out["article"] = c.article;
    out["doc"] = c.doc;
    if (c.item) out["item"] = c.item;
    Clause shown = c;
    shown.sentence = 0;  // sentences are for our own accounting, not a way of citing
    out["label"] = clause_label(shown);
    if (c.para) out["para"] = c.para;
    return out;
}

Json to_json(std::span<const Clause> clauses) {
    Json out = Json::array();
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const auto same_place = [&](Clause c) { return c.sentence = clauses[i].sentence, c == clauses[i]; };
        const auto here = clauses.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::none_of(clauses.begin(), here, same_place)) out.push_back(to_json(clauses[i]));
    }
    return out;
}

Json to_json(const FactValue& value) {
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Json to_json(const PlannedStep& s) {
    Json out = Json::object();
    const auto put = [&](const char* key, const std::string& id, const std::string& text) {
        if (!id.empty()) out[key] = id;
        else if (!text.empty()) out[key] = text;
    };
    put("role", s.role, s.role_text);
    put("action", s.action, s.action_text);
    put("to", s.to, "");
    put("form", s.form, "");
    put("who", s.who, "");
    put("by", s.by, "");
    put("on_behalf_of", s.on_behalf_of, "");
    put("date", s.date, "");
    return out;
}

// What was written stays beside what it means.
static Json with_words(const PlannedStep& s) {
    Json out = to_json(s);
    if (!s.role.empty() && !s.role_text.empty()) out["role_text"] = s.role_text;
    if (!s.action.empty() && !s.action_text.empty()) out["action_text"] = s.action_text;
    return out;
}

Json to_json(const Case& c) {
    Json out = {{"matter", c.matters}};
    for (const char* key : {"facts", "done", "events"}) out[key] = Json::object();
    for (const auto& [id, value] : c.facts) out["facts"][id] = to_json(value);
    for (const auto& [id, done] : c.done) {
        const bool known = done.truth != Truth::unknown;
        out["done"][id] = done.date ? Json(to_text(*done.date)) : known ? Json(done.truth == Truth::yes) : Json(nullptr);
    }
    for (const auto& [id, day] : c.events) out["events"][id] = to_text(day);
    if (c.has_plan) {
        out["planned"] = Json::array();
        for (const PlannedStep& s : c.planned) out["planned"].push_back(with_words(s));
    }
    if (c.on) out["on"] = to_text(*c.on);
    if (c.today) out["today"] = to_text(*c.today);
    return out;
}

Json element_to_json(const Element& e) {
    Json out = Json::object();
    out["clauses"] = to_json(e.clauses);
    out["id"] = e.id;
    out["say"] = e.say;
    out["strength"] = name_of(e.strength, kStrengths);
    return out;
}

Json to_json(const Silent& s) {
    Json out = Json::object();
    out["about"] = s.about;
    out["aspect"] = s.aspect;
    out["clauses"] = to_json(s.clauses);
    out["id"] = s.id;
    out["look_in"] = s.look_in;
    out["say"] = s.say;
    return out;
}

Json to_json(const Rules& rules, const TimeLimit& l) {
    Json out = element_to_json(l);
    const Named* shared = find_named(rules.catalogue->limits, l.id);
    out["title"] = !l.title.empty() ? l.title : shared ? shared->title : l.id;
    out["n"] = l.n ? Json(*l.n) : Json(nullptr);
    out["term"] = text_or_null(l.term);
    out["unit"] = l.n && !l.unit_open ? Json(name(l.unit)) : Json(nullptr);  // no unit of our own where the text has none
    out["direction"] = name(l.direction);
    out["from"] = text_or_null(l.from);
    out["to"] = text_or_null(l.to);
    out["by"] = text_or_null(l.by);
    out["step"] = text_or_null(l.step);
    out["minimum"] = l.minimum;
    if (l.day_of_month) out["day_of_month"] = *l.day_of_month;
    if (l.day_open) out["day_open"] = true;
    out["runs_out"] = nullptr;
    if (l.runs_out) out["runs_out"] = {{"effect", l.runs_out->effect}, {"say", l.runs_out->say}, {"clauses", to_json(l.runs_out->clauses)}};
    out["gives_way_to"] = Json::array();
    for (const GivesWay& g : l.gives_way_to) out["gives_way_to"].push_back({{"id", g.id}, {"say", g.say}, {"clauses", to_json(g.clauses)}});
    return out;
}

Json to_json(const Rules& rules, const Cap& c) {
    Json out = element_to_json(c);
    const NamedFact* fact = find_named(rules.catalogue->facts, c.fact);
    out["title"] = fact ? fact->title : c.fact;
    out["fact"] = c.fact;
    out["unit"] = c.unit;
    out["n"] = c.at_most ? *c.at_most : *c.at_least;
    out["bound"] = c.at_most ? "at_most" : "at_least";
    return out;
}

Json to_json(const Because& because, const Facts& facts) {
    Json out = Json::object();
    out["clauses"] = to_json(because.clauses);
    out["facts"] = Json::array();
    out["open"] = because.open;
    for (const std::string& id : because.facts) {
        const auto at = facts.find(id);
        out["facts"].push_back({{"fact", id}, {"value", at == facts.end() ? Json(nullptr) : to_json(at->second)}});
    }
    return out;
}

Json to_json(const Rules& rules, const OpenQuestion& q) {
    const FactRule* rule = find_fact(*rules.pack, q.fact);
    const NamedFact* shared = find_named(rules.catalogue->facts, q.fact);
    const NamedThing* thing = find_named(rules.catalogue->things, q.thing);
    Json out = {{"fact", text_or_null(q.fact)}, {"judgement", q.judgement}, {"decides_route", q.decides_route}, {"affects", q.affects}};
    if (!q.thing.empty()) out["thing"] = q.thing;
    const std::string name = shared ? shared->title : thing ? thing->title : q.fact + q.thing;
    out["question"] = rule ? fact_question(rules, q.fact) : (q.thing.empty() ? "" : "是否已完成：") + name + "？";
    out["why"] = rule ? text_or_null(rule->why) : Json(nullptr);
    out["clauses"] = to_json(rule && !rule->clauses.empty() ? rule->clauses : q.clauses);
    return out;
}

Json to_json(const DeadlineAnswer& a, bool with_ledger) {
    Json out = {{"due", day_or_null(a.due)}};
    if (!a.due) {
        out["earliest"] = day_or_null(a.earliest);
        out["latest"] = day_or_null(a.latest);
        out["not_covered"] = a.not_covered;
    }
    if (with_ledger) {
        out["ledger"] = Json::array();
        for (const LedgerEntry& e : a.ledger) {
            Json one = {{"date", to_text(e.date)}, {"counted", e.counted}, {"reason", name(e.reason)}};
            if (!e.notice.empty()) one["notice"] = e.notice;
            if (!e.holiday.empty()) one["holiday"] = e.holiday;
            if (!e.certain) one["certain"] = false;
            out["ledger"].push_back(std::move(one));
        }
    }
    out["assumptions"] = Json::array();
    for (const Assumption& s : a.assumptions) out["assumptions"].push_back({{"id", s.id}, {"chosen", s.chosen}, {"basis", s.basis}});
    return out;
}

Json named(const std::vector<Named>& list) {
    Json out = Json::array();
    for (const Named& n : list) out.push_back({{"id", n.id}, {"title", n.title}, {"aliases", n.aliases}});
    return out;
}

}  // namespace signroute
