// The signing chain as a picture: stages from left to right, what stands beside each other stacked, lines between.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/theme.h"

namespace signroute::ui {

// How the edge of a card is drawn, and said: solid 应当, dashed 如有需要, dotted 可以, faded 不需要 (crossed out), dashed
// in the colour of judgement 待答后确定; planned is what somebody means to do, drawn solid.
enum class StepLook : unsigned char { required, if_needed, permitted, not_required, open, planned };

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
    std::string mark;      // 缺少, 次序不对 …: with its symbol above the title
    Tone mark_tone = Tone::neutral;
    bool selected = false;
};

// 并行, 次序原文未定, 择一, 按情形择一, 次序原文未定, 按情形
enum class Together : unsigned char { one, parallel, order_open, alternatives, one_by_facts, some_by_facts, by_facts };

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
    std::string reveal;  // id of a card to be given the keyboard, once
};

// Draws it in the room there is, with buttons to zoom; Ctrl and wheel zoom, wheel and drag move. Returns the id of the
// card that was pressed, or nothing.
std::string route_picture(const RoutePicture& picture, RouteView& view);

// Two routes one under the other, which have a stage for each column, where it is empty without cards: they wrap together.
std::string route_pair(const RoutePicture& upper, const RoutePicture& lower, RouteView& view);

}  // namespace signroute::ui
