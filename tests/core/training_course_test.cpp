// The course of a city: every regulated matter once, from easy to hard, and nothing in it but what `assess` says.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/training/course.h"
#include "core/findings/finding.h"
#include "core/quiz/prove.h"
#include "tests/core/sample.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;
using namespace signroute::training;

namespace {

const std::size_t kEveryLesson = kSampled ? 29 : 1;

}  // namespace

const std::string kDaily[] = {"government_document", "office_document", "request_to_government", "submission_handling", "executive_agenda_item", "executive_meeting"};

TEST_CASE("a course has every regulated matter of its pack once, under its topic, the daily ones first, then the easier ones") {
    for (const Pack* pack : five_cities().packs) {
        const Course course = course_of(shared_catalogue(), *pack);
        std::map<std::string, int> lessons;
        std::set<std::string> ids, silent;
        for (const Chapter& c : course.chapters) {
            CHECK(!c.lessons.empty());
            int hard = 0;
            for (const Lesson& l : c.lessons) {
                CHECK_MESSAGE(ids.insert(l.id).second, l.id);
                CHECK(!l.title.empty());
                if (l.kind == LessonKind::silence) silent.insert(l.matters.begin(), l.matters.end());
                if (l.kind == LessonKind::reading) CHECK(!find_matter(*pack, l.matter)->readings.empty());
                if (l.kind != LessonKind::matter) continue;
                ++lessons[l.matter];
                CHECK(find_matter(*pack, l.matter)->topic == c.id);
                const bool daily = std::find(std::begin(kDaily), std::end(kDaily), l.matter) != std::end(kDaily);
                CHECK_MESSAGE((!daily || hard == 0), l.matter);
                CHECK(l.facts + l.steps >= hard);
                hard = daily ? 0 : l.facts + l.steps;
            }
        }
        std::size_t regulated = 0;
        for (const Matter& m : pack->matters) {
            if (m.regulated) CHECK_MESSAGE(lessons[m.id] == 1, pack->id << " " << m.id);
            regulated += m.regulated;
        }
        CHECK(lessons.size() == regulated);
        CHECK(silent.size() + regulated == shared_catalogue().matters.size());
        CHECK(course.chapters.front().id == "people");
        CHECK(course.chapters.back().id == "silences");
    }
}

TEST_CASE("a look is the answer of the engine to its own case, and its case is settled") {
    std::size_t n = 0, decided = 0, deciding = 0;
    for (const Pack* pack : five_cities().packs) {
        const Rules rules{&shared_catalogue(), pack};
        for (const Matter& m : pack->matters) {
            if (!m.regulated || n++ % kEveryLesson != 0) continue;
            const Look look = look_at(five_cities(), *pack, m.id);
            const Assessment a = assess(rules, *five_cities().calendar, look.situation);
            std::vector<const RouteStep*> steps;
            for (const RouteStep& s : a.route.steps) {
                if (s.status != StepStatus::not_required) steps.push_back(&s);
            }
            REQUIRE_MESSAGE(look.steps.size() == steps.size(), pack->id << " " << m.id);
            std::map<std::string, std::size_t> at;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const LookStep& s = look.steps[i];
                CHECK(s.id == steps[i]->id);
                CHECK(s.role == steps[i]->role);
                CHECK(s.say == steps[i]->rule->say);
                CHECK(s.clauses == steps[i]->rule->clauses);
                CHECK(!s.clauses.empty());
                for (const std::string& before : s.after) CHECK((!at.count(before) || at[before] < i));
                at[s.id] = i;
            }
            for (const OpenQuestion& q : a.route.open_questions) CHECK_MESSAGE((!q.decides_route || a.outcome == Outcome::readings), pack->id << " " << m.id << " " << q.fact << q.thing);
            for (const Told& t : look.prerequisites) CHECK(!t.clauses.empty());
            for (const Told& t : look.limits) CHECK(!t.clauses.empty());
            const bool may = std::any_of(m.steps.begin(), m.steps.end(), [](const StepRule& s) { return s.decides && s.status == StepStatus::required; });
            deciding += may;
            decided += may && std::any_of(look.steps.begin(), look.steps.end(), [](const LookStep& s) { return s.decides; });
            CHECK(look.facts.size() == look.situation.facts.size() + look.situation.done.size());
        }
    }
    CHECK(decided * 100 >= deciding * 95);  // the ordinary case shows who decides, but where the readings differ on it
}

