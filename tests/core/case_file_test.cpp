// A case as a stored record: whatever can be entered is there again, byte for byte.
#include "core/contract/request.h"
#include "core/exchange/case_file.h"
#include "core/report/csv.h"
#include "core/route/plan_from_text.h"
#include "tests/core/pack_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

CaseFile wuxi_case() {
    CaseFile file;
    file.id = "20260105-1";
    file.title = "防汛预案";
    file.created = file.modified = "2026-01-05";
    file.pack = "wuxi-2022";
    return file;
}

void check_kept(const CaseFile& file) {
    const std::string text = case_to_text(file);
    const auto read = case_from_text(text, installed_library());
    REQUIRE_MESSAGE(read, (read ? "" : read.error().pointer + " " + read.error().message));
    CHECK(case_to_text(*read) == text);
}

FactValue some_value(const NamedFact& f) {
    switch (f.type) {
        case FactType::boolean: return true;
        case FactType::integer:
        case FactType::amount_cny: return std::int64_t{3};
        case FactType::date: return std::string("2026-01-05");
        case FactType::choice:
        case FactType::rank: return f.options.front().id;
        case FactType::list: return std::vector<std::string>{f.options_are_roles ? "mayor" : f.options.empty() ? "2026-01-05" : f.options.front().id};
    }
    return false;
}

}  // namespace

TEST_CASE("a case of which nothing but the title is known yet is kept") { check_kept(wuxi_case()); }

TEST_CASE("the tenth case of a day comes after the ninth") {
    CHECK(later_id("20261126-10", "20261126-9"));
    CHECK_FALSE(later_id("20261126-9", "20261126-10"));
    CHECK(later_id("20261127-1", "20261126-2"));
    CHECK_FALSE(later_id("20261126-3", "20261126-3"));
}

TEST_CASE("what was written for actor, act and addressee is kept by a case, and printed") {
    CaseFile file = wuxi_case();
    const Rules rules{&installed_library().catalogue, find_pack(installed_library(), "wuxi-2022")};
    file.situation.matters = {"government_document"};
    file.situation.has_plan = true;
    file.situation.planned = plan_from_text(rules, "市城市管理局起草→报送市府办→王副市长审核→征求市司法局意见→市政府审批");
    const auto read = case_from_text(case_to_text(file), installed_library());
    REQUIRE_MESSAGE(read, (read ? "" : read.error().pointer + " " + read.error().message));
    CHECK(read->situation.planned == file.situation.planned);
    const Assessment answer = assess(rules, installed(), read->situation);
    const std::string table = report_to_csv(report_from_assessment(rules, installed(), read->situation, answer, {}, nullptr));
    for (const char* words : {"市城市管理局,起草", "报送市府办,", "王副市长,审核", "征求市司法局意见", "市政府,审批"}) CHECK_MESSAGE(table.find(words) != table.npos, (std::string(words) + " in " + table));
}

TEST_CASE("a case is kept with facts of every type, steps that nobody knows, things done, dates and a note") {
    CaseFile file = wuxi_case();
    file.note = "第一行\n第二行";
    Case& c = file.situation;
    c.matters = {"government_document", "executive_minutes"};
    c.has_plan = true;
    c.planned.resize(3);
    c.planned[0].role_text = "某科室";
    c.planned[1].role = "mayor";
    c.planned[1].action = "sign_off";
    c.planned[1].date = "二月三十日";
    c.planned[2].action_text = "随便看看";
    c.planned[2].who = "张三";
    c.on = c.today = *day_from_text("2026-01-05");
    check_kept(file);
    for (const NamedFact& f : installed_library().catalogue.facts) {
        CaseFile one = file;
        one.situation.facts[f.id] = some_value(f);
        check_kept(one);
    }
    for (const NamedThing& thing : installed_library().catalogue.things) {
        for (const Truth truth : {Truth::yes, Truth::no, Truth::unknown}) {
            CaseFile one = file;
            one.situation.done[thing.id].truth = truth;
            check_kept(one);
        }
    }
    for (const Named& event : installed_library().catalogue.events) {
        CaseFile one = file;
        one.situation.events[event.id] = *day_from_text("2026-02-28");
        check_kept(one);
    }
}
