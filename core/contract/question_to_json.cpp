#include "core/contract/json_out.h"
#include "core/contract/quiz_verb.h"

namespace signroute {

namespace {

Json done_to_json(const Case& c) {
    Json out = Json::object();
    for (const auto& [id, done] : c.done) out[id] = done.truth == Truth::yes;
    return out;
}

Json facts_to_json(const Facts& facts) {
    Json out = Json::object();
    for (const auto& [id, value] : facts) out[id] = to_json(value);
    return out;
}

// The request that shows a limit with its days.
Json deadline_request(const quiz::Question& q, const TimeLimit& limit) {
    const Case& c = q.situation_case;
    Json out = {{"pack", q.key.packs.front()}, {"limit", limit.id}, {"facts", facts_to_json(c.facts)}, {"start", to_text(c.events.at(limit.from))}};
    if (c.today) out["today"] = to_text(*c.today);
    const auto done = c.events.find(limit.to);
    if (done != c.events.end()) out["done"] = to_text(done->second);
    else if (q.key.kind == quiz::Kind::silence) out["done"] = false;
    return out;
}

Json assess_request(const quiz::Question& q) {
    const Case& c = q.situation_case;
    Json out = {{"pack", q.key.packs.front()}, {"matter", q.key.matter}, {"facts", facts_to_json(c.facts)}, {"done", done_to_json(c)}};
    if (c.has_plan) {
        out["planned"] = Json::array();
        for (const PlannedStep& s : c.planned) out["planned"].push_back(to_json(s));
    }
    for (const auto& [id, day] : c.events) out["events"][id] = to_text(day);
    if (c.today) out["today"] = to_text(*c.today);
    return out;
}

Json case_to_json(const quiz::Ground& ground, const quiz::Question& q) {
    if (q.key.packs.size() > 1)
        return {{"verb", "compare"}, {"request", {{"packs", q.key.packs}, {"matter", q.key.matter}, {"facts", facts_to_json(q.key.facts)}}}};
    const Pack* pack = quiz::pack_of(ground, q.key.packs.front());
    const TimeLimit* limit = pack && !q.limit.empty() ? find_limit(*pack, q.limit) : nullptr;
    if (limit && q.situation_case.events.count(limit->from)) return {{"verb", "deadline"}, {"request", deadline_request(q, *limit)}};
    return {{"verb", "assess"}, {"request", assess_request(q)}};
}

}  // namespace

Json to_json(const quiz::Ground& ground, const quiz::Question& q) {
    Json out = {{"id", q.id}, {"seed", q.seed}, {"kind", name(q.key.kind)}, {"packs", q.key.packs}, {"matter", q.key.matter}, {"hash", q.hash},
                {"situation", q.situation}, {"ask", q.ask}, {"key", q.right}, {"proof", q.proof}, {"clauses", to_json(q.clauses)},
                {"choices", Json::array()}, {"refutations", Json::array()}, {"case", case_to_json(ground, q)}};
    for (const quiz::Choice& c : q.choices) out["choices"].push_back({{"id", c.id}, {"text", c.text}});
    for (const quiz::Refutation& r : q.refutations)
        out["refutations"].push_back({{"choice", r.choice}, {"why", r.why}, {"clauses", to_json(r.clauses)}, {"pack", r.pack}});
    return out;
}

}  // namespace signroute
