#include "shell/ui/route_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace signroute::ui {
namespace {

bool framed(const RouteStage& s) { return s.together != Together::one && s.cards.size() > 1; }

float head_of(const RouteStage& stage, const RouteMetrics& m) { return framed(stage) ? m.group_head + m.group_pad / 2 : 0; }

float height_of(const RouteStage& stage, const std::vector<float>& heights, const RouteMetrics& m) {
    float out = head_of(stage, m) + (framed(stage) ? m.group_pad : 0);
    for (std::size_t i = 0; i < heights.size(); ++i) out += heights[i] + (i ? m.gap_y : 0);
    return out;
}

// One column, from the top: in a picture that is read from left to right a second one would seem to come later.
PlacedStage place_stage(const RouteStage& stage, const std::vector<float>& heights, Point at, float width, const RouteMetrics& m) {
    PlacedStage p;
    float y = at.y + head_of(stage, m);
    for (const float h : heights) {
        p.cards.push_back({at.x, y, width, h});
        y += h + m.gap_y;
    }
    if (framed(stage)) p.group = {at.x - m.group_pad, at.y, width + 2 * m.group_pad, height_of(stage, heights, m)};
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
    bool from_all = false, to_all = false;  // all cards of its frame go on, are reached, in the same way: the frame does
};

// Runs along the gaps between the cards, never through one. Lines that meet lead to the same cards: those that have the
// same cards before them share a lane.
class Router {
  public:
    Router(const RoutePicture& picture, const RouteLayout& layout, const RouteMetrics& m, std::size_t columns)
        : picture_(picture), layout_(layout), m_(m), columns_(columns) {}

    std::vector<float> band_top, band_bottom;

    // What passes other stages lies left, what comes from afar right of what goes to the next stage: so nothing on the
    // height of a card seems to enter it.
    void plan(const std::vector<Run>& runs) {
        for (const Run& r : runs) {
            if (!passes(r)) continue;
            add(x_lanes_[out_gap(r)], r.lane);
            if (!wraps(r)) add(y_lanes_[band(r.from)], r.lane);
        }
        for (const Run& r : runs)
            if (r.from.stage != r.to.stage && !passes(r)) add(x_lanes_[out_gap(r)], r.lane);
        for (const Run& r : runs)
            if (passes(r)) add(x_lanes_[in_gap(r)], r.lane);
    }

    // `rest`: of one that wraps, what comes after the break.
    std::vector<Point> line(const Run& r, bool rest = false) const {
        const PlacedStage &sa = layout_.stages[r.from.stage], &sb = layout_.stages[r.to.stage];
        const Box &a = r.from_all ? sa.group : sa.cards[r.from.card], &b = r.to_all ? sb.group : sb.cards[r.to.card];
        if (r.from.stage == r.to.stage) {
            if (a.y < b.y) return {{a.x + a.w / 2, a.y + a.h}, {b.x + b.w / 2, b.y}};
            return {{a.x + a.w / 2, a.y}, {b.x + b.w / 2, b.y + b.h}};
        }
        const Point out{a.x + a.w, a.y + m_.anchor}, in{b.x, b.y + m_.anchor};
        const float lanes = m_.gap_x - 2 * m_.group_pad;
        const float x0 = lane(x_lanes_, out_gap(r), r.lane, sa.cards[0].x + sa.cards[0].w + m_.group_pad, lanes);
        if (!passes(r)) return {out, {x0, out.y}, {x0, in.y}, in};
        const float x1 = lane(x_lanes_, in_gap(r), r.lane, sb.cards[0].x - m_.gap_x + m_.group_pad, lanes);
        if (wraps(r) && rest) return {{x1, in.y - m_.anchor}, {x1, in.y}, in};
        if (wraps(r)) return {out, {x0, out.y}, {x0, out.y + m_.anchor}};
        // Past other stages: above this band's cards, or between the bands.
        const std::size_t from = band(r.from);
        const bool same_band = from == band(r.to);
        const float space = same_band ? m_.gap_y + m_.lane * static_cast<float>(passing(from)) : m_.band_gap;
        const float top = same_band ? band_top[from] - space : band_bottom[from];
        const float y = lane(y_lanes_, from, r.lane, top, space);
        return {out, {x0, out.y}, {x0, y}, {x1, y}, {x1, in.y}, in};
    }

    // From the end of a line of stages to the beginning of the next: the line breaks off there and begins anew here.
    bool wraps(const Run& r) const { return band(r.to) == band(r.from) + 1 && r.to.stage == r.from.stage + 1; }

    // How many lanes run along the band's stages.
    std::size_t passing(std::size_t band) const {
        const auto at = y_lanes_.find(band);
        return at == y_lanes_.end() ? 0 : at->second.size();
    }

  private:
    using Lanes = std::map<std::size_t, std::vector<std::string>>;
    static constexpr std::size_t before_first = 1000;  // gap at the left of a band

