#include "tests/core/case_pattern.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace signroute::test {

using Json = nlohmann::json;

namespace {

using Found = std::vector<Mismatch>;

constexpr std::size_t kShown = 600;  // bytes of an answer in a message

std::string shown(const Json& value) {
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() <= kShown) return text;
    std::size_t end = kShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
    return text.substr(0, end) + "…";
}

std::string below(const std::string& pointer, const std::string& key) {
    std::string out = pointer + "/";
    for (const char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

Found held_against(const Json& pattern, const Json& value, const std::string& pointer);

bool fits(const Json& pattern, const Json& value) { return held_against(pattern, value, "").empty(); }

Found unless(bool good, const Json& pattern, const Json& value, const std::string& pointer) {
    if (good) return {};
    return {{pointer, shown(pattern), shown(value)}};
}

// An element that fits, or else where the nearest one differs: the one with the fewest differences.
Found has(const Json& pattern, const Json& list, const std::string& pointer) {
    Found nearest = {{pointer, shown({{"$has", Json::array({pattern})}}), shown(list)}};
    std::size_t fewest = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Found found = held_against(pattern, list[i], pointer + "/" + std::to_string(i));
        if (found.empty()) return {};
        if (fewest && found.size() >= fewest) continue;
        fewest = found.size();
        nearest.resize(1);
        nearest.insert(nearest.end(), found.begin(), found.end());
    }
    return nearest;
}

Found none(const Json& patterns, const Json& list, const std::string& pointer) {
    Found out;
    for (const Json& pattern : patterns) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (fits(pattern, list[i]))
                out.push_back(
                    {pointer + "/" + std::to_string(i), shown({{"$none", Json::array({pattern})}}), shown(list[i])});
        }
    }
    return out;
}

Found list_operator(const std::string& name, const Json& operand, const Json& value, const std::string& pointer) {
    if (!value.is_array()) return unless(false, {{name, operand}}, value, pointer);
    if (name == "$len") return unless(operand == value.size(), {{name, operand}}, value, pointer);
    if (!operand.is_array()) return {{pointer, name + " 后应为数组", shown(operand)}};
    if (name == "$none") return none(operand, value, pointer);
    Found out;
    for (const Json& pattern : operand) {
        const Found found = has(pattern, value, pointer);
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

Found by_operator(const std::string& name, const Json& operand, const Json& value, const std::string& pointer) {
    const Json whole = {{name, operand}};
    if (name == "$has" || name == "$none" || name == "$len") return list_operator(name, operand, value, pointer);
    if (name == "$any") {
        const bool any = operand.is_array() &&
                         std::any_of(operand.begin(), operand.end(), [&](const Json& p) { return fits(p, value); });
        return unless(any, whole, value, pointer);
    }
    if (name == "$not") return unless(!fits(operand, value), whole, value, pointer);
    if (name == "$present") return unless(operand == !value.is_null(), whole, value, pointer);
    if (name == "$text") {
        const bool in =
            value.is_string() && operand.is_string() &&
            value.get_ref<const std::string&>().find(operand.get_ref<const std::string&>()) != std::string::npos;
        return unless(in, whole, value, pointer);
    }
    return {{pointer, "不认识的符号 " + name, shown(value)}};
}

Found by_key(const Json& pattern, const Json& value, const std::string& pointer) {
    static const Json absent;  // a key that is not there reads as null
    Found out;
    if (pattern.empty() && !value.is_object()) return unless(false, pattern, value, pointer);
    for (const auto& [key, want] : pattern.items()) {
        Found found;
        if (key.rfind('$', 0) == 0) found = by_operator(key, want, value, pointer);
        else if (!value.is_object()) found = unless(false, {{key, want}}, value, pointer);
        else found = held_against(want, value.contains(key) ? value[key] : absent, below(pointer, key));
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

Found held_against(const Json& pattern, const Json& value, const std::string& pointer) {
    if (pattern.is_object()) return by_key(pattern, value, pointer);
    if (!pattern.is_array()) return unless(pattern == value, pattern, value, pointer);
    if (!value.is_array() || value.size() != pattern.size()) return unless(false, pattern, value, pointer);
    Found out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const Found found = held_against(pattern[i], value[i], pointer + "/" + std::to_string(i));
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

}  // namespace

std::vector<Mismatch> mismatches(std::string_view pattern, std::string_view value) {
    const Json want = Json::parse(pattern, nullptr, false), got = Json::parse(value, nullptr, false);
    if (want.is_discarded()) return {{"", "样式不是 JSON", std::string(pattern)}};
    if (got.is_discarded()) return {{"", "答复不是 JSON", std::string(value)}};
    return held_against(want, got, "");
}

}  // namespace signroute::test
