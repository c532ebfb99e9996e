#include "shell/ui/field_frame.h"

#include "misc/cpp/imgui_stdlib.h"
#include "shell/ui/text.h"

namespace signroute::ui {

FieldFrame::FieldFrame(std::string_view label, const FieldOptions& o, float control_width)
    : options_(o), row_(kit().row) {
    const float wanted = control_width > 0 ? control_width : o.width > 0 ? px(o.width) : px(480);
    group_ = !o.hide_label || !o.hint.empty() || !o.error.empty();
    if (row_) row_->before(wanted);
    width_ = ImMin(wanted, ImMax(px(80), ImGui::GetContentRegionAvail().x));
    kit().row = nullptr;
    if (!group_) return;
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, px(4)));
    if (!o.hide_label) {
        const TextLook look{};
        const std::string words = std::string(label) + (o.required ? "（必填）" : "");
        const ImRect box = place({size_of(words, look).x, line_height(look)});
        draw_text(ImGui::GetWindowDrawList(), box.Min, words, look);
    }
    if (!o.hint.empty()) note(o.hint);
}

FieldFrame::~FieldFrame() {
    if (group_) {
        if (!options_.error.empty())
            text(std::string("✕ ") + std::string(options_.error), {.small = true, .tone = Tone::error});
        ImGui::PopStyleVar();
        ImGui::EndGroup();
        if (!row_ && !options_.hide_label) gap(8);
    }
    kit().row = row_;
}

std::string FieldFrame::description() const {
    std::string d(options_.hint);
    if (!options_.error.empty()) d += (d.empty() ? "" : "。") + std::string("错误：") + std::string(options_.error);
    return d;
}

void describe_field(Node& node, const FieldOptions& o, const FieldFrame& frame) {
    node.description = frame.description();
    if (!o.error.empty()) node.states |= State::invalid;
    if (o.required) node.states |= State::required;
    if (o.disabled) node.states |= State::disabled;
}

namespace {

void draw_field_ground(const ImRect& box, bool active, const FieldOptions& o) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& p = palette();
    list->AddRectFilled(box.Min, box.Max, o.disabled ? p.page : p.card, px(radius_small));
    const Colour edge = !o.error.empty() ? p.error : active ? p.accent : p.control;
    list->AddRect(box.Min, box.Max, edge, px(radius_small), 0, active || !o.error.empty() ? px(2) : 1);
}

void take_outside_value(ItemId id, std::string& value, bool one_line, Editor& e) {
    std::optional<std::string> given = kit().take_value(id);
    if (!given) return;
    if (one_line)
        for (char& c : *given)
            if (c == '\n' || c == '\r') c = ' ';
    e.changed = *given != value;
    value = std::move(*given);
    ImGuiInputTextState& state = GImGui->InputTextState;
    if (state.ID == id && GImGui->ActiveId == id) state.ReloadUserBufAndMoveToEnd();
}

void begin_editing(ItemId id, const ImRect& box) {
    GImGui->NavNextActivateId = id;
    GImGui->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), box, ImGuiScrollFlags_KeepVisibleEdgeY);
    kit().settle(3);
}

}  // namespace

Editor edit_text(std::string_view label, std::string& value, float width, int rows, const FieldOptions& o,
                 ImGuiInputTextFlags flags, float room_at_right) {
    Kit& k = kit();
    const Ids scope(label);
    Editor e;
    e.id = ImGui::GetID("##text");
    const float height = rows > 0 ? px(24) * static_cast<float>(rows) + px(8) : px(target);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    e.box = {at, {at.x + width, at.y + height}};
    take_outside_value(e.id, value, rows == 0, e);
    if (k.take_activation(e.id) && !o.disabled) begin_editing(e.id, e.box);
    if (k.take_reveal(e.id)) ImGui::ScrollToRect(ImGui::GetCurrentWindow(), e.box, ImGuiScrollFlags_KeepVisibleEdgeY);
    const bool was_active = GImGui->ActiveId == e.id;
    ImGuiInputTextState& edited = GImGui->InputTextState;  // keeps its own copy: a view that took the text is followed
    if (was_active && edited.ID == e.id && std::string_view(edited.TextA.Data, edited.TextLen) != value)
        edited.ReloadUserBufAndMoveToEnd();
    draw_field_ground(e.box, was_active, o);
    if (o.disabled) ImGui::BeginDisabled();
    ImGui::PushStyleColor(ImGuiCol_Text, o.disabled ? palette().second : palette().ink);
    ImGui::SetNextItemWidth(width - room_at_right);
    const std::string hint(o.placeholder);
    e.changed |= rows > 0 ? ImGui::InputTextMultiline("##text", &value, {width, height}, flags)
                          : ImGui::InputTextWithHint("##text", hint.c_str(), &value, flags);
    ImGui::PopStyleColor();
    ImGui::GetCurrentWindow()->DC.CursorPosPrevLine.x += room_at_right;
    if (o.disabled) ImGui::EndDisabled();
    e.active = GImGui->ActiveId == e.id;
    if (e.active && !was_active && GImGui->NavActivateId == e.id) {
        ImGuiInputTextState& state = GImGui->InputTextState;  // ImGui selects all: too easily typed over
        state.ClearSelection();
        state.ReloadUserBufAndMoveToEnd();
    }
    e.ended = was_active && !e.active;
    if (k.shows_ring(e.id) && !e.active) draw_ring(e.box, px(radius_small));
    return e;
}

