#include "shell/ui/kit.h"

#include <algorithm>
#include <utility>

#include "imgui_internal.h"
#include "shell/ui/glyphs.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

bool inside(const Box& b, ImVec2 p) { return p.x >= b.x && p.x < b.x + b.w && p.y >= b.y && p.y < b.y + b.h; }

bool editing_text() { return GImGui->InputTextState.ID && GImGui->ActiveId == GImGui->InputTextState.ID; }

constexpr ImGuiWindowFlags root_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus;

}  // namespace

Kit& kit() { return *static_cast<Kit*>(ImGui::GetIO().UserData); }

Kit::Kit(GlyphSource& glyphs) {
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.UserData = this;
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // nothing moves that was not touched
    io.ConfigInputTextEnterKeepActive = true;
    io.KeyRepeatDelay = 3600;  // the platform repeats keys, at the user's own rate
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.Fonts->TexMinWidth = 1024;
    io.Fonts->TexMinHeight = 512;
    regular_ = add_font(*io.Fonts, glyphs, 400, em::body);
    bold_ = add_font(*io.Fonts, glyphs, 700, em::body);
    io.FontDefault = regular_;
    apply_style(scale_);
    GImGui->TestEngineHookItems = true;
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return kit().clipboard_.c_str(); };
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        kit().clipboard_ = text;
        kit().emit(effect::Copy{text});
    };
    platform.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* d) {
        Kit& k = kit();
        k.text_cursor_ = {d->WantTextInput, k.text_cursor_.field, d->InputPos.x,
                          d->InputPos.y,    d->InputLineHeight,   d->InputLineHeight / line_per_em};
    };
}

Kit::~Kit() { ImGui::DestroyContext(context_); }

void Kit::set_scale(float scale) {
    if (scale == scale_) return;
    scale_ = scale;
    settle(3);
}

void Kit::settle(int frames) { settle_ = std::max(settle_, frames); }
void Kit::run_again_in(double seconds) {
    const double at = now_ + seconds;
    again_at_ = again_at_ < 0 ? at : std::min(again_at_, at);
}
bool Kit::input_pending() const { return context_->InputEventsQueue.Size > 0 || context_->NavNextActivateId != 0; }

// ---- input ---------------------------------------------------------------------------------------------------

void Kit::paste(const std::string& text) {
    clipboard_ = text;
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey command = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(command, true);
    io.AddKeyEvent(ImGuiKey_V, true);
    io.AddKeyEvent(ImGuiKey_V, false);
    io.AddKeyEvent(command, false);
}

void Kit::feed_key(const InputEvent& event, bool down) {
    ImGuiIO& io = ImGui::GetIO();
    const unsigned m = event.target;
    io.AddKeyEvent(ImGuiMod_Ctrl, m & 1);
    io.AddKeyEvent(ImGuiMod_Shift, m & 2);
    io.AddKeyEvent(ImGuiMod_Alt, m & 4);
    io.AddKeyEvent(ImGuiMod_Super, m & 8);
    const ImGuiKey key = key_from_code(event.text);
    if (key == ImGuiKey_None || key == ImGuiKey_Tab) return;        // Tab moves among the mirrored items
    if (down && ImGui::IsKeyDown(key)) io.AddKeyEvent(key, false);  // a repetition
    io.AddKeyEvent(key, down);
    if (!down || (m & (1 | 4 | 8))) return;
    keys_.push_back(key);
    const bool presses = key == ImGuiKey_Enter || key == ImGuiKey_KeypadEnter || key == ImGuiKey_Space;
    if (presses && focus_ && !editing_text()) activation_ = focus_;
}

// The keyboard goes to an item from outside, or presses it.
void Kit::feed_focus(const InputEvent& e) {
    if (editing_text() && e.target != GImGui->ActiveId) ImGui::ClearActiveID();  // what is pressed may change it
    if (e.kind == InputEvent::Kind::activate) activation_ = e.target;
    else focus_ = e.target, ring_ = e.x != 0;
}

