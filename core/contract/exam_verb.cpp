// exam: makes an exam or opens one; result: marks an answer sheet; tally: counts many.
#include <deque>

#include "core/contract/document_out.h"
#include "core/contract/json_out.h"
#include "core/contract/quiz_verb.h"
#include "core/contract/request.h"
#include "core/contract/training_in.h"
#include "core/contract/training_verbs.h"
#include "core/training/exam_html.h"
#include "core/training/tally.h"

namespace signroute {

namespace training {

namespace {

constexpr DocumentKind kExamPage = {"html", "-试卷.html", "text/html;charset=utf-8"};
constexpr DocumentKind kKeyPage = {"html", "-试卷及答案.html", "text/html;charset=utf-8"};
constexpr DocumentKind kResultPage = {"html", "-答卷.html", "text/html;charset=utf-8"};
constexpr DocumentKind kTallyTable = {"csv", "-成绩统计.csv", "text/csv;charset=utf-8"};

struct AtHand {
    std::deque<Pack> own;
    quiz::Ground ground;
};

void packs_at_hand(const Library& library, ObjectIn& in, AtHand& out, Errors& errors) {
    out.ground = {&library.catalogue, &library.calendar, packs_in_use(library, in, out.own, errors)};
}

// Whether the document of this format is asked for, the only one there is.
bool asks_for(ObjectIn& in, const char* format) {
    const auto v = in.get("format");
    if (!v) return false;
    if (v->text().value_or("") != format) v->fail("bad_value", std::string("格式应为 ") + format + "。");
    return true;
}

// By "link" or "exam"; none where neither is there.
std::optional<ExamSpec> given_exam(const quiz::Ground& ground, ObjectIn& in, Errors& errors) {
    const auto link = in.get("link"), file = in.get("exam");
    if (!link && !file) return std::nullopt;
    if (link && file) in.in().fail("stated_twice", "考试只能用链接或者文件之一给出。");
    ExamSpec out;
    if (file) {
        out = read_exam(*file, errors);
    } else if (const auto text = link->text()) {
        const auto read = exam_from_link(*text, link->pointer());
        if (read) out = *read;
        else errors.push_back(read.error());
    }
    if (!errors.empty()) return out;
    if (auto error = objection(ground, out, file ? file->pointer() : link->pointer())) errors.push_back(std::move(*error));
    return out;
}

template <class Entry>
std::vector<std::string> ids_of(ObjectIn& in, const char* key, const std::vector<Entry>& known, const char* code, const char* what) {
    std::vector<std::string> out;
    for (const JsonIn& item : in.items(key)) {
        const std::string text = item.text().value_or("");
        const Entry* entry = find_named(known, text);
        if (entry) out.push_back(entry->id);
        else item.fail(code, std::string("没有") + what + "“" + text + "”。");
    }
    return out;
}

// A new one, as it is given out.
ExamSpec wished_exam(const quiz::Ground& ground, ObjectIn& in, Errors& errors) {
    ExamSpec wish;
    read_exam_keys(in, wish);
    wish.topics = ids_of(in, "topics", ground.catalogue->topics, "unknown_topic", "类别");
    wish.matters = ids_of(in, "matters", ground.catalogue->matters, "unknown_matter", "事项");
    if (!errors.empty()) return wish;
    auto made = exam_to_give(ground, wish);
    if (made) return *made;
    errors.push_back(made.error());
    return wish;
}

Json question_to_json(const quiz::Ground& ground, const quiz::Question& q, int number, bool keys) {
    Json out = to_json(ground, q);
    out["number"] = number;
    for (const char* key : {"key", "proof", "clauses", "refutations", "case"}) {
        if (!keys) out.erase(key);
    }
    return out;
}

Json exam_head(const ExamSpec& exam, bool same_packs) { return {{"exam", to_json(exam)}, {"code", exam_code(exam)}, {"same_packs", same_packs}}; }

const char* truth_text(Truth t) { return name_of(t, kTruths); }

Json marked_to_json(const quiz::Ground& ground, const MarkedAnswer& a) {
    Json out = {{"number", a.number}, {"id", a.id}, {"mark", name(a.mark)}, {"choice", text_or_null(a.choice)}, {"seconds", a.seconds}, {"question", nullptr}};
    if (a.question) out["question"] = to_json(ground, *a.question);
    return out;
}

// `fresh`: it had no sum yet, and gets one.
Json graded_to_json(const quiz::Ground& ground, const AnswerSheet& sheet, const Graded& g, bool fresh) {
    Json out = exam_head(sheet.exam, g.same_packs);
    const Json counts = {{"n", g.n}, {"right", g.right}, {"wrong", g.wrong}, {"unanswered", g.unanswered}, {"undecided", g.undecided}, {"foreign", g.foreign},
                         {"percent", g.percent}, {"passed", truth_text(g.passed)}, {"taken", g.taken}, {"over", g.over}};
    out.update(counts);
    out["name"] = sheet.name;
    out["started"] = quiz::second_text(sheet.started);
    out["finished"] = quiz::second_text(sheet.finished);
    out["intact"] = fresh ? Json(nullptr) : Json(sheet.intact);
    out["answers"] = Json::array();
    for (const MarkedAnswer& a : g.answers) out["answers"].push_back(marked_to_json(ground, a));
    out["cannot_prove"] = what_it_cannot_prove();
    out["file"] = fresh || sheet.intact ? Json(write_json(sealed(sheet))) : Json(nullptr);  // what was altered gets no new sum
    return out;
}

Json person_to_json(const PersonRow& p) {
    return {{"name", p.name}, {"file", p.file}, {"n", p.n}, {"right", p.right}, {"wrong", p.wrong}, {"unanswered", p.unanswered}, {"undecided", p.undecided},
            {"percent", p.percent}, {"passed", truth_text(p.passed)}, {"taken", p.taken}, {"over", p.over}, {"missed", p.missed}};
}

Json tally_to_json(const Tally& t) {
    Json out = exam_head(t.exam, t.same_packs);
    for (const char* key : {"persons", "questions", "clauses", "set_aside"}) out[key] = Json::array();
    for (const PersonRow& p : t.persons) out["persons"].push_back(person_to_json(p));
    for (const QuestionRow& q : t.questions) {
        out["questions"].push_back({{"number", q.number}, {"id", q.id}, {"title", q.title}, {"ask", q.ask}, {"right", q.right}, {"right_text", q.right_text},
                                    {"pack", q.pack}, {"clauses", to_json(q.clauses)}, {"asked", q.asked}, {"missed", q.missed}, {"who", q.who}, {"chosen", q.chosen}});
    }
    for (const ClauseRow& c : t.clauses)
        out["clauses"].push_back({{"pack", c.pack}, {"clause", to_json(c.clause)}, {"label", c.label}, {"asked", c.asked}, {"missed", c.missed}, {"who", c.who}});
    for (const SetAside& s : t.set_aside) out["set_aside"].push_back({{"file", s.file}, {"name", s.name}, {"code", s.code}, {"why", s.why}});
    return out;
}

struct Received {
    std::vector<HandedIn> files;
    std::vector<SetAside> unreadable;
};

// One file; what cannot be read is told and does not keep the others from being counted.
void receive(const quiz::Ground& ground, const JsonIn& item, Received& out, Errors& errors) {
    ObjectIn o(item);
    const std::string file = o.text("file");
    const auto text = o.get("text"), sheet = o.get("sheet");
    o.finish();
    if (!errors.empty()) return;
    const Result<Json> json = text ? parse_json(text->text().value_or("")) : sheet ? Result<Json>(sheet->value()) : Error{"missing_key", "", "没有文件内容。"};
    Errors wrong;
    HandedIn in{file, {}};
    if (json) in.sheet = read_sheet(JsonIn(*json, "", wrong), wrong);
    else wrong.push_back(json.error());
    if (wrong.empty()) {
        if (auto error = objection(ground, in.sheet.exam, "/exam")) wrong.push_back(std::move(*error));
    }
    if (wrong.empty()) out.files.push_back(std::move(in));
    else out.unreadable.push_back({file, "", wrong.front().code, "文件不能识别，没有计入：" + wrong.front().message});
}

}  // namespace

}  // namespace training

Reply exam_verb(const Library& library, const JsonIn& request, Errors& errors) {
    using namespace training;
    ObjectIn in(request);
    AtHand at_hand;
    packs_at_hand(library, in, at_hand, errors);
    const bool keys = in.boolean("keys", false), page = asks_for(in, "html");
    if (!errors.empty()) return {};
    auto exam = given_exam(at_hand.ground, in, errors);
    if (!exam) exam = wished_exam(at_hand.ground, in, errors);
    in.finish();
    if (!errors.empty()) return {};
    const Paper paper = paper_of(at_hand.ground, *exam);
    if (page) return document_reply(keys ? kKeyPage : kExamPage, exam->title, "签批程序考试", exam_to_html(at_hand.ground, *exam, paper, keys));
    Json out = exam_head(*exam, paper.same);
    out["link"] = exam_to_link(*exam);
    out["questions"] = Json::array();
    int n = 0;
    for (const quiz::Question& q : paper.questions) out["questions"].push_back(question_to_json(at_hand.ground, q, ++n, keys));
    return {write_json(out), 0};
}

Reply result_verb(const Library& library, const JsonIn& request, Errors& errors) {
    using namespace training;
    ObjectIn in(request);
    AtHand at_hand;
    packs_at_hand(library, in, at_hand, errors);
    const bool page = asks_for(in, "html");
    const auto file = in.require("sheet");
    in.finish();
    if (!file || !errors.empty()) return {};
    AnswerSheet sheet = read_sheet(*file, errors);
    if (!errors.empty()) return {};
    const bool fresh = !file->value().contains("sha256");
    if (fresh) sheet.intact = true;
    if (auto error = objection(at_hand.ground, sheet.exam, file->pointer() + "/exam")) errors.push_back(std::move(*error));
    if (!errors.empty()) return {};
    if (fresh) complete(at_hand.ground, sheet);
    const Graded g = graded(at_hand.ground, sheet);
    if (page) return document_reply(kResultPage, sheet.name + "-" + sheet.exam.title, "签批程序考试", sheet_to_html(at_hand.ground, sheet, g));
    return {write_json(graded_to_json(at_hand.ground, sheet, g, fresh)), 0};
}

Reply tally_verb(const Library& library, const JsonIn& request, Errors& errors) {
    using namespace training;
    ObjectIn in(request);
    AtHand at_hand;
    packs_at_hand(library, in, at_hand, errors);
    const bool table = asks_for(in, "csv");
    const auto exam = given_exam(at_hand.ground, in, errors);
    Received received;
    if (const auto results = in.require("results")) {
        for (const JsonIn& item : results->items()) receive(at_hand.ground, item, received, errors);
    }
    in.finish();
    if (!errors.empty()) return {};
    Tally t = tally(at_hand.ground, received.files, exam ? &*exam : nullptr);
    t.set_aside.insert(t.set_aside.end(), received.unreadable.begin(), received.unreadable.end());
    if (table) return document_reply(kTallyTable, t.exam.title, "签批程序考试", tally_to_csv(at_hand.ground, t));
    return {write_json(tally_to_json(t)), 0};
}

}  // namespace signroute
