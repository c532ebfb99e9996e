#include "shell/ui/route_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace signroute::ui {
namespace {

bool framed(const RouteStage& s) { return s.together != Together::one && s.cards.size() > 1; }

// Heights of one stage: what stands above its cards, and the whole of it.
struct StageSize {
    float head = 0, total = 0;
};

struct StageSpan {
    std::size_t columns = 1;
    float card = 0;  // width of one
};

float highest_of(const std::vector<float>& heights, std::size_t first, std::size_t n) {
    float out = 0;
    for (std::size_t i = first; i < std::min(heights.size(), first + n); ++i) out = std::max(out, heights[i]);
    return out;
}

StageSize size_of_stage(const RouteStage& stage, const std::vector<float>& heights, std::size_t columns, const RouteMetrics& m) {
    StageSize s;
    if (framed(stage)) s.head = m.group_head + m.group_pad / 2;
    s.total = s.head + (framed(stage) ? m.group_pad : 0);
    for (std::size_t i = 0; i < heights.size(); i += columns) s.total += highest_of(heights, i, columns) + (i ? m.gap_y : 0);
    return s;
}

// A stage may be several columns wide: its cards then stand in lines, read from left to right.
PlacedStage place_stage(const RouteStage& stage, const std::vector<float>& heights, const StageSize& size, Point at,
                        const StageSpan& span, const RouteMetrics& m) {
    PlacedStage p;
    const float pitch = span.card + m.gap_x, width = pitch * static_cast<float>(span.columns) - m.gap_x;
    float y = at.y + size.head;
    for (std::size_t first = 0; first < heights.size(); first += span.columns) {
        const float highest = highest_of(heights, first, span.columns);
        for (std::size_t i = first; i < std::min(heights.size(), first + span.columns); ++i) {
            p.cards.push_back({at.x + pitch * static_cast<float>(i - first), y, span.card, heights[i]});
            p.row_bottom.push_back(y + highest);
        }
        y += highest + m.gap_y;
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

struct Run {
    std::string lane;  // of all cards that have the same cards before them
    Place from, to;
};

// Runs along the gaps between the cards, never through one. Lines that meet lead to the same cards: those that have the
// same cards before them share a lane.
class Router {
  public:
    Router(const RoutePicture& picture, const RouteLayout& layout, const RouteMetrics& m, const std::vector<std::size_t>& bands)
        : picture_(picture), layout_(layout), m_(m), bands_(bands) {}

    std::vector<float> band_top, band_bottom;

    // What passes other stages lies left, what comes from afar right of what goes to the next stage: so nothing on the
    // height of a card seems to enter it.
    void plan(const std::vector<Run>& runs) {
        for (const Run& r : runs)
            if (passes(r)) add(x_lanes_[out_gap(r)], r.lane), add(y_lanes_[band(r.from)], r.lane);
        for (const Run& r : runs)
            if (r.from.stage != r.to.stage && !passes(r)) add(x_lanes_[out_gap(r)], r.lane);
        for (const Run& r : runs)
            if (passes(r)) add(x_lanes_[in_gap(r)], r.lane);
    }

    std::vector<Point> line(const Run& r) const {
        const Box& a = layout_.stages[r.from.stage].cards[r.from.card];
        const Box& b = layout_.stages[r.to.stage].cards[r.to.card];
        const Point out{a.x + a.w, a.y + a.h / 2}, in{b.x, b.y + b.h / 2};
        if (r.from.stage == r.to.stage) {
            if (a.y < b.y) return {{a.x + a.w / 2, a.y + a.h}, {b.x + b.w / 2, b.y}};
            return {{a.x + a.w / 2, a.y}, {b.x + b.w / 2, b.y + b.h}};
        }
        const PlacedStage &sa = layout_.stages[r.from.stage], &sb = layout_.stages[r.to.stage];
        std::vector<Point> line{out}, end{in};
        // From the inside of a wide stage to its edge: below the card's line.
        const auto inside = [&](std::vector<Point>& part, const PlacedStage& stage, std::size_t card, float to_gap) {
            const float y = stage.row_bottom[card] + m_.gap_y / 2, x = part.back().x + to_gap;
            part.push_back({x, part.back().y});
            part.push_back({x, y});
        };
        const float right = sa.box.x + sa.box.w, half = m_.gap_x / 2;
        if (a.x + a.w < right - 1) inside(line, sa, r.from.card, half);
        if (b.x > sb.box.x + 1) inside(end, sb, r.to.card, -half);
        const float x0 = lane(x_lanes_, out_gap(r), r.lane, right + m_.group_pad, m_.gap_x - 2 * m_.group_pad);
        const auto join = [&](const std::vector<Point>& middle) {
            line.insert(line.end(), middle.begin(), middle.end());
            line.insert(line.end(), end.rbegin(), end.rend());
            return line;
        };
        const float y0 = line.back().y, y1 = end.back().y;
        if (!passes(r) && line.size() + end.size() == 2 && std::fabs(out.y - in.y) < 2) return {out, {in.x, out.y}};  // no step of a pixel
        if (!passes(r)) return join({{x0, y0}, {x0, y1}});
        const float x1 = lane(x_lanes_, in_gap(r), r.lane, sb.box.x - m_.gap_x + m_.group_pad, m_.gap_x - 2 * m_.group_pad);
        // Past other stages: above this band's cards, or between the bands.
        const std::size_t from = band(r.from);
        const bool same_band = from == band(r.to);
        const float space = same_band ? m_.gap_y + m_.lane * static_cast<float>(passing(from)) : m_.band_gap;
        const float top = same_band ? band_top[from] - space : band_bottom[from];
        const float y = lane(y_lanes_, from, r.lane, top, space);
        return join({{x0, y0}, {x0, y}, {x1, y}, {x1, y1}});
    }

    // How many lanes run along the band's stages.
    std::size_t passing(std::size_t band) const {
        const auto at = y_lanes_.find(band);
        return at == y_lanes_.end() ? 0 : at->second.size();
    }

  private:
    using Lanes = std::map<std::size_t, std::vector<std::string>>;
    static constexpr std::size_t before_first = 1000;  // gap at the left of a band

    std::size_t band(const Place& p) const { return bands_[p.stage]; }
    // A stage without cards lets lines through.
    bool passes(const Run& r) const {
        if (r.from.stage == r.to.stage) return false;
        if (band(r.from) != band(r.to) || r.to.stage < r.from.stage) return true;
        for (std::size_t s = r.from.stage + 1; s < r.to.stage; ++s)
            if (!picture_.stages[s].cards.empty()) return true;
        return false;
    }
    static std::size_t out_gap(const Run& r) { return r.from.stage; }
    std::size_t in_gap(const Run& r) const { return r.to.stage == 0 || bands_[r.to.stage - 1] != bands_[r.to.stage] ? before_first + r.to.stage : r.to.stage - 1; }
    static void add(std::vector<std::string>& lanes, const std::string& name) {
        if (std::find(lanes.begin(), lanes.end(), name) == lanes.end()) lanes.push_back(name);
    }
    static float lane(const Lanes& all, std::size_t gap, const std::string& name, float from, float width) {
        const std::vector<std::string>& lanes = all.at(gap);
        const auto at = std::find(lanes.begin(), lanes.end(), name) - lanes.begin();
        return from + width * static_cast<float>(at + 1) / static_cast<float>(lanes.size() + 1);
    }

    const RoutePicture& picture_;
    const RouteLayout& layout_;
    const RouteMetrics& m_;
    const std::vector<std::size_t>& bands_;
    Lanes x_lanes_, y_lanes_;
};

std::vector<Run> runs_of(const RoutePicture& picture) {
    const std::vector<RouteEdge> edges = edges_of(picture);
    std::map<std::string, std::set<std::string>> before;
    for (const RouteEdge& e : edges) before[e.to].insert(e.from);
    std::vector<Run> out;
    for (const RouteEdge& e : edges) {
        const Place from = find_card(picture, e.from), to = find_card(picture, e.to);
        if (!from.found || !to.found) continue;
        std::string lane;
        for (const std::string& id : before[e.to]) lane += id + "\n";
        out.push_back({lane, from, to});
    }
    return out;
}

void drop_repeated(std::vector<Point>& line) { line.erase(std::unique(line.begin(), line.end()), line.end()); }

}  // namespace

namespace {

constexpr std::size_t kLow = 3, kHigh = 6;  // cards above each other: no need to spread them; more than is easily seen

std::size_t rows_of(const RouteStage& stage, std::size_t columns) { return (stage.cards.size() + columns - 1) / columns; }

// High stages take the columns that nothing else needs, the highest first; what is higher than the screen takes its own.
std::vector<std::size_t> spans_of(const RoutePicture& picture, std::size_t fit) {
    const std::vector<RouteStage>& stages = picture.stages;
    std::vector<std::size_t> out(stages.size(), 1);
    if (picture.one_column_each) return out;
    for (std::size_t spare = fit > stages.size() ? fit - stages.size() : 0; spare > 0; --spare) {
        std::size_t highest = 0;
        for (std::size_t s = 1; s < stages.size(); ++s)
            if (rows_of(stages[s], out[s]) > rows_of(stages[highest], out[highest])) highest = s;
        if (rows_of(stages[highest], out[highest]) <= kLow) break;
        ++out[highest];
    }
    for (std::size_t s = 0; s < stages.size(); ++s)
        while (out[s] < fit && rows_of(stages[s], out[s]) > kHigh) ++out[s];
    return out;
}

// The line of stages in which each stands.
std::vector<std::size_t> bands_of(const RouteGrid& grid) {
    std::vector<std::size_t> out;
    std::size_t band = 0, used = 0;
    for (const std::size_t span : grid.spans) {
        if (used && used + span > static_cast<std::size_t>(grid.columns)) ++band, used = 0;
        used += span;
        out.push_back(band);
    }
    return out;
}

}  // namespace

std::size_t route_columns(const RoutePicture& picture) {
    const std::size_t stages = picture.stages.size();
    if (stages != 1 || picture.one_column_each) return stages;
    const RouteStage& only = picture.stages[0];
    const bool stacked = only.cards.size() <= 3 && only.together != Together::one;
    return stacked ? 1 : std::min<std::size_t>(4, only.cards.size());
}

RouteGrid route_grid(const RoutePicture& picture, const RouteMetrics& m) {
    RouteGrid g;
    const float room = m.room - 2 * m.group_pad - m.gap_x / 2;
    const int fit = std::clamp(static_cast<int>((room + m.gap_x) / (m.card_least + m.gap_x)), 1, 7);
    g.spans = spans_of(picture, static_cast<std::size_t>(fit));
    std::size_t columns_asked = route_columns(picture), widest = 1;
    if (picture.stages.size() != 1) {
        columns_asked = 0;
        for (const std::size_t span : g.spans) columns_asked += span, widest = std::max(widest, span);
    }
    const int n = std::max<int>(1, static_cast<int>(columns_asked));
    g.bands = (n + fit - 1) / fit;
    g.columns = std::max(static_cast<int>(widest), (n + g.bands - 1) / g.bands);
    const auto columns = static_cast<float>(g.columns);
    g.card_width = std::floor(std::clamp((room - m.gap_x * (columns - 1)) / columns, m.card_least, m.card_most));
    return g;
}

namespace {

// A route of one stage has the width to itself: its cards stand in lines, read from left to right.
RouteLayout lay_out_one_stage(const RouteStage& stage, const std::vector<float>& heights, const RouteGrid& grid, const RouteMetrics& m) {
    RouteLayout out;
    const auto columns = static_cast<std::size_t>(grid.columns);
    const float head = framed(stage) ? m.group_head + m.group_pad / 2 : 0;
    PlacedStage p;
    float y = m.gap_y + head;
    for (std::size_t first = 0; first < heights.size(); first += columns) {
        const std::size_t last = std::min(heights.size(), first + columns);
        float highest = 0;
        for (std::size_t i = first; i < last; ++i) {
            const float x = m.group_pad + static_cast<float>(i - first) * (grid.card_width + m.gap_y);
            p.cards.push_back({x, y, grid.card_width, heights[i]});
            highest = std::max(highest, heights[i]);
            out.width = std::max(out.width, x + grid.card_width + m.group_pad + 1);
        }
        y += highest + m.gap_y;
    }
    p.box = {m.group_pad, m.gap_y + head, out.width - 2 * m.group_pad, y - 2 * m.gap_y - head};
    if (framed(stage)) p.group = {0, m.gap_y, out.width - 1, y - 2 * m.gap_y + m.group_pad};
    p.title = {m.group_pad, 0};
    out.height = y + m.group_pad;
    out.stages.push_back(std::move(p));
    return out;
}

}  // namespace

RouteLayout lay_out_route(const RoutePicture& picture, const std::vector<std::vector<float>>& heights,
                          const RouteMetrics& m) {
    RouteLayout out;
    const std::size_t n = picture.stages.size();
    const RouteGrid grid = route_grid(picture, m);
    if (n == 1 && route_columns(picture) > 1) return lay_out_one_stage(picture.stages[0], heights[0], grid, m);
    const std::vector<std::size_t> bands = bands_of(grid);
    const std::vector<Run> runs = runs_of(picture);
    Router router(picture, out, m, bands);
    router.plan(runs);
    const float left = m.group_pad + (grid.bands > 1 ? m.gap_x / 2 : 0);  // lines into a later band run there
    float top = m.gap_y;
    for (std::size_t first = 0, last = 0; first < n; first = last) {
        float highest = 0;
        for (last = first; last < n && bands[last] == bands[first]; ++last)
            highest = std::max(highest, size_of_stage(picture.stages[last], heights[last], grid.spans[last], m).total);
        top += m.lane * static_cast<float>(router.passing(bands[first]));
        const float cards_top = top + m.stage_head;
        float x = left;
        for (std::size_t s = first; s < last; ++s) {
            const StageSize size = size_of_stage(picture.stages[s], heights[s], grid.spans[s], m);
            const Point at{x, std::floor(cards_top + (highest - size.total) / 2)};
            out.stages.push_back(place_stage(picture.stages[s], heights[s], size, at, {grid.spans[s], grid.card_width}, m));
            out.stages.back().title = {x, top};
            x += (grid.card_width + m.gap_x) * static_cast<float>(grid.spans[s]);
            out.width = std::max(out.width, x - m.gap_x + m.group_pad + 1);
        }
        router.band_top.push_back(cards_top);
        router.band_bottom.push_back(cards_top + highest);
        top = cards_top + highest + m.band_gap;
    }
    out.height = top - m.band_gap + m.gap_y;
    for (const Run& r : runs) {
        PlacedEdge edge{router.line(r)};
        drop_repeated(edge.line);
        out.edges.push_back(std::move(edge));
    }
    return out;
}

}  // namespace signroute::ui
