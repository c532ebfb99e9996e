// The machine contract, verb by verb, on the fictional city of harbour.h: the shape of the answers, and that names do not
// matter.
#include <set>

#include "core/contract/answer_in.h"
#include "core/contract/json_out.h"
#include "tests/core/contract_call.h"

using namespace signroute;
using namespace signroute::test;

TEST_CASE("packs tells each pack with its city, documents and the day it came into force") {
    const Json a = answered("packs", Json::object());
    REQUIRE(a["packs"].size() == 1);
    const Json& p = a["packs"][0];
    check_keys(p, {"id", "city", "title", "documents", "in_force_from"});
    CHECK(p["id"] == "harbour");
    CHECK(p["city"] == "鹭港");
    CHECK(p["in_force_from"] == "2024-01-01");
    CHECK(p["documents"][0]["title"] == "鹭港文书章程");
}

TEST_CASE("catalogue tells the names that all packs share, and the closed list of codes") {
    const Json a = answered("catalogue", Json::object());
    check_keys(a, {"matters", "facts", "roles", "actions", "limits", "bodies", "aspects", "codes", "things", "events", "topics"});
    CHECK(a["codes"] == json(R"(["missing_step", "superfluous_step", "out_of_order", "wrong_role", "wrong_action", "unknown_role", "not_authorised",
        "prerequisite_unmet", "forbidden", "wrong_body", "over_limit", "too_late", "too_early", "impossible_date", "needs_judgement", "unknown_fact",
        "not_regulated", "two_readings"])"));
    CHECK(values(a["bodies"], "id") == std::vector<std::string>{"council", "elders"});
    CHECK(with_id(a["roles"], "first_deputy")["is_a"] == json(R"(["deputy"])"));
    CHECK(with_id(a["facts"], "kind")["type"] == "choice");
    CHECK(with_id(a["facts"], "attending")["options"] == "roles");
    CHECK(with_id(a["things"], "map")["kind"] == "enclosure");
}

TEST_CASE("matters tells every matter of the catalogue, with what it asks and what goes with it") {
    const Json a = answered("matters", Json::object());
    CHECK(values(a["matters"], "id") == std::vector<std::string>{"edict", "letter", "ruling", "pass", "petition", "oath", "council", "elders", "report"});
    for (const Json& m : a["matters"]) {
        check_keys(m, {"id", "title", "aliases", "topic", "kind", "clauses", "regulated", "facts", "roles", "actions", "prerequisites", "enclosures", "events",
                       "prohibitions", "limits", "silent"});
        CHECK(!m.contains("applies"));
        for (const Json& f : m["facts"]) check_keys(f, {"id", "question", "type", "options", "judgement", "why"});
    }
    const Json& edict = with_id(a["matters"], "edict");
    CHECK(with_id(edict["facts"], "wide")["judgement"] == true);
    CHECK(with_id(edict["facts"], "wide")["why"] == "牵涉甚广的由港务官审核。");
    CHECK(with_id(edict["facts"], "pages")["type"] == "integer");
    CHECK(values(edict["prerequisites"], "id") == std::vector<std::string>{"poll"});
    CHECK(values(edict["enclosures"], "id") == std::vector<std::string>{"map"});
    CHECK(edict["events"] == json(R"(["received", "replied", "signed", "posted"])"));
    CHECK(edict["clauses"][0] == json(R"({"article": 1, "doc": "rules", "label": "第一条"})"));
    CHECK(with_id(edict["limits"], "post")["n"] == nullptr);
    CHECK(with_id(edict["limits"], "post")["term"] == "及时");
    CHECK(with_id(a["matters"], "petition")["regulated"] == false);
    CHECK(with_id(a["matters"], "oath")["regulated"] == false);
    CHECK(with_id(a["matters"], "oath")["silent"][0]["aspect"] == "procedure");
}

TEST_CASE("matters with facts tells which of them apply, and which body takes the topic, and why") {
    const Json a = answered("matters", json(R"({"facts": {"ship": "渔船", "topic": "宴会"}})"));
    CHECK(with_id(a["matters"], "pass")["applies"] == "no");
    CHECK(with_id(a["matters"], "pass")["because"]["facts"] == json(R"([{"fact": "ship", "value": "fishing"}])"));
    CHECK(with_id(a["matters"], "edict")["applies"] == "yes");
    CHECK(with_id(a["matters"], "petition")["applies"] == "no");
    CHECK(with_id(a["bodies"], "council")["scope"][0]["applies"] == "no");
    CHECK(with_id(a["bodies"], "elders")["scope"][0]["applies"] == "yes");
    const Json open = answered("matters", json(R"({"facts": {"ship": null}})"));
    CHECK(with_id(open["matters"], "pass")["applies"] == "unknown");
    CHECK(with_id(open["matters"], "pass")["because"]["open"] == json(R"(["ship"])"));
    CHECK(with_id(open["bodies"], "council")["scope"][0]["applies"] == "unknown");
}

