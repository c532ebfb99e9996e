// 课程: the path of chapters and lessons of the city in use, one lesson, and the glossary.
#include <algorithm>

#include "core/base/text.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr std::size_t kMostEntries = 12;

using training::Lesson;
using training::LessonKind;

const training::LessonDone* done_of(const Scene& scene, const std::string& lesson) {
    for (const training::LessonDone& d : scene.session.training.deck.lessons) {
        if (d.pack == scene.rules.pack->id && d.lesson == lesson) return &d;
    }
    return nullptr;
}

Place lesson_place(const Scene& scene, const std::string& lesson) {
    return {.room = Room::training, .pack = scene.rules.pack->id, .record = lesson, .part = "courses"};
}

// ---- the path ----------------------------------------------------------------------------------------------------

void mark(const training::LessonDone* done) {
    if (!done) return;
    if (done->part == "look") return ui::tag("看过", ui::Tone::neutral, "◔");
    if (done->n == 0) return ui::tag("试做过", ui::Tone::accent, "◑");
    const bool all = done->right == done->n;
    ui::tag("测验" + std::to_string(done->right) + "/" + std::to_string(done->n), all ? ui::Tone::good : ui::Tone::warning);
}

void lessons(const Scene& scene, const training::Chapter& chapter, Intents& intents) {
    const ui::Indent inner(24);
    for (const Lesson& l : chapter.lessons) {
        const ui::Ids own(l.id);
        const ui::Row row(12, 32);
        if (ui::link(l.title)) intents.push_back(intent::Go{lesson_place(scene, l.id)});
        mark(done_of(scene, l.id));
    }
}

// The chapter with the next lesson stands open, unless the reader did otherwise.
void path(const Scene& scene, const training::Course& course, TrainingLook& look, Intents& intents) {
    const Lesson* next = nullptr;
    std::string in;
    for (const training::Chapter& chapter : course.chapters) {
        for (const Lesson& l : chapter.lessons) {
            if (!next && !done_of(scene, l.id)) next = &l, in = chapter.id;
        }
    }
    if (next && ui::button("学下一课：" + next->title, {.kind = ui::Kind::primary})) intents.push_back(intent::Go{lesson_place(scene, next->id)});
    ui::gap(8);
    for (const training::Chapter& chapter : course.chapters) {
        const ui::Ids scope(chapter.id);
        const auto done = std::count_if(chapter.lessons.begin(), chapter.lessons.end(), [&](const Lesson& l) { return done_of(scene, l.id); });
        bool& open = look.chapters.try_emplace(course.pack + chapter.id, chapter.id == in).first->second;
        const bool unfolded = [&] {
            const ui::Row row(12, 40);
            const bool now = ui::disclosure(chapter.title, open, {.small = true});
            ui::note(std::to_string(done) + "/" + std::to_string(chapter.lessons.size()));
            return now;
        }();
        if (unfolded) lessons(scene, chapter, intents);
    }
}

// ---- the glossary ------------------------------------------------------------------------------------------------

bool fits(const training::GlossaryEntry& e, std::string_view words) {
    return words.empty() || contains(e.title, words) || contains(e.meaning, words) || std::any_of(e.aliases.begin(), e.aliases.end(), [&](const std::string& a) { return contains(a, words); });
}

void entry(const Scene& scene, const training::GlossaryEntry& e, Intents& intents) {
    const ui::Ids scope(e.group + e.id);
    ui::gap(4);
    ui::text(e.title, {.bold = true});
    std::string also;
    for (const std::string& a : e.aliases) also += (also.empty() ? "又称" : "、") + a;
    if (!also.empty()) ui::note(also);
    if (!e.meaning.empty()) ui::text(e.meaning);
    clause_links(scene.rules, e.clauses, intents);
}

