// Many answer sheets of one exam: who missed what, by person, by question and by clause.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/training/exam.h"

namespace signroute::training {

struct HandedIn {
    std::string file;                  // its name, for telling which one is meant; may be ""
    AnswerSheet sheet;
};

struct PersonRow {
    std::string name, file;
    int n = 0, right = 0, wrong = 0, unanswered = 0, undecided = 0, percent = 0;
    Truth passed = Truth::no;
    quiz::Second taken = 0, over = 0;
    std::vector<int> missed;           // numbers of the questions
};
// asked = right + missed; those that cannot be judged under these packs are not asked.
struct QuestionRow {
    int number = 0;
    std::string id, title;             // title: 由谁签发或决定·以市政府名义发文
    std::string ask;
    std::string right;                 // id of the choice that holds
    std::string right_text;
    std::string pack;
    std::vector<Clause> clauses;
    int asked = 0, missed = 0;
    std::vector<std::string> who;      // missed it, in the order of the persons
    std::map<std::string, int> chosen; // choice → how often; "" = none
};
struct ClauseRow {
    std::string pack;
    Clause clause;                     // without a sentence
    std::string label;                 // 无锡市 第五十条第二款
    int asked = 0, missed = 0;         // answers to questions that rest on it
    std::vector<std::string> who;      // each once
};
// Not counted, and why.
struct SetAside {
    std::string file, name;
    std::string code;                  // altered, other_exam, duplicate, foreign_questions
    std::string why;                   // one sentence
};
struct Tally {
    ExamSpec exam;
    bool same_packs = true;
    std::vector<PersonRow> persons;    // by name
    std::vector<QuestionRow> questions;  // in the order of the paper
    std::vector<ClauseRow> clauses;    // most missed first
    std::vector<SetAside> set_aside;   // in the order of the files
};

// The exam is `wanted`, or, where there is none, the one that most of the files are of (of as many: that of the first).
// What was altered, is of another exam, answers questions that are not the exam's, or bears a name that was counted already,
// is set aside; of several by one name the one that was finished first counts.
Tally tally(const quiz::Ground& ground, const std::vector<HandedIn>& files, const ExamSpec* wanted = nullptr);

// One rectangle for Excel, as core/report/csv.h writes it. 类别: 考试, 人员, 题目, 条款, 未计入.
std::string tally_to_csv(const quiz::Ground& ground, const Tally& tally);

}  // namespace signroute::training
