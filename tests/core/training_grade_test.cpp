// An answer sheet is marked as a recount by the engine would mark it; what other rules took away is not marked at all.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/exchange/training_file.h"
#include "core/quiz/draft.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;
using namespace signroute::training;

namespace {

ExamSpec exam(int n, int pass_mark, std::uint64_t seed = 3) {
    ExamSpec wish;
    wish.title = "考试";
    wish.packs = cities_asked();
    wish.n = n;
    wish.seed = seed;
    wish.pass_mark = pass_mark;
    wish.minutes = 10;
    return given(wish);
}

std::string right_one(const quiz::Question& q) { return q.right; }
std::string wrong_one(const quiz::Question& q) { return q.right == "a" ? "b" : "a"; }

// Whether the engine bears out the claim of the choice, without looking at the question's own key.
bool holds(const quiz::Question& q, const std::string& choice) {
    quiz::Ground ground = five_cities();
    ground.packs.clear();
    for (const std::string& p : q.key.packs) ground.packs.push_back(quiz::pack_of(five_cities(), p));
    const quiz::Court court(ground, *ground.packs.front(), q.situation_case);
    for (const quiz::Choice& c : q.choices) {
        if (c.id == choice) return court.rule(c.claim).truth == Truth::yes;
    }
    return false;
}

}  // namespace

TEST_CASE("what is right is what the engine bears out, question by question") {
    const int n = kSampled ? 10 : 30;
    const ExamSpec spec = exam(n, 60);
    quiz::Random random(5);
    AnswerSheet sheet = sheet_of(spec, "甲", [&](const quiz::Question& q) { return random.below(6) == 0 ? std::string() : q.choices[random.below(q.choices.size())].id; });
    sheet.answers.erase(sheet.answers.begin() + 4);  // not answered at all
    const Paper paper = paper_of(five_cities(), spec);
    int right = 0, none = 0;
    for (const quiz::Question& q : paper.questions) {
        const auto at = std::find_if(sheet.answers.begin(), sheet.answers.end(), [&](const GivenAnswer& a) { return a.id == q.id; });
        if (at == sheet.answers.end() || at->choice.empty()) ++none;
        else right += holds(q, at->choice);
    }
    const Graded g = graded(five_cities(), sheet);
    CHECK(g.n == n);
    CHECK(g.right == right);
    CHECK(g.unanswered == none);
    CHECK(g.wrong == n - right - none);
    CHECK(g.percent == right * 100 / n);
    CHECK(g.undecided + g.foreign == 0);
    CHECK(g.same_packs);
    REQUIRE(g.answers.size() == static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < g.answers.size(); ++i) {
        CHECK(g.answers[i].number == static_cast<int>(i) + 1);
        CHECK(g.answers[i].id == paper.questions[i].id);
    }
}

TEST_CASE("the pass mark is held against right answers of all questions, without rounding") {
    for (const int n : kSampled ? std::vector{3} : std::vector{3, 7}) {
        const ExamSpec base = exam(n, 0);
        for (int right = 0; right <= n; ++right) {
            for (const int mark : kSampled ? std::vector{33, 34, 67, 100} : std::vector{0, 1, 33, 34, 42, 43, 57, 58, 66, 67, 99, 100}) {
                ExamSpec spec = base;
                spec.pass_mark = mark;
                int left = right;
                const Graded g = graded(five_cities(), sheet_of(spec, "甲", [&](const quiz::Question& q) { return left-- > 0 ? right_one(q) : wrong_one(q); }));
                CHECK(g.right == right);
                CHECK((g.passed == Truth::yes) == (right * 100.0 / n >= mark));
                CHECK(g.passed != Truth::unknown);
            }
        }
    }
}

TEST_CASE("time is from the start to the end, and too much of it is said") {
    AnswerSheet sheet = sheet_of(exam(3, 60), "甲", right_one);
    sheet.finished = sheet.started + 600;
    CHECK(graded(five_cities(), sheet).over == 0);
    sheet.finished = sheet.started + 601;
    CHECK(graded(five_cities(), sheet).over == 1);
    CHECK(graded(five_cities(), sheet).taken == 601);
    sheet.exam.minutes = 0;
    CHECK(graded(five_cities(), sheet).over == 0);
}

TEST_CASE("an answer to a question of another exam does not count") {
    AnswerSheet sheet = sheet_of(exam(6, 60), "甲", right_one);
    const AnswerSheet other = sheet_of(exam(6, 60, 4), "甲", right_one);
    sheet.answers[2] = other.answers[2];
    const Graded g = graded(five_cities(), sheet);
    CHECK(g.right == 5);
    CHECK(g.unanswered == 1);
    CHECK(g.foreign == 1);
    CHECK(g.answers.back().mark == Mark::foreign);
}

