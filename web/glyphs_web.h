// Glyphs drawn by the browser (js/glyphs.js).
#pragma once

#include "shell/ports.h"

namespace signroute {

class WebGlyphs final : public GlyphSource {
  public:
    int add_face(int weight) override;
    float advance(int face, char32_t code_point, float em_px) override;
    GlyphBox draw(int face, char32_t code_point, float em_px) override;
    void pixels(unsigned char* out) override;
};

}  // namespace signroute
