#include "shell/ui/buttons.h"

#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

std::string_view shown(std::string_view label) { return label.substr(0, label.find("##")); }

struct ButtonColours {
    Colour ground, edge, text;
};

ButtonColours colours_of(const ButtonOptions& o, const Press& p) {
    const Palette& c = palette();
    if (o.disabled) return {o.kind == Kind::quiet ? 0 : c.page, o.kind == Kind::quiet ? 0 : c.line, c.second};
    const bool down = p.held || o.pressed;
    switch (o.kind) {
        case Kind::primary: {
            const Colour ground = p.hovered ? c.accent_deep : c.accent;
            return {ground, ground, c.on_accent};
        }
        case Kind::secondary:
            return {down ? c.chosen : p.hovered ? c.hover : c.card, c.control, o.pressed ? c.accent : c.ink};
        case Kind::quiet:
            return {down ? c.chosen : p.hovered ? c.hover : 0, 0, c.accent};
        case Kind::danger:
            return {p.hovered ? c.error_ground : c.card, c.error, c.error};
    }
    return {c.card, c.line, c.ink};
}

}  // namespace

float button_width(std::string_view label) { return size_of(shown(label), {}).x / kit().scale() + 32; }

bool button(std::string_view label, const ButtonOptions& o) {
    const std::string_view words = shown(label);
    const float pad = o.kind == Kind::quiet ? px(10) : px(16);
    const TextLook look{em::body, o.kind == Kind::primary ? Weight::bold : Weight::regular, palette().ink};
    const float width = o.width > 0 ? px(o.width) : size_of(words, look).x + pad * 2;
    const ItemId id = id_of(label);
    const ImRect box = place({width, px(target)}, px(4));
    const Press p = press(id, box, !o.disabled);
    const ButtonColours c = colours_of(o, p);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float r = px(radius_small);
    if (c.ground) list->AddRectFilled(box.Min, box.Max, c.ground, r);
    if (c.edge) list->AddRect(box.Min, box.Max, c.edge, r);
    draw_centred(list, box, words, {em::body, look.weight, c.text});
    if (p.ring) draw_ring(box, r);
    Node n = described(id, Role::button, box, o.name.empty() ? words : o.name, usable | (o.disabled ? disabled : 0u));
    if (o.pressed) n.states |= checkable | checked;
    n.description = o.tip;
    record(std::move(n));
    if (!o.tip.empty() && (p.hovered || p.ring)) kit().tooltip(id, to_box(box), o.tip);
    return p.clicked;
}

bool symbol_button(std::string_view symbol, std::string_view name, bool off) {
    const ItemId id = id_of(name);
    const ImRect box = place({px(target), px(target)}, px(4));
    const Press p = press(id, box, !off);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (p.hovered && !off) list->AddRectFilled(box.Min, box.Max, palette().hover, px(radius_small));
    draw_centred(list, box, symbol, {em::body, Weight::bold, palette().second});
    if (p.ring) draw_ring(box, px(radius_small));
    record(described(id, Role::button, box, name, usable | (off ? disabled : 0u)));
    if (p.hovered || p.ring) kit().tooltip(id, to_box(box), name);
    return p.clicked;
}

bool link(std::string_view label, const LinkOptions& o) {
    const std::string_view words = shown(label);
    const TextLook look{o.small ? em::small : em::body, Weight::regular, palette().accent};
    const ItemId id = id_of(label);
    const Measure measure = measure_of(look);
    if (kit().row && width_of(words, measure) > kit().row->room()) kit().row->break_line();
    const std::vector<Line> lines = break_lines(words, room_left(), measure);
    const float high = line_height(look);
    ImVec2 size{0, high * static_cast<float>(lines.size())};
    for (const Line& l : lines) size.x = ImMax(size.x, l.width);
    // At least 32 high to the pointer, as high as its lines in the layout.
    const ImRect box = place(size, text_offset(look));
    const float half = ImMax(size.y, px(target)) / 2;
    const ImRect reach(box.Min.x, box.GetCenter().y - half, box.Max.x, box.GetCenter().y + half);
    const Press p = press(id, reach);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colour ink = p.hovered ? palette().accent_deep : look.colour;
    draw_lines(list, box.Min, lines, {look.em, look.weight, ink});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float y = snap(box.Min.y + high * static_cast<float>(i + 1) - px(3));
        list->AddLine({box.Min.x, y}, {box.Min.x + lines[i].width, y}, ink, p.hovered ? px(2) : 1);
    }
    if (p.ring) draw_ring(box, px(radius_small));
    Node n = described(id, Role::link, reach, o.name.empty() ? words : o.name, usable);
    n.em = look.em * kit().scale();
    n.description = o.tip;
    record(std::move(n));
    if (!o.tip.empty() && (p.hovered || p.ring)) kit().tooltip(id, to_box(box), o.tip);
    return p.clicked;
}

}  // namespace signroute::ui