TEST_CASE("under other packs an answer is marked only where its question is still the same") {
    ExamSpec wish;
    wish.packs = {"wuxi-2022"};
    wish.matters = {"office_document", "executive_minutes"};
    wish.kinds = {quiz::Kind::who_signs, quiz::Kind::who_reviews, quiz::Kind::order};
    wish.n = 4;
    const ExamSpec spec = given(wish);
    const AnswerSheet sheet = sheet_of(spec, "甲", right_one);
    const Altered other = other_wuxi();
    const Graded g = graded(other.ground, sheet);
    CHECK(!g.same_packs);
    CHECK(g.n == 4);
    int touched = 0;
    for (const MarkedAnswer& a : g.answers) {
        const bool concerned = a.id.find("/office_document/") != a.id.npos && a.id.rfind("who_reviews", 0) != 0;
        const auto again = a.question;
        const GivenAnswer& was = *std::find_if(sheet.answers.begin(), sheet.answers.end(), [&](const GivenAnswer& x) { return x.id == a.id; });
        const bool same = again && again->id == was.id && again->hash == was.hash && shown_mark(*again) == was.shown;
        CHECK((a.mark == Mark::right) == same);
        CHECK((a.mark == Mark::changed || a.mark == Mark::gone) == !same);
        touched += concerned && !same;
    }
    CHECK(touched > 0);
    CHECK(g.right + g.undecided == 4);
    AnswerSheet strict = sheet;
    strict.exam.pass_mark = 100;
    CHECK(graded(other.ground, strict).passed == Truth::unknown);
    strict.exam.pass_mark = 0;
    CHECK(graded(other.ground, strict).passed == Truth::yes);
}

TEST_CASE("a sheet comes back from its file, and whatever is altered in the file is noticed") {
    quiz::Random random(9);
    const AnswerSheet sheet = sheet_of(exam(4, 60), "王小明", [&](const quiz::Question& q) { return q.choices[random.below(q.choices.size())].id; });
    const std::string text = sheet_to_text(sheet);
    const auto back = sheet_from_text(text);
    REQUIRE(back);
    CHECK(*back == sheet);
    CHECK(back->intact);
    const auto pretty = sheet_from_text(nlohmann::json::parse(text).dump(2));
    REQUIRE(pretty);
    CHECK(pretty->intact);  // white space makes no difference
    int noticed = 0;
    for (int i = 0; i < 400; ++i) {
        std::string other = text;
        const std::size_t at = random.below(other.size());
        other[at] = static_cast<char>('0' + random.below(60));
        if (other == text) continue;
        const auto read = sheet_from_text(other);
        CHECK_MESSAGE((!read || !read->intact), other.substr(at > 20 ? at - 20 : 0, 40));
        ++noticed;
    }
    CHECK(noticed > 300);
}

TEST_CASE("a file that is no answer sheet is refused with its place") {
    const auto said = [](const std::string& text) {
        const auto read = sheet_from_text(text);
        return read ? "read" : read.error().code + " " + read.error().pointer + " " + read.error().message;
    };
    const AnswerSheet sheet = sheet_of(exam(3, 60), "甲", right_one);
    const auto with = [&](const char* pointer, const nlohmann::json& value) {
        nlohmann::json j = nlohmann::json::parse(sheet_to_text(sheet));
        j[nlohmann::json::json_pointer(pointer)] = value;
        return said(j.dump());
    };
    CHECK(said("{").rfind("not_json", 0) == 0);
    CHECK(said("{\"format\":\"signroute-exam/1\"}") == "unknown_format /format 不是签批向导的考试结果文件。");
    CHECK(with("/name", "一\n二") == "bad_value /name 姓名应写在一行之内，不超过 40 个字。");
    CHECK(with("/started", "2025-03-03") == "bad_time /started 时间“2025-03-03”应形如 2025-01-23T08:30:05。");
    CHECK(with("/finished", "2025-03-02T08:00:00") == "out_of_order /finished 交卷时间早于开始时间。");
    CHECK(with("/answers/1/choice", "ab") == "bad_value /answers/1/choice 选项应为 a、b、c 等一个小写字母，未答的为空。");
    CHECK(with("/answers/1/seconds", -1) == "out_of_range /answers/1/seconds 用时应在 0 到 86400 秒之间。");
    CHECK(with("/answers/1/id", sheet.answers[0].id) == "stated_twice /answers/1/id 同一道题答了两次。");
    CHECK(with("/answers/1/note", "x").rfind("unknown_key /answers/1/note", 0) == 0);
    CHECK(with("/exam/n", 0) == "out_of_range /exam/n 题数应在 1 到 200 之间。");
    CHECK(with("/exam/format", "x") == "unknown_format /exam/format 不是签批向导的考试文件。");
}

TEST_CASE("it is said plainly what a result cannot prove") {
    std::string all;
    for (const std::string& s : what_it_cannot_prove()) all += s;
    for (const char* what : {"谁作答", "他人帮助", "时钟", "有意的修改"}) CHECK_MESSAGE(all.find(what) != all.npos, what);
}
