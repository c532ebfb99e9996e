#include "core/report/html.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/report/html_style.h"
#include "core/report/markup.h"
#include "core/report/route_svg.h"
#include "core/words.h"

namespace signroute {

namespace {

struct Mark {
    const char* look;
    const char* sign;
};

Mark mark_of(Severity severity) {
    switch (severity) {
        case Severity::error: return {"error", "✕"};
        case Severity::warning: return {"warning", "！"};
        case Severity::ask: return {"ask", "？"};
        case Severity::note: return {"note-line", "·"};
    }
    return {"", ""};
}

Mark mark_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::fail: return {"fail", "✕"};
        case Verdict::ask: return {"ask", "？"};
        case Verdict::warn: return {"warn", "！"};
        case Verdict::pass: return {"pass", "✓"};
    }
    return {"", ""};
}

std::string element(const char* tag, const char* look, const std::string& text) {
    return std::string("<") + tag + (*look ? std::string(" class=\"") + look + "\"" : "") + ">" + escaped(text) + "</" + tag + ">\n";
}

// Something said, with its clauses after it in brackets.
std::string cited(const std::string& clauses) { return clauses.empty() ? "" : "（" + clauses + "）"; }

struct TableColumn {
    const char* title;
    const char* look;
};

class Table {
  public:
    explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {
        out_ = "<table>\n<thead><tr>";
        for (const TableColumn& c : columns_) out_ += std::string("<th") + (*c.look ? std::string(" class=\"") + c.look + "\"" : "") + " scope=\"col\">" + c.title + "</th>";
        out_ += "</tr></thead>\n<tbody>\n";
    }
    void row(const std::vector<std::string>& cells) {
        out_ += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i)
            out_ += std::string("<td") + (*columns_[i].look ? std::string(" class=\"") + columns_[i].look + "\"" : "") + ">" + escaped(cells[i]) + "</td>";
        out_ += "</tr>\n";
    }
    std::string text() const { return out_ + "</tbody>\n</table>\n"; }

  private:
    std::vector<TableColumn> columns_;
    std::string out_;
};

class HtmlReport {
  public:
    explicit HtmlReport(const Report& report) : report_(report) {}

    std::string document();

  private:
    void heading(const std::string& title) { out_ += element("h2", "", chinese_number(++sections_) + "、" + title); }
    void head();
    void verdict(const ReportPart& part);
    void facts();
    void picture(const ReportPart& part);
    void plan(const ReportPart& part);
    void findings(const ReportPart& part);
    void things(const ReportPart& part);
    void dates(const ReportPart& part);
    std::string name_of(std::size_t part) const;
    void readings();
    void silences();
    void clauses();
    void sources();

    const Report& report_;
    std::string out_;
    int sections_ = 0;
};

void HtmlReport::head() {
    out_ += "<h1>签批流程核对报告</h1>\n";
    out_ += element("p", "subject", report_.head.title);
    out_ += "<table class=\"meta\"><tbody>\n";
    const auto row = [&](const char* a, const std::string& x, const char* b, const std::string& y) {
        out_ += std::string("<tr><td>") + a + "</td><td>" + escaped(x) + "</td><td>" + b + "</td><td>" + escaped(y) + "</td></tr>\n";
    };
    row("城市", report_.city, "核对日期", report_.date_text.empty() ? "未填" : report_.date_text);
    row("事项", report_.matter, "案卷编号", report_.head.id.empty() ? "未编号" : report_.head.id + (report_.head.revision ? "（第" + std::to_string(report_.head.revision + 1) + "稿）" : ""));
    out_ += "<tr><td>规则</td><td colspan=\"3\">" + escaped(report_.rules) + "</td></tr>\n</tbody></table>\n";
    if (!report_.head.note.empty()) out_ += element("p", "note", "备注：" + report_.head.note);
}

void HtmlReport::verdict(const ReportPart& part) {
    const Mark mark = mark_of(part.verdict);
    const std::string without_plan = report_.has_plan ? "" : "（没有填报办理步骤，只核对了情形）";
    out_ += element("p", (std::string("verdict ") + mark.look).c_str(), std::string(mark.sign) + "　" + part.verdict_text + without_plan);
    if (part.outcome == Outcome::readings) {
        for (const std::string& p : report_.points) out_ += element("p", "", p);
    } else if (part.outcome != Outcome::regulated) {
        out_ += element("p", "", outcome_text(part.outcome) + "。");
    }
}

void HtmlReport::facts() {
    if (report_.facts.empty()) return;
    heading("情形");
    Table table({{"问题", ""}, {"回答", "answer"}, {"依据", "law"}});
    for (const ReportFact& f : report_.facts)
        table.row({f.question + (f.judgement ? "（由人判断）" : ""), f.answer, f.clauses});
    out_ += table.text();
}

