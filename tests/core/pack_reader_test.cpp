// Rule packs from JSON: the good ones of tests/cases/packs in full, each bad one with its exact errors.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "core/pack/lint.h"
#include "tests/core/pack_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_in(const std::string& folder, const std::string& extension) {
    std::vector<std::string> out;
    for (const auto& e : fs::directory_iterator(fs::path(SIGNROUTE_SOURCE_DIR) / folder)) {
        if (e.path().extension() == extension) out.push_back(folder + "/" + e.path().stem().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

PackRead read(const std::string& bytes) { return pack_from_json(bytes, shared_catalogue()); }

Pack good(const std::string& bytes) {
    const PackRead r = read(bytes);
    for (const Error& e : r.errors) FAIL_CHECK(e.pointer << " " << e.message);
    REQUIRE(r.pack);
    return *r.pack;
}

// As the files beside the bad packs say it: code (and line, where a line is known), pointer, message, one error a line.
std::string written(const std::vector<Error>& errors) {
    std::string out;
    for (const Error& e : errors) out += e.code + (e.line ? ":" + std::to_string(e.line) : "") + "\t" + e.pointer + "\t" + e.message + "\n";
    return out;
}

bool is_pointer(const std::string& text) { return text.empty() || text[0] == '/'; }

}  // namespace

TEST_CASE("the smallest pack of the format's description is read, and lint finds nothing in it") {
    const Pack pack = good(small_pack());
    CHECK(pack.id == "example");
    CHECK(pack.documents.size() == 1);
    CHECK(pack.documents[0].articles == 3);
    CHECK(pack.documents[0].in_force_from == "");
    REQUIRE(pack.matters.size() == 2);
    REQUIRE(pack.matters[0].steps.size() == 2);
    CHECK(pack.matters[0].title == "以市政府名义发文");  // from the catalogue
    CHECK(pack.matters[0].steps[1].decides);
    CHECK(pack.matters[0].steps[1].after == std::vector<std::string>{"review"});
    CHECK(pack.matters[0].steps[1].clauses == std::vector<Clause>{{"rules", 2, 0, 0, 1}});
    CHECK(pack.matters[1].steps[0].strength == Strength::should);
    REQUIRE(pack.matters[1].limits.size() == 1);
    CHECK(pack.matters[1].limits[0].n == 5);
    CHECK(pack.matters[1].limits[0].step == "finish");
    CHECK(pack.matters[1].events == std::vector<std::string>{"assigned", "finished"});
    const LintReport report = lint({&shared_catalogue(), &pack});
    for (const LintFinding& f : report.findings) FAIL_CHECK(f.code << " " << f.pointer << " " << f.message);
    CHECK(report.silences.size() == 2);
}

TEST_CASE("each bad pack is refused with exactly the errors that are stored beside it") {
    const std::vector<std::string> names = files_in("tests/cases/packs/bad", ".json");
    CHECK(names.size() >= 50);
    CHECK(names == files_in("tests/cases/packs/bad", ".txt"));
    for (const std::string& name : names) {
        const PackRead r = read(file(name + ".json"));
        CHECK_MESSAGE(!r.pack, name);
        const std::string got = written(r.errors), want = file(name + ".txt");
        CHECK_MESSAGE(got == want, name << "\nwanted:\n" << want << "got:\n" << got);
    }
}

TEST_CASE("every pack of the tree is read without an error") {
    const std::vector<std::string> names = files_in("assets/packs", ".json");
    CHECK(!names.empty());
    for (const std::string& name : names) {
        const Pack pack = good(file(name + ".json"));
        CHECK_MESSAGE("assets/packs/" + pack.id == name, "the id and the file's name are the same");
    }
}

TEST_CASE("bytes that are not UTF-8 are refused before anything is read") {
    CHECK(written(read("{\"title\": \"\xb9\xe6\xd4\xf2\"}").errors) == "not_utf8\t\t内容不是 UTF-8 编码。\n");
    CHECK(written(read("").errors) == "not_json:1\t\t第1行第1个字符处不是正确的 JSON。\n");
}

TEST_CASE("what a pack says of its documents, scope, roles and facts is read in full") {
    const Pack p = good(file("tests/cases/packs/good/every_key.json"));
    CHECK(p.checked_on == "2026-11-23");
    REQUIRE(p.documents.size() == 2);
    const PackDocument& d = p.documents[0];
    CHECK(d.number == "某政发〔2024〕1号");
    CHECK(d.issued == "2024-01-10");
    CHECK(d.in_force_from == "2024-02-01");
    CHECK(d.until == "2029-01-31");
    CHECK(d.adopted_by == "某市政府常务会议");
    CHECK(d.interpreter == "某市政府办公室");
    CHECK(d.sent_to == std::vector<std::string>{"各部门"});
    CHECK(d.repeals == std::vector<std::string>{"某市旧规则"});
    CHECK(d.tail == 1);
    CHECK(d.clauses == std::vector<Clause>{{"rules", kNotice}, {"rules", kTail, 0, 0, 1}});
    REQUIRE(p.applies_to.size() == 2);
    CHECK(p.applies_to[1].answer == "silent");
    CHECK(p.applies_to[1].clauses.empty());
    REQUIRE(p.roles.size() == 3);
    CHECK(p.roles[0].powers == std::vector<std::string>{"主持全面工作"});
    CHECK(p.roles[0].aliases == std::vector<std::string>{"一把手"});
    CHECK(p.roles[1].resolved_by == "chair");
    CHECK(p.roles[2].stands_in_for == std::vector<std::string>{"mayor"});
    CHECK(p.roles[2].unit_kind == "government");
    CHECK(p.roles[2].post == "副职");
    REQUIRE(p.facts.size() == 2);
    CHECK(p.facts[0].judgement);
    CHECK(p.facts[0].why == "紧急的另有时限。");
    CHECK(p.facts[1].options == std::vector<std::string>{"visit", "study"});
    REQUIRE(p.accounts.size() == 1);
    CHECK(p.accounts[0].clause == Clause{"rules", 11, 1, 2, 1});
    CHECK(p.accounts[0].status == AccountStatus::out_of_scope);
    CHECK(p.accounts[0].figures == std::vector<std::string>{"12345"});
    CHECK(p.citations.size() == 2);
    REQUIRE(p.names.size() == 1);
    CHECK(p.names[0].count == 2);
}

TEST_CASE("what a pack says of its bodies and limits is read in full") {
    const Pack p = good(file("tests/cases/packs/good/every_key.json"));
    REQUIRE(p.bodies.size() == 1);
    CHECK(p.bodies[0].title == "常务会");
    REQUIRE(p.bodies[0].entries.size() == 4);
    CHECK(p.bodies[0].entries[0].clauses == std::vector<Clause>{{"meeting", 2}});
    CHECK(p.bodies[0].entries[1].denominator == 2);
    CHECK(p.bodies[0].entries[2].n == 2);
    CHECK(p.bodies[0].entries[2].per == "month");
    CHECK(p.bodies[0].entries[2].n_max == 3);
    CHECK(p.bodies[0].entries[2].strength_word == "原则上");
    CHECK(p.bodies[0].entries[3].topics == std::vector<std::string>{"budget"});
    CHECK(p.bodies[0].entries[3].exclusive);
    CHECK(p.bodies[0].entries[3].judgement);
    CHECK(p.bodies[0].silent.size() == 1);
    REQUIRE(p.facts.size() == 2);
    CHECK(p.facts[0].in.at("letter") == "函件是否紧急？");
    CHECK(p.facts[0].in.at("own_duty_handling") == "是否急办？");
    REQUIRE(p.limits.size() == 4);
    const TimeLimit& l = p.limits[0];
    CHECK(l.title == "办结期限");
    CHECK(l.n == 5);
    CHECK(l.unit_open);  // 日 leaves the unit open
    CHECK(l.by == "department");
    CHECK(l.strength == Strength::should);
    REQUIRE(l.runs_out);
    CHECK(l.runs_out->effect == "deemed_no_objection");
    REQUIRE(l.gives_way_to.size() == 1);
    CHECK(l.gives_way_to[0].id == "urgent");
    CHECK(l.gives_way_to[0].when.name == "urgent");
    CHECK(p.limits[1].day_of_month == 10);
    CHECK(p.limits[1].day_open);  // 10日 itself
    CHECK(!p.limits[0].day_open);
    CHECK(!p.limits[1].n);
    CHECK(p.limits[2].minimum);
    CHECK(p.limits[2].direction == Direction::before);
    CHECK(p.limits[2].unit == DeadlineUnit::calendar_day);
    CHECK(p.limits[3].term == "及时");
}

TEST_CASE("what a pack says of a matter is read in full, and a key that is null is as if it were not there") {
    const Pack p = good(file("tests/cases/packs/good/every_key.json"));
    REQUIRE(p.matters.size() == 2);
    const Matter& m = p.matters[0];
    CHECK(m.title == "市政府发文");
    CHECK(std::count(m.aliases.begin(), m.aliases.end(), "发文") == 1);
    CHECK(m.clauses[1] == Clause{"meeting", 5, 1, 2, 3});
    CHECK(m.applies_when.op == Condition::Op::negation);
    REQUIRE(m.steps.size() == 3);
    CHECK(m.steps[0].role == "");
    CHECK(m.steps[0].items.size() == 2);
    CHECK(m.steps[0].open_list);
    CHECK(m.steps[0].status == StepStatus::if_needed);
    CHECK(m.steps[1].to == "mayor");
    CHECK(m.steps[1].form == "书面");
    CHECK(m.steps[1].also == std::vector<std::string>{"examine"});
    CHECK(m.steps[1].after == std::vector<std::string>{"draft"});
    CHECK(m.steps[1].strength == Strength::may);
    CHECK(m.steps[1].thing == "secretary_general_reviewed");
    CHECK(m.steps[2].delegable_to == std::vector<std::string>{"vice_mayor"});
    CHECK(m.steps[2].one_of == "signer");
    CHECK(m.steps[2].path == "alone");
    REQUIRE(m.prerequisites.size() == 1);
    CHECK(m.prerequisites[0].before == "sign");
    CHECK(m.prerequisites[0].by == "justice_bureau");
    REQUIRE(m.prerequisites[0].when.parts.size() == 2);
    CHECK(m.prerequisites[0].when.parts[0].op == Condition::Op::done);
    CHECK(m.prerequisites[0].when.parts[1].pattern.forms == std::vector<std::string>{"书面"});
    CHECK(m.prohibitions[0].instead_matter == "letter");
    CHECK(m.prohibitions[0].instead_facts == Facts{{"urgent", true}, {"characters", std::int64_t{10}}, {"travel_kind", std::string("visit")}, {"minutes_subject", std::vector<std::string>{"land"}}});
    CHECK(m.caps[0].at_most == 3500);
    REQUIRE(m.limits.size() == 2);
    CHECK(m.limits[1].when.name == "urgent");
    CHECK(m.silent[0].asks);
    CHECK(m.silent[0].look_in == std::vector<std::string>{"印章管理办法"});
    REQUIRE(m.readings.size() == 1);
    CHECK(m.readings[0].readings[1].cautious);
    CHECK(m.facts == std::vector<std::string>{"travel_kind", "characters", "attending", "urgent"});
    CHECK(!p.matters[1].regulated);
    CHECK(p.matters[1].title == "函件");
    CHECK(p.matters[1].steps.empty());
}

TEST_CASE("a damaged pack gives located errors and never a crash: cut off anywhere") {
    const std::string whole = file("tests/cases/packs/good/every_key.json");
    for (std::size_t size = 0; size < whole.size() - 1; size += 7) {
        const PackRead r = read(whole.substr(0, size));
        CHECK(!r.pack);
        REQUIRE(r.errors.size() == 1);
        CHECK((r.errors[0].code == "not_json" || r.errors[0].code == "not_utf8"));
        CHECK((r.errors[0].line > 0 || r.errors[0].code == "not_utf8"));
    }
}

TEST_CASE("a damaged pack gives located errors and never a crash: bits turned round, bytes and values moved about") {
    const std::string wholes[] = {small_pack(), file("tests/cases/packs/good/every_key.json")};
    const std::string pieces[] = {"null", "[]", "{}", "\"\"", "-1", "1e999", "true", "\"mayor\"", "[[]]", "99999999999999999999"};
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    int refused = 0;
    const int rounds = 6000 / kStride;
    for (int i = 0; i < rounds; ++i) {
        std::string bytes = wholes[below(2)];
        for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
            const std::size_t at = below(bytes.size());
            switch (below(4)) {
                case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
                case 1: bytes.erase(at, 1 + below(20)); break;
                case 2: bytes.insert(at, pieces[below(10)]); break;
                default: {  // a whole value gives way to another
                    const std::size_t colon = bytes.find(": ", at), end = bytes.find_first_of(",}", colon == bytes.npos ? at : colon);
                    if (colon != bytes.npos && end != bytes.npos) bytes.replace(colon + 2, end - colon - 2, pieces[below(10)]);
                }
            }
        }
        const PackRead r = read(bytes);
        CHECK(r.pack.has_value() == r.errors.empty());
        refused += !r.pack;
        for (const Error& e : r.errors) {
            CHECK_MESSAGE(is_pointer(e.pointer), e.pointer);
            CHECK(!e.code.empty());
            CHECK(!e.message.empty());
        }
        if (r.pack) (void)lint({&shared_catalogue(), &*r.pack});
    }
    CHECK(refused > rounds / 2);
}

