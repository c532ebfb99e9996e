// A course of one pack: from the map of who is who over the ordinary documents and meetings to the places that the text
// leaves open. Everything in it is the pack's own, or worked out by `assess`, so that no lesson can contradict the rules.
#pragma once

#include <string>
#include <vector>

#include "core/quiz/question.h"

namespace signroute::training {

enum class LessonKind {
    people,   // who is who: a few roles of one kind and what each decides; try. All others are in the glossary
    matter,   // one regulated matter; look, try, test
    reading,  // a matter whose text bears more than one answer: the readings side by side; look, try
    silence   // matters of one topic on which the text is silent: to know that; try
};
std::string_view name(LessonKind kind);  // people, matter, reading, silence

// `id` is unique in the course: "matter/executive_minutes", "reading/…", "silence/minutes" (of a topic), "people/person".
struct Lesson {
    std::string id;
    LessonKind kind = LessonKind::matter;
    std::string title;
    std::string matter;                // of matter and reading
    std::vector<std::string> matters;  // of a silence: those of the topic that the text does not regulate
    int facts = 0, steps = 0;          // how hard: facts of the matter that its rules ask, steps that they know
};

// `id`: "people", the id of a topic of the catalogue, "readings", "silences".
struct Chapter {
    std::string id, title;
    std::vector<Lesson> lessons;       // from easy to hard
};

struct Course {
    std::string pack, city, title;
    std::vector<Chapter> chapters;     // none is empty
};

// Every regulated matter of the pack is exactly one lesson of the kind `matter`, in the chapter of its topic; topics in the
// order of topics_in_order. In a chapter fewest facts and steps come first; what is equal stays in the pack's order. Takes
// no time worth speaking of: no case is worked out.
Course course_of(const Catalogue& catalogue, const Pack& pack);
const Lesson* find_lesson(const Course& course, std::string_view id);

// A line of a look, with the clauses that it rests on.
struct Told {
    std::string text;
    std::vector<Clause> clauses;
};

// A step of the route of the ordinary case, in the order of `assess`.
struct LookStep {
    std::string id, role, action;     // ids; role "" = the text names nobody
    std::string title;                // 市长签发
    std::string say;                  // the rule in our own words
    std::string status;               // 应当办理, 如有需要 …
    bool decides = false;             // it may be the last one, which decides
    int rank = 0;                     // 0-based: steps of one rank stand beside each other
    std::string group;                // steps of one group replace each other; "" = none
    std::vector<std::string> after;   // ids
    std::vector<Clause> clauses;
};

// The ordinary case of a matter: nothing out of the ordinary is the case unless the matter itself is of that.
struct Look {
    Case situation;                    // ask `assess` about it and you have the same
    std::string opening;               // 市发展改革委起草了… in one sentence with its full stop
    std::vector<std::string> facts;    // stated, in words, one each
    std::vector<LookStep> steps;       // those that may be needed; not the ones that are not required
    std::vector<Told> prerequisites;   // what comes before or goes with it, those that hold and those that may
    std::vector<Told> limits;          // 会签期限：收到之日后5个工作日内; numbers that may not be exceeded
    std::vector<Told> prohibitions;    // what may not be done
    std::vector<Told> body;            // of a meeting or another body: who takes part, who chairs, how it decides …
    std::vector<Told> notes;           // what else the text says
    std::vector<Told> readings;        // where the text bears more than one answer: the question, then each reading
    std::vector<Told> silences;        // what the text does not say
    std::string outcome;               // in words: 原文有规定 …
};

// A lesson worked out. `look` says nothing of people; of a silence it has the silences alone, matter by matter. `guided`: one question of each kind that the matter
// gives, in the order in which the kinds build upon each other, about the case of the look where there is one, kMostGuided at
// most. `test`: other keys, or, where the
// matter has no others, other seeds; kMostTested at most. Both are empty
// where the text says too little for a question to be proven. Another city is asked about only where else there would be too few. Some tens of milliseconds.
struct LessonParts {
    Look look;
    std::vector<quiz::Question> guided, test;
};
inline constexpr std::size_t kMostGuided = 6, kMostTested = 8;

// The pack is one of the ground's.
LessonParts lesson_parts(const quiz::Ground& ground, const Pack& pack, const Lesson& lesson);
Look look_at(const quiz::Ground& ground, const Pack& pack, const std::string& matter);
Look look_at_silence(const quiz::Ground& ground, const Pack& pack, const std::vector<std::string>& matters);

// What somebody decides: 签发“以市政府名义发文”, with the matter and the clauses.
struct Signs {
    std::string text, matter;
    std::vector<Clause> clauses;
};
inline constexpr std::size_t kFewSigns = 3, kFewPeople = 5;  // a lesson tells no more of each, and of no more

// Who and what the pack speaks of. `group`: role, action, matter; `kind` of a role: person, unit, body; of a matter its topic.
struct GlossaryEntry {
    std::string group, id, kind, title;
    std::vector<std::string> aliases;
    std::string meaning;               // one sentence in our own words, made of the pack's data; "" where that would say nothing
    std::vector<Clause> clauses;
    std::vector<std::string> matters;  // that it takes part in, by id; of a matter none
    std::vector<std::string> powers;   // of a role: what the text lets it do, a few words each
    std::vector<std::string> stands_in_for;  // of a role: titles of the roles that it may stand in for
    std::vector<Signs> signs;          // of a role: what it decides, each act first once, kFewSigns at most
};
// Roles first, then actions, then matters that are regulated; each in the catalogue's order. Only what the pack names.
std::vector<GlossaryEntry> glossary(const Catalogue& catalogue, const Pack& pack);
// Whom a lesson of people is about: the first kFewPeople of the kind who decide something.
std::vector<GlossaryEntry> people_of(const Catalogue& catalogue, const Pack& pack, const Lesson& lesson);

}  // namespace signroute::training
