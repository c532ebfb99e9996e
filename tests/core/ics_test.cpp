// The calendar file: lines, escapes, events, alarms. tests/out reads whole files with a parser that is not ours.
#include "core/report/ics.h"

#include <doctest/doctest.h>

#include <random>

#include "core/base/text.h"
#include "tests/core/harbour_reports.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// Physical lines; each has to end with CRLF.
std::vector<std::string> physical(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != text.npos);
        out.push_back(text.substr(at, end - at));
        CHECK(out.back().find_first_of("\r\n") == std::string::npos);
        at = end + 2;
    }
    return out;
}

std::vector<std::string> unfolded(const std::string& text) {
    std::vector<std::string> out;
    for (const std::string& line : physical(text)) {
        if (!line.empty() && line[0] == ' ') out.back() += line.substr(1);
        else out.push_back(line);
    }
    return out;
}

std::string unescaped(const std::string& value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') ++i, out += value[i] == 'n' ? '\n' : value[i];
        else out += value[i];
    }
    return out;
}

std::vector<std::string> all(const std::string& text, const std::string& name) {
    std::vector<std::string> out;
    for (const std::string& line : unfolded(text)) {
        if (line.rfind(name, 0) == 0 && (line[name.size()] == ':' || line[name.size()] == ';')) out.push_back(line.substr(line.find(':') + 1));
    }
    return out;
}

std::string text_of_report(const Report& report) {
    const auto text = report_to_ics(report, "harbour");
    REQUIRE_MESSAGE(text, (text ? "" : text.error().message));
    return *text;
}

std::string refusal(const Report& report) {
    const auto text = report_to_ics(report, "harbour");
    return text ? "taken" : text.error().code + " " + text.error().pointer;
}

std::string some_text(std::mt19937& random, std::size_t most) {
    static const std::vector<std::string> kParts = {"a", "签", "批", "，", ",", ";", "\\", "\n", "é", "𠮷", " ", ":", "\"", "；"};
    std::string out;
    for (std::size_t n = random() % most; n > 0; --n) out += kParts[random() % kParts.size()];
    return out;
}

}  // namespace

TEST_CASE("a line is folded at 75 octets, between characters, and unfolds to itself") {
    std::mt19937 random(3);
    for (int i = 0; i < 20000 / kStride; ++i) {
        std::string line = "SUMMARY:";
        for (const char c : some_text(random, 200)) line += c == '\n' ? ' ' : c;
        const std::string folded = ics_line(line);
        const auto pieces = physical(folded);
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            REQUIRE(pieces[p].size() <= 75);
            CHECK(is_utf8(pieces[p]));
            if (p + 1 < pieces.size()) CHECK(pieces[p].size() > 75 - 4);  // no shorter than the next character makes it
        }
        REQUIRE(unfolded(folded) == std::vector<std::string>{line});
    }
}

TEST_CASE("text is escaped so that it reads as it was, whatever stands in it") {
    CHECK(ics_text("甲,乙;丙\\丁\n戊") == "甲\\,乙\\;丙\\\\丁\\n戊");
    CHECK(ics_text("一\r\n二\r三\x01四") == "一\\n二\\n三 四");
    std::mt19937 random(4);
    for (int i = 0; i < 20000 / kStride; ++i) {
        const std::string text = some_text(random, 60), value = ics_text(text);
        CHECK(value.find('\n') == value.npos);
        CHECK(unescaped(value) == text);
    }
}

TEST_CASE("an event lies on the due day and ends the day after; its stamp is the day of the request") {
    const std::string text = text_of_report(edict_report());
    CHECK(text.find("DTSTART;VALUE=DATE:20250310\r\n") != text.npos);
    CHECK(text.find("DTEND;VALUE=DATE:20250311\r\n") != text.npos);
    CHECK(all(text, "DTSTAMP") == std::vector<std::string>{"20250305T000000Z"});
    CHECK(all(text, "SEQUENCE") == std::vector<std::string>{"2"});
    CHECK(all(text, "METHOD") == std::vector<std::string>{"PUBLISH"});
    CHECK(unescaped(all(text, "SUMMARY")[0]) == "到期：答复期限·修桥告示");
    const std::string said = unescaped(all(text, "DESCRIPTION")[0]);
    CHECK(contains(said, "收到后5个工作日内"));
    CHECK(contains(said, "到期：2025年3月10日（周一）"));
    CHECK(contains(said, "依据：《鹭港文书章程》第九条"));
}

