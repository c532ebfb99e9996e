// The parts of the room 自查; private to it.
#pragma once

#include "shell/views/view.h"

namespace signroute::views {

// Names of the places that a finding leads to.
inline std::string place_of_fact(const std::string& fact) { return "fact " + fact; }
inline std::string place_of_thing(const std::string& thing) { return "thing " + thing; }
inline std::string place_of_finding(std::size_t finding) { return "finding " + std::to_string(finding); }
inline std::string place_of_step(int planned) { return "step " + std::to_string(planned); }
// True once for the place that is wanted.
bool arrived(CheckLook& look, const std::string& place);

void choose_matter(const Scene& scene, CheckLook& look, Intents& intents);
// 拟走流程: the planned steps, one a line.
void plan_editor(const Scene& scene, CheckLook& look, Intents& intents);
// The required route and the planned one, one under the other; a press on a card leads to what was found about it.
void plan_picture(const Scene& scene, CheckLook& look);
// The card of that picture which a finding is about; "": none.
std::string card_of_finding(const Finding& finding);
// 补齐: asks for the fewest changes that mend the plan, shows them, makes them, takes them back.
void mend_button(const Scene& scene, CheckLook& look, Intents& intents);
void mend_proposal(const Scene& scene, CheckLook& look, Intents& intents);
// 情形, 前置与附件, 日期, 备注.
void situation_form(const Scene& scene, CheckLook& look, Intents& intents);
// What is wrong, what was checked.
void findings_list(const Scene& scene, CheckLook& look, Intents& intents);

}  // namespace signroute::views
