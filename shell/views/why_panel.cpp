#include "shell/views/why_panel.h"

#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"

namespace signroute::views {

namespace {

void lines(const Scene& scene, const ShownWhy& why, Intents& intents) {
    int n = 0;
    for (const WhyLine& l : why.lines) {
        const ui::Ids ids(n++);
        std::optional<ui::Indent> indent;
        if (l.kind == WhyLine::Kind::point) indent.emplace(16.0f);
        if (l.kind == WhyLine::Kind::note) ui::note(l.say);
        else if (!l.say.empty()) ui::text(l.kind == WhyLine::Kind::point ? "· " + l.say : l.say);
        if (!l.clauses.empty()) clause_links(scene.rules, l.clauses, intents);
    }
}

// The same situation with what is changed, in 签批链.
void see_other(const Scene& scene, const ShownWhy& why, Intents& intents) {
    const std::string name = "看那种情形：" + why.other;
    if (why.other.empty() || !ui::button("看那种情形", {.name = name})) return;
    Facts facts = scene.situation.facts;
    for (const auto& [fact, value] : why.changed) facts[fact] = value;
    Place place{.room = Room::route, .pack = scene.rules.pack->id, .matter = scene.situation.matters.front()};
    place.query = query_from_facts(facts);
    intents.push_back(intent::Go{place});
}

}  // namespace

std::string about_step(const RouteStep& step) { return "step:" + step.matter + "." + step.rule->id; }

void why_button(const Scene& scene, const std::string& about, const std::string& name, Intents& intents) {
    const std::optional<AskedWhy>& asked = scene.session.asked_why;
    if (asked && asked->about == about) return;
    const std::string label = "为什么：" + name;
    if (ui::button("为什么", {.kind = ui::Kind::quiet, .name = label})) intents.push_back(intent::AskWhy{about});
}

void why(const Scene& scene, const std::string& about, const std::string& name, Intents& intents) {
    why_button(scene, about, name, intents);
    why_panel(scene, about, name, intents);
}

void why_panel(const Scene& scene, const std::string& about, const std::string& name, Intents& intents) {
    const std::optional<AskedWhy>& asked = scene.session.asked_why;
    if (!asked || asked->about != about) return;
    const ui::Card card("为什么：" + name, {.padding = 12, .plain = true});
    ui::text("为什么：" + name, {.bold = true});
    if (!asked->problem.empty()) ui::text(asked->problem);
    else if (!asked->why) ui::text("正在查找理由…", {.second = true});
    if (asked->why) lines(scene, *asked->why, intents);
    const ui::Row row(8);
    if (asked->why) see_other(scene, *asked->why, intents);
    if (ui::button("收起理由")) intents.push_back(intent::AskWhy{""});
}

}  // namespace signroute::views
