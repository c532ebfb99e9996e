// What surrounds a control that has a label: label and hint above it, the error below. Not for views.
#pragma once

#include "shell/ui/fields.h"
#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {

class FieldFrame {
  public:
    // `control_width` in CSS pixels; 0: what the options say.
    FieldFrame(std::string_view label, const FieldOptions& options, float control_width = 0);
    ~FieldFrame();
    FieldFrame(const FieldFrame&) = delete;
    float width() const { return width_; }
    std::string description() const;  // for the mirror: hint and error

  private:
    const FieldOptions& options_;
    Row* row_;
    float width_;
    bool group_;
};

// The name and the states that the options give a node.
void describe_field(Node& node, const FieldOptions& options, const FieldFrame& frame);

// One line (rows 0) or several of text at the cursor, `width` wide. Returns whether the value changed.
struct Editor {
    ItemId id = 0;
    ImRect box;
    bool changed = false, active = false, ended = false;  // ended: the keyboard has left it
};
Editor edit_text(std::string_view label, std::string& value, float width, int rows, const FieldOptions& options,
                 ImGuiInputTextFlags flags = 0, float room_at_right = 0);

// A list of options over the page below `anchor`. Returns the index pressed, or -1; the arrow keys move `active`.
int popup_list(ItemId owner, std::string_view label, const Box& anchor, std::span<const Completion> options, int chosen,
               int& active);

}  // namespace signroute::ui
