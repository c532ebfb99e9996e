// The application, whatever platform it stands on: one frame in, one frame out.
#pragma once

#include <memory>

#include "shell/ports.h"
#include "shell/session/session.h"
#include "shell/ui/kit.h"
#include "shell/views/other_page.h"
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
    bool elsewhere() const { return other_ && other_->shown(); }

    ui::Kit kit_;
    Session session_;
    views::Look look_;
    std::unique_ptr<views::OtherPage> other_ = views::other_page();
    bool started_ = false;
};

}  // namespace signroute