TEST_CASE("what is tried and what is tested are proven questions on that matter, each once") {
    std::size_t n = 0, asked = 0, lessons = 0;
    for (const Pack* pack : five_cities().packs) {
        for (const Chapter& c : course_of(shared_catalogue(), *pack).chapters) {
            for (const Lesson& l : c.lessons) {
                if (l.kind == LessonKind::people || n++ % (kEveryLesson * 23) != 0) continue;
                const LessonParts parts = lesson_parts(five_cities(), *pack, l);
                const LessonParts again = lesson_parts(five_cities(), *pack, l);
                CHECK(parts.guided.size() <= kMostGuided);
                CHECK(parts.test.size() <= kMostTested);
                std::set<std::string> seen;
                std::set<quiz::Kind> kinds;
                for (const quiz::Question& q : parts.guided) CHECK(kinds.insert(q.key.kind).second);
                for (const auto* list : {&parts.guided, &parts.test}) {
                    for (const quiz::Question& q : *list) {
                        CHECK(seen.insert(q.id + " " + std::to_string(q.seed)).second);
                        CHECK((q.key.matter == l.matter || std::find(l.matters.begin(), l.matters.end(), q.key.matter) != l.matters.end()));
                        CHECK(quiz::objections(five_cities(), q).empty());
                        ++asked;
                    }
                }
                REQUIRE(again.test.size() == parts.test.size());
                for (std::size_t i = 0; i < parts.test.size(); ++i) CHECK((again.test[i].id == parts.test[i].id && again.test[i].situation == parts.test[i].situation));
                ++lessons;
            }
        }
    }
    CHECK((kEveryLesson > 1 || asked > 3 * lessons));
}

TEST_CASE("the glossary has everybody and everything that a step names, each with its clauses and a sentence") {
    for (const Pack* pack : five_cities().packs) {
        std::map<std::string, const GlossaryEntry*> entries;
        const auto all = glossary(shared_catalogue(), *pack);
        for (const GlossaryEntry& e : all) {
            CHECK_MESSAGE(entries.emplace(e.group + " " + e.id, &e).second, e.id);
            CHECK(!e.clauses.empty());
            if (e.meaning.empty()) continue;  // a sentence that says nothing is worse than none
            CHECK(e.meaning.size() > 3);
            CHECK(e.meaning.substr(e.meaning.size() - 3) == "。");
            CHECK(e.meaning.find("。") == e.meaning.size() - 3);
            for (const char* empty : {"；参与", "参与汇报", "办理环节之一", "最后由其"}) CHECK_MESSAGE(e.meaning.find(empty) == std::string::npos, e.meaning);
            CHECK_MESSAGE(e.meaning != e.title + "。", e.meaning);
        }
        std::map<std::string, std::set<std::string>> of_role;
        for (const Matter& m : pack->matters) {
            for (const StepRule& s : m.steps) {
                CHECK(entries.count("action " + s.action));
                for (const std::string& role : {s.role, s.to}) {
                    if (!role.empty()) of_role[role].insert(m.id);
                }
            }
            if (m.regulated) CHECK(entries.count("matter " + m.id));
        }
        for (const auto& named : of_role) {
            const std::string& role = named.first;
            REQUIRE_MESSAGE(entries.count("role " + role), role);
            CHECK(std::set<std::string>(entries["role " + role]->matters.begin(), entries["role " + role]->matters.end()) == named.second);
        }
        for (const RoleRule& r : pack->roles) {
            REQUIRE(entries.count("role " + r.id));
            if (!r.stands_in_for.empty()) CHECK_MESSAGE(entries["role " + r.id]->meaning.find("托") != std::string::npos, r.id);
        }
    }
}

