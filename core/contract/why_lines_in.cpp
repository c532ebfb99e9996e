#include "core/contract/why_lines_in.h"

#include "core/contract/answer_in.h"
#include "core/contract/request.h"

namespace signroute {

Result<ShownWhy> shown_why_in(const Rules& rules, std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    ShownWhy out;
    for (const Json& j : json->at("lines")) {
        WhyLine line{.say = words_in(j, "say")};
        const std::string kind = words_in(j, "kind");
        line.kind = kind == "point" ? WhyLine::Kind::point : kind == "note" ? WhyLine::Kind::note : WhyLine::Kind::text;
        for (const Json& c : j.at("clauses")) line.clauses.push_back(clause_in(c));
        out.lines.push_back(std::move(line));
    }
    const Json& other = json->at("other");
    if (!other.is_object()) return out;
    Errors ignored;
    out.other = words_in(other, "say");
    out.changed = read_facts(rules, JsonIn(other.at("facts"), "", ignored));
    return out;
}

}  // namespace signroute
