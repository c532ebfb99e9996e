#include "tests/core/written_cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/core/calendar_files.h"
#include "tests/core/case_pattern.h"

namespace signroute::test {

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

std::vector<std::string> json_files(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& e : fs::directory_iterator(fs::path(SIGNROUTE_SOURCE_DIR) / folder)) {
        if (e.path().extension() == ".json") out.push_back(folder + "/" + e.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string fault_of(const Json& c) {
    static const std::set<std::string> keys = {"id", "title", "clauses", "verb", "request", "expect"};
    if (!c.is_object()) return "案例应为对象";
    for (const auto& [key, value] : c.items()) {
        if (!keys.count(key)) return "多出的键 " + key;
    }
    for (const std::string& key : keys) {
        if (!c.contains(key)) return "缺少 " + key;
    }
    for (const char* key : {"id", "title", "verb"}) {
        if (!c[key].is_string() || c[key].get_ref<const std::string&>().empty()) return std::string(key) + " 应为文字";
    }
    for (const char* key : {"request", "expect"}) {
        if (!c[key].is_object() || c[key].empty()) return std::string(key) + " 应为非空对象";
    }
    if (!c["clauses"].is_array()) return "clauses 应为数组";
    static const std::set<std::string> verbs = {"assess", "route", "deadline", "pack", "matters"};
    return verbs.count(c["verb"]) ? "" : "不认识的 verb";
}

}  // namespace

std::vector<std::string> case_files() {
    static const std::set<std::string> no_city = {"audit", "sixth", "statute"};
    const char* only = std::getenv("SIGNROUTE_CASES");
    std::vector<std::string> out;
    for (const auto& e : fs::directory_iterator(fs::path(SIGNROUTE_SOURCE_DIR) / "tests/cases")) {
        const std::string city = e.path().filename().string();
        if (!e.is_directory() || no_city.count(city)) continue;
        for (const std::string& path : json_files("tests/cases/" + city)) {
            if (!only || path.find(only) != std::string::npos) out.push_back(path);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

const Library& installed_library() {
    static const Library all = [] {
        Library out;
        const auto catalogue = catalogue_from_json(file("assets/catalogue.json"));
        REQUIRE_MESSAGE(catalogue, (catalogue ? "" : catalogue.error().message));
        out.catalogue = *catalogue;
        out.calendar = installed();
        const auto general = general_rules_from_json(file("assets/general_rules.json"), out.catalogue);
        REQUIRE_MESSAGE(general, (general ? "" : general.error().pointer + " " + general.error().message));
        out.general = *general;
        for (const std::string& path : json_files("assets/packs")) {
            const PackRead read = pack_from_json(file(path), out.catalogue);
            for (const Error& e : read.errors) FAIL_CHECK(path << " " << e.pointer << " " << e.message);
            if (read.pack) out.packs.push_back(*read.pack);
        }
        return out;
    }();
    return all;
}

const Pack& pack_of(const std::string& id) {
    const auto& packs = installed_library().packs;
    return *std::find_if(packs.begin(), packs.end(), [&](const Pack& p) { return p.id == id; });
}

std::vector<WrittenCase> cases_of(const std::string& path) {
    const Json list = Json::parse(file(path), nullptr, false);
    REQUIRE_MESSAGE(list.is_array(), path << " 应为案例的数组");
    std::vector<WrittenCase> out;
    for (const Json& c : list) {
        WrittenCase one;
        one.fault = fault_of(c);
        one.id = path + " " + (c.is_object() ? c.value("id", Json("?")).dump() : "?");
        if (one.fault.empty()) {
            one.id = c["id"];
            one.title = c["title"];
            one.verb = c["verb"];
            one.request = c["request"].dump();
            one.expect = c["expect"].dump();
        }
        out.push_back(one);
    }
    return out;
}

std::string differences(const Library& library, const WrittenCase& c) {
    const Reply reply = answer(library, c.verb, "", c.request);
    if (reply.status == 2) return "\n  请求被拒绝：" + reply.json;
    std::string out;
    for (const Mismatch& m : mismatches(c.expect, reply.json))
        out += "\n  " + (m.pointer.empty() ? "/" : m.pointer) + "\n    应为 " + m.wanted + "\n    实为 " + m.got;
    const bool failed = Json::parse(reply.json, nullptr, false).value("verdict", "") == "fail";
    if (failed != (reply.status == 1)) out += "\n  退出状态与结论不符：" + std::to_string(reply.status);
    return out;
}

}  // namespace signroute::test
