#include "core/statute/marker.h"

#include <string>

#include "core/base/text.h"

namespace signroute {

namespace {

// Reads folded characters of a stretch, white space skipped.
class Cursor {
  public:
    Cursor(std::string_view text, Span where) : text_(text), at_(where.begin), end_(where.end) { skip(); }

    char32_t peek() const { return c_; }
    std::size_t at() const { return at_; }          // where the character to come begins
    std::size_t passed() const { return passed_; }  // where the last one taken ended
    void take() {
        at_ = passed_ = next_;
        skip();
    }
    bool take(char32_t c) {
        if (c_ != c || c == 0) return false;
        take();
        return true;
    }

  private:
    void skip() {
        c_ = 0;
        while (at_ < end_) {
            next_ = at_;
            const char32_t c = fold_char(next_code_point(text_, next_));
            if (c != 0 && c != ' ') {
                c_ = c;
                return;
            }
            at_ = next_;
        }
    }

    std::string_view text_;
    std::size_t at_, end_, next_ = 0, passed_ = 0;
    char32_t c_ = 0;
};

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_numeral(char32_t c) {
    return c != 0 && std::u32string_view(U"〇零一二三四五六七八九十百千").find(c) != std::u32string_view::npos;
}

struct MarkerNumber {
    int value = 0;  // 0: none
    bool arabic = false;
};

MarkerNumber take_number(Cursor& in) {
    MarkerNumber out{0, is_digit(in.peek())};
    if (out.arabic) {
        for (int n = 0; is_digit(in.peek()); in.take())
            out.value = ++n > 4 ? 0 : out.value * 10 + static_cast<int>(in.peek() - '0');
        return out;
    }
    std::string numeral;
    for (; is_numeral(in.peek()) && numeral.size() < 30; in.take()) append_utf8(numeral, in.peek());
    out.value = parse_chinese_number(numeral).value_or(0);
    return out;
}

Mark counted(Cursor& in) {  // after 第N
    if (in.take(U'章')) return Mark::chapter;
    if (in.take(U'节')) return Mark::section;
    return in.take(U'条') ? Mark::numbered : Mark::none;
}

Mark plain(Cursor& in, bool arabic) {  // after N
    if (!arabic) return in.take(U'、') ? Mark::listed : Mark::none;
    if (in.take(U'、') || in.take(')')) return Mark::item_digit;
    return in.take('.') && !is_digit(in.peek()) ? Mark::item_digit : Mark::none;
}

Marker read(Cursor in) {
    Marker out;
    out.span.begin = in.at();
    const bool counts = in.take(U'第');
    const bool paren = !counts && in.take('(');
    const MarkerNumber number = take_number(in);
    if (number.value <= 0) return {};
    out.number = number.value;
    if (counts) {
        out.mark = counted(in);
    } else if (paren) {
        if (in.take(')')) out.mark = number.arabic ? Mark::item_paren : Mark::item;
        if (out.mark != Mark::none) in.take(U'、');
    } else {
        out.mark = plain(in, number.arabic);
    }
    if (out.mark == Mark::none) return {};
    out.span.end = in.passed();
    out.body = in.at();
    return out;
}

}  // namespace

bool is_item(Mark mark) { return mark == Mark::item || mark == Mark::item_paren || mark == Mark::item_digit; }

Marker marker_at(std::string_view text, Span where) {
    Cursor in(text, where);
    if (in.peek() != '-' && in.peek() != 0xB7 && in.peek() != '*') return read(in);
    in.take();
    const Marker after_bullet = read(in);
    return is_item(after_bullet.mark) ? after_bullet : Marker{};
}

}  // namespace signroute
