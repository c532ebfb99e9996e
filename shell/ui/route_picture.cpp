#include "shell/ui/route_picture.h"

#include <cmath>
#include <memory>

#include "shell/ui/buttons.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"
#include "shell/ui/route_layout.h"
#include "shell/ui/text.h"

namespace signroute::ui {
namespace {

std::string_view word_of(StepLook look) {
    switch (look) {
        case StepLook::required:
            return "应当";
        case StepLook::if_needed:
            return "如有需要";
        case StepLook::permitted:
            return "可以";
        case StepLook::not_required:
            return "不需要";
        case StepLook::open:
            return "待答后确定";
        case StepLook::planned:
            return "拟走";
    }
    return "";
}

std::string_view word_of(Together t) {
    switch (t) {
        case Together::one:
            return "";
        case Together::parallel:
            return "并行";
        case Together::order_open:
            return "次序原文未定";
        case Together::alternatives:
            return "择一";
        case Together::one_by_facts:
            return "按情形择一";
        case Together::some_by_facts:
            return "次序原文未定";
        case Together::by_facts:
            return "按情形";
    }
    return "";
}

std::string name_of(const StepCard& c, Together together) {
    std::string s = c.mark.empty() ? c.title : c.mark + "：" + c.title;
    const auto add = [&](std::string_view part) {
        if (!part.empty()) s += "，", s += part;
    };
    add(c.action);
    add(word_of(c.look));
    if (c.decides) add("最终环节");
    add(c.clause);
    add(c.limit);
    if (c.open_question && c.look != StepLook::open) add("待回答或需人工判断");
    if (c.findings > 0) add(std::to_string(c.findings) + (c.finding_tone == Tone::error ? "处错误" : "处提示"));
    add(c.remark);
    add(word_of(together));
    return s;
}

// The lines of one card, broken to its width.
struct CardText {
    struct Part {
        std::vector<Line> lines;
        TextLook look;
    };
    std::vector<Part> parts;
    std::unique_ptr<const std::string> mark;  // with its symbol: the lines point into it
    float height = 0;
};

struct Drawing {
    const RoutePicture& picture;
    float zoom;
    RouteMetrics metrics;
    float pad = 0;
    std::string& reveal;

    TextLook look(float size, Weight weight, Colour colour) const { return {size * zoom, weight, colour}; }

    CardText text_of(const StepCard& c, float width) const {
        const Palette& p = palette();
        const bool off = c.look == StepLook::not_required;
        CardText t;
        const auto add = [&](const std::string& words, float size, Weight weight, Colour colour, float taken) {
            if (words.empty()) return;
            const TextLook l = look(size, weight, off ? p.second : colour);
            t.parts.push_back({break_lines(words, width - 2 * pad - taken, measure_of(l)), l});
            t.height += line_height(l) * static_cast<float>(t.parts.back().lines.size());
        };
        const float marks = px(24) * zoom * static_cast<float>((c.open_question ? 1 : 0) + (c.findings > 0 ? 1 : 0)) +
                            (c.findings > 1 ? px(12) * zoom : 0);
        t.mark = std::make_unique<const std::string>(c.mark.empty() ? "" : look_of(c.mark_tone).symbol + (" " + c.mark));
        add(*t.mark, em::small, Weight::bold, look_of(c.mark_tone).text, marks);
        add(c.title, em::body, Weight::bold, p.ink, marks);
        add(c.action, em::body, Weight::regular, p.ink, 0);
        add(c.clause, em::small, Weight::regular, p.second, 0);
        add(c.limit, em::small, Weight::regular, p.ink, 0);
        add(c.remark, em::small, Weight::regular, p.second, 0);
        t.height += 2 * pad;
        return t;
    }
};

void dashed_box(ImDrawList* list, const ImRect& r, Colour c, float thickness, float on, float off) {
    draw_dashed(list, r.Min, {r.Max.x, r.Min.y}, c, thickness, on, off);
    draw_dashed(list, {r.Max.x, r.Min.y}, r.Max, c, thickness, on, off);
    draw_dashed(list, {r.Min.x, r.Max.y}, r.Max, c, thickness, on, off);
    draw_dashed(list, r.Min, {r.Min.x, r.Max.y}, c, thickness, on, off);
}

void card_edge(const ImRect& r, const StepCard& c, float zoom) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& p = palette();
    const Colour ink = c.selected ? p.accent : c.look == StepLook::not_required ? p.control : c.look == StepLook::open ? p.judgement : p.ink;
    const float w = ImMax(1.0f, px(c.decides || c.selected ? 2.5f : 1.25f) * ImMin(zoom, 1.0f));
    switch (c.look) {
        case StepLook::required:
        case StepLook::planned:
            list->AddRect(r.Min, r.Max, ink, px(radius) * zoom, 0, w);
            break;
        case StepLook::if_needed:
        case StepLook::open:
            dashed_box(list, r, ink, w, px(8) * zoom, px(5) * zoom);
            break;
        case StepLook::permitted:
        case StepLook::not_required:
            dashed_box(list, r, ink, w, px(2) * zoom, px(3.5f) * zoom);
            break;
    }
}

// From the right: what was found and how often, then the open question.
void card_marks(const ImRect& r, const StepCard& c, const Drawing& d) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = r.Min.y + px(17) * d.zoom, half = px(10) * d.zoom;
    float x = r.Max.x - px(6) * d.zoom;
    const auto mark = [&](const std::string& words, Tone tone) {
        const TextLook look = d.look(13, Weight::bold, palette().on_accent);
        const float w = ImMax(half * 2, size_of(words, look).x + px(10) * d.zoom);
        const ImRect box(x - w, y - half, x, y + half);
        list->AddRectFilled(box.Min, box.Max, look_of(tone).text, half);
        draw_centred(list, box, words, look);
        x -= w + px(4) * d.zoom;
    };
    if (c.findings > 0)
        mark(look_of(c.finding_tone).symbol + (c.findings > 1 ? std::to_string(c.findings) : ""), c.finding_tone);
    if (c.open_question) mark("?", Tone::judgement);
}

