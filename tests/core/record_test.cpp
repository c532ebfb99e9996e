// The record: asked again with its inputs, the same bytes come back; its hashes are those of the files.
#include <nlohmann/json.hpp>

#include "core/base/sha256.h"
#include "tests/core/contract_call.h"
#include "tests/core/pack_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// The text that `report` gives for an `assess` request.
std::string document(const Library& all, Json request, const char* format) {
    request["format"] = format;
    const Reply reply = answer(all, "report", "", request.dump());
    REQUIRE_MESSAGE(reply.status == 0, reply.json);
    const Json json = Json::parse(reply.json, nullptr, false);
    CHECK(json["format"] == format);
    CHECK(json["text"] == reply.document);
    return reply.document;
}

Json record(const Library& all, const Json& request) { return Json::parse(document(all, request, "record"), nullptr, false); }

void check_replay(const Library& all, const Json& request, const std::string& name) {
    const Json r = record(all, request);
    const Reply again = answer(all, "assess", "", r["inputs"].dump());
    CHECK_MESSAGE(again.json == r["answer"].dump() + "\n", name);
    CHECK_MESSAGE(again.json == answer(all, "assess", "", request.dump()).json, name);
    // By ids alone, so a second record of the same inputs is the same record.
    CHECK_MESSAGE(record(all, r["inputs"])["inputs"] == r["inputs"], name);
}

Json wuxi() {
    return json(R"({"pack": "wuxi-2022", "matter": "公布命令", "facts": {"是否规范性文件": "否"}, "planned": ["秘书长审核", {"role": "市长", "action": "签署", "date": "2025-03-05"}],
                    "today": "2025-03-05"})");
}

}  // namespace

TEST_CASE("the inputs of a record of every written case give its answer again, byte for byte") {
    int n = 0;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            if (c.verb != "assess" || n++ % (7 * kStride)) continue;
            check_replay(installed_library(), Json::parse(c.request), c.id);
        }
    }
    CHECK(n > 500);
}

TEST_CASE("a pack and a calendar that the request brings along are in the record, with their hashes") {
    Json request = json(R"({"matter": "assigned_document", "planned": [], "events": {"assigned": "2027-01-04"}, "today": "2027-01-05"})");
    request["pack_source"] = Json::parse(small_pack());
    const Json year = json(R"({"format": 1, "year": 2027, "notices": [{"number": "假设〔2026〕1号", "title": "试"}], "days_off": [], "make_up": []})");
    request["calendar_source"] = {{"years", Json::array({year})},
                                  {"local_days", json(R"({"format": 1, "source": "某局", "days": [{"date": "2027-01-06", "works": false, "reason": "停电"}]})")}};
    const Json r = record(installed_library(), request);
    CHECK(r["inputs"]["pack_source"] == request["pack_source"]);
    CHECK(!r["inputs"].contains("pack"));
    CHECK(r["versions"]["pack"]["sha256"] == sha256_hex(request["pack_source"].dump() + "\n"));
    const Json& last = r["versions"]["calendars"].back();
    CHECK(last["year"] == 2027);
    CHECK(last["sha256"] == sha256_hex(year.dump() + "\n"));
    CHECK(r["versions"]["local_days"]["sha256"] == sha256_hex(request["calendar_source"]["local_days"].dump() + "\n"));
    CHECK(r["answer"]["schedule"][0]["due"] == "2027-01-12");  // 5, 7, 8, 11, 12: the 6th is closed, the 9th and 10th are a weekend
    check_replay(installed_library(), request, "own files");
}

TEST_CASE("the hash of a file is that of its canonical JSON, however it is written") {
    Library all = installed_library();
    CHECK(record(all, wuxi())["versions"]["pack"]["sha256"] == nullptr);  // nobody kept the files
    const std::string text = file("assets/packs/wuxi-2022.json"), canonical = Json::parse(text).dump();
    keep_source(all, "assets/packs/wuxi-2022.json", text);
    keep_source(all, "calendars/2025.json", file("assets/calendars/2025.json"));
    keep_source(all, "catalogue.json", file("assets/catalogue.json"));
    const Json versions = record(all, wuxi())["versions"];
    CHECK(versions["pack"]["sha256"] == sha256_hex(canonical + "\n"));
    CHECK(versions["catalogue"]["sha256"] == sha256_hex(Json::parse(file("assets/catalogue.json")).dump() + "\n"));
    for (const Json& year : versions["calendars"]) CHECK((year["sha256"] == nullptr) == (year["year"] != 2025));
    Library other = installed_library();
    keep_source(other, "wuxi-2022.json", Json::parse(text).dump(4));
    CHECK(record(other, wuxi())["versions"]["pack"]["sha256"] == versions["pack"]["sha256"]);
    CHECK(versions["pack"]["documents"][0]["number"] == "锡政发〔2022〕10号");
}

TEST_CASE("report refuses what it cannot write, and says where") {
    const auto said = [](const char* pointer, const char* value) {
        Json request = edict();
        request["format"] = "html";
        request[Json::json_pointer(pointer)] = json(value);
        return refused("report", request.dump());
    };
    CHECK(refused("report", edict().dump()) == "missing_key  缺少“format”。");
    CHECK(said("/format", "\"pdf\"") == "bad_value /format 格式应为 html、ics、csv 或者 record。");
    CHECK(said("/format", "5") == "wrong_type /format 此处应为文字。");
    CHECK(said("/colour", "1") == "unknown_key /colour 不认识的键“colour”。");
    CHECK(said("/revision", "-1") == "out_of_range /revision 此处应在0至2147483647之间。");
    CHECK(said("/alarm", "{}") == "missing_key /alarm 缺少“n”。");
    CHECK(said("/alarm", "{\"n\": 0}") == "out_of_range /alarm/n 此处应在1至250之间。");
    CHECK(said("/alarm", "{\"n\": 1, \"unit\": 1}") == "unknown_key /alarm/unit 不认识的键“unit”。");
    CHECK(said("/text", "\"没有条款\"").substr(0, 15) == "no_clause /text");
    CHECK(said("/format", "\"ics\"") == "no_today /today 日历文件要写明制作日期，请填“today”。");
    CHECK(said("/calendar_source", "{\"years\": [{}]}").find("/calendar_source/years/0") != std::string::npos);
    CHECK(said("/calendar_source", "{\"days\": []}") == "unknown_key /calendar_source/days 不认识的键“days”。");
}

TEST_CASE("a document has a Chinese name that every file system takes, and its media type") {
    const auto made = [](const char* format, const std::string& title) {
        Json request = edict();
        request["format"] = format;
        request["title"] = title;
        request["id"] = "1";
        request["today"] = "2025-03-05";
        request["events"] = {{"received", "2025-03-03"}};
        return answered("report", request);
    };
    CHECK(made("html", "修桥/铺路：“急”?")["name"] == "修桥_铺路：“急”_-核对报告.html");
    CHECK(made("ics", "修桥")["name"] == "修桥-时限.ics");
    CHECK(made("ics", "修桥")["type"] == "text/calendar;charset=utf-8;method=PUBLISH");
    CHECK(made("csv", " ")["name"] == "告示-核对表.csv");
    CHECK(made("record", "")["name"] == "告示-核对记录.json");
}
