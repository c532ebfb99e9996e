// What the tests of training share: exams at random, a pack with something in it altered, sheets.
#pragma once

#include <deque>

#include <nlohmann/json.hpp>

#include "core/quiz/draw.h"
#include "core/quiz/make.h"
#include "core/quiz/random.h"
#include "core/training/exam.h"
#include "tests/core/quiz_ground.h"

namespace signroute::test {

// A specification at random, in the form in which it is kept.
inline training::ExamSpec random_exam(quiz::Random& random) {
    static const std::vector<std::string> kTitles = {"", "公文处理考试", "新录用人员“签批程序”测试（第一期）", "Exam #7: a/b?c=d&e", "𠮷野家 100% 考核", "一"};
    training::ExamSpec out;
    out.title = kTitles[random.below(kTitles.size())];
    const auto some = [&](const auto& list, std::vector<std::string>& into, std::size_t most) {
        for (std::size_t n = random.below(most + 1); n > 0; --n) into.push_back(list[random.below(list.size())].id);
    };
    std::vector<Named> packs;
    for (const Pack* p : five_cities().packs) packs.push_back({p->id, "", {}});
    some(packs, out.packs, 3);
    some(shared_catalogue().topics, out.topics, 3);
    some(shared_catalogue().matters, out.matters, 6);
    for (std::size_t n = random.below(5); n > 0; --n) out.kinds.push_back(static_cast<quiz::Kind>(random.below(quiz::kKinds)));
    out.n = static_cast<int>(1 + random.below(training::kMostExamQuestions));
    out.seed = random.next() % quiz::kSeeds;
    out.minutes = static_cast<int>(random.below(training::kLongestExam + 1));
    out.pass_mark = static_cast<int>(random.below(101));
    for (int i = 0; random.below(3) != 0 && i < 16; ++i) out.fingerprint += "0123456789abcdef"[random.below(16)];
    if (out.fingerprint.size() != 16) out.fingerprint.clear();
    return training::normal(five_cities(), out);
}

// The five cities, one of them with its pack altered.
struct Altered {
    std::deque<Pack> own;
    quiz::Ground ground;
};
template <class Change>
Altered altered(const std::string& id, Change change) {
    Altered out;
    nlohmann::json pack = nlohmann::json::parse(file("assets/packs/" + id + ".json"));
    change(pack);
    PackRead read = pack_from_json(pack.dump(), shared_catalogue());
    for (const Error& e : read.errors) FAIL_CHECK(e.pointer << " " << e.message);
    REQUIRE(read.pack);
    out.own.push_back(std::move(*read.pack));
    out.ground = five_cities();
    for (const Pack*& p : out.ground.packs) p = p->id == id ? &out.own.back() : p;
    return out;
}
inline nlohmann::json& entry(nlohmann::json& list, const std::string& id) {
    for (nlohmann::json& e : list) {
        if (e["id"] == id) return e;
    }
    FAIL(id << " is not in the list");
    return list;
}

// Wuxi as if the director of the office signed the ordinary documents of the office.
inline Altered other_wuxi() {
    return altered("wuxi-2022", [](nlohmann::json& pack) {
        entry(entry(pack["matters"], "office_document")["steps"], "sign_off_ordinary")["role"] = "office_director";
    });
}

// Where only some packs are asked about, less is made: under the sanitizers one city stands for all.
inline std::vector<std::string> cities_asked() { return kSampled ? std::vector<std::string>{"wuxi-2022"} : std::vector<std::string>{}; }

inline training::ExamSpec given(training::ExamSpec wish) {
    const auto made = training::exam_to_give(five_cities(), wish);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().message));
    return *made;
}

// Somebody's sheet, with a choice for each question by `choose(question)`.
template <class Choose>
training::AnswerSheet sheet_of(const training::ExamSpec& exam, const std::string& name, Choose choose) {
    training::AnswerSheet out;
    out.exam = exam;
    out.name = name;
    out.started = quiz::second_from_text("2025-03-03T09:00", "").value();
    out.finished = out.started + 600;
    for (const quiz::Question& q : training::paper_of(five_cities(), exam).questions)
        out.answers.push_back({q.id, q.seed, q.hash, choose(q), 20, training::shown_mark(q)});
    return out;
}

}  // namespace signroute::test
