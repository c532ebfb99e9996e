// What the room 自查 found.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

void clause_links(const Scene& scene, const std::vector<Clause>& clauses, Intents& intents) {
    std::vector<std::string> shown;
    for (Clause c : clauses) {
        c.sentence = 0;
        const std::string label = clause_label(c);
        if (std::find(shown.begin(), shown.end(), label) != shown.end()) continue;
        shown.push_back(label);
        const ui::Ids ids(label);
        if (ui::link(label, {.small = true}))
            intents.push_back(intent::Go{{.room = Room::statute, .pack = scene.rules.pack->id, .clause = std::to_string(c.article)}});
    }
}

// The one change that mends this finding.
void mend_button(const Scene& scene, const Finding& f, Intents& intents) {
    if (f.mend.empty()) return;
    const Edit& edit = f.mend.front();
    const bool thing = edit.op == Edit::Op::enclose || edit.op == Edit::Op::perform;
    const std::string label = thing ? "记为已办" : "改正", name = label + "：" + f.message;
    if (!ui::button(label, {.name = name})) return;
    if (thing) intents.push_back(intent::SetDone{edit.thing, {Truth::yes, {}}});
    else intents.push_back(intent::SetPlan{applied(edit, scene.situation.planned)});
}

void finding(const Scene& scene, const Finding& f, Intents& intents) {
    const ui::Card card(severity_text(f.severity) + "：" + f.message, {.tone = tone_of(f.severity), .padding = 12});
    ui::tag(severity_text(f.severity), tone_of(f.severity));
    ui::text(f.message, {.bold = f.severity == Severity::error});
    if (!f.advice.empty()) ui::text(f.advice, {.small = true});
    ui::Row row;
    clause_links(scene, f.clauses, intents);
    mend_button(scene, f, intents);
}

std::string result_text(CheckResult result) {
    switch (result) {
        case CheckResult::held: return "✓ 符合";
        case CheckResult::broken: return "✕ 不符合";
        case CheckResult::not_applicable: return "— 不适用";
        case CheckResult::unknown: return "? 未定";
    }
    return "";
}

// In our own words what the element says; its id where it says nothing.
std::string element_text(const Scene& scene, const std::string& id) {
    const Route& r = scene.assessment.route;
    for (const RouteStep& s : r.steps) {
        if (s.id == id) return step_title(*scene.rules.catalogue, s.role, s.rule->action);
    }
    const auto said = [&](const auto& list) -> std::string {
        for (const auto& e : list) {
            if (e.rule->id == id) return e.rule->say;
        }
        return "";
    };
    for (const std::string& text : {said(r.prerequisites), said(r.prohibitions), said(r.caps), said(r.limits)}) {
        if (!text.empty()) return text;
    }
    for (const Body& b : scene.rules.pack->bodies) {
        for (const BodyEntry& e : b.entries) {
            if (b.id + "." + e.id == id) return e.say;
        }
    }
    return id;
}

void checked(const Scene& scene, CheckLook& look) {
    const auto& list = scene.assessment.findings.checked;
    if (list.empty() || !ui::disclosure("已核对的规则", look.show_checked, {.count = static_cast<int>(list.size())})) return;
    constexpr ui::TableColumn columns[] = {{"结果", 0, 96}, {"规则", 3}, {"条款", 1.4f}};
    ui::Table t("已核对的规则", columns);
    for (const Checked& c : list) {
        t.row({.key = c.element});
        t.cell(result_text(c.result));
        t.cell(element_text(scene, c.element));
        t.cell(clauses_text(c.clauses));
    }
}

void readings(const Scene& scene) {
    for (const ReadingAnswer& r : scene.assessment.readings) {
        const std::string mark = std::string(r.literal ? "字面读法　" : "") + (r.cautious ? "稳妥读法　" : "");
        ui::callout(ui::Tone::judgement, mark + verdict_text(*r.answer), r.say + "（" + clauses_text(r.basis) + "）");
    }
}

}  // namespace

void findings_list(const Scene& scene, CheckLook& look, Intents& intents) {
    const auto& list = scene.assessment.findings.list;
    ui::heading("结论");
    if (list.empty()) ui::text("没有发现问题。已核对的规则列在下面。");
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ui::Ids ids(static_cast<int>(i));
        finding(scene, list[i], intents);
    }
    readings(scene);
    for (const auto& s : scene.assessment.route.silent) {
        if (s.applies != Truth::no && !s.rule->asks) ui::callout(ui::Tone::neutral, "原文未规定：" + s.rule->about, s.rule->say);
    }
    checked(scene, look);
}

}  // namespace signroute::views
