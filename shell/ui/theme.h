// Colours, sizes and faces. Everything that is drawn takes them from here.
#pragma once

#include <cstdint>

#include "imgui.h"

namespace signroute::ui {

using Colour = ImU32;
constexpr Colour rgb(unsigned v, unsigned alpha = 255) { return IM_COL32(v >> 16 & 255, v >> 8 & 255, v & 255, alpha); }

struct Palette {
    Colour ink, second;                // text, and text of less weight
    Colour line, control;              // a line that only divides; the edge of something to use (3 : 1)
    Colour page, card, hover, chosen;  // grounds
    Colour accent, accent_deep, on_accent;
    Colour good, good_ground, warning, warning_ground, error, error_ground, judgement, judgement_ground;
    Colour scrim;
};
const Palette& palette();

// What a colour, a symbol and a word say together.
enum class Tone : unsigned char { neutral, accent, good, warning, error, judgement };
struct ToneLook {
    Colour text, ground;
    const char* symbol;  // ○ i ✓ ! ✕ ?
};
ToneLook look_of(Tone tone);

enum class Weight : unsigned char { regular, bold };

namespace em {
inline constexpr float body = 16, small = 14, heading = 20, title = 26;
}

// Design pixels: at the normal text size 1, times the reader's setting otherwise.
inline constexpr float rail_width = 72, list_width = 280, content_end = 1776, bar_height = 48, target = 32, radius = 6, radius_small = 4;

void apply_style(float scale);

}  // namespace signroute::ui
