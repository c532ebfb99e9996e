#include "shell/ui/layout.h"

#include "shell/ui/parts.h"

namespace signroute::ui {

void gap(float height) {
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    w->DC.CursorPos.y += px(height);
    w->DC.CursorMaxPos.y = ImMax(w->DC.CursorMaxPos.y, w->DC.CursorPos.y - ImGui::GetStyle().ItemSpacing.y);
}
float room() { return room_left() / kit().scale(); }
Box page_box() {
    const ImVec2 s = ImGui::GetIO().DisplaySize;
    return {0, 0, s.x, s.y};
}

void divider() {
    const ImRect r = place({room_left(), 1}, no_text);
    ImGui::GetWindowDrawList()->AddRectFilled(r.Min, r.Max, palette().line);
}

Ids::Ids(std::string_view key) { ImGui::PushID(key.data(), key.data() + key.size()); }
Ids::Ids(int key) { ImGui::PushID(key); }
Ids::~Ids() { ImGui::PopID(); }

Landing::Landing(bool wanted) : from_(wanted ? kit().recorder.nodes().size() : static_cast<std::size_t>(-1)) {}
Landing::~Landing() {
    const auto nodes = kit().recorder.nodes();
    for (const bool link : {false, true}) {  // clauses stand before what there is to do
        for (std::size_t i = from_; i < nodes.size(); ++i) {
            if (!nodes[i].is(tabbable) || (nodes[i].role == Role::link) != link) continue;
            kit().move_focus(nodes[i].id);
            return;
        }
    }
}

Spacing::Spacing(float gap) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ImGui::GetStyle().ItemSpacing.x, px(gap)));
}
Spacing::~Spacing() { ImGui::PopStyleVar(); }

Indent::Indent(float by) : by_(px(by)) { ImGui::Indent(by_); }
Indent::~Indent() { ImGui::Unindent(by_); }

// ---- row -----------------------------------------------------------------------------------------------------

Row::Row(float gap, float line)
    : outer_(kit().row), window_(ImGui::GetCurrentWindow()), gap_(px(gap)), line_(px(line)) {
    left_ = window_->DC.CursorPos.x;
    right_ = window_->WorkRect.Max.x;
    kit().row = this;
}

Row::~Row() { kit().row = outer_; }

float Row::room() const {
    if (pending_right_ >= 0) return right_ - pending_right_;
    const float from = first_ ? window_->DC.CursorPos.x : window_->DC.CursorPosPrevLine.x + gap_;
    return right_ - from;
}

void Row::to_right(float width) { pending_right_ = right_ - px(width); }

// A line is `line_` high, so that text beside a control stands at the height of the control's own.
void Row::before(float item_width) {
    if (ImGui::GetCurrentWindow() != window_) return;
    const float offset = ImMax(0.0f, (line_ - px(24)) / 2);
    if (!first_) {
        const bool fits = window_->DC.CursorPosPrevLine.x + gap_ + item_width <= right_ + 0.5f;
        if (fits) ImGui::SameLine(0, gap_);
        else first_ = true;
    }
    if (first_) {
        window_->DC.CurrLineTextBaseOffset = ImMax(window_->DC.CurrLineTextBaseOffset, offset);
        window_->DC.CurrLineSize.y = ImMax(window_->DC.CurrLineSize.y, line_);
    }
    if (pending_right_ >= 0) {
        window_->DC.CursorPos.x = ImMax(window_->DC.CursorPos.x, pending_right_);
        pending_right_ = -1;
    }
    first_ = false;
}

// ---- columns -------------------------------------------------------------------------------------------------

Columns::Columns(std::vector<float> shares, float gap) : shares_(std::move(shares)), gap_(px(gap)), row_(kit().row) {
    kit().row = nullptr;
    const ImGuiWindow* w = ImGui::GetCurrentWindow();
    x_ = w->DC.CursorPos.x;
    y_ = bottom_ = w->DC.CursorPos.y;  // above the window too, once it is scrolled
    width_ = ImGui::GetContentRegionAvail().x;
    work_min_ = w->WorkRect.Min.x;
    work_max_ = w->WorkRect.Max.x;
    begin();
}

