#include "core/training/exam_html.h"

#include "core/report/html_style.h"
#include "core/report/markup.h"
#include "core/words.h"

namespace signroute::training {

namespace {

// What the report's style lacks: questions that do not break across pages, choices, a line to write on.
constexpr const char* kExamStyle = R"(
.question { margin: 0 0 5mm; break-inside: avoid; }
.question p { margin: 0 0 1mm; }
.choices { margin: 1mm 0 0; padding: 0; list-style: none; }
.choices li { margin: 0 0 .8mm 2em; text-indent: -1.6em; overflow-wrap: anywhere; }
.keys { break-before: page; }
.line { display: inline-block; min-width: 32mm; border-bottom: .5pt solid #1f2329; }
.fail { color: #b3261e; } .pass { color: #1b6e3c; }
)";

std::string element(const char* tag, const char* look, const std::string& text) {
    return std::string("<") + tag + (*look ? std::string(" class=\"") + look + "\"" : "") + ">" + escaped(text) + "</" + tag + ">\n";
}

std::string page(const std::string& title, const std::string& body) {
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title) +
           "</title>\n<style>" + kReportStyle + kExamStyle + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
}

std::string cities(const quiz::Ground& ground, const ExamSpec& spec) {
    std::string out;
    for (const std::string& id : spec.packs) {
        const Pack* pack = quiz::pack_of(ground, id);
        out += (out.empty() ? "" : "、") + (pack ? pack->city : id);
    }
    return out;
}

std::string title_of(const ExamSpec& spec) { return spec.title.empty() ? "签批程序考试" : spec.title; }

std::string letter(const std::string& choice) {
    return choice.size() == 1 && choice[0] >= 'a' && choice[0] <= 'z' ? std::string(1, static_cast<char>(choice[0] - 'a' + 'A')) : choice;
}

// Four cells, the last of them already HTML.
std::string meta_row(const char* a, const std::string& x, const char* b, const std::string& html) {
    return std::string("<tr><td>") + a + "</td><td>" + x + "</td><td>" + b + "</td><td>" + html + "</td></tr>\n";
}

std::string time_allowed(const ExamSpec& spec) { return spec.minutes ? std::to_string(spec.minutes) + "分钟" : "不限时"; }

std::string head(const quiz::Ground& ground, const ExamSpec& spec, std::size_t n, const std::string& name, const std::string& when) {
    return element("h1", "", title_of(spec)) + "<table class=\"meta\"><tbody>\n" + meta_row("姓名", name, "日期", when) +
           meta_row("城市", escaped(cities(ground, spec)), "考试编号", exam_code(spec)) +
           meta_row("题数", std::to_string(n) + "题", "时间与及格线", time_allowed(spec) + "，" + std::to_string(spec.pass_mark) + "分及格（满分100分）") + "</tbody></table>\n";
}

std::string question(const quiz::Question& q, int number) {
    std::string out = "<div class=\"question\">\n" + element("p", "", std::to_string(number) + "．" + q.situation) + element("p", "", q.ask + "（　　）") + "<ul class=\"choices\">\n";
    for (const quiz::Choice& c : q.choices) out += element("li", "", letter(c.id) + "．" + c.text);
    return out + "</ul>\n</div>\n";
}

std::string cited(const quiz::Ground& ground, const quiz::Question& q) {
    const Pack* pack = quiz::pack_of(ground, q.key.packs.front());
    return pack && !q.clauses.empty() ? "（" + pack->city + " " + clauses_text(*pack, q.clauses) + "）" : "";
}

std::string text_of(const quiz::Question& q, const std::string& choice) {
    for (const quiz::Choice& c : q.choices) {
        if (c.id == choice) return letter(c.id) + "．" + c.text;
    }
    return "未答";
}

std::string why_not(const quiz::Ground& ground, const quiz::Question& q, const std::string& choice) {
    for (const quiz::Refutation& r : q.refutations) {
        const Pack* pack = quiz::pack_of(ground, r.pack);
        if (r.choice == choice) return r.why + (pack && !r.clauses.empty() ? "（" + pack->city + " " + clauses_text(*pack, r.clauses) + "）" : "");
    }
    return "";
}

// The letters at a glance, then each with its reason.
std::string key_pages(const quiz::Ground& ground, const Paper& paper) {
    std::string letters, reasons;
    int n = 0;
    for (const quiz::Question& q : paper.questions) {
        const std::string number = std::to_string(++n) + "．";
        letters += (letters.empty() ? "" : "　") + number + letter(q.right);
        reasons += "<div class=\"question\">\n" + element("p", "", number + text_of(q, q.right)) + element("p", "small", q.proof + cited(ground, q)) + "</div>\n";
    }
    return "<div class=\"keys\">\n" + element("h2", "", "参考答案") + element("p", "", letters) + reasons + "</div>\n";
}

const char* passed_in_words(Truth passed) {
    switch (passed) {
        case Truth::yes: return "及格";
        case Truth::no: return "不及格";
        case Truth::unknown: return "尚不能断定是否及格";
    }
    return "";
}

std::string answer(const quiz::Ground& ground, const MarkedAnswer& a) {
    std::string out = "<div class=\"question\">\n";
    const std::string head = (a.number ? std::to_string(a.number) + "．" : "") + (a.mark == Mark::right ? "✓ " : "✕ ") + std::string(title(a.mark));
    out += element("p", a.mark == Mark::right ? "pass" : "fail", head);
    if (a.question) {
        const quiz::Question& q = *a.question;
        out += element("p", "", q.situation + q.ask) + element("p", "", "所选：" + text_of(q, a.choice));
        if (a.mark == Mark::wrong) out += element("p", "small", why_not(ground, q, a.choice));
        if (a.mark != Mark::right) out += element("p", "", "答案：" + text_of(q, q.right));
        out += element("p", "small", q.proof + cited(ground, q));
    }
    return out + "</div>\n";
}

std::string clock_text(quiz::Second s) { return std::to_string(s / 60) + "分" + std::to_string(s % 60) + "秒"; }

std::string verdict(const Graded& g) {
    std::string out = std::string(passed_in_words(g.passed)) + "：" + std::to_string(g.n) + "题答对" + std::to_string(g.right) + "题，" + std::to_string(g.percent) + "分";
    if (g.unanswered) out += "，未答" + std::to_string(g.unanswered) + "题";
    if (g.undecided) out += "，" + std::to_string(g.undecided) + "题因规则已变不能评判";
    out += "，用时" + clock_text(g.taken);
    if (g.over) out += "，超时" + clock_text(g.over);
    return out;
}

}  // namespace

std::string exam_to_html(const quiz::Ground& ground, const ExamSpec& spec, const Paper& paper, bool keys) {
    const std::string line = "<span class=\"line\">&#160;</span>";
    std::string out = head(ground, spec, paper.questions.size(), line, line);
    if (!paper.same) out += element("p", "fail", "注意：手中的规则与出卷时不同，这些题目与原卷不一致。");
    out += element("p", "small", "每题只有一个答案，把所选的字母填入括号。");
    int n = 0;
    for (const quiz::Question& q : paper.questions) out += question(q, ++n);
    if (keys) out += key_pages(ground, paper);
    out += element("p", "disclaimer", "题目和答案由签批向导按所列城市的规则包得出，不是官方解释；以正式公布的文本为准。");
    return page(title_of(spec), out);
}

std::string sheet_to_html(const quiz::Ground& ground, const AnswerSheet& sheet, const Graded& graded) {
    const std::string when = quiz::second_text(sheet.started).substr(0, 10) + " " + quiz::second_text(sheet.started).substr(11, 5);
    std::string out = head(ground, sheet.exam, static_cast<std::size_t>(graded.n), escaped(sheet.name), when);
    const char* look = graded.passed == Truth::yes ? "verdict pass" : graded.passed == Truth::no ? "verdict fail" : "verdict ask";
    out += element("p", look, verdict(graded));
    if (!sheet.intact) out += element("p", "fail", "注意：文件内容与所附校验和不符，可能在传输、保存中损坏或者被改动。");
    if (!graded.same_packs) out += element("p", "fail", "注意：手中的规则与出卷时不同，部分题目不能评判。");
    for (const MarkedAnswer& a : graded.answers) out += answer(ground, a);
    std::string cannot;
    for (const std::string& s : what_it_cannot_prove()) cannot += s;
    out += element("p", "disclaimer", cannot);
    return page(sheet.name + "·" + title_of(sheet.exam), out);
}

}  // namespace signroute::training
