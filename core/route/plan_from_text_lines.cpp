#include "core/route/plan_from_text_lines.h"

#include <algorithm>

#include "core/base/text.h"

namespace signroute {

namespace {

using View = std::string_view;

constexpr View kBullets[] = {"•", "·", "●", "○", "*", "-", "—", "√"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the digits at `at`, at most four; -1 if there is none.
int number_at(View text, std::size_t& at) {
    int out = -1;
    for (std::size_t n = 0; n < 4 && at < text.size() && is_digit(text[at]); ++n) out = std::max(out, 0) * 10 + (text[at++] - '0');
    return out;
}

bool pass(View text, std::size_t& at, std::initializer_list<View> any) {
    for (const View one : any) {
        if (!text.substr(at).starts_with(one)) continue;
        at += one.size();
        return true;
    }
    return false;
}

// Passes digits or Chinese numerals; false if there are none.
bool count_at(View text, std::size_t& at) {
    const std::size_t first = at;
    if (number_at(text, at) >= 0) return true;
    while (at + 3 <= text.size() && parse_chinese_number(text.substr(first, at + 3 - first))) at += 3;
    return at > first;
}

// "10-15" behind the words of a step, at the end of the line.
bool ends_as_date(View text, std::size_t from, std::size_t at) {
    if (from == 0 || at - from > 2 || !pass(text, at, {"-", "/", "."})) return false;
    const std::size_t day = at;
    return number_at(text, at) > 0 && at - day <= 2 && (trim(text.substr(at)).empty() || trim(text.substr(at)) == "）" || trim(text.substr(at)) == ")");
}

bool is_circled(View text) { return text.size() > 3 && text[0] == '\xE2' && text[1] == '\x91'; }  // ① … ⑳

}  // namespace

std::string take_date(std::string& text, int year) {
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (!is_digit(text[from]) || (from > 0 && is_digit(text[from - 1]))) continue;
        std::size_t at = from;
        int of = year, month = number_at(text, at);
        if (at == from + 4 && pass(text, at, {"年", "-", "/", "."})) of = month, month = number_at(text, at);
        else if (year == 0 || (!View(text).substr(at).starts_with("月") && !ends_as_date(text, from, at))) continue;
        if (month < 1 || month > 12 || !pass(text, at, {"月", "-", "/", "."})) continue;
        const int day = number_at(text, at);
        if (day < 1 || day > 31) continue;
        pass(text, at, {"日", "号"});
        text.erase(from, at - from);
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(of) + "-" + two(month) + "-" + two(day);
    }
    return "";
}

std::string without_number(View text) {
    for (const View b : kBullets) {
        if (text.starts_with(b)) return without_number(trim(text.substr(b.size())));
    }
    std::size_t at = 0;
    if (is_circled(text)) return trim(text.substr(3));
    const bool named = pass(text, at, {"第", "步骤", "环节"}), bracket = pass(text, at, {"（", "("});
    const std::size_t first = at;
    if (!count_at(text, at)) return std::string(text);
    const bool closed = pass(text, at, {"步骤", "步", "环节", "）", ")", ".", "．", "、", ":", "："}) || named || (!bracket && pass(text, at, {" ", "　"}));  // a blank: the first cell of a row
    if (!closed || (bracket && at == first)) return std::string(text);
    pass(text, at, {"：", ":", "、", "."});
    return trim(text.substr(at));
}

std::string with_lines(View text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = at + 1;
        const bool blank = text[at] == ' ';
        const bool number = blank && count_at(text, end) && pass(text, end, {"、", ".", "．", ")", "）"}) && !(end < text.size() && is_digit(text[end]));  // 10.16 is a day
        if (number || is_circled(text.substr(at))) out += '\n';
        out += text[at] == '\t' ? ' ' : text[at];  // a cell
    }
    return out;
}

}  // namespace signroute
