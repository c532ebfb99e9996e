#include "shell/ui/reorder.h"

#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

void draw_grip(const ImRect& r, Colour colour) {
    for (int i = 0; i < 6; ++i) {
        const ImVec2 at{r.Min.x + px(6) + px(6) * static_cast<float>(i % 2), r.GetCenter().y + px(6) * static_cast<float>(i / 2 - 1)};
        ImGui::GetWindowDrawList()->AddCircleFilled(at, px(1.6f), colour);
    }
}

}  // namespace

Reorder::Reorder(std::string_view label) : id_(id_of(label)) {}

void Reorder::handle(std::string_view words, std::string_view name) {
    Kit& k = kit();
    const int row = static_cast<int>(tops_.size());
    const ImRect r = place({px(handle_width), px(target)}, px(4));
    const ItemId id = id_of(name);
    int& dragged = k.state(id_);
    if (int& landed = k.state(id_ + 1); landed == row + 1) landed = 0, k.move_focus(id);
    const Press p = press(id, r);
    if (p.held && ImGui::IsMouseDragging(0, 4)) dragged = row + 1;
    if (p.hovered || dragged == row + 1) {
        ImGui::GetWindowDrawList()->AddRectFilled(r.Min, r.Max, palette().hover, px(radius_small));
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
    }
    draw_grip(r, palette().second);
    draw_text(ImGui::GetWindowDrawList(), {r.Min.x + px(20), r.Min.y + px(4)}, words, {em::body, Weight::regular, palette().second});
    if (p.ring) draw_ring(r, px(radius_small));
    Node n = described(id, Role::button, r, name, usable);
    n.description = "按住上下拖动，或者按上、下方向键";
    record(std::move(n));
    if (k.focus() == id && k.take_key(ImGuiKey_UpArrow)) by_key_ = Move{row, row - 1};
    if (k.focus() == id && k.take_key(ImGuiKey_DownArrow)) by_key_ = Move{row, row + 1};
    tops_.push_back(r.Min.y);
    left_ = r.Min.x, bottom_ = r.Max.y;
}

std::optional<Reorder::Move> Reorder::finish() {
    Kit& k = kit();
    const int n = static_cast<int>(tops_.size());
    int& dragged = k.state(id_);
    std::optional<Move> out;
    if (by_key_ && by_key_->to >= 0 && by_key_->to < n) out = by_key_;
    if (dragged > n || (dragged && k.take_key(ImGuiKey_Escape))) dragged = 0;
    if (dragged) {
        int slot = 0;
        while (slot < n && ImGui::GetIO().MousePos.y > tops_[static_cast<std::size_t>(slot)] + px(target / 2)) ++slot;
        const float y = snap(slot < n ? tops_[static_cast<std::size_t>(slot)] - px(4) : bottom_ + px(4));
        ImGui::GetWindowDrawList()->AddLine({left_, y}, {left_ + room_left(), y}, palette().accent, px(3));
        const int from = dragged - 1, to = slot > from ? slot - 1 : slot;
        if (!ImGui::IsMouseDown(0)) {
            dragged = 0;
            if (to != from) out = Move{from, to};
        }
    }
    if (out) k.state(id_ + 1) = out->to + 1, k.settle();
    return out;
}

}  // namespace signroute::ui
