// Things to press.
#pragma once

#include <string_view>

#include "shell/ui/theme.h"

namespace signroute::ui {

enum class Kind : unsigned char { secondary, primary, quiet, danger };
struct ButtonOptions {
    Kind kind = Kind::secondary;
    bool disabled = false;
    std::string_view name{};  // the accessible name, where the label alone does not say it
    std::string_view tip{};   // shown when the pointer rests on it
    float width = 0;          // design pixels; 0: as the label needs
    bool pressed = false;     // a button that stays down
};
// True in the frame in which it was pressed. The label is the words shown; "保存##2" keeps two apart.
bool button(std::string_view label, const ButtonOptions& options = {});
float button_width(std::string_view label);  // design pixels

// A symbol to press; `name` says what it does.
bool symbol_button(std::string_view symbol, std::string_view name, bool disabled = false);

// Words that lead somewhere.
struct LinkOptions {
    bool small = false;
    std::string_view name{};
    std::string_view tip{};
};
bool link(std::string_view label, const LinkOptions& options = {});

}  // namespace signroute::ui
