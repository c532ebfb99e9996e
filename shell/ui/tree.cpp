#include "shell/ui/layout.h"
#include "shell/ui/lists.h"
#include "shell/ui/parts.h"

namespace signroute::ui {

Tree::Tree(std::string_view label) {
    ImGui::PushID(label.data(), label.data() + label.size());
    Node n = described(id_of("##tree"), Role::tree, {}, label);
    n.box = {};
    node_ = kit().recorder.open(std::move(n));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(px(8), px(2)));
}

bool Tree::branch(std::string_view label, bool& open) {
    const bool clicked = item(label, {}, &open);
    if (clicked) {
        open = !open;
        kit().settle();
    }
    if (open) ++level_;
    return open;
}

bool Tree::leaf(std::string_view label, const TreeItem& options) { return item(label, options, nullptr); }

namespace {

struct ItemLook {
    float indent, text_x;
    std::vector<Line> words, detail;
    float height;
};

ItemLook measured(std::string_view label, const TreeItem& o, int level, bool branch, float width) {
    ItemLook l;
    l.indent = px(16) * static_cast<float>(level - 1);
    l.text_x = l.indent + px(level == 1 && !branch ? 10 : 26);
    const float room = ImMax(px(60), width - l.text_x - px(o.tone == Tone::neutral && o.sign.empty() ? 8 : 30));
    const TextLook body{em::body, branch || o.selected ? Weight::bold : Weight::regular, 0};
    const TextLook small{em::small, Weight::regular, 0};
    l.words = break_lines(label, room, measure_of(body));
    if (!o.detail.empty()) l.detail = break_lines(o.detail, room, measure_of(small));
    l.height = px(8) + line_height(body) * static_cast<float>(l.words.size()) +
               line_height(small) * static_cast<float>(l.detail.size());
    return l;
}

void draw_item(const ImRect& r, const ItemLook& l, const TreeItem& o, const bool* open, const Press& p) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    if (o.selected || p.hovered) list->AddRectFilled(r.Min, r.Max, o.selected ? c.chosen : c.hover, px(radius_small));
    if (o.selected) list->AddRectFilled(r.Min, {r.Min.x + px(3), r.Max.y}, c.accent, px(2));
    const TextLook body{em::body, open || o.selected ? Weight::bold : Weight::regular,
                        o.selected ? c.accent_deep : c.ink};
    float y = r.Min.y + px(4);
    y += draw_lines(list, {r.Min.x + l.text_x, y}, l.words, body);
    draw_lines(list, {r.Min.x + l.text_x, y}, l.detail, {em::small, Weight::regular, c.second});
    if (open) draw_chevron(list, {r.Min.x + l.indent + px(12), r.Min.y + px(16)}, px(9), *open, c.second);
    if (o.tone != Tone::neutral || !o.sign.empty()) {
        const ToneLook t = look_of(o.tone);
        draw_centred(list, {r.Max.x - px(28), r.Min.y, r.Max.x - px(4), r.Min.y + px(32)}, o.sign.empty() ? t.symbol : o.sign,
                     {em::body, Weight::bold, t.text});
    }
    if (p.ring) draw_ring({r.Min.x + px(2), r.Min.y + px(2), r.Max.x - px(2), r.Max.y - px(2)}, px(radius_small));
}

}  // namespace

bool Tree::item(std::string_view label, const TreeItem& o, const bool* open) {
    const ItemId id = id_of(o.key.empty() ? label : o.key);
    const float width = room_left();
    const ItemLook look = measured(label, o, level_, open != nullptr, width);
    const ImRect r = place({width, look.height}, no_text);
    const Press p = press(id, r);
    draw_item(r, look, o, open, p);
    Node n = described(id, Role::treeitem, r, label, State::hit | (o.selected ? State::selected : 0u));
    if (open) n.states |= State::expandable | (*open ? State::expanded : 0u);
    n.level = level_;
    n.description = o.detail;
    if (!o.tone_word.empty()) n.description += (o.detail.empty() ? "" : "。") + std::string(o.tone_word);
    if (o.selected) {
        selected_ = static_cast<int>(stops_.size());
        int& shown = kit().state(kit().recorder.at(node_).id);
        if (shown != static_cast<int>(id)) ImGui::ScrollToRect(ImGui::GetCurrentWindow(), r, ImGuiScrollFlags_KeepVisibleCenterY);
        shown = static_cast<int>(id);
    }
    stops_.push_back({id, record(std::move(n)), level_, open != nullptr, open && *open});
    return p.clicked;
}

void Tree::move(int to) {
    if (to >= 0 && to < static_cast<int>(stops_.size())) kit().move_focus(stops_[static_cast<std::size_t>(to)].id);
}

void Tree::keys() {
    Kit& k = kit();
    const int n = static_cast<int>(stops_.size());
    int at = -1;
    for (int i = 0; i < n; ++i)
        if (stops_[static_cast<std::size_t>(i)].id == k.focus()) at = i;
    const int stop = at >= 0 ? at : selected_ >= 0 ? selected_ : 0;
    if (n > 0) k.recorder.at(stops_[static_cast<std::size_t>(stop)].node).states |= State::tabbable;
    if (at < 0) return;
    const Stop& here = stops_[static_cast<std::size_t>(at)];
    if (k.take_key(ImGuiKey_DownArrow)) move(at + 1);
    if (k.take_key(ImGuiKey_UpArrow)) move(at - 1);
    if (k.take_key(ImGuiKey_Home)) move(0);
    if (k.take_key(ImGuiKey_End)) move(n - 1);
    if (k.take_key(ImGuiKey_RightArrow)) {
        if (here.expandable && !here.expanded) k.activate(here.id);
        else if (here.expanded) move(at + 1);
    }
    if (k.take_key(ImGuiKey_LeftArrow)) {
        if (here.expanded) return k.activate(here.id);
        int up = at;
        while (up > 0 && stops_[static_cast<std::size_t>(up)].level >= here.level) --up;
        if (up != at && stops_[static_cast<std::size_t>(up)].level < here.level) move(up);
    }
}

Tree::~Tree() {
    keys();
    ImGui::PopStyleVar();
    kit().recorder.close(node_);
    ImGui::PopID();
}

}  // namespace signroute::ui
