// 鹭港: a fictional city small enough to have in one's head, for the tests of routes and findings. Its rules in full:
//   告示 (edict)    1 书记拟稿。2 重大的，拟稿后由文书房征求意见。3 然后由文书官审核；牵涉甚广的，由港务官审核。4 审核后，重大的由港主签发，
//                   可以授权首席副港主；其他的由副港主签发。5 命令须先征询街坊；一般应附城区图。6 签发后视需要抄送，可以盖印。
//                   7 港务官不得签发。8 不超过六页。9 收到后五个工作日内答复；签发后三个工作日内不得张贴；急的，及时张贴。
//   信函 (letter)   10 书记拟稿后，由港主签发，或者由文书官审核、副港主签发。
//   裁断 (ruling)   11 “当家人”签发，有两种理解。12 最后由主事人过目签署。
//   船引 (pass)     13 只管商船：由港务官批准；货多的，再报港主批准。
//   请愿 (petition) 14 没有写怎么办。
//   呈报 (report)   16 书记一般以书面报送首席副港主。
//   议事会          15 港主主持，可以委托副港主；过半到会；每月两次；议税。长老会议宴会。
#pragma once

#include "core/assess.h"
#include "core/route/lookup.h"
#include "tests/core/calendar_files.h"

namespace signroute::test {

inline const char* kHarbourCatalogue = R"({
  "format": "signroute-catalogue/1",
  "topics": [{"id": "papers", "title": "文书"}],
  "matters": [
    {"id": "edict", "title": "告示", "aliases": ["布告"], "topic": "papers", "kind": "document"}, {"id": "letter", "title": "信函", "topic": "papers", "kind": "document"},
    {"id": "ruling", "title": "裁断", "topic": "papers", "kind": "document"}, {"id": "pass", "title": "船引", "topic": "papers", "kind": "document"},
    {"id": "petition", "title": "请愿", "topic": "papers", "kind": "document"}, {"id": "oath", "title": "盟誓", "topic": "papers", "kind": "other"},
    {"id": "council", "title": "议事会", "topic": "papers", "kind": "meeting"}, {"id": "elders", "title": "长老会", "topic": "papers", "kind": "meeting"},
    {"id": "report", "title": "呈报", "topic": "papers", "kind": "document"}],
  "roles": [
    {"id": "mayor", "title": "港主", "aliases": ["港主大人"], "kind": "person"}, {"id": "deputy", "title": "副港主", "kind": "person"},
    {"id": "first_deputy", "title": "首席副港主", "kind": "person", "is_a": ["deputy"]}, {"id": "secretary", "title": "文书官", "kind": "person"},
    {"id": "clerk", "title": "书记", "kind": "person"}, {"id": "harbour_master", "title": "港务官", "kind": "person"},
    {"id": "host", "title": "主事人", "kind": "person"}, {"id": "office", "title": "文书房", "kind": "unit"},
    {"id": "council", "title": "议事会", "kind": "body"}, {"id": "elders", "title": "长老会", "kind": "body"}],
  "actions": [
    {"id": "draft", "title": "拟稿"}, {"id": "consult", "title": "征求意见"}, {"id": "review", "title": "审核"}, {"id": "sign_off", "title": "签发", "aliases": ["签批"]},
    {"id": "sign", "title": "签署"}, {"id": "copy", "title": "抄送"}, {"id": "stamp", "title": "盖印"}, {"id": "approve", "title": "批准"}, {"id": "submit", "title": "报送"}],
  "facts": [
    {"id": "important", "title": "是否重大", "aliases": ["重大"], "type": "bool"}, {"id": "wide", "title": "是否牵涉甚广", "type": "bool"}, {"id": "urgent", "title": "是否加急", "type": "bool"},
    {"id": "delegated", "title": "是否已经授权", "type": "bool"},
    {"id": "kind", "title": "告示种类", "type": "choice", "options": [{"id": "order", "title": "命令", "aliases": ["令"]}, {"id": "notice", "title": "通告"}]},
    {"id": "ship", "title": "船的种类", "type": "choice", "options": [{"id": "merchant", "title": "商船"}, {"id": "fishing", "title": "渔船"}]},
    {"id": "pages", "title": "页数", "type": "integer"}, {"id": "cargo", "title": "货物箱数", "type": "integer"},
    {"id": "due", "title": "应到人数", "type": "integer"}, {"id": "present", "title": "实到人数", "type": "integer"},
    {"id": "topic", "title": "议题类别", "type": "choice", "options": [{"id": "tolls", "title": "税"}, {"id": "feasts", "title": "宴会"}]},
    {"id": "last_held", "title": "最近召开日期", "type": "list"}, {"id": "attending", "title": "到会人员", "type": "list", "options": "roles"},
    {"id": "chair", "title": "由谁主持", "type": "choice", "options": [
      {"id": "mayor", "title": "港主"}, {"id": "deputy", "title": "副港主"}, {"id": "secretary", "title": "文书官"}]}],
  "limits": [{"id": "reply", "title": "答复期限", "aliases": ["答复时限"]}, {"id": "wait", "title": "张贴前的等候"}, {"id": "post", "title": "张贴期限"}, {"id": "days", "title": "守候期限"}],
  "things": [{"id": "poll", "title": "征询街坊", "kind": "done"}, {"id": "map", "title": "城区图", "aliases": ["地图"], "kind": "enclosure"}],
  "events": [{"id": "received", "title": "收到", "aliases": ["收到之日"]}, {"id": "replied", "title": "答复"}, {"id": "signed", "title": "签发"}, {"id": "posted", "title": "张贴"}],
  "prohibitions": [],
  "aspects": [{"id": "actor", "title": "由谁办"}, {"id": "procedure", "title": "程序"}, {"id": "in_force", "title": "施行"}]
})";

