#include "core/training/exam.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/quiz/draw.h"
#include "core/quiz/random.h"

namespace signroute::training {

namespace {

template <class T>
void once_each(std::vector<T>& list) {
    put_in_order(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::string hex16(std::uint64_t n) {
    std::string out(16, '0');
    for (std::size_t i = out.size(); i-- > 0; n >>= 4) out[i] = "0123456789abcdef"[n & 15];
    return out;
}

// That only this exam's packs are gone through, in its own order: what else is at hand makes no difference.
quiz::Ground ground_of(const quiz::Ground& all, const ExamSpec& spec) {
    quiz::Ground out{all.catalogue, all.calendar, {}};
    for (const std::string& id : spec.packs) {
        if (const Pack* pack = quiz::pack_of(all, id)) out.packs.push_back(pack);
    }
    return out;
}

struct Range {
    const char* key;
    std::int64_t value, least, most;
    const char* message;
};

template <class Entry>
std::optional<Error> unknown(const std::vector<std::string>& ids, const std::vector<Entry>& known, const std::string& pointer, const char* code, const char* what) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Entry* entry = find_named(known, ids[i]);
        if (!entry || entry->id != ids[i]) return Error{code, pointer + "/" + std::to_string(i), std::string("没有") + what + "“" + ids[i] + "”。"};
    }
    return std::nullopt;
}

}  // namespace

ExamSpec in_order(ExamSpec spec) {
    spec.title = trim(spec.title);
    once_each(spec.packs);
    once_each(spec.topics);
    once_each(spec.matters);
    once_each(spec.kinds);
    return spec;
}

ExamSpec normal(const quiz::Ground& ground, ExamSpec spec) {
    const bool none = spec.packs.empty();
    for (std::size_t i = 0; none && i < ground.packs.size(); ++i) spec.packs.push_back(ground.packs[i]->id);
    const bool all = spec.kinds.empty();
    for (int k = 0; all && k < quiz::kKinds; ++k) spec.kinds.push_back(static_cast<quiz::Kind>(k));
    return in_order(std::move(spec));
}

std::optional<Error> out_of_bounds(const ExamSpec& spec, const std::string& pointer) {
    const Range ranges[] = {{"/n", spec.n, 1, kMostExamQuestions, "题数应在 1 到 200 之间。"},
                            {"/minutes", spec.minutes, 0, kLongestExam, "考试时间应在 0 到 600 分钟之间，0 表示不限时。"},
                            {"/pass_mark", spec.pass_mark, 0, 100, "及格线应在 0 到 100 之间。"},
                            {"/seed", spec.seed < quiz::kSeeds ? 0 : 1, 0, 0, "种子应小于 2 的 53 次方。"},
                            {"/title", static_cast<std::int64_t>(length(spec.title)), 0, kLongestTitle, "考试名称不得超过 60 个字。"}};
    for (const Range& r : ranges) {
        if (r.value < r.least || r.value > r.most) return Error{"out_of_range", pointer + r.key, r.message};
    }
    if (std::any_of(spec.title.begin(), spec.title.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return Error{"bad_value", pointer + "/title", "考试名称应写在一行之内。"};
    if (spec.packs.empty()) return Error{"bad_value", pointer + "/packs", "考试没有选择城市。"};
    if (spec.kinds.empty()) return Error{"bad_value", pointer + "/kinds", "考试没有选择题型。"};
    const bool print = spec.fingerprint.size() == 16 && spec.fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!print && !spec.fingerprint.empty()) return Error{"bad_value", pointer + "/fingerprint", "试题指纹应为 16 位十六进制数。"};
    return std::nullopt;
}

std::optional<Error> objection(const quiz::Ground& ground, const ExamSpec& spec, const std::string& pointer) {
    if (auto error = out_of_bounds(spec, pointer)) return error;
    for (std::size_t i = 0; i < spec.packs.size(); ++i) {
        if (!quiz::pack_of(ground, spec.packs[i])) return Error{"unknown_pack", pointer + "/packs/" + std::to_string(i), "没有规则包“" + spec.packs[i] + "”。"};
    }
    if (auto error = unknown(spec.topics, ground.catalogue->topics, pointer + "/topics", "unknown_topic", "类别")) return error;
    return unknown(spec.matters, ground.catalogue->matters, pointer + "/matters", "unknown_matter", "事项");
}

std::string shown_mark(const quiz::Question& q) {
    std::uint64_t mark = quiz::hash_of(q.situation + "\n" + q.ask);
    for (const quiz::Choice& c : q.choices) mark = quiz::hash_of("\n" + c.id + " " + c.text, mark);
    return hex16(quiz::hash_of("\n" + q.right, mark));
}

Paper paper_of(const quiz::Ground& ground, const ExamSpec& spec) {
    quiz::Wish wish;
    wish.kinds = spec.kinds;
    wish.matters.insert(spec.matters.begin(), spec.matters.end());
    wish.topics.insert(spec.topics.begin(), spec.topics.end());
    wish.seed = spec.seed;
    wish.n = static_cast<std::size_t>(std::max(spec.n, 0));
    wish.even = true;
    Paper out;
    out.questions = quiz::draw(ground_of(ground, spec), wish);
    std::uint64_t print = quiz::hash_of("");
    for (const quiz::Question& q : out.questions) print = quiz::hash_of(q.id + " " + std::to_string(q.seed) + " " + q.hash + " " + shown_mark(q) + "\n", print);
    out.fingerprint = hex16(print);
    out.same = spec.fingerprint.empty() || spec.fingerprint == out.fingerprint;
    return out;
}

Result<ExamSpec> exam_to_give(const quiz::Ground& ground, const ExamSpec& wish) {
    ExamSpec out = normal(ground, wish);
    if (auto error = objection(ground, out)) return *error;
    out.fingerprint.clear();
    const Paper paper = paper_of(ground, out);
    const std::size_t n = paper.questions.size();
    if (n < static_cast<std::size_t>(out.n))
        return Error{"too_few_questions", "/n", "所选范围只能得出 " + std::to_string(n) + " 道题，不足 " + std::to_string(out.n) + " 道，请扩大范围或者减少题数。"};
    out.fingerprint = paper.fingerprint;
    return out;
}

}  // namespace signroute::training