void HtmlReport::picture(const ReportPart& part) {
    out_ += route_svg(part.picture, "应走流程：" + report_.matter);
    if (part.picture.stages.empty()) {
        out_ += element("p", "", part.not_required.empty() ? "原文对本事项没有规定由谁逐级办理，只有下列要求。" : "按所填情形，没有需要办理的环节。");
    } else {
        out_ += element("p", "legend", "实线 应当办理　虚线 如有需要　点线 可以办理　紫虚线 待答或由人判断　粗框 决定环节");
    }
    std::string list;
    for (const std::string& s : part.not_required) list += (list.empty() ? "按所填情形不需要：" : "、") + s;
    if (!list.empty()) out_ += element("p", "small", list + "。");
}

std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }

std::string step_marks(int errors, int warnings) {
    std::string out;
    if (errors) out += "✕" + std::to_string(errors) + "处错误";
    if (warnings) out += (out.empty() ? "！" : "，！") + std::to_string(warnings) + "处提示";
    return out;
}

void HtmlReport::plan(const ReportPart& part) {
    if (part.planned.empty()) return;
    Table table({{"", "n"}, {"办理人", ""}, {"动作", ""}, {"日期", "date"}, {"对应的规定步骤", ""}, {"核对", ""}});
    std::size_t n = 0;
    // What only some readings of the text ask for.
    const auto by_a_reading = [&](std::size_t i) {
        return &part == &report_.parts.front() && std::any_of(report_.parts.begin(), report_.parts.end(), [&](const ReportPart& p) { return i < p.planned.size() && !p.planned[i].stands_for.empty(); });
    };
    for (const ReportStep& s : part.planned) {
        const std::string nothing = by_a_reading(n) ? "各读法不同，见后" : "本事项无此步";
        const std::string marks = step_marks(s.errors, s.warnings);
        table.row({std::to_string(++n), or_dash(s.role), or_dash(s.action) + cited(s.remark), or_dash(s.date), or_dash(s.stands_for),
                   !marks.empty() ? marks : s.stands_for.empty() ? nothing : "✓"});
    }
    out_ += table.text();
    std::string mended;
    for (const std::string& s : part.mended) mended += (mended.empty() ? "建议改为：" : " → ") + s;
    if (!mended.empty()) out_ += element("p", "mended", mended + "。");
}

// What `part` finds and the other does not.
std::vector<ReportFinding> own_findings(const ReportPart& part, const ReportPart& other) {
    std::vector<ReportFinding> out;
    for (const ReportFinding& f : part.findings) {
        const bool known = &part != &other && std::any_of(other.findings.begin(), other.findings.end(), [&](const ReportFinding& g) {
            return g.severity == f.severity && g.code == f.code && g.message == f.message && g.clauses == f.clauses;
        });
        if (!known) out.push_back(f);
    }
    return out;
}

std::string messages_of(const std::vector<ReportFinding>& list) {
    std::string out;
    for (const ReportFinding& f : list) {
        if (f.severity == Severity::error || f.severity == Severity::warning) out += (out.empty() ? "" : "；") + f.message.substr(0, f.message.rfind("。"));
    }
    return out;
}

void HtmlReport::findings(const ReportPart& part) {
    // Of a reading only what not every reading finds; where it differs from another in one point, what differs from that.
    const bool apart = report_.points.size() > 2 && &part > &report_.parts[1];
    const ReportPart& other = report_.parts[apart ? 1 : 0];
    const std::vector<ReportFinding> list = own_findings(part, other);
    const std::string gone = apart ? messages_of(own_findings(other, part)) : "";
    if (!gone.empty()) out_ += element("p", "", "与" + name_of(1) + "相比，不再有：" + gone + "。");
    if (list.empty() && apart) {
        out_ += element("p", "", "其余问题与" + name_of(1) + "所列相同。");
        return;
    }
    if (list.empty()) {
        out_ += element("p", "", part.findings.empty() ? "没有发现问题。" : "除前面所列各种读法共有的问题外，没有其他问题。");
        return;
    }
    const Severity* last = nullptr;
    for (const ReportFinding& f : list) {
        const Mark mark = mark_of(f.severity);
        if (!last || *last != f.severity) {
            const auto n = std::count_if(list.begin(), list.end(), [&](const ReportFinding& g) { return g.severity == f.severity; });
            out_ += element("h3", "", std::string(mark.sign) + " " + severity_text(f.severity) + "（" + std::to_string(n) + "）");
        }
        last = &f.severity;
        out_ += std::string("<div class=\"finding ") + mark.look + "\">\n<p>" + (f.code == FindingCode::not_regulated ? "○ " : "") + escaped(f.message) +
                "<span class=\"clause\">" + escaped(cited(f.clauses)) + "</span></p>\n" + (f.advice.empty() ? "" : element("p", f.severity == Severity::ask ? "why" : "do", f.advice)) + "</div>\n";
    }
}

void HtmlReport::things(const ReportPart& part) {
    if (part.things.empty()) return;
    Table table({{"事项或者材料", ""}, {"类别", "k"}, {"状态", "k"}, {"要求", ""}, {"依据", "law"}});
    for (const ReportThing& t : part.things) table.row({t.title, t.kind, t.state, t.rule, t.clauses});
    out_ += table.text();
}

