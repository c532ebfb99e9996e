// What the room 培训 shows and keeps. Its records are texts until the room is first opened. Written by Trainer alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/training/course.h"
#include "core/training/deck.h"
#include "core/training/exam.h"
#include "core/training/tally.h"
#include "shell/session/place.h"

namespace signroute {

// A question as it is asked: made once and kept.
struct AskedQuestion {
    quiz::Question question;
    std::string given;                          // the choice that was answered, "": not yet
    bool hinted = false;                        // its clauses were looked at first
    std::optional<Day> start, due;              // of a question of dates; `due` is shown once it is answered
    std::optional<Day> began;                   // as is the start that was asked for
    std::vector<std::pair<Day, int>> counted;   // the days counted, numbered
    std::vector<Room> rooms;                    // in which the same case can be opened
    std::optional<Day> comes_back;              // once it is answered: the day of its next turn
};

struct PracticeWish {
    std::vector<std::string> packs;   // ids; empty: the city in use
    std::string topic;                // id of the catalogue, "": all
    std::vector<quiz::Kind> kinds;    // empty: all
    bool operator==(const PracticeWish&) const = default;
};

enum class WhyNow { fresh, due, mistake };

// A question of the round that went wrong, for its summary.
struct Slip {
    std::string what, answer;         // the matter and what was asked; the right choice
    bool operator==(const Slip&) const = default;
};
inline constexpr int kRound = 12;     // questions

struct Practice {
    PracticeWish wish;
    bool running = false;
    std::string home;                 // the city in use when it was begun; a case of another city may have been opened since
    std::optional<AskedQuestion> asked;
    WhyNow why = WhyNow::fresh;
    int answered = 0, right = 0;      // of the round
    std::vector<std::string> asked_already;  // in the round, each by matter, kind and answer
    std::vector<Slip> slips;
    std::string problem;              // why nothing is asked
};

// A question that went wrong last time, and when it comes back.
struct Missed {
    quiz::Question question;
    Day due{};
    int lapses = 0;
};

// What 进度 draws; worked out when the part is entered and when the deck changes under it.
struct TrainingFigures {
    std::vector<training::ProgressRow> rows;
    std::vector<training::DueDay> days;
    std::vector<Missed> missed;
    int cards = 0, mistakes = 0;
    int due = 0, later = 0, elsewhere = 0;  // today by the calendar: now, later, and of cities that are not practised
    int again = 0;                          // answered today, and once more today
};

enum class LessonPart { look, guided, test };
struct LessonRun {
    std::string pack, lesson;         // ids; "": none
    LessonPart part = LessonPart::look;
    training::Look look;
    std::vector<AskedQuestion> guided, test;
    std::size_t at = 0;               // the question in front; behind the last one: done
};

struct ExamForm {
    training::ExamSpec spec;
    std::optional<training::ExamSpec> made;  // with its fingerprint, once it can be given out
    std::string problem;
};

enum class ExamStage { offered, running, handed_in };
struct ExamRun {
    std::string link, code;           // "": none
    std::string problem;              // why it cannot be opened
    bool same_rules = true;
    ExamStage stage = ExamStage::offered;
    std::vector<AskedQuestion> questions;
    training::AnswerSheet sheet;      // grows with every answer
    std::size_t at = 0;
    quiz::Second shown = 0;           // since when the question in front is on show
    bool warned = false;              // five minutes before the end
    std::optional<training::Graded> graded;
};

struct Results {
    std::vector<training::HandedIn> files;
    std::vector<std::pair<std::string, std::string>> refused;  // file, why
    std::optional<training::Tally> tally;
};

// Where the records lie. What a backup brings waits where the room itself is not there (further_elsewhere.cpp).
inline constexpr const char *kTrainingStore = "progress", *kDeckRecord = "deck", *kBroughtRecord = "brought";

struct Training {
    std::map<std::string, std::string> stored;  // records as found, by key
    std::map<std::string, std::string> sheets;  // answer sheets brought for the tally, by file
    bool open = false;                // the records were read
    bool checked = false;             // every card was held against the packs
    Place place{.room = Room::training};        // where in the room one was last
    training::Deck deck;
    std::vector<training::Withdrawn> withdrawn; // not yet taken note of
    Practice practice;
    TrainingFigures figures;
    std::optional<training::Course> course;     // of the city in use
    std::vector<training::GlossaryEntry> glossary;
    LessonRun lesson;
    ExamForm form;
    ExamRun exam;
    Results results;
};

// What the user wants in the room; all of it in one intent.
namespace train {
struct Wish { PracticeWish wish; };
struct Begin {};
struct Answer { std::string choice; };     // to the question in front, in practice or in a lesson
struct Hint {};
struct TooEasy {};                         // by the learner's own word, of the answer just given
struct Next {};
struct Stop {};
struct MoveHere {};                        // to the city in use, which is another than when it was begun
struct Review { std::string id; };         // of the mistakes: ask this one now
struct OpenCase { quiz::Question question; Room room; };
struct NotedWithdrawn {};
struct SetLessonPart { LessonPart part; };
struct LessonSeen {};                      // one that asks nothing; back to the path
struct SetExam { training::ExamSpec spec; };
struct MakeExam {};
struct CopyExam {};
struct SaveExam {};
struct PrintExam { bool keys = false; };
struct OpenExam {};                        // the made one, as those who take it do
struct SitExam { std::string name; };
struct ExamAnswer { std::string choice; };
struct ExamTo { std::size_t at = 0; };
struct HandIn {};
struct SaveSheet {};
struct PrintSheet {};
struct LeaveExam {};                       // forgets the sheet: the exam can be taken again
struct DropResults {};
struct ResultsTable {};                    // as a file for a spreadsheet
}  // namespace train

using TrainWhat = std::variant<train::Wish, train::Begin, train::Answer, train::Hint, train::TooEasy, train::Next, train::Stop, train::MoveHere, train::Review, train::OpenCase,
                               train::NotedWithdrawn, train::SetLessonPart, train::LessonSeen, train::SetExam, train::MakeExam, train::CopyExam, train::SaveExam, train::PrintExam,
                               train::OpenExam, train::SitExam, train::ExamAnswer, train::ExamTo, train::HandIn, train::SaveSheet, train::PrintSheet,
                               train::LeaveExam, train::DropResults, train::ResultsTable>;

}  // namespace signroute
