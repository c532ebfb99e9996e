#include "shell/session/session.h"

namespace signroute {

namespace {

std::string written(const FactValue& value) {
    if (const auto* b = std::get_if<bool>(&value)) return *b ? "yes" : "no";
    if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
    if (const auto* s = std::get_if<std::string>(&value)) return *s;
    std::string out;
    for (const std::string& s : std::get<std::vector<std::string>>(value)) out += (out.empty() ? "" : ",") + s;
    return out;
}

std::optional<std::int64_t> number(const std::string& text) {
    if (text.empty() || text.size() > 15) return std::nullopt;
    std::int64_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return out;
}

std::vector<std::string> listed(const std::string& text) {
    std::vector<std::string> out;
    std::size_t from = 0;
    while (from <= text.size() && !text.empty()) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        if (end > from) out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

// What a link says wrongly is as good as not said.
std::optional<FactValue> read(const NamedFact& fact, const std::string& text) {
    switch (fact.type) {
        case FactType::boolean:
            if (text == "yes") return FactValue(true);
            if (text == "no") return FactValue(false);
            return std::nullopt;
        case FactType::integer:
        case FactType::amount_cny: {
            const auto n = number(text);
            return n ? std::optional<FactValue>(*n) : std::nullopt;
        }
        case FactType::choice:
        case FactType::rank: {
            const Named* option = find_named(fact.options, text);
            return option ? std::optional<FactValue>(option->id) : std::nullopt;
        }
        case FactType::date: return day_from_text(text) ? std::optional<FactValue>(text) : std::nullopt;
        case FactType::list: return FactValue(listed(text));
    }
    return std::nullopt;
}

}  // namespace

std::map<std::string, std::string> query_from_facts(const Facts& facts) {
    std::map<std::string, std::string> out;
    for (const auto& [id, value] : facts) out[id] = written(value);
    return out;
}

Facts facts_from_query(const Catalogue& catalogue, const std::map<std::string, std::string>& query) {
    Facts out;
    for (const auto& [id, text] : query) {
        const NamedFact* fact = find_named(catalogue.facts, id);
        if (!fact) continue;
        if (const auto value = read(*fact, text)) out[fact->id] = *value;
    }
    return out;
}

}  // namespace signroute
