// An exam as a specification that gives the same questions anywhere, what somebody answered, and what that comes to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quiz/question.h"
#include "core/quiz/time_text.h"

namespace signroute::training {

// All that makes an exam. Lists are kept in order, without doubles (`normal`).
struct ExamSpec {
    std::string title;                 // at most kLongestTitle characters, one line
    std::vector<std::string> packs;    // ids, at least one
    std::vector<std::string> topics, matters;  // ids; both empty: all; a question fits both lists that are not empty
    std::vector<quiz::Kind> kinds;     // at least one
    int n = 10;                        // 1 … kMostExamQuestions
    std::uint64_t seed = 0;            // below 2^53
    int minutes = 0;                   // 0 = no limit; at most kLongestExam
    int pass_mark = 60;                // percent, 0 … 100
    std::string fingerprint;           // of the questions as they are shown, and their answers, 16 hexadecimal digits; "" = not drawn yet
    bool operator==(const ExamSpec&) const = default;
};
inline constexpr int kMostExamQuestions = 200, kLongestExam = 600, kLongestTitle = 60, kLongestName = 40;

// Its lists in order, without doubles; the title trimmed.
ExamSpec in_order(ExamSpec spec);
// The same, and where there are no packs all of the ground, where there are no kinds all.
ExamSpec normal(const quiz::Ground& ground, ExamSpec spec);

// What is wrong with it under any packs: out_of_range, bad_value (a title of more than a line, no packs, no kinds, no such fingerprint), with
// pointers like "/n" behind `pointer`.
std::optional<Error> out_of_bounds(const ExamSpec& spec, const std::string& pointer = "");
// What is wrong with it under these packs: the same, and unknown_pack, unknown_topic, unknown_matter.
std::optional<Error> objection(const quiz::Ground& ground, const ExamSpec& spec, const std::string& pointer = "");

// The exam in a word that may stand behind # in an address: letters, digits, "-", "_", ".". Reading it back gives the same.
std::string exam_to_link(const ExamSpec& spec);
// Errors at `pointer`: bad_link (no such link at all), unknown_version, damaged_link (a part is lost or altered),
// unknown_kind, out_of_range. What stands before the last "#" or "exam=", and what follows the word, is passed over: a whole address
// will do. Names are not looked up; `objection` does.
Result<ExamSpec> exam_from_link(std::string_view link, std::string_view pointer = "");
// Eight hexadecimal digits by which people tell exams apart: of the link.
std::string exam_code(const ExamSpec& spec);

// The questions: n, or as many as there are; kinds take turns, and each time the pack and the matter that were asked least come
// next; no two of one key. The same specification and packs give the same anywhere.
struct Paper {
    std::vector<quiz::Question> questions;
    std::string fingerprint;           // of these questions
    bool same = true;                  // as that of the specification, or it has none: these are the questions that were meant
};
Paper paper_of(const quiz::Ground& ground, const ExamSpec& spec);

// Of all that was shown of a question, its situation and its choices in their order: 16 hexadecimal digits. Other holidays may
// give other dates to choose from, without another answer.
std::string shown_mark(const quiz::Question& question);

// The specification as it is given out: with its fingerprint. Errors: those of `objection`, too_few_questions at "/n".
Result<ExamSpec> exam_to_give(const quiz::Ground& ground, const ExamSpec& wish);

// What somebody answered.
struct GivenAnswer {
    std::string id;
    std::uint64_t seed = 0;
    std::string hash;                  // of the question as it was shown
    std::string choice;                // a, b …; "" = none
    int seconds = 0;                   // spent on it
    std::string shown;                 // shown_mark of the question; "" = not known
    bool operator==(const GivenAnswer&) const = default;
};
struct AnswerSheet {
    ExamSpec exam;
    std::string name;                  // of the person, as it was typed
    quiz::Second started = 0, finished = 0;
    std::vector<GivenAnswer> answers;  // in the order of the paper; unanswered ones may be left out
    bool intact = true;                // the sum in its file fits (core/exchange/training_file.h)
    bool operator==(const AnswerSheet&) const = default;
};

enum class Mark {
    right,
    wrong,
    unanswered,
    changed,   // the packs or calendars at hand give another answer, rest it on other clauses, or offer other choices
    gone,      // … give it no more
    foreign    // it is no question of this exam
};
std::string_view name(Mark mark);   // right, wrong …
std::string_view title(Mark mark);  // 答对, 答错, 未答, 规则已变, 题已撤回, 非本卷题

struct MarkedAnswer {
    int number = 0;                    // 1-based, on the paper
    std::string id;
    Mark mark = Mark::unanswered;
    std::string choice;
    int seconds = 0;
    std::optional<quiz::Question> question;  // as the packs give it now; none where gone
};

struct Graded {
    std::vector<MarkedAnswer> answers;       // of every question of the paper
    int n = 0, right = 0, wrong = 0, unanswered = 0;
    int undecided = 0;                 // changed or gone: under the packs at hand nobody can say whether it was right
    int foreign = 0;
    int percent = 0;                   // right of n, rounded down
    Truth passed = Truth::no;          // unknown: the undecided ones would settle it
    quiz::Second taken = 0;            // from the start to the end
    quiz::Second over = 0;             // beyond the time of the exam; 0 = in time, or no limit
    bool same_packs = true;            // the packs at hand give the paper that was answered
};

// Each answer is held against its question as the packs make it now. With other packs than the exam was made with, each
// answer is still looked at by its own id, seed and hash.
Graded graded(const quiz::Ground& ground, const AnswerSheet& sheet);
// The same with the paper of the sheet's exam, for those who have many sheets.
Graded graded(const quiz::Ground& ground, const AnswerSheet& sheet, const Paper& paper);

// What the sheet's answers lack is filled in by the paper that was answered, if these packs give it: hash and `shown`. Nothing
// of what was answered changes.
void complete(const quiz::Ground& ground, AnswerSheet& sheet);

// What such a file cannot prove, sentence by sentence, for whoever reads it.
const std::vector<std::string>& what_it_cannot_prove();

}  // namespace signroute::training
