#include "shell/ui/theme.h"

#include "shell/ui/glyphs.h"

namespace signroute::ui {
namespace {

constexpr Palette light{
    .ink = rgb(0x1F2329),
    .second = rgb(0x5A6069),
    .line = rgb(0xDEE0E3),
    .control = rgb(0x858B95),
    .page = rgb(0xF5F6F8),
    .card = rgb(0xFFFFFF),
    .hover = rgb(0xEEF0F3),
    .chosen = rgb(0xE6EFFC),
    .accent = rgb(0x0B57D0),
    .accent_deep = rgb(0x08429F),
    .on_accent = rgb(0xFFFFFF),
    .good = rgb(0x1B6E3C),
    .good_ground = rgb(0xEAF6EE),
    .warning = rgb(0x7A4F00),
    .warning_ground = rgb(0xFFF6E0),
    .error = rgb(0xB3261E),
    .error_ground = rgb(0xFCEEED),
    .judgement = rgb(0x5B3FA0),
    .judgement_ground = rgb(0xF2EEFB),
    .scrim = rgb(0x1F2329, 110),
};

ImVec4 vec(Colour c) { return ImGui::ColorConvertU32ToFloat4(c); }

}  // namespace

const Palette& palette() { return light; }

ToneLook look_of(Tone tone) {
    const Palette& p = palette();
    switch (tone) {
        case Tone::neutral:
            return {p.second, p.hover, "○"};
        case Tone::accent:
            return {p.accent, p.chosen, "i"};
        case Tone::good:
            return {p.good, p.good_ground, "✓"};
        case Tone::warning:
            return {p.warning, p.warning_ground, "!"};
        case Tone::error:
            return {p.error, p.error_ground, "✕"};
        case Tone::judgement:
            return {p.judgement, p.judgement_ground, "?"};
    }
    return {p.ink, p.card, ""};
}

void apply_style(float scale) {
    const Palette& p = palette();
    ImGuiStyle s;
    s.FontSizeBase = em::body * line_per_em * scale;
    s.WindowPadding = s.FramePadding = s.ItemSpacing = s.ItemInnerSpacing = s.CellPadding = {0, 0};
    s.FramePadding = {10 * scale, 4 * scale};
    s.WindowBorderSize = s.ChildBorderSize = s.PopupBorderSize = s.FrameBorderSize = 0;
    s.WindowMinSize = {1, 1};
    s.ScrollbarSize = 12 * scale;
    s.ScrollbarRounding = 6 * scale;
    s.FrameRounding = radius_small * scale;
    s.DisabledAlpha = 1;
    ImVec4* c = s.Colors;
    for (int i = 0; i < ImGuiCol_COUNT; ++i) c[i] = ImVec4(0, 0, 0, 0);
    c[ImGuiCol_Text] = c[ImGuiCol_InputTextCursor] = vec(p.ink);
    c[ImGuiCol_TextDisabled] = vec(p.second);
    c[ImGuiCol_TextSelectedBg] = vec(rgb(0xB3D1FF));
    c[ImGuiCol_ScrollbarGrab] = vec(rgb(0xB4B9C1));
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(p.control);
    ImGui::GetStyle() = s;
}

}  // namespace signroute::ui
