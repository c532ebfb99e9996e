// A day: typed, or picked from a month that opens over the page.
#include <cstdio>

#include "shell/ui/buttons.h"
#include "shell/ui/field_frame.h"

namespace signroute::ui {
namespace {

CivilDay moved(CivilDay d, int days) {
    d.day += days;
    while (d.day < 1) {
        if (--d.month < 1) d.month = 12, --d.year;
        d.day += days_in_month(d.year, d.month);
    }
    while (d.day > days_in_month(d.year, d.month)) {
        d.day -= days_in_month(d.year, d.month);
        if (++d.month > 12) d.month = 1, ++d.year;
    }
    return d;
}

std::string full_label(const CivilDay& d) {
    char b[64];
    std::snprintf(b, sizeof b, "%d年%d月%d日，星期%s", d.year, d.month, d.day, kWeekdays[weekday_of(d)]);
    return b;
}

int code_of(const CivilDay& d) { return d.year * 10000 + d.month * 100 + d.day; }
CivilDay day_of(int code) { return {code / 10000, code / 100 % 100, code % 100}; }

void move_month(int& code, int by) {
    CivilDay d = day_of(code);
    d.month += by;
    if (d.month < 1) d.month = 12, --d.year;
    if (d.month > 12) d.month = 1, ++d.year;
    d.day = ImMin(d.day, days_in_month(d.year, d.month));
    code = code_of(d);
}

// One day of the picker; `at` is the day that the keyboard is on.
bool picker_day(const CivilDay& d, const std::optional<CivilDay>& value, int at, float size) {
    const ItemId id = id_of(written(d));
    const ImRect r = place({size, px(target)});
    const Press p = press(id, r);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    const bool on = value == d;
    const ImRect inner(r.Min.x + px(2), r.Min.y + px(1), r.Max.x - px(2), r.Max.y - px(1));
    if (on || p.hovered) list->AddRectFilled(inner.Min, inner.Max, on ? c.accent : c.hover, px(radius_small));
    if (d == kit().today() && !on) list->AddRect(inner.Min, inner.Max, c.control, px(radius_small));
    draw_centred(list, r, std::to_string(d.day),
                 {em::body, on ? Weight::bold : Weight::regular, on ? c.on_accent : c.ink});
    if (p.ring) draw_ring(inner, px(radius_small));
    record(described(id, Role::gridcell, r, full_label(d),
                     State::hit | (code_of(d) == at ? State::tabbable : 0u) | (on ? State::selected : 0u)));
    return p.clicked;
}

bool month_grid(int& code, std::optional<CivilDay>& value, float cell) {
    const CivilDay at = day_of(code);
    bool taken = false;
    const Spacing tight(0);
    for (const char* w : kWeekdays) {
        if (w != kWeekdays[0]) ImGui::SameLine(0, 0);
        const ImRect r = place({cell, px(28)});
        draw_centred(ImGui::GetWindowDrawList(), r, w, {em::small, Weight::regular, palette().second});
    }
    const int lead = weekday_of({at.year, at.month, 1}), n = days_in_month(at.year, at.month);
    for (int i = -lead; i < n; ++i) {
        if ((i + lead) % 7 != 0) ImGui::SameLine(0, 0);
        if (i < 0) {
            place({cell, px(target)});
            continue;
        }
        const CivilDay d{at.year, at.month, i + 1};
        if (picker_day(d, value, code, cell)) value = d, taken = true;
    }
    return taken;
}

void keys_in_picker(int& code) {
    Kit& k = kit();
    int by = 0;
    if (k.take_key(ImGuiKey_LeftArrow)) by = -1;
    if (k.take_key(ImGuiKey_RightArrow)) by = 1;
    if (k.take_key(ImGuiKey_UpArrow)) by = -7;
    if (k.take_key(ImGuiKey_DownArrow)) by = 7;
    if (by) code = code_of(moved(day_of(code), by));
    const bool page_up = k.take_key(ImGuiKey_PageUp), page_down = k.take_key(ImGuiKey_PageDown);
    if (page_up || page_down) move_month(code, page_up ? -1 : 1);
    if (by || page_up || page_down) k.move_focus(id_of(written(day_of(code))));
}

bool picker(ItemId owner, std::string_view label, const ImRect& anchor, std::optional<CivilDay>& value) {
    Kit& k = kit();
    int& code = k.state(owner);
    const float cell = px(40), width = cell * 7 + px(24), height = px(32 + 8 + 28 + 32 * 6 + 24);
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float x = ImMin(anchor.Min.x, page.x - width - px(8));
    const bool down = anchor.Max.y + height + px(8) < page.y;
    const Box box{x, down ? anchor.Max.y + px(4) : ImMax(px(4), anchor.Min.y - height - px(4)), width, height};
    const std::string name = std::string(label) + "：选择日期";
    const FloatingWindow window(owner, box, described(owner + 1, Role::dialog, to_rect(box), name), 12);
    char title[32];
    std::snprintf(title, sizeof title, "%d年%d月", day_of(code).year, day_of(code).month);
    {
        const Row row(0);
        if (symbol_button("‹", "上个月")) move_month(code, -1);
        const ImRect r = place({cell * 7 - px(64), px(target)}, px(4));
        draw_centred(ImGui::GetWindowDrawList(), r, title, {em::body, Weight::bold, palette().ink});
        record_text(r, title, em::body);
        if (symbol_button("›", "下个月")) move_month(code, 1);
    }
    const int grid = k.recorder.open(described(owner + 2, Role::grid, {}, title));
    k.recorder.at(grid).box = {};
    int& entered = k.state(owner + 3);
    if (!entered) k.move_focus(id_of(written(day_of(code))), k.shows_ring(k.focus()));
    entered = 1;
    keys_in_picker(code);
    const bool taken = month_grid(code, value, cell);
    k.recorder.close(grid);
    if (taken) k.close_floating(owner);
    return taken;
}

// The button beside the field, and the month it opens.
bool picker_button(ItemId id, std::string_view label, std::optional<CivilDay>& value, const FieldOptions& o) {
    Kit& k = kit();
    const ImRect box = place({px(target), px(target)}, px(4));
    const Press p = press(id, box, !o.disabled);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& c = palette();
    list->AddRectFilled(box.Min, box.Max, p.hovered ? c.hover : c.card, px(radius_small));
    list->AddRect(box.Min, box.Max, c.control, px(radius_small));
    draw_calendar_sign(list, box.GetCenter(), px(16), c.second);
    if (p.ring) draw_ring(box, px(radius_small));
    record(described(
        id, Role::button, box, std::string(label) + "：选择日期",
        usable | State::expandable | (k.floating(id) ? State::expanded : 0u) | (o.disabled ? State::disabled : 0u)));
    if (p.clicked && k.floating(id)) {
        k.close_floating(id);
    } else if (p.clicked) {
        k.open_floating(id, to_box(box));
        k.state(id) = code_of(value ? *value : k.today());
        k.state(id + 3) = 0;
    }
    return k.floating(id) ? picker(id, label, box, value) : false;
}

// A day without a year is one of this year; it is rewritten with it, to be seen.
std::optional<CivilDay> read_typed(const std::string& text) {
    const auto whole = read_day(text);
    return whole ? whole : read_day(std::to_string(kit().today().year) + "年" + text);
}

}  // namespace

bool date_field(std::string_view label, std::optional<CivilDay>& value, const FieldOptions& o) {
    const Ids scope(label);
    Draft& draft = kit().draft(ImGui::GetID("##draft"));
    const bool typing = GImGui->ActiveId != 0 && GImGui->ActiveId == draft.field;
    if (value && read_typed(draft.text) != value) draft.text = written(*value);
    if (!value && read_typed(draft.text)) draft.text.clear();
    if (value && !typing) draft.text = written(*value);
    FieldOptions field = o;
    std::string error(o.error);
    if (error.empty() && !typing && !draft.text.empty() && !value) error = day_error(draft.text);
    field.error = error;
    if (field.placeholder.empty()) field.placeholder = "年-月-日";
    if (field.width <= 0) field.width = 200;
    const FieldFrame frame(label, field);
    const Editor e = edit_text(label, draft.text, frame.width() - px(target + 4), 0, field);
    draft.field = e.id;
    Node n = described(e.id, Role::textbox, e.box, label, usable | State::editable);
    n.value = draft.text;
    describe_field(n, field, frame);
    record(std::move(n));
    ImGui::SameLine(0, px(4));
    bool changed = false;
    if (e.changed) {
        const std::optional<CivilDay> now = read_typed(draft.text);
        changed = now != value;
        value = now;
    }
    return picker_button(ImGui::GetID("##picker"), label, value, o) || changed;
}

}  // namespace signroute::ui
