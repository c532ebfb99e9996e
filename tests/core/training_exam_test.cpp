// An exam is one specification: as a link, as a file, as questions.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/exchange/training_file.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;
using namespace signroute::training;

namespace {

std::string said(const Result<ExamSpec>& read) { return read ? "read" : read.error().code + " " + read.error().pointer + " " + read.error().message; }

std::string as_text(const Paper& paper) {
    std::string out;
    for (const quiz::Question& q : paper.questions) {
        out += q.id + "\n" + q.situation + "\n" + q.ask + "\n" + q.right + q.hash;
        for (const quiz::Choice& c : q.choices) out += c.id + c.text + "\n";
    }
    return out;
}

// An exam like the one that a trainer would choose first.
ExamSpec broad() {
    ExamSpec out;
    out.title = "签批程序考试";
    out.n = kSampled ? 15 : 45;
    out.seed = 17;
    out.minutes = 40;
    out.pass_mark = 70;
    return out;
}

}  // namespace

TEST_CASE("every specification comes back from its link and from its file, whatever it is") {
    quiz::Random random(2025);
    for (int i = 0; i < 400; ++i) {
        const ExamSpec spec = random_exam(random);
        const std::string link = exam_to_link(spec);
        CHECK(link.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") == link.npos);
        for (const std::string& whole : {link, "https://example.org/qp/#/training?exam=" + link, "#" + link, " " + link + "\n", "#/training?exam=" + link + "&city=wuxi", link + "。请于周五前完成"}) {
            const auto back = exam_from_link(whole);
            REQUIRE_MESSAGE(back, said(back));
            CHECK(*back == spec);
        }
        const auto back = exam_from_text(exam_to_text(spec));
        REQUIRE_MESSAGE(back, said(back));
        CHECK(*back == spec);
        CHECK(!objection(five_cities(), spec));
    }
}

TEST_CASE("a link that lost or changed a character is refused and never taken for another exam") {
    quiz::Random random(7);
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    for (int i = 0; i < 300; ++i) {
        const ExamSpec spec = random_exam(random);
        const std::string link = exam_to_link(spec);
        std::string other = link;
        const std::size_t at = random.below(link.size());
        switch (random.below(3)) {
            case 0: other.erase(at, 1); break;
            case 1: other[at] = letters[random.below(letters.size())]; break;
            default: other.resize(at); break;
        }
        const auto back = exam_from_link(other, "/link");
        if (back) CHECK(*back == spec);
        else CHECK_MESSAGE((back.error().code == "damaged_link" || back.error().code == "bad_link" || back.error().code == "unknown_version"), said(back));
    }
}

TEST_CASE("a bad link is refused with what to do about it") {
    const std::string good = exam_to_link(normal(five_cities(), broad()));
    CHECK(said(exam_from_link("", "/link")) == "bad_link /link 这不是考试链接。");
    CHECK(said(exam_from_link("https://example.org/#/check", "/link")) == "bad_link /link 这不是考试链接。");
    CHECK(said(exam_from_link("e2" + good.substr(2), "/link")) == "unknown_version /link 考试链接的版本本程序不认识，请使用新版本打开。");
    CHECK(said(exam_from_link(good.substr(0, good.size() - 9), "/link")) == "damaged_link /link 考试链接不完整或者被改动，请向出卷人重新索取。");
    CHECK(said(exam_from_link(good + "0", "/link")) == "damaged_link /link 考试链接不完整或者被改动，请向出卷人重新索取。");
    ExamSpec far = normal(five_cities(), broad());
    far.n = 201;
    CHECK(said(exam_from_link(exam_to_link(far))) == "out_of_range /n 题数应在 1 到 200 之间。");
    far.n = 10, far.minutes = 601;
    CHECK(said(exam_from_link(exam_to_link(far))) == "out_of_range /minutes 考试时间应在 0 到 600 分钟之间，0 表示不限时。");
    far.minutes = 0, far.packs.clear();
    CHECK(said(exam_from_link(exam_to_link(far))) == "bad_value /packs 考试没有选择城市。");
    far = normal(five_cities(), broad()), far.fingerprint = "xyz";
    CHECK(said(exam_from_link(exam_to_link(far))) == "bad_value /fingerprint 试题指纹应为 16 位十六进制数。");
}

TEST_CASE("names that these packs do not have are objected to with their place") {
    const auto objected = [](ExamSpec spec) {
        const auto error = objection(five_cities(), spec, "/exam");
        return error ? error->code + " " + error->pointer + " " + error->message : "none";
    };
    const ExamSpec good = normal(five_cities(), broad());
    CHECK(objected(good) == "none");
    ExamSpec spec = good;
    spec.packs[1] = "atlantis";
    CHECK(objected(spec) == "unknown_pack /exam/packs/1 没有规则包“atlantis”。");
    spec = good, spec.topics = {"agenda", "weather"};
    CHECK(objected(spec) == "unknown_topic /exam/topics/1 没有类别“weather”。");
    spec = good, spec.matters = {"nothing"};
    CHECK(objected(spec) == "unknown_matter /exam/matters/0 没有事项“nothing”。");
    spec = good, spec.title = "一\n二";
    CHECK(objected(spec) == "bad_value /exam/title 考试名称应写在一行之内。");
    spec = good, spec.pass_mark = 101;
    CHECK(objected(spec) == "out_of_range /exam/pass_mark 及格线应在 0 到 100 之间。");
}

TEST_CASE("whoever opens the same specification gets the same questions, whatever else is at hand") {
    ExamSpec spec = broad();
    spec.packs = {"wuxi-2022", "liyang"};
    if (kSampled) spec.n = 5;
    spec = given(spec);
    const Paper paper = paper_of(five_cities(), spec);
    CHECK(paper.same);
    CHECK(paper.fingerprint == spec.fingerprint);
    quiz::Ground other = five_cities();
    std::reverse(other.packs.begin(), other.packs.end());
    CHECK(as_text(paper_of(other, spec)) == as_text(paper));
    other.packs.erase(std::remove_if(other.packs.begin(), other.packs.end(), [](const Pack* p) { return p->id != "wuxi-2022" && p->id != "liyang"; }), other.packs.end());
    CHECK(as_text(paper_of(other, *exam_from_link(exam_to_link(spec)))) == as_text(paper));
    ExamSpec seeded = spec;
    ++seeded.seed;
    CHECK(as_text(paper_of(five_cities(), seeded)) != as_text(paper));
}

TEST_CASE("an exam is spread evenly over kinds, cities and matters, and nothing comes twice") {
    const ExamSpec spec = given(broad());
    std::map<std::string, int> kinds, packs, matters;
    std::set<std::string> ids;
    for (const quiz::Question& q : paper_of(five_cities(), spec).questions) {
        ++kinds[std::string(name(q.key.kind))];
        ++packs[q.key.packs.front()];
        ++matters[q.key.packs.front() + " " + q.key.matter];
        ids.insert(q.id);
    }
    CHECK(ids.size() == static_cast<std::size_t>(spec.n));
    CHECK(kinds.size() == quiz::kKinds);
    for (const auto& kind : kinds) CHECK_MESSAGE(kind.second * quiz::kKinds == static_cast<std::size_t>(spec.n), kind.first << " " << kind.second);
    for (const auto& pack : packs) CHECK_MESSAGE((pack.second >= spec.n / 5 - 2 && pack.second <= spec.n / 5 + 2), pack.first << " " << pack.second);
    // Three kinds ask for days, and a city may have one matter with a figure.
    for (const auto& matter : matters) CHECK_MESSAGE(matter.second <= 3, matter.first << " " << matter.second);
}

TEST_CASE("what is asked lies in the topics, matters and kinds that were chosen") {
    quiz::Random random(11);
    for (int i = 0; i < 12; ++i) {
        ExamSpec spec = random_exam(random);
        spec.n = 12;
        spec.fingerprint.clear();
        const Paper paper = paper_of(five_cities(), spec);
        std::set<std::string> ids;
        for (const quiz::Question& q : paper.questions) {
            const auto in = [](const auto& list, const auto& one) { return std::find(list.begin(), list.end(), one) != list.end(); };
            CHECK(in(spec.kinds, q.key.kind));
            for (const std::string& p : q.key.packs) CHECK(in(spec.packs, p));
            CHECK((spec.matters.empty() || in(spec.matters, q.key.matter)));
            CHECK((spec.topics.empty() || in(spec.topics, find_named(shared_catalogue().matters, q.key.matter)->topic)));
            CHECK(ids.insert(q.id).second);
        }
        CHECK(paper.questions.size() <= 12);
    }
}

TEST_CASE("where there are fewer questions than wished, that is said before the exam is given out") {
    ExamSpec wish = broad();
    wish.packs = {"wuxi-2022"};
    wish.matters = {"office_document"};
    wish.kinds = {quiz::Kind::who_signs};
    const std::size_t all = quiz::keys_of(five_cities(), "wuxi-2022", "office_document", quiz::Kind::who_signs).size();
    wish.n = static_cast<int>(all) + 1;
    const auto refused = exam_to_give(five_cities(), wish);
    REQUIRE(!refused);
    CHECK(refused.error().code == "too_few_questions");
    CHECK(refused.error().pointer == "/n");
    CHECK(refused.error().message == "所选范围只能得出 " + std::to_string(all) + " 道题，不足 " + std::to_string(all + 1) + " 道，请扩大范围或者减少题数。");
    wish.n = static_cast<int>(all);
    CHECK(paper_of(five_cities(), given(wish)).questions.size() == all);
}

TEST_CASE("other packs than those of the exam are noticed by its fingerprint") {
    ExamSpec spec;
    spec.packs = {"wuxi-2022"};
    spec.matters = {"office_document"};
    spec.n = 8;
    spec = given(spec);
    const Altered other = other_wuxi();
    CHECK(!paper_of(other.ground, spec).same);
    ExamSpec elsewhere = spec;
    elsewhere.matters = {"executive_minutes"};
    elsewhere.n = 4;
    elsewhere.fingerprint.clear();
    elsewhere = given(elsewhere);
    CHECK(paper_of(other.ground, elsewhere).same);
}

TEST_CASE("a file that is no exam is refused with its place") {
    const auto said_to = [](const std::string& text) { return said(exam_from_text(text)); };
    CHECK(said_to("[]").rfind("wrong_type", 0) == 0);
    CHECK(said_to("{\"format\":\"signroute-case/1\"}") == "unknown_format /format 不是签批向导的考试文件。");
    const std::string good = exam_to_text(normal(five_cities(), broad()));
    const auto with = [&](const char* key, const nlohmann::json& value) {
        nlohmann::json j = nlohmann::json::parse(good);
        j[key] = value;
        return said_to(j.dump());
    };
    CHECK(with("colour", "red").rfind("unknown_key /colour", 0) == 0);
    CHECK(with("kinds", {"riddle"}) == "unknown_kind /kinds/0 没有题型“riddle”。");
    CHECK(with("n", 0) == "out_of_range /n 题数应在 1 到 200 之间。");
    CHECK(with("seed", -1) == "out_of_range /seed 种子不能为负。");
    CHECK(with("kinds", nlohmann::json::array()) == "bad_value /kinds 考试没有选择题型。");
}