TEST_CASE("pack tells what holds without a situation; what the text lacks is null") {
    const Json a = answered("pack", Json::object());
    check_keys(a, {"documents", "applies_to", "roles", "bodies", "silent"});
    check_keys(a["documents"][0], {"id", "title", "number", "issued", "in_force_from", "until", "adopted_by", "sent_to", "repeals", "interpreter"});
    CHECK(a["documents"][0]["number"] == nullptr);
    CHECK(a["documents"][0]["in_force_from"] == "2024-01-01");
    check_keys(a["roles"][0], {"id", "unit_kind", "post", "powers", "stands_in_for", "clauses"});
    const Json& council = with_id(a["bodies"], "council");
    check_keys(council, {"id", "title", "members", "attend", "invite", "convener", "chair", "stand_in", "quorum", "frequency", "scope", "topics_set_by", "cut_off",
                         "decides_by", "outcomes", "minutes", "publication", "leave"});
    CHECK(council["chair"]["role"] == "mayor");
    CHECK(council["quorum"]["more_than"] == json(R"({"numerator": 1, "denominator": 2})"));
    CHECK(council["frequency"]["n"] == 2);
    CHECK(council["minutes"] == nullptr);
    CHECK(council["members"][0]["roles"] == json(R"(["mayor", "deputy", "secretary"])"));
    CHECK(council["chair"]["strength"] == "must");
    CHECK(council["chair"]["clauses"][0]["article"] == 15);
}

TEST_CASE("route tells the steps and what goes with them, and checks nothing") {
    Json request = edict();
    request.erase("planned");
    const Json a = answered("route", request);
    check_keys(a, {"outcome", "route", "prerequisites", "prohibitions", "limits", "open_questions", "notes", "final", "decided_by", "silent", "unused_facts"});
    for (const char* key : {"findings", "verdict", "schedule", "checked", "mend"}) CHECK(!a.contains(key));
    CHECK(a["outcome"] == "regulated");
    for (const Json& s : a["route"]) {
        check_keys(s, {"id", "role", "action", "to", "form", "strength", "decides", "delegable_to", "items", "clauses", "because", "after", "status"});
        check_keys(s["because"], {"clauses", "facts", "open"});
    }
    const Json& signs = with_id(a["route"], "deputy_signs");
    CHECK(signs["role"] == "deputy");
    CHECK(signs["action"] == "sign_off");
    CHECK(signs["status"] == "required");
    CHECK(signs["decides"] == true);
    CHECK(signs["after"] == json(R"(["review"])"));
    CHECK(signs["because"]["facts"] == json(R"([{"fact": "important", "value": false}])"));
    CHECK(signs["to"] == nullptr);
    CHECK(with_id(a["route"], "mayor_signs")["status"] == "not_required");
    CHECK(with_id(a["route"], "copies")["status"] == "if_needed");
    CHECK(a["final"] == json(R"([{"role": "deputy", "step": "deputy_signs", "when": "normal"}])"));
    CHECK(a["decided_by"] == json(R"([[{"role": "deputy", "step": "deputy_signs", "when": "normal"}]])"));
    CHECK(with_id(a["limits"], "length")["n"] == 6);
    CHECK(with_id(a["limits"], "wait")["applies"] == "yes");
    const Json group = answered("route", json(R"({"matter": "letter"})"));
    CHECK(with_id(group["route"], "mayor_signs")["one_of"] == with_id(group["route"], "reviews")["one_of"]);
}

