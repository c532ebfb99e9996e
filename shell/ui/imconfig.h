// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG).
#pragma once

#define IMGUI_USE_WCHAR32         // Han characters beyond U+FFFF occur in names
#define IMGUI_ENABLE_TEST_ENGINE  // item hooks; recorder.cpp defines them, to find items that no widget described
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// Claiming FreeType keeps stb_truetype out; ImGui then asks ImGuiFreeType::GetFontLoader(), which glyphs.cpp defines.
#define IMGUI_ENABLE_FREETYPE
// What ImGui reads with sscanf is the version in the first line of its shader, and a settings file, of which none is kept:
// a first visit does without the C library's.
inline int signroute_first_number(const char* text, const char*, void* number, ...) {
    while (*text && (*text < '0' || *text > '9')) ++text;
    if (!*text) return 0;
    int n = 0;
    for (; *text >= '0' && *text <= '9'; ++text) n = n * 10 + (*text - '0');
    *static_cast<int*>(number) = n;
    return 1;
}
#define sscanf signroute_first_number