void Kit::feed(const InputEvent& e) {
    using Kind = InputEvent::Kind;
    ImGuiIO& io = ImGui::GetIO();
    switch (e.kind) {
        case Kind::move:
            io.AddMouseSourceEvent(e.target ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
            return io.AddMousePosEvent(e.x, e.y);
        case Kind::leave: return io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        case Kind::press:
        case Kind::release: return io.AddMouseButtonEvent(static_cast<int>(e.target), e.kind == Kind::press);
        case Kind::wheel:
            if (!(e.target & 1)) return io.AddMouseWheelEvent(e.x, e.y);
            zoom_ += e.y;
            return;
        case Kind::key_down:
        case Kind::key_up: return feed_key(e, e.kind == Kind::key_down);
        case Kind::text: return io.AddInputCharactersUTF8(e.text.c_str());
        case Kind::paste: return paste(e.text);
        case Kind::window: return io.AddFocusEvent(e.target != 0);
        case Kind::activate:
        case Kind::focus: return feed_focus(e);
        case Kind::set_value: return values_.push_back({e.target, e.text});
        case Kind::scroll: return scrolls_.push_back({e.target, {e.x, e.y}});
    }
}

void Kit::begin_frame(const FrameInput& input) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {input.width, input.height};
    io.DisplayFramebufferScale = {input.scale_x, input.scale_y};
    io.DeltaTime = now_ < 0 ? 1 / 60.0f : static_cast<float>(std::clamp(input.now - now_, 1e-4, 1.0));
    now_ = input.now;
    today_ = input.today;
    again_at_ = -1;
    keys_.clear();
    zoom_ = 0;
    activation_ = std::exchange(next_activation_, 0);
    for (const InputEvent& event : input.input) feed(event);
    if (!input.input.empty() || !input.reports.empty() || input_pending()) settle();
    else if (settle_ > 0) --settle_;
    recorder.begin_frame();
    row = nullptr;
    apply_style(scale_);
    ImGui::NewFrame();
    close_what_was_left();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("##page", nullptr, root_flags);
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, io.DisplaySize, palette().page);
}

// ---- keyboard ------------------------------------------------------------------------------------------------

void Kit::move_focus(ItemId id, bool ring) {
    focus_ = wanted_focus_ = reveal_ = id;
    ring_ = ring;
    settle();
}

bool Kit::take_key(ImGuiKey key) {
    const auto it = std::find(keys_.begin(), keys_.end(), key);
    if (it == keys_.end()) return false;
    keys_.erase(it);
    return true;
}

bool Kit::take_activation(ItemId id) {
    if (activation_ != id || id == 0) return false;
    activation_ = 0;
    settle();
    return true;
}

bool Kit::take_reveal(ItemId id) { return reveal_ == id && id != 0 ? (reveal_ = 0, true) : false; }

std::optional<std::string> Kit::take_value(ItemId id) {
    std::optional<std::string> text;
    for (Value& v : values_)
        if (v.id == id) v.id = 0, text = std::move(v.text);  // of several in one frame the last counts
    return text;
}

std::optional<ImVec2> Kit::take_scroll(ItemId id) {
    const auto it = std::find_if(scrolls_.begin(), scrolls_.end(), [&](const Scroll& s) { return s.id == id; });
    if (it == scrolls_.end()) return std::nullopt;
    const ImVec2 to = it->to;
    scrolls_.erase(it);
    return to;
}

// ---- what floats ---------------------------------------------------------------------------------------------

void Kit::open_floating(ItemId owner, const Box& anchor, bool modal) {
    if (Floating* f = floating(owner)) return void(f->anchor = anchor);
    floating_.push_back({owner, {}, anchor, modal, true});
    settle(3);
}

void Kit::close_floating(ItemId owner, bool focus_owner) {
    const auto it =
        std::find_if(floating_.begin(), floating_.end(), [&](const Floating& f) { return f.owner == owner; });
    if (it == floating_.end()) return;
    floating_.erase(it, floating_.end());  // with what was opened from within
    if (focus_owner) move_focus(owner, ring_);
    settle(3);
}

Floating* Kit::floating(ItemId owner) {
    for (Floating& f : floating_)
        if (f.owner == owner) return &f;
    return nullptr;
}

int Kit::modal_depth() const {
    return static_cast<int>(
        std::count_if(floating_.begin(), floating_.end(), [](const Floating& f) { return f.modal; }));
}