void Columns::begin() {
    float all = 0, before = 0;
    for (float s : shares_) all += s;
    for (std::size_t i = 0; i < at_; ++i) before += shares_[i];
    const float usable_width = width_ - gap_ * static_cast<float>(shares_.size() - 1);
    const float x = x_ + usable_width * before / all + gap_ * static_cast<float>(at_);
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImGui::SetCursorScreenPos({snap(x), y_});
    ImGui::BeginGroup();
    w->WorkRect.Min.x = snap(x);
    w->WorkRect.Max.x = snap(x + usable_width * shares_[at_] / all);
    w->ContentRegionRect.Max.x = w->WorkRect.Max.x;
}

void Columns::end() {
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImGui::EndGroup();
    bottom_ = ImMax(bottom_, ImGui::GetItemRectMax().y);
    w->WorkRect.Min.x = work_min_;
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = work_max_;
}

void Columns::next() {
    end();
    ++at_;
    begin();
}

Columns::~Columns() {
    end();
    ImGui::SetCursorScreenPos({x_, y_});
    kit().row = row_;
    ImGui::ItemSize(ImVec2(width_, bottom_ - y_));
}

// ---- areas ---------------------------------------------------------------------------------------------------

Area::Area(std::string_view name, const Box& box, const AreaOptions& options) : row_(kit().row) {
    ImGui::SetCursorScreenPos({box.x, box.y});
    open(name, {box.w, box.h}, options);
}

Area::Area(std::string_view name, float height, const AreaOptions& options) : row_(kit().row) {
    open(name, {ImGui::GetContentRegionAvail().x, px(height)}, options);
}

void Area::open(std::string_view name, ImVec2 size, const AreaOptions& o) {
    Kit& k = kit();
    k.row = nullptr;
    const ItemId id = id_of(name);
    const Palette& p = palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (o.ground != Ground::none)
        list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, o.ground == Ground::card ? p.card : p.page);
    if (o.line_right) list->AddRectFilled({at.x + size.x - 1, at.y}, {at.x + size.x, at.y + size.y}, p.line);
    if (o.line_bottom) list->AddRectFilled({at.x, at.y + size.y - 1}, {at.x + size.x, at.y + size.y}, p.line);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(o.padding_x), px(o.padding_y)));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove;
    if (!o.scrolls) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    if (o.scrolls_sideways) flags |= ImGuiWindowFlags_HorizontalScrollbar;
    if (const auto to = k.take_scroll(id)) ImGui::SetNextWindowScroll(*to);
    ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding, flags);
    ImGui::PopStyleVar();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(px(8), px(8)));
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    // Rooms begin and end at the same edges however wide the window is, and stay where they are when a scroll bar comes.
    float& right = w->WorkRect.Max.x;
    if (o.role == Role::main && !w->ScrollbarY) right -= ImGui::GetStyle().ScrollbarSize;
    if (o.role == Role::main) right = ImMin(right, px(content_end));
    w->ContentRegionRect.Max.x = right;
    k.recorder.accept(w->ChildId);
    for (ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y}) k.recorder.accept(ImGui::GetWindowScrollbarID(w, axis));
    Node n = described(id, o.role, w->InnerRect, name);
    if (o.scrolls) {
        n.scroll_y = w->Scroll.y;
        n.scroll_x = w->Scroll.x;
        n.content_w = w->InnerRect.GetWidth() + w->ScrollMax.x;
        n.content_h = w->InnerRect.GetHeight() + w->ScrollMax.y;
    }
    node_ = k.recorder.open(std::move(n));
}

Area::~Area() {
    kit().recorder.close(node_);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    kit().row = row_;
}

Frame page_frame(bool with_list) {
    const Box page = page_box();
    const float rail = px(rail_width), bar = px(bar_height), list = with_list ? ImMin(px(list_width), page.w * 0.28f) : 0;  // large text leaves less to it
    return {{0, 0, rail, page.h},
            {rail, 0, page.w - rail, bar},
            {rail, bar, list, page.h - bar},
            {rail + list, bar, page.w - rail - list, page.h - bar}};
}

}  // namespace signroute::ui
