#include "core/contract/comparison_in.h"

#include "core/contract/answer_in.h"
#include "core/contract/json_out.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

std::vector<ComparedValue> values_in(const Json& list) {
    std::vector<ComparedValue> out;
    for (const Json& j : list) {
        ComparedValue v;
        if (!j.is_null()) {
            v.truth = j.at("applies") == "yes" ? Truth::yes : j.at("applies") == "no" ? Truth::no : Truth::unknown;
            v.say = j.at("say").get<std::string>();
        }
        out.push_back(std::move(v));
    }
    return out;
}

Witness witness_in(const Catalogue& catalogue, const Json& j) {
    Witness out;
    Errors ignored;
    const Pack none;
    out.situation.facts = read_facts({&catalogue, &none}, JsonIn(j.at("facts"), "", ignored));
    if (j.contains("done")) {
        for (const auto& [thing, done] : j.at("done").items()) out.situation.done[thing].truth = done.get<bool>() ? Truth::yes : Truth::no;
    }
    if (j.contains("readings")) {
        for (const auto& [question, reading] : j.at("readings").items()) out.readings[question] = reading.get<std::string>();
    }
    if (j.contains("readings_say")) out.said = j.at("readings_say").get<std::vector<std::string>>();
    out.values = values_in(j.at("values"));
    return out;
}

ComparedRow row_in(const Catalogue& catalogue, const Json& answer, const Json& j) {
    ComparedRow out{j.at("aspect"), j.at("key"), j.at("title"), values_in(j.at("values")), j.at("differs"), {}};
    for (std::size_t i = 0; i < out.values.size(); ++i) {
        const auto clauses = j.at("clauses").find(answer.at("columns").at(i).at("pack").get<std::string>());
        if (clauses == j.at("clauses").end()) continue;
        for (const Json& c : *clauses) out.values[i].clauses.push_back(clause_in(c));
    }
    if (!j.at("witness").is_null()) out.witness = witness_in(catalogue, answer.at("witnesses").at(j.at("witness").get<std::size_t>()));
    return out;
}

}  // namespace

std::string compare_request(const std::vector<std::string>& packs, const std::map<std::string, std::string>& own, const std::string& matter,
                            const Facts& facts) {
    Json out = {{"packs", Json::array()}};
    for (const std::string& id : packs) {
        const auto at = own.find(id);
        out["packs"].push_back(at == own.end() ? Json(id) : plain_json(at->second));
    }
    if (matter.empty()) return write_json(out);
    out["matter"] = matter;
    for (const auto& [id, value] : facts) out["facts"][id] = to_json(value);
    return write_json(out);
}

Result<Comparison> comparison_in(const Catalogue& catalogue, std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    Comparison out;
    out.matter = json->at("matter").get<std::string>();
    for (const Json& c : json->at("columns")) {
        out.columns.push_back({nullptr, nullptr, c.at("outcome") == "regulated", {}});
        for (const auto& [id, prefix] : c.at("documents").items()) out.columns.back().documents[id] = prefix.get<std::string>();
    }
    for (const Json& r : json->at("rows")) out.rows.push_back(row_in(catalogue, *json, r));
    return out;
}

Result<std::vector<ComparedMatter>> comparison_of_all_in(std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    std::vector<ComparedMatter> out;
    for (const Json& m : json->at("matters")) {
        ComparedMatter one{m.at("matter").get<std::string>(), values_in(m.at("values")), {}, m.at("rows").get<int>()};
        one.differing.resize(m.at("differing").get<std::size_t>());
        for (std::size_t i = 0; m.contains("differences") && i < one.differing.size(); ++i) {
            const Json& d = m.at("differences").at(i);
            one.differing[i] = {d.at("aspect"), d.at("key"), d.at("title"), values_in(d.at("values")), true, {}};
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace signroute
