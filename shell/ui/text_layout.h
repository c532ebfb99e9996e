// Breaking Chinese text into lines: between any two Han characters, never inside a Latin word or a figure, no closing
// punctuation at the start of a line and no opening punctuation at its end (避头尾).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signroute::ui {

// Width of one code point, in the unit of the width asked for.
struct Measure {
    float (*advance)(const void* context, char32_t code_point);
    const void* context;
    float operator()(char32_t c) const { return advance(context, c); }
};

struct Line {
    std::string_view text;  // part of the text given; trailing spaces left out
    float width = 0;
};

// A line feed ends a line. Each line has at least one code point of a text that has any, however narrow the width.
std::vector<Line> break_lines(std::string_view text, float width, const Measure& measure);
float width_of(std::string_view text, const Measure& measure);
// The text on one line, its end replaced by … where it is too wide.
std::string shortened(std::string_view text, float width, const Measure& measure);

// Whether a line may end between the two.
bool may_break(char32_t before, char32_t after);

}  // namespace signroute::ui