    std::size_t band(const Place& p) const { return p.stage / columns_; }
    // A stage without cards lets lines through.
    bool passes(const Run& r) const {
        if (r.from.stage == r.to.stage) return false;
        if (band(r.from) != band(r.to) || r.to.stage < r.from.stage) return true;
        for (std::size_t s = r.from.stage + 1; s < r.to.stage; ++s)
            if (!picture_.stages[s].cards.empty()) return true;
        return false;
    }
    static std::size_t out_gap(const Run& r) { return r.from.stage; }
    std::size_t in_gap(const Run& r) const { return r.to.stage % columns_ == 0 ? before_first + r.to.stage : r.to.stage - 1; }
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
    std::size_t columns_;
    Lanes x_lanes_, y_lanes_;
};

std::vector<Run> runs_of(const RoutePicture& picture) {
    std::map<std::string, std::set<std::string>> before, after;
    std::vector<RouteEdge> edges;
    for (const RouteEdge& e : edges_of(picture)) {
        if (!find_card(picture, e.from).found || !find_card(picture, e.to).found) continue;
        edges.push_back(e);
        before[e.to].insert(e.from), after[e.from].insert(e.to);
    }
    const auto alike = [&](const Place& p, auto& others) {
        const RouteStage& s = picture.stages[p.stage];
        const auto& own = others[s.cards[p.card].id];  // a card without a line has none that would differ
        return framed(s) && std::all_of(s.cards.begin(), s.cards.end(), [&](const StepCard& c) { return others[c.id].empty() || others[c.id] == own; });
    };
    std::vector<Run> out;
    for (const RouteEdge& e : edges) {
        const Place from = find_card(picture, e.from), to = find_card(picture, e.to);
        std::string lane;
        for (const std::string& id : before[e.to]) lane += id + "\n";
        const bool apart = from.stage != to.stage;
        out.push_back({lane, from, to, apart && alike(from, after), apart && alike(to, before)});
    }
    return out;
}

}  // namespace

std::size_t route_columns(const RoutePicture& picture) {
    const std::size_t stages = picture.stages.size();
    if (stages != 1) return stages;
    const RouteStage& only = picture.stages[0];
    const bool stacked = only.cards.size() <= 3 && only.together != Together::one;
    return stacked ? 1 : std::min<std::size_t>(4, only.cards.size());
}

RouteGrid route_grid(const RoutePicture& picture, const RouteMetrics& m) {
    RouteGrid g;
    const float room = m.room - 2 * m.group_pad - m.gap_x;  // where the picture wraps, lines run at both sides
    const int fit = std::clamp(static_cast<int>((room + m.gap_x) / (m.card_least + m.gap_x)), 1, 7);
    const int n = std::max(1, static_cast<int>(route_columns(picture)));
    g.bands = (n + fit - 1) / fit;
    g.columns = (n + g.bands - 1) / g.bands;
    const auto columns = static_cast<float>(g.columns);
    g.card_width = std::floor(std::clamp((room - m.gap_x * (columns - 1)) / columns, m.card_least, m.card_most));
    return g;
}

namespace {

// A route of one stage has the width to itself: its cards stand in lines, read from left to right.
RouteLayout lay_out_one_stage(const RouteStage& stage, const std::vector<float>& heights, const RouteGrid& grid, const RouteMetrics& m) {
    RouteLayout out;
    const auto columns = static_cast<std::size_t>(grid.columns);
    PlacedStage p;
    float y = m.gap_y + head_of(stage, m);
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
    if (framed(stage)) p.group = {0, m.gap_y, out.width - 1, y - 2 * m.gap_y + m.group_pad};
    p.title = {m.group_pad, 0};
    out.height = y + m.group_pad;
    out.stages.push_back(std::move(p));
    return out;
}

void add_edge(RouteLayout& out, std::vector<Point> line) {
    line.erase(std::unique(line.begin(), line.end()), line.end());
    const bool drawn = std::any_of(out.edges.begin(), out.edges.end(), [&](const PlacedEdge& e) { return e.line == line; });
    if (!drawn) out.edges.push_back({std::move(line)});
}

}  // namespace

RouteLayout lay_out_route(const RoutePicture& picture, const std::vector<std::vector<float>>& heights,
                          const RouteMetrics& m) {
    RouteLayout out;
    const std::size_t n = picture.stages.size();
    const RouteGrid grid = route_grid(picture, m);
    if (n == 1 && route_columns(picture) > 1) return lay_out_one_stage(picture.stages[0], heights[0], grid, m);
    const auto columns = static_cast<std::size_t>(grid.columns);
    const std::vector<Run> runs = runs_of(picture);
    Router router(picture, out, m, columns);
    router.plan(runs);
    const float left = m.group_pad + (grid.bands > 1 ? m.gap_x / 2 : 0);  // lines into a later band run there
    float top = m.gap_y;
    for (std::size_t first = 0; first < n; first += columns) {
        const std::size_t last = std::min(n, first + columns);
        top += m.lane * static_cast<float>(router.passing(first / columns));
        const float cards_top = top + m.stage_head;
        float x = left, highest = 0;
        for (std::size_t s = first; s < last; ++s) {
            out.stages.push_back(place_stage(picture.stages[s], heights[s], {x, cards_top}, grid.card_width, m));
            out.stages.back().title = {x, top};
            highest = std::max(highest, height_of(picture.stages[s], heights[s], m));
            x += grid.card_width + m.gap_x;
        }
        out.width = std::max(out.width, x - m.gap_x + m.group_pad + 1);
        router.band_top.push_back(cards_top);
        router.band_bottom.push_back(cards_top + highest);
        top = cards_top + highest + m.band_gap;
    }
    if (grid.bands > 1) out.width += m.gap_x / 2;  // and out of an earlier one here
    out.height = top - m.band_gap + m.gap_y;
    for (const Run& r : runs) {
        add_edge(out, router.line(r));
        if (router.wraps(r)) add_edge(out, router.line(r, true));
    }
    return out;
}

}  // namespace signroute::ui
