// The cases of tests/cases, written from the texts, run through the machine contract as any caller would.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/contract/answer.h"
#include "tests/core/calendar_files.h"
#include "tests/core/case_pattern.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

struct WrittenCase {
    std::string id, verb, request, expect;
    std::string title;
    std::string fault;  // what is wrong with how the case is written; "" = nothing
};

std::vector<std::string> json_files(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& e : fs::directory_iterator(fs::path(SIGNROUTE_SOURCE_DIR) / folder)) {
        if (e.path().extension() == ".json") out.push_back(folder + "/" + e.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

// The case files of every city; the other folders of tests/cases hold texts for other tests. SIGNROUTE_CASES=wuxi takes
// only the paths with that word in them.
std::vector<std::string> case_files() {
    static const std::set<std::string> no_city = {"audit", "statute"};
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

const Library& library() {
    static const Library all = [] {
        Library out;
        const auto catalogue = catalogue_from_json(file("assets/catalogue.json"));
        REQUIRE_MESSAGE(catalogue, (catalogue ? "" : catalogue.error().message));
        out.catalogue = *catalogue;
        out.calendar = installed();
        for (const std::string& path : json_files("assets/packs")) {
            const PackRead read = pack_from_json(file(path), out.catalogue);
            for (const Error& e : read.errors) FAIL_CHECK(path << " " << e.pointer << " " << e.message);
            if (read.pack) out.packs.push_back(*read.pack);
        }
        return out;
    }();
    return all;
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
    static const std::set<std::string> verbs = {"assess", "route", "deadline"};
    return verbs.count(c["verb"]) ? "" : "不认识的 verb";
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

std::string differences(const WrittenCase& c) {
    const Reply reply = answer(library(), c.verb, "", c.request);
    if (reply.status == 2) return "\n  请求被拒绝：" + reply.json;
    std::string out;
    for (const Mismatch& m : mismatches(c.expect, reply.json))
        out += "\n  " + (m.pointer.empty() ? "/" : m.pointer) + "\n    应为 " + m.wanted + "\n    实为 " + m.got;
    const bool failed = Json::parse(reply.json, nullptr, false).value("verdict", "") == "fail";
    if (failed != (reply.status == 1)) out += "\n  退出状态与结论不符：" + std::to_string(reply.status);
    return out;
}

}  // namespace

TEST_CASE("every case is written as the format says, under an id of its own") {
    std::set<std::string> ids;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            CHECK_MESSAGE(c.fault.empty(), c.id << ": " << c.fault);
            CHECK_MESSAGE(ids.insert(c.id).second, c.id << " 出现两次");
        }
    }
    if (!std::getenv("SIGNROUTE_CASES")) CHECK(ids.size() >= 90);
}

TEST_CASE("every case is answered as the text demands") {
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            if (!c.fault.empty()) continue;  // said above
            const std::string wrong = differences(c);
            CHECK_MESSAGE(wrong.empty(), c.id << " " << c.title << wrong);
        }
    }
}
