// Every widget of the kit, for those who build rooms with it and for its tests. Not a room of the application.
#pragma once

#include <optional>
#include <string>

#include "shell/ports.h"
#include "shell/ui/route_picture.h"

namespace signroute::views {

struct GalleryState {
    int room = 0, tab = 0;
    int pressed = 0;
    std::string search, found = "尚未查找";
    std::string title, remark, wrong = "市政府";
    std::optional<long long> pages;
    std::optional<CivilDay> day;
    bool urgent = false, informed = false;
    int normative = -1, sender = -1, form = 0, text_size = 0;
    bool papers_open = true, reports_open = false, notes_open = false, dialog_open = false;
    int matter = 0, table_row = -1, step_presses = 0;
    std::string step = "未选择";
    ui::RouteView route;
    int year = 2025, month = 2, day_pressed = 0;
};

// `report` is the last thing the platform had to tell.
void gallery(GalleryState& state, const std::string& report);

// What the platform reported last, in words.
std::string report_text(const PlatformReport& report, const std::string& last);

}  // namespace signroute::views
