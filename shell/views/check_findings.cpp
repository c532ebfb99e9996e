// What the room 自查 found: errors first and each by itself, the rest a line for each kind.
#include <algorithm>

#include "core/findings/finding_groups.h"
#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/clause_links.h"
#include "shell/views/why_panel.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

// The one change that mends this finding.
void mend_button(const Scene& scene, const Finding& f, Intents& intents) {
    if (f.mend.empty()) return;
    const Edit& edit = f.mend.front();
    const bool thing = edit.op == Edit::Op::enclose || edit.op == Edit::Op::perform;
    const std::string label = edit.op == Edit::Op::enclose ? "记为已附" : thing ? "记为已办" : edit.op == Edit::Op::insert ? "补上" : "改正", name = label + "：" + f.message;
    if (!ui::button(label, {.name = name, .tip = f.advice})) return;
    if (thing) intents.push_back(intent::SetDone{edit.thing, {Truth::yes, {}}});
    else intents.push_back(intent::SetPlan{applied(edit, scene.situation.planned)});
}

std::string place_of(const Scene& scene, const Finding& f) { return place_of_finding(static_cast<std::size_t>(&f - scene.assessment.findings.list.data())); }

const RouteStep* step_of(const Scene& scene, const Finding& f) {
    for (const RouteStep& s : scene.assessment.route.steps) {
        if (s.id == f.step) return &s;
    }
    return nullptr;
}

// What can be put right in one place, by itself.
void card(const Scene& scene, const Finding& f, CheckLook& look, Intents& intents) {
    const ui::Landing here(arrived(look, place_of(scene, f)));
    const ui::Card card(badge_text(f) + "：" + f.message, {.tone = tone_of(f), .padding = 12});
    {
        const ui::Row row(8, 24);
        ui::tag(badge_text(f), tone_of(f));
        clause_links(scene.rules, f.clauses, intents);
    }
    ui::text(f.message, {.bold = f.safe.value_or(f.severity) == Severity::error});
    // What a button does needs no sentence more.
    const bool done_by_button = !f.mend.empty() && (f.mend.front().op == Edit::Op::insert || f.mend.front().op == Edit::Op::replace);
    if (!f.advice.empty() && !done_by_button) ui::text(f.advice, {.small = true});
    const std::string number = std::to_string(f.planned + 1), at = "看第" + number + "步";
    const std::string drawn = card_of_finding(f);
    if (drawn.empty() && f.mend.empty() && f.asks_fact.empty()) return;
    if (const RouteStep* step = step_of(scene, f)) why(scene, about_step(*step), f.message, intents);
    const ui::Row row;
    mend_button(scene, f, intents);
    if (!f.asks_fact.empty() && ui::button("去回答", {.name = "去回答：" + f.message})) look.wanted = place_of_fact(f.asks_fact), ui::kit().settle();
    if (f.planned != kNoStep && ui::button(at, {.kind = ui::Kind::quiet, .name = at + "：" + f.message})) look.side = 0, look.wanted = place_of_step(f.planned), ui::kit().settle();
    if (!drawn.empty() && !scene.situation.planned.empty() && ui::button("看对照图", {.kind = ui::Kind::quiet, .name = "看对照图：" + f.message})) look.side = 1, look.picture.reveal = drawn, ui::kit().settle();
}

// What has to be stated: a line that leads to where it is.
void line(const Scene& scene, const Finding& f, CheckLook& look, Intents& intents) {
    const bool fact = !f.asks_fact.empty();
    const std::string words = fact ? fact_question(scene.rules, f.asks_fact) : !f.asks_thing.empty() ? thing_title(*scene.rules.catalogue, f.asks_thing) : f.message;
    {
        const ui::Spacing tight(0);
        if (!fact && f.asks_thing.empty()) ui::text(words);
        else if (ui::link(words, {.tip = "到填写处"})) {
            look.wanted = fact ? place_of_fact(f.asks_fact) : place_of_thing(f.asks_thing);
            look.show_things |= !fact;
            ui::kit().settle();
        }
    }
    if (!f.advice.empty() && !fact) ui::note(f.advice);
    clause_links(scene.rules, f.clauses, intents);
    if (f.clauses.empty()) ui::gap(8);
}

constexpr const char* kOpen = "情形未答";

struct Heading {
    const char* title;
    const char* how;  // what to do about it
};
Heading heading_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::fact:
        case FindingKind::thing: return {kOpen, "选一项即可到填写处回答。"};
        case FindingKind::judgement: return {"须由人判断", "原文用语没有标准，由经办人员判断后回答。"};
        case FindingKind::silence: return {"原文未规定，须先明确", "请查阅本市其他文件或者请示明确。"};
        case FindingKind::reading: return {"原文有两种以上读法", ""};
        case FindingKind::note: return {"备注", ""};
        case FindingKind::error:
        case FindingKind::warning:
        case FindingKind::plan: break;
    }
    return {"", ""};
}

// Point by point what is open, and what sets its readings apart where all else is read alike.
void readings(const Scene& scene, Intents& intents) {
    const Assessment& all = scene.assessment;
    const std::vector<ToldReading> told = told_readings(all);
    for (std::size_t p = 0; p < all.points.size(); ++p) {
        ui::text(all.points[p].question->say, {.bold = true});
        for (const Reading& r : all.points[p].question->readings) {
            const auto reads_it = [&](const ToldReading& t) { return t.reading->taken[p] == &r; };
            const auto at = [&](bool so) {  // at another point told readings are read alike but for one: that to plan by comes first
                return std::find_if(told.begin(), told.end(), [&](const ToldReading& t) { return (!t.apart || t.point == p) && reads_it(t) == so; });
            };
            const auto mine = at(true), other = at(false);
            if (mine == told.end() || other == told.end()) continue;
            const std::string mark = mark_text(all, {mine->reading, p, &r}), own = own_text(*scene.rules.catalogue, *other->reading->answer, *mine->reading->answer);
            ui::text((mark.empty() ? "" : mark + "读法：") + r.say);
            if (!own.empty()) ui::note("按此读法：" + own);
            clause_links(scene.rules, r.basis, intents);
        }
    }
}

