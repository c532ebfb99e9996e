// The application, whatever platform it stands on: one frame in, one frame out.
#pragma once

#include "shell/ports.h"
#include "shell/ui/kit.h"
#include "shell/views/gallery.h"

namespace signroute {

class App {
  public:
    explicit App(GlyphSource& glyphs) : kit_(glyphs) {}

    FrameOutput frame(const FrameInput& input);
    // What was drawn, as JSON for the mirror (see ui/recorder.h).
    std::string mirror() const { return ui::mirror_json(kit_.recorder.nodes()); }
    const ui::Kit& kit() const { return kit_; }
    ui::Kit& kit() { return kit_; }

  private:
    void report(const PlatformReport& report);

    ui::Kit kit_;
    views::GalleryState gallery_;
    std::string last_report_ = "尚无报告";
};

}  // namespace signroute