inline const char* kHarbourPack = R"({
  "format": "signroute-pack/1", "id": "harbour", "city": "鹭港", "title": "鹭港文书章程",
  "documents": [{"id": "rules", "title": "鹭港文书章程", "articles": 20, "in_force_from": "2024-01-01", "clauses": ["20"]}],
  "roles": [{"id": "host", "clauses": ["12"], "resolved_by": "chair"}],
  "facts": [
    {"id": "important", "question": "告示是否重大？", "clauses": ["2"]}, {"id": "wide", "question": "是否牵涉甚广？", "judgement": true, "why": "牵涉甚广的由港务官审核。"},
    {"id": "kind", "question": "哪一种告示？"}, {"id": "urgent", "question": "急不急？"}, {"id": "pages", "question": "共几页？"},
    {"id": "ship", "question": "什么船？"}, {"id": "cargo", "question": "几箱货？"}, {"id": "chair", "question": "谁主持？"},
    {"id": "due", "question": "应到几人？"}, {"id": "present", "question": "实到几人？"}, {"id": "last_held", "question": "最近哪几天开过？"},
    {"id": "attending", "question": "谁到会？"}, {"id": "topic", "question": "议什么？"}, {"id": "delegated", "question": "授权了没有？"}],
  "bodies": [
    {"id": "council", "clauses": ["15"], "entries": [
      {"id": "chair", "attribute": "chair", "role": "mayor", "say": "港主主持。", "clauses": ["15"]},
      {"id": "stand_in", "attribute": "stand_in", "role": "deputy", "when": "delegated", "say": "可以委托副港主主持。", "clauses": ["15"]},
      {"id": "quorum", "attribute": "quorum", "numerator": 1, "denominator": 2, "say": "过半到会。", "clauses": ["15"]},
      {"id": "often", "attribute": "frequency", "n": 2, "per": "month", "say": "每月召开两次。", "clauses": ["15"]},
      {"id": "who", "attribute": "member", "roles": ["mayor", "deputy", "secretary"], "say": "三人组成。", "clauses": ["15"]},
      {"id": "tolls", "attribute": "scope", "topics": ["tolls"], "say": "议税。", "clauses": ["15"]}]},
    {"id": "elders", "clauses": ["15"], "entries": [{"id": "feasts", "attribute": "scope", "topics": ["feasts"], "say": "议宴会。", "clauses": ["15"]}]}],
  "limits": [
    {"id": "reply", "say": "收到后五个工作日内答复。", "clauses": ["9"], "n": 5, "unit": "working_day", "from": "received", "to": "replied",
     "runs_out": {"effect": "deemed_agreed", "say": "视为同意。", "clauses": ["9"]},
     "gives_way_to": [{"id": "agreed", "say": "另有约定的从其约定。", "clauses": ["9#2"]}]},
    {"id": "wait", "say": "签发后三个工作日内不得张贴。", "clauses": ["9"], "n": 3, "unit": "working_day", "minimum": true, "from": "signed", "to": "posted"},
    {"id": "post", "say": "急的及时张贴。", "clauses": ["9"], "term": "及时", "from": "signed", "to": "posted"},
    {"id": "days", "say": "收到后三日内答复。", "clauses": ["14"], "n": 3, "unit": "day", "from": "received", "to": "replied"}],
  "matters": [
    {"id": "edict", "clauses": ["1"], "steps": [
      {"id": "draft", "role": "clerk", "action": "draft", "clauses": ["1"]},
      {"id": "consult", "role": "office", "action": "consult", "clauses": ["2"], "after": ["draft"], "when": "important"},
      {"id": "review", "role": "secretary", "action": "review", "clauses": ["3"], "after": ["consult", "draft"], "when": {"fact": "wide", "is": false}},
      {"id": "wide_review", "role": "harbour_master", "action": "review", "clauses": ["3"], "after": ["consult", "draft"], "when": "wide"},
      {"id": "mayor_signs", "role": "mayor", "action": "sign_off", "clauses": ["4"], "decides": true, "delegable_to": ["first_deputy"], "after": ["review", "wide_review"], "when": "important"},
      {"id": "deputy_signs", "role": "deputy", "action": "sign_off", "clauses": ["4"], "decides": true, "after": ["review", "wide_review"], "when": {"fact": "important", "is": false}},
      {"id": "copies", "role": "office", "action": "copy", "status": "if_needed", "clauses": ["6"], "after": ["mayor_signs", "deputy_signs"]},
      {"id": "stamps", "role": "office", "action": "stamp", "status": "permitted", "strength": "may", "clauses": ["6"], "after": ["mayor_signs", "deputy_signs"]}],
     "prerequisites": [
      {"id": "poll", "thing": "poll", "say": "先征询街坊。", "clauses": ["5"], "before": "review", "when": {"fact": "kind", "is": "order"}},
      {"id": "map", "thing": "map", "say": "一般应附城区图。", "clauses": ["5"], "strength": "should"}],
     "prohibitions": [
      {"id": "master_signs", "say": "港务官不得签发。", "clauses": ["7"], "breach": {"planned": {"role": "harbour_master", "action": "sign_off"}}},
      {"id": "hasty", "say": "加急的通告不发告示。", "clauses": ["7"], "when": {"fact": "kind", "is": "notice"}, "breach": "urgent", "instead": {"matter": "letter", "facts": {"urgent": true}}}],
     "caps": [{"id": "length", "fact": "pages", "unit": "page", "at_most": 6, "say": "不超过六页。", "clauses": ["8"]}],
     "limits": ["reply", {"limit": "wait", "when": {"fact": "urgent", "is": false}}, {"limit": "post", "when": "urgent"}]},
    {"id": "letter", "clauses": ["10"], "steps": [
      {"id": "draft", "role": "clerk", "action": "draft", "clauses": ["10"]},
      {"id": "mayor_signs", "role": "mayor", "action": "sign_off", "clauses": ["10"], "decides": true, "after": ["draft"], "one_of": "signer", "path": "mayor"},
      {"id": "reviews", "role": "secretary", "action": "review", "clauses": ["10"], "after": ["draft"], "one_of": "signer", "path": "deputy"},
      {"id": "deputy_signs", "role": "deputy", "action": "sign_off", "clauses": ["10"], "decides": true, "after": ["reviews"], "one_of": "signer", "path": "deputy"}]},
    {"id": "ruling", "clauses": ["11"], "readings": [{"id": "master", "say": "当家人是谁有两种理解。", "clauses": ["11"], "readings": [
        {"id": "mayor", "say": "当家人是港主。", "basis": ["11"], "cautious": true}, {"id": "deputy", "say": "当家人是副港主。", "basis": ["12"], "literal": true}]}],
     "steps": [
      {"id": "mayor_signs", "role": "mayor", "action": "sign_off", "clauses": ["11"], "decides": true, "when": {"reading": "master", "is": "mayor"}},
      {"id": "deputy_signs", "role": "deputy", "action": "sign_off", "clauses": ["11"], "decides": true, "when": {"reading": "master", "is": "deputy"}},
      {"id": "host_signs", "role": "host", "action": "sign", "clauses": ["12"], "after": ["mayor_signs", "deputy_signs"]}]},
    {"id": "pass", "clauses": ["13"], "applies_when": {"fact": "ship", "is": "merchant"}, "steps": [
      {"id": "master_approves", "role": "harbour_master", "action": "approve", "clauses": ["13"], "decides": true},
      {"id": "mayor_approves", "role": "mayor", "action": "approve", "clauses": ["13"], "decides": true, "after": ["master_approves"], "when": {"fact": "cargo", "more_than": 50}}]},
    {"id": "petition", "regulated": false, "clauses": ["14"], "silent": [
      {"id": "how", "about": "请愿怎么办", "aspect": "procedure", "say": "没有写怎么办。", "clauses": ["14"], "asks": true}]},
    {"id": "council", "clauses": ["15"], "limits": ["days"], "notes": [{"id": "bell", "say": "开会鸣钟。", "clauses": ["15"]}]},
    {"id": "elders", "clauses": ["15"], "notes": [{"id": "drum", "say": "开会击鼓。", "clauses": ["15"]}]},
    {"id": "report", "clauses": ["16"], "steps": [
      {"id": "submit", "role": "clerk", "action": "submit", "to": "first_deputy", "form": "书面", "clauses": ["16"], "strength": "should"}]}]
})";

inline const Catalogue& harbour_catalogue() {
    static const Catalogue catalogue = [] {
        const auto read = catalogue_from_json(kHarbourCatalogue);
        REQUIRE_MESSAGE(read, (read ? "" : read.error().pointer + " " + read.error().message));
        return *read;
    }();
    return catalogue;
}

inline const Pack& harbour_pack() {
    static const Pack pack = [] {
        const PackRead read = pack_from_json(kHarbourPack, harbour_catalogue());
        for (const Error& e : read.errors) FAIL_CHECK(e.pointer << " " << e.message);
        REQUIRE(read.pack);
        return *read.pack;
    }();
    return pack;
}

inline Rules harbour() { return {&harbour_catalogue(), &harbour_pack()}; }

// A case as one says it: the matter, what is known of it, and the plan in words ("文书官审核").
inline Case harbour_case(const std::string& matter, Facts facts, const std::vector<std::string>& plan = {}) {
    Case out;
    out.matters = {matter};
    out.facts = std::move(facts);
    out.has_plan = !plan.empty();
    for (const std::string& step : plan) out.planned.push_back(step_from_text(harbour(), step));
    return out;
}

inline Assessment assessed(const Case& situation) { return assess(harbour(), installed(), situation); }

}  // namespace signroute::test
