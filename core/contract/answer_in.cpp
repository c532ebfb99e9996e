#include "core/contract/answer_in.h"

namespace signroute {

Result<Json> answer_in(std::string_view text) {
    auto json = parse_json(text);
    if (!json || !json->contains("error")) return json;
    const Json& e = json->at("error");
    return Error{e.value("code", ""), e.value("pointer", ""), e.value("message", "")};
}

std::string words_in(const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

Clause clause_in(const Json& j) {
    Clause out;
    out.doc = j.value("doc", "");
    const Json& article = j.at("article");
    if (article.is_string()) out.article = article == "tail" ? kTail : kNotice;
    else out.article = article.get<int>();
    out.para = j.value("para", 0);
    out.item = j.value("item", 0);
    const std::string label = words_in(j, "label");
    out.arabic = out.item > 0 && !label.empty() && label.find("（") == std::string::npos;  // 第4项, as that text numbers them
    return out;
}

std::vector<Clause> clauses_in(const Json& element) {
    std::vector<Clause> out;
    if (!element.contains("clauses")) return out;
    for (const Json& c : element.at("clauses")) out.push_back(clause_in(c));
    return out;
}

}  // namespace signroute
