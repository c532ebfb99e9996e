#include "core/route/plan_from_text.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/route/plan_from_text_lines.h"
#include "core/route/step_reader.h"

namespace signroute {

using namespace written;

namespace {

constexpr View kBetweenSteps[] = {"-->", "->", "=>", "→", "➔", "➜", "➝", "⟶", "⇒", "—>", "－>", "—＞", ">", "＞", "》", "\n", "\r", "\t", "；", ";", "。", "，", ",", "｜", "|",
                                  "后报", "后由", "后经", "后送", "后请", "后再", "后提", "后呈", "后交", "然后", "最后", "接着", "随后", "再报", "再由", "再经", "再送", "并报", "并由", "并送"};
constexpr View kBlanks[] = {"　", " "};
constexpr View kColumns[] = {"序号", "步骤", "环节", "流程", "办理人", "责任人", "单位", "部门", "办理单位", "责任单位", "动作", "事项", "日期", "时间", "办理时间", "意见", "备注"};

// "序号 办理人 动作 日期": the head of a table says nothing about the route.
bool is_head_of_table(View text) {
    const std::vector<std::string> cells = split(text, kBlanks, true);
    return cells.size() > 1 && std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return std::find(std::begin(kColumns), std::end(kColumns), c) != std::end(kColumns); });
}

// "甲、乙会签": one action of several; "市长审核、签发": several of one. Nothing if some part is neither actor nor action.
std::vector<PlannedStep> several(const StepReader& reader, View text) {
    std::vector<std::string> parts = split(text, kBlanks, true);  // a line break that was pasted into one line
    const bool steps = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return complete(reader.one(part)); });
    if (!steps) parts = split(text, kBetweenNames, true);
    std::vector<PlannedStep> out;
    if (parts.size() < 2) return out;
    for (const std::string& part : parts) {
        out.push_back(reader.one(part));
        if (known(out.back()) == 0) return {};
    }
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].role.empty() && out[i].role_text.empty()) out[i].role = out[i - 1].role, out[i].role_text = out[i - 1].role_text;
    }
    for (std::size_t i = out.size() - 1; i-- > 0;) {
        if (out[i].action.empty()) out[i].action = out[i + 1].action, out[i].action_text = out[i + 1].action_text;
    }
    return out;
}

// "会签：市财政局、市司法局": one action of several, written before them. Nothing if the line is no such list.
std::vector<PlannedStep> labelled(const Rules& rules, const StepReader& reader, View text) {
    std::vector<PlannedStep> out;
    for (const View colon : {View("："), View(":")}) {
        const std::size_t at = text.find(colon);
        const std::string action = at == View::npos ? "" : action_id(rules, trim(text.substr(0, at)));
        if (action.empty()) continue;
        for (const std::string& name : split(text.substr(at + colon.size()), kBetweenNames, true)) {
            PlannedStep s = reader.one(name + trim(text.substr(0, at)));
            if (s.action != action) return {};
            out.push_back(std::move(s));
        }
    }
    return out.size() > 1 ? out : std::vector<PlannedStep>();
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
    std::vector<PlannedStep> steps = labelled(rules, reader, part);
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

}  // namespace

PlannedStep step_as_typed(const Rules& rules, View text) {
    const StepReader reader(rules);
    const std::string words = trim(text);
    const auto whole = [&](const PlannedStep& s) { return s.role_text + s.action_text == words; };
    for (const PlannedStep& s : {reader.sent(words), reader.toward(words)}) {
        if (!s.to.empty() && whole(s)) return s;
    }
    if (const PlannedStep s = reader.on_behalf(words); complete(s) && whole(s)) return s;
    if (const PlannedStep s = reader.with_object(words); complete(s) && whole(s)) return s;
    PlannedStep out = reader.step(words);
    if (whole(out)) return out;
    out.who.clear();  // what stands between the two is shown with the actor
    out.role_text = words.substr(0, words.size() - std::min(words.size(), out.action_text.size()));
    return out;
}

std::vector<PlannedStep> plan_from_text(const Rules& rules, View text, int year) {
    std::vector<PlannedStep> out;
    for (const std::string& part : split(with_lines(text), kBetweenSteps, true)) {
        if (!is_head_of_table(part)) read(rules, part, year, out);
    }
    return out;
}

}  // namespace signroute
