// Choosing: one of several, or yes and no. An index of -1 means that nothing is chosen yet.
#pragma once

#include <span>
#include <string_view>

#include "shell/ui/fields.h"
#include "shell/ui/recorder.h"

namespace signroute::ui {

struct Choice {
    std::string_view label;
    std::string_view hint{};
    bool disabled = false;
};
using Choices = std::span<const Choice>;

// All of these return true in the frame in which the choice changed.
bool checkbox(std::string_view label, bool& value, const FieldOptions& options = {});
bool radio_group(std::string_view label, Choices choices, int& chosen, const FieldOptions& options = {});
// 是 | 否 | 不确定, side by side. `hide_label` where the question stands before it as text.
bool segmented(std::string_view label, Choices choices, int& chosen, const FieldOptions& options = {});
// A list that opens over the page.
bool select(std::string_view label, Choices choices, int& chosen, const FieldOptions& options = {});

struct Tab {
    std::string_view label;
    int count = -1;  // shown after the label; -1: none
    Tone tone = Tone::neutral;
};
bool tabs(std::string_view label, std::span<const Tab> items, int& current);

// The rooms, in the rail of the frame.
struct RailItem {
    std::string_view label;
    bool at_bottom = false;
};
bool rail(std::string_view label, std::span<const RailItem> items, int& current, const Box& box);

}  // namespace signroute::ui
