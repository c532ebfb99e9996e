// The reducer of the room 培训; private to shell/session. `Reducer` hands it the room's intents and records.
#pragma once

#include "shell/session/reducer.h"

namespace signroute {

class Trainer {
  public:
    explicit Trainer(Reducer& reducer) : r_(reducer), s_(reducer.s_), t_(reducer.s_.training) {}

    // Practice (reduce_training.cpp).
    void operator()(const train::Wish& i);
    void operator()(const train::Begin&);
    void operator()(const train::Answer& i);
    void operator()(const train::Hint&);
    void operator()(const train::TooEasy&);
    void operator()(const train::Next&);
    void operator()(const train::Stop&);
    void operator()(const train::MoveHere&);
    void operator()(const train::Review& i);
    void operator()(const train::OpenCase& i);  // asked_question.cpp
    void operator()(const train::NotedWithdrawn&);
    // Lessons (reduce_lesson.cpp).
    void operator()(const train::SetLessonPart& i);
    void operator()(const train::LessonSeen&);
    // Exams and their results (reduce_exam.cpp).
    void operator()(const train::SetExam& i);
    void operator()(const train::MakeExam&);
    void operator()(const train::CopyExam&);
    void operator()(const train::SaveExam&);
    void operator()(const train::PrintExam& i);
    void operator()(const train::OpenExam&);
    void operator()(const train::SitExam& i);
    void operator()(const train::ExamAnswer& i);
    void operator()(const train::ExamTo& i);
    void operator()(const train::HandIn&);
    void operator()(const train::SaveSheet&);
    void operator()(const train::PrintSheet&);
    void operator()(const train::LeaveExam&);
    void operator()(const train::DropResults&);
    void operator()(const train::ResultsTable&);

    void settle();                                                     // everything that the place needs, once it is all there
    void record(const std::string& key, const std::string& value);    // found at the start, or saved by another tab
    void sheet(const std::string& file, const std::string& value);    // the same, of the store of answer sheets
    bool file(const std::string& name, const std::string& purpose, const std::string& text);  // false: nothing of ours
    void tick();                                                       // the clock went on: an exam's time
    void count_due();                                                  // the same: what there is to practise
    bool bring_deck(const std::string& line);                          // out of a backup

  private:
    quiz::Ground ground(const std::vector<std::string>& packs = {}) const;  // of all that are loaded, or these
    quiz::Minute now() const { return s_.second / 60; }
    void read();
    void save_deck();
    void save_practice();

    AskedQuestion asked(quiz::Question question) const;
    void count_days(AskedQuestion& asked) const;
    void keep(AskedQuestion& asked, const std::string& choice);        // the answer, and what becomes of the card
    AskedQuestion* in_front();
    void open_in_check(const quiz::Question& question);
    const std::string& home() const;                                   // the city that is practised where none was asked for
    bool in_scope(const quiz::Key& key) const;
    void new_round();
    bool was_asked(const quiz::Question& question) const;              // in this round, in these words or others
    void note_return(AskedQuestion& asked) const;
    bool ask_due();
    void ask_new();
    void ask_next();
    bool ask_again(const std::string& id, std::uint64_t seed, const std::string& given);
    void withdraw();
    void figures();

    void enter_course();
    void lesson_next();
    void lesson_done();

    void enter_exam();
    void read_exam(const std::string& link);
    void save_sheet();
    void hand_in(quiz::Second at);
    void grade();
    void count_results();

    Reducer& r_;
    Session& s_;
    Training& t_;
};

// The state of a practice as a record, signroute-practice/1, one line of JSON.
struct PracticeRecord {
    PracticeWish wish;
    bool running = false;
    std::string home;
    std::string id, given;            // of the question in front
    std::uint64_t seed = 0;
    WhyNow why = WhyNow::fresh;
    int answered = 0, right = 0;
    std::vector<std::string> asked_already;
    std::vector<Slip> slips;
    std::vector<std::pair<std::string, std::string>> withdrawn;  // id, why
};
std::string practice_to_text(const PracticeRecord& record);
// Nothing where it is no such record.
std::optional<PracticeRecord> practice_from_text(std::string_view text);

}  // namespace signroute
