#include "core/training/course.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/pack/matter_list.h"

namespace signroute::training {

namespace {

struct People {
    RoleKind kind;
    const char* id;
    const char* title;
};
constexpr People kPeople[] = {{RoleKind::person, "people/person", "谁签什么"}, {RoleKind::unit, "people/unit", "部门和单位"}, {RoleKind::body, "people/body", "会议和机构"}};

Chapter people(const Catalogue& catalogue, const Pack& pack) {
    Chapter out{"people", "职务与机构", {}};
    for (const People& p : kPeople) {
        const bool any = std::any_of(pack.roles.begin(), pack.roles.end(), [&](const RoleRule& r) {
            const NamedRole* named = find_named(catalogue.roles, r.id);
            return named && named->kind == p.kind;
        });
        if (!any) continue;
        Lesson lesson;
        lesson.id = p.id;
        lesson.kind = LessonKind::people;
        lesson.title = p.title;
        out.lessons.push_back(std::move(lesson));
    }
    return out;
}

Lesson lesson_of(const Matter& m, LessonKind kind) {
    Lesson out;
    out.id = std::string(name(kind)) + "/" + m.id;
    out.kind = kind;
    out.title = m.title;
    out.matter = m.id;
    out.facts = static_cast<int>(m.facts.size());
    out.steps = static_cast<int>(m.steps.size());
    return out;
}

// What an office does every day comes before the rest of its chapter.
bool is_daily(const Lesson& l) {
    constexpr const char* kDaily[] = {"government_document", "office_document", "request_to_government", "submission_handling", "executive_agenda_item", "executive_meeting"};
    return std::any_of(std::begin(kDaily), std::end(kDaily), [&](const char* id) { return l.matter == id; });
}

void easy_first(std::vector<Lesson>& lessons) {
    put_in_order(lessons, [](const Lesson& a, const Lesson& b) {
        if (is_daily(a) != is_daily(b)) return is_daily(a);
        return std::pair(a.facts + a.steps, a.facts) < std::pair(b.facts + b.steps, b.facts);
    });
}

Chapter topic(const Pack& pack, const Named& topic) {
    Chapter out{topic.id, topic.title, {}};
    for (const Matter& m : pack.matters) {
        if (m.regulated && m.topic == topic.id) out.lessons.push_back(lesson_of(m, LessonKind::matter));
    }
    easy_first(out.lessons);
    return out;
}

Chapter readings(const Pack& pack) {
    Chapter out{"readings", "原文可作几种理解之处", {}};
    for (const Matter& m : pack.matters) {
        if (m.regulated && !m.readings.empty()) out.lessons.push_back(lesson_of(m, LessonKind::reading));
    }
    easy_first(out.lessons);
    return out;
}

Chapter silences(const Catalogue& catalogue, const Pack& pack) {
    Chapter out{"silences", "原文没有规定的事项", {}};
    for (const MatterTopic& t : list_matters(catalogue, pack, "").silent) {
        Lesson lesson;
        lesson.id = "silence/" + t.id;
        lesson.kind = LessonKind::silence;
        lesson.title = t.title;
        for (const ListedMatter& m : t.matters) lesson.matters.push_back(m.id);
        out.lessons.push_back(std::move(lesson));
    }
    return out;
}

// A pack of an office's own may have matters under a topic that the catalogue does not list.
Chapter others(const Catalogue& catalogue, const Pack& pack) {
    Chapter out{"others", "其他事项", {}};
    for (const Matter& m : pack.matters) {
        const Named* known = find_named(catalogue.topics, m.topic);
        if (m.regulated && (!known || known->id != m.topic)) out.lessons.push_back(lesson_of(m, LessonKind::matter));
    }
    easy_first(out.lessons);
    return out;
}

}  // namespace

std::string_view name(LessonKind kind) {
    constexpr const char* kNames[] = {"people", "matter", "reading", "silence"};
    return kNames[static_cast<int>(kind)];
}

Course course_of(const Catalogue& catalogue, const Pack& pack) {
    Course out{pack.id, pack.city, pack.title, {}};
    const auto add = [&](Chapter chapter) {
        if (!chapter.lessons.empty()) out.chapters.push_back(std::move(chapter));
    };
    add(people(catalogue, pack));
    for (const Named* t : topics_in_order(catalogue)) add(topic(pack, *t));
    add(others(catalogue, pack));
    add(readings(pack));
    add(silences(catalogue, pack));
    return out;
}

const Lesson* find_lesson(const Course& course, std::string_view id) {
    for (const Chapter& c : course.chapters) {
        for (const Lesson& l : c.lessons) {
            if (l.id == id) return &l;
        }
    }
    return nullptr;
}

}  // namespace signroute::training
