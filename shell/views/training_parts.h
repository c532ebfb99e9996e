// The parts of the room 培训. Each draws into the layout as it stands.
#pragma once

#include "core/quiz/question.h"
#include "shell/ui/answer_choices.h"
#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace signroute::views {

inline constexpr float kTwoColumns = 900;  // design pixels from which two parts stand side by side
inline std::string number(long long n) { return std::to_string(n); }

void practice_part(const Scene& scene, TrainingLook& look, Intents& intents);
void courses_part(const Scene& scene, TrainingLook& look, Intents& intents);
void progress_part(const Scene& scene, TrainingLook& look, Intents& intents);
void exam_part(const Scene& scene, TrainingLook& look, Intents& intents);
void results_part(const Scene& scene, TrainingLook& look, Intents& intents);

// What is common to practice, tests and exams (training_question.cpp): whose rules, of what kind, the situation, what is asked.
void question_words(const Scene& scene, const quiz::Question& question);
// The choices. `chosen`: index, -1 none.
ui::AnswerEvent question_choices(const AskedQuestion& asked, int& chosen);
// The months that the choices lie in, where they are days. True in the frame in which another one was pressed.
bool question_months(const Scene& scene, const AskedQuestion& asked, int& chosen);
// In practice and in a lesson: question at the left, answered by Enter; months and explanation at the right.
struct AskOptions {
    std::string_view next = "下一题";
    bool explain = true;     // at once
    bool may_hint = true;
};
void ask(const Scene& scene, const AskedQuestion& asked, const AskOptions& options, TrainingLook& look, Intents& intents);

// What is to be chosen from; true in the frame in which it changed.
bool choose_packs(const Scene& scene, std::vector<std::string>& packs);
bool choose_kinds(std::vector<quiz::Kind>& kinds);
bool choose_topic(const Scene& scene, std::string& topic);
// After the answer: whether it was right; then what is right and why, the clauses, the same case elsewhere.
void outcome(const AskedQuestion& asked);
bool explanation(const Scene& scene, const AskedQuestion& asked, Intents& intents);  // true: the case was opened in another room

// Rules of any pack that is loaded.
std::optional<Rules> rules_by_id(const Scene& scene, std::string_view pack);
std::string city_title(const Scene& scene, std::string_view pack);

}  // namespace signroute::views
