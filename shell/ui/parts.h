// What widgets are made of. Views have no need of this.
#pragma once

#include <string_view>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/ui/kit.h"
#include "shell/ui/text_layout.h"
#include "shell/ui/theme.h"

namespace signroute::ui {

inline float snap(float v) { return ImFloor(v + 0.5f); }

struct TextLook {
    float em = em::body;  // design pixels
    Weight weight = Weight::regular;
    Colour colour = palette().ink;
};
inline float line_height(const TextLook& look) { return snap(look.em * 1.5f * kit().scale()); }
Measure measure_of(const TextLook& look);
ImVec2 size_of(std::string_view text, const TextLook& look);
void draw_text(ImDrawList* list, ImVec2 at, std::string_view text, const TextLook& look);
// In the middle of the box.
void draw_centred(ImDrawList* list, const ImRect& box, std::string_view text, const TextLook& look);
// Lines from `at` downwards; returns the height used. Lines outside of what is shown are not drawn.
float draw_lines(ImDrawList* list, ImVec2 at, const std::vector<Line>& lines, const TextLook& look);

inline Box to_box(const ImRect& r) { return {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()}; }
inline ImRect to_rect(const Box& b) { return {b.x, b.y, b.x + b.w, b.y + b.h}; }

// Takes the next place in the layout, on the line being filled if there is one and it fits. `text_offset`: from the top
// of the box to the top of its text line, so that texts of one line stand on one baseline.
inline constexpr float no_text = -1000;
ImRect place(ImVec2 size, float text_offset = 0);
// The offset for a text line of this look.
inline float text_offset(const TextLook& look) { return line_height(look) / 2 - px(12); }
float room_left();  // width from here to the right edge

ItemId id_of(std::string_view label);  // within the current id scope

struct Press {
    bool clicked = false;  // by pointer, key, screen reader or script
    bool hovered = false;
    bool held = false;
    bool ring = false;  // has the keyboard, and it should show
};
Press press(ItemId id, const ImRect& box, bool enabled = true);
void draw_ring(const ImRect& box, float rounding);

// Puts the node where `box` is, and says whether that is shown.
Node described(ItemId id, Role role, const ImRect& box, std::string_view label, unsigned states = 0);
// Adds a node to the record; the states of items behind a dialog are seen to.
int record(Node node);
void record_text(const ImRect& box, std::string_view text, float em, Role role = Role::text, int level = 0);

constexpr unsigned usable = State::hit | State::tabbable;

void draw_dashed(ImDrawList* list, ImVec2 a, ImVec2 b, Colour colour, float thickness, float on, float off);
void draw_check(ImDrawList* list, ImVec2 centre, float size, Colour colour);
void draw_calendar_sign(ImDrawList* list, ImVec2 centre, float size, Colour colour);
void draw_chevron(ImDrawList* list, ImVec2 centre, float size, bool down, Colour colour);

// A window over the page at `box`; its nodes lie at the level of the page. Returns the node's index.
class FloatingWindow {
  public:
    FloatingWindow(ItemId owner, const Box& box, Node node, float padding, bool scrim = false);
    ~FloatingWindow();

  private:
    int node_;
    std::vector<int> outer_;
    Row* row_;
};

void draw_tip_box(const Box& anchor, std::string_view text);
float draw_toast(std::string_view text, Tone tone, float bottom);  // returns its top

}  // namespace signroute::ui
