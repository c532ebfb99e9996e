// A small fictional city for the tests of lint: a pack without fault, into which each test puts one defect.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "core/pack/lint.h"

namespace signroute::test {

using TestJson = nlohmann::json;

inline const char* kLintCatalogue = R"({
  "format": "signroute-catalogue/1",
  "topics": [{"id": "document", "title": "公文"}],
  "matters": [
    {"id": "notice", "title": "发布告示", "topic": "document", "kind": "document"},
    {"id": "letter", "title": "寄发信函", "topic": "document", "kind": "document"},
    {"id": "council", "title": "议事会", "topic": "document", "kind": "meeting"}],
  "roles": [
    {"id": "mayor", "title": "城主", "kind": "person"},
    {"id": "deputy", "title": "副城主", "kind": "person"},
    {"id": "first_deputy", "title": "首席副城主", "kind": "person", "is_a": ["deputy"]},
    {"id": "secretary", "title": "文书官", "kind": "person"},
    {"id": "clerk", "title": "书记", "kind": "person"},
    {"id": "host", "title": "主事人", "kind": "person"},
    {"id": "office", "title": "文书房", "kind": "unit"},
    {"id": "council", "title": "议事会", "kind": "body"}],
  "actions": [
    {"id": "draft", "title": "拟稿"}, {"id": "review", "title": "审核"}, {"id": "sign_off", "title": "签发"},
    {"id": "submit", "title": "报送"}, {"id": "approve", "title": "批准"}, {"id": "copy", "title": "抄送"}],
  "facts": [
    {"id": "important", "title": "是否重大", "type": "bool"},
    {"id": "urgent", "title": "是否加急", "type": "bool"},
    {"id": "dispensable", "title": "是否可免", "type": "bool"},
    {"id": "kind", "title": "告示种类", "type": "choice", "options": [
      {"id": "order", "title": "命令"}, {"id": "notice", "title": "通告"}, {"id": "reply", "title": "答复"}, {"id": "other", "title": "其他"}]},
    {"id": "pages", "title": "页数", "type": "integer"},
    {"id": "due", "title": "应到人数", "type": "integer"},
    {"id": "present", "title": "实到人数", "type": "integer"},
    {"id": "guests", "title": "来宾", "type": "list", "options": [
      {"id": "envoy", "title": "使者"}, {"id": "scholar", "title": "学者"}, {"id": "merchant", "title": "商人"}]},
    {"id": "chair", "title": "主持人", "type": "choice", "options": [
      {"id": "mayor", "title": "城主"}, {"id": "deputy", "title": "副城主"}, {"id": "secretary", "title": "文书官"}]}],
  "limits": [
    {"id": "review_days", "title": "审核期限"}, {"id": "reply_days", "title": "答复期限"}, {"id": "wait_days", "title": "公示期限"}],
  "things": [
    {"id": "poll", "title": "征询街坊", "kind": "done"}, {"id": "map", "title": "城区图", "kind": "enclosure"}],
  "events": [
    {"id": "received", "title": "收到"}, {"id": "replied", "title": "答复"}, {"id": "meeting", "title": "开会"},
    {"id": "agenda_declared", "title": "报议题"}],
  "prohibitions": [],
  "aspects": [{"id": "actor", "title": "由谁办"}, {"id": "period", "title": "期限"}, {"id": "order", "title": "先后"}]
})";

