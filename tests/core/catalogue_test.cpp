// The catalogue: what it is read into, whom a name leads to, and each mistake with its place and message.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "core/route/route.h"
#include "tests/core/pack_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Json = nlohmann::json;

const char* kSmall = R"({
  "format": "signroute-catalogue/1",
  "topics": [{"id": "papers", "title": "文书"}],
  "matters": [{"id": "letter", "title": "信函", "aliases": ["书信"], "topic": "papers", "kind": "document"}],
  "roles": [{"id": "mayor", "title": "城主", "kind": "person", "initials": "cz", "is_a": ["leader"]},
            {"id": "leader", "title": "首领", "kind": "person"},
            {"id": "council", "title": "议事会", "kind": "body"}],
  "actions": [{"id": "sign_off", "title": "签发"}],
  "facts": [{"id": "kind", "title": "种类", "type": "choice", "options": [{"id": "a", "title": "甲"}, {"id": "b", "title": "乙"}]},
            {"id": "guests", "title": "来宾", "type": "list", "options": "roles"}],
  "limits": [], "things": [{"id": "map", "title": "地图", "kind": "enclosure"}, {"id": "poll", "title": "征询", "kind": "done"}],
  "events": [], "prohibitions": [], "aspects": [{"id": "actor", "title": "主体"}]
})";

Catalogue small() {
    const auto read = catalogue_from_json(kSmall);
    REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
    return *read;
}

// "code pointer message" of what the reader says to the small catalogue after one change; "" where it takes it.
std::string refused(const std::string& pointer, const char* value) {
    Json json = Json::parse(kSmall);
    json[Json::json_pointer(pointer)] = Json::parse(value);
    const auto read = catalogue_from_json(json.dump());
    return read ? "" : read.error().code + " " + read.error().pointer + " " + read.error().message;
}

}  // namespace

TEST_CASE("the catalogue is read in full") {
    const Catalogue c = small();
    CHECK(c.topics.size() == 1);
    CHECK(c.matters[0].topic == "papers");
    CHECK(c.matters[0].kind == "document");
    CHECK(c.matters[0].aliases == std::vector<std::string>{"书信"});
    CHECK(c.roles[0].initials == "cz");
    CHECK(c.roles[2].kind == RoleKind::body);
    CHECK(c.facts[0].type == FactType::choice);
    CHECK(c.facts[0].options.size() == 2);
    CHECK(!c.facts[0].options_are_roles);
    CHECK(c.facts[1].options_are_roles);
    CHECK(c.things[0].enclosure);
    CHECK(!c.things[1].enclosure);
}

TEST_CASE("the id, the title and the alias lead to the same entry, and other words to none") {
    const Catalogue c = small();
    for (const char* name : {"letter", "信函", "书信"}) {
        REQUIRE(find_named(c.matters, name));
        CHECK(find_named(c.matters, name)->id == "letter");
    }
    for (const char* name : {"", "信", "信函 ", "Letter"}) CHECK(find_named(c.matters, name) == nullptr);
}

TEST_CASE("in the catalogue of the tree every name of a list leads to its own entry") {
    const Catalogue& c = shared_catalogue();
    const auto each = [](const auto& list) {
        for (const auto& e : list) {
            std::vector<std::string> names = e.aliases;
            names.insert(names.end(), {e.id, e.title});
            for (const std::string& name : names) CHECK_MESSAGE(find_named(list, name) == &e, name);
        }
    };
    each(c.topics), each(c.matters), each(c.roles), each(c.actions), each(c.facts), each(c.limits), each(c.things), each(c.events);
    each(c.prohibitions), each(c.aspects);
    for (const NamedFact& f : c.facts) {
        each(f.options);
        const bool chosen = f.type == FactType::choice || f.type == FactType::rank || f.type == FactType::list;
        CHECK_MESSAGE((chosen || f.options.empty()), f.id);
    }
}

TEST_CASE("a role is its wider roles too, near and far, and not the other way round") {
    const Catalogue& c = shared_catalogue();
    CHECK(is_role(c, "mayor", "mayor"));
    CHECK(is_role(c, "vice_mayor_in_charge", "vice_mayor"));
    CHECK(is_role(c, "vice_mayor_in_charge", "government_leader"));
    CHECK(!is_role(c, "vice_mayor", "vice_mayor_in_charge"));
    CHECK(!is_role(c, "secretary_general", "deputy_secretary_general"));
    CHECK(!is_role(c, "somebody", "mayor"));
}

