#include "core/report/route_layout.h"

#include <algorithm>
#include <set>

namespace signroute {

namespace {

constexpr int kRoom = 590, kGapX = 32, kGapY = 12, kPad = 6, kLane = 6, kBandGap = 34, kJog = 8;
constexpr int kCardLeast = 90, kCardMost = 150, kMostColumns = 5;
constexpr int kLeft = kGapX, kRight = kGapX - kPad;  // where the picture wraps, lines leave at the right and come in at the left


using Edge = std::pair<ReportPlace, ReportPlace>;

// Runs along the gaps between the cards, never through one. Lines to the same card, or to cards that have the same cards
// before them, share a lane; so where lines meet they lead to the same places.
class PrintRouter {
  public:
    PrintRouter(const ReportPicture& picture, int columns) : columns_(static_cast<std::size_t>(columns)) {
        for (const Edge& e : picture.order) before_[key(e.second)].insert(key(e.first));
        // In a gap, what passes other stages lies left and what comes from afar right of what goes to the next stage: so
        // nothing on the height of a card seems to enter it.
        for (const Edge& e : picture.order) {
            if (passes(e)) add(gaps_[e.first.stage + 1], lane(e)), add(above_[band(e)], lane(e));
        }
        for (const Edge& e : picture.order) {
            if (!passes(e)) add(gaps_[e.second.stage], lane(e));
        }
        for (const Edge& e : picture.order) {
            if (passes(e)) add(gaps_[e.second.stage], lane(e));
        }
    }

    // Room for the lines that run above the cards of a band; those into the band come from the one before.
    int room_above(std::size_t band) const {
        const auto at = above_.find(band);
        return at == above_.end() ? 0 : kLane * static_cast<int>(at->second.size());
    }

    std::vector<PrintPoint> line(const Edge& e, const PrintLayout& at, const std::vector<int>& band_top) const {
        const PrintBox& a = at.cards[e.first.stage][e.first.card];
        const PrintBox& b = at.cards[e.second.stage][e.second.card];
        const PrintPoint in{b.x, b.y + b.h / 2};
        PrintPoint out{a.x + a.w, a.y + a.h / 2};
        if (!passes(e) && out.y - in.y <= kJog && in.y - out.y <= kJog) out.y = in.y;  // no kink that only looks like a slip
        const int x0 = a.x + a.w + kPad + place(gaps_, e.first.stage + 1, lane(e), kGapX - 2 * kPad);
        if (!passes(e)) return {out, {x0, out.y}, {x0, in.y}, in};
        const int x1 = b.x - kGapX + kPad + place(gaps_, e.second.stage, lane(e), kGapX - 2 * kPad);
        const int y = band_top[band(e)] - room_above(band(e)) - kPad + place(above_, band(e), lane(e), room_above(band(e)) + kPad / 2);
        return {out, {x0, out.y}, {x0, y}, {x1, y}, {x1, in.y}, in};
    }

  private:
    using Key = std::pair<std::size_t, std::size_t>;
    using Lanes = std::map<std::size_t, std::vector<std::set<Key>>>;

    static Key key(const ReportPlace& p) { return {p.stage, p.card}; }
    std::size_t band(const Edge& e) const { return e.second.stage / columns_; }
    bool passes(const Edge& e) const { return e.second.stage != e.first.stage + 1 || e.second.stage % columns_ == 0; }
    const std::set<Key>& lane(const Edge& e) const { return before_.at(key(e.second)); }
    static void add(std::vector<std::set<Key>>& lanes, const std::set<Key>& one) {
        if (std::find(lanes.begin(), lanes.end(), one) == lanes.end()) lanes.push_back(one);
    }
    static int place(const Lanes& all, std::size_t where, const std::set<Key>& one, int width) {
        const auto& lanes = all.at(where);
        const auto at = std::find(lanes.begin(), lanes.end(), one) - lanes.begin();
        return width * static_cast<int>(at + 1) / static_cast<int>(lanes.size() + 1);
    }

    std::size_t columns_;
    std::map<Key, std::set<Key>> before_;
    Lanes gaps_, above_;
};

int height_of(const ReportStage& stage, const std::vector<int>& heights) {
    int h = is_framed(stage) ? kFrameHead + kPad : 0;
    for (const int one : heights) h += one + kGapY;
    return h - kGapY;
}

// The cards of one stage from its top left corner down.
void place_stage(const ReportStage& stage, const std::vector<int>& heights, int x, int y, PrintLayout& out) {
    out.cards.emplace_back();
    out.frames.emplace_back();
    const int height = height_of(stage, heights);
    if (is_framed(stage)) out.frames.back() = {x - kPad, y, out.card_width + 2 * kPad, height};
    if (is_framed(stage)) y += kFrameHead;
    for (const int h : heights) {
        out.cards.back().push_back({x, y, out.card_width, h});
        y += h + kGapY;
    }
}

}  // namespace

PrintLayout print_grid(const ReportPicture& picture) {
    PrintLayout out;
    const int stages = std::max<int>(1, static_cast<int>(picture.stages.size()));
    const bool wraps = stages > kMostColumns;
    const int most = wraps ? kMostColumns - 1 : kMostColumns, bands = (stages + most - 1) / most;
    out.columns = (stages + bands - 1) / bands;
    const int room = kRoom - 2 * kPad - (wraps ? kLeft + kRight : 0);
    out.card_width = std::clamp((room - kGapX * (out.columns - 1)) / out.columns, kCardLeast, kCardMost);
    return out;
}

void lay_out(const ReportPicture& picture, const std::vector<std::vector<int>>& heights, PrintLayout& out) {
    const PrintRouter router(picture, out.columns);
    const std::size_t n = picture.stages.size(), columns = static_cast<std::size_t>(out.columns);
    const int left = kPad + (n > columns ? kLeft : 0);
    std::vector<int> band_top;
    int top = kPad;
    for (std::size_t first = 0; first < n; first += columns) {
        const std::size_t last = std::min(n, first + columns);
        top += router.room_above(first / columns);
        int highest = 0;
        for (std::size_t s = first; s < last; ++s) highest = std::max(highest, height_of(picture.stages[s], heights[s]));
        band_top.push_back(top);
        for (std::size_t s = first; s < last; ++s) {
            const int x = left + static_cast<int>(s - first) * (out.card_width + kGapX);
            place_stage(picture.stages[s], heights[s], x, top + (highest - height_of(picture.stages[s], heights[s])) / 2, out);
            out.width = std::max(out.width, x + out.card_width + kPad + 1);
        }
        top += highest + kBandGap;
    }
    out.height = top - kBandGap + kPad + 1;
    if (n > columns) out.width += kRight;
    for (const Edge& e : picture.order) out.lines.push_back(router.line(e, out, band_top));
}

}  // namespace signroute
