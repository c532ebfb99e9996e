// What holds other things together or sets them apart.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shell/ui/recorder.h"
#include "shell/ui/theme.h"

struct ImDrawListSplitter;

namespace signroute::ui {

// A white sheet as wide as the room; what is drawn until its end lies on it. With a label it is a group of that name.
struct CardOptions {
    Tone tone = Tone::neutral;  // a coloured edge and ground, unless neutral
    float padding = 16;
    bool plain = false;  // without a ground: the edge only
    bool dashed = false;  // a place to drop something on
};
class Card {
  public:
    explicit Card(std::string_view label = {}, const CardOptions& options = {});
    ~Card();
    Card(const Card&) = delete;

  private:
    CardOptions options_;
    ImDrawListSplitter* splitter_;
    float x_, y_, width_, work_min_, work_max_;
    int node_ = -1;
    class Row* row_;
};

// A symbol and a word: ✕ 错误, ! 提示, ? 需人工判断, ○ 原文未规定, ✓ 符合. `sign`: in place of the tone's symbol.
void tag(std::string_view words, Tone tone = Tone::neutral, std::string_view sign = {});

// A block of a map to press: its number and a mark for each of its parts; `name` says the same in words.
struct Mark {
    Tone tone = Tone::neutral;
    std::string_view sign{};
};
bool block(std::string_view number, std::string_view name, std::span<const Mark> marks);

// A remark set apart, with its symbol; `title` in bold, `text` below it. Either may be empty.
void callout(Tone tone, std::string_view title, std::string_view text = {});
// The one line that says how it stands; a change of it is read out.
void verdict(Tone tone, std::string_view text);

// A heading that unfolds what follows: if (disclosure("口径说明", open, {.count = 1})) { … }
struct DisclosureOptions {
    int count = -1;
    bool small = false;
    std::optional<Tone> tone{};  // its symbol stands before the label
};
bool disclosure(std::string_view label, bool& open, const DisclosureOptions& options = {});

// Where nothing is yet: what belongs there, and an offer. True when the offer was taken.
bool empty_state(std::string_view title, std::string_view text, std::string_view offer = {});

// if (Dialog d("删除案卷", open); d) { …; if (button("取消")) d.close(); }   Escape closes it.
class Dialog {
  public:
    Dialog(std::string_view title, bool& open, float width = 480);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    explicit operator bool() const { return window_ != nullptr; }
    void close() { *open_ = false; }

  private:
    bool* open_;
    ItemId id_ = 0;
    class FloatingWindow* window_ = nullptr;
};

// A message at the foot of the page for six seconds, read out.
void toast(std::string_view text, Tone tone = Tone::neutral);

}  // namespace signroute::ui
