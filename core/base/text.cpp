#include "core/base/text.h"

namespace signroute {

namespace {

// Length of the well-formed sequence at `at`, 0 if ill-formed; its code point in `out`.
int decode(std::string_view t, std::size_t at, char32_t& out) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(t[at + i]); };
    const auto tail = [&](std::size_t i) { return at + i < t.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned char b = byte(0);
    if (b < 0x80) return out = b, 1;
    if (b >= 0xC2 && b < 0xE0 && tail(1)) return out = (b & 0x1Fu) << 6 | (byte(1) & 0x3Fu), 2;
    if (b >= 0xE0 && b < 0xF0 && tail(1) && tail(2)) {
        out = (b & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
        return out < 0x800 || (out >= 0xD800 && out < 0xE000) ? 0 : 3;
    }
    if (b >= 0xF0 && b < 0xF5 && tail(1) && tail(2) && tail(3)) {
        out = (b & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
        return out < 0x10000 || out > 0x10FFFF ? 0 : 4;
    }
    return 0;
}

constexpr std::string_view kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

bool is_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0x3000 || c == 0xA0 || c == 0xFEFF; }

}  // namespace

bool is_utf8(std::string_view bytes) {
    char32_t c;
    for (std::size_t at = 0; at < bytes.size();) {
        const int n = decode(bytes, at, c);
        if (!n) return false;
        at += n;
    }
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    char32_t c = 0;
    const int n = decode(text, at, c);
    at += n ? n : 1;
    return n ? c : 0xFFFD;
}

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
        out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
    } else {
        out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
                static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
}

std::size_t length(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); ++n) next_code_point(text, at);
    return n;
}

std::string trim(std::string_view text) {
    std::size_t begin = text.size(), end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_space(next_code_point(text, at))) continue;
        if (begin > start) begin = start;
        end = at;
    }
    return begin >= end ? std::string() : std::string(text.substr(begin, end - begin));
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool starts_at(std::string_view text, std::size_t at, std::string_view word) { return at <= text.size() && text.compare(at, word.size(), word) == 0; }

std::string chinese_number(int n) {
    if (n <= 0 || n > 9999) return std::to_string(n);
    static constexpr std::string_view units[] = {"千", "百", "十", ""};
    std::string out;
    bool gap = false;
    for (int i = 0, scale = 1000; i < 4; ++i, scale /= 10) {
        const int digit = n / scale % 10;
        if (!digit) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += "零";
        gap = false;
        if (!(scale == 10 && digit == 1 && out.empty())) out += kDigits[digit];
        out += units[i];
    }
    return out;
}

std::optional<int> parse_chinese_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    int total = 0, digit = -1, last_unit = 10000;
    for (const char32_t c : code_points(text)) {
        const int unit = c == U'千' ? 1000 : c == U'百' ? 100 : c == U'十' ? 10 : c == U'廿' ? 20 : 0;
        if (unit) {
            const int scale = unit == 20 ? 10 : unit;
            if (scale >= last_unit || (digit == 0) || (unit == 20 && digit >= 0)) return std::nullopt;
            total += unit == 20 ? 20 : (digit < 0 ? 1 : digit) * unit;
            last_unit = scale;
            digit = -1;
            continue;
        }
        int value = c == U'〇' ? 0 : c == U'两' ? 2 : -1;
        for (int i = 0; i < 10 && value < 0; ++i) {
            std::size_t at = 0;
            if (next_code_point(kDigits[i], at) == c) value = i;
        }
        if (value < 0 || digit > 0) return std::nullopt;
        digit = value;
    }
    if (digit > 0) total += digit;
    if (digit == 0 && last_unit == 10000) return total == 0 && text.size() == 3 ? std::optional(0) : std::nullopt;
    return total;
}

}  // namespace signroute
