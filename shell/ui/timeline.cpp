#include "shell/ui/timeline.h"

#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

constexpr float row_height = 36, head_height = 28, label_width = 260;

struct Scale {
    float left, day;
    float x(int d) const { return left + day * static_cast<float>(d); }
};

void grounds(const Timeline& t, const Scale& s, float top, float bottom) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t d = 0; d < t.days.size(); ++d) {
        if (t.days[d] == DayGround::work) continue;
        const float x = s.x(static_cast<int>(d));
        list->AddRectFilled({x, top}, {x + s.day, bottom}, t.days[d] == DayGround::rest ? palette().page : palette().judgement_ground);
    }
}

// Labels that would run into each other are left out.
void ticks(const Timeline& t, const Scale& s, float top, float bottom) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const TextLook look{em::small, Weight::regular, palette().second};
    float free = 0;
    for (const TimelineTick& tick : t.ticks) {
        const float x = snap(s.x(tick.day));
        list->AddLine({x, top + px(head_height)}, {x, bottom}, palette().line);
        const float w = size_of(tick.label, look).x;
        if (x < free || x + w > s.x(static_cast<int>(t.days.size()))) continue;
        draw_text(list, {x, top + px(4)}, tick.label, look);
        free = x + w + px(10);
    }
    if (t.today < 0) return;
    const float x = snap(s.x(t.today) + s.day / 2);
    draw_dashed(list, {x, top + px(head_height)}, {x, bottom}, palette().accent, px(2), px(4), px(3));
    const TextLook bold{em::small, Weight::bold, palette().accent};
    const float w = size_of("今天", bold).x;
    list->AddRectFilled({x - w / 2 - px(2), top + px(2)}, {x + w / 2 + px(2), top + px(head_height) - px(2)}, palette().card);
    draw_text(list, {x - w / 2, top + px(4)}, "今天", bold);
}

void bar(const TimelineRow& row, const Scale& s, const ImRect& r) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& p = palette();
    const float y0 = r.Min.y + px(9), y1 = r.Max.y - px(9), mid = (y0 + y1) / 2;
    const Colour ink = row.critical ? p.ink : p.accent;
    if (row.latest >= 0 && row.to >= 0 && row.latest > row.to) draw_dashed(list, {s.x(row.to + 1), mid}, {s.x(row.latest + 1), mid}, p.second, px(1), px(2), px(3));
    if (row.from >= 0 && row.to >= 0) {
        const ImVec2 a{s.x(row.from), y0}, b{ImMax(s.x(row.to + 1), s.x(row.from) + px(4)), y1};
        const float w = px(row.critical ? 2.5f : 1.25f);
        if (!row.open) {
            list->AddRectFilled(a, b, row.critical ? p.ink : p.chosen, px(3));
            list->AddRect(a, b, ink, px(3), 0, w);
        } else {  // the least certain is the lightest
            list->AddRectFilled(a, b, p.card);
            for (const float y : {y0, y1}) draw_dashed(list, {a.x, y}, {b.x, y}, ink, w, px(4), px(3));
            for (const float x : {a.x, b.x}) draw_dashed(list, {x, y0}, {x, y1}, ink, w, px(4), px(3));
        }
    }
    if (row.latest < 0) return;
    const float x = snap(s.x(row.latest + 1));
    const Colour due = row.late ? p.error : p.second;
    list->AddLine({x, r.Min.y + px(5)}, {x, r.Max.y - px(5)}, due, px(2));
    list->AddTriangleFilled({x - px(4), r.Min.y + px(4)}, {x + px(4), r.Min.y + px(4)}, {x, r.Min.y + px(10)}, due);
}

bool draw_row(const TimelineRow& row, const Scale& s, float width) {
    const Ids scope(row.id);
    const ImRect r = place({width, px(row_height)});
    const ItemId id = id_of("row");
    const Press p = press(id, r);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (row.selected || p.hovered) list->AddRectFilled(r.Min, {s.left - px(8), r.Max.y}, row.selected ? palette().chosen : palette().hover, px(radius_small));
    const TextLook look{em::body, row.critical ? Weight::bold : Weight::regular, palette().ink};
    list->PushClipRect(r.Min, {s.left - px(8), r.Max.y}, true);
    draw_text(list, {r.Min.x + px(6), r.Min.y + px(6)}, (row.critical ? "◆ " : "") + row.label, look);
    list->PopClipRect();
    bar(row, s, r);
    if (p.ring) draw_ring(r, px(radius_small));
    record(described(id, Role::button, r, row.name, usable | State::checkable | (row.selected ? State::checked : 0u)));
    return p.clicked;
}

}  // namespace

std::string timeline(const Timeline& t) {
    const Ids scope(t.label);
    const Spacing tight(0);
    Node node = described(id_of("##timeline"), Role::figure, {}, t.label);
    node.box = {};
    const int index = kit().recorder.open(std::move(node));
    const float width = room_left();
    const bool plain = t.days.empty();  // without days a list of what there is
    const ImRect head = place({width, plain ? 0 : px(head_height)});
    const float left = head.Min.x + (plain ? width : px(label_width)), bottom = head.Max.y + px(row_height) * static_cast<float>(t.rows.size());
    const Scale s{left, ImMax(0.0f, width - (left - head.Min.x) - px(8)) / static_cast<float>(ImMax<std::size_t>(1, t.days.size()))};
    grounds(t, s, head.Max.y, bottom);
    ticks(t, s, head.Min.y, bottom);
    std::string pressed;
    for (const TimelineRow& row : t.rows) {
        if (draw_row(row, s, width)) pressed = row.id;
    }
    kit().recorder.close(index);
    gap(8);
    return pressed;
}

}  // namespace signroute::ui
