#include "shell/ui/choices.h"

#include "shell/ui/field_frame.h"
#include "shell/ui/text.h"

namespace signroute::ui {
namespace {

// Arrow keys within a group of which one item has the keyboard: the index to go to, or -1.
int arrow_target(std::span<const ItemId> ids, bool vertical, bool horizontal) {
    Kit& k = kit();
    const int n = static_cast<int>(ids.size());
    int at = -1;
    for (int i = 0; i < n; ++i)
        if (ids[static_cast<std::size_t>(i)] == k.focus()) at = i;
    if (at < 0 || n == 0) return -1;
    if ((vertical && k.take_key(ImGuiKey_DownArrow)) || (horizontal && k.take_key(ImGuiKey_RightArrow)))
        return (at + 1) % n;
    if ((vertical && k.take_key(ImGuiKey_UpArrow)) || (horizontal && k.take_key(ImGuiKey_LeftArrow)))
        return (at + n - 1) % n;
    if (k.take_key(ImGuiKey_Home)) return 0;
    if (k.take_key(ImGuiKey_End)) return n - 1;
    return -1;
}

unsigned stop_if(bool is) { return State::hit | (is ? State::tabbable : 0u); }

// A mark and words beside it, as wide as the words need.
struct Marked {
    ItemId id;
    ImRect box;
    ImVec2 mark;  // its centre
    Press press;
};

Marked marked_line(std::string_view label, std::string_view hint, bool enabled) {
    Marked m;
    m.id = id_of(label);
    const float mark = px(20), space = px(10);
    const TextLook look{em::body, Weight::regular, enabled ? palette().ink : palette().second};
    const TextLook small{em::small, Weight::regular, palette().second};
    // What does not fit beside what stands there goes to a line of its own before it is broken.
    const Row* row = kit().row;
    const bool beside = !row || mark + space + size_of(label, look).x <= room_left();
    const float width = ImMax(px(80), (beside ? room_left() : row->whole()) - mark - space);
    const std::vector<Line> lines = break_lines(label, width, measure_of(look));
    std::vector<Line> under;
    if (!hint.empty()) under = break_lines(hint, width, measure_of(small));
    float widest = 0;
    for (const Line& l : lines) widest = ImMax(widest, l.width);
    for (const Line& l : under) widest = ImMax(widest, l.width);
    const float h = line_height(look) * static_cast<float>(lines.size());
    const float height = px(8) + h + line_height(small) * static_cast<float>(under.size());
    m.box = place({mark + space + widest, height}, px(4));
    m.mark = {m.box.Min.x + mark / 2, m.box.Min.y + px(4) + line_height(look) / 2};
    m.press = press(m.id, m.box, enabled);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float x = m.box.Min.x + mark + space, y = m.box.Min.y + px(4);
    draw_lines(list, {x, y}, lines, look);
    draw_lines(list, {x, y + h}, under, small);
    if (m.press.ring) draw_ring(m.box, px(radius_small));
    return m;
}

}  // namespace

bool checkbox(std::string_view label, bool& value, const FieldOptions& o) {
    const Marked m = marked_line(label, o.hint, !o.disabled);
    if (m.press.clicked) value = !value;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& p = palette();
    const float s = px(9);
    const ImRect box(m.mark.x - s, m.mark.y - s, m.mark.x + s, m.mark.y + s);
    list->AddRectFilled(box.Min, box.Max, value ? p.accent : m.press.hovered ? p.hover : p.card, px(3));
    list->AddRect(box.Min, box.Max, value ? p.accent : p.control, px(3), 0, px(1.5f));
    if (value) draw_check(list, m.mark, px(18), p.on_accent);
    Node n = described(m.id, Role::checkbox, m.box, label, usable | State::checkable | (value ? State::checked : 0u));
    n.description = o.hint;
    if (o.disabled) n.states |= State::disabled;
    record(std::move(n));
    return m.press.clicked;
}

namespace {

void radio_mark(const Marked& m, bool on) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& p = palette();
    list->AddCircleFilled(m.mark, px(9), m.press.hovered && !on ? p.hover : p.card);
    list->AddCircle(m.mark, px(9), on ? p.accent : p.control, 0, px(on ? 2.0f : 1.5f));
    if (on) list->AddCircleFilled(m.mark, px(5), p.accent);
}

// Choosing by arrow keys, common to radio buttons and segments.
bool choose_by_arrows(std::span<const ItemId> ids, Choices choices, int& chosen) {
    const int to = arrow_target(ids, true, true);
    if (to < 0 || choices[static_cast<std::size_t>(to)].disabled) return false;
    kit().move_focus(ids[static_cast<std::size_t>(to)]);
    const bool changed = chosen != to;
    chosen = to;
    return changed;
}

}  // namespace

