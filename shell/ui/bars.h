// Shares as bars: a name, a bar, and the same in figures and words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/ui/theme.h"

namespace signroute::ui {

struct Bar {
    std::string label;
    double share = 0;        // 0 … 1, filled
    double second = 0;       // 0 … 1, hatched after it
    std::string words;       // 学过 12 题，记牢 8 题
    Tone tone = Tone::accent;
};
// As wide as the room. Pressed: index of a bar, else -1; bars are links where `pressable`. `names`: how wide the labels are at
// least, in design pixels, so that the bars of several lists begin at one place.
int bars(std::string_view label, std::span<const Bar> list, bool pressable = false, float names = 56);

}  // namespace signroute::ui
