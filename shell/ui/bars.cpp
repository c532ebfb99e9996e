#include "shell/ui/bars.h"

#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

constexpr float kBar = 14;  // design pixels high

void hatch(ImDrawList* list, const ImRect& r, Colour colour) {
    list->PushClipRect(r.Min, r.Max, true);
    for (float x = r.Min.x - r.GetHeight(); x < r.Max.x; x += px(5)) list->AddLine({x, r.Max.y}, {x + r.GetHeight(), r.Min.y}, colour, px(1));
    list->PopClipRect();
}

void draw_bar(const ImRect& r, const Bar& b) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colour ink = b.tone == Tone::accent ? palette().accent : look_of(b.tone).text;
    list->AddRectFilled(r.Min, r.Max, palette().page, px(3));
    list->AddRect(r.Min, r.Max, palette().control, px(3));
    const float first = r.Min.x + r.GetWidth() * static_cast<float>(ImClamp(b.share, 0.0, 1.0));
    const float last = ImMin(r.Max.x, first + r.GetWidth() * static_cast<float>(ImClamp(b.second, 0.0, 1.0)));
    if (first > r.Min.x) list->AddRectFilled(r.Min, {first, r.Max.y}, ink, px(3));
    if (last > first) hatch(list, {first, r.Min.y, last, r.Max.y}, ink);
}

}  // namespace

int bars(std::string_view label, std::span<const Bar> all, bool pressable, float least) {
    const Ids scope(label);
    Node group = described(0, Role::paragraph_list, {}, label);
    group.box = {};
    const int node = kit().recorder.open(std::move(group));
    const TextLook look{em::body, Weight::regular, palette().ink}, small{em::small, Weight::regular, palette().second};
    float names = px(least), words = 0;
    for (const Bar& b : all) {
        names = ImMax(names, size_of(b.label, look).x);
        words = ImMax(words, size_of(b.words, small).x);
    }
    const float width = room_left();
    names = ImMin(names, width * 0.36f);
    const bool below = width - names - words < px(160);  // large text: the words stand under the bar
    int pressed = -1;
    const Spacing close(4);
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const Bar& b = all[static_cast<std::size_t>(i)];
        const Ids own(i);
        const ImRect box = place({width, below ? px(56) : px(target)}, no_text);
        const float bar_x = box.Min.x + names + px(12), bar_end = below ? box.Max.x : box.Max.x - words - px(12);
        Press p;
        if (pressable) p = press(id_of("##bar"), box);
        else ImGui::ItemAdd(box, 0);
        ImDrawList* list = ImGui::GetWindowDrawList();
        if (p.hovered) list->AddRectFilled(box.Min, box.Max, palette().hover, px(radius_small));
        const float middle = box.Min.y + px(target / 2);
        const TextLook named{em::body, Weight::regular, pressable ? palette().accent : palette().ink};
        draw_text(list, {box.Min.x, snap(middle - px(12))}, shortened(b.label, names, measure_of(named)), named);
        draw_bar({bar_x, middle - px(kBar / 2), ImMax(bar_x + px(40), bar_end), middle + px(kBar / 2)}, b);
        draw_text(list, {below ? bar_x : bar_end + px(12), snap(below ? box.Min.y + px(target) : middle - px(10))}, b.words, small);
        if (p.ring) draw_ring(box, px(radius_small));
        if (p.clicked) pressed = i;
        record(described(pressable ? id_of("##bar") : 0, pressable ? Role::link : Role::list_item, box, b.label + "：" + b.words, pressable ? usable : 0u));
    }
    kit().recorder.close(node);
    return pressed;
}

}  // namespace signroute::ui
