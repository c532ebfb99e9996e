#include "shell/ui/route_layout.h"

#include <algorithm>
#include <cmath>

namespace signroute::ui {
namespace {

bool framed(const RouteStage& s) { return s.together != Together::one && s.cards.size() > 1; }

// Heights of one stage: what stands above its cards, and the whole of it.
struct StageSize {
    float head = 0, total = 0;
};

StageSize size_of_stage(const RouteStage& stage, const std::vector<float>& heights, const RouteMetrics& m) {
    StageSize s;
    if (framed(stage)) s.head = m.group_head + m.group_pad / 2;
    s.total = s.head + (framed(stage) ? m.group_pad : 0);
    for (const float h : heights) s.total += h;
    if (!heights.empty()) s.total += m.gap_y * static_cast<float>(heights.size() - 1);
    return s;
}

PlacedStage place_stage(const RouteStage& stage, const std::vector<float>& heights, const StageSize& size, Point at,
                        float width, const RouteMetrics& m) {
    PlacedStage p;
    float y = at.y + size.head;
    for (const float h : heights) {
        p.cards.push_back({at.x, y, width, h});
        y += h + m.gap_y;
    }
    p.box = {at.x, at.y + size.head, width, std::max(0.0f, y - m.gap_y - at.y - size.head)};
    if (framed(stage)) p.group = {at.x - m.group_pad, at.y, width + 2 * m.group_pad, size.total};
    return p;
}

struct Place {
    std::size_t stage = 0, card = 0;
    bool found = false;
};

Place find_card(const RoutePicture& picture, const std::string& id) {
    for (std::size_t s = 0; s < picture.stages.size(); ++s)
        for (std::size_t c = 0; c < picture.stages[s].cards.size(); ++c)
            if (picture.stages[s].cards[c].id == id) return {s, c, true};
    return {};
}

std::vector<RouteEdge> edges_of(const RoutePicture& picture) {
    if (!picture.edges.empty()) return picture.edges;
    std::vector<RouteEdge> out;
    for (std::size_t s = 0; s + 1 < picture.stages.size(); ++s)
        for (const StepCard& a : picture.stages[s].cards)
            for (const StepCard& b : picture.stages[s + 1].cards) out.push_back({a.id, b.id});
    return out;
}

// Runs along the gaps between the cards, never through one.
struct Router {
    const RouteLayout& layout;
    const RouteMetrics& m;
    std::size_t columns;
    std::vector<float> band_top, band_bottom;

    float before(std::size_t stage) const { return layout.stages[stage].box.x - m.gap_x / 2; }
    float after(std::size_t stage) const {
        const Box& b = layout.stages[stage].box;
        return b.x + b.w + m.gap_x / 2;
    }

    std::vector<Point> line(const Place& from, const Place& to) const {
        const Box& a = layout.stages[from.stage].cards[from.card];
        const Box& b = layout.stages[to.stage].cards[to.card];
        const Point out{a.x + a.w, a.y + a.h / 2}, in{b.x, b.y + b.h / 2};
        if (from.stage == to.stage) {
            if (a.y < b.y) return {{a.x + a.w / 2, a.y + a.h}, {b.x + b.w / 2, b.y}};
            return {{a.x + a.w / 2, a.y}, {b.x + b.w / 2, b.y + b.h}};
        }
        const std::size_t band_a = from.stage / columns, band_b = to.stage / columns;
        const float x0 = after(from.stage), x1 = before(to.stage);
        if (band_a == band_b && to.stage == from.stage + 1) return {out, {x0, out.y}, {x0, in.y}, in};
        // Past other stages: above this band's cards, or between the bands.
        const float y = band_a == band_b ? band_top[band_a] - m.gap_y / 2 : band_bottom[band_a] + m.band_gap / 2;
        return {out, {x0, out.y}, {x0, y}, {x1, y}, {x1, in.y}, in};
    }
};

void drop_repeated(std::vector<Point>& line) { line.erase(std::unique(line.begin(), line.end()), line.end()); }

}  // namespace

RouteGrid route_grid(std::size_t stages, const RouteMetrics& m) {
    RouteGrid g;
    const float room = m.room - 2 * m.group_pad - m.gap_x / 2;
    const int fit = std::clamp(static_cast<int>((room + m.gap_x) / (m.card_least + m.gap_x)), 1, 7);
    const int n = std::max<int>(1, static_cast<int>(stages));
    g.bands = (n + fit - 1) / fit;
    g.columns = (n + g.bands - 1) / g.bands;
    const auto columns = static_cast<float>(g.columns);
    g.card_width = std::floor(std::clamp((room - m.gap_x * (columns - 1)) / columns, m.card_least, m.card_most));
    return g;
}

RouteLayout lay_out_route(const RoutePicture& picture, const std::vector<std::vector<float>>& heights,
                          const RouteMetrics& m) {
    RouteLayout out;
    const std::size_t n = picture.stages.size();
    const RouteGrid grid = route_grid(n, m);
    const auto columns = static_cast<std::size_t>(grid.columns);
    Router router{out, m, columns, {}, {}};
    float top = m.gap_y;
    for (std::size_t first = 0; first < n; first += columns) {
        const std::size_t last = std::min(n, first + columns);
        float highest = 0;
        for (std::size_t s = first; s < last; ++s)
            highest = std::max(highest, size_of_stage(picture.stages[s], heights[s], m).total);
        const float cards_top = top + m.stage_head;
        for (std::size_t s = first; s < last; ++s) {
            const StageSize size = size_of_stage(picture.stages[s], heights[s], m);
            const float x = m.group_pad + static_cast<float>(s - first) * (grid.card_width + m.gap_x);
            const Point at{x, std::floor(cards_top + (highest - size.total) / 2)};
            out.stages.push_back(place_stage(picture.stages[s], heights[s], size, at, grid.card_width, m));
            out.stages.back().title = {x, top};
            out.width = std::max(out.width, x + grid.card_width + m.group_pad + 1);
        }
        router.band_top.push_back(cards_top);
        router.band_bottom.push_back(cards_top + highest);
        top = cards_top + highest + m.band_gap;
    }
    out.height = top - m.band_gap + m.gap_y;
    if (router.band_top.size() > 1) out.width += m.gap_x / 2;
    for (const RouteEdge& e : edges_of(picture)) {
        const Place from = find_card(picture, e.from), to = find_card(picture, e.to);
        if (!from.found || !to.found) continue;
        PlacedEdge edge{router.line(from, to)};
        drop_repeated(edge.line);
        out.edges.push_back(std::move(edge));
    }
    return out;
}

}  // namespace signroute::ui
