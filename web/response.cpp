#include "web/response.h"

#include <cstdio>
#include <initializer_list>

#include "shell/ui/recorder.h"

namespace signroute {

const sr_response* respond(std::string json, std::uint32_t status) {
    static std::string text;
    static sr_response response;
    text = std::move(json);
    response = {status, static_cast<std::uint32_t>(text.size()), text.c_str()};
    return &response;
}
namespace {

// [kind, string, …]: the kinds are the keys of js/effects.js.
struct EffectWriter {
    std::string& out;

    void write(const char* kind, std::initializer_list<std::string_view> strings) const {
        out += out.back() == '[' ? "[\"" : ",[\"";
        out += kind;
        out += '"';
        for (std::string_view s : strings) {
            out += ',';
            ui::append_json_string(out, s);
        }
        out += ']';
    }
    void operator()(const effect::Save& e) const { write("save", {e.store, e.key, e.value}); }
    void operator()(const effect::Erase& e) const { write("erase", {e.store, e.key}); }
    void operator()(const effect::Copy& e) const { write("copy", {e.text}); }
    void operator()(const effect::Download& e) const { write("download", {e.file_name, e.media_type, e.text}); }
    void operator()(const effect::Print& e) const { write("print", {e.html}); }
    void operator()(const effect::Navigate& e) const { write("navigate", {e.address, e.replace ? "replace" : ""}); }
    void operator()(const effect::Load& e) const { write("load", {e.path}); }
    void operator()(const effect::Ask& e) const { write("ask", {e.tag, e.verb, e.request}); }
    void operator()(const effect::FetchRooms&) const { write("fetchRooms", {}); }
    void operator()(const effect::PickFile& e) const { write("pick", {e.accept, e.purpose}); }
    void operator()(const effect::Announce& e) const { write("announce", {e.text, e.urgent ? "urgent" : ""}); }
    void operator()(const effect::Title& e) const { write("title", {e.text}); }
};

}  // namespace

std::string frame_json(const FrameOutput& f, bool input_pending, const std::string& mirror) {
    char b[256];
    const TextCursor& t = f.text_cursor;
    std::snprintf(b, sizeof b,
                  "{\"next\":%.0f,\"pending\":%d,\"pointer\":%d,\"focus\":%u,\"text\":[%d,%u,%.1f,%.1f,%.1f,%.1f],"
                  "\"effects\":[",
                  f.next_frame_in < 0 ? -1.0 : f.next_frame_in * 1000, input_pending ? 1 : 0, f.pointer_shape,
                  f.take_focus, t.wanted ? 1 : 0, t.field, t.x, t.y, t.line_height, t.em);
    std::string out = b;
    for (const Effect& e : f.effects) std::visit(EffectWriter{out}, e);
    out += ']';
    if (!mirror.empty()) out += ",\"mirror\":" + mirror;
    return out += '}';
}

std::string not_loaded_json(const Session* session) {
    std::string why = "规则尚未载入。";
    if (session) {
        for (const std::string& e : session->load_errors) why += e;
    }
    std::string out = R"({"error":{"code":"not_loaded","message":)";
    ui::append_json_string(out, why);
    return out += ",\"pointer\":\"\"}}\n";
}

}  // namespace signroute
