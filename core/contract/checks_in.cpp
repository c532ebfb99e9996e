#include "core/contract/checks_in.h"

#include "core/contract/answer_in.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

Json pack_in(std::string_view text) { return plain_json(text); }

bool is_id(std::string_view pack) { return pack.find('{') == pack.npos; }

std::string label_of(const Json& clause) { return clause.value("label", ""); }

}  // namespace

std::string lint_request(std::string_view pack) {
    return write_json(is_id(pack) ? Json{{"pack", pack}} : Json{{"pack_source", pack_in(pack)}});
}

std::string audit_request(std::string_view pack_json, std::string_view text) {
    return write_json({{"pack_source", pack_in(pack_json)}, {"text", text}});
}

std::string difference_request(std::string_view in_force, std::string_view brought) {
    const auto entry = [](std::string_view pack) { return is_id(pack) ? Json(pack) : pack_in(pack); };
    return write_json({{"packs", Json::array({entry(in_force), entry(brought)})}});
}

Result<std::vector<CheckLine>> lint_in(std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    std::vector<CheckLine> out;
    for (const Json& f : json->at("findings")) {
        const std::string pointer = f.value("pointer", "");
        const Json& example = f.at("counterexample");
        out.push_back({f.at("severity") == "error", f.at("message").get<std::string>() + (pointer.empty() ? "" : "（" + pointer + "）"),
                       example.is_null() ? "" : write_json(example)});
    }
    return out;
}

Result<std::vector<CheckLine>> audit_in(std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    std::vector<CheckLine> out;
    for (const Json& u : json->at("unaccounted")) {
        const std::string words = u.at("words").is_null() ? "" : "“" + u.at("words").get<std::string>() + "”";
        out.push_back({true, label_of(u.at("clause")) + words + "没有着落。", ""});
    }
    for (const Json& n : json->at("not_found"))
        out.push_back({true, label_of(n.at("clause")) + "没有“" + n.value("claimed", "") + "”（" + n.at("element").value("pointer", "") + "）。", ""});
    for (const Json& u : json->at("untaken")) out.push_back({true, label_of(u.at("clause")) + "的“" + u.value("figure", "") + "”没有写成规则。", ""});
    return out;
}

Case example_in(const Rules& rules, std::string_view example) {
    const auto json = parse_json(example);
    if (!json) return {};
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    Case out = read_case(rules, in, false);
    return errors.empty() ? out : Case{};
}

}  // namespace signroute