TEST_CASE("a mistake in the catalogue is told with its place") {
    CHECK(refused("/format", "\"signroute-catalogue/2\"") == "unknown_format /format 目录格式不认识；本程序读 signroute-catalogue/1。");
    CHECK(refused("/format", "null") == "missing_key  缺少“format”。");
    CHECK(refused("/colours", "[]") == "unknown_key /colours 不认识的键“colours”。");
    CHECK(refused("/topics", "{}") == "wrong_type /topics 此处应为数组。");
    CHECK(refused("/topics/0", "\"papers\"") == "wrong_type /topics/0 此处应为对象。");
    CHECK(refused("/actions/0/id", "\"\"") == "empty /actions/0/id 此处不能为空。");
    CHECK(refused("/actions/0/title", "null") == "missing_key /actions/0 缺少“title”。");
    CHECK(refused("/actions/0/aliases", "[1]") == "wrong_type /actions/0/aliases/0 此处应为文字。");
    CHECK(refused("/actions/0/kind", "\"person\"") == "unknown_key /actions/0/kind 不认识的键“kind”。");
    CHECK(refused("/matters/0/topic", "\"paper\"") == "unknown_topic /matters/0/topic 目录中没有主题“paper”。");
    CHECK(refused("/matters/0/kind", "\"paper\"") == "bad_value /matters/0/kind 事项类别应为 document、meeting、travel、decision、duty 或 other。");
    CHECK(refused("/roles/0/kind", "\"man\"") == "bad_value /roles/0/kind 角色类别应为 person、unit 或 body。");
    CHECK(refused("/facts/0/type", "\"text\"") == "bad_value /facts/0/type 情形类型应为 bool、choice、integer、amount_cny、rank、date 或 list。");
    CHECK(refused("/facts/1/options", "\"people\"") == "wrong_type /facts/1/options 此处应为数组。");
    CHECK(refused("/things/0/kind", "\"paper\"") == "bad_value /things/0/kind 事物类别应为 done 或 enclosure。");
}

TEST_CASE("a name that leads to two entries, and an id given twice, are told at the second") {
    CHECK(refused("/roles/2/id", "\"mayor\"") == "duplicate_id /roles/2/id 标识“mayor”重复。");
    CHECK(refused("/roles/2/title", "\"城主\"") == "ambiguous_name /roles/2 名称“城主”同时指“mayor”与“council”。");
    CHECK(refused("/roles/2/aliases", "[\"leader\"]") == "ambiguous_name /roles/2 名称“leader”同时指“leader”与“council”。");
    CHECK(refused("/facts/0/options/1/title", "\"甲\"") == "ambiguous_name /facts/0/options/1 名称“甲”同时指“a”与“b”。");
    CHECK(refused("/facts/0/options/1/id", "\"a\"") == "duplicate_id /facts/0/options/1/id 标识“a”重复。");
    CHECK(refused("/actions/0/title", "\"城主\"") == "");  // lists are told apart
}

TEST_CASE("wider roles exist, and no role is wider than itself") {
    CHECK(refused("/roles/0/is_a", "[\"chief\"]") == "unknown_role /roles/0/is_a 角色“mayor”的上位角色“chief”不在目录中。");
    CHECK(refused("/roles/0/is_a", "[\"mayor\"]") == "cyclic_role /roles/0/is_a 角色“mayor”的上位角色又是它自己。");
    CHECK(refused("/roles/1/is_a", "[\"mayor\"]") == "cyclic_role /roles/0/is_a 角色“mayor”的上位角色又是它自己。");
}

TEST_CASE("a role is also what its wider roles are, and who may have a part is known") {
    Json json = Json::parse(kSmall);
    json["roles"][1]["is_a"] = {"council"};
    json["roles"][2]["may_be"] = {"mayor"};
    const auto read = catalogue_from_json(json.dump());
    REQUIRE(read);
    CHECK(read->roles[0].is_a == std::vector<std::string>{"leader", "council"});
    CHECK(read->roles[2].may_be == std::vector<std::string>{"mayor"});
    CHECK(refused("/roles/2/may_be", "[\"chief\"]") == "unknown_role /roles/2/may_be 角色“council”的“chief”不在目录中。");
}

TEST_CASE("a damaged catalogue is refused or read, and nothing else") {
    const std::string whole = kSmall;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = catalogue_from_json(whole.substr(0, size));
        REQUIRE(!read);
        CHECK((read.error().code == "not_json" || read.error().code == "not_utf8"));
    }
    std::mt19937 random(11);
    for (int i = 0; i < 4000 / kStride; ++i) {
        std::string bytes = whole;
        for (int flips = 1 + static_cast<int>(random() % 3); flips > 0; --flips) bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
        const auto read = catalogue_from_json(bytes);
        if (!read) CHECK((!read.error().code.empty() && !read.error().message.empty()));
    }
}
