// The parts of the room 签批链, from top to bottom. Each draws into the layout as it stands.
#pragma once

#include <span>

#include "core/questions.h"
#include "core/route/stages.h"
#include "shell/ui/layout.h"
#include "shell/ui/route_picture.h"
#include "shell/views/view.h"

namespace signroute::views {

// How the card of a required step is drawn.
ui::StepLook look_of(const RouteStep& step);

void matter_tree(const Scene& scene, const ui::Box& box, RouteLook& look, Intents& intents);

// Title, clauses, what one can do with it; and how it stands, where that is not plain.
void route_head(const Scene& scene, Intents& intents);
void route_outcome(const Scene& scene, RouteLook& look, Intents& intents);

// The tabs of the readings, if there are any. Returns the answer to show: the shared one or that of a reading.
const Assessment& reading_tabs(const Scene& scene, RouteLook& look, Intents& intents);
void route_chain(const Scene& scene, const Assessment& shown, const Stages& stages, RouteLook& look);

// Details of the card that was pressed; nothing while none is.
void step_panel(const Scene& scene, const Assessment& shown, RouteLook& look, Intents& intents);
// The one question that most of the chain waits for, above the picture.
void asked_first(const Scene& scene, std::span<const Question> questions, const RouteLook& look, Intents& intents);
void question_panel(const Scene& scene, std::span<const Question> questions, RouteLook& look, Intents& intents);
// The meeting that the matter is, if it is one.
const Body* body_of(const Scene& scene);
// 会议要素, 前置条件, 时限, 禁止与限制, 口径说明, 原文未规定.
void rules_panel(const Scene& scene, const Assessment& shown, RouteLook& look, Intents& intents);

}  // namespace signroute::views
