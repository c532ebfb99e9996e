// Fonts whose glyphs the platform draws: in the browser, the visitor's own fonts.
#pragma once

#include "imgui.h"
#include "shell/ports.h"

namespace signroute::ui {

// ImGui's font size is the height of a line. The em is two thirds of it: 16 px text stands on lines of 24 px.
inline constexpr float line_per_em = 1.5f;

// `source` must outlive the atlas.
ImFont* add_font(ImFontAtlas& atlas, GlyphSource& source, int weight, float em);

}  // namespace signroute::ui
