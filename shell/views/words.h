// How values are said on the screen: the words of core/words.h, and what only a screen needs.
#pragma once

#include "core/words.h"
#include "shell/ports.h"
#include "shell/ui/theme.h"

namespace signroute::views {

ui::Tone tone_of(Severity severity);
ui::Tone tone_of(const Finding& finding);
ui::Tone tone_of(Verdict verdict);

CivilDay civil(Day day);
Day day_from(const CivilDay& day);

}  // namespace signroute::views