TEST_CASE("a pack calls an action, a thing, a role and a fact by its own words, and the catalogue's are still understood") {
    const Pack p = good(file("tests/cases/packs/good/every_key.json"));
    CHECK(p.documents[0].in_force_words == "自发布之日");
    const Rules rules{&shared_catalogue(), &p};
    REQUIRE(p.words);
    CHECK(rules.catalogue == p.words.get());
    CHECK(find_named(rules.catalogue->actions, "legality_review")->title == "合法性审核");
    CHECK(find_named(rules.catalogue->actions, "合法性审查")->id == "legality_review");
    CHECK(find_named(rules.catalogue->things, "legality_opinion")->title == "审查意见书");
    CHECK(find_named(rules.catalogue->roles, "市长")->id == "mayor");
    CHECK(find_named(rules.catalogue->facts, "urgent")->title == "是否急件");
    CHECK(find_named(rules.catalogue->facts, find_named(shared_catalogue().facts, "urgent")->title)->id == "urgent");
    CHECK(find_named(shared_catalogue().actions, "legality_review")->title == "合法性审查");
    const Pack small = good(small_pack());
    CHECK(Rules(&shared_catalogue(), &small).catalogue == &shared_catalogue());
}

TEST_CASE("an upper end of a frequency, and a title that is another's, are refused where they stand") {
    std::string whole = file("tests/cases/packs/good/every_key.json");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string out = whole;
        const std::size_t at = out.find(from);
        REQUIRE(at != std::string::npos);
        return written(read(out.replace(at, from.size(), to)).errors);
    };
    CHECK(with("\"n_max\": 3", "\"n_max\": 2") == "bad_value\t/bodies/0/entries/2\t“n_max”是频次的上限，应大于“n”。\n");
    CHECK(with("\"mayor\": \"城主\"", "\"mayor\": \"秘书长\"") == "ambiguous_name\t/titles/roles/mayor\t“秘书长”不能作名称：是空的，或者另有条目用它。\n");
    CHECK(with("\"mayor\": \"城主\"", "\"major\": \"城主\"") == "unknown_role\t/titles/roles/major\t目录中没有标识“major”。\n");
}