void glossary(const Scene& scene, TrainingLook& look, Intents& intents) {
    ui::heading("名词", 2);
    ui::text_field("查名词", look.words, {.placeholder = "职务、部门、会议、动作、文种", .hide_label = true, .width = 360});
    std::size_t shown = 0, found = 0;
    for (const training::GlossaryEntry& e : scene.session.training.glossary) {
        if (!fits(e, look.words) || ++found > kMostEntries) continue;
        ++shown;
        entry(scene, e, intents);
    }
    if (found == 0) ui::text("没有“" + look.words + "”。", {.second = true});
    if (found > shown) ui::note("另有" + std::to_string(found - shown) + "条，请输入几个字缩小范围。");
}

// ---- look --------------------------------------------------------------------------------------------------------

ui::StepLook look_of(const training::LookStep& step) {
    for (const auto& [status, look] : {std::pair{StepStatus::if_needed, ui::StepLook::if_needed}, {StepStatus::permitted, ui::StepLook::permitted},
                                       {StepStatus::judgement, ui::StepLook::open}, {StepStatus::unknown, ui::StepLook::open}}) {
        if (step.status == status_text(status)) return look;
    }
    return ui::StepLook::required;
}

ui::StepCard card_of(const Scene& scene, const training::LookStep& step, bool newest) {
    ui::StepCard card;
    card.id = step.id;
    card.title = role_text(scene.rules, step.role);
    card.action = action_title(*scene.rules.catalogue, step.action);
    card.clause = clauses_text(*scene.rules.pack, step.clauses);
    card.look = look_of(step);
    card.decides = step.decides;
    card.selected = newest;
    return card;
}

// The steps played so far, by rank.
ui::RoutePicture picture_of(const Scene& scene, const training::Look& shown, std::size_t steps) {
    ui::RoutePicture out;
    out.label = "流程，已播放" + std::to_string(steps) + "步";
    int rank = -1;
    for (std::size_t i = 0; i < steps; ++i) {
        const training::LookStep& s = shown.steps[i];
        if (out.stages.empty() || s.rank != rank) out.stages.emplace_back();
        rank = s.rank;
        auto& stage = out.stages.back();
        stage.cards.push_back(card_of(scene, s, i + 1 == steps));
        if (stage.cards.size() > 1) stage.together = ui::Together::order_open;
        for (const std::string& before : s.after) {
            if (std::any_of(shown.steps.begin(), shown.steps.begin() + static_cast<std::ptrdiff_t>(i), [&](const training::LookStep& b) { return b.id == before; })) out.edges.push_back({before, s.id});
        }
    }
    return out;
}

void told(const Scene& scene, const char* title, const std::vector<training::Told>& list, Intents& intents) {
    if (list.empty()) return;
    ui::gap(8);
    ui::heading(title, 3);
    int n = 0;
    for (const training::Told& t : list) {
        const ui::Ids scope(std::string(title) + std::to_string(n++));
        ui::text(t.text);
        clause_links(scene.rules, t.clauses, intents);
    }
}

void rest_of_look(const Scene& scene, const training::Look& shown, Intents& intents) {
    told(scene, "前置条件", shown.prerequisites, intents);
    told(scene, "时限", shown.limits, intents);
    told(scene, "不得", shown.prohibitions, intents);
    told(scene, "组成和议事", shown.body, intents);
    told(scene, "另有规定", shown.notes, intents);
    told(scene, "有两种理解之处", shown.readings, intents);
    told(scene, "原文未规定", shown.silences, intents);
}

// What follows a look: questions, or, where there are none, the next lesson.
void onwards(const Scene& scene, Intents& intents) {
    const bool asks = !scene.session.training.lesson.guided.empty();
    if (!ui::button(asks ? "学完本课，试做几题" : "学完本课", {.kind = ui::Kind::primary})) return;
    if (asks) intents.push_back(intent::Train{train::SetLessonPart{LessonPart::guided}});
    else intents.push_back(intent::Train{train::LessonSeen{}});
}

