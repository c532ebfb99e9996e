#include "shell/session/statute_result.h"

namespace signroute {

StatuteResult statute_of(const Session& session, const Rules& rules) {
    StatuteResult out;
    const std::string* text = text_of(session, rules.pack->id);
    if (!text) return out;
    auto statute = read_statute(*text);
    if (!statute) {
        out.problem = statute.error().message;
        return out;
    }
    std::vector<DocumentName> names;
    for (const PackDocument& d : rules.pack->documents) names.push_back({d.id, d.title});
    name_documents(statute.value(), names);
    out.statute = std::move(statute.value());
    return out;
}

Clause clause_from_place(const Pack& pack, std::string_view place) {
    Clause out{.doc = pack.documents.front().id, .article = 1};
    const std::size_t colon = place.find(':');
    if (colon != place.npos) {
        for (const PackDocument& d : pack.documents) {
            if (d.id == place.substr(0, colon)) out.doc = d.id;
        }
        place.remove_prefix(colon + 1);
    }
    if (place.substr(0, 4) == "tail") {
        out.article = kTail;
        return out;
    }
    int* levels[] = {&out.article, &out.para, &out.item};
    std::size_t level = 0;
    int value = 0;
    for (const char c : place) {
        if (c == '.' && level < 2) {
            *levels[level++] = value;
            value = 0;
        } else if (c >= '0' && c <= '9' && value < 1000) {
            value = value * 10 + (c - '0');
        } else {
            return out;
        }
    }
    if (value > 0) *levels[level] = value;
    return out;
}

std::string place_from_clause(const Pack& pack, const Clause& clause) {
    std::string out = pack.documents.size() > 1 ? clause.doc + ":" : "";
    if (clause.article == kTail) return out + "tail";
    if (clause.article == kNotice) return out + "notice";
    out += std::to_string(clause.article);
    if (clause.para) out += "." + std::to_string(clause.para);
    if (clause.para && clause.item) out += "." + std::to_string(clause.item);
    return out;
}

}  // namespace signroute
