// A field for words to look for, with a list of what they may mean.
#include "shell/ui/field_frame.h"

namespace signroute::ui {
namespace {

void draw_lens(ImVec2 c) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircle({c.x - px(1.5f), c.y - px(1.5f)}, px(5), palette().second, 0, px(1.6f));
    list->AddLine({c.x + px(2.2f), c.y + px(2.2f)}, {c.x + px(6), c.y + px(6)}, palette().second, px(1.8f));
}

}  // namespace

SearchResult search_box(std::string_view label, std::string& value, std::span<const Completion> completions,
                        const FieldOptions& o) {
    Kit& k = kit();
    const FieldFrame frame(label, o);
    SearchResult out;
    const Editor e = edit_text(label, value, frame.width(), 0, o, 0, px(32));
    draw_lens({e.box.Max.x - px(18), e.box.GetCenter().y});
    out.changed = e.changed;
    int& active = k.state(e.id, -1);
    int& armed = k.state(e.id + 5);  // what was typed asks for the list, which the view may give a frame later
    if (e.changed) active = -1, armed = 1;
    const bool wanted = !completions.empty() && !value.empty();
    const bool keys_here = e.active || k.focus() == e.id;
    const bool asked = armed || (keys_here && !k.floating(e.id) && k.take_key(ImGuiKey_DownArrow));
    if (wanted && keys_here && asked) k.open_floating(e.id, to_box(e.box)), armed = 0;
    if (k.floating(e.id) && (!wanted || (!keys_here && !ImGui::IsMouseDown(0)))) k.close_floating(e.id, false);
    if (k.floating(e.id)) {
        out.chosen = popup_list(e.id, label, to_box(e.box), completions, -1, active);
        if (out.chosen < 0 && keys_here && active >= 0 && active < static_cast<int>(completions.size()) &&
            k.take_key(ImGuiKey_Enter))
            out.chosen = active;
        if (out.chosen >= 0) k.close_floating(e.id);
    }
    out.submitted = out.chosen < 0 && keys_here && k.take_key(ImGuiKey_Enter);
    if (out.submitted) k.close_floating(e.id), armed = 0;
    Node n =
        described(e.id, completions.empty() ? Role::searchbox : Role::combobox, e.box, label, usable | State::editable);
    if (!completions.empty()) n.states |= State::expandable | (k.floating(e.id) ? State::expanded : 0u);
    n.value = value;
    describe_field(n, o, frame);
    record(std::move(n));
    return out;
}

}  // namespace signroute::ui
