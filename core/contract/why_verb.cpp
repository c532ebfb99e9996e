#include "core/contract/why_verb.h"

#include "core/contract/json_out.h"
#include "core/contract/request.h"
#include "core/contract/why_lines.h"
#include "core/why/why.h"

namespace signroute {

namespace {

class WhyOut {
  public:
    WhyOut(const Rules& rules, const Case& situation) : rules_(rules), case_(situation) {}

    Json whole(const Why& why) const;

  private:
    std::string route_id(const std::string& matter, const std::string& id) const;
    Json about(const About& about) const;
    Json statable(const Statable& what) const;
    Json with_value(const Statable& what) const;
    Json step(const ToldStep& s) const;
    Json rule(const ToldRule& r) const;
    Json told(const Told& told, const About& about) const;
    Json change(const SmallestChange& change, const About& about) const;
    Json refused(const RefusedRule& r) const;
    Json question(const NextQuestion& q) const;
    void put_open(const Told& told, Json& out) const;
    void put(const Explanation& e, const About& about, Json& out) const;

    const Rules& rules_;
    const Case& case_;
};

// As the route names a step: where two matters share an id, the second has its matter before it.
std::string WhyOut::route_id(const std::string& matter, const std::string& id) const {
    for (const std::string& earlier : case_.matters) {
        if (earlier == matter) break;
        const Matter* m = find_matter(*rules_.pack, earlier);
        if (m && std::any_of(m->steps.begin(), m->steps.end(), [&](const StepRule& s) { return s.id == id; })) return matter + "." + id;
    }
    return id;
}

Json WhyOut::about(const About& about) const {
    Json out = {{"kind", name(about.kind)}};
    if (about.kind == AboutKind::route || about.kind == AboutKind::verdict) return out;
    out["matter"] = about.matter;
    out["id"] = about.kind == AboutKind::matter ? about.matter : about.kind == AboutKind::step ? route_id(about.matter, about.id) : about.id;
    return out;
}

Json WhyOut::statable(const Statable& what) const { return what.fact.empty() ? Json{{"thing", what.thing}} : Json{{"fact", what.fact}}; }

Json WhyOut::with_value(const Statable& what) const {
    Json out = statable(what);
    if (!what.fact.empty()) {
        const auto at = case_.facts.find(what.fact);
        out["value"] = at == case_.facts.end() ? Json(nullptr) : to_json(at->second);
        return out;
    }
    const auto at = case_.done.find(what.thing);
    if (at != case_.done.end()) out["value"] = at->second.date ? Json(to_text(*at->second.date)) : Json(at->second.truth == Truth::yes);
    return out;
}

Json WhyOut::step(const ToldStep& s) const {
    Json out = {{"id", route_id(s.matter, s.id)}, {"matter", s.matter}, {"status", name_of(s.status, kStepStatuses)}};
    if (s.status == StepStatus::not_required) return out;
    out["role"] = text_or_null(s.role);
    out["role_title"] = s.role.empty() ? Json(nullptr) : Json(role_title(*rules_.catalogue, s.role));
    out["action"] = s.action;
    out["action_title"] = action_title(*rules_.catalogue, s.action);
    out["after"] = Json::array();
    for (const std::string& id : s.after) out["after"].push_back(route_id(s.matter, id));
    return out;
}

Json WhyOut::rule(const ToldRule& r) const {
    return {{"id", r.about.id}, {"matter", r.about.matter}, {"applies", name_of(r.applies, kTruths)}, {"result", name(r.result)}};
}

Json WhyOut::told(const Told& told, const About& about) const {
    if (told.verdict) {
        Json out = {{"verdict", name(*told.verdict)}};
        if (!told.findings.empty()) out["findings"] = told.findings;
        return out;
    }
    if (about.kind == AboutKind::step) return told.steps.empty() ? Json(nullptr) : step(told.steps.front());
    if (about.kind != AboutKind::route) return told.rules.empty() ? Json(nullptr) : rule(told.rules.front());
    Json out = {{"matters", Json::array()}, {"steps", Json::array()}};
    for (const ToldMatter& m : told.matters) out["matters"].push_back({{"id", m.id}, {"applies", name_of(m.applies, kTruths)}});
    for (const ToldStep& s : told.steps) out["steps"].push_back(step(s));
    return out;
}

Json WhyOut::change(const SmallestChange& change, const About& about) const {
    Json out = {{"facts", Json::array()}, {"answer", told(change.becomes, about)}};
    for (const ChangedFact& c : change.facts) {
        Json one = statable(c.what);
        one["from"] = to_json(c.from);
        one["to"] = to_json(c.to);
        out["facts"].push_back(std::move(one));
    }
    return out;
}

Json WhyOut::refused(const RefusedRule& r) const {
    Json out = about(r.about);
    out["say"] = text_or_null(r.say);
    out["clauses"] = to_json(r.clauses);
    out["because"] = Json::array();
    for (const Statable& what : r.facts) out["because"].push_back(with_value(what));
    return out;
}

Json WhyOut::question(const NextQuestion& q) const {
    OpenQuestion open;
    open.fact = q.what.fact;
    open.thing = q.what.thing;
    const FactRule* rule = find_fact(*rules_.pack, q.what.fact);
    open.judgement = rule && rule->judgement;
    Json out = to_json(rules_, open);
    out.erase("decides_route");
    out.erase("affects");
    out["answers"] = out["left"] = nullptr;
    if (!q.answers) return out;
    out["answers"] = q.answers;
    out["left"] = {{"answers", q.left.first}, {"over", q.left.second}};
    return out;
}

// What holds whatever the open facts turn out to be, and what does not.
void WhyOut::put_open(const Told& told, Json& out) const {
    out["holds"] = out["depends"] = Json::array();
    const auto put = [&](Json one, const std::vector<Statable>& open, bool sure) {
        if (sure) {
            out["holds"].push_back(std::move(one));
            return;
        }
        one["on"] = Json::array();
        for (const Statable& what : open) one["on"].push_back(statable(what));
        out["depends"].push_back(std::move(one));
    };
    for (const ToldMatter& m : told.matters) put({{"kind", "matter"}, {"id", m.id}, {"applies", name_of(m.applies, kTruths)}}, m.open, m.applies != Truth::unknown);
    for (const ToldStep& s : told.steps) {
        Json one = about({AboutKind::step, s.matter, s.id});
        one["status"] = name_of(s.status, kStepStatuses);
        put(std::move(one), s.open, s.open.empty() && s.status != StepStatus::unknown);
    }
    for (const ToldRule& r : told.rules) {
        Json one = about(r.about);
        one["applies"] = name_of(r.applies, kTruths);
        one["result"] = name(r.result);
        put(std::move(one), r.open, r.open.empty() && r.applies != Truth::unknown);
    }
    if (told.verdict) put({{"kind", "verdict"}, {"verdict", name(*told.verdict)}}, told.asks, told.asks.empty());
}

void WhyOut::put(const Explanation& e, const About& about, Json& out) const {
    out["answer"] = told(e.told, about);
    out["facts"] = Json::array();
    for (const Statable& what : e.facts) out["facts"].push_back(with_value(what));
    out["clauses"] = to_json(e.clauses);
    out["refused"] = Json::array();
    for (const RefusedRule& r : e.refused) out["refused"].push_back(refused(r));
    out["change"] = e.change ? change(*e.change, about) : Json(nullptr);
    out["searched"] = e.searched;
    put_open(e.told, out);
    out["next_question"] = e.next ? question(*e.next) : Json(nullptr);
}

Json WhyOut::whole(const Why& why) const {
    Json out = {{"pack", rules_.pack->id}, {"matter", case_.matters}, {"about", about(why.about)}, {"outcome", name(why.outcome)}};
    if (why.outcome == Outcome::not_in_hand) return out;
    out["explains"] = !why.readings.empty() ? "each_reading" : why.shared ? "shared" : "answer";
    if (why.readings.empty()) {
        put(why.explanation, why.about, out);
        return out;
    }
    out["readings"] = Json::array();
    for (const ReadingExplained& r : why.readings) {
        Json one = {{"id", r.label.id}, {"basis", to_json(r.label.basis)}, {"literal", r.label.literal}, {"cautious", r.label.cautious}, {"say", r.label.say}};
        put(r.explanation, why.about, one);
        out["readings"].push_back(std::move(one));
    }
    return out;
}

}  // namespace

Reply why_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const auto calendar = calendar_in_use(library, in, errors);
    const Case situation = read_case(rules, in, false);
    const bool lines = in.boolean("lines", false);
    const auto asked = in.get("about");
    const std::string text = asked ? asked->text().value_or("") : "route";
    in.finish();
    if (!errors.empty()) return {};
    const Result<About> about = about_from_text(rules, situation, text, asked ? asked->pointer() : "");
    if (!about) {
        errors.push_back(about.error());
        return {};
    }
    const Why because = why(rules, calendar->get(), situation, *about);
    return {write_json(lines ? why_in_lines(rules, situation, because) : WhyOut(rules, situation).whole(because)), 0};
}

}  // namespace signroute
