// The report: what is in it, that its pages are whole and safe, and that its picture keeps lines off the cards.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/report/html.h"
#include "core/report/markup.h"
#include "core/report/route_layout.h"
#include "core/report/route_svg.h"
#include "core/words.h"
#include "tests/core/contract_call.h"
#include "tests/core/harbour_reports.h"
#include "tests/core/pack_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

bool touches(const PrintBox& b, const PrintPoint& p, const PrintPoint& q) {
    const int x0 = std::min(p.x, q.x), x1 = std::max(p.x, q.x), y0 = std::min(p.y, q.y), y1 = std::max(p.y, q.y);
    return x1 > b.x && x0 < b.x + b.w && y1 > b.y && y0 < b.y + b.h;
}

ReportPicture picture_of(std::size_t stages, const std::vector<std::size_t>& cards, const std::vector<std::pair<ReportPlace, ReportPlace>>& order) {
    ReportPicture out;
    for (std::size_t s = 0; s < stages; ++s) {
        out.stages.push_back({Beside::one, {}});
        out.stages.back().beside = cards[s % cards.size()] > 1 ? Beside::order_open : Beside::one;
        for (std::size_t c = 0; c < cards[s % cards.size()]; ++c) out.stages.back().cards.push_back({"市长", "签发", "第一条", "", StepStatus::required});
    }
    out.order = order;
    return out;
}

}  // namespace

TEST_CASE("days of which the text leaves the unit open are said in the word of the rule: 2天, 十日, 15日") {
    const auto said = [](int n, const char* say, Direction direction = Direction::after) {
        TimeLimit l;
        l.n = n;
        l.say = say;
        l.unit_open = true;
        l.from = "meeting_end";
        l.direction = direction;
        return open_days(l) + "|" + limit_text(l) + "|" + limit_figure(shared_catalogue(), l);
    };
    CHECK(said(2, "纪要在2天内起草。") == "2天|2天，未写明是否工作日|会议结束后2天内（未写明是否工作日）");
    CHECK(said(10, "会后十日内报告。") == "十日|十日，未写明是否工作日|会议结束后十日内（未写明是否工作日）");
    CHECK(said(15, "应在15日内备案。") == "15日|15日，未写明是否工作日|会议结束后15日内（未写明是否工作日）");
    CHECK(said(3, "日内。", Direction::before) == "3日|3日，未写明是否工作日|会议结束前3日（未写明是否工作日）");
    TimeLimit l;
    l.n = 5;
    l.from = "meeting_end";
    CHECK(limit_figure(shared_catalogue(), l) == "会议结束后5个工作日内");
    l.minimum = true;
    CHECK(limit_figure(shared_catalogue(), l) == "会议结束后满5个工作日");
}

TEST_CASE("the report holds the facts, the route, the plan, the findings, the dates and their clauses") {
    const Report r = edict_report();
    CHECK(r.head.title == "修桥告示");
    CHECK(r.date_text == "2025年3月5日");
    REQUIRE(r.parts.size() == 1);
    const ReportPart& part = r.parts[0];
    CHECK(part.verdict == Verdict::fail);
    REQUIRE(part.picture.stages.size() == 4);
    CHECK(part.picture.stages[1].cards[0].role == "文书官");
    CHECK(part.picture.stages[1].cards[0].errors == 1);
    CHECK(part.picture.stages[2].cards[0].decides);
    CHECK(part.planned[1].stands_for == "副港主签发");
    CHECK(part.mended == std::vector<std::string>{"书记拟稿", "文书官审核", "副港主签发"});
    CHECK(part.findings[0].code == FindingCode::missing_step);
    CHECK(part.findings[0].clauses == "第三条");
    REQUIRE(part.things.size() == 1);
    CHECK(part.things[0].kind == "附件");
    CHECK(part.things[0].state == "未附");
    REQUIRE(part.dates.size() == 2);
    CHECK(part.dates[0].due == day("2025-03-10"));
    CHECK(part.dates[0].alarm == day("2025-03-06"));
    CHECK(part.dates[0].start_text == "2025年3月3日（周一）");
    CHECK(part.dates[0].state == "未到期");
    CHECK(part.dates[1].state == "起算日期未填");
    std::vector<std::string> labels;
    for (const ReportClause& c : r.clauses) labels.push_back(c.label);
    CHECK(labels == std::vector<std::string>{"第一条", "第三条", "第四条", "第五条", "第六条", "第九条"});
}

