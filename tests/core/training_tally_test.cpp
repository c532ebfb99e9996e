// Many results: counted as a plain count would, and nothing that is not a result of this exam is counted.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "core/training/exam_html.h"
#include "core/training/tally.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;
using namespace signroute::training;

namespace {

const int kPersons = kSampled ? 3 : 9;
const int kQuestions = kSampled ? 6 : 14;

ExamSpec exam(std::uint64_t seed = 21) {
    ExamSpec wish;
    wish.title = "第一期考试";
    wish.packs = cities_asked();
    wish.n = kQuestions;
    wish.seed = seed;
    wish.minutes = 8;
    return given(wish);
}

std::vector<HandedIn> class_of(const ExamSpec& spec, int n, quiz::Random& random) {
    std::vector<HandedIn> out;
    for (int i = 0; i < n; ++i) {
        const std::string name = "考生" + std::to_string(i + 10);
        out.push_back({name + ".json", sheet_of(spec, name, [&](const quiz::Question& q) { return random.below(8) == 0 ? "" : q.choices[random.below(q.choices.size())].id; })});
        out.back().sheet.finished += static_cast<quiz::Second>(i);
    }
    return out;
}

std::vector<std::string> rows_of(const std::string& csv) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < csv.size();) {
        const std::size_t to = csv.find("\r\n", from);
        out.push_back(csv.substr(from, to - from));
        from = to + 2;
    }
    return out;
}

// Each question and each clause against a plain count over the files.
void check_questions(const std::vector<HandedIn>& files, const std::vector<quiz::Question>& questions, const Tally& t) {
    std::map<std::string, std::pair<int, int>> clauses;  // asked, missed
    for (std::size_t k = 0; k < questions.size(); ++k) {
        const quiz::Question& q = questions[k];
        int missed = 0;
        std::vector<std::string> who;
        std::map<std::string, int> chosen;
        for (const HandedIn& f : files) {
            const std::string& choice = f.sheet.answers[k].choice;
            ++chosen[choice];
            const bool wrong = choice != q.right;
            missed += wrong;
            if (wrong) who.push_back(f.sheet.name);
            for (const Clause& c : q.clauses) {
                auto& [asked, bad] = clauses[q.key.packs.front() + " " + clause_code(c, "")];
                ++asked;
                bad += wrong;
            }
        }
        CHECK(t.questions[k].id == q.id);
        CHECK(t.questions[k].asked == static_cast<int>(files.size()));
        CHECK(t.questions[k].missed == missed);
        CHECK(t.questions[k].who == who);
        CHECK(t.questions[k].chosen == chosen);
    }
    CHECK(t.clauses.size() == clauses.size());
    int last = 1 << 20;
    for (const ClauseRow& c : t.clauses) {
        const auto& [asked, missed] = clauses[c.pack + " " + clause_code(c.clause, "")];
        CHECK(c.asked == asked);
        CHECK(c.missed == missed);
        CHECK(c.missed <= last);
        last = c.missed;
    }
}

void check_persons(const std::vector<HandedIn>& files, const std::vector<quiz::Question>& questions, const Tally& t) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        int right = 0;
        std::vector<int> missed;
        for (std::size_t k = 0; k < questions.size(); ++k) {
            const bool good = files[i].sheet.answers[k].choice == questions[k].right;
            right += good;
            if (!good) missed.push_back(static_cast<int>(k) + 1);
        }
        CHECK(t.persons[i].name == files[i].sheet.name);
        CHECK(t.persons[i].right == right);
        CHECK(t.persons[i].missed == missed);
        CHECK(t.persons[i].over == 600 + static_cast<quiz::Second>(i) - 480);
    }
}

}  // namespace

TEST_CASE("the tally of a class is that of a plain count, by person, by question and by clause") {
    quiz::Random random(1);
    const ExamSpec spec = exam();
    const std::vector<HandedIn> files = class_of(spec, kPersons, random);
    const Tally t = tally(five_cities(), files);
    const std::vector<quiz::Question> questions = paper_of(five_cities(), spec).questions;
    REQUIRE(t.persons.size() == kPersons);
    REQUIRE(t.questions.size() == questions.size());
    CHECK(t.set_aside.empty());
    check_questions(files, questions, t);
    check_persons(files, questions, t);
}

