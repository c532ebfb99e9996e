// What training keeps in files, read with located errors. Private to core/contract and core/exchange.
#pragma once

#include "core/json/json_in.h"
#include "core/training/deck.h"
#include "core/training/exam.h"

namespace signroute {

inline constexpr const char* kExamFormat = "signroute-exam/1";
inline constexpr const char* kResultFormat = "signroute-result/1";
inline constexpr const char* kDeckFormat = "signroute-deck/1";

// Title, kinds, n, seed, minutes and pass_mark of an exam, as a file and the verb `exam` have them.
void read_exam_keys(ObjectIn& in, training::ExamSpec& out);
training::ExamSpec read_exam(const JsonIn& in, Errors& errors);
training::AnswerSheet read_sheet(const JsonIn& in, Errors& errors);
training::Deck read_deck(const JsonIn& in, Errors& errors);

// id, seed and hash of a card, and nothing else of it.
training::DeckCard read_card(ObjectIn& in);
training::LessonDone read_lesson_done(const JsonIn& in);
std::uint64_t read_seed(ObjectIn& in);  // 0 where there is none
quiz::Minute need_minute(ObjectIn& in, const char* key);

Json to_json(const training::ExamSpec& exam);
Json to_json(const training::AnswerSheet& sheet);  // without its sum
Json to_json(const training::Deck& deck);
// The file of a sheet: with the sum of all else.
Json sealed(const training::AnswerSheet& sheet);

}  // namespace signroute