bool radio_group(std::string_view label, Choices choices, int& chosen, const FieldOptions& o) {
    const FieldFrame frame(label, o);
    const Ids scope(label);
    Node group = described(id_of("##group"), Role::radiogroup, {}, label);
    describe_field(group, o, frame);
    group.box = {};
    const int node = kit().recorder.open(std::move(group));
    const Spacing tight(0);
    std::vector<ItemId> ids;
    bool changed = false;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const Choice& c = choices[static_cast<std::size_t>(i)];
        const Marked m = marked_line(c.label, c.hint, !c.disabled && !o.disabled);
        if (m.press.clicked && chosen != i) chosen = i, changed = true;
        radio_mark(m, chosen == i);
        ids.push_back(m.id);
        Node n = described(m.id, Role::radio, m.box, c.label,
                           stop_if(chosen < 0 ? i == 0 : chosen == i) | State::checkable |
                               (chosen == i ? State::checked : 0u) | (c.disabled ? State::disabled : 0u));
        n.description = c.hint;
        record(std::move(n));
    }
    changed |= choose_by_arrows(ids, choices, chosen);
    kit().recorder.close(node);
    return changed;
}

namespace {

float segment_width(std::string_view label) {
    return ImMax(px(56), size_of(label, {em::body, Weight::bold, 0}).x + px(24));
}

void draw_segment(const ImRect& r, const Choice& c, bool on, const Press& p, int place_in, int count) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& pal = palette();
    const float round = px(radius_small);
    ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
    if (place_in == 0) corners = ImDrawFlags_RoundCornersLeft;
    if (place_in == count - 1) corners = count == 1 ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersRight;
    list->AddRectFilled(r.Min, r.Max, on ? pal.chosen : p.hovered ? pal.hover : pal.card, round, corners);
    list->AddRect(r.Min, r.Max, on ? pal.accent : pal.control, round, corners, on ? px(2) : 1);
    const Colour ink = c.disabled ? pal.second : on ? pal.accent_deep : pal.ink;
    draw_centred(list, r, c.label, {em::body, on ? Weight::bold : Weight::regular, ink});
}

}  // namespace

bool segmented(std::string_view label, Choices choices, int& chosen, const FieldOptions& o) {
    const int n = static_cast<int>(choices.size());
    float total = 0;
    for (const Choice& c : choices) total += segment_width(c.label);
    const FieldFrame frame(label, o, total);
    const Ids scope(label);
    const ImRect all = place({total, px(target)}, px(4));
    Node group = described(id_of("##group"), Role::radiogroup, all, label);
    describe_field(group, o, frame);
    const int node = kit().recorder.open(std::move(group));
    std::vector<ItemId> ids;
    bool changed = false;
    float x = all.Min.x;
    ImRect ring;
    for (int pass = 0; pass < 2;
         ++pass, x = all.Min.x) {  // the chosen one is drawn last: its edge lies over the others'
        for (int i = 0; i < n; ++i) {
            const Choice& c = choices[static_cast<std::size_t>(i)];
            const float w = segment_width(c.label);
            const ImRect r(x, all.Min.y, x + w + (i + 1 < n ? 1 : 0), all.Max.y);
            x += w;
            if (pass == 1) {
                if (i == chosen) draw_segment(r, c, true, {}, i, n);
                continue;
            }
            const ItemId id = id_of(c.label);
            const Press p = press(id, r, !c.disabled && !o.disabled);
            if (p.clicked && chosen != i) chosen = i, changed = true;
            draw_segment(r, c, false, p, i, n);
            if (p.ring) ring = r;
            ids.push_back(id);
            record(described(id, Role::radio, r, c.label,
                             stop_if(chosen < 0 ? i == 0 : chosen == i) | State::checkable |
                                 (chosen == i ? State::checked : 0u) | (c.disabled ? State::disabled : 0u)));
        }
    }
    if (ring.GetWidth() > 0) draw_ring(ring, px(radius_small));
    changed |= choose_by_arrows(ids, choices, chosen);
    kit().recorder.close(node);
    return changed;
}

bool tabs(std::string_view label, std::span<const Tab> items, int& current) {
    const Ids scope(label);
    const Palette& p = palette();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float height = px(40), space = px(24);
    const ImRect all = place({room_left(), height}, no_text);
    list->AddRectFilled({all.Min.x, all.Max.y - 1}, all.Max, p.line);
    const int node = kit().recorder.open(described(id_of("##tabs"), Role::tablist, all, label));
    std::vector<ItemId> ids;
    const int before = current;
    float x = all.Min.x;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const Tab& t = items[static_cast<std::size_t>(i)];
        const std::string words = std::string(t.label) + (t.count >= 0 ? " " + std::to_string(t.count) : "");
        const float w = size_of(words, {em::body, Weight::bold, 0}).x;
        const ImRect r(x, all.Min.y, x + w, all.Max.y);
        x += w + space;
        const ItemId id = id_of(t.label);
        const Press press_ = press(id, r);
        if (press_.clicked) current = i;
        const bool on = current == i;
        const Colour ink = on || press_.hovered ? p.accent : t.tone == Tone::neutral ? p.ink : look_of(t.tone).text;
        draw_text(list, {snap(r.Min.x), snap(r.GetCenter().y - px(12))}, words,
                  {em::body, on ? Weight::bold : Weight::regular, ink});
        if (on) list->AddRectFilled({r.Min.x, r.Max.y - px(3)}, r.Max, p.accent);
        if (press_.ring) draw_ring(r, px(radius_small));
        ids.push_back(id);
        record(described(id, Role::tab, r, words, stop_if(on) | (on ? State::selected : 0u)));
    }
    if (const int to = arrow_target(ids, false, true); to >= 0) {
        current = to;
        kit().move_focus(ids[static_cast<std::size_t>(to)]);
    }
    kit().recorder.close(node);
    return current != before;
}

}  // namespace signroute::ui
