#include "core/statute/number.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"

namespace signroute {

namespace {

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::size_t kMostDigits = 15;

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// 万 and 亿 after a number.
void scale(std::string_view text, Number& number) {
    for (const auto& [word, factor] : {std::pair<std::string_view, long long>{"万", 10000}, {"亿", 100000000}}) {
        if (!starts_at(text, number.end, word) || number.n > 1000000000) continue;
        number.n *= factor;
        number.end += word.size();
        while (number.over > 1 && number.n % 10 == 0) {
            number.over /= 10;
            number.n /= 10;
        }
    }
}

std::optional<Number> arabic_at(std::string_view text, std::size_t at) {
    if (!is_digit(text, at)) return std::nullopt;
    Number out;
    out.arabic = true;
    std::size_t digits = 0;
    const auto take = [&] {
        for (; is_digit(text, at); ++at) out.n = ++digits > kMostDigits ? 0 : out.n * 10 + (text[at] - '0');
    };
    take();
    const auto thousands = [&] {
        return digits <= 12 && starts_at(text, at, ",") && is_digit(text, at + 1) && is_digit(text, at + 2) &&
               is_digit(text, at + 3) && !is_digit(text, at + 4);
    };
    if (digits <= 3) {
        while (thousands()) {
            ++at;
            take();
        }
    }
    if (starts_at(text, at, ".") && is_digit(text, at + 1)) {
        const std::size_t whole = digits;
        ++at;
        take();
        for (std::size_t i = whole; i < std::min(digits, kMostDigits); ++i) out.over *= 10;
    }
    if (digits > kMostDigits) out.n = 0, out.over = 1;
    out.end = at;
    scale(text, out);
    return out;
}

bool is_chinese_numeral(char32_t c) {
    return kDigits.find(c) != std::u32string_view::npos ||
           std::u32string_view(U"零十百千两廿").find(c) != std::u32string_view::npos;
}

// 二〇二二 digit by digit; 三四 as a range.
bool read_by_digit(const std::u32string& run, Number& out) {
    if (run.size() < 2 || run.size() > 9) return false;
    long long value = 0;
    for (const char32_t c : run) {
        const std::size_t digit = c == U'零' ? 0 : c == U'两' ? 2 : kDigits.find(c);
        if (digit == std::u32string_view::npos) return false;
        value = value * 10 + static_cast<long long>(digit);
    }
    out.n = value;
    if (run.size() != 2) return true;
    if (value % 10 != value / 10 + 1) return false;
    out.n = value / 10;
    out.upto = value % 10;
    return true;
}

std::optional<Number> chinese_at(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    std::u32string run;
    Number out;
    for (out.end = at; at < text.size(); out.end = at) {
        const char32_t c = next_code_point(text, at);
        if (!is_chinese_numeral(c)) break;
        run += c;
    }
    if (run.empty()) return std::nullopt;
    const std::optional<int> value =
        run.size() <= 10 ? parse_chinese_number(text.substr(begin, out.end - begin)) : std::nullopt;
    if (value) {
        out.n = *value;
    } else if (!read_by_digit(run, out)) {
        out.n = -1;
    }
    if (out.n > 0 && out.upto == 0) scale(text, out);
    return out;
}

std::optional<Number> single_at(std::string_view text, std::size_t at) {
    const std::optional<Number> arabic = arabic_at(text, at);
    return arabic ? arabic : chinese_at(text, at);
}

}  // namespace

bool is_number_char(char32_t c) { return (c >= '0' && c <= '9') || is_chinese_numeral(c); }

std::optional<Number> number_at(std::string_view text, std::size_t at) {
    std::optional<Number> out = single_at(text, at);
    if (!out || out->n < 0 || out->upto > 0) return out;
    for (const std::string_view joint : {"--", "-", "~", "至", "到"}) {
        if (!starts_at(text, out->end, joint)) continue;
        const std::optional<Number> upper = single_at(text, out->end + joint.size());
        if (!upper || upper->upto > 0 || upper->n <= out->n || upper->over != out->over) return out;
        if (upper->arabic != out->arabic) return out;
        out->upto = upper->n;
        out->end = upper->end;
        return out;
    }
    return out;
}

}  // namespace signroute
