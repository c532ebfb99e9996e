#include "shell/ui/text_layout.h"

#include "core/base/text.h"

namespace signroute::ui {
namespace {

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
bool never_first(char32_t c) { return one_of(c, U"，。、；：！？）》〉」』】〕〗”’…—～·‧％℃!),.:;?]}%°々〻ー"); }
bool never_last(char32_t c) { return one_of(c, U"（《〈「『【〔〖“‘([{￥$＄#"); }
// What stays together: Latin letters, digits, and what joins them.
bool word(char32_t c) { return c > 0x20 && c < 0x2E80 && !(c >= 0x2000 && c < 0x2070) && !(c >= 0x2190 && c < 0x2800); }

struct Breaker {
    const Measure& measure;
    std::vector<Line> lines;

    void emit(std::string_view text) {
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        lines.push_back({text, width_of(text, measure)});
    }
    void paragraph(std::string_view text, float width) {
        std::size_t line = 0, chance = 0;  // start of the line; where it could end, if after its start
        float used = 0, used_at_chance = 0;
        char32_t before = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t here = at;
            const char32_t c = next_code_point(text, at);
            if (here > line && may_break(before, c)) chance = here, used_at_chance = used;
            const float w = measure(c);
            if (used + w > width + 0.01f && here > line && c != ' ') {
                if (chance <= line) chance = here, used_at_chance = used;
                emit(text.substr(line, chance - line));
                line = chance;
                used -= used_at_chance;
            }
            used += w;
            before = c;
        }
        emit(text.substr(line));
    }
};

}  // namespace

bool may_break(char32_t before, char32_t after) {
    if (after == ' ' || never_first(after) || never_last(before)) return false;
    if (before == ' ') return true;
    return !(word(before) && word(after));
}

float width_of(std::string_view text, const Measure& measure) {
    float w = 0;
    for (std::size_t at = 0; at < text.size();) w += measure(next_code_point(text, at));
    return w;
}

std::vector<Line> break_lines(std::string_view text, float width, const Measure& measure) {
    Breaker breaker{measure, {}};
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find('\n', from);
        breaker.paragraph(text.substr(from, to == text.npos ? to : to - from), width);
        if (to == text.npos) break;
        from = to + 1;
    }
    return std::move(breaker.lines);
}

std::string shortened(std::string_view text, float width, const Measure& measure) {
    if (width_of(text, measure) <= width + 0.01f) return std::string(text);
    float used = measure(U'…');
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        used += measure(next_code_point(text, at));
        if (used > width) break;
        kept = at;
    }
    return std::string(text.substr(0, kept)) + "…";
}

}  // namespace signroute::ui
