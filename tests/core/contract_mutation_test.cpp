// Damaged and outlandish requests and packs: each is answered or refused in the promised bytes, and nothing crashes.
#include <random>

#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Pointer = Json::json_pointer;

class Damage {
  public:
    explicit Damage(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_()) % n; }

    template <class T>
    const T& one_of(const std::vector<T>& list) {
        return list[below(list.size())];
    }

    std::string flipped(std::string bytes) {
        for (std::size_t n = 1 + below(4); n > 0; --n) bytes[below(bytes.size())] ^= static_cast<char>(1 << below(8));
        return bytes;
    }

    // A value gives way to one that stands under the same key elsewhere, to another kind of value, or to nothing.
    Json moved(Json value) {
        const std::vector<std::string> places = leaves(value);
        for (std::size_t n = 1 + below(3); n > 0; --n) {
            const std::string& at = one_of(places);
            std::vector<std::string> alike;
            for (const std::string& p : places) {
                if (key(p) == key(at)) alike.push_back(p);
            }
            const Json outlandish[] = {nullptr, true, -1, 1e300, 9007199254740993.0, "", "港主", "2025-02-30", Json::array(), Json::object()};
            if (!value.contains(Pointer(at))) continue;  // its parent gave way before
            const std::string& other = one_of(alike);
            if (below(4) && value.contains(Pointer(other))) value[Pointer(at)] = Json(value[Pointer(other)]);
            else value[Pointer(at)] = outlandish[below(10)];
        }
        return value;
    }

  private:
    static std::string key(const std::string& pointer) {
        std::string out = pointer.substr(pointer.find_last_of('/') + 1);
        if (!out.empty() && out[0] >= '0' && out[0] <= '9') out = key(pointer.substr(0, pointer.find_last_of('/')));
        return out;
    }
    static std::vector<std::string> leaves(const Json& value) {
        std::vector<std::string> out;
        const Json flat = value.flatten();
        for (const auto& [pointer, leaf] : flat.items()) out.push_back(pointer);
        return out;
    }
    std::mt19937 random_;
};

void check_reply(const Reply& reply) {
    CHECK((reply.status == 0 || reply.status == 1 || reply.status == 2));
    check_bytes(reply.json);
    const Json json = Json::parse(reply.json, nullptr, false);
    CHECK((reply.status == 2) == json.contains("error"));
}

// An exam with its sheet, its tally, and a deck of its questions.
std::vector<std::pair<std::string, Json>> training_requests() {
    const Json exam = answered("exam", json(R"({"title": "港务考试", "n": 4, "seed": 3, "minutes": 5, "keys": true})"));
    Json sheet = {{"format", "signroute-result/1"}, {"exam", exam["exam"]}, {"name", "书记"}, {"started", "2025-03-03T09:00:00"}, {"finished", "2025-03-03T09:04:00"}, {"answers", Json::array()}};
    Json deck = {{"format", "signroute-deck/1"}, {"cards", Json::array()}, {"lessons", json(R"([{"pack": "harbour", "lesson": "matter/edict", "part": "test", "at": "2025-03-01T08:00", "right": 2, "n": 3}])")}};
    for (const Json& q : exam["questions"]) {
        const Json card = {{"id", q["id"]}, {"seed", q["seed"]}, {"hash", q["hash"]}};
        sheet["answers"].push_back(card);
        sheet["answers"].back()["choice"] = "a";
        deck["cards"].push_back(card);
        deck["cards"].back()["log"] = json(R"([{"at": "2025-03-01T08:00", "rating": "again"}, {"at": "2025-03-01T08:10", "rating": "good"}])");
    }
    Json given = sheet["answers"][0];
    given.erase("choice");
    given["at"] = "2025-03-02T08:00";
    given["right"] = true;
    return {{"exam", {{"link", exam["link"]}}}, {"exam", {{"exam", exam["exam"]}, {"format", "html"}}}, {"exam", json(R"({"packs": ["harbour"], "topics": ["papers"], "kinds": ["who_signs", "order"], "n": 2})")},
            {"result", {{"sheet", sheet}}}, {"tally", {{"results", {{{"file", "a.json"}, {"sheet", sheet}}, {{"file", "b.json"}, {"text", sheet.dump()}}}}, {"link", exam["link"]}}},
            {"deck", {{"deck", deck}, {"now", "2025-03-04T08:00"}, {"answered", {given}}, {"days", 5}}}, {"course", json(R"({"lesson": "matter/edict"})")}};
}