TEST_CASE("an outcome is one of five, and each is an answer") {
    const auto outcome = [](const char* request) { return answered("route", json(request))["outcome"]; };
    CHECK(outcome(R"({"matter": "letter"})") == "regulated");
    CHECK(outcome(R"({"matter": "edict"})") == "depends");
    CHECK(outcome(R"({"matter": "ruling", "facts": {"chair": "mayor"}})") == "readings");
    CHECK(outcome(R"({"matter": "petition"})") == "not_regulated");
    CHECK(outcome(R"({"matter": "oath"})") == "not_regulated");  // the pack lacks it, the catalogue does not
    CHECK(outcome(R"({"matter": "letter", "on": "2023-12-31"})") == "not_in_hand");
    CHECK(outcome(R"({"matter": "letter", "today": "2023-12-31"})") == "not_in_hand");
    CHECK(outcome(R"({"matter": "letter", "on": "2024-01-01", "today": "2023-12-31"})") == "regulated");  // `on` counts first
    const Json lacking = answered("route", json(R"({"matter": "oath"})"));
    CHECK(lacking["silent"][0]["about"] == "盟誓");
    CHECK(lacking["route"].empty());
}

TEST_CASE("assess adds the schedule, the findings, the verdict, what was tried, and the mend") {
    const Json good = answered("assess", edict());
    check_keys(good, {"outcome", "route", "prerequisites", "prohibitions", "limits", "open_questions", "notes", "schedule", "findings", "verdict", "checked", "mend"});
    CHECK(good["verdict"] == "pass");
    CHECK(good["findings"].empty());
    std::set<std::string> results;
    for (const Json& c : good["checked"]) {
        check_keys(c, {"element", "clauses", "result"});
        results.insert(c["result"]);
    }
    CHECK(results == std::set<std::string>{"held", "not_applicable", "unknown"});
    Json bad = edict();
    bad["planned"].erase(1);
    const Json failed = answered("assess", bad, 1);
    CHECK(failed["verdict"] == "fail");
    REQUIRE(failed["findings"].size() == 1);
    const Json& f = failed["findings"][0];
    check_keys(f, {"severity", "code", "message", "clauses", "strength"});
    CHECK(f["severity"] == "error");
    CHECK(f["code"] == "missing_step");
    CHECK(f["step"] == "review");
    CHECK(f["strength"] == "must");
    CHECK(f["want"] == json(R"({"action": "review", "role": "secretary"})"));
    CHECK(f["mend"] == json(R"([{"op": "insert", "at": 1, "step": {"role": "secretary", "action": "review"}}])"));
    CHECK(failed["mend"]["planned"] == json(R"([{"role": "clerk", "action": "draft"}, {"role": "secretary", "action": "review"}, {"role": "deputy", "action": "sign_off"}])"));
    CHECK(answered("assess", changed(bad, "/planned", failed["mend"]["planned"]))["verdict"] == "pass");
    CHECK(answered("assess", changed(bad, "/planned", "书记拟稿→文书官审核，副港主签发")) ==
          answered("assess", changed(bad, "/planned", json(R"(["书记拟稿", "文书官审核", "副港主签发"])"))));
}

TEST_CASE("assess: another lawful way is named as a matter with its facts") {
    const Json a = answered("assess", changed(edict(), "/facts/urgent", true), 1);
    CHECK(a["findings"][0]["mend"] == json(R"({"instead": {"matter": "letter", "facts": {"urgent": true}}})"));
}

TEST_CASE("assess: the schedule tells each limit's days, and what silence means") {
    Json request = edict();
    request["events"] = json(R"({"received": "2025-03-03", "replied": "2025-03-11"})");
    const Json a = answered("assess", request, 1);
    const Json& reply = with_id(a["schedule"], "reply", "limit");
    CHECK(reply["due"] == "2025-03-10");
    CHECK(reply["state"] == "missed");
    CHECK(reply["late_by"] == 1);
    CHECK(reply["runs_out"]["effect"] == "deemed_agreed");
    CHECK(reply["runs_out"]["from"] == "2025-03-11");
    CHECK(reply["runs_out"]["arises"] == "yes");
    CHECK(a["findings"][0]["got"] == json(R"({"due": "2025-03-11", "late_by": 1})"));
}

TEST_CASE("assess: readings carry whole answers, and the top what they share") {
    const Json a = answered("assess", json(R"({"matter": "ruling", "facts": {"chair": "文书官"}, "planned": ["港主签发", "文书官签署"]})"));
    CHECK(a["outcome"] == "readings");
    CHECK(a["verdict"] == "ask");
    REQUIRE(a["readings"].size() == 2);
    for (const Json& r : a["readings"]) {
        check_keys(r, {"id", "basis", "literal", "cautious", "say", "answer"});
        check_keys(r["answer"], {"outcome", "route", "findings", "verdict", "checked"});
    }
    CHECK(a["readings"][0]["answer"]["verdict"] == "pass");
    CHECK(a["readings"][1]["answer"]["verdict"] == "fail");
    CHECK(values(a["route"], "id") == std::vector<std::string>{"host_signs"});
    CHECK(values(a["findings"], "code") == std::vector<std::string>{"two_readings"});
}

