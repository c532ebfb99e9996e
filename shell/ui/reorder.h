// Rows that change places: each has a handle, which is dragged with the pointer or, with the keyboard on it, moved by the
// keys Up and Down.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shell/ui/recorder.h"

namespace signroute::ui {

inline constexpr float handle_width = 44;  // design pixels

// { Reorder order("步骤"); … order.handle(i, "1.", "移动第1步"); … if (const auto m = order.finish(n)) …; }
class Reorder {
  public:
    explicit Reorder(std::string_view label);
    // The next handle; takes the next place in the layout. `words` stand on it.
    void handle(std::string_view words, std::string_view name);
    struct Move {
        int from = 0, to = 0;  // where the row was, and where it is to be
    };
    // After the last row: what was moved in this frame.
    std::optional<Move> finish();

  private:
    ItemId id_;
    std::vector<float> tops_;
    float left_ = 0, bottom_ = 0;
    std::optional<Move> by_key_;
};

}  // namespace signroute::ui
