#include <set>

#include "core/contract/json_out.h"
#include "core/words.h"

namespace signroute {

namespace {

Json step_to_json(const Rules& rules, const Case& situation, const RouteStep& s) {
    Json out = element_to_json(*s.rule);
    out["id"] = s.id;
    out["matter"] = s.matter;
    out["role"] = text_or_null(s.role);
    out["role_title"] = s.role.empty() ? Json(nullptr) : Json(role_title(*rules.catalogue, s.role));
    out["action"] = s.rule->action;
    out["action_title"] = action_title(*rules.catalogue, *s.rule);
    if (!s.rule->also.empty()) out["also"] = s.rule->also;
    out["to"] = text_or_null(s.rule->to);
    out["form"] = text_or_null(s.rule->form);
    out["decides"] = s.rule->decides;
    out["delegable_to"] = s.rule->delegable_to;
    out["items"] = s.rule->items;
    out["open"] = s.rule->open_list;
    out["because"] = to_json(s.because, situation.facts);
    out["after"] = s.after;
    out["status"] = name_of(s.status, kStepStatuses);
    out["rank"] = s.rank;
    if (!s.group.empty()) out["one_of"] = situation.matters.size() > 1 ? s.group : s.rule->one_of;
    if (!s.rule->path.empty()) out["path"] = s.rule->path;
    if (!s.rule->thing.empty()) out["thing"] = s.rule->thing;
    return out;
}

template <class Rule>
Json applied(Json out, const Applied<Rule>& a, const Case& situation) {
    out["matter"] = a.matter;
    out["applies"] = name_of(a.applies, kTruths);
    out["because"] = to_json(a.because, situation.facts);
    return out;
}

// A step of a matter as the route names it: where two matters share an id, the second has its matter before it.
Json step_or_null(const Route& route, const std::string& matter, const std::string& step) {
    const RouteStep* found = find_step(route, matter, step);
    return found ? Json(found->id) : text_or_null(step);
}

Json prerequisite_to_json(const Rules& rules, const Route& route, const Applied<Prerequisite>& p, const Case& situation) {
    Json out = applied(element_to_json(*p.rule), p, situation);
    const NamedThing* thing = find_named(rules.catalogue->things, p.rule->thing);
    out["thing"] = p.rule->thing;
    out["title"] = thing ? thing->title : p.rule->thing;
    out["enclosure"] = thing && thing->enclosure;
    out["duty"] = p.rule->duty;
    out["by"] = text_or_null(p.rule->by);
    out["before"] = step_or_null(route, p.matter, p.rule->before);
    out["term"] = text_or_null(p.rule->term);
    return out;
}

Json instead_to_json(const std::string& matter, const Facts& facts) {
    Json out = {{"matter", matter}, {"facts", Json::object()}};
    for (const auto& [id, value] : facts) out["facts"][id] = to_json(value);
    return out;
}

Json prohibition_to_json(const Applied<Prohibition>& p, const Case& situation) {
    Json out = applied(element_to_json(*p.rule), p, situation);
    out["instead"] = !p.rule->instead_matter.empty() ? instead_to_json(p.rule->instead_matter, p.rule->instead_facts) : text_or_null(p.rule->instead);
    return out;
}

Json decided_to_json(const FinalStep& f) { return {{"step", f.step}, {"when", f.when}, {"role", text_or_null(f.role)}}; }

// Silences of the whole text that this answer touches: its force always, its periods where a limit applies.
void add_pack_silences(const Rules& rules, const Route& route, Json& silent) {
    for (const Silent& s : rules.pack->silent) {
        const bool touched = s.aspect == "in_force" || (s.aspect == "period" && !route.limits.empty());
        if (touched) silent.push_back(to_json(s));
    }
}

// A matter that the text, or its rules for these facts, leave out.
Json nothing_said(const std::string& id, const std::string& title, const std::vector<Clause>& clauses) {
    return {{"id", id}, {"about", title}, {"aspect", "procedure"}, {"clauses", to_json(clauses)}, {"look_in", Json::array()}, {"say", "原文未规定。"}};
}

void put_silences(const Rules& rules, const Case& situation, const Route& route, Json& out) {
    out = Json::array();
    std::set<std::string> said;
    for (const auto& s : route.silent) {
        if (s.applies == Truth::no) continue;
        out.push_back(to_json(*s.rule));
        said.insert(s.matter);
    }
    for (const Matter* m : route.unfit) {
        if (!said.count(m->id)) out.push_back(nothing_said(m->id, m->title, m->clauses));
    }
    for (const std::string& id : route.lacking) {
        const NamedMatter* m = find_named(rules.catalogue->matters, id);
        out.push_back(nothing_said(id, m ? m->title : id, {}));
    }
    for (const std::string& id : situation.matters) {
        const Body* body = find_body(*rules.pack, id);
        for (const Silent& s : body ? body->silent : std::vector<Silent>()) out.push_back(to_json(s));
    }
    add_pack_silences(rules, route, out);
}

void put_decisions(const Route& route, Json& out) {
    out["decided_by"] = out["final"] = Json::array();
    for (const auto& stage : route.decided_by) {
        Json alternatives = Json::array();
        for (const FinalStep& f : stage) alternatives.push_back(decided_to_json(f));
        out["decided_by"].push_back(std::move(alternatives));
    }
    for (const FinalStep& f : route.final_steps) out["final"].push_back(decided_to_json(f));
}

void put_route(const Rules& rules, const Case& situation, const Assessment& a, Json& out) {
    const Route& route = a.route;
    for (const char* key : {"route", "prerequisites", "prohibitions", "limits", "open_questions", "notes"}) out[key] = Json::array();
    for (const RouteStep& s : route.steps) out["route"].push_back(step_to_json(rules, situation, s));
    for (const auto& p : route.prerequisites) out["prerequisites"].push_back(prerequisite_to_json(rules, route, p, situation));
    for (const auto& p : route.prohibitions) out["prohibitions"].push_back(prohibition_to_json(p, situation));
    for (const auto& l : route.limits) {
        out["limits"].push_back(applied(to_json(rules, *l.rule), l, situation));
        out["limits"].back()["step"] = step_or_null(route, l.matter, l.rule->step);
    }
    for (const auto& c : route.caps) out["limits"].push_back(applied(to_json(rules, *c.rule), c, situation));
    for (const OpenQuestion& q : route.open_questions) out["open_questions"].push_back(to_json(rules, q));
    for (const auto& n : route.notes) {
        if (n.applies != Truth::no) out["notes"].push_back(element_to_json(*n.rule));
    }
    for (const Note& n : rules.pack->notes) out["notes"].push_back(element_to_json(n));
    put_silences(rules, situation, route, out["silent"]);
    put_decisions(route, out);
}

Json limit_state(const ScheduledLimit& s) {
    switch (s.state) {
        case LimitState::no_start: return "no_start";
        case LimitState::no_figure: return "no_figure";
        case LimitState::gives_way: return "gives_way";
        case LimitState::open: return "open";
        case LimitState::kept: return "kept";
        case LimitState::missed: return "missed";
        case LimitState::undecided: return "undecided";
    }
    return nullptr;
}

Json scheduled_to_json(const ScheduledLimit& s) {
    Json out = s.answer ? to_json(*s.answer, false) : Json{{"due", nullptr}, {"assumptions", Json::array()}};
    out["limit"] = s.limit.rule->id;
    out["matter"] = s.limit.matter;
    out["applies"] = name_of(s.limit.applies, kTruths);
    out["clauses"] = to_json(s.limit.rule->clauses);
    out["step"] = text_or_null(s.step);
    out["state"] = limit_state(s);
    out["start"] = day_or_null(s.start);
    out["done"] = day_or_null(s.done);
    out["late_by"] = s.late_by;
    for (const Assumption& a : s.assumptions) out["assumptions"].push_back({{"id", a.id}, {"chosen", a.chosen}, {"basis", a.basis}});
    if (s.state == LimitState::no_figure) out["no_figure"] = true;
    if (s.gives_way) out["gives_way_to"] = s.gives_way->id;
    if (s.ran_out && s.limit.rule->runs_out) {
        const RunsOut& r = *s.limit.rule->runs_out;
        out["runs_out"] = {{"effect", r.effect}, {"from", day_or_null(s.ran_out->from)}, {"arises", name_of(s.ran_out->arises, kTruths)},
                           {"because", {{"say", r.say}, {"clauses", to_json(r.clauses)}}}};
    }
    return out;
}

Json parts_to_json(const Parts& parts) {
    Json out = Json::object();
    for (const auto& [key, value] : parts) {
        Json one = std::visit([](const auto& v) { return Json(v); }, value);
        if (!out.contains(key)) out[key] = std::move(one);
        else if (out[key].is_array()) out[key].push_back(std::move(one));
        else out[key] = Json::array({out[key], std::move(one)});
    }
    return out;
}

Json change_to_json(const Edit& e) {
    switch (e.op) {
        case Edit::Op::insert: return {{"op", "insert"}, {"at", e.at}, {"step", to_json(e.step)}};
        case Edit::Op::replace: return {{"op", "replace"}, {"at", e.at}, {"step", to_json(e.step)}};
        case Edit::Op::move: {
            Json out = {{"op", "move"}, {"from", e.from}, {"at", e.at}};
            if (!e.step.action.empty()) out["step"] = to_json(e.step);
            return out;
        }
        case Edit::Op::remove: return {{"op", "remove"}, {"at", e.at}};
        case Edit::Op::redate: return {{"op", "redate"}, {"at", e.at}, {"date", text_or_null(e.date)}};
        case Edit::Op::enclose: return {{"op", "enclose"}, {"thing", e.thing}};
        case Edit::Op::perform: return {{"op", "perform"}, {"thing", e.thing}};
    }
    return nullptr;
}

Json edit_to_json(const Edit& e) {
    Json out = change_to_json(e);
    if (!e.clauses.empty()) out["clauses"] = to_json(e.clauses);
    return out;
}

Json finding_to_json(const Finding& f) {
    Json out = Json::object();
    out["clauses"] = to_json(f.clauses);
    out["code"] = name(f.code);
    out["element"] = f.element;
    out["facts"] = f.facts;
    out["message"] = f.message;
    out["severity"] = name(f.severity);
    out["strength"] = name_of(f.strength, kStrengths);
    if (!f.advice.empty()) out["advice"] = f.advice;
    if (f.general) out["general"] = true;
    if (!f.step.empty()) out["step"] = f.step;
    if (f.planned != kNoStep) out["planned"] = f.planned;
    if (!f.want.empty()) out["want"] = parts_to_json(f.want);
    if (!f.got.empty()) out["got"] = parts_to_json(f.got);
    if (!f.instead_matter.empty()) out["mend"] = {{"instead", instead_to_json(f.instead_matter, f.instead_facts)}};
    if (!f.mend.empty()) {
        out["mend"] = Json::array();
        for (const Edit& e : f.mend) out["mend"].push_back(edit_to_json(e));
    }
    return out;
}

Json mend_to_json(const Rules& rules, const Case& situation, const Assessment& a) {
    const Mend& m = *a.mend;
    Json out = {{"cost", m.cost()}, {"edits", Json::array()}, {"least", m.least}, {"planned", Json::array()}, {"remains", Json::array()}};
    std::vector<PlannedStep> planned = situation.planned;
    for (const Edit& e : m.edits) {
        out["edits"].push_back(edit_to_json(e));
        out["edits"].back()["say"] = edit_text(*rules.catalogue, e, planned);
        planned = applied(e, std::move(planned));
    }
    for (const PlannedStep& s : m.plan) out["planned"].push_back(to_json(s));
    for (const Finding& f : m.remains) out["remains"].push_back(finding_to_json(f));
    for (const Finding& f : a.findings.list) {  // an error whose mend waits for a fact
        if (f.severity == Severity::error && !stands_in_the_way(f)) out["remains"].push_back(finding_to_json(f));
    }
    return out;
}

void put_checks(const Rules& rules, const Case& situation, const Assessment& a, Json& out) {
    for (const char* key : {"schedule", "findings", "checked"}) out[key] = Json::array();
    for (const ScheduledLimit& s : a.schedule.limits) out["schedule"].push_back(scheduled_to_json(s));
    for (const Finding& f : a.findings.list) out["findings"].push_back(finding_to_json(f));
    for (const Checked& c : a.findings.checked) {
        Json one = Json::object();
        one["clauses"] = to_json(c.clauses);
        one["element"] = c.element;
        one["result"] = name(c.result);
        out["checked"].push_back(std::move(one));
    }
    out["verdict"] = name(a.verdict);
    out["mend"] = a.mend ? mend_to_json(rules, situation, a) : Json(nullptr);
}

}  // namespace

Json to_json(const Rules& by, const Case& situation, const Assessment& a, bool checked) {
    const Rules rules = in_words_of(by, situation);
    Json out = {{"pack", rules.pack->id}, {"matter", situation.matters}, {"outcome", name(a.outcome)}, {"unused_facts", a.unused_facts}};
    put_route(rules, situation, a, out);
    if (checked) put_checks(rules, situation, a, out);
    if (a.readings.empty()) return out;
    out["readings"] = Json::array();
    for (const ReadingAnswer& r : a.readings) {
        out["readings"].push_back({{"id", r.id}, {"basis", to_json(r.basis)}, {"literal", r.literal}, {"cautious", r.cautious}, {"say", r.say},
                                   {"answer", to_json(rules, situation, *r.answer, checked)}});
    }
    return out;
}

}  // namespace signroute
