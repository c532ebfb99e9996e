#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

void actions(const Scene& scene, Intents& intents) {
    const std::string& matter = scene.situation.matters.front();
    if (ui::button("复制链接", {.tip = "链接带有事项和已答的情形"})) intents.push_back(intent::CopyLink{});
    if (scene.assessment.route.matters.empty()) return;
    if (ui::button("据此自查", {.kind = ui::Kind::primary, .tip = "按这些情形新建案卷，核对拟走的流程"}))
        intents.push_back(intent::NewCase{matter, true});
}

std::string where_to_look(const Silent& silent) {
    std::string out;
    for (const std::string& title : silent.look_in) out += (out.empty() ? "可查：" : "、") + title;
    return out;
}

void silences(const Scene& scene, Intents& intents) {
    const Route& route = scene.assessment.route;
    for (const Applied<Silent>& s : route.silent) {
        if (s.applies == Truth::no) continue;
        const ui::Ids scope(s.rule->id);
        ui::text(s.rule->about, {.bold = true});
        ui::text(s.rule->say);
        if (const std::string look_in = where_to_look(*s.rule); !look_in.empty()) ui::text(look_in, {.second = true});
        if (s.rule->clauses.empty()) continue;
        const ui::Row row(12, 24);
        ui::note("已查条款");
        clause_links(scene.rules, s.rule->clauses, intents);
    }
}

void not_regulated(const Scene& scene, Intents& intents) {
    const Route& route = scene.assessment.route;
    const Pack& pack = *scene.rules.pack;
    if (route.matters.empty()) {
        ui::callout(ui::Tone::neutral, "原文未规定", "《" + pack.documents.front().title + "》没有关于这一事项的规定。别的城市的规定不能代替，请向市政府办公室询问。");
        return;
    }
    const bool whole = !route.matters.front()->regulated;
    ui::callout(ui::Tone::neutral, "原文未规定", whole ? "原文提到这一事项，但没有规定办理程序。" : "按已答的情形，原文没有适用的规定。改变情形，答案可能不同。");
    silences(scene, intents);
}

// What the text leaves to understanding, each with its clauses; links to them stand with the readings.
void doubts(const Scene& scene, bool& open) {
    std::string words;
    for (const ArisingReading& p : scene.assessment.points) words += (words.empty() ? "" : "\n") + p.question->say + "（" + clauses_text(*scene.rules.pack, p.question->clauses) + "）";
    if (ui::disclosure("分歧所在", open, {.count = static_cast<int>(scene.assessment.points.size()), .small = true})) ui::text(words);
}

// Where nobody decides or signs, or something has to be settled first, the chain cannot show it.
void unsaid(const Scene& scene) {
    const Route& route = scene.assessment.route;
    const bool decided = may_be_decided(scene.assessment);
    std::string said;
    for (const Applied<Silent>* s : to_settle(route, decided)) {
        const std::string look_in = where_to_look(*s->rule);
        said += (said.empty() ? "" : "\n") + s->rule->say + "（" + clauses_text(*scene.rules.pack, s->rule->clauses) + "）" + (look_in.empty() ? "" : look_in + "。");
    }
    const bool duty = route.matters.front()->kind == "duty";  // something to be done, which nobody signs
    if (route.steps.empty() || (said.empty() && (decided || duty))) return;
    if (said.empty()) said = "下列环节都没有写由谁作出决定或者签发（" + clauses_text(*scene.rules.pack, route.matters.front()->clauses) + "）。";
    if (!decided) said += "\n请向市政府办公室询问；别的城市的规定不能代替。";
    ui::callout(ui::Tone::neutral, decided ? "原文没有写明，须先请示" : "由谁决定、签发：原文未规定", said);
}

void example(const Session& session) {
    if (session.tries_incoming) return ui::callout(ui::Tone::warning, "按拟安装的规则包作答，尚未安装", session.example);
    if (!session.example.empty()) ui::callout(ui::Tone::neutral, "核查发现", session.example);
}

}  // namespace

void route_head(const Scene& scene, Intents& intents) {
    example(scene.session);
    const bool regulated = !scene.assessment.route.matters.empty();
    {
        ui::Row row(12, 40);
        ui::heading(matter_title(scene.rules, scene.situation.matters.front()), 1);
        if (!scene.session.tries_incoming) {  // neither a link nor a case can hold a pack that is not installed
            row.to_right(ui::button_width("复制链接") + (regulated ? 12 + ui::button_width("据此自查") : 0));
            actions(scene, intents);
        }
    }
    if (regulated) clause_links(scene.rules, scene.assessment.route.matters.front()->clauses, intents);
}

void route_outcome(const Scene& scene, RouteLook& look, Intents& intents) {
    switch (scene.assessment.outcome) {
        case Outcome::regulated: return unsaid(scene);
        case Outcome::depends:
            ui::callout(ui::Tone::judgement, "", "取决于未答的情形。虚线所示的环节待答后确定；暂不清楚的可以不答，各种可能都列在图上。");
            return unsaid(scene);
        case Outcome::readings:
            ui::callout(ui::Tone::judgement, readings_text(scene.assessment) + "，答案不同，不代为选择");
            doubts(scene, look.doubts);
            return unsaid(scene);
        case Outcome::not_regulated: return not_regulated(scene, intents);
        case Outcome::not_in_hand:
            ui::callout(ui::Tone::warning, outcome_text(Outcome::not_in_hand), "所问日期不在现有规则的施行期内。请查阅当时有效的规则。");
            return;
    }
}

}  // namespace signroute::views
