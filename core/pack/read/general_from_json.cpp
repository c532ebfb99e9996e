#include "core/pack/read/pack_reader.h"

namespace signroute {

GeneralRule PackReader::general_rule(const JsonIn& in, const std::string& document) {
    ObjectIn o(in);
    GeneralRule out;
    out.id = o.need_text("id");
    out.say = o.need_text("say");
    out.instead = o.need_text("instead");
    out.strength = Strength::should;
    out.matters = identifiers(o, "matters", "matter");
    out.own = o.texts("own");
    Clause place{document};
    if (o.require("article")) place.article = small(o, "article", 1, 9999).value_or(0);
    place.item = small(o, "item", 1, 99).value_or(0);
    out.clauses = {place};
    if (const auto v = o.require("breach")) out.breach = condition(*v);
    out.behind = identifiers(o, "behind", "action");
    if (const auto v = o.get("unless")) out.unless = condition(*v);
    out.pointer = in.pointer();
    o.finish();
    return out;
}

GeneralRules PackReader::general(const JsonIn& in) {
    ObjectIn o(in);
    GeneralRules out;
    if (const std::string format = o.need_text("format"); format != "signroute-general/1" && !format.empty())
        errors_.push_back({"unknown_format", "/format", "通用规则的格式不认识；本程序读 signroute-general/1。"});
    out.title = o.need_text("title");
    out.number = o.text("number");
    out.in_force_from = date(o, "in_force_from");
    for (const JsonIn& i : o.items("rules")) out.rules.push_back(general_rule(i, "《" + out.title + "》"));
    unique(out.rules, "/rules");
    o.finish();
    return out;
}

Result<GeneralRules> general_rules_from_json(std::string_view bytes, const Catalogue& catalogue) {
    const auto json = parse_json(bytes);
    if (!json) return json.error();
    Errors errors;
    GeneralRules out = PackReader(catalogue, errors).general(JsonIn(*json, "", errors));
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace signroute