TEST_CASE("the official text, where it is at hand, stands at its clauses") {
    const auto statute = read_statute("鹭港文书章程\n\n第一条 书记拟稿，\n写在纸上。\n第二条 文书房征求意见。\n第三条 文书官审核：\n（一）看字；\n（二）看数。\n");
    REQUIRE(statute);
    Statute named = *statute;
    name_documents(named, {{"rules", "鹭港文书章程"}});
    const Report r = report_on(edict_case(), "修桥告示", {}, &named);
    CHECK(r.clauses[0].words == "第一条 书记拟稿，写在纸上。");
    CHECK(r.clauses[1].words == "第三条 文书官审核：\n（一）看字；\n（二）看数。");
    CHECK(r.clauses[2].words == "");
    CHECK(contains(report_to_html(r), "（二）看数。"));
}

TEST_CASE("questions are worded as on the form, and only what the text leaves out of this case's limits is printed") {
    const auto printed = [](const char* request) { return Json::parse(answer(installed_library(), "report", "", request).json)["text"].get<std::string>(); };
    const std::string asked = printed(R"({"pack": "liyang", "matter": "request_to_government", "format": "html", "facts": {"touches_other_departments": true, "truly_needed": true}})");
    CHECK(contains(asked, "行文是否确有必要？"));
    CHECK_FALSE(contains(asked, "确有需要（确有必要）"));
    CHECK(contains(asked, "期限从哪一天起算"));  // of the reply that is waited for
    CHECK_FALSE(contains(asked, "15号之前"));      // of the agenda
    CHECK_FALSE(contains(asked, "第十九条"));      // where the filing of 规范性文件 stands
}

TEST_CASE("what a user wrote never becomes markup") {
    const std::string evil = "<script>alert(1)</script>&\"'\x01";
    CHECK(escaped(evil) == "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39; ");
    Case c = edict_case();
    c.planned[0].role.clear();
    c.planned[0].role_text = evil;
    c.planned[0].who = evil;
    c.planned[0].date = evil;
    ReportHead head;
    head.id = head.note = evil;
    const std::string html = report_to_html(report_on(c, evil, head));
    CHECK(count(html, "<script") == 0);
    CHECK(count(html, "&lt;script&gt;alert(1)") >= 5);
    CHECK(html.find('\x01') == html.npos);
}

TEST_CASE("the page asks nothing of anybody: no script, no address, no file from elsewhere") {
    for (const Case& c : {edict_case(), harbour_case("ruling", {{"chair", std::string("mayor")}}, {"港主签发"}), harbour_case("petition", {}), harbour_case("oath", {}),
                          harbour_case("council", {{"due", std::int64_t{11}}, {"present", std::int64_t{5}}})}) {
        const std::string html = report_to_html(report_on(c, "试"));
        for (const char* barred : {"<script", "http", "src=", "href=", "url(", "@import", "onload"}) CHECK_MESSAGE(count(html, barred) == 0, barred);
        CHECK(count(html, "<table") == count(html, "</table>"));
        CHECK(count(html, "不是官方解释") == 1);
    }
}

TEST_CASE("each reading of the text has its own route and verdict in the report") {
    const Report r = report_on(harbour_case("ruling", {{"chair", std::string("mayor")}}, {"港主签发", "港主签署"}), "裁断");
    REQUIRE(r.parts.size() == 3);
    CHECK(r.parts[1].say == "当家人是港主。");
    CHECK(r.parts[1].basis == "第十一条");
    CHECK(r.parts[1].verdict == Verdict::pass);
    CHECK(r.parts[2].verdict == Verdict::fail);
    const std::string html = report_to_html(r);
    CHECK(contains(html, "读法一（稳妥）"));
    CHECK(count(html, "<svg") == 3);
    for (const ReportFinding& f : r.parts[0].findings) CHECK(count(html, escaped(f.message)) == 1);  // not once more in each reading
}

TEST_CASE("what a reading shows just as a part before it is told in a word, not drawn and listed again") {
    Report r = report_on(harbour_case("ruling", {{"chair", std::string("mayor")}}, {"港主签发", "港主签署"}), "裁断");
    REQUIRE(r.parts.size() == 3);
    const std::size_t tables = count(report_to_html(r), "<table");
    r.parts[2].picture = r.parts[1].picture;
    r.parts[2].not_required = r.parts[1].not_required;
    std::string html = report_to_html(r);
    CHECK(count(html, "<svg") == 2);
    CHECK(count(html, "<table") == tables);
    CHECK(count(html, "应走流程与“读法一（稳妥）”相同。") == 1);
    CHECK(count(html, "拟走流程的核对与") == 0);
    r.parts[2].planned = r.parts[0].planned;
    r.parts[2].mended = r.parts[0].mended;
    html = report_to_html(r);
    CHECK(count(html, "<table") == tables - 1);
    CHECK(count(html, "拟走流程的核对与各种读法共同要求的相同。") == 1);
}

