#include "core/training/tally.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/findings/finding.h"
#include "core/words.h"

namespace signroute::training {

namespace {

struct Counted {
    const HandedIn* file;
    Graded graded;
};

std::string quoted(const std::string& text) { return "“" + text + "”"; }

// The exam that most of the files are of; of as many, that of the first.
ExamSpec commonest(const std::vector<HandedIn>& files) {
    std::size_t most = 0;
    ExamSpec out;
    for (const HandedIn& f : files) {
        const auto n = static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [&](const HandedIn& g) { return g.sheet.intact && g.sheet.exam == f.sheet.exam; }));
        if (n > most) most = n, out = f.sheet.exam;
    }
    return out;
}

class Tallying {
  public:
    Tallying(const quiz::Ground& ground, const std::vector<HandedIn>& files, const ExamSpec* wanted) : ground_(ground), files_(files) {
        out_.exam = wanted ? *wanted : commonest(files);
        paper_ = paper_of(ground, out_.exam);
        out_.same_packs = paper_.same;
    }

    Tally run() {
        pick();
        put_in_order(counted_, [](const Counted& a, const Counted& b) { return trim(a.file->sheet.name) < trim(b.file->sheet.name); });
        questions();
        for (const Counted& c : counted_) person(c);
        put_in_order(out_.clauses, [](const ClauseRow& a, const ClauseRow& b) {
            return a.missed != b.missed ? a.missed > b.missed : a.pack != b.pack ? a.pack < b.pack : a.clause < b.clause;
        });
        return std::move(out_);
    }

  private:
    // Those that count, the others set aside in the order of the files.
    void pick() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < files_.size(); ++i) order.push_back(i);
        put_in_order(order, [&](std::size_t a, std::size_t b) {
            return files_[a].sheet.finished != files_[b].sheet.finished ? files_[a].sheet.finished < files_[b].sheet.finished : files_[a].file < files_[b].file;
        });
        std::map<std::size_t, SetAside> aside;
        for (const std::size_t i : order) {
            if (auto why = objection_to(files_[i])) aside.emplace(i, *why);
        }
        for (auto& [i, why] : aside) out_.set_aside.push_back(std::move(why));
    }

    // None: then it is counted.
    std::optional<SetAside> objection_to(const HandedIn& f) {
        const std::string name = trim(f.sheet.name);
        const auto aside = [&](const char* code, const std::string& why) { return SetAside{f.file, name, code, why}; };
        if (!f.sheet.intact) return aside("altered", "文件内容与所附校验和不符，可能在传输、保存中损坏或者被改动，没有计入。");
        if (!(f.sheet.exam == out_.exam)) return aside("other_exam", "这是另一场考试" + quoted(f.sheet.exam.title) + "（编号" + exam_code(f.sheet.exam) + "）的结果，没有计入。");
        const auto same = std::find_if(counted_.begin(), counted_.end(), [&](const Counted& c) { return trim(c.file->sheet.name) == name; });
        if (same != counted_.end()) {
            const bool copy = same->file->sheet == f.sheet;
            return aside("duplicate", copy ? "与已计入的一份完全相同，没有重复计入。" : quoted(name) + "已有一份更早交卷的结果计入，这一份没有计入。");
        }
        Graded g = graded(ground_, f.sheet, paper_);
        if (g.foreign) return aside("foreign_questions", "其中有" + std::to_string(g.foreign) + "道不是这场考试的题，没有计入。");
        counted_.push_back({&f, std::move(g)});
        return std::nullopt;
    }

    void questions() {
        for (const quiz::Question& q : paper_.questions) {
            if (paper_.same) question_row(q, static_cast<int>(out_.questions.size()) + 1);
        }
    }

    QuestionRow& question_row(const quiz::Question& q, int number) {
        for (QuestionRow& r : out_.questions) {
            if (r.id == q.id) return r;
        }
        QuestionRow row;
        row.number = number;
        row.id = q.id;
        row.pack = q.key.packs.front();
        const Pack* pack = quiz::pack_of(ground_, row.pack);
        row.title = std::string(title(q.key.kind)) + "·" + matter_title({ground_.catalogue, pack}, q.key.matter);
        row.ask = q.ask;
        row.right = q.right;
        for (const quiz::Choice& c : q.choices) row.right_text = c.id == q.right ? c.text : row.right_text;
        row.clauses = q.clauses;
        out_.questions.push_back(std::move(row));
        return out_.questions.back();
    }

    ClauseRow& clause_row(const std::string& pack, const Clause& clause) {
        for (ClauseRow& r : out_.clauses) {
            if (r.pack == pack && r.clause == clause) return r;
        }
        const Pack* p = quiz::pack_of(ground_, pack);
        out_.clauses.push_back({pack, clause, p ? p->city + " " + clause_text(*p, clause) : "", 0, 0, {}});
        return out_.clauses.back();
    }

    void person(const Counted& c) {
        const AnswerSheet& sheet = c.file->sheet;
        PersonRow row{trim(sheet.name), c.file->file, c.graded.n, c.graded.right, c.graded.wrong, c.graded.unanswered, c.graded.undecided,
                      c.graded.percent, c.graded.passed, c.graded.taken, c.graded.over, {}};
        for (const MarkedAnswer& a : c.graded.answers) {
            const bool asked = a.question && (a.mark == Mark::right || a.mark == Mark::wrong || a.mark == Mark::unanswered);
            if (!asked) continue;
            const bool missed = a.mark != Mark::right;
            if (missed) row.missed.push_back(a.number);
            answer(a, missed, row.name);
        }
        out_.persons.push_back(std::move(row));
    }

    void answer(const MarkedAnswer& a, bool missed, const std::string& who) {
        QuestionRow& q = question_row(*a.question, a.number);
        ++q.asked;
        q.missed += missed;
        ++q.chosen[a.choice];
        if (missed) q.who.push_back(who);
        std::vector<Clause> once;
        for (Clause clause : a.question->clauses) {
            clause.sentence = 0;
            if (std::find(once.begin(), once.end(), clause) != once.end()) continue;
            once.push_back(clause);
            ClauseRow& row = clause_row(q.pack, clause);
            ++row.asked;
            row.missed += missed;
            if (missed && std::find(row.who.begin(), row.who.end(), who) == row.who.end()) row.who.push_back(who);
        }
    }

    const quiz::Ground& ground_;
    const std::vector<HandedIn>& files_;
    Paper paper_;
    std::vector<Counted> counted_;
    Tally out_;
};

}  // namespace

Tally tally(const quiz::Ground& ground, const std::vector<HandedIn>& files, const ExamSpec* wanted) { return Tallying(ground, files, wanted).run(); }

}  // namespace signroute::training
