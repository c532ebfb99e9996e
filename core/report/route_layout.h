// Where the cards of the printed picture stand and how its lines run, in whole CSS pixels. Private to core/report.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/report/report.h"

namespace signroute {

struct PrintBox {
    int x = 0, y = 0, w = 0, h = 0;
};
struct PrintPoint {
    int x = 0, y = 0;
};

struct PrintLayout {
    int columns = 1, card_width = 0;
    int width = 0, height = 0;
    std::vector<std::vector<PrintBox>> cards;     // [stage][card]
    std::vector<PrintBox> frames;                 // [stage]; w 0: none
    std::vector<std::vector<PrintPoint>> lines;   // as ReportPicture::order: corners from card to card
};

inline constexpr int kFrameHead = 18;  // the label of a frame

// How many stages stand in a line, and how wide a card is.
PrintLayout print_grid(const ReportPicture& picture);
// `heights[stage][card]` for cards of that width.
void lay_out(const ReportPicture& picture, const std::vector<std::vector<int>>& heights, PrintLayout& out);

}  // namespace signroute
