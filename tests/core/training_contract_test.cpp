// The verbs of training as programs ask them: courses, exams from the link to the tally, a deck from day to day.
#include <doctest/doctest.h>

#include "core/exchange/training_file.h"
#include "tests/core/contract_call.h"
#include "tests/core/training_ground.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// The five cities behind the contract.
const Library& cities() {
    static const Library all = [] {
        Library out;
        out.catalogue = shared_catalogue();
        for (const Pack* p : five_cities().packs) out.packs.push_back(*p);
        out.calendar = installed();
        return out;
    }();
    return all;
}

Json told(const std::string& verb, const Json& request) {
    const Reply reply = answer(cities(), verb, "", request.dump());
    CHECK_MESSAGE(reply.status == 0, reply.json);
    check_bytes(reply.json);
    return Json::parse(reply.json, nullptr, false);
}

std::string turned_down(const std::string& verb, const Json& request) {
    const Json e = Json::parse(answer(cities(), verb, "", request.dump()).json)["error"];
    return e.is_null() ? "answered" : e["code"].get<std::string>() + " " + e["pointer"].get<std::string>() + " " + e["message"].get<std::string>();
}

Json wish() { return {{"title", "第一期"}, {"packs", {"wuxi-2022", "江阴"}}, {"n", 12}, {"seed", 4}, {"minutes", 20}, {"pass_mark", 75}}; }

// As the room would hand it in: without a sum.
Json sheet(const Json& exam, const std::string& name, bool right) {
    Json out = {{"format", "signroute-result/1"}, {"exam", exam["exam"]}, {"name", name}, {"started", "2025-03-03T09:00:00"}, {"finished", "2025-03-03T09:15:00"}, {"answers", Json::array()}};
    for (const Json& q : exam["questions"]) {
        const std::string key = q["key"], choice = right ? key : key == "a" ? "b" : "a";
        out["answers"].push_back({{"id", q["id"]}, {"seed", q["seed"]}, {"hash", q["hash"]}, {"choice", choice}, {"seconds", 30}});
    }
    return out;
}

Json keyed(Json request) {
    request["keys"] = true;
    return told("exam", request);
}

}  // namespace

TEST_CASE("a course is told with its glossary, and each lesson with what is in it") {
    const Json course = told("course", {{"pack", "无锡"}});
    check_keys(course, {"pack", "city", "title", "chapters", "glossary"});
    CHECK(course["pack"] == "wuxi-2022");
    check_keys(course["glossary"][0], {"group", "id", "kind", "title", "aliases", "meaning", "clauses", "matters", "powers", "stands_in_for"});
    const Json lesson = told("course", {{"pack", "wuxi-2022"}, {"lesson", "matter/government_document"}});
    check_keys(lesson, {"lesson", "look", "try", "test"});
    check_keys(lesson["look"], {"case", "opening", "facts", "steps", "prerequisites", "limits", "prohibitions", "body", "notes", "readings", "silences", "outcome"});
    const Json same = told("assess", lesson["look"]["case"]);
    CHECK(values(same["route"], "id").size() >= lesson["look"]["steps"].size());
    REQUIRE(!lesson["try"].empty());
    const Json again = told("quiz", {{"ids", {{{"id", lesson["try"][0]["id"]}, {"seed", lesson["try"][0]["seed"]}, {"hash", lesson["try"][0]["hash"]}}}}});
    CHECK(again["questions"][0] == lesson["try"][0]);
    CHECK(turned_down("course", {{"pack", "wuxi-2022"}, {"lesson", "matter/nothing"}}) == "unknown_lesson /lesson 课程中没有“matter/nothing”这一课。");
    CHECK(turned_down("course", {{"pack", "atlantis"}}).rfind("unknown_pack", 0) == 0);
    CHECK(turned_down("course", {{"pack", "wuxi-2022"}, {"colour", 1}}).rfind("unknown_key /colour", 0) == 0);
}

