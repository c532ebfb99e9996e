// The choices of a question: numbered, taken by the keys 1 to 9, by arrows or by a press, given by Enter.
#pragma once

#include <span>
#include <string_view>

#include "shell/ui/theme.h"

namespace signroute::ui {

struct AnswerChoice {
    std::string_view text;
    std::string_view remark{};    // below it, once the answer is given: why it does not hold
    std::string_view word{};      // at its number, once the answer is given: 正确答案, 所选
    Tone tone = Tone::neutral;
};
struct AnswerEvent {
    bool changed = false;  // another choice was taken
    bool given = false;    // Enter on the choice taken
};
// `chosen` -1: none yet. With `settled` nothing can be taken any more: the choices are read with their words and remarks.
AnswerEvent answer_choices(std::string_view label, std::span<const AnswerChoice> choices, int& chosen, bool settled);

}  // namespace signroute::ui
