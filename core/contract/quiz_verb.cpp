// quiz: {"packs","kinds","matters","topics","seed","n"} draws questions; with "ids" it makes those again. grade: {"question",
// "answer"}. review: {"log","now"} says when a card comes back.
#include "core/contract/quiz_verb.h"

#include <deque>
#include <set>

#include "core/contract/json_out.h"
#include "core/contract/request.h"
#include "core/contract/training_in.h"
#include "core/quiz/draw.h"
#include "core/quiz/fsrs.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/time_text.h"

namespace signroute {

namespace {

constexpr std::int64_t kMostQuestions = 500;

void read_kinds(ObjectIn& in, quiz::Wish& wish) {
    for (const JsonIn& item : in.items("kinds")) {
        const auto kind = quiz::kind_from_text(item.text().value_or(""));
        if (kind) wish.kinds.push_back(*kind);
        else item.fail("unknown_kind", "没有题型“" + item.text().value_or("") + "”。");
    }
}

template <class Entry>
void read_names(ObjectIn& in, const char* key, const std::vector<Entry>& known, const char* code, const char* what, std::set<std::string>& out) {
    for (const JsonIn& item : in.items(key)) {
        const std::string text = item.text().value_or("");
        const Entry* entry = find_named(known, text);
        if (entry) out.insert(entry->id);
        else item.fail(code, std::string("没有") + what + "“" + text + "”。");
    }
}

Reply again(const quiz::Ground& ground, const JsonIn& ids, Errors& errors) {
    Json out = {{"questions", Json::array()}, {"withdrawn", Json::array()}};
    for (const JsonIn& item : ids.items()) {
        Errors why;
        const auto q = question_again(ground, JsonIn(item.value(), item.pointer(), why), why);
        if (q) {
            out["questions"].push_back(to_json(ground, *q));
        } else if (!why.empty() && (why.front().code == "question_changed" || why.front().code == "question_gone")) {
            out["withdrawn"].push_back({{"id", item.value()["id"]}, {"code", why.front().code}, {"why", why.front().message}});
        } else {
            errors.insert(errors.end(), why.begin(), why.end());
        }
    }
    return {errors.empty() ? write_json(out) : "", 0};
}

std::optional<quiz::Minute> read_minute(const JsonIn& in) {
    const auto text = in.text();
    if (!text) return std::nullopt;
    const auto minute = quiz::minute_from_text(*text, in.pointer());
    if (minute) return *minute;
    in.fail(minute.error().code, minute.error().message);
    return std::nullopt;
}

Json card_to_json(const quiz::Card& c) {
    const bool fresh = c.state == quiz::CardState::fresh;
    return {{"state", name(c.state)}, {"stability", c.stability}, {"difficulty", c.difficulty}, {"scheduled_days", c.scheduled_days}, {"step", c.step},
            {"reps", c.reps}, {"lapses", c.lapses}, {"due", fresh ? Json(nullptr) : Json(quiz::minute_text(c.due))},
            {"last_review", fresh ? Json(nullptr) : Json(quiz::minute_text(c.last_review))}};
}

}  // namespace

std::optional<quiz::Question> question_again(const quiz::Ground& ground, const JsonIn& in, Errors& errors) {
    ObjectIn o(in);
    const std::string id = o.need_text("id"), hash = o.text("hash");
    const std::uint64_t seed = read_seed(o);
    for (const char* key : {"kind", "packs", "matter", "situation", "ask", "choices", "key", "proof", "clauses", "refutations", "case"}) (void)o.get(key);
    o.finish();
    if (!errors.empty()) return std::nullopt;
    const std::string at = in.pointer() + "/id";
    const auto key = quiz::key_from_text(ground, id, at);
    if (!key) {
        errors.push_back(key.error());
        return std::nullopt;
    }
    auto q = quiz::make(ground, *key, seed);
    if (!q) {
        errors.push_back({"question_gone", at, "现行规则包不再得出这道题，已撤回。"});
        return std::nullopt;
    }
    if (q->id != id || (!hash.empty() && q->hash != hash)) {
        errors.push_back({"question_changed", at, "这道题的答案或者所依据的条款已经改变，已撤回。"});
        return std::nullopt;
    }
    return q;
}

Reply quiz_verb(const Library& library, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    std::deque<Pack> own;
    const quiz::Ground ground{&library.catalogue, &library.calendar, packs_in_use(library, in, own, errors)};
    if (const auto ids = in.get("ids")) {
        in.finish();
        return errors.empty() ? again(ground, *ids, errors) : Reply{};
    }
    quiz::Wish wish;
    wish.seed = read_seed(in);
    read_kinds(in, wish);
    read_names(in, "matters", library.catalogue.matters, "unknown_matter", "事项", wish.matters);
    read_names(in, "topics", library.catalogue.topics, "unknown_topic", "类别", wish.topics);
    const std::int64_t n = in.integer("n").value_or(10);
    if (n < 1 || n > kMostQuestions) request.child("n").fail("out_of_range", "题数应在 1 到 500 之间。");
    in.finish();
    if (!errors.empty()) return {};
    wish.n = static_cast<std::size_t>(n);
    Json out = {{"questions", Json::array()}};
    for (const quiz::Question& q : quiz::draw(ground, wish)) out["questions"].push_back(to_json(ground, q));
    return {write_json(out), 0};
}

Reply grade_verb(const Library& library, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    std::deque<Pack> own;
    const quiz::Ground ground{&library.catalogue, &library.calendar, packs_in_use(library, in, own, errors)};
    const auto question = in.require("question");
    const auto given = in.require("answer");
    in.finish();
    if (!errors.empty()) return {};
    const auto q = question_again(ground, *question, errors);
    if (!q) return {};
    const std::string answer = given->text().value_or("");
    Json out = {{"right", answer == q->right}, {"key", q->right}, {"why", q->proof}, {"clauses", to_json(q->clauses)}, {"hash", q->hash}};
    bool offered = answer == q->right;
    for (const quiz::Refutation& r : q->refutations) {
        if (r.choice != answer) continue;
        out["refuted"] = {{"why", r.why}, {"clauses", to_json(r.clauses)}, {"pack", r.pack}};
        offered = true;
    }
    if (!offered) given->fail("unknown_choice", "这道题没有选项“" + answer + "”。");
    return {errors.empty() ? write_json(out) : "", 0};
}

Reply review_verb(const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    quiz::Card card;
    for (const JsonIn& item : in.items("log")) {
        ObjectIn o(item);
        const auto when = o.require("at");
        const auto at = when ? read_minute(*when) : std::nullopt;
        const std::string text = o.need_text("rating");
        const auto rating = quiz::rating_from_text(text);
        if (!rating && !text.empty()) item.child("rating").fail("bad_value", "评分应为 again、hard、good 或 easy。");
        o.finish();
        if (at && card.reps > 0 && *at < card.last_review) when->fail("out_of_order", "这次复习早于上一次。");
        if (errors.empty() && at && rating) card = quiz::reviewed(card, *at, *rating);
    }
    const auto asked = in.get("now");
    const auto now = asked ? read_minute(*asked) : std::nullopt;
    in.finish();
    if (!errors.empty()) return {};
    Json out = card_to_json(card);
    if (now) out["recall"] = quiz::recall(card, *now);
    return {write_json(out), 0};
}

}  // namespace signroute