TEST_CASE("an exam goes from the wish to the link, to the sheet, to the result, to the tally") {
    const Json made = told("exam", wish());
    check_keys(made, {"exam", "link", "code", "same_packs", "questions"});
    REQUIRE(made["questions"].size() == 12);
    CHECK(made["exam"]["packs"] == Json({"jiangyin-2022", "wuxi-2022"}));
    for (const Json& q : made["questions"]) {
        for (const char* key : {"key", "proof", "clauses", "refutations", "case"}) CHECK(!q.contains(key));
    }
    CHECK(told("exam", {{"link", made["link"]}}) == made);
    CHECK(told("exam", {{"exam", made["exam"]}}) == made);
    const Json open = keyed({{"link", made["link"]}});
    const Json good = told("result", {{"sheet", sheet(open, "甲", true)}}), bad = told("result", {{"sheet", sheet(open, "乙", false)}});
    CHECK(good["right"] == 12);
    CHECK(good["passed"] == "yes");
    CHECK(good["intact"] == nullptr);
    CHECK(bad["right"] == 0);
    CHECK(bad["passed"] == "no");
    CHECK(bad["answers"][0]["mark"] == "wrong");
    CHECK(bad["answers"][0]["question"]["key"] == open["questions"][0]["key"]);
    const Json kept = Json::parse(good["file"].get<std::string>());
    CHECK(sheet_from_text(good["file"].get<std::string>())->intact);
    CHECK(told("result", {{"sheet", kept}})["intact"] == true);
    Json forged = kept;
    forged["answers"][0]["choice"] = "";
    const Json seen = told("result", {{"sheet", forged}});
    CHECK(seen["intact"] == false);
    CHECK(seen["file"] == nullptr);  // what was altered gets no new sum
    const Json count = told("tally", {{"results", {{{"file", "a.json"}, {"text", good["file"]}}, {{"file", "b.json"}, {"text", bad["file"]}}, {{"file", "c.json"}, {"sheet", forged}},
                                                   {{"file", "d.txt"}, {"text", "不是文件"}}, {{"file", "e.json"}, {"text", made["exam"].dump()}}}},
                                      {"link", made["link"]}});
    CHECK(values(count["persons"], "name") == std::vector<std::string>{"乙", "甲"});
    CHECK(values(count["set_aside"], "code") == std::vector<std::string>{"altered", "not_json", "unknown_format"});
    CHECK(count["set_aside"][2]["why"] == "文件不能识别，没有计入：不是签批向导的考试结果文件。");
    for (const Json& q : count["questions"]) CHECK((q["asked"] == 2 && q["missed"] == 1 && q["who"] == Json({"乙"})));
    const Json table = told("tally", {{"results", {{{"file", "a.json"}, {"text", good["file"]}}}}, {"format", "csv"}});
    CHECK(table["name"] == "第一期-成绩统计.csv");
    CHECK(table["text"].get<std::string>().rfind("\xef\xbb\xbf类别,", 0) == 0);
}

TEST_CASE("an exam and a result are pages too") {
    const Json page = told("exam", {{"title", "第一期"}, {"packs", {"liyang"}}, {"n", 5}, {"format", "html"}});
    CHECK(page["name"] == "第一期-试卷.html");
    CHECK(page["type"] == "text/html;charset=utf-8");
    CHECK(page["text"].get<std::string>().find("参考答案") == std::string::npos);
    const Json open = keyed(wish());
    const Json marked = told("result", {{"sheet", sheet(open, "甲/乙", true)}, {"format", "html"}});
    CHECK(marked["name"] == "甲_乙-第一期-答卷.html");
}