TEST_CASE("a body is also a matter, and want.n is the number that would do") {
    const Json a = answered("assess", json(R"({"matter": "council", "on": "2025-03-12", "facts": {"due": 11, "present": 5, "chair": "mayor", "topic": "tolls",
        "last_held": ["2025-02-03", "2025-02-17"]}})"), 1);
    REQUIRE(a["findings"].size() == 1);
    CHECK(a["findings"][0]["code"] == "over_limit");
    CHECK(a["findings"][0]["want"]["n"] == 6);
}

TEST_CASE("deadline counts as asked, and its defaults are those of the contract") {
    const Json full = answered("deadline", json(R"({"start": "2025-01-23", "n": 7, "unit": "working_day", "direction": "after", "count_start": false, "roll": "none"})"));
    CHECK(full["outcome"] == "regulated");
    CHECK(full["due"] == "2025-02-08");
    check_keys(full, {"ledger", "late_by", "assumptions"});
    CHECK(full == answered("deadline", json(R"({"start": "2025-01-23", "n": 7})")));
    CHECK(full["ledger"].front() == json(R"({"counted": false, "date": "2025-01-23", "reason": "first_day"})"));
    CHECK(full["ledger"].back()["date"] == "2025-02-08");
    CHECK(full["ledger"].back()["reason"] == "makeup");
    CHECK(full["ledger"].size() == 17);
    CHECK(!answered("deadline", json(R"({"start": "2025-01-23", "n": 7, "ledger": false})")).contains("ledger"));
    for (const Json& assumption : full["assumptions"]) check_keys(assumption, {"id", "chosen", "basis"});
    const Json far = answered("deadline", json(R"({"start": "2031-01-02", "n": 20})"));
    CHECK(far["due"] == nullptr);
    check_keys(far, {"earliest", "latest"});
    CHECK(far["not_covered"] == json("[2031]"));
}

TEST_CASE("deadline knows a pack's limit with its start, a word for a figure, and a limit that the pack lacks") {
    const Json reply = answered("deadline", json(R"({"limit": "reply", "start": "2025-03-03", "done": "2025-03-12"})"));
    CHECK(reply["due"] == "2025-03-10");
    CHECK(reply["late_by"] == 2);
    CHECK(reply["runs_out"]["arises"] == "yes");
    CHECK(answered("deadline", json(R"({"limit": "reply", "start": "2025-03-03", "agreed": "2025-03-20"})"))["due"] == "2025-03-20");
    CHECK(with_id(reply["assumptions"], "not_agreed")["basis"] == "第九条");  // sentences are no way of citing
    CHECK(answered("deadline", json(R"({"limit": "reply", "start": "2025-03-03", "agreed": 10})"))["due"] == "2025-03-17");
    for (const Json& agreed : {Json(true), Json(5000)}) {  // on something else, or on a day beyond the calendar: not the limit's own day
        const Json elsewhere = answered("deadline", {{"limit", "reply"}, {"start", "2025-03-03"}, {"agreed", agreed}});
        CHECK(elsewhere["due"] == nullptr);
        CHECK(elsewhere["gives_way_to"]["id"] == "agreed");
    }
    const Json word = answered("deadline", json(R"({"limit": "post"})"));
    CHECK(word["due"] == nullptr);
    CHECK(word["no_figure"] == true);
    CHECK(word["limit"]["term"] == "及时");
    CHECK(word["limit"]["unit"] == nullptr);  // never a default
    const Json days = answered("deadline", json(R"({"limit": "days", "start": "2025-03-06"})"));
    CHECK(days["outcome"] == "readings");
    CHECK(days["limit"]["unit"] == nullptr);
    REQUIRE(days["readings"].size() == 2);
    CHECK(days["readings"][0]["answer"]["due"] == "2025-03-11");
    CHECK(days["readings"][1]["answer"]["due"] == "2025-03-09");
    CHECK(days["readings"][1]["cautious"] == true);
    CHECK(answered("deadline", json(R"({"limit": "reply", "start": "2023-03-03", "on": "2023-03-03"})"))["outcome"] == "not_in_hand");
    Json other = json(R"({"limit": "reply", "start": "2025-03-03"})");
    other["pack_source"] = json(kHarbourPack);
    other["pack_source"]["limits"].erase(0);
    other["pack_source"]["matters"][0].erase("limits");
    const Json lacking = answered("deadline", other);
    CHECK(lacking["outcome"] == "not_regulated");
    CHECK(lacking["silent"][0]["about"] == "答复期限");
}

