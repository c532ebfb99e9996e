// course: {"pack"} gives the course of a city with its glossary; with "lesson" what is in it.
#include "core/contract/json_out.h"
#include "core/contract/quiz_verb.h"
#include "core/contract/request.h"
#include "core/contract/training_verbs.h"
#include "core/training/course.h"

namespace signroute {

namespace training {

namespace {

Json lesson_to_json(const Lesson& l) {
    return {{"id", l.id}, {"kind", name(l.kind)}, {"title", l.title}, {"matter", text_or_null(l.matter)}, {"matters", l.matters}, {"facts", l.facts}, {"steps", l.steps}};
}

Json entry_to_json(const GlossaryEntry& e) {
    return {{"group", e.group}, {"id", e.id}, {"kind", text_or_null(e.kind)}, {"title", e.title}, {"aliases", e.aliases}, {"meaning", e.meaning},
            {"clauses", to_json(e.clauses)}, {"matters", e.matters}, {"powers", e.powers}, {"stands_in_for", e.stands_in_for}};
}

Json course_to_json(const Course& course, const std::vector<GlossaryEntry>& entries) {
    Json out = {{"pack", course.pack}, {"city", course.city}, {"title", course.title}, {"chapters", Json::array()}, {"glossary", Json::array()}};
    for (const Chapter& c : course.chapters) {
        Json lessons = Json::array();
        for (const Lesson& l : c.lessons) lessons.push_back(lesson_to_json(l));
        out["chapters"].push_back({{"id", c.id}, {"title", c.title}, {"lessons", std::move(lessons)}});
    }
    for (const GlossaryEntry& e : entries) out["glossary"].push_back(entry_to_json(e));
    return out;
}

Json told_to_json(const std::vector<Told>& list) {
    Json out = Json::array();
    for (const Told& t : list) out.push_back({{"text", t.text}, {"clauses", to_json(t.clauses)}});
    return out;
}

Json look_to_json(const Pack& pack, const Look& look) {
    Json situation;  // null where there is none
    if (!look.situation.matters.empty()) {
        situation = to_json(look.situation);
        situation["pack"] = pack.id;
    }
    Json out = {{"case", std::move(situation)}, {"opening", look.opening}, {"facts", look.facts}, {"steps", Json::array()},
                {"prerequisites", told_to_json(look.prerequisites)}, {"limits", told_to_json(look.limits)}, {"prohibitions", told_to_json(look.prohibitions)},
                {"body", told_to_json(look.body)}, {"notes", told_to_json(look.notes)}, {"readings", told_to_json(look.readings)}, {"silences", told_to_json(look.silences)}, {"outcome", look.outcome}};
    for (const LookStep& s : look.steps) {
        out["steps"].push_back({{"id", s.id}, {"role", text_or_null(s.role)}, {"action", s.action}, {"title", s.title}, {"say", s.say}, {"status", s.status},
                                {"decides", s.decides}, {"rank", s.rank}, {"group", text_or_null(s.group)}, {"after", s.after}, {"clauses", to_json(s.clauses)}});
    }
    return out;
}

Json questions_to_json(const quiz::Ground& ground, const std::vector<quiz::Question>& questions) {
    Json out = Json::array();
    for (const quiz::Question& q : questions) out.push_back(to_json(ground, q));
    return out;
}

Json parts_to_json(const quiz::Ground& ground, const Pack& pack, const Lesson& lesson) {
    const LessonParts parts = lesson_parts(ground, pack, lesson);
    Json out = {{"lesson", lesson_to_json(lesson)}, {"look", nullptr}, {"try", questions_to_json(ground, parts.guided)}, {"test", questions_to_json(ground, parts.test)}};
    if (lesson.kind != LessonKind::people) out["look"] = look_to_json(pack, parts.look);
    return out;
}

}  // namespace

}  // namespace training

Reply course_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    using namespace training;
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    const auto wanted = in.get("lesson");
    const std::string id = wanted ? wanted->text().value_or("") : "";
    in.finish();
    if (!use || !errors.empty()) return {};
    const Course course = course_of(library.catalogue, use->get());
    if (!wanted) return {write_json(course_to_json(course, glossary(library.catalogue, use->get()))), 0};
    const Lesson* lesson = find_lesson(course, id);
    if (!lesson) {
        wanted->fail("unknown_lesson", "课程中没有“" + id + "”这一课。");
        return {};
    }
    quiz::Ground ground{&library.catalogue, &library.calendar, {&use->get()}};
    for (const Pack& other : library.packs) {
        if (other.id != use->get().id) ground.packs.push_back(&other);
    }
    return {write_json(parts_to_json(ground, use->get(), *lesson)), 0};
}

}  // namespace signroute