bool draw_card(const Drawing& d, const StepCard& c, const CardText& t, const ImRect& r, Together together) {
    const Ids scope(c.id);
    const ItemId id = id_of("card");
    if (d.reveal == c.id) d.reveal.clear(), kit().move_focus(id);
    const Press p = press(id, r);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Palette& pal = palette();
    const bool off = c.look == StepLook::not_required;
    list->AddRectFilled(r.Min, r.Max,
                        c.selected  ? pal.chosen
                        : p.hovered ? pal.hover
                        : off       ? pal.page
                        : !c.mark.empty() ? look_of(c.mark_tone).ground
                                    : pal.card,
                        px(radius) * d.zoom);
    card_edge(r, c, d.zoom);
    float y = r.Min.y + d.pad;
    for (const CardText::Part& part : t.parts) {
        draw_lines(list, {r.Min.x + d.pad, y}, part.lines, part.look);
        const float h = line_height(part.look);
        for (const Line& l : part.lines) {
            const bool crossed = off && &part == &t.parts[c.mark.empty() ? 0 : 1];
            if (crossed)
                list->AddLine({r.Min.x + d.pad, y + h / 2}, {r.Min.x + d.pad + l.width, y + h / 2}, pal.second,
                              px(1.5f));
            y += h;
        }
    }
    card_marks(r, c, d);
    if (p.ring) draw_ring(r, px(radius));
    record(described(id, Role::button, r, name_of(c, together),
                     usable | (c.selected ? State::checkable | State::checked : 0u)));
    return p.clicked;
}

void draw_arrow(ImDrawList* list, const PlacedEdge& e, ImVec2 o, float zoom) {
    const Colour ink = palette().second;
    const float w = ImMax(1.0f, px(1.5f) * zoom), s = px(6) * ImMax(zoom, 0.7f);
    std::vector<ImVec2> points;
    for (const Point& p : e.line) points.push_back({snap(o.x + p.x) + 0.5f, snap(o.y + p.y) + 0.5f});
    if (points.size() < 2) return;
    const ImVec2 from = points[points.size() - 2];
    ImVec2 tip = points.back();
    const bool down = std::fabs(tip.x - from.x) < std::fabs(tip.y - from.y);
    const float sign = down ? (tip.y > from.y ? 1.0f : -1.0f) : (tip.x > from.x ? 1.0f : -1.0f);
    (down ? tip.y : tip.x) -= px(2) * sign;  // short of the border, which it would blot
    ImVec2 base = tip;
    (down ? base.y : base.x) -= s * sign;
    points.back() = base;
    list->AddPolyline(points.data(), static_cast<int>(points.size()), ink, 0, w);
    if (down) list->AddTriangleFilled(tip, {base.x - s * 0.7f, base.y}, {base.x + s * 0.7f, base.y}, ink);
    else list->AddTriangleFilled(tip, {base.x, base.y - s * 0.7f}, {base.x, base.y + s * 0.7f}, ink);
}

