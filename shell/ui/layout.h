// Where things go. Everything stacks downwards with a gap of 8; Row and Columns set things side by side; an Area is a
// part of the page that scrolls by itself. Sizes are design pixels unless a Box is given (CSS pixels).
#pragma once

#include <string_view>
#include <vector>

#include "shell/ui/recorder.h"
#include "shell/ui/theme.h"

struct ImGuiWindow;
struct ImVec2;

namespace signroute::ui {

void gap(float height);  // more room before what follows
float room();            // design pixels to the right edge
Box page_box();          // the whole page, CSS pixels
void divider();

// A scope for ids: things in a list that have the same label need one each.
class Ids {
  public:
    explicit Ids(std::string_view key);
    explicit Ids(int key);
    ~Ids();
    Ids(const Ids&) = delete;
};

// Gives the keyboard, once, to the first thing to use that is drawn in its scope, and scrolls to it.
class Landing {
  public:
    explicit Landing(bool wanted);
    ~Landing();
    Landing(const Landing&) = delete;

  private:
    std::size_t from_;
};

// Another gap between what is stacked.
class Spacing {
  public:
    explicit Spacing(float gap);
    ~Spacing();
    Spacing(const Spacing&) = delete;
};

// Moves what follows to the right.
class Indent {
  public:
    explicit Indent(float by);
    ~Indent();
    Indent(const Indent&) = delete;

  private:
    float by_;
};

// Side by side, on the next line when the room is used up.
class Row {
  public:
    explicit Row(float gap = 8, float line = target);
    ~Row();
    Row(const Row&) = delete;
    void to_right(float width);  // the rest, `width` wide, stands at the right edge
    void before(float item_width);
    float room() const;
    float whole() const { return right_ - left_; }  // a line's
    void break_line() { first_ = true; }

  private:
    Row* outer_;
    ImGuiWindow* window_;
    float gap_, line_, left_, right_, pending_right_ = -1;
    bool first_ = true;
};

// Columns with the given shares of the width: { Columns c({1, 2}); … c.next(); … }
class Columns {
  public:
    explicit Columns(std::vector<float> shares, float gap = 16);
    ~Columns();
    Columns(const Columns&) = delete;
    void next();

  private:
    void begin();
    void end();
    std::vector<float> shares_;
    float gap_, x_, y_, width_, bottom_;
    float work_min_, work_max_;
    std::size_t at_ = 0;
    Row* row_;
};

enum class Ground : unsigned char { none, page, card };
struct AreaOptions {
    Role role = Role::region;
    float padding_x = 24, padding_y = 20;
    Ground ground = Ground::card;
    bool line_right = false, line_bottom = false;
    bool scrolls = true;
    bool scrolls_sideways = false;
};

// A part of the page at a fixed place (or, with w and h, the next place in the layout).
class Area {
  public:
    Area(std::string_view name, const Box& box, const AreaOptions& options = {});
    Area(std::string_view name, float height, const AreaOptions& options = {});
    ~Area();
    Area(const Area&) = delete;

  private:
    void open(std::string_view name, ImVec2 size, const AreaOptions& options);
    int node_ = -1;
    Row* row_;
};

// The frame of look.md: a rail, a bar, a list and the subject.
struct Frame {
    Box rail, bar, list, rest;
};
Frame page_frame(bool with_list = true);

}  // namespace signroute::ui
