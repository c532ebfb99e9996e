// The table that leaves the application: it is read back by a parser of its own, cell by cell.
#include <doctest/doctest.h>

#include <random>

#include "core/report/csv.h"
#include "tests/core/harbour_reports.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Cells = std::vector<std::vector<std::string>>;

// RFC 4180, the plainest way: no byte order mark any more.
Cells parsed(const std::string& text) {
    Cells out(1);
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"') cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"') cell += text[++i];
            else quoted = false;
        } else if (c == '"' && cell.empty()) {
            quoted = true;
        } else if (c == ',' || c == '\r') {
            out.back().push_back(std::move(cell));
            cell.clear();
            if (c == '\r') REQUIRE(text[++i] == '\n');
            if (c == '\r' && i + 1 < text.size()) out.emplace_back();
        } else {
            REQUIRE(c != '\n');
            cell += c;
        }
    }
    REQUIRE(!quoted);
    REQUIRE(cell.empty());
    return out;
}

Cells table(const Report& report) {
    const std::string text = report_to_csv(report);
    REQUIRE(text.substr(0, 3) == "\xef\xbb\xbf");
    return parsed(text.substr(3));
}

std::vector<std::string> column(const Cells& cells, const std::string& kind, std::size_t at) {
    std::vector<std::string> out;
    for (const auto& row : cells) {
        if (row[0] == kind) out.push_back(row[at]);
    }
    return out;
}

}  // namespace

TEST_CASE("what a spreadsheet would take for a formula gets an apostrophe, and nothing else does") {
    for (const char* formula : {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1", "  =1+1", "=HYPERLINK(\"http://x\",\"y\")"}) {
        const Cells cell = parsed(csv_cell(formula) + "\r\n");
        CHECK_MESSAGE(cell == Cells{{std::string("'") + formula}}, formula);
    }
    for (const char* plain : {"", " ", "1+1", "市长", "—", "《规则》", "a=b", "'x", "·"}) CHECK_MESSAGE(parsed(csv_cell(plain) + "\r\n") == Cells{{plain}}, plain);
}

TEST_CASE("any cell is read back as it was, apart from that apostrophe") {
    std::mt19937 random(11);
    const std::vector<std::string> parts = {"\"", ",", "\r\n", "\n", "\r", "=", "甲", "a", " ", "'", "\t", "；"};
    for (int i = 0; i < 20000 / kStride; ++i) {
        std::string text;
        for (std::size_t n = random() % 7; n > 0; --n) text += parts[random() % parts.size()];
        const Cells cells = parsed(csv_cell(text) + "," + csv_cell(text) + "\r\n");
        REQUIRE(cells.size() == 1);
        REQUIRE(cells[0].size() == 2);
        CHECK(cells[0][0] == cells[0][1]);
        CHECK((cells[0][0] == text || cells[0][0] == "'" + text));
    }
}

TEST_CASE("the table has one rectangle of cells, each row with its kind, numbered within its kind") {
    const Cells cells = table(edict_report());
    CHECK(cells[0] == std::vector<std::string>{"类别", "读法", "序号", "名称", "办理人", "动作", "状态", "日期", "依据", "说明", "办法"});
    for (const auto& row : cells) CHECK(row.size() == cells[0].size());
    CHECK(column(cells, "规定步骤", 4) == std::vector<std::string>{"书记", "文书官", "副港主", "文书房", "文书房"});
    CHECK(column(cells, "规定步骤", 6) == std::vector<std::string>{"应当办理", "应当办理", "应当办理", "如有需要", "可以办理"});
    CHECK(column(cells, "规定步骤", 2) == std::vector<std::string>{"1", "2", "3", "4", "5"});
    CHECK(column(cells, "所填步骤", 4) == std::vector<std::string>{"书记", "副港主"});
    CHECK(column(cells, "问题", 8).front() == "第三条");
    CHECK(column(cells, "时限", 7).front() == "2025-03-10");
    CHECK(column(cells, "前置", 6) == std::vector<std::string>{"未附"});
}

TEST_CASE("with several readings each row says which of them it belongs to") {
    const Cells cells = table(report_on(harbour_case("ruling", {{"chair", std::string("mayor")}}, {"港主签发", "港主签署"}), "裁断"));
    const std::vector<std::string> readings = column(cells, "结论", 1);
    REQUIRE(readings.size() == 3);
    CHECK(readings[0] == "");
    CHECK(readings[1] == "读法一（稳妥）");
    CHECK(readings[2] == "读法二（字面）");
    CHECK(column(cells, "结论", 9)[1] == "当家人是港主。");
}
