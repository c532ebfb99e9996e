// What training keeps in files: exams, answer sheets, decks. One line of JSON each, keys sorted; unknown keys are refused.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/training/deck.h"
#include "core/training/exam.h"

namespace signroute {

// signroute-exam/1. Errors: those of JSON, unknown_format, unknown_kind, out_of_range.
std::string exam_to_text(const training::ExamSpec& exam);
Result<training::ExamSpec> exam_from_text(std::string_view text);

// signroute-result/1, with a SHA-256 of all else in it: the file as canonical JSON (compact, keys sorted, a line's end)
// without the key "sha256". That tells a change by accident; whoever alters the file on purpose can write a new sum.
std::string sheet_to_text(const training::AnswerSheet& sheet);
// A wrong sum is no error: it is told by `intact`. Errors: those of JSON and of an exam, bad_time, stated_twice.
Result<training::AnswerSheet> sheet_from_text(std::string_view text);

// signroute-deck/1. Errors: those of JSON, unknown_format, bad_time, bad_value, out_of_order, stated_twice.
std::string deck_to_text(const training::Deck& deck);
Result<training::Deck> deck_from_text(std::string_view text);

}  // namespace signroute