void play(const Scene& scene, const training::Look& shown, TrainingLook& look, Intents& intents) {
    const std::size_t all = shown.steps.size();
    look.steps = std::min(std::max<std::size_t>(look.steps, 1), all);
    const std::string pressed = ui::route_picture(picture_of(scene, shown, look.steps), look.picture);
    for (std::size_t i = 0; i < look.steps; ++i) {
        if (shown.steps[i].id == pressed) look.steps = i + 1;
    }
    const training::LookStep& s = shown.steps[look.steps - 1];
    ui::verdict(ui::Tone::accent, "第" + std::to_string(look.steps) + "步，共" + std::to_string(all) + "步：" + s.title);
    ui::text(s.say + "（" + s.status + "）");
    clause_links(scene.rules, s.clauses, intents);
    const ui::Row row(8, 40);
    const bool first = look.steps <= 1, last = look.steps >= all;
    if (ui::button("上一步", {.disabled = first})) --look.steps;
    if (last) onwards(scene, intents);
    else if (ui::button("下一步", {.kind = ui::Kind::primary})) ++look.steps;
}

void look_tab(const Scene& scene, const LessonRun& run, TrainingLook& look, Intents& intents) {
    const training::Look& shown = run.look;
    ui::text(shown.opening);
    std::string facts;
    for (const std::string& f : shown.facts) facts += (facts.empty() ? "" : "；") + f;
    if (!facts.empty()) ui::text("情形：" + facts + "。", {.second = true});
    if (!shown.steps.empty()) play(scene, shown, look, intents);
    if (shown.steps.empty() || look.steps >= shown.steps.size()) {
        rest_of_look(scene, shown, intents);
        ui::gap(8);
    }
    if (shown.steps.empty()) onwards(scene, intents);
    const ui::Row row(12, 32);
    if (ui::link("在签批链中打开")) intents.push_back(intent::Go{{.room = Room::route, .pack = scene.rules.pack->id, .matter = shown.situation.matters.front(), .query = query_from_facts(shown.situation.facts)}});
}

// A few people and what each decides; whoever else there is, stands in the glossary.
void people(const Scene& scene, const Lesson& lesson, Intents& intents) {
    const std::string kind = lesson.id.substr(lesson.id.find('/') + 1);
    std::size_t shown = 0, all = 0;
    for (const training::GlossaryEntry& e : scene.session.training.glossary) {
        if (e.group != "role" || e.kind != kind) continue;
        ++all;
        if (e.signs.empty() || shown == training::kFewPeople) continue;
        ++shown;
        const ui::Ids scope(e.id);
        ui::gap(8);
        ui::heading(e.title, 3);
        int n = 0;
        for (const training::Signs& s : e.signs) {
            const ui::Ids own(n++);
            const ui::Row row(12, 28);
            ui::text(s.text);
            clause_links(scene.rules, s.clauses, intents);
        }
    }
    if (shown == 0) ui::text("本市规则没有写由其作决定的事项。", {.second = true});
    ui::gap(8);
    if (all > shown) ui::note("本市规则提到的共" + std::to_string(all) + "个，其余见“全部课程”页的“名词”。");
    onwards(scene, intents);
}

void silent_matters(const Scene& scene, const Lesson& lesson, Intents& intents) {
    ui::text("以下事项，本市的文件没有规定。遇到时不要套用别处或者相近事项的规定，应当请示或者查阅其他文件。");
    for (const std::string& id : lesson.matters) {
        const ui::Ids scope(id);
        const ui::Row row(12, 32);
        if (ui::link(matter_title(scene.rules, id))) intents.push_back(intent::Go{{.room = Room::route, .pack = scene.rules.pack->id, .matter = id}});
        ui::tag("原文未规定");
    }
}

// ---- try and test ------------------------------------------------------------------------------------------------

