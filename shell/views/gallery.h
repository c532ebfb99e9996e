// Every widget of the kit, for those who build rooms with it and for its tests. Not a room of the application.
#pragma once

#include <optional>
#include <string>

#include "shell/ui/route_picture.h"
#include "shell/views/other_page.h"

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

// At #/gallery.
class Gallery final : public OtherPage {
  public:
    void hear(const PlatformReport& report) override;
    bool shown() const override { return shown_; }
    void draw() override;

  private:
    GalleryState state_;
    std::string report_ = "尚无报告";  // what the platform had to tell last
    bool shown_ = false;
};

}  // namespace signroute::views
