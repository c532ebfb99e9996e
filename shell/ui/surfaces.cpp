#include "shell/ui/surfaces.h"

#include "shell/ui/buttons.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"
#include "shell/ui/text.h"

namespace signroute::ui {

// ---- card ----------------------------------------------------------------------------------------------------

Card::Card(std::string_view label, const CardOptions& options)
    : options_(options), splitter_(new ImDrawListSplitter), row_(kit().row) {
    kit().row = nullptr;
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    width_ = ImGui::GetContentRegionAvail().x;
    x_ = w->DC.CursorPos.x;
    y_ = w->DC.CursorPos.y;
    work_min_ = w->WorkRect.Min.x;
    work_max_ = w->WorkRect.Max.x;
    if (!label.empty()) {
        Node n = described(0, Role::group, {}, label);
        n.box = {};
        node_ = kit().recorder.open(std::move(n));
    }
    splitter_->Split(w->DrawList, 2);
    splitter_->SetCurrentChannel(w->DrawList, 1);
    const float pad = px(options_.padding);
    ImGui::SetCursorScreenPos({x_ + pad, y_ + pad});
    ImGui::BeginGroup();
    w->WorkRect.Min.x = x_ + pad;
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = x_ + width_ - pad;
}

Card::~Card() {
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + px(options_.padding);
    w->WorkRect.Min.x = work_min_;
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = work_max_;
    const ImRect r(x_, y_, x_ + width_, bottom);
    splitter_->SetCurrentChannel(w->DrawList, 0);
    const Palette& p = palette();
    const bool toned = options_.tone != Tone::neutral;
    const ToneLook t = look_of(options_.tone);
    if (!options_.plain) w->DrawList->AddRectFilled(r.Min, r.Max, toned ? t.ground : p.card, px(radius));
    if (options_.dashed) {
        const ImVec2 corners[] = {r.Min, {r.Max.x, r.Min.y}, r.Max, {r.Min.x, r.Max.y}};
        for (int i = 0; i < 4; ++i) draw_dashed(w->DrawList, corners[i], corners[(i + 1) % 4], p.control, px(1.5f), px(6), px(4));
    } else {
        w->DrawList->AddRect(r.Min, r.Max, toned ? t.text : p.line, px(radius));
    }
    splitter_->Merge(w->DrawList);
    delete splitter_;
    if (node_ >= 0) {
        kit().recorder.at(node_).box = to_box(r);
        kit().recorder.close(node_);
    }
    ImGui::SetCursorScreenPos({x_, y_});
    ImGui::ItemSize(ImVec2(width_, bottom - y_));
    kit().row = row_;
}

// ---- small marks ---------------------------------------------------------------------------------------------

void tag(std::string_view words, Tone tone, std::string_view own) {
    const ToneLook t = look_of(tone);
    const TextLook look{em::small, Weight::regular, t.text}, bold{em::small, Weight::bold, t.text};
    const std::string_view symbol = own.empty() ? t.symbol : own;
    const float sign = size_of(symbol, bold).x, height = px(24);
    const ImRect r = place({sign + size_of(words, look).x + px(20), height}, 0);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(r.Min, r.Max, t.ground, px(radius_small));
    const float y = snap(r.GetCenter().y - line_height(look) / 2);
    draw_text(list, {r.Min.x + px(8), y}, symbol, bold);
    draw_text(list, {r.Min.x + px(12) + sign, y}, words, look);
    record_text(r, words, em::small);
}

bool block(std::string_view number, std::string_view name, std::span<const Mark> marks) {
    const TextLook look{em::small, Weight::regular, palette().ink}, bold{12, Weight::bold, 0};
    const float side = px(18), gap = px(3), head = ImMax(px(26), size_of(number, look).x + px(6));
    const ItemId id = id_of(name);
    const ImRect r = place({head + (side + gap) * static_cast<float>(marks.size()) + px(6), px(target)}, px(4));
    const Press p = press(id, r);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(r.Min, r.Max, p.hovered ? palette().hover : palette().card, px(radius_small));
    list->AddRect(r.Min, r.Max, p.hovered ? palette().control : palette().line, px(radius_small));
    draw_centred(list, {r.Min.x, r.Min.y, r.Min.x + head, r.Max.y}, number, look);
    float x = r.Min.x + head;
    for (const Mark& m : marks) {
        const ToneLook t = look_of(m.tone);
        const ImRect box(x, r.GetCenter().y - side / 2, x + side, r.GetCenter().y + side / 2);
        list->AddRectFilled(box.Min, box.Max, t.ground, px(3));
        draw_centred(list, box, m.sign.empty() ? t.symbol : m.sign, {bold.em, bold.weight, t.text});
        x += side + gap;
    }
    if (p.ring) draw_ring(r, px(radius_small));
    record(described(id, Role::link, r, name, usable));
    if (p.hovered || p.ring) kit().tooltip(id, to_box(r), name);
    return p.clicked;
}

void callout(Tone tone, std::string_view title, std::string_view body) {
    const ToneLook t = look_of(tone);
    const TextLook bold{em::body, Weight::bold, t.text}, look{em::body, Weight::regular, palette().ink};
    if (kit().row) kit().row->break_line();
    const float width = room_left(), side = px(44);
    std::vector<Line> head, lines;
    const float inner = width - side - px(16);
    if (!title.empty()) head = break_lines(title, inner, measure_of(bold));
    if (!body.empty()) lines = break_lines(body, inner, measure_of(look));
    const float head_h = line_height(bold) * static_cast<float>(head.size());
    const float height = head_h + line_height(look) * static_cast<float>(lines.size()) + px(24);
    const ImRect r = place({width, height}, no_text);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(r.Min, r.Max, t.ground, px(radius));
    list->AddRectFilled(r.Min, {r.Min.x + px(4), r.Max.y}, t.text, px(radius), ImDrawFlags_RoundCornersLeft);
    draw_centred(list, {r.Min.x + px(8), r.Min.y + px(12), r.Min.x + side, r.Min.y + px(36)}, t.symbol, bold);
    const ImVec2 at{r.Min.x + side, r.Min.y + px(12)};
    draw_lines(list, at, head, bold);
    draw_lines(list, {at.x, at.y + head_h}, lines, look);
    const int node = kit().recorder.open(described(0, Role::note, r, title.empty() ? "说明" : title));
    if (!title.empty()) record_text({at, {r.Max.x - px(16), at.y + head_h}}, title, em::body);
    if (!body.empty()) record_text({{at.x, at.y + head_h}, {r.Max.x - px(16), r.Max.y - px(12)}}, body, em::body);
    kit().recorder.close(node);
}

void verdict(Tone tone, std::string_view words) {
    Kit& k = kit();
    const ToneLook t = look_of(tone);
    const TextLook look{em::heading, Weight::bold, t.text};
    const float width = room_left(), side = px(48);
    const std::vector<Line> lines = break_lines(words, width - side - px(16), measure_of(look));
    const ImRect r = place({width, line_height(look) * static_cast<float>(lines.size()) + px(24)}, no_text);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(r.Min, r.Max, t.ground, px(radius));
    const ImVec2 c{r.Min.x + px(28), r.Min.y + px(12) + line_height(look) / 2};
    list->AddCircleFilled(c, px(13), t.text);
    draw_centred(list, {c.x - px(13), c.y - px(13), c.x + px(13), c.y + px(13)}, t.symbol,
                 {em::body, Weight::bold, palette().on_accent});
    draw_lines(list, {r.Min.x + side, r.Min.y + px(12)}, lines, look);
    const ItemId id = id_of("##verdict");
    record(described(id, Role::status, r, words));
    const int now = static_cast<int>(ImHashData(words.data(), words.size(), 1) | 1u);
    int& before = k.state(id);
    if (before != 0 && before != now) k.emit(effect::Announce{std::string(words)});
    before = now;
}

bool disclosure(std::string_view label, bool& open, const DisclosureOptions& o) {
    const std::string words = std::string(label) + (o.count >= 0 ? " " + std::to_string(o.count) : "");
    const TextLook look{o.small ? em::small : em::body, Weight::bold, palette().ink};
    const ItemId id = id_of(label);
    const float sign = o.tone ? px(24) : 0;
    const ImRect r = place({size_of(words, look).x + sign + px(26), px(target)}, px(4));
    const Press p = press(id, r);
    if (p.clicked) {
        open = !open;
        kit().settle();
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (p.hovered) list->AddRectFilled(r.Min, r.Max, palette().hover, px(radius_small));
    draw_chevron(list, {r.Min.x + px(6), r.GetCenter().y}, px(9), open, palette().second);
    if (o.tone) {
        const ToneLook t = look_of(*o.tone);
        const ImVec2 c{r.Min.x + px(28), r.GetCenter().y};
        list->AddCircleFilled(c, px(10), t.ground);
        draw_centred(list, {c.x - px(10), c.y - px(10), c.x + px(10), c.y + px(10)}, t.symbol, {em::small, Weight::bold, t.text});
    }
    draw_text(list, {r.Min.x + px(18) + sign, snap(r.GetCenter().y - line_height(look) / 2)}, words, look);
    if (p.ring) draw_ring(r, px(radius_small));
    record(described(id, Role::button, r, words, usable | State::expandable | (open ? State::expanded : 0u)));
    return open;
}

bool empty_state(std::string_view title, std::string_view body, std::string_view offer) {
    const float before = room(), width = ImMin(before, 480.0f), side = (before - width) / 2;
    gap(40);
    const Indent indent(side);
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    const float right = w->WorkRect.Max.x;
    w->WorkRect.Max.x = w->DC.CursorPos.x + px(width);
    w->ContentRegionRect.Max.x = w->WorkRect.Max.x;
    heading(title, 2);
    text(body, {.second = true});
    gap(8);
    const bool taken = !offer.empty() && button(offer, {.kind = Kind::primary});
    w->WorkRect.Max.x = w->ContentRegionRect.Max.x = right;
    return taken;
}

void toast(std::string_view words, Tone tone) { kit().show_toast(words, tone); }

}  // namespace signroute::ui