// 江阴第七条、第四十三条: what he may preside over and sign. 第四十九条 writes 签署、签发 of the mayor, 第五十条 签发 again.
TEST_CASE("the glossary says with its scope what somebody may be entrusted with, and no word twice") {
    const std::string last = "最后由其", comma = "、";
    for (const Pack* pack : five_cities().packs) {
        for (const GlossaryEntry& e : glossary(shared_catalogue(), *pack)) {
            const std::size_t at = e.meaning.find(last);
            if (e.group != "role" || at == std::string::npos) continue;
            std::string words = e.meaning.substr(at + last.size());
            words = words.substr(0, std::min(words.find("；"), words.find("。")));
            std::multiset<std::string> each;
            for (std::size_t from = 0, end = 0; from <= words.size(); from = end + comma.size()) {
                end = std::min(words.find(comma, from), words.size());
                each.insert(words.substr(from, end - from));
            }
            for (const std::string& word : each) CHECK_MESSAGE(each.count(word) == 1, pack->id << " " << e.meaning);
        }
    }
    const auto all = glossary(shared_catalogue(), *quiz::pack_of(five_cities(), "jiangyin-2022"));
    const auto at = std::find_if(all.begin(), all.end(), [](const GlossaryEntry& e) { return e.id == "executive_vice_mayor"; });
    REQUIRE(at != all.end());
    CHECK(at->meaning.find("可以受托代替") == std::string::npos);
    for (const char* scope : {"受委托召集和主持", "签发所受托主持会议的纪要"}) CHECK_MESSAGE(at->meaning.find(scope) != std::string::npos, at->meaning);
}

// 无锡第六条 lets a deputy run the government's work; that he may sign is a reading. 第五十二条 has the office pass drafts on, no more.
TEST_CASE("the glossary tells what the text gives to somebody, not what one reading of it would") {
    const Pack& wuxi = *quiz::pack_of(five_cities(), "wuxi-2022");
    const auto all = glossary(shared_catalogue(), wuxi);
    const auto meaning = [&](const std::string& id) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const GlossaryEntry& e) { return e.group == "role" && e.id == id; });
        REQUIRE(at != all.end());
        return at->meaning;
    };
    CHECK(meaning("vice_mayor").find("签署") == std::string::npos);
    CHECK(meaning("office").find("合法性审") == std::string::npos);
    CHECK(meaning("mayor").find("签署") != std::string::npos);
    for (const Pack* pack : five_cities().packs) {
        for (const GlossaryEntry& e : glossary(shared_catalogue(), *pack)) CHECK_MESSAGE(e.meaning.find(e.title + "；") != 0, pack->id << " " << e.meaning);
    }
}

// A new colleague meets a few people and what each of them signs, and is asked about that soon.
TEST_CASE("the first lesson is of at most five people, each with what the clause lets them decide, and asks about them") {
    for (const Pack* pack : five_cities().packs) {
        const Course course = course_of(shared_catalogue(), *pack);
        const Lesson& first = course.chapters.front().lessons.front();
        REQUIRE(first.id == "people/person");
        const auto people = people_of(shared_catalogue(), *pack, first);
        CHECK(people.size() >= 3);
        CHECK(people.size() <= kFewPeople);
        for (const GlossaryEntry& e : people) {
            CHECK(!e.signs.empty());
            CHECK(e.signs.size() <= kFewSigns);
            for (const Signs& s : e.signs) CHECK_MESSAGE((!s.clauses.empty() && find_matter(*pack, s.matter)), s.text);
        }
        const LessonParts parts = lesson_parts(five_cities(), *pack, first);
        CHECK_MESSAGE(parts.guided.size() >= 2, pack->id);
        for (const quiz::Question& q : parts.guided) CHECK(quiz::objections(five_cities(), q).empty());
    }
}

// 昆山 has no rule for 命令 of its own: nobody learns from its text who signs one.
TEST_CASE("a matter that goes by a general rule is no example of what somebody signs, and the glossary says by which rule it goes") {
    const Pack& kunshan = *quiz::pack_of(five_cities(), "kunshan-2017");
    for (const GlossaryEntry& e : glossary(shared_catalogue(), kunshan)) {
        for (const Signs& s : e.signs) CHECK_MESSAGE(s.matter != "order", e.title);
        if (e.group == "matter" && e.id == "order") CHECK(e.meaning.find("没有为命令单写一条") != std::string::npos);
    }
}
