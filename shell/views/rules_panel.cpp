// What goes with the route: 前置条件, 时限, 禁止与限制, 口径说明, 原文未规定.
#include <algorithm>
#include <span>

#include "core/compare/compare.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/route_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

template <class Rule>
std::vector<const Applied<Rule>*> that_apply(const std::vector<Applied<Rule>>& list) {
    std::vector<const Applied<Rule>*> out;
    for (const Applied<Rule>& a : list) {
        if (a.applies != Truth::no) out.push_back(&a);
    }
    return out;
}

class RulesPanel {
  public:
    RulesPanel(const Scene& scene, const Route& route, Intents& intents) : scene_(scene), intents_(intents), route_(route) {}

    void tabs(int& current) {
        const auto prerequisites = that_apply(route_.prerequisites);
        const auto limits = that_apply(route_.limits);
        const auto prohibitions = that_apply(route_.prohibitions);
        const auto caps = that_apply(route_.caps);
        const auto notes = that_apply(route_.notes);
        const auto silent = that_apply(route_.silent);
        const auto n = [](const auto& list) { return static_cast<int>(list.size()); };
        const Body* body = body_of(scene_);
        const ui::Tab tabs[] = {{"会议要素", body ? n(body->entries) : 0}, {"前置条件", n(prerequisites)}, {"时限", n(limits)}, {"禁止与限制", n(prohibitions) + n(caps)}, {"口径说明", n(notes)}, {"原文未规定", n(silent)}};
        const std::span<const ui::Tab> offered = std::span(tabs).subspan(body ? 0 : 1);
        const int left_out = static_cast<int>(std::size(tabs) - offered.size());
        for (int i = left_out; current < 0 && i < static_cast<int>(std::size(tabs)); ++i) current = tabs[i].count ? i : -1;
        int chosen = std::max(0, current - left_out);
        ui::tabs("相关规定", offered, chosen);
        current = chosen + left_out;
        if (tabs[current].count == 0) ui::text("没有。", {.second = true});
        if (current == 0) elements(*body);
        if (current == 1) for (const auto* p : prerequisites) prerequisite(*p);
        if (current == 2) for (const auto* l : limits) limit(*l);
        if (current == 3) for (const auto* p : prohibitions) prohibition(*p);
        if (current == 3) for (const auto* c : caps) cap(*c);
        if (current == 4) for (const auto* x : notes) note(*x);
        if (current == 5) for (const auto* s : silent) silence(*s);
    }

  private:
    // Who makes up a meeting, who chairs it, what it decides, in the order of the text; those of one kind and clause together.
    void elements(const Body& body) {
        constexpr ui::TableColumn columns[] = {{"要素", 0, 104}, {"规定", 3}, {"条款", 1.2f}};
        ui::Table t("会议要素", columns);
        for (auto first = body.entries.begin(); first != body.entries.end();) {
            const BodyEntry& e = *first;
            std::string say;
            for (; first != body.entries.end() && first->attribute == e.attribute && first->clauses == e.clauses; ++first) say += (say.empty() ? "" : "\n") + first->say;
            const ui::Ids scope(e.id);
            t.row({.key = e.id});
            t.cell(attribute_title(e.attribute));
            t.cell(say);
            t.begin_cell();
            clause_links(scene_.rules, e.clauses, intents_);
        }
    }

    // The words, how they bind, and what they wait for.
    template <class Rule>
    void basis(const Applied<Rule>& a) {
        const ui::Row row(12, 24);
        if (a.applies == Truth::unknown) ui::tag("待答：" + open_text(scene_.rules, a.because, 2), ui::Tone::judgement);
        if (!std::is_same_v<Rule, Note>) ui::note(strength_text(*a.rule));  // how a text is understood binds nobody
        clause_links(scene_.rules, a.rule->clauses, intents_);
    }