// What floats closes with Escape, with a press beside it, and when its owner is no longer drawn.
void Kit::close_what_was_left() {
    floating_.erase(std::remove_if(floating_.begin(), floating_.end(), [](const Floating& f) { return !f.drawn; }),
                    floating_.end());
    if (!floating_.empty() && take_key(ImGuiKey_Escape)) close_floating(floating_.back().owner);
    if (!floating_.empty() && ImGui::IsMouseClicked(0)) {
        const Floating& top = floating_.back();
        const ImVec2 p = ImGui::GetIO().MousePos;
        if (!top.modal && top.box.w > 0 && !inside(top.box, p) && !inside(top.anchor, p))
            close_floating(top.owner, false);
    }
    for (Floating& f : floating_) f.drawn = false;
}

void Kit::tooltip(ItemId id, const Box& anchor, std::string_view text) {
    if (tip_.id != id) tip_ = {id, anchor, {}, now_, false};
    tip_.anchor = anchor;
    tip_.text = text;
    tip_.asked = true;
}

void Kit::draw_tooltip() {
    if (!tip_.asked) return void(tip_ = {});
    tip_.asked = false;
    constexpr double delay = 0.4;
    if (now_ - tip_.since < delay) return run_again_in(delay - (now_ - tip_.since) + 0.01);
    draw_tip_box(tip_.anchor, tip_.text);
}

void Kit::show_toast(std::string_view text, Tone tone) {
    toasts_.push_back({std::string(text), tone, now_ + 6});
    emit(effect::Announce{std::string(text), tone == Tone::error});
}

void Kit::draw_toasts() {
    toasts_.erase(std::remove_if(toasts_.begin(), toasts_.end(), [&](const Toast& t) { return t.until <= now_; }),
                  toasts_.end());
    float bottom = ImGui::GetIO().DisplaySize.y - px(24);
    for (auto it = toasts_.rbegin(); it != toasts_.rend(); ++it) {
        bottom = draw_toast(it->text, it->tone, bottom) - px(8);
        run_again_in(it->until - now_);
    }
}

// Behind an open dialog nothing is a stop for the Tab key.
void Kit::mark_inert() {
    if (modal_depth() == 0) return;
    int last = -1;
    for (const Node& n : recorder.nodes())
        if (n.is(State::modal)) last = static_cast<int>(&n - recorder.nodes().data());
    if (last < 0) return;
    for (int i = 0; i < static_cast<int>(recorder.nodes().size()); ++i) {
        Node& n = recorder.at(i);
        int a = i;
        while (a >= 0 && a != last) a = recorder.at(a).parent;
        if (a != last && !(n.is(State::floating) && i > last))
            n.states = (n.states & ~static_cast<unsigned>(tabbable)) | State::inert;
    }
}

// ---- out -----------------------------------------------------------------------------------------------------

double Kit::next_frame_in() const {
    ImGuiContext& g = *context_;
    if (settle_ > 0 || input_pending() || ImGui::IsAnyMouseDown()) return 0;
    if (g.IO.Fonts->TexList.Size > 1) return 0;  // lets the old atlas go
    return again_at_ < 0 ? -1 : std::max(0.0, again_at_ - now_);
}

FrameOutput Kit::end_frame() {
    draw_tooltip();
    draw_toasts();
    ImGui::End();
    if (ImGui::IsMouseClicked(0) && !ImGui::IsAnyItemHovered() && !editing_text()) note_focus(0);
    ImGui::Render();
    mark_inert();
    if (activation_ || !values_.empty() || !scrolls_.empty()) settle();
    activation_ = 0;
    values_.clear();
    scrolls_.clear();
    FrameOutput out;
    out.mirror_changed = recorder.end_frame();
    text_cursor_.field = text_cursor_.wanted ? GImGui->InputTextState.ID : 0;
    if (text_cursor_.wanted && focus_ != text_cursor_.field) note_focus(text_cursor_.field);
    out.text_cursor = text_cursor_;
    out.take_focus = wanted_focus_;
    wanted_focus_ = 0;
    out.effects = std::exchange(effects_, {});
    out.pointer_shape = ImGui::GetMouseCursor();
    out.draw = ImGui::GetDrawData();
    out.next_frame_in = next_frame_in();
    return out;
}

}  // namespace signroute::ui