TEST_CASE("doubles, other exams, altered files and foreign questions are told and not counted") {
    quiz::Random random(2);
    const ExamSpec spec = exam();
    std::vector<HandedIn> files = class_of(spec, 3, random);
    files.push_back(files[1]);
    files.back().file = "重复.json";
    HandedIn later = files[0];
    later.file = "later.json";
    later.sheet.name = " 考生10 ";
    later.sheet.finished += 60;
    later.sheet.answers[0].choice = "";
    files.insert(files.begin(), later);
    HandedIn other{"other.json", sheet_of(exam(22), "考生13", [](const quiz::Question& q) { return q.right; })};
    files.push_back(other);
    HandedIn broken = files[1];
    broken.file = "broken.json";
    broken.sheet.name = "考生14";
    broken.sheet.intact = false;
    files.push_back(broken);
    HandedIn foreign = files[1];
    foreign.file = "foreign.json";
    foreign.sheet.name = "考生15";
    foreign.sheet.answers[3] = other.sheet.answers[3];
    files.push_back(foreign);
    const Tally t = tally(five_cities(), files);
    CHECK(t.persons.size() == 3);
    std::vector<std::string> said;
    for (const SetAside& s : t.set_aside) said.push_back(s.file + " " + s.code + " " + s.why);
    CHECK(said == std::vector<std::string>{
                      "later.json duplicate “考生10”已有一份更早交卷的结果计入，这一份没有计入。", "重复.json duplicate 与已计入的一份完全相同，没有重复计入。",
                      "other.json other_exam 这是另一场考试“第一期考试”（编号" + exam_code(other.sheet.exam) + "）的结果，没有计入。",
                      "broken.json altered 文件内容与所附校验和不符，可能在传输、保存中损坏或者被改动，没有计入。", "foreign.json foreign_questions 其中有1道不是这场考试的题，没有计入。"});
    const Tally wanted = tally(five_cities(), files, &other.sheet.exam);
    REQUIRE(wanted.persons.size() == 1);
    CHECK(wanted.persons[0].name == "考生13");
    CHECK(wanted.persons[0].percent == 100);
    CHECK(wanted.set_aside.size() == files.size() - 1);
}

TEST_CASE("the order in which files are loaded changes nothing that is counted") {
    quiz::Random random(3);
    std::vector<HandedIn> files = class_of(exam(), 6, random);
    files.push_back(files[2]);
    files.back().sheet.finished += 5;
    const std::string first = tally_to_csv(five_cities(), tally(five_cities(), files));
    for (int i = 0; i < (kSampled ? 2 : 5); ++i) {
        random.shuffle(files);
        CHECK(tally_to_csv(five_cities(), tally(five_cities(), files)) == first);
    }
}

TEST_CASE("the table of a tally is one rectangle in which nothing is a formula") {
    quiz::Random random(4);
    const ExamSpec spec = exam();
    std::vector<HandedIn> files = class_of(spec, 2, random);
    files[0].sheet.name = "=HYPERLINK(\"http://x\",\"y\")";
    files[1].sheet.name = "@SUM(A1),\"b\"";
    files[1].file = "";
    files.push_back(files[1]);
    files.back().file = "+1.json";
    const std::string csv = tally_to_csv(five_cities(), tally(five_cities(), files));
    CHECK(csv.rfind("\xef\xbb\xbf类别,序号,名称,应答,答对,答错或未答,得分,结果,用时（秒）,依据,人员或题号,说明\r\n", 0) == 0);
    CHECK(csv.find("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"") != csv.npos);
    CHECK(csv.find("\"'@SUM(A1),\"\"b\"\"\"") != csv.npos);
    CHECK(csv.find(",'+1.json,") != csv.npos);
    for (const char c : {'=', '+', '@'}) CHECK(csv.find(std::string(",") + c) == csv.npos);
    std::map<std::string, int> of;
    for (const std::string& row : rows_of(csv)) {
        int cells = 1;
        bool quoted = false;
        for (const char c : row) {
            if (c == '"') quoted = !quoted;
            cells += c == ',' && !quoted;
        }
        CHECK_MESSAGE(cells == 12, row);
        ++of[row.substr(0, row.find(','))];
    }
    CHECK(of["考试"] == 1);
    CHECK(of["人员"] == 2);
    CHECK(of["题目"] == kQuestions);
    CHECK(of["未计入"] == 1);
}

TEST_CASE("a paper shows no key, its key page every one, and a marked sheet why an answer is wrong") {
    const ExamSpec spec = exam();
    const Paper paper = paper_of(five_cities(), spec);
    const std::string plain = exam_to_html(five_cities(), spec, paper, false), keyed = exam_to_html(five_cities(), spec, paper, true);
    CHECK(plain.find("参考答案") == plain.npos);
    CHECK(keyed.find("参考答案") != keyed.npos);
    const std::string key = keyed.substr(keyed.find("参考答案"));
    for (std::size_t i = 0; i < paper.questions.size(); ++i) {
        const std::string letter(1, static_cast<char>(paper.questions[i].right[0] - 'a' + 'A'));
        CHECK(key.find("<p>" + std::to_string(i + 1) + "．" + letter + "．") != key.npos);
    }
    const AnswerSheet sheet = sheet_of(spec, "<b>甲</b>", [](const quiz::Question& q) { return q.right == "a" ? "b" : "a"; });
    const std::string marked = sheet_to_html(five_cities(), sheet, graded(five_cities(), sheet));
    CHECK(marked.find("<b>甲") == marked.npos);
    CHECK(marked.find("&lt;b&gt;甲") != marked.npos);
    CHECK(marked.find("不及格：" + std::to_string(kQuestions) + "题答对0题，0分") != marked.npos);
    CHECK(marked.find("不能证明是谁作答") != marked.npos);
}
