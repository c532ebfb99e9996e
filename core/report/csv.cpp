#include "core/report/csv.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/words.h"

namespace signroute {

namespace {

constexpr std::array kColumns = {"类别", "读法", "序号", "名称", "办理人", "动作", "状态", "日期", "依据", "说明", "办法"};
enum Column { kind, reading, number, title, actor, action, state, date, clauses, remark, advice };
constexpr const char* kRequired = "规定步骤";
using Row = std::array<std::string, kColumns.size()>;

class CsvTable {
  public:
    explicit CsvTable(const Report& report) : report_(report) {}

    std::string text() {
        out_ = "\xef\xbb\xbf";
        for (std::size_t i = 0; i < kColumns.size(); ++i) out_ += (i ? "," : "") + csv_cell(kColumns[i]);
        out_ += "\r\n";
        head();
        for (const ReportPart& part : report_.parts) {
            reading_ = part.title;
            answer(part);
        }
        return out_;
    }

  private:
    Row& next(const char* what) {
        row_ = {};
        row_[kind] = what;
        return row_;
    }
    // Of a reading only what is not the same in all of them. Rows of one kind are counted, as a reader would number them.
    void put(Row& row) {
        Row same = row;
        if (row[kind] == kRequired) same[title].clear(), same[remark].clear();  // its stage, and what it waits for
        const bool known = std::find(shared_.begin(), shared_.end(), same) != shared_.end();
        if (reading_.empty()) shared_.push_back(std::move(same));
        else if (known) return;
        row[reading] = reading_;
        if (row[kind] + reading_ != counted_) count_ = 0;
        counted_ = row[kind] + reading_;
        row[number] = std::to_string(++count_);
        for (std::size_t i = 0; i < row.size(); ++i) out_ += (i ? "," : "") + csv_cell(row[i]);
        out_ += "\r\n";
    }
    void head();
    void answer(const ReportPart& part);
    void steps(const ReportPart& part);
    void findings(const ReportPart& part);
    void dates(const ReportPart& part);

    const Report& report_;
    std::string out_, reading_, counted_;
    std::vector<Row> shared_;
    Row row_;
    int count_ = 0;
};

void CsvTable::head() {
    Row& r = next("案卷");
    r[title] = report_.head.title;
    r[state] = report_.head.id;
    r[date] = report_.date ? to_text(*report_.date) : "";
    r[clauses] = report_.rules;
    r[remark] = report_.city + "·" + report_.matter;
    put(r);
    for (const ReportFact& f : report_.facts) {
        Row& fact = next("情形");
        fact[title] = f.question;
        fact[state] = f.answer;
        fact[clauses] = f.clauses;
        put(fact);
    }
}

void CsvTable::steps(const ReportPart& part) {
    for (std::size_t s = 0; s < part.picture.stages.size(); ++s) {
        const ReportStage& stage = part.picture.stages[s];
        for (const ReportCard& c : stage.cards) {
            Row& r = next(kRequired);
            r[title] = "第" + std::to_string(s + 1) + "阶段" + (c.either || is_framed(stage) ? "（" + beside_text(c.either ? Beside::alternatives : stage.beside) + "）" : "");
            r[actor] = c.role;
            r[action] = c.action;
            r[state] = status_text(c.status);
            r[clauses] = c.clauses;
            r[remark] = (c.decides ? std::string("决定环节") + (c.remark.empty() ? "" : "；") : "") + c.remark;
            put(r);
        }
    }
    for (const ReportStep& s : part.planned) {
        Row& r = next("所填步骤");
        r[title] = s.stands_for;
        r[actor] = s.role;
        r[action] = s.action;
        r[state] = s.errors ? "有错误" : s.warnings ? "有提示" : "";
        r[date] = s.day ? to_text(*s.day) : s.date;
        r[remark] = s.remark;
        put(r);
    }
}

void CsvTable::findings(const ReportPart& part) {
    for (const ReportFinding& f : part.findings) {
        Row& r = next("问题");
        r[title] = f.message;
        r[state] = severity_text(f.severity);
        r[clauses] = f.clauses;
        r[advice] = f.advice;
        put(r);
    }
    for (const ReportThing& t : part.things) {
        Row& r = next("前置");
        r[title] = t.title;
        r[action] = t.kind;
        r[state] = t.state;
        r[clauses] = t.clauses;
        r[remark] = t.rule;
        put(r);
    }
}

void CsvTable::dates(const ReportPart& part) {
    for (const ReportDate& d : part.dates) {
        Row& r = next("时限");
        r[title] = d.title;
        r[actor] = d.by;
        r[action] = d.figure;
        r[state] = d.state;
        r[date] = d.due ? to_text(*d.due) : d.due_text;
        r[clauses] = d.clauses;
        r[remark] = d.rule + d.remark;
        put(r);
    }
}

void CsvTable::answer(const ReportPart& part) {
    Row& r = next("结论");
    r[title] = part.verdict_text;
    r[state] = outcome_text(part.outcome);
    r[clauses] = part.basis;
    r[remark] = part.say;
    put(r);
    steps(part);
    findings(part);
    dates(part);
}

bool starts_formula(const std::string& text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') ++at;
    if (at == text.size()) return false;
    const char32_t c = next_code_point(text, at);
    return std::u32string_view(U"=+-@\t\r\n＝＋－＠").find(c) != std::u32string_view::npos;
}

}  // namespace

std::string csv_cell(const std::string& text) {
    const std::string safe = starts_formula(text) ? "'" + text : text;
    if (safe.find_first_of(",\"\r\n") == safe.npos) return safe;
    std::string out = "\"";
    for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string report_to_csv(const Report& report) { return CsvTable(report).text(); }

}  // namespace signroute