TEST_CASE("the alarm is so many working days before, at nine o'clock") {
    // Monday the 10th; one working day before is Friday the 7th, three calendar days; two are Thursday the 6th.
    const auto trigger = [](std::int64_t n) {
        ReportHead head;
        head.id = "x";
        head.alarm = n;
        return all(text_of_report(report_on(edict_case(), "修桥告示", head)), "TRIGGER");
    };
    CHECK(trigger(1) == std::vector<std::string>{"-P2DT15H"});
    CHECK(trigger(2) == std::vector<std::string>{"-P3DT15H"});
    CHECK(trigger(5) == std::vector<std::string>{"-P6DT15H"});
    // From Thursday, 25 September 2025: 26, 28 (made up), 29, 30, then eight days off, 9 October. The working day before
    // that is 30 September, nine days back.
    Case late = edict_case();
    late.events["received"] = day("2025-09-25");
    ReportHead head;
    head.id = "x";
    head.alarm = 1;
    const std::string text = text_of_report(report_on(late, "修桥告示", head));
    CHECK(text.find("DTSTART;VALUE=DATE:20251009\r\n") != text.npos);
    CHECK(all(text, "TRIGGER") == std::vector<std::string>{"-P8DT15H"});
}

TEST_CASE("the same case has the same event whenever it is given out, another limit or case has another") {
    const auto uid = [](const std::string& id, const std::string& title, std::int64_t revision, const char* pack) {
        ReportHead head;
        head.id = id;
        head.revision = revision;
        const auto text = report_to_ics(report_on(edict_case(), title, head), pack);
        REQUIRE(text);
        return all(*text, "UID")[0];
    };
    const std::string first = uid("a-1", "修桥告示", 0, "harbour");
    CHECK(first == uid("a-1", "修桥告示（再改）", 7, "harbour"));
    CHECK(first != uid("a-2", "修桥告示", 0, "harbour"));
    CHECK(first != uid("a-1", "修桥告示", 0, "other"));
    CHECK(first.find_first_not_of("0123456789abcdef@signroute") == first.npos);
    Case both = edict_case();
    both.events["signed"] = day("2025-03-04");
    ReportHead head;
    head.id = "a-1";
    const auto uids = all(text_of_report(report_on(both, "修桥告示", head)), "UID");
    REQUIRE(uids.size() == 2);
    CHECK(uids[0] == first);
    CHECK(uids[1] != first);
}

TEST_CASE("what is done has no alarm, and says so; a day before which nothing may be done is called that") {
    Case done = edict_case();
    done.events["replied"] = day("2025-03-06");
    done.events["signed"] = day("2025-03-04");
    ReportHead head;
    head.id = "x";
    head.alarm = 1;
    const std::string text = text_of_report(report_on(done, "修桥告示", head));
    const auto titles = all(text, "SUMMARY");
    REQUIRE(titles.size() == 2);
    CHECK(unescaped(titles[0]) == "（已办）答复期限·修桥告示");
    CHECK(unescaped(titles[1]) == "最早可办：张贴前的等候·修桥告示");
    CHECK(all(text, "TRIGGER").size() == 1);
    // The day that a case was begun on is part of its name, and would be taken for that of the event.
    for (const char* name : {"港口 修桥告示 2025-03-04", "港口 修桥告示 2025-03-04（2）"})
        CHECK(unescaped(all(text_of_report(report_on(done, name, head)), "SUMMARY")[0]) == "（已办）答复期限·港口 修桥告示");
}

TEST_CASE("a date that is not settled is no event, but is told") {
    Case open = edict_case();
    open.events["signed"] = day("2026-12-28");  // the holidays of 2027 are not announced
    ReportHead head;
    head.id = "x";
    const std::string text = text_of_report(report_on(open, "修桥告示", head));
    CHECK(all(text, "UID").size() == 1);
    const std::string said = unescaped(all(text, "DESCRIPTION")[0]);
    CHECK(contains(said, "另有时限未能定到日"));
    CHECK(contains(said, "张贴前的等候"));
    CHECK(contains(said, "2027年放假安排尚未公布"));
    open.events.erase("received");
    CHECK(refusal(report_on(open, "修桥告示", head)) == "no_dates ");
}

TEST_CASE("without a day to stamp it or a case to know it by there is no calendar") {
    Report report = edict_report();
    report.date.reset();
    CHECK(refusal(report) == "no_today /today");
    report = edict_report();
    report.head.id.clear();
    CHECK(refusal(report) == "no_id /id");
}
