#include <algorithm>
#include <iterator>
#include <set>

#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/training/exam.h"

namespace signroute::training {

namespace {

struct MarkName {
    const char* name;
    const char* title;
};
constexpr MarkName kMarks[] = {{"right", "答对"},        {"wrong", "答错"},    {"unanswered", "未答"},
                               {"changed", "规则已变"}, {"gone", "题已撤回"}, {"foreign", "非本卷题"}};

bool is(const GivenAnswer& given, const quiz::Question& q) { return given.id == q.id && given.seed == q.seed; }

// The question of an answer as the packs make it now.
std::optional<quiz::Question> made_again(const quiz::Ground& ground, const GivenAnswer& given) {
    const auto key = quiz::key_from_text(ground, given.id, "");
    return key ? quiz::make(ground, *key, given.seed) : std::nullopt;
}

Mark mark_of(const GivenAnswer& given, const std::optional<quiz::Question>& q, bool same_paper) {
    if (!q) return Mark::gone;
    const bool dated = given.shown.empty() && !same_paper && !q->limit.empty();  // its days may be others
    const bool other = !given.shown.empty() && given.shown != shown_mark(*q);
    if (q->id != given.id || dated || other || (!given.hash.empty() && q->hash != given.hash)) return Mark::changed;
    if (given.choice.empty()) return Mark::unanswered;
    return given.choice == q->right ? Mark::right : Mark::wrong;
}

MarkedAnswer marked(int number, const GivenAnswer& given, std::optional<quiz::Question> q, bool same_paper) {
    MarkedAnswer out{number, given.id, mark_of(given, q, same_paper), given.choice, given.seconds, {}};
    out.question = std::move(q);
    return out;
}

// The paper is the one that was answered: each of its questions once, and nothing else.
void mark_by_paper(const Paper& paper, const AnswerSheet& sheet, Graded& out) {
    for (const quiz::Question& q : paper.questions) {
        const auto at = std::find_if(sheet.answers.begin(), sheet.answers.end(), [&](const GivenAnswer& a) { return is(a, q); });
        const int number = static_cast<int>(out.answers.size()) + 1;
        out.answers.push_back(marked(number, at == sheet.answers.end() ? GivenAnswer{q.id, q.seed, q.hash, "", 0, ""} : *at, q, true));
    }
    for (const GivenAnswer& a : sheet.answers) {
        const bool known = std::any_of(paper.questions.begin(), paper.questions.end(), [&](const quiz::Question& q) { return is(a, q); });
        if (!known) out.answers.push_back({0, a.id, Mark::foreign, a.choice, a.seconds, {}});
    }
}

// Under other packs the paper cannot be drawn again: what was answered is all that there is.
void mark_by_answers(const quiz::Ground& ground, const AnswerSheet& sheet, Graded& out) {
    for (const GivenAnswer& a : sheet.answers) {
        const bool more = static_cast<int>(out.answers.size()) >= sheet.exam.n;
        if (more) out.answers.push_back({0, a.id, Mark::foreign, a.choice, a.seconds, {}});
        else out.answers.push_back(marked(static_cast<int>(out.answers.size()) + 1, a, made_again(ground, a), false));
    }
}

void count(Graded& out) {
    for (const MarkedAnswer& a : out.answers) {
        switch (a.mark) {
            case Mark::right: ++out.right; break;
            case Mark::wrong: ++out.wrong; break;
            case Mark::unanswered: ++out.unanswered; break;
            case Mark::changed:
            case Mark::gone: ++out.undecided; break;
            case Mark::foreign: ++out.foreign; break;
        }
    }
}

}  // namespace

std::string_view name(Mark mark) { return kMarks[static_cast<int>(mark)].name; }
std::string_view title(Mark mark) { return kMarks[static_cast<int>(mark)].title; }

Graded graded(const quiz::Ground& ground, const AnswerSheet& sheet) { return graded(ground, sheet, paper_of(ground, sheet.exam)); }

Graded graded(const quiz::Ground& ground, const AnswerSheet& sheet, const Paper& paper) {
    Graded out;
    out.same_packs = paper.same;
    if (paper.same) mark_by_paper(paper, sheet, out);
    else mark_by_answers(ground, sheet, out);
    count(out);
    out.n = paper.same ? static_cast<int>(paper.questions.size()) : sheet.exam.n;
    out.unanswered = out.n - out.right - out.wrong - out.undecided;
    out.percent = out.n ? 100 * out.right / out.n : 0;
    const int needed = sheet.exam.pass_mark * out.n;
    out.passed = 100 * out.right >= needed ? Truth::yes : 100 * (out.right + out.undecided) >= needed ? Truth::unknown : Truth::no;
    out.taken = std::max<quiz::Second>(0, sheet.finished - sheet.started);
    out.over = sheet.exam.minutes ? std::max<quiz::Second>(0, out.taken - sheet.exam.minutes * 60) : 0;
    return out;
}

void complete(const quiz::Ground& ground, AnswerSheet& sheet) {
    const Paper paper = paper_of(ground, sheet.exam);
    for (GivenAnswer& a : sheet.answers) {
        for (const quiz::Question& q : paper.questions) {
            if (!paper.same || !is(a, q)) continue;
            if (a.hash.empty()) a.hash = q.hash;
            if (a.shown.empty()) a.shown = shown_mark(q);
        }
    }
}

const std::vector<std::string>& what_it_cannot_prove() {
    static const std::vector<std::string> kSentences = {
        "本结果不能证明是谁作答：姓名由作答人自己填写。",
        "本结果不能证明作答时没有查阅资料、没有他人帮助。",
        "起止时间取自作答人的电脑，电脑的时钟可以调整。",
        "文件可以被人为改动；所附校验和只能发现传输、保存中的意外变动，不能发现有意的修改。",
        "考试链接在谁手中都能打开，题目和答案可以事先得知。"};
    return kSentences;
}

}  // namespace signroute::training
