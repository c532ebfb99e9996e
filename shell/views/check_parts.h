// The parts of the room 自查; private to it.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

void choose_matter(const Scene& scene, CheckLook& look, Intents& intents);
// 拟走流程: the planned steps, one a line.
void plan_editor(const Scene& scene, CheckLook& look, Intents& intents);
// 情形, 前置与附件, 日期, 备注.
void situation_form(const Scene& scene, CheckLook& look, Intents& intents);
// What is wrong, what was checked.
void findings_list(const Scene& scene, CheckLook& look, Intents& intents);

}  // namespace signroute::views
