// A page in place of the rooms, at an address of its own.
#pragma once

#include <memory>

#include "shell/ports.h"

namespace signroute::views {

class OtherPage {
  public:
    virtual ~OtherPage() = default;
    virtual void hear(const PlatformReport& report) = 0;
    virtual bool shown() const = 0;
    virtual void draw() = 0;
};

// Every widget of the kit on one page (gallery.cpp), where every room is; a first visit has none.
std::unique_ptr<OtherPage> other_page();

}  // namespace signroute::views