std::vector<std::pair<std::string, Json>> requests() {
    Json full = edict();
    full["done"] = json(R"({"poll": "2025-03-04", "review": true})");
    full["events"] = json(R"({"received": "2025-03-03", "signed": "2025-03-05", "posted": "2025-03-06"})");
    full["planned"] = json(R"(["书记拟稿", {"role": "secretary", "action": "审核", "date": "2025-03-04", "by": "mayor", "to": "港主", "form": "书面"}, "副港主签发"])");
    full["on"] = "2025-03-04";
    full["today"] = "2025-03-12";
    Json council = json(R"({"matter": "council", "on": "2025-03-12", "facts": {"due": 11, "present": 5, "chair": "deputy", "topic": "tolls",
        "attending": ["mayor", "clerk"], "last_held": ["2025-02-03"]}})");
    const auto report = [&](const char* format) {
        Json out = full;
        out["format"] = format;
        out["id"] = "20250303-1";
        out["alarm"] = {{"n", 2}};
        return out;
    };
    Json asked = full;
    asked["about"] = "mayor_signs";
    Json plan = full;
    plan["from"] = json(R"({"start": "2025-03-03"})");
    plan["to"] = json(R"({"event": "posted", "date": "2025-03-28"})");
    plan["events"].erase("posted");
    plan["durations"] = json(R"({"consult": {"n": 3, "unit": "working_day", "basis": "惯例"}, "post": {"n": 1, "unit": "month", "basis": "惯例"}})");
    plan["ties"] = json(R"({"signed": "mayor_signs", "received": "start"})");
    plan["interruptions"] = json(R"([{"kind": "suspended", "limit": "reply", "from": "2025-03-04", "until": "2025-03-06", "basis": "潮汛"},
        {"kind": "extended", "limit": "reply", "n": 5, "unit": "calendar_day", "basis": "大雾"}, {"kind": "urgent", "step": "consult", "n": 2, "basis": "港主吩咐"},
        {"kind": "returned", "limit": "wait", "from": "2025-03-07", "basis": "退回"}, {"kind": "resumed", "limit": "wait", "from": "2025-03-10", "basis": "再报"}])");
    return {{"report", report("html")}, {"report", report("ics")}, {"assess", full}, {"route", full}, {"why", full}, {"plan", plan}, {"why", asked}, {"why", changed(council, "/about", "verdict")}, {"assess", council}, {"matters", json(R"({"facts": {"ship": "fishing", "topic": "tolls"}})")},
            {"assess", json(R"({"matter": ["ruling", "letter"], "facts": {"chair": "mayor"}, "planned": ["港主签发"]})")},
            {"deadline", json(R"({"start": "2025-01-23", "n": 7, "unit": "working_day", "direction": "after", "count_start": false, "roll": "none"})")},
            {"deadline", json(R"({"limit": "reply", "start": "2025-03-03", "agreed": 3, "done": "2025-03-12", "today": "2025-03-12", "facts": {"urgent": true}})")},
            {"audit", json(R"({"text": "鹭港文书章程\n第一条 书记拟稿。\n第二条 五日内答复。"})")}};
}

}  // namespace

TEST_CASE("a request with bits turned round is answered or refused") {
    Damage damage(5);
    const auto all = requests();
    for (int i = 0; i < 4000 / kStrideOfMany; ++i) {
        const auto& [verb, request] = damage.one_of(all);
        check_reply(answer(library(), verb, "harbour", damage.flipped(request.dump())));
    }
}

TEST_CASE("a request with values where they do not belong is answered or refused") {
    Damage damage(6);
    const auto all = requests();
    int refusals = 0, answers = 0;
    for (int i = 0; i < 4000 / kStrideOfMany; ++i) {
        const auto& [verb, request] = damage.one_of(all);
        const Reply reply = answer(library(), verb, "harbour", damage.moved(request).dump());
        check_reply(reply);
        ++(reply.status == 2 ? refusals : answers);
    }
    CHECK(refusals > answers / 10);
    CHECK(answers > refusals / 10);
}

TEST_CASE("exams, sheets and decks with values where they do not belong are answered or refused") {
    Damage damage(8);
    const auto all = training_requests();
    int refusals = 0, answers = 0;
    for (int i = 0; i < 800 / kStrideOfMany; ++i) {
        const auto& [verb, request] = damage.one_of(all);
        const Reply reply = answer(library(), verb, "harbour", damage.moved(request).dump());
        check_reply(reply);
        ++(reply.status == 2 ? refusals : answers);
    }
    CHECK(refusals > answers / 10);
    CHECK(answers > refusals / 10);
}

TEST_CASE("a pack with rules that make no sense together is refused, or every verb has an answer by it") {
    Damage damage(7);
    const Json pack = json(kHarbourPack);
    const auto all = requests();
    int used = 0;
    for (int i = 0; i < 600 / kStrideOfMany; ++i) {
        const Json source = damage.moved(pack);
        if (!pack_from_json(source.dump(), harbour_catalogue()).pack) continue;
        ++used;
        for (const auto& [verb, request] : all) {
            Json with_pack = request;
            with_pack["pack_source"] = source;
            check_reply(answer(library(), verb, "", with_pack.dump()));
        }
        for (const char* verb : {"matters", "pack", "lint"}) check_reply(answer(library(), verb, "", Json{{"pack_source", source}}.dump()));
    }
    CHECK(used > 100 / kStrideOfMany);
}