TEST_CASE("a matter that the text leaves out is reported as such, without a picture") {
    const Report r = report_on(harbour_case("oath", {}), "盟誓");
    const std::string html = report_to_html(r);
    CHECK(count(html, "<svg") == 0);
    CHECK(contains(html, "原文未规定：盟誓。"));
}

TEST_CASE("words wrap at the width of a card, and marks stay with what they close or open") {
    CHECK(wrapped("一二三四五", 30) == std::vector<std::string>{"一二三", "四五"});
    CHECK(wrapped("一二三，四", 30) == std::vector<std::string>{"一二三，", "四"});
    CHECK(wrapped("一二（三）四", 30) == std::vector<std::string>{"一二", "（三）", "四"});
    CHECK(wrapped("一（二）三", 30) == std::vector<std::string>{"一（二）", "三"});
    CHECK(wrapped("ab12", 12) == std::vector<std::string>{"ab", "12"});
    CHECK(wrapped("", 30).empty());
    CHECK(wrapped("长", 5) == std::vector<std::string>{"长"});
}

TEST_CASE("in the printed picture no card lies on another, no line runs through a card, and all fits the page") {
    using Order = std::vector<std::pair<ReportPlace, ReportPlace>>;
    for (std::size_t stages = 1; stages <= 13; ++stages) {
        for (const std::vector<std::size_t>& cards : {std::vector<std::size_t>{1}, {2, 1}, {1, 3, 2}, {4}}) {
            Order order;
            for (std::size_t s = 1; s < stages; ++s) {
                for (std::size_t c = 0; c < cards[s % cards.size()]; ++c) {
                    order.push_back({{s - 1, c % cards[(s - 1) % cards.size()]}, {s, c}});
                    if (s >= 3) order.push_back({{s - 3, 0}, {s, c}});
                }
            }
            const ReportPicture picture = picture_of(stages, cards, order);
            PrintLayout layout = print_grid(picture);
            std::vector<std::vector<int>> heights;
            for (const ReportStage& s : picture.stages) heights.emplace_back(s.cards.size(), 70);
            lay_out(picture, heights, layout);
            CHECK(layout.width <= 592);
            std::vector<PrintBox> boxes;
            for (const auto& stage : layout.cards) boxes.insert(boxes.end(), stage.begin(), stage.end());
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                CHECK((boxes[i].x >= 0 && boxes[i].y >= 0 && boxes[i].x + boxes[i].w <= layout.width && boxes[i].y + boxes[i].h <= layout.height));
                for (std::size_t j = 0; j < i; ++j) CHECK(!touches(boxes[j], {boxes[i].x, boxes[i].y}, {boxes[i].x + boxes[i].w, boxes[i].y + boxes[i].h}));
            }
            REQUIRE(layout.lines.size() == order.size());
            for (const auto& line : layout.lines) {
                for (std::size_t p = 1; p < line.size(); ++p) {
                    CHECK((line[p].x >= 0 && line[p].x <= layout.width && line[p].y >= 0 && line[p].y <= layout.height));
                    for (const PrintBox& b : boxes) CHECK_MESSAGE(!touches(b, line[p - 1], line[p]), stages << " stages, line to " << line.back().x << "," << line.back().y);
                }
            }
        }
    }
}

TEST_CASE("of steps that replace each other the picture says so on each, and none that is drawn is listed as not needed") {
    const Library& library = installed_library();
    const Rules rules{&library.catalogue, &pack_of("wuxi-2022")};
    Case c;
    c.matters = {"government_normative_document"};
    c.facts["important"] = true;
    const Assessment a = assess(rules, library.calendar, c);
    const Report r = report_from_assessment(rules, library.calendar, c, a, {}, nullptr);
    int meetings = 0;
    for (const ReportPart& part : r.parts) {
        for (const ReportStage& stage : part.picture.stages) {
            for (const ReportCard& card : stage.cards) {
                meetings += card.either;
                for (const std::string& idle : part.not_required) CHECK(idle != card.role + card.action);
            }
        }
    }
    CHECK(meetings >= 3);  // 第二十四条: by one meeting or the other
    CHECK(contains(report_to_html(r), "应当办理·择一办理"));
}
