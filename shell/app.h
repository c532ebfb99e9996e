// The application, whatever platform it stands on: one frame in, one frame out.
#pragma once

#include "shell/ports.h"
#include "shell/session/session.h"
#include "shell/ui/kit.h"
#include "shell/views/view.h"

namespace signroute {

// A page in place of the rooms, at an address of its own. The application has none: the tests of the widgets bring one.
class OtherPage {
  public:
    virtual ~OtherPage() = default;
    virtual void hear(const PlatformReport& report) = 0;
    virtual bool shown() const = 0;
    virtual void draw() = 0;
};

class App {
  public:
    explicit App(GlyphSource& glyphs, OtherPage* other = nullptr) : kit_(glyphs), other_(other) {}

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
    OtherPage* other_;
    bool started_ = false;
};

}  // namespace signroute
