// 考试 and 成绩汇总: an exam is made, given out, taken and handed in; many answer sheets are tallied.
#include <algorithm>

#include "core/base/text.h"
#include "core/exchange/training_file.h"
#include "core/quiz/draw.h"
#include "core/quiz/random.h"
#include "core/training/exam_html.h"
#include "shell/session/trainer.h"

namespace signroute {

namespace {

constexpr const char* kSheets = "sets";
constexpr const char* kJson = "application/json";
constexpr quiz::Second kWarning = 5 * 60;

// Of a sheet that is handed in, and of one that still grows.
std::string handed_in_key(const std::string& code) { return "exam/" + code; }
std::string running_key(const std::string& code) { return "sitting/" + code; }

std::string file_name(const std::string& text) {
    std::string out;
    for (const char c : text) out += std::string_view("\\/:*?\"<>|").find(c) == std::string_view::npos ? c : '_';
    return out;
}

// The city of the exam stands in its address, so that a first visit need not ask for one.
Place exam_place(const training::ExamSpec& exam) {
    Place out{.room = Room::training, .part = "exam"};
    out.query = {{"city", exam.packs.front()}, {"exam", training::exam_to_link(exam)}};
    return out;
}

}  // namespace

// ---- the trainer's form ------------------------------------------------------------------------------------------

void Trainer::operator()(const train::SetExam& i) {
    t_.form.spec = i.spec;
    t_.form.made.reset();
    t_.form.problem.clear();
}

void Trainer::operator()(const train::MakeExam&) {
    training::ExamSpec wish = t_.form.spec;
    if (wish.packs.empty()) wish.packs = {s_.pack};
    if (wish.title.empty()) wish.title = "签批流程考试";
    if (wish.seed == 0) wish.seed = quiz::hash_of(wish.title, static_cast<std::uint64_t>(s_.second)) % quiz::kSeeds;
    const auto made = training::exam_to_give(ground(), wish);
    t_.form.problem = made ? "" : made.error().message;
    t_.form.made.reset();
    if (made) t_.form.made = *made;
}

void Trainer::operator()(const train::CopyExam&) {
    if (t_.form.made) r_.emit(effect::Copy{address_of(exam_place(*t_.form.made))});
}

void Trainer::operator()(const train::SaveExam&) {
    if (t_.form.made) r_.emit(effect::Download{file_name(t_.form.made->title) + ".json", kJson, exam_to_text(*t_.form.made)});
}

void Trainer::operator()(const train::PrintExam& i) {
    const training::ExamSpec* spec = t_.form.made ? &*t_.form.made : nullptr;
    if (spec) r_.emit(effect::Print{training::exam_to_html(ground(), *spec, training::paper_of(ground(), *spec), i.keys)});
}

void Trainer::operator()(const train::OpenExam&) {
    if (t_.form.made) r_(intent::Go{exam_place(*t_.form.made)});
}

// ---- taking it ---------------------------------------------------------------------------------------------------

void Trainer::enter_exam() {
    if (t_.form.spec.packs.empty()) t_.form.spec.packs = {s_.pack};
    if (t_.form.spec.title.empty()) t_.form.spec.title = "签批流程考试 " + to_text(s_.today);
    const auto link = s_.place.query.find("exam");
    const std::string wanted = link == s_.place.query.end() ? "" : link->second;
    if (t_.exam.link != wanted) read_exam(wanted);
}

// The exam of a link, with what was answered before the window was closed.
void Trainer::read_exam(const std::string& link) {
    ExamRun& e = t_.exam;
    e = {};
    e.link = link;
    if (link.empty()) return;
    const auto spec = training::exam_from_link(link);
    const auto objection = spec ? training::objection(ground(), *spec) : std::optional<Error>(spec.error());
    if (objection) {
        e.problem = objection->message;
        return;
    }
    e.code = training::exam_code(*spec);
    e.sheet.exam = *spec;
    training::Paper paper = training::paper_of(ground(), *spec);
    e.same_rules = paper.same;
    for (quiz::Question& q : paper.questions) e.questions.push_back(asked(std::move(q)));
    auto at = t_.stored.find(handed_in_key(e.code));
    const bool done = at != t_.stored.end();
    if (!done) at = t_.stored.find(running_key(e.code));
    const auto sheet = at == t_.stored.end() ? Result<training::AnswerSheet>(Error{}) : sheet_from_text(at->second);
    if (!sheet) return;
    e.sheet = *sheet;
    for (const training::GivenAnswer& given : e.sheet.answers) {
        for (AskedQuestion& q : e.questions) q.given = q.question.id == given.id && q.question.hash == given.hash ? given.choice : q.given;
    }
    const auto next = std::find_if(e.questions.begin(), e.questions.end(), [](const AskedQuestion& q) { return q.given.empty(); });
    e.at = next == e.questions.end() ? 0 : static_cast<std::size_t>(next - e.questions.begin());
    e.stage = done ? ExamStage::handed_in : ExamStage::running;
    e.shown = s_.second;
    e.warned = true;
    if (e.stage == ExamStage::handed_in) grade();
    else tick();
}

void Trainer::save_sheet() {
    ExamRun& e = t_.exam;
    const bool running = e.stage == ExamStage::running;
    const std::string key = running ? running_key(e.code) : handed_in_key(e.code);
    if (running) e.sheet.finished = s_.second;
    else r_.emit(effect::Erase{kTrainingStore, running_key(e.code)}), t_.stored.erase(running_key(e.code));
    t_.stored[key] = sheet_to_text(e.sheet);
    r_.put(kTrainingStore, key, t_.stored[key]);
}

void Trainer::operator()(const train::SitExam& i) {
    ExamRun& e = t_.exam;
    if (e.stage != ExamStage::offered || e.questions.empty() || i.name.empty()) return;
    if (length(i.name) > training::kLongestName) {
        s_.message = "姓名不超过" + std::to_string(training::kLongestName) + "个字。";
        return;
    }
    e.sheet.name = i.name;
    e.sheet.started = e.shown = s_.second;
    e.stage = ExamStage::running;
    e.at = 0;
    save_sheet();
}

// A later answer to the same question takes the place of the first; the time spent on it adds up.
void Trainer::operator()(const train::ExamAnswer& i) {
    ExamRun& e = t_.exam;
    if (e.stage != ExamStage::running || e.at >= e.questions.size()) return;
    AskedQuestion& front = e.questions[e.at];
    front.given = i.choice;
    const quiz::Question& q = front.question;
    auto at = std::find_if(e.sheet.answers.begin(), e.sheet.answers.end(), [&](const training::GivenAnswer& a) { return a.id == q.id; });
    if (at == e.sheet.answers.end()) at = e.sheet.answers.insert(at, {.id = q.id, .seed = q.seed, .hash = q.hash, .shown = training::shown_mark(q)});
    at->choice = i.choice;
    at->seconds += static_cast<int>(s_.second - e.shown);
    e.shown = s_.second;
    save_sheet();
}

void Trainer::operator()(const train::ExamTo& i) {
    ExamRun& e = t_.exam;
    if (i.at >= e.questions.size()) return;
    e.at = i.at;
    e.shown = s_.second;
}

void Trainer::tick() {
    ExamRun& e = t_.exam;
    if (e.sheet.exam.minutes == 0) return;
    const quiz::Second end = e.sheet.started + e.sheet.exam.minutes * 60, left = end - s_.second;
    if (left <= 0) return hand_in(end);
    if (e.warned || left > kWarning || e.sheet.exam.minutes * 60 <= kWarning) return;
    e.warned = true;
    r_.emit(effect::Announce{"距考试结束还有5分钟。"});
}

void Trainer::operator()(const train::HandIn&) {
    if (t_.exam.stage == ExamStage::running) hand_in(s_.second);
}

// What was answered wrongly comes back in practice, from then on.
void Trainer::hand_in(quiz::Second at) {
    ExamRun& e = t_.exam;
    e.sheet.finished = at;
    e.stage = ExamStage::handed_in;
    std::vector<training::GivenAnswer> ordered;
    for (const AskedQuestion& q : e.questions) {
        for (const training::GivenAnswer& a : e.sheet.answers) {
            if (a.id == q.question.id) ordered.push_back(a);
        }
        if (q.given.empty() || q.given == q.question.right) continue;
        training::record(t_.deck, {q.question.id, q.question.seed, q.question.hash, {}}, at / 60, quiz::Rating::again);
    }
    e.sheet.answers = std::move(ordered);
    save_deck();
    save_sheet();
    grade();
}

void Trainer::grade() { t_.exam.graded = training::graded(ground(), t_.exam.sheet); }

void Trainer::operator()(const train::SaveSheet&) {
    const training::AnswerSheet& sheet = t_.exam.sheet;
    r_.emit(effect::Download{file_name(sheet.exam.title + "_" + sheet.name) + ".json", kJson, sheet_to_text(sheet)});
}

void Trainer::operator()(const train::PrintSheet&) {
    if (t_.exam.graded) r_.emit(effect::Print{training::sheet_to_html(ground(), t_.exam.sheet, *t_.exam.graded)});
}

void Trainer::operator()(const train::LeaveExam&) {
    const std::string key = handed_in_key(t_.exam.code), link = t_.exam.link;
    t_.stored.erase(key);
    r_.emit(effect::Erase{kTrainingStore, key});
    read_exam(link);
}

// ---- results -----------------------------------------------------------------------------------------------------

bool Trainer::file(const std::string& name, const std::string& purpose, const std::string& text) {
    const bool wanted = purpose == "exam" || purpose == "results";
    const bool result = text.find("\"signroute-result/") != std::string::npos;  // which holds its exam
    if (!result && text.find("\"signroute-exam/") != std::string::npos) {
        const auto exam = exam_from_text(text);
        if (exam) r_(intent::Go{exam_place(*exam)});
        else s_.message = "“" + name + "”未能读出：" + exam.error().message;
        return true;
    }
    if (!wanted && !result) return false;
    const auto sheet = sheet_from_text(text);
    if (sheet) {
        t_.sheets[name] = text;
        r_.put(kSheets, name, text);
    } else {
        t_.results.refused.emplace_back(name, sheet.error().message);
    }
    if (s_.place.part != "results") r_(intent::Go{{.room = Room::training, .part = "results"}});
    else count_results();
    return true;
}

void Trainer::sheet(const std::string& file, const std::string& value) {
    if (value.empty()) t_.sheets.erase(file);
    else t_.sheets[file] = value;
    if (t_.open && s_.place.part == "results") count_results();
}

void Trainer::count_results() {
    Results& r = t_.results;
    r.files.clear();
    r.tally.reset();
    for (const auto& [name, text] : t_.sheets) {
        if (auto sheet = sheet_from_text(text)) r.files.push_back({name, std::move(*sheet)});
    }
    if (!r.files.empty()) r.tally = training::tally(ground(), r.files);
}

void Trainer::operator()(const train::DropResults&) {
    t_.sheets.clear();
    t_.results = {};
    r_.emit(effect::Erase{kSheets, ""});
}

void Trainer::operator()(const train::ResultsTable&) {
    const auto& tally = t_.results.tally;
    if (tally) r_.emit(effect::Download{file_name(tally->exam.title) + "_成绩汇总.csv", "text/csv", training::tally_to_csv(ground(), *tally)});
}

}  // namespace signroute