void HtmlReport::dates(const ReportPart& part) {
    if (part.dates.empty()) return;
    Table table({{"时限", "wide"}, {"怎样计算", "wide"}, {"起算或者基准日", "start"}, {"到期", "start"}, {"办结", ""}, {"状态", "wide"}, {"依据", "law"}});
    for (const ReportDate& d : part.dates) {
        const std::string title = d.title + (d.by.empty() ? "" : "（" + d.by + "）");
        const std::string due = d.due_text + (d.minimum && !d.due_text.empty() ? "起方可" : "");
        table.row({title, d.figure, or_dash(d.start_text.empty() || d.from == "起算" ? d.start_text : d.from + "：" + d.start_text), or_dash(due), or_dash(d.done_text), d.state + (d.remark.empty() ? "" : "。" + d.remark), d.clauses});
    }
    out_ += table.text();
}

// How a part is called where another refers to it.
std::string HtmlReport::name_of(std::size_t part) const { return part == 0 ? "各种读法共同要求的" : "“" + report_.parts[part].title + "”"; }

// Each reading of the text as an answer of its own; what an earlier part shows already is not shown again.
void HtmlReport::readings() {
    for (std::size_t i = 1; i < report_.parts.size(); ++i) {
        const ReportPart& part = report_.parts[i];
        heading(part.title);
        out_ += element("p", "", part.say + cited(part.basis));
        verdict(part);
        findings(part);
        const auto before = [&](const auto& same) { return std::find_if(report_.parts.begin(), report_.parts.begin() + static_cast<std::ptrdiff_t>(i), same) - report_.parts.begin(); };
        const auto drawn = static_cast<std::size_t>(before([&](const ReportPart& p) { return p.picture == part.picture && p.not_required == part.not_required; }));
        const auto listed = static_cast<std::size_t>(before([&](const ReportPart& p) { return p.planned == part.planned && p.mended == part.mended; }));
        const bool both = drawn == listed && drawn != i && !part.planned.empty();
        if (drawn == i) picture(part);
        else out_ += element("p", "", (both ? "应走流程、拟走流程的核对均与" : "应走流程与") + name_of(drawn) + "相同。");
        if (listed == i) plan(part);
        else if (!part.planned.empty() && !both) out_ += element("p", "", "拟走流程的核对与" + name_of(listed) + "相同。");
    }
}

void HtmlReport::silences() {
    if (report_.silences.empty()) return;
    heading("原文未规定");
    for (const ReportSilence& s : report_.silences) out_ += element("p", "small", s.about + "：" + s.say + cited(s.clauses));
}

void HtmlReport::clauses() {
    if (report_.clauses.empty()) return;
    heading("所依据的条款");
    const bool words = std::any_of(report_.clauses.begin(), report_.clauses.end(), [](const ReportClause& c) { return !c.words.empty(); });
    std::vector<std::pair<std::string, std::string>> lists;  // by document
    for (const ReportClause& c : report_.clauses) {
        if (!c.words.empty()) {
            out_ += element("h3", "", c.label) + element("p", "words", c.words);
            continue;
        }
        auto at = std::find_if(lists.begin(), lists.end(), [&](const auto& l) { return l.first == c.document; });
        if (at == lists.end()) at = lists.insert(at, {c.document, ""});
        at->second += (at->second.empty() ? "" : "、") + c.place;
    }
    std::string list;
    for (const auto& [document, places] : lists) list += (list.empty() ? "《" : "；《") + document + "》" + places;
    if (list.empty()) return;
    out_ += element("p", "", (words ? "所附文本中没有找到：" : "") + list + "。");
    if (!words) out_ += element("p", "small", "条款原文请查阅正式公布的文本。");
}

void HtmlReport::sources() {
    if (report_.sources.empty()) return;
    heading("规则与日历的版本");
    Table table({{"文件", ""}, {"版本", ""}});
    for (const ReportSource& s : report_.sources) table.row({s.title, s.version});
    out_ += table.text();
    out_ += element("p", "small", "文件的校验值见导出的核对记录。");
}

std::string HtmlReport::document() {
    const ReportPart& part = report_.parts.front();
    out_ = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
           escaped(report_.head.title) + "·签批流程核对报告</title>\n<style>" + kReportStyle + "</style>\n</head>\n<body>\n";
    head();
    heading("结论");
    verdict(part);
    heading("问题与办法");
    findings(part);
    facts();
    heading(report_.parts.size() > 1 ? "各种读法共同要求的流程" : "应走流程");
    picture(part);
    if (!part.planned.empty()) heading("拟走流程");
    plan(part);
    if (!part.things.empty()) heading("前置条件与附件");
    things(part);
    if (!part.dates.empty()) heading("时限");
    dates(part);
    readings();
    silences();
    clauses();
    sources();
    out_ += element("p", "disclaimer", "本报告由签批向导按所填情形和所列规则得出，不是官方解释；以正式公布的文本为准。规则包用自己的话概括规则，如有出入，请核对原文。涉密内容不得录入。");
    return out_ + "</body>\n</html>\n";
}

}  // namespace

std::string report_to_html(const Report& report) { return HtmlReport(report).document(); }

}  // namespace signroute
