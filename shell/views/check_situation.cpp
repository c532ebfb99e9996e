// Facts, things done, dates and a note of the room 自查.
#include <algorithm>

#include "core/questions.h"
#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/clause_links.h"
#include "shell/views/fact_field.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kAnswer = 2 * 56 + 72 + 1, kThing = 230, kBetween = 16;  // design pixels of an answer, and of the thing beside it
constexpr ui::Choice kDone[] = {{"已办"}, {"未办"}, {"不确定"}}, kEnclosed[] = {{"已附"}, {"未附"}, {"不确定"}};

void asked(const Scene& scene, const std::vector<const Question*>& list, CheckLook& look, Intents& intents) {
    for (const Question* q : list) {
        const ui::Landing here(arrived(look, place_of_fact(q->fact)));
        ui::divider();
        fact_field(scene.rules, scene.situation.facts, q->fact, intents, {.clauses = &q->clauses});
        ui::gap(6);
    }
}

// Those whose answer counts, in an order that answering does not change; the rest fold away.
void questions(const Scene& scene, CheckLook& look, Intents& intents) {
    const std::vector<Question> all = questions_of(scene.rules, scene.situation, scene.assessment);
    std::vector<const Question*> first, other;
    for (const Question& q : all) (q.state == QuestionState::idle ? other : first).push_back(&q);
    ui::heading("情形");
    if (all.empty()) ui::text("这一事项没有需要说明的情形。", {.second = true});
    asked(scene, first, look, intents);
    if (other.empty() || !ui::disclosure("现在不影响结论的情形", look.show_other, {.count = static_cast<int>(other.size()), .small = true})) return;
    asked(scene, other, look, intents);
}

void thing_text(const Scene& scene, const Prerequisite& rule, const std::string& title, Intents& intents) {
    const ui::Spacing tight(2);
    ui::text(title);
    if (rule.say != title + "。") ui::note(rule.say);
    clause_links(scene.rules, rule.clauses, intents);
}

void thing(const Scene& scene, const Prerequisite& rule, Intents& intents) {
    const ui::Ids ids(rule.thing);
    const auto at = scene.situation.done.find(rule.thing);
    const Truth now = at == scene.situation.done.end() ? Truth::unknown : at->second.truth;
    int chosen = now == Truth::yes ? 0 : now == Truth::no ? 1 : 2;
    const std::string title = thing_title(*scene.rules.catalogue, rule.thing);
    ui::divider();
    std::optional<ui::Columns> columns;
    if (const float beside = ui::room() - kAnswer - kBetween; beside >= kThing) columns.emplace(std::vector<float>{beside, kAnswer}, kBetween);
    thing_text(scene, rule, title, intents);
    if (columns) columns->next();
    const NamedThing* named = find_named(scene.rules.catalogue->things, rule.thing);
    const bool enclosed = named && named->enclosure;
    if (!ui::segmented(title, enclosed ? kEnclosed : kDone, chosen, {.hide_label = true})) return;
    const Truth to = chosen == 0 ? Truth::yes : chosen == 1 ? Truth::no : Truth::unknown;
    intents.push_back(intent::SetDone{rule.thing, {to, {}}});
}

void things(const Scene& scene, CheckLook& look, Intents& intents) {
    std::vector<const Prerequisite*> list;
    for (const auto& p : scene.assessment.route.prerequisites) {
        const bool listed = std::any_of(list.begin(), list.end(), [&](const Prerequisite* o) { return o->thing == p.rule->thing; });
        if (p.applies != Truth::no && !listed) list.push_back(p.rule);
    }
    if (list.empty() || !ui::disclosure("前置事项与附件", look.show_things, {.count = static_cast<int>(list.size())})) return;
    for (const Prerequisite* p : list) {
        const ui::Landing here(arrived(look, place_of_thing(p->thing)));
        thing(scene, *p, intents);
    }
}

void dates(const Scene& scene, CheckLook& look, Intents& intents) {
    std::vector<std::string> events;
    for (const Matter* m : scene.assessment.route.matters) events.insert(events.end(), m->events.begin(), m->events.end());
    if (events.empty() || !ui::disclosure("日期", look.show_dates, {.count = static_cast<int>(events.size())})) return;
    for (const std::string& event : events) {
        const ui::Ids ids(event);
        const auto at = scene.situation.events.find(event);
        std::optional<CivilDay> day;
        if (at != scene.situation.events.end()) day = civil(at->second);
        if (ui::date_field(event_title(*scene.rules.catalogue, event), day, {.width = 240}))
            intents.push_back(intent::SetEvent{event, day ? std::optional(day_from(*day)) : std::nullopt});
    }
    for (const ScheduledLimit& s : scene.assessment.schedule.limits) {
        if (!s.answer || !s.answer->due) continue;
        ui::text(s.limit.rule->say + " 到期：" + to_chinese(scene.session.library.calendar, *s.answer->due) + "（" + clauses_text(*scene.rules.pack, s.limit.rule->clauses) + "）");
    }
}

}  // namespace

void situation_form(const Scene& scene, CheckLook& look, Intents& intents) {
    ui::gap(8);
    questions(scene, look, intents);
    things(scene, look, intents);
    dates(scene, look, intents);
    if (!ui::disclosure("备注", look.show_note)) return;
    std::string note = open_case(scene.session)->note;
    if (ui::text_area("备注", note, 3, {.hide_label = true})) intents.push_back(intent::SetNote{note});
}

}  // namespace signroute::views
