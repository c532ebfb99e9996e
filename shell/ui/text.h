// Words on the page.
#pragma once

#include <string_view>

#include "shell/ui/theme.h"

namespace signroute::ui {

// Level 1: the subject (26), 2: a part (20), 3: bold text.
void heading(std::string_view text, int level = 2);

struct TextOptions {
    bool small = false;
    bool bold = false;
    bool second = false;  // of less weight
    Tone tone = Tone::neutral;
    int max_lines = 0;  // the rest is left out with …; 0: all
};
float text_width(std::string_view text, const TextOptions& options = {});  // design pixels, on one line
// Breaks into lines by the rules for Chinese.
void text(std::string_view text, const TextOptions& options = {});
inline void note(std::string_view s) { text(s, {.small = true, .second = true}); }

// "label   value" on one line, the label in second ink.
void labelled(std::string_view label, std::string_view value, float label_width = 96);

}  // namespace signroute::ui
