#include <array>

#include "core/report/csv.h"
#include "core/training/tally.h"
#include "core/words.h"

namespace signroute::training {

namespace {

constexpr std::array kColumns = {"类别", "序号", "名称", "应答", "答对", "答错或未答", "得分", "结果", "用时（秒）", "依据", "人员或题号", "说明"};
enum Column { kind, number, title_column, asked, right, missed, percent, outcome, seconds, clauses, who, remark };
using Row = std::array<std::string, kColumns.size()>;

std::string with_commas(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& p : parts) out += (out.empty() ? "" : "、") + p;
    return out;
}

std::string with_commas(const std::vector<int>& numbers) {
    std::string out;
    for (const int n : numbers) out += (out.empty() ? "" : "、") + std::to_string(n);
    return out;
}

const char* passed_text(Truth passed) {
    switch (passed) {
        case Truth::yes: return "及格";
        case Truth::no: return "不及格";
        case Truth::unknown: return "尚不能断定";
    }
    return "";
}

class Table {
  public:
    Table(const quiz::Ground& ground, const Tally& tally) : ground_(ground), tally_(tally) {}

    std::string text() {
        out_ = "\xef\xbb\xbf";
        for (std::size_t i = 0; i < kColumns.size(); ++i) out_ += (i ? "," : "") + csv_cell(kColumns[i]);
        out_ += "\r\n";
        exam();
        for (const PersonRow& p : tally_.persons) person(p);
        for (const QuestionRow& q : tally_.questions) question(q);
        for (const ClauseRow& c : tally_.clauses) clause(c);
        for (const SetAside& s : tally_.set_aside) {
            Row& r = next("未计入");
            r[title_column] = s.name;
            r[who] = s.file;
            r[remark] = s.why;
            put(r);
        }
        return out_;
    }

  private:
    Row& next(const char* what) {
        if (row_[kind] != what) count_ = 0;
        row_ = {};
        row_[kind] = what;
        row_[number] = std::to_string(++count_);
        return row_;
    }
    void put(const Row& row) {
        for (std::size_t i = 0; i < row.size(); ++i) out_ += (i ? "," : "") + csv_cell(row[i]);
        out_ += "\r\n";
    }
    void counts(Row& r, int all, int bad) {
        r[asked] = std::to_string(all);
        r[right] = std::to_string(all - bad);
        r[missed] = std::to_string(bad);
        r[percent] = all ? std::to_string(100 * (all - bad) / all) : "";
    }

    void exam() {
        Row& r = next("考试");
        r[title_column] = tally_.exam.title;
        r[asked] = std::to_string(tally_.exam.n);
        r[percent] = std::to_string(tally_.exam.pass_mark);
        r[seconds] = tally_.exam.minutes ? std::to_string(tally_.exam.minutes * 60) : "";
        r[who] = exam_code(tally_.exam);
        r[remark] = tally_.same_packs ? "“得分”为百分之几，本行为及格线，“用时”为限时" : "手中的规则与出卷时不同，部分题目不能评判";
        put(r);
    }
    void person(const PersonRow& p) {
        Row& r = next("人员");
        r[title_column] = p.name;
        r[asked] = std::to_string(p.n);
        r[right] = std::to_string(p.right);
        r[missed] = std::to_string(p.wrong + p.unanswered);
        r[percent] = std::to_string(p.percent);
        r[outcome] = passed_text(p.passed);
        r[seconds] = std::to_string(p.taken);
        r[who] = with_commas(p.missed);
        if (p.over) r[remark] = "超时" + std::to_string(p.over) + "秒";
        if (p.undecided) r[remark] += (r[remark].empty() ? "" : "；") + std::to_string(p.undecided) + "道因规则已变不能评判";
        put(r);
    }
    void question(const QuestionRow& q) {
        Row& r = next("题目");
        r[number] = std::to_string(q.number);
        r[title_column] = q.title;
        counts(r, q.asked, q.missed);
        const Pack* pack = quiz::pack_of(ground_, q.pack);
        if (pack) r[clauses] = pack->city + " " + clauses_text(*pack, q.clauses);
        r[who] = with_commas(q.who);
        r[remark] = q.ask + " 答案：" + q.right_text;
        put(r);
    }
    void clause(const ClauseRow& c) {
        Row& r = next("条款");
        r[title_column] = c.label;
        counts(r, c.asked, c.missed);
        r[clauses] = c.label;
        r[who] = with_commas(c.who);
        put(r);
    }

    const quiz::Ground& ground_;
    const Tally& tally_;
    std::string out_;
    Row row_;
    int count_ = 0;
};

}  // namespace

std::string tally_to_csv(const quiz::Ground& ground, const Tally& tally) { return Table(ground, tally).text(); }

}  // namespace signroute::training