// A line for all of a kind, which unfolds.
void group(const Scene& scene, const FindingGroup& g, CheckLook& look, Intents& intents) {
    const Heading heading = heading_of(g.kind);
    const ui::Ids scope(heading.title);
    const ui::Tone tone = tone_of(g.findings.front()->severity);
    bool& open = look.open.try_emplace(heading.title, false).first->second;
    for (const Finding* f : g.findings) open |= look.wanted == place_of(scene, *f);
    if (!ui::disclosure(heading.title, open, {.count = static_cast<int>(g.findings.size()), .tone = tone})) return;
    const ui::Indent indent(24);
    if (*heading.how) ui::note(heading.how);
    for (std::size_t i = 0; i < g.findings.size(); ++i) {
        const ui::Ids ids(static_cast<int>(i));
        ui::divider();
        const ui::Landing here(arrived(look, place_of(scene, *g.findings[i])));
        line(scene, *g.findings[i], look, intents);
    }
    if (g.kind == FindingKind::reading) readings(scene, intents);
}

// What the text leaves out without anybody having to settle it for this document.
void silences(const Scene& scene, CheckLook& look, Intents& intents) {
    std::vector<const Silent*> list;
    for (const auto& s : scene.assessment.route.silent) {
        if (s.applies != Truth::no && !s.rule->asks) list.push_back(s.rule);
    }
    bool& open = look.open.try_emplace("silent", false).first->second;
    if (list.empty() || !ui::disclosure("原文未规定", open, {.count = static_cast<int>(list.size()), .tone = ui::Tone::neutral})) return;
    const ui::Indent indent(24);
    for (const Silent* s : list) {
        const ui::Ids ids(s->id);
        ui::divider();
        ui::text(s->about);
        ui::note(s->say);
        clause_links(scene.rules, s->clauses, intents);
    }
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
        if (s.id == id) return step_title(*scene.rules.catalogue, s.role, *s.rule);
    }
    for (const Matter* m : r.matters) {  // a step of one reading alone
        for (const StepRule& s : m->steps) {
            if (s.id == id) return step_title(*scene.rules.catalogue, s.role, s);
        }
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
    for (const GeneralRule& g : scene.rules.general ? scene.rules.general->rules : std::vector<GeneralRule>()) {
        if (g.id == id) return g.say;
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
        t.cell(clauses_text(*scene.rules.pack, c.clauses));
    }
}

bool of_text(FindingKind kind) { return kind == FindingKind::judgement || kind == FindingKind::silence || kind == FindingKind::reading; }

// As the verdict counts them: by the reading to plan by, where it is worse.
Severity grade_of(const Finding& f) { return f.safe.value_or(f.severity); }

// A heading in the words of the verdict, with its number; what can be put right by itself, then the rest a line for each kind.
void of_grade(const Scene& scene, const std::vector<FindingGroup>& groups, Severity grade, CheckLook& look, Intents& intents) {
    std::vector<const Finding*> cards;
    std::size_t n = 0;
    const bool by_one_reading = std::any_of(groups.begin(), groups.end(), [](const FindingGroup& g) {
        return std::any_of(g.findings.begin(), g.findings.end(), [](const Finding* f) { return f->safe.has_value(); });
    });
    for (const FindingGroup& g : groups) {
        const bool alone = g.kind == FindingKind::error || g.kind == FindingKind::warning || g.kind == FindingKind::plan;
        for (const Finding* f : g.findings) if (alone && grade_of(*f) == grade) cards.push_back(f);
        if (grade == Severity::ask && of_text(g.kind) && (g.kind != FindingKind::reading || !by_one_reading)) n += g.findings.size();
    }
    if (n += cards.size(); n) ui::heading(severity_text(grade) + " " + std::to_string(n), 3);
    const ui::Ids scope(severity_text(grade));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const ui::Ids ids(static_cast<int>(i));
        card(scene, *cards[i], look, intents);
    }
    for (const FindingGroup& g : groups) {
        if (grade == Severity::ask && of_text(g.kind)) group(scene, g, look, intents);
    }
}

}  // namespace

void findings_list(const Scene& scene, CheckLook& look, Intents& intents) {
    const std::vector<FindingGroup> groups = grouped(scene.assessment.findings.list);
    ui::heading("结论");
    if (groups.empty()) ui::text("没有发现问题。已核对的规则列在下面。");
    for (const Severity grade : {Severity::error, Severity::warning, Severity::ask}) of_grade(scene, groups, grade, look, intents);
    FindingGroup open{FindingKind::fact, {}};
    for (const FindingGroup& g : groups) {
        if (g.kind == FindingKind::fact || g.kind == FindingKind::thing) open.findings.insert(open.findings.end(), g.findings.begin(), g.findings.end());
    }
    if (!open.findings.empty()) group(scene, open, look, intents);
    for (const FindingGroup& g : groups) {
        if (g.kind == FindingKind::note) group(scene, g, look, intents);
    }
    silences(scene, look, intents);
    checked(scene, look);
}

}  // namespace signroute::views