TEST_CASE("lint tells findings, silences and conflicts, and ends with 1 where something is wrong") {
    const Json a = answered("lint", Json::object());
    check_keys(a, {"findings", "silences", "conflicts"});
    CHECK(a["conflicts"][0]["id"] == "master");
    CHECK(with_id(a["silences"], "how")["aspect"] == "procedure");
    Json source = json(kHarbourPack);
    source["matters"][2]["steps"][2]["clauses"] = json(R"(["tail"])");  // this text has no tail
    const Json bad = answered("lint", Json{{"pack_source", source}}, 1);
    const Json& f = with_id(bad["findings"], "no_such_clause", "code");
    check_keys(f, {"severity", "code", "message", "clauses", "counterexample"});
    CHECK(f["severity"] == "error");
    CHECK(f["pointer"] == "/matters/2/steps/2");
}

TEST_CASE("audit tells every sentence, and ends with 1 where one is not accounted for") {
    const Json source = {{"format", "signroute-pack/1"}, {"id", "inn"}, {"city", "某镇"}, {"title", "某镇规则"},
                         {"documents", {{{"id", "rules"}, {"title", "某镇规则"}, {"articles", 2}}}},
                         {"accounts", {{{"clause", "1#1"}, {"status", "principle"}, {"reason", "只是方向。"}}, {{"clause", "2#1"}, {"status", "principle"}, {"reason", "只是方向。"}}}}};
    const std::string text = "某镇规则\n第一条 要勤快。\n第二条 要诚实。\n";
    const Json clean = answered("audit", {{"pack_source", source}, {"text", text}});
    check_keys(clean, {"clauses", "unaccounted", "not_found", "untaken"});
    REQUIRE(clean["clauses"].size() == 2);
    check_keys(clean["clauses"][0], {"clause", "status", "elements", "reason"});
    CHECK(clean["clauses"][0]["status"] == "principle");
    CHECK(clean["unaccounted"].empty());
    Json silent = source;
    silent["accounts"].erase(1);
    const Json gap = answered("audit", {{"pack_source", silent}, {"text", text}}, 1);
    REQUIRE(gap["unaccounted"].size() == 1);
    CHECK(gap["unaccounted"][0]["clause"]["article"] == 2);
    CHECK(refused("audit", "{}") == "missing_key  缺少“text”。");
    CHECK(refused("audit", R"({"text": 5})") == "wrong_type /text 此处应为文字。");
}

TEST_CASE("the id, the title, the alias and the pack's own name of a thing are one and the same to every request") {
    const std::string want = answer(library(), "assess", "", changed(edict(), "/pack", "harbour").dump()).json;
    const auto same = [&](const Json& request) { CHECK_MESSAGE(answer(library(), "assess", "", request.dump()).json == want, request.dump()); };
    for (const char* pack : {"harbour", "鹭港", "鹭港文书章程"}) same(changed(edict(), "/pack", pack));
    CHECK(answer(library(), "assess", "鹭港", edict().dump()).json == want);
    const Json base = changed(edict(), "/pack", "harbour");
    for (const char* matter : {"告示", "布告"}) same(changed(base, "/matter", matter));
    for (const char* fact : {"是否重大", "重大"}) {
        Json request = base;
        request["facts"].erase("important");
        request["facts"][fact] = false;
        same(request);
    }
    for (const char* option : {"通告"}) same(changed(base, "/facts/kind", option));
    same(changed(base, "/facts/important", "否"));
    for (const char* paper : {"城区图", "地图"}) same(changed(base, "/enclosures/0", paper));
    same(changed(base, "/planned/2", "副港主签批"));
    same(changed(base, "/planned/2", json(R"({"role": "deputy", "action": "sign_off"})")));
    Json dated = base;
    dated["events"]["received"] = "2025-03-03";
    const std::string with_event = answer(library(), "assess", "", dated.dump()).json;
    for (const char* event : {"收到", "收到之日"}) {
        Json request = base;
        request["events"][event] = "2025-03-03";
        CHECK(answer(library(), "assess", "", request.dump()).json == with_event);
    }
    const Json reply = answered("deadline", json(R"({"limit": "reply", "start": "2025-03-03"})"));
    for (const char* limit : {"答复期限", "答复时限"}) CHECK(answered("deadline", {{"limit", limit}, {"start", "2025-03-03"}}) == reply);
}

