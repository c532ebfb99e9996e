#include "shell/ui/answer_choices.h"

#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

constexpr float kMark = 28, kPad = 12;  // design pixels

struct Laid {
    std::vector<Line> lines, remark;
    std::string verdict;  // with its sign; the number of the choice stays where it is
    TextLook look{em::body, Weight::regular, palette().ink}, small{em::small, Weight::regular, palette().second};
    float width = 0, word = 0, height = 0;
};

Laid laid_out(const AnswerChoice& c, bool settled) {
    Laid l;
    l.width = room_left();
    const TextLook bold{em::small, Weight::bold, look_of(c.tone).text};
    if (settled && !c.word.empty()) l.verdict = std::string(look_of(c.tone).symbol) + " " + std::string(c.word), l.word = size_of(l.verdict, bold).x + px(12);
    const float inner = ImMax(px(80), l.width - px(kMark + 3 * kPad) - l.word);
    l.lines = break_lines(c.text, inner, measure_of(l.look));
    if (settled && !c.remark.empty()) l.remark = break_lines(c.remark, inner, measure_of(l.small));
    l.height = ImMax(px(kMark), line_height(l.look) * static_cast<float>(l.lines.size())) + px(16) +
               line_height(l.small) * static_cast<float>(l.remark.size());
    return l;
}

void draw_number(const ImRect& box, int number, bool on, const AnswerChoice& c, bool settled) {
    const Palette& p = palette();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 centre{box.Min.x + px(kPad + kMark / 2), box.Min.y + px(8 + kMark / 2)};
    const ToneLook tone = look_of(c.tone);
    const bool toned = settled && c.tone != Tone::neutral;
    const Colour ink = toned ? tone.text : on ? p.accent : p.control;
    list->AddCircleFilled(centre, px(kMark / 2 - 1), on ? ink : p.card);
    list->AddCircle(centre, px(kMark / 2 - 1), ink, 0, px(on ? 2 : 1.5f));
    const std::string digit = std::to_string(number);
    const ImRect around(centre.x - px(14), centre.y - px(14), centre.x + px(14), centre.y + px(14));
    draw_centred(list, around, digit, {em::small, Weight::bold, on ? p.on_accent : toned ? tone.text : p.ink});
}

void draw_choice(const ImRect& box, const Laid& l, const AnswerChoice& c, int number, bool on, bool hovered, bool settled) {
    const Palette& p = palette();
    const ToneLook tone = look_of(c.tone);
    const bool toned = settled && c.tone != Tone::neutral;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colour edge = toned ? tone.text : on ? p.accent : settled ? p.line : p.control;
    list->AddRectFilled(box.Min, box.Max, toned ? tone.ground : on && !settled ? p.chosen : hovered && !settled ? p.hover : p.card, px(radius));
    list->AddRect(box.Min, box.Max, edge, px(radius), 0, on || toned ? px(2) : 1);
    draw_number(box, number, on, c, settled);
    const float x = box.Min.x + px(kMark + 2 * kPad);
    const float lines = line_height(l.look) * static_cast<float>(l.lines.size());
    const float y = box.Min.y + px(8) + (lines < px(kMark) ? snap((px(kMark) - lines) / 2) : 0);
    draw_lines(list, {x, y}, l.lines, l.look);
    draw_lines(list, {x, y + lines}, l.remark, l.small);
    if (l.word <= 0) return;
    draw_text(list, {box.Max.x - l.word - px(kPad - 12), box.Min.y + px(11)}, l.verdict, {em::small, Weight::bold, tone.text});
}

std::string said(const AnswerChoice& c, bool settled) {
    std::string out(c.text);
    if (settled && !c.word.empty()) out += "（" + std::string(c.word) + "）";
    return out;
}

// Keys are those of this question only while nobody types.
AnswerEvent by_keys(std::span<const ItemId> ids, int& chosen, int before) {
    AnswerEvent out;
    Kit& k = kit();
    if (ImGui::GetIO().WantTextInput) return out;
    const int n = static_cast<int>(ids.size());
    int at = -1, to = -1;
    for (int i = 0; i < n; ++i) {
        if (ids[static_cast<std::size_t>(i)] == k.focus()) at = i;
        const bool digit = k.take_key(static_cast<ImGuiKey>(ImGuiKey_1 + i));
        if (k.take_key(static_cast<ImGuiKey>(ImGuiKey_Keypad1 + i)) || digit) to = i;
    }
    if (at >= 0 && (k.take_key(ImGuiKey_DownArrow) || k.take_key(ImGuiKey_RightArrow))) to = (at + 1) % n;
    if (at >= 0 && (k.take_key(ImGuiKey_UpArrow) || k.take_key(ImGuiKey_LeftArrow))) to = (at + n - 1) % n;
    if (to >= 0) {
        out.changed = chosen != to;
        chosen = to;
        k.move_focus(ids[static_cast<std::size_t>(to)]);
        return out;
    }
    const bool here = at >= 0 || k.focus() == 0;
    if (here && before >= 0 && chosen == before && (k.take_key(ImGuiKey_Enter) || k.take_key(ImGuiKey_KeypadEnter))) out.given = true;
    return out;
}

}  // namespace

AnswerEvent answer_choices(std::string_view label, std::span<const AnswerChoice> choices, int& chosen, bool settled) {
    if (kit().row) kit().row->break_line();
    const Ids scope(label);
    Node group = described(id_of("##group"), settled ? Role::paragraph_list : Role::radiogroup, {}, label);
    group.box = {};
    const int node = kit().recorder.open(std::move(group));
    const Spacing close(8);
    std::vector<ItemId> ids;
    const int before = chosen;
    bool pressed = false;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const AnswerChoice& c = choices[static_cast<std::size_t>(i)];
        const Laid l = laid_out(c, settled);
        const ImRect box = place({l.width, l.height}, no_text);
        const Ids own(i);
        const ItemId id = id_of("##choice");
        Press p;
        if (!settled) p = press(id, box);
        else ImGui::ItemAdd(box, 0);
        if (p.clicked && chosen != i) chosen = i, pressed = true;
        draw_choice(box, l, c, i + 1, chosen == i, p.hovered, settled);
        if (p.ring) draw_ring(box, px(radius));
        ids.push_back(id);
        const unsigned stop = State::hit | ((chosen < 0 ? i == 0 : chosen == i) ? State::tabbable : 0u);
        Node n = described(settled ? 0 : id, settled ? Role::list_item : Role::radio, box, said(c, settled),
                           settled ? 0u : stop | State::checkable | (chosen == i ? State::checked : 0u));
        if (settled) n.description = c.remark;
        record(std::move(n));
    }
    AnswerEvent out;
    if (!settled) out = by_keys(ids, chosen, before);
    out.changed |= pressed;
    kit().recorder.close(node);
    return out;
}

}  // namespace signroute::ui