    void prerequisite(const Applied<Prerequisite>& a) {
        const ui::Ids scope(a.rule->id);
        ui::text(thing_title(*scene_.rules.catalogue, a.rule->thing), {.bold = true});
        ui::text(a.rule->say);
        std::string more;
        const auto add = [&](const std::string& part) { more += (more.empty() ? "" : "；") + part; };
        if (!a.rule->by.empty()) add("由" + role_text(scene_.rules, a.rule->by) + "办理");
        if (!a.rule->before.empty()) add(before(a.rule->before, a.matter));
        if (a.rule->duty) add("应当办理，但签批不等待它");
        if (!a.rule->term.empty()) add("时限：" + a.rule->term + "（原文没有具体天数）");
        if (!more.empty()) ui::text(more, {.second = true});
        basis(a);
        ui::divider();
    }

    std::string before(const std::string& id, const std::string& matter) const {
        const auto at = std::find_if(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.rule->id == id && s.matter == matter; });
        return at == route_.steps.end() ? "" : "在" + step_title(*scene_.rules.catalogue, at->role, *at->rule) + "之前";
    }

    void limit(const Applied<TimeLimit>& a) {
        const TimeLimit& l = *a.rule;
        const std::string title = limit_title(*scene_.rules.catalogue, l);
        const ui::Ids scope(l.id);
        {
            ui::Row row(12);
            ui::text(title + "：" + limit_text(l), {.bold = true});
            row.to_right(ui::button_width("算日期"));
            if ((l.n || l.day_of_month) && ui::button("算日期", {.name = "算日期：" + title}))
                intents_.push_back(intent::Go{{.room = Room::deadline, .pack = scene_.rules.pack->id, .limit = l.id}});
        }
        ui::text(l.say);
        if (!l.n && !l.day_of_month) ui::text("原文没有具体天数。", {.second = true});
        if (l.runs_out) ui::text("期满未办：" + l.runs_out->say, {.second = true});
        for (const GivesWay& g : l.gives_way_to) ui::text("例外：" + g.say, {.second = true});
        basis(a);
        ui::divider();
    }

    void prohibition(const Applied<Prohibition>& a) {
        const ui::Ids scope(a.rule->id);
        ui::text(a.rule->say);
        if (!a.rule->instead.empty()) ui::text("改正：" + a.rule->instead, {.second = true});
        if (!a.rule->instead_matter.empty()) {
            const ui::Row row(8, 24);
            ui::text("可以改走：", {.second = true});
            const Place place{.room = Room::route, .pack = scene_.rules.pack->id, .matter = a.rule->instead_matter, .query = query_from_facts(a.rule->instead_facts)};
            if (ui::link(matter_title(scene_.rules, a.rule->instead_matter))) intents_.push_back(intent::Go{place});
        }
        basis(a);
        ui::divider();
    }

    void cap(const Applied<Cap>& a) {
        const ui::Ids scope(a.rule->id);
        ui::text(a.rule->say);
        basis(a);
        ui::divider();
    }

    void note(const Applied<Note>& a) {
        const ui::Ids scope(a.rule->id);
        ui::text(a.rule->say);
        basis(a);
        ui::divider();
    }

    void silence(const Applied<Silent>& a) {
        const ui::Ids scope(a.rule->id);
        ui::text(a.rule->about, {.bold = true});
        ui::text(a.rule->say);
        std::string titles;
        for (const std::string& t : a.rule->look_in) titles += (titles.empty() ? "可查：" : "、") + t;
        if (!titles.empty()) ui::text(titles, {.second = true});
        {
            const ui::Row row(12, 24);
            ui::note("已查条款");
            clause_links(scene_.rules, a.rule->clauses, intents_);
        }
        ui::divider();
    }

    const Scene& scene_;
    Intents& intents_;
    const Route& route_;
};

}  // namespace

const Body* body_of(const Scene& scene) { return find_body(*scene.rules.pack, scene.situation.matters.front()); }

void rules_panel(const Scene& scene, const Assessment& shown, RouteLook& look, Intents& intents) {
    if (scene.assessment.outcome == Outcome::not_regulated || scene.assessment.outcome == Outcome::not_in_hand) return;
    const ui::Ids scope("rules");
    ui::gap(16);
    RulesPanel(scene, shown.route, intents).tabs(look.rules_tab);
}

}  // namespace signroute::views
