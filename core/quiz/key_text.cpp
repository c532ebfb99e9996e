#include "core/quiz/key_text.h"

#include <charconv>

namespace signroute::quiz {

namespace {

constexpr std::string_view kReserved = "/;=%+!\"\\ ";

std::string escaped(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (kReserved.find(c) == kReserved.npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        out += pair ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
        if (pair) i += 2;
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> out;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find(at, from);
        out.push_back(text.substr(from, to == text.npos ? text.npos : to - from));
        if (to == text.npos) return out;
        from = to + 1;
    }
}

std::optional<FactValue> value_from(const NamedFact& fact, std::string_view text) {
    switch (fact.type) {
        case FactType::boolean:
            if (text == "true" || text == "false") return FactValue(text == "true");
            return std::nullopt;
        case FactType::integer:
        case FactType::amount_cny: {
            std::int64_t n = 0;
            const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
            if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
            return FactValue(n);
        }
        case FactType::choice:
        case FactType::rank:
        case FactType::date: return FactValue(plain(text));
        case FactType::list: {
            std::vector<std::string> out;
            for (const std::string_view one : split(text, '+')) out.push_back(plain(one));
            return FactValue(out);
        }
    }
    return std::nullopt;
}

Error bad(std::string_view pointer, std::string code, std::string message) { return {std::move(code), std::string(pointer), std::move(message)}; }

// "fact=value" or "!thing=true".
std::optional<Error> read_fact(const Ground& ground, std::string_view text, std::string_view pointer, Key& key) {
    const std::size_t at = text.find('=');
    if (at == text.npos) return bad(pointer, "bad_question", "题号中的情形“" + std::string(text) + "”没有取值。");
    const std::string_view value = text.substr(at + 1);
    if (text[0] == '!') {
        key.done[plain(text.substr(1, at - 1))] = value == "true";
        return std::nullopt;
    }
    const NamedFact* fact = find_named(ground.catalogue->facts, plain(text.substr(0, at)));
    if (!fact) return bad(pointer, "unknown_fact", "没有情形“" + plain(text.substr(0, at)) + "”。");
    const auto read = value_from(*fact, value);
    if (!read) return bad(pointer, "bad_question", "题号中情形“" + fact->title + "”的取值不对。");
    key.facts[fact->id] = *read;
    return std::nullopt;
}

}  // namespace

std::string value_to_text(const FactValue& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
    if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
    if (const auto* text = std::get_if<std::string>(&value)) return escaped(*text);
    std::string out;
    for (const std::string& one : std::get<std::vector<std::string>>(value)) out += (out.empty() ? "" : "+") + escaped(one);
    return out;
}

std::string id_of(const Ground& ground, const Key& key, const std::vector<Clause>& clauses) {
    std::string packs, facts;
    for (const std::string& p : key.packs) packs += (packs.empty() ? "" : "+") + escaped(p);
    for (const auto& [fact, value] : key.facts) facts += (facts.empty() ? "" : ";") + escaped(fact) + "=" + value_to_text(value);
    for (const auto& [thing, done] : key.done) facts += (facts.empty() ? "!" : ";!") + escaped(thing) + "=" + (done ? "true" : "false");
    const Pack* pack = key.packs.empty() ? nullptr : pack_of(ground, key.packs.front());
    const std::string first = pack && !pack->documents.empty() ? pack->documents.front().id : "";
    Clause place = clauses.empty() ? Clause() : clauses.front();
    place.sentence = 0;
    return std::string(name(key.kind)) + "/" + packs + "/" + escaped(key.matter) + "/" + facts + "/" + escaped(key.element) + "/" + escaped(key.variant) + "/" +
           (clauses.empty() ? "" : escaped(clause_code(place, first)));
}

Result<Key> key_from_text(const Ground& ground, std::string_view id, std::string_view pointer) {
    const auto parts = split(id, '/');
    if (parts.size() != 7) return bad(pointer, "bad_question", "题号“" + std::string(id) + "”不完整。");
    Key key;
    const auto kind = kind_from_text(parts[0]);
    if (!kind) return bad(pointer, "unknown_kind", "没有题型“" + std::string(parts[0]) + "”。");
    key.kind = *kind;
    for (const std::string_view p : split(parts[1], '+')) {
        key.packs.push_back(plain(p));
        if (!pack_of(ground, key.packs.back())) return bad(pointer, "unknown_pack", "没有规则包“" + key.packs.back() + "”。");
    }
    key.matter = plain(parts[2]);
    if (!parts[3].empty()) {
        for (const std::string_view one : split(parts[3], ';')) {
            if (const auto error = read_fact(ground, one, pointer, key)) return *error;
        }
    }
    key.element = plain(parts[4]);
    key.variant = plain(parts[5]);
    return key;
}

}  // namespace signroute::quiz