TEST_CASE("a fact that is null is as if it were missing, a fact that is not asked is listed, and done takes true, false, null and a day") {
    CHECK(answered("route", json(R"({"matter": "edict", "facts": {"important": null}})")) == answered("route", json(R"({"matter": "edict"})")));
    CHECK(answered("assess", changed(edict(), "/facts/cargo", 5))["unused_facts"] == json(R"(["cargo"])"));
    Json order = changed(edict(), "/facts/kind", "令");
    const auto codes = [&](const Json& done) {
        const Reply reply = answer(library(), "assess", "harbour", changed(order, "/done", {{"征询街坊", done}}).dump());
        const Json a = Json::parse(reply.json);
        return a["findings"].empty() ? "" : a["findings"][0]["code"].get<std::string>();
    };
    CHECK(codes(true) == "");
    CHECK(codes("2025-03-04") == "");
    CHECK(codes(false) == "prerequisite_unmet");
    CHECK(codes(nullptr) == "unknown_fact");
}

TEST_CASE("several matters may be asked about at once") {
    const Json a = answered("assess", changed(changed(edict(), "/matter", json(R"(["告示", "letter", "edict"])")), "/planned", json(R"(["书记拟稿", "文书官审核", "副港主签发"])")), 1);
    CHECK(a["matter"] == json(R"(["edict", "letter"])"));
    std::set<std::string> matters;
    for (const Json& s : a["route"]) matters.insert(s["matter"]);
    CHECK(matters == std::set<std::string>{"edict", "letter"});
    CHECK(with_id(a["route"], "letter.draft")["matter"] == "letter");
    CHECK(with_id(a["route"], "reviews")["one_of"] == "letter.signer");  // groups are told apart too
    Json turned = edict();
    turned["matter"] = json(R"(["letter", "edict"])");
    turned["pack_source"] = json(kHarbourPack);
    turned["pack_source"]["matters"][0]["prerequisites"][0]["before"] = "draft";
    turned["pack_source"]["matters"][0]["limits"][0] = json(R"({"limit": "reply", "step": "deputy_signs"})");
    const Json b = answered("route", turned);
    CHECK(with_id(b["route"], "edict.draft")["matter"] == "edict");
    CHECK(with_id(b["prerequisites"], "poll")["before"] == "edict.draft");  // steps are named as the route names them
    CHECK(with_id(b["limits"], "reply")["step"] == "edict.deputy_signs");
}

TEST_CASE("a pack that the request carries along answers as one that is at hand") {
    for (const std::string& verb : kVerbs) {
        if (verb == "packs" || verb == "catalogue" || verb == "audit") continue;
        Json request = verb == "deadline" ? json(R"({"limit": "reply", "start": "2025-03-03"})") : verb == "route" || verb == "assess" || verb == "why" || verb == "plan" ? edict() : Json::object();
        if (verb == "plan") request["from"] = json(R"({"start": "2025-03-03"})");
        const Json want = answered(verb, request);
        request["pack_source"] = json(kHarbourPack);
        const Reply got = answer(library(), verb, "", request.dump());
        CHECK_MESSAGE(Json::parse(got.json) == want, verb);
    }
    Json request = edict();
    request["pack_source"] = json(kHarbourPack);
    request["pack_source"]["matters"][0]["steps"][1]["role"] = "scribe";
    CHECK(refused("assess", request.dump(), "") == "unknown_role /pack_source/matters/0/steps/1/role 目录中没有角色“scribe”。");
    request["pack_source"] = "harbour";
    CHECK(refused("assess", request.dump(), "") == "wrong_type /pack_source 此处应为对象。");
    request = edict();
    request["pack_source"] = json(kHarbourPack);
    request["pack"] = "harbour";
    CHECK(refused("assess", request.dump(), "") == "contradiction /pack_source “pack”和“pack_source”只能写一个。");
}

TEST_CASE("a clause of an answer is read back as its text numbers it") {
    for (const Clause& c : {Clause{.doc = "rules", .article = 41, .para = 2, .item = 4}, Clause{.doc = "rules", .article = 41, .para = 2, .item = 4, .arabic = true}, Clause{.doc = "rules", .article = 3}}) {
        CHECK(clause_in(to_json(c)) == c);
        CHECK(clause_label(clause_in(to_json(c))) == clause_label(c));
    }
}
