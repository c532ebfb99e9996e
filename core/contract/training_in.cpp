#include "core/contract/training_in.h"

#include <algorithm>
#include <set>

#include "core/base/sha256.h"
#include "core/base/text.h"

namespace signroute {

namespace {

constexpr std::int64_t kLongestAnswer = 86400;  // seconds

// Within what an int holds; what is out of bounds stays so.
int number(ObjectIn& in, const char* key, int otherwise) {
    return static_cast<int>(std::clamp<std::int64_t>(in.integer(key).value_or(otherwise), -1000000, 1000000));
}

bool expect_format(ObjectIn& in, const char* format, const char* what) {
    if (in.need_text("format") == format) return true;
    if (in.has("format")) in.in().child("format").fail("unknown_format", std::string("不是签批向导的") + what + "。");
    return false;
}

std::vector<quiz::Kind> read_kinds(ObjectIn& in) {
    std::vector<quiz::Kind> out;
    for (const JsonIn& item : in.items("kinds")) {
        const auto kind = quiz::kind_from_text(item.text().value_or(""));
        if (kind) out.push_back(*kind);
        else item.fail("unknown_kind", "没有题型“" + item.text().value_or("") + "”。");
    }
    return out;
}

quiz::Second need_second(ObjectIn& in, const char* key) {
    const auto v = in.require(key);
    const auto text = v ? v->text() : std::nullopt;
    if (!text) return 0;
    const auto second = quiz::second_from_text(*text, v->pointer());
    if (!second) v->fail(second.error().code, second.error().message);
    return second ? *second : 0;
}

training::GivenAnswer read_answer(const JsonIn& in) {
    ObjectIn o(in);
    const training::DeckCard card = read_card(o);
    training::GivenAnswer out{card.id, card.seed, card.hash, o.text("choice"), 0, o.text("shown")};
    if (out.choice.size() > 1 || (out.choice.size() == 1 && (out.choice[0] < 'a' || out.choice[0] > 'z')))
        in.child("choice").fail("bad_value", "选项应为 a、b、c 等一个小写字母，未答的为空。");
    const std::int64_t seconds = o.integer("seconds").value_or(0);
    if (seconds < 0 || seconds > kLongestAnswer) in.child("seconds").fail("out_of_range", "用时应在 0 到 86400 秒之间。");
    out.seconds = static_cast<int>(std::clamp<std::int64_t>(seconds, 0, kLongestAnswer));
    o.finish();
    return out;
}

void read_answers(ObjectIn& in, training::AnswerSheet& out) {
    std::set<std::string> seen;
    for (const JsonIn& item : in.items("answers")) {
        out.answers.push_back(read_answer(item));
        const std::string& id = out.answers.back().id;
        if (!id.empty() && !seen.insert(id).second) item.child("id").fail("stated_twice", "同一道题答了两次。");
    }
}

void read_name(ObjectIn& in, training::AnswerSheet& out) {
    out.name = in.need_text("name");
    const bool control = std::any_of(out.name.begin(), out.name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (length(out.name) > training::kLongestName || control) in.in().child("name").fail("bad_value", "姓名应写在一行之内，不超过 40 个字。");
}

// Whether the sum in the file fits all else in it.
bool sum_fits(const JsonIn& in, const std::string& sum) {
    Json rest = in.value();
    rest.erase("sha256");
    return sum == sha256_hex(write_json(rest));
}

std::vector<training::Reviewed> read_log(ObjectIn& in) {
    std::vector<training::Reviewed> out;
    for (const JsonIn& item : in.items("log")) {
        ObjectIn o(item);
        training::Reviewed r;
        r.at = need_minute(o, "at");
        const std::string text = o.need_text("rating");
        const auto rating = quiz::rating_from_text(text);
        if (rating) r.rating = *rating;
        else if (!text.empty()) item.child("rating").fail("bad_value", "评分应为 again、hard、good 或 easy。");
        o.finish();
        if (!out.empty() && o.has("at") && r.at < out.back().at) item.child("at").fail("out_of_order", "这次复习早于上一次。");
        out.push_back(r);
    }
    return out;
}

Json card_to_json(const training::DeckCard& c) {
    Json log = Json::array();
    for (const training::Reviewed& r : c.log) log.push_back({{"at", quiz::minute_text(r.at)}, {"rating", name(r.rating)}});
    return {{"id", c.id}, {"seed", c.seed}, {"hash", c.hash}, {"log", std::move(log)}};
}

}  // namespace

std::uint64_t read_seed(ObjectIn& in) {
    const std::int64_t seed = in.integer("seed").value_or(0);
    if (seed < 0) in.in().child("seed").fail("out_of_range", "种子不能为负。");
    return static_cast<std::uint64_t>(std::max<std::int64_t>(seed, 0));
}

quiz::Minute need_minute(ObjectIn& in, const char* key) {
    const auto v = in.require(key);
    const auto text = v ? v->text() : std::nullopt;
    if (!text) return 0;
    const auto minute = quiz::minute_from_text(*text, v->pointer());
    if (!minute) v->fail(minute.error().code, minute.error().message);
    return minute ? *minute : 0;
}

training::DeckCard read_card(ObjectIn& in) {
    training::DeckCard out;
    out.id = in.need_text("id");
    out.seed = read_seed(in);
    out.hash = in.text("hash");
    return out;
}

training::LessonDone read_lesson_done(const JsonIn& in) {
    ObjectIn o(in);
    training::LessonDone out;
    out.pack = o.need_text("pack");
    out.lesson = o.need_text("lesson");
    out.part = o.need_text("part");
    if (out.part != "look" && out.part != "try" && out.part != "test" && !out.part.empty()) in.child("part").fail("bad_value", "此处应为 look、try 或 test。");
    out.at = need_minute(o, "at");
    out.right = number(o, "right", 0);
    out.n = number(o, "n", 0);
    if (out.right < 0 || out.right > out.n) in.fail("out_of_range", "答对的题数应在 0 到题数之间。");
    o.finish();
    return out;
}

void read_exam_keys(ObjectIn& in, training::ExamSpec& out) {
    out.title = trim(in.text("title"));
    out.kinds = read_kinds(in);
    out.n = number(in, "n", out.n);
    out.seed = read_seed(in);
    out.minutes = number(in, "minutes", out.minutes);
    out.pass_mark = number(in, "pass_mark", out.pass_mark);
}

training::ExamSpec read_exam(const JsonIn& in, Errors& errors) {
    ObjectIn o(in);
    training::ExamSpec out;
    if (!in.is_object() || !expect_format(o, kExamFormat, "考试文件")) return out;
    read_exam_keys(o, out);
    out.packs = o.texts("packs");
    out.topics = o.texts("topics");
    out.matters = o.texts("matters");
    out.fingerprint = o.text("fingerprint");
    o.finish();
    if (!errors.empty()) return out;
    if (auto error = training::out_of_bounds(out, in.pointer())) errors.push_back(std::move(*error));
    return training::in_order(std::move(out));
}

training::AnswerSheet read_sheet(const JsonIn& in, Errors& errors) {
    ObjectIn o(in);
    training::AnswerSheet out;
    if (!in.is_object() || !expect_format(o, kResultFormat, "考试结果文件")) return out;
    if (const auto exam = o.require("exam")) out.exam = read_exam(*exam, errors);
    read_name(o, out);
    out.started = need_second(o, "started");
    out.finished = need_second(o, "finished");
    if (errors.empty() && out.finished < out.started) in.child("finished").fail("out_of_order", "交卷时间早于开始时间。");
    read_answers(o, out);
    out.intact = sum_fits(in, o.text("sha256"));
    o.finish();
    return out;
}

training::Deck read_deck(const JsonIn& in, Errors&) {
    ObjectIn o(in);
    training::Deck out;
    if (!in.is_object() || !expect_format(o, kDeckFormat, "学习记录")) return out;
    std::set<std::string> seen;
    for (const JsonIn& item : o.items("cards")) {
        ObjectIn c(item);
        out.cards.push_back(read_card(c));
        out.cards.back().log = read_log(c);
        c.finish();
        const std::string& id = out.cards.back().id;
        if (!id.empty() && !seen.insert(id).second) item.child("id").fail("stated_twice", "同一道题写了两次。");
    }
    for (const JsonIn& item : o.items("lessons")) {
        out.lessons.push_back(read_lesson_done(item));
        const training::LessonDone& last = out.lessons.back();
        const auto same = [&](const training::LessonDone& l) { return l.pack == last.pack && l.lesson == last.lesson; };
        if (std::find_if(out.lessons.begin(), out.lessons.end() - 1, same) != out.lessons.end() - 1) item.fail("stated_twice", "同一课写了两次。");
    }
    o.finish();
    return out;
}

Json to_json(const training::ExamSpec& exam) {
    Json kinds = Json::array();
    for (const quiz::Kind k : exam.kinds) kinds.push_back(name(k));
    return {{"format", kExamFormat}, {"title", exam.title}, {"packs", exam.packs}, {"topics", exam.topics}, {"matters", exam.matters}, {"kinds", std::move(kinds)},
            {"n", exam.n}, {"seed", exam.seed}, {"minutes", exam.minutes}, {"pass_mark", exam.pass_mark}, {"fingerprint", exam.fingerprint}};
}

Json to_json(const training::AnswerSheet& sheet) {
    Json out = {{"format", kResultFormat}, {"exam", to_json(sheet.exam)}, {"name", sheet.name}, {"started", quiz::second_text(sheet.started)},
                {"finished", quiz::second_text(sheet.finished)}, {"answers", Json::array()}};
    for (const training::GivenAnswer& a : sheet.answers)
        out["answers"].push_back({{"id", a.id}, {"seed", a.seed}, {"hash", a.hash}, {"choice", a.choice}, {"seconds", a.seconds}, {"shown", a.shown}});
    return out;
}

Json sealed(const training::AnswerSheet& sheet) {
    Json out = to_json(sheet);
    out["sha256"] = sha256_hex(write_json(out));
    return out;
}

Json to_json(const training::Deck& deck) {
    Json out = {{"format", kDeckFormat}, {"cards", Json::array()}, {"lessons", Json::array()}};
    for (const training::DeckCard& c : deck.cards) out["cards"].push_back(card_to_json(c));
    for (const training::LessonDone& l : deck.lessons)
        out["lessons"].push_back({{"pack", l.pack}, {"lesson", l.lesson}, {"part", l.part}, {"at", quiz::minute_text(l.at)}, {"right", l.right}, {"n", l.n}});
    return out;
}

}  // namespace signroute