namespace {

Node text_node(const Editor& e, Role role, std::string_view label, std::string_view value, const FieldOptions& o,
               const FieldFrame& frame) {
    Node n = described(e.id, role, e.box, label, usable | State::editable);
    n.value = value;
    describe_field(n, o, frame);
    return n;
}

}  // namespace

bool text_field(std::string_view label, std::string& value, const FieldOptions& o) {
    const FieldFrame frame(label, o);
    const Editor e = edit_text(label, value, frame.width(), 0, o);
    record(text_node(e, Role::textbox, label, value, o, frame));
    return e.changed;
}

bool text_area(std::string_view label, std::string& value, int rows, const FieldOptions& o) {
    const FieldFrame frame(label, o);
    const Editor e = edit_text(label, value, frame.width(), rows, o);
    Node n = text_node(e, Role::textbox, label, value, o, frame);
    n.states |= State::multiline;
    record(std::move(n));
    return e.changed;
}

int popup_list(ItemId owner, std::string_view label, const Box& anchor, std::span<const Completion> options, int chosen,
               int& active) {
    Kit& k = kit();
    const int n = static_cast<int>(options.size());
    if (k.take_key(ImGuiKey_DownArrow)) active = active < n - 1 ? active + 1 : 0;
    if (k.take_key(ImGuiKey_UpArrow)) active = active > 0 ? active - 1 : n - 1;
    const float page = ImGui::GetIO().DisplaySize.y, row = px(36);
    const float below = page - anchor.y - anchor.h - px(12), above = anchor.y - px(12);
    const float wanted = row * static_cast<float>(n) + px(8);
    const bool down = below >= ImMin(wanted, px(200)) || below >= above;
    const float most = ImMin(px(400), down ? below : above);
    // Of a longer list half a row shows, so that it is seen to go on.
    const float height = wanted <= most ? wanted : ImMax(row, row * (ImFloor((most - px(4)) / row - 0.5f) + 0.5f)) + px(4);
    const Box box{anchor.x, down ? anchor.y + anchor.h + px(4) : anchor.y - height - px(4), anchor.w, height};
    Node node = described(owner + 1, Role::listbox, to_rect(box), label);
    const FloatingWindow window(owner, box, std::move(node), 4);
    const Spacing tight(0);
    int pressed = -1;
    int& shown = k.state(owner + 2, -1);
    for (int i = 0; i < n; ++i) {
        const Ids scope(i);
        const Completion& option = options[static_cast<std::size_t>(i)];
        const ItemId id = id_of("option");
        const ImRect r = place({room_left(), row});
        const Press p = press(id, r);
        if (p.clicked) pressed = i;
        if (p.clicked || p.held) k.note_focus(owner);
        ImDrawList* list = ImGui::GetWindowDrawList();
        if (i == active || p.hovered) list->AddRectFilled(r.Min, r.Max, palette().hover, px(radius_small));
        if (i == active) list->AddRectFilled(r.Min, {r.Min.x + px(3), r.Max.y}, palette().accent);
        if (i == active && shown != i) ImGui::ScrollToRect(ImGui::GetCurrentWindow(), r);
        const TextLook look{em::body, i == chosen ? Weight::bold : Weight::regular, palette().ink};
        const TextLook small{em::small, Weight::regular, palette().second};
        const float detail = size_of(option.detail, small).x, y = r.Min.y + (row - line_height(look)) / 2;
        const std::string words = shortened(option.label, r.GetWidth() - detail - px(40), measure_of(look));
        draw_text(list, {r.Min.x + px(10), y}, words, look);
        draw_text(list, {r.Max.x - detail - px(10), r.Min.y + (row - line_height(small)) / 2}, option.detail, small);
        if (i == chosen && option.detail.empty())
            draw_check(list, {r.Max.x - px(18), r.GetCenter().y}, px(16), palette().accent);
        record(described(id, Role::option, r, option.label, State::hit | (i == chosen ? State::selected : 0u)));
    }
    if (shown != active && active >= 0 && active < n)
        k.emit(effect::Announce{std::string(options[static_cast<std::size_t>(active)].label)});
    shown = active;
    return pressed;
}

}  // namespace signroute::ui
