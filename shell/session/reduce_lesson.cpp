// 课程: the course of the city in use, and the lesson that is open.
#include <algorithm>

#include "shell/session/trainer.h"

namespace signroute {

namespace {

// Index of the first question that is not answered yet; behind the last one where all are.
std::size_t first_open(const std::vector<AskedQuestion>& list) {
    const auto at = std::find_if(list.begin(), list.end(), [](const AskedQuestion& q) { return q.given.empty(); });
    return static_cast<std::size_t>(at - list.begin());
}

}  // namespace

void Trainer::enter_course() {
    const Pack* pack = find_pack_by_id(s_.library, s_.pack);
    if (!pack) return;
    if (!t_.course || t_.course->pack != pack->id) {
        t_.course = training::course_of(s_.library.catalogue, *pack);
        t_.glossary = training::glossary(s_.library.catalogue, *pack);
    }
    LessonRun& l = t_.lesson;
    if (l.pack == pack->id && l.lesson == s_.place.record) return;
    l = {};
    const training::Lesson* lesson = training::find_lesson(*t_.course, s_.place.record);
    if (!lesson) return;
    l.pack = pack->id;
    l.lesson = lesson->id;
    training::LessonParts parts = training::lesson_parts(ground({pack->id}), *pack, *lesson);
    l.look = std::move(parts.look);
    for (quiz::Question& q : parts.guided) l.guided.push_back(asked(std::move(q)));
    for (quiz::Question& q : parts.test) l.test.push_back(asked(std::move(q)));
}

void Trainer::operator()(const train::SetLessonPart& i) {
    LessonRun& l = t_.lesson;
    if (l.part == LessonPart::look && i.part != LessonPart::look) lesson_done();
    l.part = i.part;
    auto& list = l.part == LessonPart::test ? l.test : l.guided;
    l.at = first_open(list);
    if (l.part == LessonPart::look || l.at < list.size()) return;
    for (AskedQuestion& q : list) q.given.clear(), q.hinted = false;  // all answered: once more
    l.at = 0;
}

void Trainer::operator()(const train::LessonSeen&) {
    lesson_done();
    r_(intent::Go{{.room = Room::training, .pack = t_.lesson.pack, .part = "courses"}});
}

void Trainer::lesson_next() {
    LessonRun& l = t_.lesson;
    const auto& list = l.part == LessonPart::test ? l.test : l.guided;
    if (l.at >= list.size() || list[l.at].given.empty()) return;
    if (++l.at == list.size()) lesson_done();
}

void Trainer::lesson_done() {
    const LessonRun& l = t_.lesson;
    training::LessonDone done{.pack = l.pack, .lesson = l.lesson, .part = "look"};
    for (const training::LessonDone& d : t_.deck.lessons) {
        if (d.pack == l.pack && d.lesson == l.lesson) done = d;
    }
    done.at = now();
    if (l.part == LessonPart::test) {
        done.part = "test";
        done.n = static_cast<int>(l.test.size());
        done.right = static_cast<int>(std::count_if(l.test.begin(), l.test.end(), [](const AskedQuestion& q) { return q.given == q.question.right; }));
    } else if (l.part == LessonPart::guided && done.part != "test") {
        done.part = "try";
    }
    training::finish(t_.deck, done);
    save_deck();
}

}  // namespace signroute
