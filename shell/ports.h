// What crosses the border between the application and a platform: input and reports come in as values, effects go out
// as values. Only glyphs are asked for in the middle of a frame. Nothing here waits for the platform.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct ImDrawData;

namespace signroute {

// ---- glyphs ---------------------------------------------------------------------------------------------------

// One rasterised glyph, in device pixels; `left` and `top` are from the pen on the baseline, y grows downwards.
struct GlyphBox {
    float advance = 0;
    std::int32_t left = 0, top = 0, width = 0, height = 0;
    std::int32_t coloured = 0;  // 1: four bytes RGBA a pixel (emoji), 0: one byte of coverage
};

class GlyphSource {
  public:
    virtual ~GlyphSource() = default;
    // `weight` as in CSS (400, 700). Returns the number of the face, from 0.
    virtual int add_face(int weight) = 0;
    virtual float advance(int face, char32_t code_point, float em_px) = 0;
    virtual GlyphBox draw(int face, char32_t code_point, float em_px) = 0;
    virtual void pixels(unsigned char* out) = 0;  // those of the glyph drawn last: width × height × (1 or 4) bytes
};

// ---- in -------------------------------------------------------------------------------------------------------

struct InputEvent {
    enum class Kind {
        move,       // x, y in CSS pixels; `target` 1 for touch
        leave,      // the pointer left the page
        press,      // target: 0 main, 1 secondary, 2 middle button
        release,    //
        wheel,      // x, y in notches
        key_down,   // text: KeyboardEvent.code; target: modifier bits (1 Ctrl, 2 Shift, 4 Alt, 8 Meta)
        key_up,     //
        text,       // text typed, or committed by an input method
        paste,      // text from the clipboard
        window,     // target: 1 the window got the keyboard, 0 it lost it
        activate,   // of a mirrored item: pressed by a screen reader, a script or a key
        focus,      // the keyboard focus is on mirrored item `target` (0: none); x != 0: shown with a ring
        set_value,  // a mirrored field was filled from outside with `text`
        scroll,     // mirrored scroll area `target` was scrolled to x, y
    };
    Kind kind = Kind::move;
    float x = 0, y = 0;
    std::uint32_t target = 0;
    std::string text;
};

// Something the platform has to tell: the outcome of an effect, a file, the address. `name`, `key` and `value` by kind.
struct PlatformReport {
    enum class Kind {
        store_record,      // name: store, key, value: a record found at the start, or changed by another tab
        store_ready,       // every record has been reported; saving may begin
        store_failed,      // name: store, key, value: why; the record is not saved
        store_saved,       // name: store, key
        store_outdated,    // a newer version of the application is open elsewhere; this one no longer saves
        address,           // value: "#/…", by back, forward, a typed address or the start
        asset,             // name: path, value: text
        asset_failed,      // name: path, value: why
        file,              // name: file name, key: purpose ("drop", "paste" or that of the picker), value: text
        file_failed,       // name: file name, key: purpose, value: why
        copied,            // the text is on the clipboard
        copy_failed,       //
        print_failed,      //
        online_elsewhere,  // another tab of the application is open
        answered,          // name: tag, key: request, value: the answer, of an effect Ask
        not_answered,      // name: tag, key: request, value: why
        rooms_failed,      // value: why the page with every room is not to be had
    };
    Kind kind = Kind::address;
    std::string name, key, value;
};

struct CivilDay {
    int year = 0, month = 0, day = 0;
    bool operator==(const CivilDay&) const = default;
};

struct FrameInput {
    double now = 0;                  // seconds, monotonic
    CivilDay today;                  // by the user's clock
    int second = 0;                  // of that day
    float width = 0, height = 0;     // CSS pixels
    float scale_x = 1, scale_y = 1;  // device pixels to a CSS pixel
    std::vector<InputEvent> input;
    std::vector<PlatformReport> reports;
};

// ---- out ------------------------------------------------------------------------------------------------------

namespace effect {
struct Save {
    std::string store, key, value;
};
struct Erase {
    std::string store, key;
};  // key "": the whole store; store "": everything
struct Copy {
    std::string text;
};  // in the frame of a press only
struct Download {
    std::string file_name, media_type, text;
};
struct Print {
    std::string html;
};
struct Navigate {
    std::string address;
    bool replace = false;
};  // "#/…"
struct Load {
    std::string path;
};  // relative to the page
// A request of the machine contract that takes long; the answer comes as a report with the same tag and request.
struct Ask {
    std::string tag, verb, request;
};
// The page with every room in place of this one, at the same address, once all is saved. There is no answer but rooms_failed.
struct FetchRooms {};
struct PickFile {
    std::string accept, purpose;
};  // in the frame of a press only
struct Announce {
    std::string text;
    bool urgent = false;
};
struct Title {
    std::string text;
};
}  // namespace effect

using Effect = std::variant<effect::Save, effect::Erase, effect::Copy, effect::Download, effect::Print,
                            effect::Navigate, effect::Load, effect::Ask, effect::FetchRooms, effect::PickFile, effect::Announce, effect::Title>;

// Where an input method should show what is being composed; CSS pixels.
struct TextCursor {
    bool wanted = false;
    std::uint32_t field = 0;  // the mirrored field
    float x = 0, y = 0, line_height = 0, em = 0;
    bool operator==(const TextCursor&) const = default;
};

struct FrameOutput {
    double next_frame_in = -1;  // seconds until the next frame is wanted; 0: at once; below 0: when something happens
    std::vector<Effect> effects;
    bool mirror_changed = false;   // App::mirror() has news
    std::uint32_t take_focus = 0;  // mirrored item to give the keyboard focus, 0: leave it
    TextCursor text_cursor;
    int pointer_shape = 0;  // ImGuiMouseCursor
    const ImDrawData* draw = nullptr;
};

}  // namespace signroute
