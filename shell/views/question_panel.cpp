// All questions of the room 签批链: those that the route needs, those that no longer matter, those that only a check needs.
#include "shell/ui/ui.h"
#include "shell/views/fact_field.h"
#include "shell/views/route_parts.h"

namespace signroute::views {

namespace {

using List = std::vector<const Question*>;

struct Sorted {
    List main, folded, check;
    std::size_t open = 0;
};

// A question stays where it was asked: an answer given among the folded ones does not move it.
Sorted sorted(const Scene& scene, std::span<const Question> questions, RouteLook& look) {
    const bool meeting = body_of(scene) != nullptr;
    Sorted out;
    for (const Question& q : questions) {
        out.open += q.decides_route;
        if (q.fact == look.asked) continue;
        const NamedFact* named = find_named(scene.rules.catalogue->facts, q.fact);
        if (!q.about_route || (meeting && named && named->type == FactType::list)) {  // who was there is known when it is checked
            out.check.push_back(&q);
            continue;
        }
        if (q.state == QuestionState::idle) look.folded.insert(q.fact);
        if (q.state == QuestionState::open) look.folded.erase(q.fact);
        (look.folded.count(q.fact) ? out.folded : out.main).push_back(&q);
    }
    return out;
}

void rows(const Scene& scene, const List& list, Intents& intents) {
    for (const Question* q : list) {
        ui::divider();
        fact_field(scene.rules, scene.situation.facts, q->fact, intents, {.waited_for = q->decides_route, .clauses = &q->clauses});
    }
}

void folded(const Scene& scene, std::string_view label, std::string_view why, const List& list, bool& open, Intents& intents) {
    if (list.empty() || !ui::disclosure(label, open, {.count = static_cast<int>(list.size())})) return;
    const ui::Indent indent(24);
    ui::note(why);
    rows(scene, list, intents);
}

}  // namespace

void asked_first(const Scene& scene, std::span<const Question> questions, const RouteLook& look, Intents& intents) {
    for (const Question& q : questions) {
        if (q.fact != look.asked) continue;
        ui::gap(4);
        fact_field(scene.rules, scene.situation.facts, q.fact, intents, {.waited_for = true, .clauses = &q.clauses});
        ui::gap(4);
    }
}

void question_panel(const Scene& scene, std::span<const Question> questions, RouteLook& look, Intents& intents) {
    if (questions.empty()) return;
    const Sorted lists = sorted(scene, questions, look);
    const ui::Ids scope("questions");
    ui::gap(16);
    {
        ui::Row row(12);
        ui::heading("情形", 2);
        if (lists.open) ui::note("还有" + std::to_string(lists.open) + "项未答，影响签批链（加粗的）");
        row.to_right(ui::button_width("全部清除") - 22);  // its words end at the margin
        const bool any = !scene.situation.facts.empty();
        if (any && ui::button("全部清除", {.kind = ui::Kind::quiet, .name = "清除已答的全部情形"})) intents.push_back(intent::ClearFacts{});
    }
    rows(scene, lists.main, intents);
    folded(scene, "其他情形", "按已答的情形，这些不再影响签批链。", lists.folded, look.other_questions, intents);
    folded(scene, "核对时用到的情形", "不改变签批链，只用于禁止、限制等要求的核对。", lists.check, look.check_questions, intents);
}

}  // namespace signroute::views
