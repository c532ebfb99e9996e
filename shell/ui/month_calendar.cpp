#include "shell/ui/month_calendar.h"

#include <algorithm>
#include <cstdio>

#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"
#include "shell/ui/text.h"

namespace signroute::ui {
namespace {

std::string said(const MonthCalendar& m, const CalendarDay& d) {
    char b[64];
    std::snprintf(b, sizeof b, "%d年%d月%d日，星期%s", m.year, m.month, d.day,
                  kWeekdays[weekday_of({m.year, m.month, d.day})]);
    std::string s = b;
    if (d.badge_work) s += "，调休上班";
    else if (d.badge_rest) s += "，放假";
    else if (d.rest) s += "，休息日";
    if (d.not_announced) s += "，放假安排尚未公布";
    if (d.start) s += "，" + m.start_word + "日";
    if (d.number > 0) s += "，第" + std::to_string(d.number) + "日";
    if (d.due) s += m.backward ? "，最迟这一日" : "，届满日";
    if (!d.mark.empty()) s += "，" + d.mark;
    if (d.chosen) s += "，已选";
    return s;
}

void badge(ImDrawList* list, const ImRect& cell, const char* word, Colour ink, Colour ground) {
    const float s = px(18);
    const ImRect r(cell.Max.x - s - px(3), cell.Min.y + px(3), cell.Max.x - px(3), cell.Min.y + px(3) + s);
    list->AddRectFilled(r.Min, r.Max, ground, px(3));
    draw_centred(list, r, word, {12, Weight::bold, ink});
}

// A day whose rest or work nobody has announced yet.
void hatch(ImDrawList* list, const ImRect& cell) {
    list->PushClipRect(cell.Min, cell.Max, true);
    for (float x = cell.Min.x - cell.GetHeight(); x < cell.Max.x; x += px(10))
        list->AddLine({x, cell.Max.y}, {x + cell.GetHeight(), cell.Min.y}, palette().line);
    list->PopClipRect();
}

void draw_day(const MonthCalendar& m, const ImRect& r, const CalendarDay& d, const Press& p, bool today) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    Colour ground = d.rest ? c.page : c.card;
    if (d.number > 0 || d.chosen || !d.mark.empty()) ground = c.chosen;
    if (p.hovered) ground = c.hover;
    const ImRect cell(r.Min.x + 1, r.Min.y + 1, r.Max.x - 1, r.Max.y - 1);
    list->AddRectFilled(cell.Min, cell.Max, ground, px(radius_small));
    if (d.not_announced) hatch(list, cell);
    list->AddRect(cell.Min, cell.Max, c.line, px(radius_small));
    const TextLook look{em::body, d.start || d.due ? Weight::bold : Weight::regular, d.rest ? c.second : c.ink};
    draw_text(list, {cell.Min.x + px(8), cell.Min.y + px(3)}, std::to_string(d.day), look);
    if (today) {
        const float w = size_of(std::to_string(d.day), look).x;
        list->AddRectFilled({cell.Min.x + px(8), cell.Min.y + px(25)}, {cell.Min.x + px(8) + w, cell.Min.y + px(27)},
                            c.accent);
    }
    std::string_view word = d.due ? m.backward ? "最迟" : "届满" : d.start ? std::string_view(m.start_word) : std::string_view();
    const float y = cell.Max.y - px(25);
    const TextLook count{em::small, Weight::bold, c.accent_deep};
    std::string number = !d.mark.empty() ? d.mark : d.number > 0 ? "第" + std::to_string(d.number) + "日" : "";
    bool badged = true;
    if (!word.empty()) {
        const TextLook marked{em::small, Weight::bold, d.due ? c.error : c.accent};
        list->AddRect(cell.Min, cell.Max, marked.colour, px(radius_small), 0, px(2));
        if (size_of(word, marked).x + px(16) > cell.GetWidth()) word = word.substr(0, 6);  // 会议召开: two characters
        // In the place of the count, or above it at the right, where a badge gives way if it has to.
        const float width = size_of(word, marked).x, free = cell.GetWidth() - width - px(34);
        if (free < 0) number.clear();  // the word says more than the count
        badged = number.empty() || free > px(20);
        ImVec2 at{cell.Min.x + px(8), y};
        if (!number.empty()) at = {cell.Max.x - width - px(badged && (d.badge_rest || d.badge_work) ? 25 : 6), cell.Min.y + px(4)};
        draw_text(list, at, word, marked);
    }
    if (badged && d.badge_rest) badge(list, cell, "休", c.error, c.error_ground);
    if (badged && d.badge_work) badge(list, cell, "班", c.ink, c.line);
    if (!number.empty()) draw_text(list, {cell.Min.x + px(8), y}, number, count);
    if (d.chosen) list->AddRect(cell.Min, cell.Max, c.accent, px(radius_small), 0, px(2.5f));
    if (p.ring)
        draw_ring({cell.Min.x + px(2), cell.Min.y + px(2), cell.Max.x - px(2), cell.Max.y - px(2)}, px(radius_small));
}

struct Grid {
    const MonthCalendar& month;
    float cell_w, cell_h;
    int focused = 0;  // the day that the keyboard is on
    int pressed = 0;

