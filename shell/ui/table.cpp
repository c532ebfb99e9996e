#include "shell/ui/layout.h"
#include "shell/ui/lists.h"
#include "shell/ui/parts.h"
#include "shell/ui/text.h"

namespace signroute::ui {
namespace {
constexpr float pad_x = 12, pad_y = 8;
}

Table::Table(std::string_view label, std::span<const TableColumn> columns)
    : columns_(columns.begin(), columns.end()), outer_row_(kit().row), splitter_(new ImDrawListSplitter) {
    kit().row = nullptr;
    ImGui::PushID(label.data(), label.data() + label.size());
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    work_min_ = w->WorkRect.Min.x;
    work_max_ = w->WorkRect.Max.x;
    const float x0 = w->DC.CursorPos.x, width = ImGui::GetContentRegionAvail().x;
    float shares = 0, fixed = 0;
    for (const TableColumn& c : columns_) c.width > 0 ? fixed += px(c.width) : shares += c.share;
    float x = x0;
    for (const TableColumn& c : columns_) {
        x_.push_back(snap(x));
        x += c.width > 0 ? px(c.width) : ImMax(px(48), (width - fixed) * c.share / shares);
    }
    x_.push_back(snap(x));
    bottom_ = w->DC.CursorPos.y;
    Node n = described(id_of("##table"), Role::table, {}, label);
    n.box = {};
    node_ = kit().recorder.open(std::move(n));
    splitter_->Split(w->DrawList, 2);
    splitter_->SetCurrentChannel(w->DrawList, 1);
    header();
}

void Table::header() {
    bool any = false;
    for (const TableColumn& c : columns_) any |= !c.title.empty();
    if (!any) return;
    top_ = bottom_;
    const int row = kit().recorder.open(described(0, Role::row, {x_.front(), top_, x_.back(), top_ + px(40)}, ""));
    ImDrawList* list = ImGui::GetWindowDrawList();
    splitter_->SetCurrentChannel(list, 0);
    list->AddRectFilled({x_.front(), top_}, {x_.back(), top_ + px(40)}, palette().page);
    splitter_->SetCurrentChannel(list, 1);
    const TextLook look{em::body, Weight::bold, palette().ink};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const TableColumn& c = columns_[i];
        const ImVec2 size = size_of(c.title, look);
        const float x = c.right ? x_[i + 1] - px(pad_x) - size.x : x_[i] + px(pad_x);
        const ImRect r(x, top_ + px(pad_y), x + size.x, top_ + px(pad_y) + size.y);
        draw_text(list, r.Min, c.title, look);
        record_text(r, c.title, em::body, Role::columnheader);
    }
    kit().recorder.close(row);
    bottom_ = top_ + px(40);
    list->AddRectFilled({x_.front(), bottom_ - 1}, {x_.back(), bottom_}, palette().control);
}

bool Table::row(const TableRow& options) {
    end_row();
    options_ = options;
    at_ = 0;
    top_ = bottom_;
    char number[24];
    ImFormatString(number, sizeof number, "row %d", rows_++);
    row_id_ = id_of(options.key.empty() ? std::string_view(number) : options.key);
    Node n = described(row_id_, Role::row, {}, "");
    if (options.selectable) n.states |= usable;
    if (options.selected) n.states |= State::selected;
    row_node_ = kit().recorder.open(std::move(n));
    return options.selectable && std::exchange(kit().state(row_id_), 0) != 0;
}

void Table::begin_cell() {
    end_cell();
    if (at_ >= columns_.size()) return;
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    const float x0 = x_[at_] + px(pad_x), x1 = x_[at_ + 1] - px(pad_x);
    Node n = described(0, Role::cell, {x0, top_, x1, top_ + 1}, "");
    n.id = ImHashData(&at_, sizeof at_, row_id_);
    cell_node_ = kit().recorder.open(std::move(n));
    ImGui::SetCursorScreenPos({x0, top_ + px(pad_y)});
    ImGui::BeginGroup();
    w->WorkRect.Min.x = x0;
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = x1;
    ++at_;
}

void Table::end_cell() {
    if (cell_node_ < 0) return;
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImGui::EndGroup();
    const float bottom = ImMax(ImGui::GetItemRectMax().y, top_ + px(pad_y + 24));
    bottom_ = ImMax(bottom_, bottom + px(pad_y));
    w->WorkRect.Min.x = work_min_;
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = work_max_;
    kit().recorder.at(cell_node_).box.h = bottom - top_;
    kit().recorder.close(cell_node_);
    cell_node_ = -1;
}

void Table::cell(std::string_view words) { cell(words, {}); }

void Table::cell(std::string_view words, const TextOptions& options) {
    begin_cell();
    if (at_ > 0 && columns_[at_ - 1].right) {
        const TextLook look{options.small ? em::small : em::body, options.bold ? Weight::bold : Weight::regular, 0};
        const float left = x_[at_] - px(pad_x) - size_of(words, look).x;
        ImGui::SetCursorScreenPos({ImMax(left, x_[at_ - 1] + px(pad_x)), ImGui::GetCursorScreenPos().y});
    }
    text(words, options);
}

void Table::end_row() {
    end_cell();
    if (row_node_ < 0) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImRect r(x_.front(), top_, x_.back(), bottom_);
    kit().recorder.at(row_node_).box = to_box(r);
    kit().recorder.close(row_node_);
    Press p;
    if (options_.selectable) {
        p = press(row_id_, r);
        if (p.clicked) {
            kit().state(row_id_) = 1;
            kit().settle();
        }
    }
    splitter_->SetCurrentChannel(list, 0);
    const Palette& c = palette();
    if (options_.selected) list->AddRectFilled(r.Min, r.Max, c.chosen);
    else if (p.hovered) list->AddRectFilled(r.Min, r.Max, c.hover);
    else if (options_.tone != Tone::neutral) list->AddRectFilled(r.Min, r.Max, look_of(options_.tone).ground);
    list->AddRectFilled({r.Min.x, r.Max.y - 1}, r.Max, c.line);
    if (options_.selected) list->AddRectFilled(r.Min, {r.Min.x + px(3), r.Max.y}, c.accent);
    splitter_->SetCurrentChannel(list, 1);
    if (p.ring) draw_ring({r.Min.x + px(2), r.Min.y + px(2), r.Max.x - px(2), r.Max.y - px(2)}, px(radius_small));
    row_node_ = -1;
}

Table::~Table() {
    end_row();
    splitter_->Merge(ImGui::GetWindowDrawList());
    delete splitter_;
    kit().recorder.close(node_);
    const ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImGui::SetCursorScreenPos({x_.front(), w->DC.CursorStartPos.y});
    ImGui::SetCursorScreenPos({x_.front(), bottom_});
    ImGui::ItemSize(ImVec2(x_.back() - x_.front(), 0));
    ImGui::PopID();
    kit().row = outer_row_;
}

}  // namespace signroute::ui
