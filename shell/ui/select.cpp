// A choice from a list that opens over the page.
#include "shell/ui/choices.h"
#include "shell/ui/field_frame.h"

namespace signroute::ui {
namespace {

void draw_select(const ImRect& box, std::string_view words, bool chosen, bool open, const Press& p,
                 const FieldOptions& o) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    list->AddRectFilled(box.Min, box.Max, o.disabled ? c.page : p.hovered ? c.hover : c.card, px(radius_small));
    const Colour edge = !o.error.empty() ? c.error : open ? c.accent : c.control;
    list->AddRect(box.Min, box.Max, edge, px(radius_small), 0, open || !o.error.empty() ? px(2) : 1);
    const TextLook look{em::body, Weight::regular, chosen && !o.disabled ? c.ink : c.second};
    draw_text(list, {box.Min.x + px(10), box.Min.y + px(4)},
              shortened(words, box.GetWidth() - px(44), measure_of(look)), look);
    draw_chevron(list, {box.Max.x - px(16), box.GetCenter().y}, px(10), true, c.second);
    if (p.ring) draw_ring(box, px(radius_small));
}

// While the list is closed: what the keys do.
bool opens_by_key(ItemId id) {
    Kit& k = kit();
    return k.focus() == id && (k.take_key(ImGuiKey_DownArrow) || k.take_key(ImGuiKey_UpArrow));
}

bool run_list(ItemId id, std::string_view label, const ImRect& box, Choices choices, int& chosen, bool activated) {
    Kit& k = kit();
    std::vector<Completion> options;
    for (const Choice& c : choices) options.push_back({c.label, c.hint});
    int& active = k.state(id, -1);
    int taken = popup_list(id, label, to_box(box), options, chosen, active);
    if (activated && active >= 0) taken = active;
    if (activated || taken >= 0) k.close_floating(id);
    if (taken < 0 || taken == chosen || choices[static_cast<std::size_t>(taken)].disabled) return false;
    chosen = taken;
    return true;
}

}  // namespace

bool select(std::string_view label, Choices choices, int& chosen, const FieldOptions& o) {
    Kit& k = kit();
    const FieldFrame frame(label, o);
    const ItemId id = id_of(label);
    const ImRect box = place({frame.width(), px(target)}, px(4));
    const Press p = press(id, box, !o.disabled);
    const bool was_open = k.floating(id) != nullptr;
    if ((p.clicked && !was_open) || (!was_open && opens_by_key(id))) {
        k.open_floating(id, to_box(box));
        k.state(id, -1) = chosen < 0 ? 0 : chosen;
    }
    const bool known = chosen >= 0 && chosen < static_cast<int>(choices.size());
    const std::string_view words = known                   ? choices[static_cast<std::size_t>(chosen)].label
                                   : o.placeholder.empty() ? std::string_view("请选择")
                                                           : o.placeholder;
    draw_select(box, words, known, was_open, p, o);
    Node n = described(id, Role::combobox, box, label, usable | State::expandable | (was_open ? State::expanded : 0u));
    if (known) n.value = words;
    describe_field(n, o, frame);
    record(std::move(n));
    return k.floating(id) ? run_list(id, label, box, choices, chosen, was_open && p.clicked) : false;
}

}  // namespace signroute::ui