    ItemId id(int day) const { return id_of(std::to_string(day)); }

    void day(const CalendarDay& d, bool stop) {
        Kit& k = kit();
        const ImRect r = place({cell_w, cell_h});
        const Press p = press(id(d.day), r);
        if (p.clicked) pressed = d.day;
        if (k.focus() == id(d.day)) focused = d.day;
        draw_day(month, r, d, p, k.today() == CivilDay{month.year, month.month, d.day});
        Node n = described(id(d.day), Role::gridcell, r, said(month, d), State::hit | (stop ? State::tabbable : 0u));
        n.description = d.note;
        record(std::move(n));
        if (!d.note.empty() && (p.hovered || p.ring)) k.tooltip(id(d.day), to_box(r), d.note);
    }
};

int arrows(Grid& g, int last) {
    if (!g.focused) return 0;
    Kit& k = kit();
    int to = g.focused;
    if (k.take_key(ImGuiKey_LeftArrow)) --to;
    if (k.take_key(ImGuiKey_RightArrow)) ++to;
    if (k.take_key(ImGuiKey_UpArrow)) to -= 7;
    if (k.take_key(ImGuiKey_DownArrow)) to += 7;
    if (k.take_key(ImGuiKey_PageUp)) return -1;
    if (k.take_key(ImGuiKey_PageDown)) return 1;
    if (to != g.focused && to >= 1 && to <= last) k.move_focus(g.id(to));
    return to < 1 ? -1 : to > last ? 1 : 0;
}

int month_title(const MonthCalendar& m, float width) {
    char title[32];
    std::snprintf(title, sizeof title, "%d年%d月", m.year, m.month);
    int move = 0;
    const Row row(0);
    if (m.first && symbol_button("‹", "上个月")) move = -1;
    const TextLook look{em::heading, Weight::bold, palette().ink};
    const ImRect r = place({m.first ? width - px(64) : width, px(target)}, px(4));
    draw_centred(ImGui::GetWindowDrawList(), r, title, look);
    record_text(r, title, em::heading, Role::heading, 3);
    if (m.first && symbol_button("›", "下个月")) move = 1;
    return move;
}

void explain_hatch(const MonthCalendar& m) {
    const bool any = m.last && std::any_of(m.days.begin(), m.days.end(), [](const CalendarDay& d) { return d.not_announced; });
    if (any) note("斜线：放假安排尚未公布，休息日以公布的为准。");
}

void weekdays(float cell) {
    for (const char* w : kWeekdays) {
        if (w != kWeekdays[0]) ImGui::SameLine(0, 0);
        const ImRect r = place({cell, px(28)});
        draw_centred(ImGui::GetWindowDrawList(), r, w, {em::small, Weight::regular, palette().second});
    }
}

}  // namespace

MonthEvent month_calendar(const MonthCalendar& m) {
    const Ids scope(m.label);
    Row* outer = std::exchange(kit().row, nullptr);
    const float cell = ImFloor(ImMin(px(96), room_left() / 7));
    MonthEvent event;
    event.move = month_title(m, cell * 7);
    Node node = described(id_of("##grid"), Role::grid, {}, m.label);
    node.box = {};
    const int index = kit().recorder.open(std::move(node));
    {
        const Spacing tight(0);
        weekdays(cell);
        const int last = days_in_month(m.year, m.month), lead = weekday_of({m.year, m.month, 1});
        std::vector<CalendarDay> days(static_cast<std::size_t>(last));
        for (int i = 0; i < last; ++i) {
            days[static_cast<std::size_t>(i)].day = i + 1;
            days[static_cast<std::size_t>(i)].rest = (lead + i) % 7 > 4;
        }
        int stop = 1;
        for (const CalendarDay& d : m.days)
            if (d.day >= 1 && d.day <= last) {
                days[static_cast<std::size_t>(d.day - 1)] = d;
                if (d.due || (d.start && stop == 1)) stop = d.day;
            }
        Grid grid{m, cell, px(60)};
        for (int i = -lead; i < last; ++i) {
            if ((i + lead) % 7 != 0) ImGui::SameLine(0, 0);
            if (i < 0) place({cell, px(60)});
            else grid.day(days[static_cast<std::size_t>(i)], i + 1 == stop);
        }
        if (const int by = arrows(grid, last)) event.move = by;
        event.day = grid.pressed;
    }
    kit().recorder.close(index);
    explain_hatch(m);
    gap(8);
    kit().row = outer;
    return event;
}

}  // namespace signroute::ui