void summary(const Scene& scene, const LessonRun& run, bool test, Intents& intents) {
    const auto& list = test ? run.test : run.guided;
    const auto right = std::count_if(list.begin(), list.end(), [](const AskedQuestion& q) { return q.given == q.question.right; });
    const bool all = right == static_cast<std::ptrdiff_t>(list.size());
    ui::verdict(all ? ui::Tone::good : ui::Tone::warning, std::string(test ? "测验" : "试做") + "完成：" + std::to_string(list.size()) + "题答对" + std::to_string(right) + "题");
    {
        const ui::Row row(8, 40);
        if (!test && !run.test.empty() && ui::button("测验", {.kind = ui::Kind::primary})) intents.push_back(intent::Train{train::SetLessonPart{LessonPart::test}});
        if (ui::button("再做一遍")) intents.push_back(intent::Train{train::SetLessonPart{run.part}});
        if (ui::button("回到课程", {.kind = test ? ui::Kind::primary : ui::Kind::secondary})) intents.push_back(intent::Go{lesson_place(scene, "")});
    }
    if (!test) return;
    for (const AskedQuestion& q : list) {
        if (q.given == q.question.right) continue;
        const ui::Ids scope(q.question.id);
        ui::gap(8);
        const ui::Card card(q.question.ask);
        question_words(scene, q.question);
        int chosen = -1;
        question_choices(q, chosen);
        outcome(q);
        explanation(scene, q, intents);
    }
}

void questions_tab(const Scene& scene, const LessonRun& run, TrainingLook& look, Intents& intents) {
    const bool test = run.part == LessonPart::test;
    const auto& list = test ? run.test : run.guided;
    if (list.empty()) return ui::text("这一课没有可以问的题。", {.second = true});
    if (run.at >= list.size()) return summary(scene, run, test, intents);
    ui::note("第" + std::to_string(run.at + 1) + "题，共" + std::to_string(list.size()) + "题" + (test ? "，做完后统一讲解" : ""));
    ask(scene, list[run.at], {.next = run.at + 1 < list.size() ? "下一题" : "完成", .explain = !test, .may_hint = !test}, look, intents);
}

void lesson_tabs(const Scene& scene, const LessonRun& run, const Lesson& lesson, TrainingLook& look, Intents& intents) {
    std::vector<ui::Tab> tabs{{"看流程"}};
    if (!run.guided.empty()) tabs.push_back({"试做", static_cast<int>(run.guided.size())});
    if (!run.test.empty()) tabs.push_back({"测验", static_cast<int>(run.test.size())});
    int at = std::min(static_cast<int>(run.part), static_cast<int>(tabs.size()) - 1);
    if (tabs.size() > 1 && ui::tabs(lesson.title, tabs, at)) intents.push_back(intent::Train{train::SetLessonPart{static_cast<LessonPart>(at)}});
    if (run.part != LessonPart::look) return questions_tab(scene, run, look, intents);
    if (lesson.kind == LessonKind::people) return people(scene, lesson, intents);
    if (lesson.kind == LessonKind::silence) silent_matters(scene, lesson, intents);
    else return look_tab(scene, run, look, intents);
    onwards(scene, intents);
}

}  // namespace

void courses_part(const Scene& scene, TrainingLook& look, Intents& intents) {
    const Training& t = scene.session.training;
    if (!t.course) return;
    const Lesson* lesson = training::find_lesson(*t.course, t.lesson.lesson);
    const std::string key = t.lesson.pack + "/" + t.lesson.lesson;
    if (look.lesson != key) look.lesson = key, look.steps = 1;
    const ui::Ids scope(key);
    if (lesson && scene.session.place.record == lesson->id) {
        {
            ui::Row row(16, 40);
            ui::heading(lesson->title, 1);
            if (ui::link("全部课程")) intents.push_back(intent::Go{lesson_place(scene, "")});
        }
        return lesson_tabs(scene, t.lesson, *lesson, look, intents);
    }
    ui::heading(t.course->title, 1);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kTwoColumns) columns.emplace(std::vector<float>{1, 1}, 40.0f);
    path(scene, *t.course, look, intents);
    if (columns) columns->next();
    else ui::gap(24);
    glossary(scene, look, intents);
}

}  // namespace signroute::views
