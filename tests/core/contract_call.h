// Calls of the machine contract on the fictional city of harbour.h; every answer is held to the promised bytes.
#pragma once

#include <nlohmann/json.hpp>

#include "core/contract/answer.h"
#include "tests/core/harbour.h"

namespace signroute::test {

using Json = nlohmann::json;

inline const Library& library() {
    static const Library all = [] {
        Library out;
        out.catalogue = harbour_catalogue();
        out.packs = {harbour_pack()};
        out.calendar = installed();
        return out;
    }();
    return all;
}

// The bytes that the contract promises: one line, compact, keys in the order of their bytes, nothing escaped that need not be.
inline void check_sorted(const nlohmann::ordered_json& value) {
    if (value.is_object()) {
        std::string last;
        for (const auto& [key, one] : value.items()) {
            if (!last.empty() && last >= key) FAIL_CHECK(last << " before " << key);
            last = key;
        }
    }
    if (!value.is_structured()) return;
    for (const auto& one : value) check_sorted(one);
}

inline void check_bytes(const std::string& json) {
    REQUIRE(!json.empty());
    CHECK(json.find('\n') == json.size() - 1);
    CHECK(json.find("\\u") == json.npos);
    bool text = false;
    std::size_t outside = 0;
    for (std::size_t i = 0; i + 1 < json.size(); ++i) {
        if (text && json[i] == '\\') ++i;
        else if (json[i] == '"') text = !text;
        else if (!text && (json[i] == ' ' || json[i] == '\t')) ++outside;
    }
    CHECK(outside == 0);
    const auto ordered = nlohmann::ordered_json::parse(json, nullptr, false);
    REQUIRE(!ordered.is_discarded());
    check_sorted(ordered);
}

inline Json answered(const std::string& verb, const Json& request, int status = 0) {
    const Reply reply = answer(library(), verb, "harbour", request.dump());
    CHECK_MESSAGE(reply.status == status, verb << " " << request.dump() << " " << reply.json);
    check_bytes(reply.json);
    return Json::parse(reply.json, nullptr, false);
}

// "code pointer message" of what is said to a bad request.
inline std::string refused(const std::string& verb, const std::string& request, const std::string& pack = "harbour") {
    const Reply reply = answer(library(), verb, pack, request);
    check_bytes(reply.json);
    const Json json = Json::parse(reply.json, nullptr, false);
    if (reply.status != 2 || !json.contains("error")) return "answered with status " + std::to_string(reply.status);
    CHECK(json.size() == 1);
    const Json& e = json["error"];
    CHECK(e.size() == 3);
    return e["code"].get<std::string>() + " " + e["pointer"].get<std::string>() + " " + e["message"].get<std::string>();
}

inline void check_keys(const Json& object, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) CHECK_MESSAGE(object.contains(key), key << " is missing in " << object.dump().substr(0, 200));
}

inline const Json& with_id(const Json& list, const std::string& id, const char* key = "id") {
    for (const Json& e : list) {
        if (e[key] == id) return e;
    }
    FAIL(id << " is not in the list");
    return list;
}

inline Json json(const char* text) { return Json::parse(text); }

// A plain edict in words; everything that its rules ask is said.
inline Json edict() {
    return json(R"({"matter": "edict", "facts": {"important": false, "wide": false, "kind": "notice", "urgent": false, "pages": 3},
                    "planned": ["书记拟稿", "文书官审核", "副港主签发"], "enclosures": ["map"]})");
}

inline Json changed(Json request, const char* pointer, const Json& value) {
    request[Json::json_pointer(pointer)] = value;
    return request;
}

inline std::vector<std::string> values(const Json& list, const char* key) {
    std::vector<std::string> out;
    for (const Json& e : list) out.push_back(e[key]);
    return out;
}

inline const std::vector<std::string> kVerbs = {"packs", "catalogue", "matters", "pack", "route", "deadline", "assess", "why", "plan", "lint", "audit"};

}  // namespace signroute::test
