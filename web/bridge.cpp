#include "web/bridge.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <memory>
#include <utility>

#include "backends/imgui_impl_opengl3.h"
#include "shell/app.h"
#include "web/glyphs_web.h"
#include "web/response.h"

namespace {

using namespace signroute;

// The only state on this side.
struct Page {
    WebGlyphs glyphs;
    App app{glyphs};
    FrameInput input;
};
Page* page = nullptr;

bool make_context() {
    EmscriptenWebGLContextAttributes a;
    emscripten_webgl_init_context_attributes(&a);
    a.majorVersion = 2;
    a.alpha = a.depth = a.stencil = a.antialias = false;
    a.enableExtensionsByDefault = false;
    const auto context = emscripten_webgl_create_context("#canvas", &a);
    return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void draw(const ImDrawData& data, float width, float height) {
    glViewport(0, 0, static_cast<int>(width + 0.5f), static_cast<int>(height + 0.5f));
    glClearColor(0.96f, 0.965f, 0.973f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&data));
}

}  // namespace

extern "C" {

int sr_start(int mac) {
    if (!make_context()) return 0;
    page = new Page;  // lives as long as the page
    ImGui_ImplOpenGL3_Init("#version 300 es");
    ImGui::GetIO().ConfigMacOSXBehaviors = mac != 0;
    return 1;
}

// The next frame makes shaders, buffers and textures again.
void sr_context_restored() { ImGui_ImplOpenGL3_DestroyDeviceObjects(); }

void sr_input(int kind, float x, float y, std::uint32_t target, const char* text) {
    page->input.input.push_back({static_cast<InputEvent::Kind>(kind), x, y, target, text ? text : ""});
}

void sr_report(int kind, const char* name, const char* key, const char* value) {
    page->input.reports.push_back({static_cast<PlatformReport::Kind>(kind), name, key, value});
}

const sr_response* sr_frame(double now_ms, int year, int month, int day, int second, float width, float height,
                            float scale_x, float scale_y) {
    FrameInput input = std::exchange(page->input, {});
    input.now = now_ms / 1000;
    input.today = {year, month, day};
    input.second = second;
    input.width = width;
    input.height = height;
    input.scale_x = scale_x;
    input.scale_y = scale_y;
    ImGui_ImplOpenGL3_NewFrame();
    const FrameOutput frame = page->app.frame(input);
    draw(*frame.draw, width * scale_x, height * scale_y);
    const bool pending = page->app.kit().input_pending();
    return respond(frame_json(frame, pending, frame.mirror_changed ? page->app.mirror() : std::string()));
}
}
