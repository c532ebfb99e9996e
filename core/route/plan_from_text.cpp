#include "core/route/plan_from_text.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/route/plan_from_text_lines.h"
#include "core/route/step_reader.h"

namespace signroute {

using namespace written;

namespace {

constexpr View kBetweenSteps[] = {"-->", "->", "=>", "→", "➔", "➜", "➝", "⟶", "⇒", "—>", "－>", "—＞", ">", "＞", "》", "\n", "\r", "；", ";", "。", "，", ",", "｜", "|",
                                  "后报", "后由", "后经", "后送", "后请", "后再", "后提", "后呈", "后交", "然后", "最后", "接着", "随后", "再报", "再由", "再经", "再送", "并报", "并由", "并送"};
constexpr View kBlanks[] = {"　", " "};
constexpr View kOfColumns[] = {"办理", "责任", "承办", "经办", "完成", "办结", "工作"};
constexpr View kColumns = " 序号 步骤 环节 流程 人 单位 部门 动作 事项 内容 日期 时间 时限 意见 备注 ";

// "序号 办理人 动作 完成日期": the head of a table says nothing about the route.
bool is_head_of_table(View text) {
    const std::vector<std::string> cells = split(text, kBlanks, true);
    std::size_t columns = 0;
    for (View cell : cells) {
        for (const View of : kOfColumns) {
            if (starts(cell, of)) cell.remove_prefix(of.size());
        }
        if (contains(kColumns, " " + std::string(cell) + " ")) ++columns;
    }
    return columns > 1 && columns * 2 >= cells.size();
}

// "甲、乙会签": one action of several; "市长审核、签发": several of one. Nothing if some part is neither actor nor action.
std::vector<PlannedStep> several(const StepReader& reader, View text) {
    std::vector<PlannedStep> out;
    for (const std::string& part : split(text, kBlanks, true)) out.push_back(reader.one(part));  // a line break that was pasted into one line
    if (!std::all_of(out.begin(), out.end(), complete)) out = reader.row(text);
    if (out.empty()) out = reader.listed(text);
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].role.empty() && out[i].role_text.empty()) out[i].role = out[i - 1].role, out[i].role_text = out[i - 1].role_text;
    }
    for (std::size_t i = out.size(); i-- > 1;) {
        if (out[i - 1].action.empty()) out[i - 1].action = out[i].action, out[i - 1].action_text = out[i].action_text;
    }
    return out;
}

// What a date leaves behind that stood in brackets.
void without_gaps(std::string& text) {
    for (const View gap : {View("（）"), View("()"), View("，）"), View("（，")}) {
        const std::size_t at = text.find(gap);
        if (at == std::string::npos) continue;
        const std::string kept = gap == "，）" ? "）" : gap == "（，" ? "（" : "";
        text.replace(at, gap.size(), kept);
    }
}

// "限2日内回复": a limit that somebody set, no step.
bool is_remark(View text) {
    return (starts(text, "限") || starts(text, "须在") || starts(text, "要求")) && (text.find("日内") != View::npos || text.find("天内") != View::npos);
}

void read(const Rules& rules, std::string part, int year, std::vector<PlannedStep>& out) {
    const StepReader reader(rules);
    const std::string date = take_date(part, year);  // first: "2026.3.5" begins like a number of a list
    part = trim(without_number(trim(part)));
    without_gaps(part);
    if (!out.empty() && is_remark(part)) {
        out.back().action_text += "（" + part + "）";
        if (out.back().date.empty()) out.back().date = date;
        return;
    }
    if (part.empty()) {
        if (!out.empty() && out.back().date.empty()) out.back().date = date;
        return;
    }
    std::vector<PlannedStep> steps;
    const PlannedStep whole = reader.one(part);
    if (steps.empty() && !complete(whole)) steps = reader.asking_all(part);
    if (steps.empty() && !complete(whole)) steps = reader.relayed(part);
    if (steps.empty() && !complete(whole)) steps = several(reader, part);
    if (steps.empty()) steps = {whole};
    for (PlannedStep& s : steps) {
        s.date = date;
        out.push_back(std::move(s));
    }
}

// "征求甲局意见（11月10日发出，11月24日回复）": what comes back on a day of its own is a step of its own.
bool read_with_reply(const Rules& rules, const std::string& part, int year, std::vector<PlannedStep>& out) {
    constexpr View commas[] = {"，", ",", "；", "、"};
    const std::size_t open = std::min(part.rfind("（"), part.rfind("("));
    if (open == std::string::npos || (!ends(part, "）") && !ends(part, ")"))) return false;
    std::vector<std::string> days = split(View(part).substr(open), commas);
    if (days.size() != 2) return false;
    const std::string sent = take_date(days[0], year), back = take_date(days[1], year);
    const std::string words = trim(View(days[1]).substr(0, std::min(days[1].find("）"), days[1].find(")"))));
    if (sent.empty() || back.empty() || !contains(words, "复")) return false;
    const auto read_on = [&](const std::string& text, const std::string& day) {
        const std::size_t before = out.size();
        read(rules, text, year, out);
        for (std::size_t i = before; i < out.size(); ++i) out[i].date = day;
    };
    const std::size_t first = out.size();
    read_on(part.substr(0, open) + days[0] + (days[0].find("（") == std::string::npos ? ")" : "）"), sent);
    std::vector<std::string> asked;
    for (std::size_t i = first; i < out.size(); ++i) {
        const std::string& act = out[i].action_text;
        const std::size_t from = act.find("征求"), to = act.find("意见");
        if (from != std::string::npos && to != std::string::npos && from + 6 < to) asked.push_back(act.substr(from + 6, to - from - 6));
    }
    if (asked.empty()) asked.push_back("");
    for (const std::string& who : asked) read_on(who + words, back);
    return true;
}

}  // namespace

PlannedStep step_as_typed(const Rules& rules, View text) {
    const StepReader reader(rules);
    const std::string words = trim(text);
    const auto whole = [&](const PlannedStep& s) { return s.role_text + s.action_text == words; };
    for (const StepReader::Form form : {&StepReader::sent, &StepReader::toward, &StepReader::on_behalf, &StepReader::with_object, &StepReader::direct}) {
        PlannedStep s = (reader.*form)(words);
        if ((complete(s) || !s.to.empty()) && whole(s)) return s;
    }
    PlannedStep out = reader.step(words);
    if (whole(out)) return out;
    out.who.clear();  // what stands between the two is shown with the actor
    out.role_text = words.substr(0, words.size() - std::min(words.size(), out.action_text.size()));
    return out;
}

std::vector<PlannedStep> plan_from_text(const Rules& rules, View text, int year) {
    std::vector<PlannedStep> out;
    for (const std::string& part : split(with_lines(text), kBetweenSteps, true)) {
        if (!is_head_of_table(part) && !read_with_reply(rules, part, year, out)) read(rules, part, year, out);
    }
    return out;
}

}  // namespace signroute