TEST_CASE("a bad request of an exam is refused with its place") {
    CHECK(turned_down("exam", {{"n", 0}}) == "out_of_range /n 题数应在 1 到 200 之间。");
    CHECK(turned_down("exam", {{"kinds", {"riddle"}}}) == "unknown_kind /kinds/0 没有题型“riddle”。");
    CHECK(turned_down("exam", {{"matters", {"nothing"}}}) == "unknown_matter /matters/0 没有事项“nothing”。");
    CHECK(turned_down("exam", {{"topics", {"nothing"}}}) == "unknown_topic /topics/0 没有类别“nothing”。");
    CHECK(turned_down("exam", {{"packs", {"atlantis"}}}) == "unknown_pack /packs/0 没有规则包“atlantis”。");
    CHECK(turned_down("exam", {{"link", "e1.abc"}}) == "damaged_link /link 考试链接不完整或者被改动，请向出卷人重新索取。");
    CHECK(turned_down("exam", {{"link", "x"}, {"exam", Json::object()}}) == "stated_twice  考试只能用链接或者文件之一给出。");
    CHECK(turned_down("exam", {{"format", "pdf"}}) == "bad_value /format 格式应为 html。");
    const Json made = told("exam", {{"packs", {"wuxi-2022"}}, {"n", 3}});
    CHECK(turned_down("exam", {{"link", made["link"]}, {"n", 4}}).rfind("unknown_key /n", 0) == 0);
    CHECK(turned_down("exam", {{"link", made["link"]}, {"packs", {"liyang"}}}) == "unknown_pack /link/packs/0 没有规则包“wuxi-2022”。");
    CHECK(turned_down("result", Json::object()).rfind("missing_key", 0) == 0);
    CHECK(turned_down("result", {{"sheet", {{"format", "x"}}}}) == "unknown_format /sheet/format 不是签批向导的考试结果文件。");
    CHECK(turned_down("tally", Json::object()).rfind("missing_key", 0) == 0);
    CHECK(turned_down("tally", {{"results", {{{"note", 1}}}}}).rfind("unknown_key /results/0/note", 0) == 0);
}

TEST_CASE("a deck goes from day to day: a mistake comes back, and it is said what is due when") {
    const Json open = keyed({{"packs", {"kunshan-2017"}}, {"n", 6}, {"seed", 2}});
    const auto card = [&](std::size_t i) { return Json{{"id", open["questions"][i]["id"]}, {"seed", open["questions"][i]["seed"]}, {"hash", open["questions"][i]["hash"]}}; };
    Json cards = Json::array();
    for (std::size_t i = 0; i < 6; ++i) cards.push_back(card(i));
    const Json first = told("deck", {{"now", "2025-03-03T09:00"}, {"add", cards}, {"fresh", 4}});
    check_keys(first, {"deck", "due", "progress", "calendar", "withdrawn"});
    CHECK(first["due"].size() == 4);
    CHECK(first["calendar"].size() == 42);
    Json wrong = card(2), right = card(3);
    wrong["at"] = "2025-03-03T09:01", wrong["right"] = false;
    right["at"] = "2025-03-03T09:02", right["right"] = true, right["too_easy"] = true;
    const Json second = told("deck", {{"deck", first["deck"]}, {"now", "2025-03-04T09:00"}, {"answered", {wrong, right}}, {"days", 10},
                                      {"lesson", {{"pack", "kunshan-2017"}, {"lesson", "matter/letter"}, {"part", "try"}, {"at", "2025-03-03T09:03"}}}});
    REQUIRE(!second["due"].empty());
    CHECK(second["due"][0]["id"] == card(2)["id"]);
    CHECK(second["due"][0]["mistake"] == true);
    CHECK(second["deck"]["lessons"][0]["part"] == "try");
    int ahead = 0;
    for (const Json& d : second["calendar"]) ahead += d["due"].get<int>();
    CHECK(ahead == 2);  // the easy one comes back within ten days
    CHECK(second["withdrawn"].empty());
    Json stale = second["deck"];
    stale["cards"][0]["hash"] = "0000000000000000";
    const Json third = told("deck", {{"deck", stale}, {"now", "2025-03-04T09:00"}});
    REQUIRE(third["withdrawn"].size() == 1);
    CHECK(third["withdrawn"][0]["code"] == "question_changed");
    CHECK(third["deck"]["cards"].size() == 5);
    CHECK(told("deck", {{"deck", stale}, {"now", "2025-03-04T09:00"}, {"check", false}})["deck"]["cards"].size() == 6);
    CHECK(turned_down("deck", Json::object()).rfind("missing_key", 0) == 0);
    CHECK(turned_down("deck", {{"now", "today"}}) == "bad_time /now 时间“today”应形如 2025-01-23T08:30。");
    CHECK(turned_down("deck", {{"now", "2025-03-04T09:00"}, {"days", 400}}) == "out_of_range /days 此处应在 0 至 366 之间。");
}
