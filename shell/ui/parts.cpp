#include "shell/ui/parts.h"

#include "shell/ui/glyphs.h"
#include "shell/ui/layout.h"

namespace signroute::ui {
namespace {

float advance_of(const void* baked, char32_t c) {
    return const_cast<ImFontBaked*>(static_cast<const ImFontBaked*>(baked))->GetCharAdvance(static_cast<ImWchar>(c));
}

}  // namespace

Measure measure_of(const TextLook& look) {
    return {advance_of, kit().font(look.weight)->GetFontBaked(line_height(look))};
}

ImVec2 size_of(std::string_view text, const TextLook& look) {
    return {width_of(text, measure_of(look)), line_height(look)};
}

void draw_text(ImDrawList* list, ImVec2 at, std::string_view text, const TextLook& look) {
    if (text.empty()) return;
    list->AddText(kit().font(look.weight), line_height(look), at, look.colour, text.data(), text.data() + text.size());
}

void draw_centred(ImDrawList* list, const ImRect& box, std::string_view text, const TextLook& look) {
    const ImVec2 size = size_of(text, look), c = box.GetCenter();
    draw_text(list, {snap(c.x - size.x / 2), snap(c.y - size.y / 2)}, text, look);
}

// A bracket that is as wide as a character has its ink in the right half: at the start of a line the left one is dropped.
static float hang(std::string_view line, const TextLook& look) {
    if (!line.starts_with("“") && !line.starts_with("（") && !line.starts_with("《")) return 0;
    const float w = size_of(line.substr(0, 3), look).x;
    return w < size_of("一", look).x ? 0 : snap(w / 2);
}

float draw_lines(ImDrawList* list, ImVec2 at, const std::vector<Line>& lines, const TextLook& look) {
    const float h = line_height(look), top = list->GetClipRectMin().y, bottom = list->GetClipRectMax().y;
    float y = at.y;
    for (const Line& line : lines) {
        if (y + h >= top && y <= bottom) draw_text(list, {at.x - hang(line.text, look), y}, line.text, look);
        y += h;
    }
    return y - at.y;
}

ImRect place(ImVec2 size, float text_offset) {
    if (Row* r = kit().row) r->before(size.x);
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImVec2 at = w->DC.CursorPos;
    const float base = w->DC.CurrLineTextBaseOffset;
    const float down = text_offset > no_text && kit().row && base > text_offset ? snap(base - text_offset) : 0;
    at.y += down;
    if (text_offset > base) w->DC.CurrLineTextBaseOffset = text_offset;
    ImGui::ItemSize(ImVec2(size.x, size.y + down));
    return {at, {at.x + size.x, at.y + size.y}};
}

float room_left() {
    if (Row* r = kit().row) return r->room();
    return ImGui::GetContentRegionAvail().x;
}

ItemId id_of(std::string_view label) {
    return ImGui::GetCurrentWindow()->GetID(label.data(), label.data() + label.size());
}

Press press(ItemId id, const ImRect& box, bool enabled) {
    Kit& k = kit();
    Press p;
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    if (k.take_reveal(id)) ImGui::ScrollToRect(w, box, ImGuiScrollFlags_KeepVisibleEdgeY);
    if (!enabled) {
        ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_Disabled);
        p.hovered = ImGui::IsMouseHoveringRect(box.Min, box.Max) && ImGui::IsWindowHovered();
        return p;
    }
    const bool shown = ImGui::ItemAdd(box, id);
    if (shown) p.clicked = ImGui::ButtonBehavior(box, id, &p.hovered, &p.held);
    if (p.clicked || p.held) k.note_focus(id);
    if (k.take_activation(id)) p.clicked = true;
    if (p.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    p.ring = k.shows_ring(id);
    return p;
}

void draw_ring(const ImRect& box, float rounding) {
    const float d = px(2);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRect({box.Min.x - d, box.Min.y - d}, {box.Max.x + d, box.Max.y + d}, palette().accent, rounding + d, 0, d);
}

Node described(ItemId id, Role role, const ImRect& box, std::string_view label, unsigned states) {
    Node n;
    n.id = id;
    n.role = role;
    n.states = states;
    n.box = to_box(box);
    n.label = label;
    n.em = em::body * kit().scale();
    return n;
}

int record(Node node) {
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    if (!clip.Overlaps(to_rect(node.box)) && !(node.states & State::floating)) node.states |= clipped;
    if (node.states & disabled) node.states &= ~static_cast<unsigned>(tabbable);
    return kit().recorder.add(std::move(node));
}

void record_text(const ImRect& box, std::string_view text, float em, Role role, int level) {
    Node n = described(0, role, box, text);
    n.em = em * kit().scale();
    n.level = level;
    record(std::move(n));
}

void draw_dashed(ImDrawList* list, ImVec2 a, ImVec2 b, Colour colour, float thickness, float on, float off) {
    const ImVec2 d{b.x - a.x, b.y - a.y};
    const float length = ImSqrt(d.x * d.x + d.y * d.y);
    if (length <= 0) return;
    const ImVec2 u{d.x / length, d.y / length};
    for (float t = 0; t < length; t += on + off) {
        const float e = ImMin(t + on, length);
        list->AddLine({a.x + u.x * t, a.y + u.y * t}, {a.x + u.x * e, a.y + u.y * e}, colour, thickness);
    }
}

void draw_check(ImDrawList* list, ImVec2 c, float size, Colour colour) {
    const ImVec2 points[] = {{c.x - size * 0.32f, c.y + size * 0.02f},
                             {c.x - size * 0.08f, c.y + size * 0.26f},
                             {c.x + size * 0.34f, c.y - size * 0.24f}};
    list->AddPolyline(points, 3, colour, 0, ImMax(1.5f, size * 0.13f));
}

void draw_chevron(ImDrawList* list, ImVec2 c, float size, bool down, Colour colour) {
    const float s = size / 2;
    const ImVec2 d[] = {{c.x - s, c.y - s / 2}, {c.x, c.y + s / 2}, {c.x + s, c.y - s / 2}};
    const ImVec2 r[] = {{c.x - s / 2, c.y - s}, {c.x + s / 2, c.y}, {c.x - s / 2, c.y + s}};
    list->AddPolyline(down ? d : r, 3, colour, 0, px(1.6f));
}

void draw_calendar_sign(ImDrawList* list, ImVec2 c, float size, Colour colour) {
    const float s = size / 2, w = px(1.5f);
    list->AddRect({c.x - s, c.y - s + px(1)}, {c.x + s, c.y + s}, colour, px(2), 0, w);
    list->AddRectFilled({c.x - s, c.y - s + px(1)}, {c.x + s, c.y - s + px(5)}, colour, px(2));
    for (float x : {-0.5f, 0.5f})
        list->AddLine({c.x + x * s, c.y - s - px(2)}, {c.x + x * s, c.y - s + px(2)}, colour, w);
}

}  // namespace signroute::ui
