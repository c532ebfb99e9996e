// The application, whatever platform it stands on: one frame in, one frame out.
#pragma once

#include "shell/ports.h"
#include "shell/session/session.h"
#include "shell/ui/kit.h"
#include "shell/views/gallery.h"
#include "shell/views/view.h"

namespace signroute {

class App {
  public:
    explicit App(GlyphSource& glyphs) : kit_(glyphs) {}

    FrameOutput frame(const FrameInput& input);
    // What was drawn, as JSON for the mirror (see ui/recorder.h).
    std::string mirror() const { return ui::mirror_json(kit_.recorder.nodes()); }
    const ui::Kit& kit() const { return kit_; }
    ui::Kit& kit() { return kit_; }
    const Session& session() const { return session_; }

  private:
    void take(const Intent& intent);
    void draw();

    ui::Kit kit_;
    Session session_;
    views::Look look_;
    views::GalleryState gallery_;
    std::string last_report_ = "尚无报告";  // for the gallery
    bool started_ = false, show_gallery_ = false;
};

}  // namespace signroute
