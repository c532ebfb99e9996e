// The border to JavaScript: plain C functions, named in exports.cmake, and one response shape. No logic of the
// application lives here; what the page reports is handed to App::frame as values, what it answers is handed back.
#pragma once

#include <cstdint>

extern "C" {

// What every call answers that answers more than a number: UTF-8 JSON, valid until the next call.
struct sr_response {
    std::uint32_t status;  // 0: well; otherwise the text says what is wrong
    std::uint32_t length;  // bytes
    const char* text;
};

// Makes the WebGL2 context on #canvas and the application. 0: this browser has no WebGL2.
int sr_start(int mac);
void sr_context_restored();

// Collected until the next frame. `kind` numbers InputEvent::Kind and PlatformReport::Kind in their order (ports.h).
void sr_input(int kind, float x, float y, std::uint32_t target, const char* text);
void sr_report(int kind, const char* name, const char* key, const char* value);

// Draws one frame. The answer: {"next": milliseconds until the next is wanted (0: at once, -1: when something happens),
// "pending": 1 while input waits, "pointer": shape, "focus": item to focus or 0, "text": [wanted, field, x, y, line
// height, em], "effects": [[kind, …strings]], "mirror": as in ui/recorder.h, only when it changed}
const sr_response* sr_frame(double now_ms, int year, int month, int day, int second, float width, float height,
                            float scale_x, float scale_y);

// The machine contract (answer.cpp), of an instance that draws nothing: feed assets/index.json and then what that names: `path` is as there, below assets/.
void sr_feed(const char* path, const char* text);

// The answer is what the command line prints, the status what it exits with. `pack` is used where the request names none.
const sr_response* sr_answer(const char* verb, const char* pack, const char* request);
}
