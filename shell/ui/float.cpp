// What is drawn over the page: floating windows, tooltips, toasts.
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

constexpr ImGuiWindowFlags float_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoFocusOnAppearing;

void shadow(ImDrawList* list, const ImRect& r, float rounding) {
    for (int i = 4; i >= 1; --i) {
        const float d = px(static_cast<float>(i) * 2);
        list->AddRectFilled({r.Min.x - d, r.Min.y - d + px(3)}, {r.Max.x + d, r.Max.y + d + px(3)}, rgb(0x1F2329, 9),
                            rounding + d);
    }
}

void in_front() { ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); }

void draw_scrim(ItemId owner) {
    char name[32];
    ImFormatString(name, sizeof name, "##scrim%08x", owner);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin(name, nullptr, float_flags | ImGuiWindowFlags_NoScrollbar);
    in_front();
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, palette().scrim);
    ImGui::End();
}

}  // namespace

FloatingWindow::FloatingWindow(ItemId owner, const Box& box, Node node, float padding, bool scrim) : row_(kit().row) {
    Kit& k = kit();
    k.row = nullptr;
    if (scrim) draw_scrim(owner);
    char name[32];
    ImFormatString(name, sizeof name, "##float%08x", owner);
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(padding), px(padding)));
    if (const auto to = k.take_scroll(node.id)) ImGui::SetNextWindowScroll(*to);
    ImGui::Begin(name, nullptr, float_flags);
    ImGui::PopStyleVar();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(px(8), px(8)));
    in_front();
    ImGuiWindow* w = ImGui::GetCurrentWindow();
    const ImRect r(box.x, box.y, box.x + box.w, box.y + box.h);
    ImGui::PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
    shadow(w->DrawList, r, px(radius));
    w->DrawList->AddRectFilled(r.Min, r.Max, palette().card, px(radius));
    w->DrawList->AddRect(r.Min, r.Max, palette().line, px(radius));
    ImGui::PopClipRect();
    for (ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y}) k.recorder.accept(ImGui::GetWindowScrollbarID(w, axis));
    outer_ = k.recorder.enter_page_level();
    node.states |= State::floating;
    node.box = box;
    if (w->ScrollMax.y > 0) {
        node.scroll_y = w->Scroll.y;
        node.content_w = box.w;
        node.content_h = box.h + w->ScrollMax.y;
    }
    node_ = k.recorder.open(std::move(node));
    if (Floating* f = k.floating(owner)) f->box = box, f->drawn = true;
}

FloatingWindow::~FloatingWindow() {
    Kit& k = kit();
    k.recorder.close(node_);
    k.recorder.leave_page_level(std::move(outer_));
    ImGui::PopStyleVar();
    ImGui::End();
    k.row = row_;
}

void draw_tip_box(const Box& anchor, std::string_view text) {
    const TextLook look{em::small, Weight::regular, rgb(0xFFFFFF)};
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const std::vector<Line> lines = break_lines(text, px(320), measure_of(look));
    float widest = 0;
    for (const Line& l : lines) widest = ImMax(widest, l.width);
    const float w = widest + px(20), h = line_height(look) * static_cast<float>(lines.size()) + px(12);
    float y = anchor.y + anchor.h + px(6);
    if (y + h > page.y) y = ImMax(0.0f, anchor.y - h - px(6));
    const float x = snap(ImClamp(anchor.x + anchor.w / 2 - w / 2, px(4), ImMax(px(4), page.x - w - px(4))));
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled({x, y}, {x + w, y + h}, palette().ink, px(radius_small));
    draw_lines(list, {x + px(10), y + px(6)}, lines, look);
}

float draw_toast(std::string_view text, Tone tone, float bottom) {
    const ToneLook t = look_of(tone);
    const TextLook look{em::body, Weight::regular, palette().ink};
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const std::vector<Line> lines = break_lines(text, ImMin(px(480), page.x - px(80)), measure_of(look));
    float widest = 0;
    for (const Line& l : lines) widest = ImMax(widest, l.width);
    const float w = widest + px(60), h = line_height(look) * static_cast<float>(lines.size()) + px(20);
    const ImRect r(snap((page.x - w) / 2), bottom - h, snap((page.x + w) / 2), bottom);
    ImDrawList* list = ImGui::GetForegroundDrawList();
    shadow(list, r, px(radius));
    list->AddRectFilled(r.Min, r.Max, palette().card, px(radius));
    list->AddRect(r.Min, r.Max, t.text, px(radius));
    draw_centred(list, {r.Min.x + px(8), r.Min.y, r.Min.x + px(36), r.Max.y}, t.symbol,
                 {em::body, Weight::bold, t.text});
    draw_lines(list, {r.Min.x + px(40), r.Min.y + px(10)}, lines, look);
    Node n = described(0, Role::status, r, text, State::floating);
    record(std::move(n));
    return r.Min.y;
}

}  // namespace signroute::ui
