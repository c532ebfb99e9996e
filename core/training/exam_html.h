// An exam and an answered one as pages that print on A4: no script, nothing from elsewhere, every word escaped.
#pragma once

#include <string>

#include "core/training/exam.h"

namespace signroute::training {

// The paper, with lines for name and date, without any key; with `keys` a key follows on pages of its own.
std::string exam_to_html(const quiz::Ground& ground, const ExamSpec& spec, const Paper& paper, bool keys);
// What was answered, what is right and why, and what the sheet cannot prove.
std::string sheet_to_html(const quiz::Ground& ground, const AnswerSheet& sheet, const Graded& graded);

}  // namespace signroute::training
