// The verb `compare`: {"packs":[…],"matter","facts"}; an entry of "packs" is a name or a whole pack. Without packs: all;
// without a matter: a summary of every matter, with the rows that differ where there are two packs.
#include "core/contract/compare_verb.h"

#include <algorithm>
#include <deque>

#include "core/compare/compare.h"
#include "core/contract/json_out.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

using Packs = std::vector<const Pack*>;

Json value_to_json(const ComparedValue& v) {
    if (v.truth == Truth::no && v.say.empty()) return nullptr;
    return {{"applies", name_of(v.truth, kTruths)}, {"say", v.say}, {"clauses", to_json(v.clauses)}};
}

Json values_to_json(const std::vector<ComparedValue>& values) {
    Json out = Json::array();
    for (const ComparedValue& v : values) out.push_back(value_to_json(v));
    return out;
}

// Clauses of every city that says something to the row, also where the facts given rule it out.
Json row_clauses(const Comparison& c, const ComparedRow& row) {
    Json out = Json::object();
    for (std::size_t i = 0; i < c.columns.size(); ++i) {
        if (!row.values[i].clauses.empty()) out[c.columns[i].pack->id] = to_json(row.values[i].clauses);
    }
    return out;
}

Json witness_to_json(const Comparison& c, const ComparedRow& row) {
    const Witness& w = *row.witness;
    Json out = {{"matter", c.matter}, {"aspect", row.aspect}, {"key", row.key}, {"facts", Json::object()}, {"values", values_to_json(w.values)}};
    for (const auto& [id, value] : w.situation.facts) out["facts"][id] = to_json(value);
    for (const auto& [id, done] : w.situation.done) out["done"][id] = done.truth == Truth::yes;
    for (const auto& [question, reading] : w.readings) out["readings"][question] = reading;
    if (!w.said.empty()) out["readings_say"] = w.said;
    return out;
}

Json column_to_json(const ComparedColumn& c) {
    Json out = {{"pack", c.pack->id}, {"city", c.pack->city}, {"title", c.matter ? Json(c.matter->title) : Json(nullptr)},
                {"outcome", c.regulated ? "regulated" : "not_regulated"}, {"clauses", Json::array()}, {"silent", Json::array()}, {"documents", c.documents}};
    if (!c.matter) return out;
    out["clauses"] = to_json(c.matter->clauses);
    for (const Silent& s : c.matter->silent) out["silent"].push_back(to_json(s));
    return out;
}

Json comparison_to_json(const Comparison& c) {
    Json out = {{"matter", c.matter}, {"columns", Json::array()}, {"rows", Json::array()}, {"witnesses", Json::array()}};
    for (const ComparedColumn& column : c.columns) out["columns"].push_back(column_to_json(column));
    for (const ComparedRow& r : c.rows) {
        Json one = {{"aspect", r.aspect}, {"key", r.key}, {"title", r.title}, {"values", values_to_json(r.values)},
                    {"differs", r.differs}, {"clauses", row_clauses(c, r)}, {"witness", nullptr}};
        if (r.witness) {
            one["witness"] = out["witnesses"].size();
            out["witnesses"].push_back(witness_to_json(c, r));
        }
        out["rows"].push_back(std::move(one));
    }
    return out;
}

Json summary_to_json(const Library& library, const Packs& packs) {
    Json out = {{"columns", Json::array()}, {"matters", Json::array()}};
    for (const Pack* p : packs) out["columns"].push_back({{"pack", p->id}, {"city", p->city}});
    for (const ComparedMatter& m : compare_all(library.catalogue, packs)) {
        const NamedMatter* shared = find_named(library.catalogue.matters, m.matter);
        Json one = {{"matter", m.matter}, {"title", shared ? shared->title : m.matter}, {"values", values_to_json(m.values)},
                    {"rows", m.rows}, {"differing", m.differing.size()}};
        if (packs.size() == 2) {
            one["differences"] = Json::array();
            for (const ComparedRow& r : m.differing)
                one["differences"].push_back({{"aspect", r.aspect}, {"key", r.key}, {"title", r.title}, {"values", values_to_json(r.values)}});
        }
        out["matters"].push_back(std::move(one));
    }
    return out;
}

}  // namespace

Reply compare_verb(const Library& library, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    std::deque<Pack> own;
    const Packs packs = packs_in_use(library, in, own, errors);
    if (errors.empty() && packs.size() < 2) errors.push_back({"too_few_packs", "/packs", "对照至少需要两个规则包。"});
    const auto matter = in.get("matter");
    const std::string name = matter ? matter->text().value_or("") : "";
    const NamedMatter* shared = matter ? find_named(library.catalogue.matters, name) : nullptr;
    if (matter && errors.empty() && !shared) matter->fail("unknown_matter", "没有事项“" + name + "”。");
    const auto given = in.get("facts");
    const Facts facts = given && !packs.empty() ? read_facts({&library.catalogue, packs.front()}, *given) : Facts();
    in.finish();
    if (!errors.empty()) return {};
    if (!shared) return {write_json(summary_to_json(library, packs)), 0};
    return {write_json(comparison_to_json(compare(library.catalogue, packs, shared->id, facts))), 0};
}

}  // namespace signroute
