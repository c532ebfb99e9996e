// Where the cards of a route picture stand and how its lines run, given how high each card is. Pure; for
// route_picture.cpp and its tests.
#pragma once

#include <vector>

#include "shell/ui/recorder.h"
#include "shell/ui/route_picture.h"

namespace signroute::ui {

struct Point {
    float x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

// In pixels, everything already scaled.
struct RouteMetrics {
    float room = 880;        // width to fill
    float card_least = 132;  // a card is not narrower
    float card_most = 240;
    float gap_x = 36, gap_y = 12;
    float lane = 7;          // between lines that run beside each other
    float band_gap = 40;    // between lines of stages, where the picture wraps
    float group_pad = 10;   // frame of what belongs together
    float group_head = 26;  // its label
    float stage_head = 24;  // the stage's title; 0 where no stage has one
    float anchor = 22;      // lines meet a card or a frame so far below its top
};

struct RouteGrid {
    int columns = 1;  // stages in a line, at most 7
    int bands = 1;
    float card_width = 132;
};
// How many columns the picture asks for: its stages; of one stage alone, its cards.
std::size_t route_columns(const RoutePicture& picture);
RouteGrid route_grid(const RoutePicture& picture, const RouteMetrics& metrics);

struct PlacedStage {
    Box group;    // their frame; w 0: none
    Point title;  // top left of the stage's title
    std::vector<Box> cards;
};
struct PlacedEdge {
    // Corners, from the one card, or the frame of several, to the tip of the arrow; where the picture wraps, two lines.
    std::vector<Point> line;
};
struct RouteLayout {
    std::vector<PlacedStage> stages;
    std::vector<PlacedEdge> edges;  // those that run alike once
    float width = 0, height = 0;
};
// `heights[stage][card]` in pixels.
RouteLayout lay_out_route(const RoutePicture& picture, const std::vector<std::vector<float>>& heights,
                          const RouteMetrics& metrics);

}  // namespace signroute::ui