inline const char* kLintPack = R"({
  "format": "signroute-pack/1", "id": "cloud", "city": "云城", "title": "云城办文章程",
  "documents": [{"id": "rules", "title": "云城办文章程", "articles": 20}],
  "roles": [
    {"id": "mayor", "clauses": ["2"], "powers": ["总理全城事务"]},
    {"id": "host", "clauses": ["9"], "resolved_by": "chair"}],
  "facts": [
    {"id": "important", "question": "告示是否重大？", "judgement": true},
    {"id": "urgent", "question": "是否加急？"},
    {"id": "dispensable", "question": "是否可免？"},
    {"id": "kind", "question": "哪一种告示？"},
    {"id": "pages", "question": "共几页？"},
    {"id": "guests", "question": "来了哪些客人？"},
    {"id": "chair", "question": "谁主持？"},
    {"id": "due", "question": "应到几人？"},
    {"id": "present", "question": "实到几人？"}],
  "bodies": [{"id": "council", "clauses": ["15"], "entries": [
    {"id": "chair", "attribute": "chair", "role": "mayor", "say": "城主主持。", "clauses": ["15"]},
    {"id": "quorum", "attribute": "quorum", "numerator": 1, "denominator": 2, "say": "过半到会。", "clauses": ["15"]}]}],
  "limits": [
    {"id": "review_days", "say": "收到后五日内答复。", "clauses": ["6"], "n": 5, "unit": "working_day", "from": "received", "to": "replied"},
    {"id": "reply_days", "say": "加急的两日内答复。", "clauses": ["6"], "n": 2, "unit": "working_day", "from": "received", "to": "replied"}],
  "matters": [
    {"id": "notice", "clauses": ["3"], "steps": [
      {"id": "draft", "role": "clerk", "action": "draft", "clauses": ["3"]},
      {"id": "review", "role": "secretary", "action": "review", "clauses": ["3"], "after": ["draft"]},
      {"id": "mayor_signs", "role": "mayor", "action": "sign_off", "clauses": ["4"], "decides": true, "after": ["review"], "when": "important"},
      {"id": "deputy_signs", "role": "deputy", "action": "sign_off", "clauses": ["4"], "decides": true, "after": ["review"],
       "when": {"fact": "important", "is": false}}],
     "prerequisites": [{"id": "poll", "thing": "poll", "say": "先征询街坊。", "clauses": ["5"], "before": "review",
       "when": {"fact": "kind", "is": ["order", "notice"]}}],
     "prohibitions": [{"id": "needless", "say": "可免的不发。", "clauses": ["7"], "breach": "dispensable"}],
     "caps": [{"id": "length", "fact": "pages", "unit": "page", "at_most": 6, "say": "不超过六页。", "clauses": ["8"]}],
     "limits": [{"limit": "review_days", "when": {"fact": "urgent", "is": false}}, {"limit": "reply_days", "when": "urgent"}],
     "silent": [{"id": "first_day", "about": "从哪一天起算", "aspect": "period", "say": "没有说从哪一天起算。", "clauses": ["6"]}],
     "readings": [{"id": "many", "say": "“多”有两种读法。", "clauses": ["10"], "when": {"count": "guests", "at_least": 1}, "readings": [
       {"id": "two", "say": "两位即多。", "basis": ["10"], "literal": true}, {"id": "three", "say": "三位才多。", "basis": ["10"], "cautious": true}]}],
     "notes": [
       {"id": "crowd", "say": "客人多。", "clauses": ["10"], "when": {"any": [
          {"all": [{"count": "guests", "at_least": 2}, {"reading": "many", "is": "two"}]},
          {"count": "guests", "at_least": 3}]}},
       {"id": "envoy", "say": "使者到。", "clauses": ["10"], "when": {"fact": "guests", "has": ["envoy"]}}]},
    {"id": "letter", "clauses": ["9"], "applies_when": {"fact": "kind", "is": "reply"}, "steps": [
      {"id": "write", "role": "clerk", "action": "draft", "clauses": ["9"]},
      {"id": "check", "role": "secretary", "action": "review", "clauses": ["9"], "after": ["write"],
       "when": {"not": {"fact": "chair", "is": "secretary"}}},
      {"id": "mayor_way", "role": "mayor", "action": "copy", "clauses": ["9"], "one_of": "seen"},
      {"id": "deputy_way", "role": "deputy", "action": "copy", "clauses": ["9"], "one_of": "seen"},
      {"id": "host_signs", "role": "host", "action": "sign_off", "clauses": ["9"], "decides": true, "after": ["check"]}]},
    {"id": "council", "clauses": ["15"], "silent": [
      {"id": "who", "about": "谁记录", "aspect": "actor", "say": "没有说谁记录。", "clauses": ["15", "16"]}]}]
})";

// The values that a report points into are kept with it.
struct Linted {
    Catalogue catalogue;
    Pack pack;
    LintReport report;

    const LintFinding* find(const std::string& code, const std::string& element = "") const {
        for (const LintFinding& f : report.findings) {
            if (f.code == code && (element.empty() || f.element == element)) return &f;
        }
        return nullptr;
    }
    Rules rules() const { return {&catalogue, &pack}; }
    Route route(const LintFinding& f) const {
        Choice choice;
        choice[f.matter] = f.readings;
        return route_from_facts(rules(), *f.counterexample, choice);
    }
    std::string all() const {
        std::string out;
        for (const LintFinding& f : report.findings) out += f.code + " " + f.pointer + " " + f.message + "\n";
        return out;
    }
};

inline Catalogue lint_catalogue() {
    const auto read = catalogue_from_json(kLintCatalogue);
    REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
    return *read;
}

inline TestJson lint_pack() { return TestJson::parse(kLintPack); }

inline TestJson& matter(TestJson& pack, const std::string& id) {
    for (TestJson& m : pack["matters"]) {
        if (m["id"] == id) return m;
    }
    FAIL("no such matter");
    return pack;
}

inline TestJson& element(TestJson& pack, const std::string& in, const std::string& list, const std::string& id) {
    for (TestJson& e : matter(pack, in)[list]) {
        if (e["id"] == id) return e;
    }
    FAIL("no such element");
    return pack;
}

inline TestJson json(const char* text) { return TestJson::parse(text); }

// Not copied once it is made: the report points into it.
inline std::unique_ptr<Linted> lint_of(const TestJson& pack) {
    auto out = std::make_unique<Linted>();
    out->catalogue = lint_catalogue();
    const PackRead read = pack_from_json(pack.dump(), out->catalogue);
    for (const Error& e : read.errors) FAIL_CHECK(e.pointer << " " << e.message);
    REQUIRE(read.pack);
    out->pack = *read.pack;
    out->report = lint(out->rules());
    return out;
}

// What the reader refuses before there is anything to lint: "code pointer message" of its first error.
inline std::string refused(const TestJson& pack) {
    const Catalogue catalogue = lint_catalogue();
    const PackRead read = pack_from_json(pack.dump(), catalogue);
    return read.errors.empty() ? "" : read.errors.front().code + " " + read.errors.front().pointer + " " + read.errors.front().message;
}

}  // namespace signroute::test
