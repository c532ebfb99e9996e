#include "web/glyphs_web.h"

#include <emscripten.h>

// clang-format off
EM_JS(int, sr_js_face, (int weight), { return Module["glyphs"].addFace(weight); });
EM_JS(float, sr_js_advance, (int face, int c, float em), { return Module["glyphs"].advance(face, c, em); });
EM_JS(void, sr_js_draw, (int face, int c, float em, void* out), {
    var g = Module["glyphs"].draw(face, c, em), i = out >> 2;
    HEAPF32[i] = g.advance;
    HEAP32[i + 1] = g.left; HEAP32[i + 2] = g.top; HEAP32[i + 3] = g.width; HEAP32[i + 4] = g.height;
    HEAP32[i + 5] = g.coloured;
});
EM_JS(void, sr_js_pixels, (void* out), { Module["glyphs"].pixels(HEAPU8, out); });
// clang-format on

namespace signroute {

static_assert(sizeof(GlyphBox) == 24, "sr_js_draw writes six words");

int WebGlyphs::add_face(int weight) { return sr_js_face(weight); }
float WebGlyphs::advance(int face, char32_t c, float em) { return sr_js_advance(face, static_cast<int>(c), em); }
GlyphBox WebGlyphs::draw(int face, char32_t c, float em) {
    GlyphBox box;
    sr_js_draw(face, static_cast<int>(c), em, &box);
    return box;
}
void WebGlyphs::pixels(unsigned char* out) { sr_js_pixels(out); }

}  // namespace signroute
