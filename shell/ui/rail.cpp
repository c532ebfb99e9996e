// The rooms of the application, one above the other.
#include "shell/ui/choices.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

bool rail_item(const RailItem& item, const ImRect& r, bool on) {
    const ItemId id = id_of(item.label);
    const Press p = press(id, r);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    const ImRect inner(r.Min.x + px(6), r.Min.y + px(2), r.Max.x - px(6), r.Max.y - px(2));
    if (on || p.hovered) list->AddRectFilled(inner.Min, inner.Max, on ? c.chosen : c.hover, px(radius));
    draw_centred(list, r, item.label, {em::body, on ? Weight::bold : Weight::regular, on ? c.accent_deep : c.ink});
    if (p.ring) draw_ring(inner, px(radius));
    record(described(id, Role::link, r, item.label, usable | (on ? State::current : 0u)));
    return p.clicked;
}

}  // namespace

bool rail(std::string_view label, std::span<const RailItem> items, int& current, const Box& box) {
    const Area area(label, box,
                    {.role = Role::navigation, .padding_x = 0, .padding_y = 0, .line_right = true, .scrolls = false});
    const float height = px(48);
    float bottom = box.y + box.h - px(8), top = box.y + px(8);
    for (const RailItem& item : items) bottom -= item.at_bottom ? height : 0;
    const int before = current;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const RailItem& item = items[static_cast<std::size_t>(i)];
        float& y = item.at_bottom ? bottom : top;
        if (rail_item(item, {box.x, y, box.x + box.w, y + height}, i == before)) current = i;
        y += height;
    }
    return current != before;
}

}  // namespace signroute::ui
