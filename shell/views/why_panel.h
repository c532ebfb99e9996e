// 为什么: what an answer rests on, what was refused, the smallest change that alters it, what to answer next.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// What the verb `why` calls it: step:matter.id.
std::string about_step(const RouteStep& step);

// The button that asks for it, until it was asked; from then on the panel; or the one in the place of the other.
void why_button(const Scene& scene, const std::string& about, const std::string& name, Intents& intents);
void why_panel(const Scene& scene, const std::string& about, const std::string& name, Intents& intents);
void why(const Scene& scene, const std::string& about, const std::string& name, Intents& intents);

}  // namespace signroute::views
