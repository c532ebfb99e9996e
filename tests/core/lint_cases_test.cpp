// Cases that lint prints, given back to `route` as they stand: the counterexample of a finding, the case of a silence and
// that of an open reading.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/core/calendar_files.h"
#include "tests/core/defects.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

Json answer_to(const Library& library, const char* verb, const std::string& pack, const Json& request, int most) {
    const Reply reply = answer(library, verb, pack, request.dump());
    CHECK_MESSAGE(reply.status <= most, verb << " " << request.dump() << " " << reply.json);
    return Json::parse(reply.json, nullptr, false);
}

bool has_id(const Json& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const Json& e) { return e["id"] == id; });
}

// A silence that hangs on a reading stands in the answer under that reading.
bool says(const Json& answer, const std::string& silence) {
    if (has_id(answer["silent"], silence)) return true;
    if (!answer.contains("readings")) return false;
    const Json& list = answer["readings"];
    return std::any_of(list.begin(), list.end(), [&](const Json& r) { return has_id(r["answer"]["silent"], silence); });
}

// Readings of several questions are named together, with a plus between.
bool has_reading(const Json& answer, const std::string& id) {
    if (!answer.contains("readings")) return false;
    const Json& list = answer["readings"];
    return std::any_of(list.begin(), list.end(), [&](const Json& r) { return ("+" + r["id"].get<std::string>() + "+").find("+" + id + "+") != std::string::npos; });
}

Json report_of(const Library& library, const Pack& pack) { return answer_to(library, "lint", pack.id, Json::object(), 0); }

}  // namespace

TEST_CASE("the case that lint prints for a silence is taken by route, and the answer says the silence") {
    std::size_t said = 0, at = 0;
    for (const Pack& pack : installed_library().packs) {
        const Json report = report_of(installed_library(), pack);
        for (const Json& s : report["silences"]) {
            if (s["case"].is_null() || at++ % kStrideOfMany != 0) continue;
            const Json a = answer_to(installed_library(), "route", "", s["case"], 0);
            CHECK_MESSAGE(says(a, s["id"]), pack.id << " " << s["case"].dump() << " " << s["id"].dump());
            ++said;
        }
    }
    CHECK(said > 2000 / kStrideOfMany);
}

TEST_CASE("the case that lint prints for an open reading is taken by route, and the answer bears each reading") {
    std::size_t said = 0;
    for (const Pack& pack : installed_library().packs) {
        const Json report = report_of(installed_library(), pack);
        for (const Json& c : report["conflicts"]) {
            REQUIRE(c["case"].is_object());
            const Json a = answer_to(installed_library(), "route", "", c["case"], 0);
            for (const Json& r : c["readings"])
                CHECK_MESSAGE(has_reading(a, r["id"]), pack.id << " " << c["case"].dump() << " " << r["id"].dump());
            ++said;
        }
    }
    CHECK(said > 150);
}

TEST_CASE("the counterexample that lint prints for a defect is taken by route") {
    const std::size_t kTried = kSampled ? 1 : 4;  // defects a pack: each costs a lint of the whole pack
    std::size_t opened = 0, packs = 0;
    for (const Pack& pack : installed_library().packs) {
        if (kSampled && packs == 2) break;
        const Json json = Json::parse(file("assets/packs/" + pack.id + ".json"));
        const PackUnderTest p{installed_library().catalogue, pack, json};
        Defects defects(p);
        add_condition_defects(defects);
        add_step_defects(defects);
        const std::size_t stride = defects.list.size() / kTried;
        for (std::size_t i = ++packs * stride / 6; i < defects.list.size(); i += stride) {
            Json changed = json;
            defects.list[i].change(changed);
            PackRead read = pack_from_json(changed.dump(), p.catalogue);
            if (!read.pack) continue;
            Library wrong;
            wrong.catalogue = p.catalogue;
            wrong.packs.push_back(std::move(*read.pack));
            const Json report = answer_to(wrong, "lint", pack.id, Json::object(), 1);
            for (const Json& f : report["findings"]) {
                if (f["counterexample"].is_null()) continue;
                const Json a = answer_to(wrong, "route", "", f["counterexample"], 0);
                CHECK_MESSAGE(a["matter"] == Json::array({f["counterexample"]["matter"]}), f.dump());
                ++opened;
            }
        }
    }
    CHECK(opened >= (kSampled ? 1 : 2 * kTried));
}
