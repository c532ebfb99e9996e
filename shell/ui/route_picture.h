// The signing chain as a picture: stages from left to right, what stands beside each other stacked, lines between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/theme.h"

namespace signroute::ui {

// How the edge of a card is drawn, and said: solid 应当, dashed 如有需要, dotted 可以, faded 不需要 (crossed out), dashed
// in the colour of judgement 待答后确定.
enum class StepLook : unsigned char { required, if_needed, permitted, not_required, open };

struct StepCard {
    std::string id;      // returned when the card is pressed
    std::string title;   // the role, bold
    std::string action;  // 审核
    std::string clause;  // 第五十条第二款
    std::string limit;   // 3个工作日
    std::string remark;  // why not required, delegable to whom …
    StepLook look = StepLook::required;
    bool open_question = false;  // ? an answer is missing or a person has to judge
    bool decides = false;        // the final step: drawn with weight
    int findings = 0;            // ✕ and how many
    Tone finding_tone = Tone::error;
    bool selected = false;
};

enum class Together : unsigned char { one, parallel, order_open, alternatives };  // 并行, 次序原文未定, 择一

struct RouteStage {
    std::string title;  // of the column; may be empty
    Together together = Together::one;
    std::vector<StepCard> cards;
};
struct RouteEdge {
    std::string from, to;  // ids of cards
};
struct RoutePicture {
    std::string label;  // 签批链：以市政府名义发文
    std::vector<RouteStage> stages;
    std::vector<RouteEdge> edges;  // empty: each stage to the next
    bool plain = false;            // without the legend and the buttons to zoom
};

// What the user did to the picture; kept by the view.
struct RouteView {
    float zoom = 1;    // 0.5 … 2 in steps
    float height = 0;  // design pixels; 0: as high as the picture, at most 1200
};

// Draws it in the room there is, with buttons to zoom; Ctrl and wheel zoom, wheel and drag move. Returns the id of the
// card that was pressed, or nothing.
std::string route_picture(const RoutePicture& picture, RouteView& view);

}  // namespace signroute::ui
