#include "shell/ui/glyphs.h"

#include <cmath>
#include <cstring>

#include "imgui_internal.h"

namespace signroute::ui {
namespace {

// Travels in ImFontConfig::FontData, which ImGui copies byte by byte.
struct Face {
    GlyphSource* source;
    int number;
};

Face& face_of(ImFontConfig* config) { return *static_cast<Face*>(config->FontData); }

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }
void destroy_source(ImFontAtlas*, ImFontConfig*) {}
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar c) { return c >= 0x20; }

// ImGui does no shaping: joiners and variation selectors would show as boxes.
bool invisible(ImWchar c) {
    return c < 0x20 || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

float density(const ImFontConfig* config, const ImFontBaked* baked) {
    return config->RasterizerDensity * baked->RasterizerDensity;
}

// A whole number of device pixels keeps the strokes of Han characters on the grid.
float em_pixels(const ImFontConfig* config, const ImFontBaked* baked) {
    return ImMax(1.0f, std::round(baked->Size / line_per_em * density(config, baked)));
}

// The ideographic em box, 0.88 above the baseline and 0.12 below it, stands in the middle of the line.
bool init_baked(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    const float d = density(config, baked), em = em_pixels(config, baked) / d, lead = baked->Size - em;
    baked->Ascent = std::round((lead * 0.5f + em * 0.88f) * d) / d;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool store_pixels(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, const GlyphBox& box, ImFontGlyph* out) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
    const int bytes = box.coloured ? 4 : 1;
    auto& buffer = atlas->Builder->TempBuffer;
    buffer.resize(box.width * box.height * bytes);
    face_of(config).source->pixels(buffer.Data);
    const float d = density(config, baked), baseline = std::round(baked->Ascent * d);
    out->X0 = box.left / d;
    out->Y0 = (baseline + box.top) / d;
    out->X1 = (box.left + box.width) / d;
    out->Y1 = (baseline + box.top + box.height) / d;
    out->Visible = true;
    out->Colored = box.coloured != 0;
    out->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, out, place, buffer.Data,
                                       box.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                       box.width * bytes);
    return true;
}

// With `advance_only` ImGui measures text that it may never draw: no pixels are asked for.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar c, ImFontGlyph* out,
                float* advance_only) {
    if (c < 0x20 && c != '\t') return false;
    const Face& face = face_of(config);
    const float d = density(config, baked), em = em_pixels(config, baked);
    const auto snapped = [&](float advance) { return invisible(c) ? 0.0f : std::round(advance) / d; };
    if (advance_only) {
        *advance_only = snapped(face.source->advance(face.number, c, em));
        return true;
    }
    const GlyphBox box = face.source->draw(face.number, c, em);
    out->Codepoint = c;
    out->AdvanceX = snapped(box.advance);
    if (box.width <= 0 || box.height <= 0 || invisible(c)) return true;
    return store_pixels(atlas, config, baked, box, out);
}

const ImFontLoader& loader() {
    static const ImFontLoader the_loader = [] {
        ImFontLoader l;
        l.Name = "platform glyphs";
        l.FontSrcInit = init_source;
        l.FontSrcDestroy = destroy_source;
        l.FontSrcContainsGlyph = contains_glyph;
        l.FontBakedInit = init_baked;
        l.FontBakedLoadGlyph = load_glyph;
        return l;
    }();
    return the_loader;
}

}  // namespace

ImFont* add_font(ImFontAtlas& atlas, GlyphSource& source, int weight, float em) {
    Face face{&source, source.add_face(weight)};
    ImFontConfig config;
    config.FontData = &face;
    config.FontDataSize = sizeof face;
    config.FontDataOwnedByAtlas = false;  // ImGui takes a copy
    config.SizePixels = em * line_per_em;
    config.PixelSnapH = false;
    return atlas.AddFont(&config);
}

const ImFontLoader* font_loader() { return &loader(); }

}  // namespace signroute::ui

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() { return signroute::ui::font_loader(); }
bool DebugEditFontLoaderFlags(unsigned int*) { return false; }
}  // namespace ImGuiFreeType
