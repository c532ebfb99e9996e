#include "shell/ui/buttons.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"
#include "shell/ui/surfaces.h"

namespace signroute::ui {

// Its height is that of what it held in the frame before.
Dialog::Dialog(std::string_view title, bool& open, float width) : open_(&open) {
    Kit& k = kit();
    id_ = id_of(title);
    int& was_open = k.state(id_);
    if (open && was_open && !k.floating(id_)) open = false;  // Escape
    if (open && !was_open) k.open_floating(id_, {}, true);
    if (!open && was_open) k.close_floating(id_, false);
    const bool opening = open && !was_open;
    if (!open && was_open) k.move_focus(static_cast<ItemId>(k.state(id_ + 2)), false);
    if (opening) k.state(id_ + 2) = static_cast<int>(k.focus());
    was_open = open ? 1 : 0;
    if (!open) return;
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float w = ImMin(px(width), page.x - px(32));
    const float h = ImMin(ImMax(px(120), static_cast<float>(k.state(id_ + 1, 200))), page.y - px(32));
    const Box box{snap((page.x - w) / 2), snap(ImMax(px(16), (page.y - h) * 0.4f)), w, h};
    window_ = new FloatingWindow(id_, box, described(id_, Role::dialog, to_rect(box), title, State::modal), 24, true);
    const TextLook look{em::heading, Weight::bold, palette().ink};
    const Row row;
    const ImRect r = place({size_of(title, look).x, line_height(look)}, text_offset(look));
    draw_text(ImGui::GetWindowDrawList(), r.Min, title, look);
    record_text(r, title, em::heading, Role::heading, 2);
    kit().row->to_right(target);
    if (symbol_button("✕", "关闭")) open = false;
    if (opening) k.move_focus(id_of("关闭"), k.shows_ring(k.focus()));
}

Dialog::~Dialog() {
    if (!window_) return;
    const ImGuiWindow* w = ImGui::GetCurrentWindow();
    const int height = static_cast<int>(w->DC.CursorMaxPos.y - w->DC.CursorStartPos.y + px(48));
    int& kept = kit().state(id_ + 1);
    if (kept != height) kit().settle();
    kept = height;
    delete window_;
}

}  // namespace signroute::ui