void draw_group(const Drawing& d, const PlacedStage& placed, Together together, ImVec2 o) {
    if (placed.group.w <= 0) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Box& g = placed.group;
    const ImRect r(snap(o.x + g.x), snap(o.y + g.y), snap(o.x + g.x + g.w), snap(o.y + g.y + g.h));
    const bool open = together == Together::order_open || together == Together::some_by_facts;
    list->AddRectFilled(r.Min, r.Max, open ? palette().judgement_ground : palette().page, px(radius) * d.zoom);
    list->AddRect(r.Min, r.Max, open ? palette().judgement : palette().line, px(radius) * d.zoom);
    const TextLook look = d.look(em::small, Weight::bold, open ? palette().judgement : palette().second);
    const std::string words = (open ? "? " : "") + std::string(word_of(together));
    const ImVec2 at{r.Min.x + d.metrics.group_pad, r.Min.y + px(4) * d.zoom};
    const ImVec2 size = size_of(words, look);
    draw_text(list, at, words, look);
    record_text({at, {at.x + size.x, at.y + size.y}}, word_of(together), look.em);
}

// Which lines mean what, for those that occur; and the buttons to zoom.
void legend(std::span<const RoutePicture> pictures, RouteView& view) {
    const Row row(16);
    for (const StepLook look : {StepLook::required, StepLook::if_needed, StepLook::permitted, StepLook::open}) {
        bool occurs = false;
        for (const RoutePicture& picture : pictures)
            for (const RouteStage& s : picture.stages)
                for (const StepCard& c : s.cards) occurs |= c.look == look;
        if (!occurs) continue;
        const TextLook small{em::small, Weight::regular, palette().second};
        const ImRect r = place({px(30) + size_of(word_of(look), small).x, line_height(small)}, 0);
        const float y = snap(r.GetCenter().y);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImVec2 a{r.Min.x, y}, b{r.Min.x + px(24), y};
        if (look == StepLook::required) list->AddLine(a, b, palette().ink, px(1.5f));
        else if (look == StepLook::if_needed) draw_dashed(list, a, b, palette().ink, px(1.5f), px(7), px(4));
        else if (look == StepLook::open) draw_dashed(list, a, b, palette().judgement, px(1.5f), px(7), px(4));
        else draw_dashed(list, a, b, palette().ink, px(1.5f), px(2), px(3.5f));
        draw_text(list, {b.x + px(6), r.Min.y}, word_of(look), small);
        record_text({b.x + px(6), r.Min.y, r.Max.x, r.Max.y}, word_of(look), em::small);
    }
    kit().row->to_right(32 * 2 + 56 + 16 * 2);
    if (symbol_button("−", "缩小", view.zoom <= 0.5f)) view.zoom -= 0.1f;
    if (button(std::to_string(static_cast<int>(view.zoom * 100 + 0.5f)) + "%##zoom",
               {.kind = Kind::quiet, .name = "恢复原大小", .width = 56}))
        view.zoom = 1;
    if (symbol_button("+", "放大", view.zoom >= 2)) view.zoom += 0.1f;
}

std::string draw_picture(const Drawing& d, const RouteLayout& layout, const std::vector<std::vector<CardText>>& texts,
                         ImVec2 o) {
    std::string pressed;
    const std::vector<RouteStage>& stages = d.picture.stages;
    for (std::size_t s = 0; s < stages.size(); ++s) {
        draw_group(d, layout.stages[s], stages[s].together, o);
        if (stages[s].title.empty()) continue;
        const TextLook look = d.look(em::small, Weight::regular, palette().second);
        const ImVec2 at{o.x + layout.stages[s].title.x, o.y + layout.stages[s].title.y};
        draw_text(ImGui::GetWindowDrawList(), at, stages[s].title, look);
        const ImVec2 size = size_of(stages[s].title, look);
        record_text({at, {at.x + size.x, at.y + size.y}}, stages[s].title, look.em);
    }
    for (const PlacedEdge& e : layout.edges) draw_arrow(ImGui::GetWindowDrawList(), e, o, d.zoom);
    for (std::size_t s = 0; s < stages.size(); ++s)
        for (std::size_t c = 0; c < stages[s].cards.size(); ++c) {
            const Box& b = layout.stages[s].cards[c];
            const ImRect r(snap(o.x + b.x), snap(o.y + b.y), snap(o.x + b.x + b.w), snap(o.y + b.y + b.h));
            const Together together = stages[s].cards.size() > 1 ? stages[s].together : Together::one;
            if (draw_card(d, stages[s].cards[c], texts[s][c], r, together)) pressed = stages[s].cards[c].id;
        }
    return pressed;
}

