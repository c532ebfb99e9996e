// The frame around all widgets: fonts, input, keyboard focus, what floats, and what goes back to the platform. Views
// use the widgets; widgets use this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "imgui.h"
#include "shell/ports.h"
#include "shell/ui/recorder.h"
#include "shell/ui/theme.h"

namespace signroute::ui {

class Row;

// Something drawn over the page that belongs to an item: a list of options, a month to pick from, a dialog.
struct Floating {
    ItemId owner = 0;
    Box box, anchor;
    bool modal = false, drawn = false;
};

// What was typed into a field whose value is not text, and the item it was typed into.
struct Draft {
    std::string text;
    ItemId field = 0;
};

struct Toast {
    std::string text;
    Tone tone = Tone::neutral;
    double until = 0;
};

class Kit {
  public:
    explicit Kit(GlyphSource& glyphs);  // makes an ImGui context, which end with the kit
    ~Kit();
    Kit(const Kit&) = delete;
    Kit& operator=(const Kit&) = delete;

    void begin_frame(const FrameInput& input);
    FrameOutput end_frame();

    // The reader's text size: 1 … 2. Everything grows with it.
    void set_scale(float scale);
    float scale() const { return scale_; }
    double now() const { return now_; }
    CivilDay today() const { return today_; }
    ImFont* font(Weight weight) const { return weight == Weight::bold ? bold_ : regular_; }
    // What ImGui does only in a later frame (it spreads fast input).
    bool input_pending() const;

    // ---- keyboard
    ItemId focus() const { return focus_; }
    bool shows_ring(ItemId id) const { return id == focus_ && ring_; }
    // Moves the keyboard to an item that is drawn in this frame or the next, and scrolls to it.
    void move_focus(ItemId id, bool ring = true);
    void note_focus(ItemId id) { focus_ = id, ring_ = false; }  // the pointer or ImGui put it there
    // A key pressed in this frame, given out once. Text fields see theirs by themselves.
    bool take_key(ImGuiKey key);
    void activate(ItemId id) { next_activation_ = id, settle(); }  // as if it were pressed, in the next frame
    bool take_activation(ItemId id);                               // pressed other than by the pointer
    std::optional<std::string> take_value(ItemId id);
    std::optional<ImVec2> take_scroll(ItemId id);
    bool take_reveal(ItemId id);
    float take_zoom() { return std::exchange(zoom_, 0.0f); }  // wheel with Ctrl, in notches

    // ---- kept from frame to frame
    int& state(ItemId id, int initial = 0) { return states_.try_emplace(id, initial).first->second; }
    Draft& draft(ItemId id) { return drafts_[id]; }

    // ---- what floats
    void open_floating(ItemId owner, const Box& anchor, bool modal = false);
    void close_floating(ItemId owner, bool focus_owner = true);
    Floating* floating(ItemId owner);  // null: not open
    int modal_depth() const;
    void tooltip(ItemId id, const Box& anchor, std::string_view text);  // of an item hovered or focused
    void show_toast(std::string_view text, Tone tone);

    // ---- out
    void emit(Effect effect) { effects_.push_back(std::move(effect)); }
    void run_again_in(double seconds);  // at the latest
    void settle(int frames = 2);        // something changed from outside: ImGui needs frames to lay out

    Recorder recorder;
    Row* row = nullptr;  // the line being filled, if any
    int inert = 0;       // what is recorded now lies behind a dialog

  private:
    void feed(const InputEvent& event);
    void feed_key(const InputEvent& event, bool down);
    void feed_focus(const InputEvent& event);
    void paste(const std::string& text);
    void close_what_was_left();
    void draw_tooltip();
    void draw_toasts();
    void mark_inert();
    double next_frame_in() const;

    ImGuiContext* context_ = nullptr;
    ImFont* regular_ = nullptr;
    ImFont* bold_ = nullptr;
    float scale_ = 1;
    double now_ = -1, again_at_ = -1;
    CivilDay today_;
    int settle_ = 3;
    ItemId focus_ = 0, wanted_focus_ = 0, reveal_ = 0, activation_ = 0, next_activation_ = 0;
    bool ring_ = false;
    float zoom_ = 0;
    std::vector<ImGuiKey> keys_;
    struct Value {
        ItemId id;
        std::string text;
    };
    std::vector<Value> values_;
    struct Scroll {
        ItemId id;
        ImVec2 to;
    };
    std::vector<Scroll> scrolls_;
    std::vector<Floating> floating_;
    std::vector<Toast> toasts_;
    std::unordered_map<ItemId, int> states_;
    std::unordered_map<ItemId, Draft> drafts_;
    struct Tip {
        ItemId id = 0;
        Box anchor;
        std::string text;
        double since = 0;
        bool asked = false;
    } tip_;
    std::string clipboard_;
    TextCursor text_cursor_;
    std::vector<Effect> effects_;
};

// The kit of the current ImGui context.
Kit& kit();
// Design pixels in CSS pixels.
inline float px(float design) { return design * kit().scale(); }

ImGuiKey key_from_code(std::string_view keyboard_event_code);

}  // namespace signroute::ui