// Ctrl and wheel zoom; dragging what is no card moves.
void handle_pointer(RouteView& view) {
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
    if (const float by = kit().take_zoom(); by != 0) view.zoom += by > 0 ? 0.1f : -0.1f;
    if (!ImGui::IsAnyItemHovered() && !ImGui::IsAnyItemActive() && ImGui::IsMouseDragging(0, 2)) {
        const ImVec2 by = ImGui::GetIO().MouseDelta;
        ImGui::SetScrollX(ImGui::GetScrollX() - by.x);
        ImGui::SetScrollY(ImGui::GetScrollY() - by.y);
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
}

RouteMetrics metrics_for(const RoutePicture& picture, float room, float zoom) {
    const float s = kit().scale() * zoom;
    RouteMetrics m;
    m.room = room;
    m.card_least = 132 * s;
    m.card_most = 240 * s;
    m.gap_x = 44 * s;  // two lines, 8 apart
    m.gap_y = 12 * s;
    m.lane = 8 * s;
    m.band_gap = 44 * s;
    m.group_pad = 10 * s;
    m.group_head = 26 * s;
    m.anchor = 22 * s;
    m.stage_head = 0;
    for (const RouteStage& stage : picture.stages)
        if (!stage.title.empty()) m.stage_head = 26 * s;
    return m;
}

void clamp_zoom(RouteView& view) { view.zoom = std::round(ImClamp(view.zoom, 0.5f, 2.0f) * 10) / 10; }

bool has_cards(const RoutePicture& picture) {
    for (const RouteStage& s : picture.stages)
        if (!s.cards.empty()) return true;
    return false;
}

}  // namespace

std::string route_picture(const RoutePicture& picture, RouteView& view) {
    const Ids scope(picture.label);
    if (!picture.plain) legend({&picture, 1}, view);
    clamp_zoom(view);
    const float room = room_left();
    Drawing d{picture, view.zoom, metrics_for(picture, room, ImMin(view.zoom, 1.0f)), px(10) * view.zoom, view.reveal};
    // Enlarged, the picture keeps its columns and grows beyond the room; reduced, more columns fit.
    if (view.zoom > 1) d.metrics = metrics_for(picture, room * view.zoom, view.zoom);
    const float width = route_grid(picture, d.metrics).card_width;
    std::vector<std::vector<CardText>> texts;
    std::vector<std::vector<float>> heights;
    for (const RouteStage& s : picture.stages) {
        texts.emplace_back();
        heights.emplace_back();
        for (const StepCard& c : s.cards) {
            texts.back().push_back(d.text_of(c, width));
            heights.back().push_back(texts.back().back().height);
        }
    }
    const RouteLayout layout = lay_out_route(picture, heights, d.metrics);
    const float shown = layout.height / kit().scale() + (layout.width > room ? 20 : 4);  // the page scrolls, the picture only sideways
    const Area area(
        picture.label, shown,
        {.role = Role::figure, .padding_x = 0, .padding_y = 0, .ground = Ground::none, .scrolls_sideways = true});
    handle_pointer(view);
    const ImVec2 o = ImGui::GetCursorScreenPos();
    const std::string pressed = draw_picture(d, layout, texts, o);
    ImGui::SetCursorScreenPos(o);
    ImGui::ItemSize(ImVec2(layout.width, layout.height));
    return pressed;
}

std::string route_pair(const RoutePicture& upper, const RoutePicture& lower, RouteView& view) {
    RoutePicture both[] = {upper, lower};
    legend(both, view);
    clamp_zoom(view);
    const std::size_t n = upper.stages.size();
    const auto columns = static_cast<std::size_t>(route_grid(both[0], metrics_for(upper, room_left(), ImMin(view.zoom, 1.0f))).columns);
    std::string pressed;
    for (std::size_t first = 0; first < n; first += columns) {
        const auto from = static_cast<std::ptrdiff_t>(first), to = static_cast<std::ptrdiff_t>(ImMin(n, first + columns));
        for (const RoutePicture& whole : both) {
            RoutePicture part{.label = whole.label, .stages = {whole.stages.begin() + from, whole.stages.begin() + to}, .edges = whole.edges, .plain = true};
            if (first) part.label += "（续" + std::to_string(first / columns) + "）";
            if (!has_cards(part)) continue;
            note(part.label);
            const std::string p = route_picture(part, view);
            if (!p.empty()) pressed = p;
        }
    }
    return pressed;
}

}  // namespace signroute::ui
