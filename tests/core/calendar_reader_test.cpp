#include "tests/core/calendar_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

const std::string kGood = R"({
  "format": 1, "year": 2025,
  "notices": [{"number": "甲〔2024〕1号", "date": "2024-11-12", "title": "安排"}, {"number": "乙", "title": "调整"}],
  "days_off": [{"date": "2025-01-01", "holiday": "元旦", "notice": 0}],
  "make_up": [{"date": "2025-01-26", "for": "春节", "notice": 1}],
  "also_changes": {"make_up": [{"date": "2024-12-29", "for": "元旦", "notice": 0}]}
})";

std::string with(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

Error year_error(const std::string& text) {
    const Result<CalendarYear> read = calendar_from_json(text);
    REQUIRE_FALSE(read);
    return read.error();
}

Error local_error(const std::string& text) {
    const Result<std::vector<LocalDay>> read = local_days_from_json(text);
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("a calendar file becomes a year") {
    const Result<CalendarYear> read = calendar_from_json(kGood);
    REQUIRE(read);
    CHECK(read->year == 2025);
    REQUIRE(read->notices.size() == 2);
    CHECK(read->notices[0] == HolidayNotice{"甲〔2024〕1号", day("2024-11-12"), "安排"});
    CHECK_FALSE(read->notices[1].date);
    CHECK(read->days_off == std::vector<NoticeDay>{{day("2025-01-01"), "元旦", 0}});
    CHECK(read->make_up == std::vector<NoticeDay>{{day("2024-12-29"), "元旦", 0}, {day("2025-01-26"), "春节", 1}});
}

TEST_CASE("the files of the tree are well-formed, with the days and notices that their years had") {
    int off = 0, make_up = 0, notices = 0;
    for (const CalendarYear& year : installed_years()) {
        off += static_cast<int>(year.days_off.size());
        make_up += static_cast<int>(year.make_up.size());
        notices += static_cast<int>(year.notices.size());
        for (const HolidayNotice& notice : year.notices) {
            CHECK(notice.number.find("发明电〔") != std::string::npos);
            REQUIRE(notice.date);
            // Arrangements are announced in the autumn before; amendments in their own year, in its first half.
            CHECK(*notice.date >= day_of(year.year - 1, 10, 1));
            CHECK(*notice.date <= day_of(year.year, 6, 1));
        }
        for (std::size_t i = 0; i < year.notices.size(); ++i) {
            const auto named = [&](const NoticeDay& d) { return d.notice == i; };
            CHECK(std::any_of(year.days_off.begin(), year.days_off.end(), named));
        }
    }
    CHECK(notices == 20);
    // 29 29 27 29 22 26 24 24 23 24 30 31 31 27 28 28 33 days off, 8 5 7 12 5 5 6 5 6 7 6 7 7 7 8 5 6 made up.
    CHECK(off == 465);
    CHECK(make_up == 112);
}

TEST_CASE("text that is no JSON is refused with its line") {
    CHECK(year_error("") == Error{"not_json", "", "不是有效的 JSON", 1});
    CHECK(year_error("{\n\"format\": 1,\n oops}") == Error{"not_json", "", "不是有效的 JSON", 3});
    CHECK(year_error(kGood + "x").code == "not_json");
    CHECK(year_error("{\"a\": \"\xff\"}") == Error{"not_json", "", "不是 UTF-8 文本"});
    CHECK(year_error(std::string(100'000, '[')).code == "not_json");
}

TEST_CASE("what does not belong into a calendar file is refused, each with its place") {
    CHECK(year_error("[]") == Error{"wrong_type", "", "应为对象"});
    CHECK(year_error(with("\"format\": 1", "\"format\": 2")) ==
          Error{"wrong_format", "/format", "格式版本2无法读取，应为1"});
    CHECK(year_error(with("\"format\": 1", "\"format\": \"1\"")) == Error{"wrong_type", "/format", "应为整数"});
    CHECK(year_error(with("\"format\": 1, ", "")) == Error{"missing_key", "", "缺少“format”"});
    CHECK(year_error(with("\"year\": 2025", "\"year\": 2025.0")) == Error{"wrong_type", "/year", "应为整数"});
    CHECK(year_error(with("\"year\": 2025", "\"year\": 1999")) == Error{"bad_year", "/year", "年份1999不在2008至2100之间"});
    CHECK(year_error(with("\"year\": 2025", "\"year\": 2101")).code == "bad_year");
    CHECK(year_error(with("\"year\": 2025", "\"year\": 2025, \"yaer\": 1")) ==
          Error{"unknown_key", "/yaer", "不认识的键“yaer”"});
    CHECK(year_error(with("\"year\": 2025", "\"year\": 2025, \"a/b~c\": 1")).pointer == "/a~1b~0c");
    CHECK(year_error(with("\"year\": 2025", "\"year\": 2025, \"year\": 2024")) ==
          Error{"duplicate_key", "/year", "键“year”重复"});
    CHECK(year_error(with("\"for\": \"春节\",", "\"for\": \"春节\", \"for\": \"元旦\",")) ==
          Error{"duplicate_key", "/make_up/0/for", "键“for”重复"});
    CHECK(year_error(with("\"holiday\": \"元旦\",", "\"holiday\": \"元旦\", \"name\": 1,")) ==
          Error{"unknown_key", "/days_off/0/name", "不认识的键“name”"});
    CHECK(year_error(with("\"holiday\": \"元旦\", ", "")) == Error{"missing_key", "/days_off/0", "缺少“holiday”"});
    CHECK(year_error(with("\"holiday\": \"元旦\"", "\"holiday\": \" \"")) ==
          Error{"empty_text", "/days_off/0/holiday", "不能为空"});
    CHECK(year_error(with("\"number\": \"乙\"", "\"number\": \"\"")) ==
          Error{"empty_text", "/notices/1/number", "不能为空"});
    CHECK(year_error(with("\"title\": \"调整\"", "\"title\": 3")) == Error{"wrong_type", "/notices/1/title", "应为字符串"});
    CHECK(year_error(with("\"2024-11-12\"", "\"2024-11-31\"")) ==
          Error{"impossible_date", "/notices/0/date", "“2024-11-31”这一天不存在"});
    CHECK(year_error(with("{\"make_up\": [", "{\"makeup\": [")) ==
          Error{"unknown_key", "/also_changes/makeup", "不认识的键“makeup”"});
    CHECK(year_error(with("[{\"date\": \"2025-01-01\", \"holiday\": \"元旦\", \"notice\": 0}]", "{}")) ==
          Error{"wrong_type", "/days_off", "应为数组"});
}

TEST_CASE("a year without a notice, and a day without its notice, are refused") {
    const std::string notices =
        R"([{"number": "甲〔2024〕1号", "date": "2024-11-12", "title": "安排"}, {"number": "乙", "title": "调整"}])";
    CHECK(year_error(with(notices, "[]")) == Error{"no_notice", "/notices", "至少应列出一份放假通知"});
    CHECK(year_error(with("\"春节\", \"notice\": 1", "\"春节\", \"notice\": 2")) ==
          Error{"unknown_notice", "/make_up/0/notice", "没有序号为2的通知"});
    CHECK(year_error(with("\"春节\", \"notice\": 1", "\"春节\", \"notice\": -1")).code == "unknown_notice");
    CHECK(year_error(with("\"春节\", \"notice\": 1", "\"春节\"")) == Error{"missing_key", "/make_up/0", "缺少“notice”"});
}

TEST_CASE("days that cannot be what they are listed as are refused") {
    const std::string off = R"({"date": "2025-01-01", "holiday": "元旦", "notice": 0})";
    CHECK(year_error(with("\"2025-01-01\"", "\"2025-1-1\"")) ==
          Error{"bad_date", "/days_off/0/date", "“2025-1-1”不是日期，应写作年-月-日，如2025-02-08"});
    CHECK(year_error(with("\"2025-01-01\"", "\"2025-02-30\"")) ==
          Error{"impossible_date", "/days_off/0/date", "“2025-02-30”这一天不存在"});
    CHECK(year_error(with("\"2025-01-01\"", "\"2024-12-31\"")) ==
          Error{"day_outside_year", "/days_off/0/date", "2024-12-31不在2025-01-01至2025-12-31之内"});
    CHECK(year_error(with("\"2024-12-29\"", "\"2025-01-04\"")) ==
          Error{"day_outside_year", "/also_changes/make_up/0/date", "2025-01-04不在2024-12-01至2024-12-31之内"});
    CHECK(year_error(with(off, off + ", " + off)) == Error{"duplicate_day", "/days_off/1/date", "2025-01-01重复"});
    CHECK(year_error(with("\"2025-01-01\"", "\"2025-01-26\"")) ==
          Error{"off_and_make_up", "/make_up/0/date", "2025-01-26既列为放假又列为调休上班"});
    CHECK(year_error(with("\"2025-01-26\"", "\"2025-01-27\"")) ==
          Error{"make_up_on_weekday", "/make_up/0/date", "2025年1月27日（周一）本是工作日，不能列为调休上班"});
}

TEST_CASE("local closures are read with their source, and their faults located") {
    const std::string good =
        R"({"format": 1, "source": "某市政府办公室", "days": [{"date": "2025-06-12", "works": false, "reason": "防汛"}]})";
    const Result<std::vector<LocalDay>> read = local_days_from_json(good);
    REQUIRE(read);
    CHECK(*read == std::vector<LocalDay>{{day("2025-06-12"), false, "防汛", "某市政府办公室"}});
    CHECK(local_error("{}") == Error{"missing_key", "", "缺少“format”"});
    CHECK(local_error(R"({"format": 1, "source": "", "days": []})") == Error{"empty_text", "/source", "不能为空"});
    CHECK(local_error(
              R"({"format": 1, "source": "某局", "days": [{"date": "2025-06-12", "works": 0, "reason": "防汛"}]})") ==
          Error{"wrong_type", "/days/0/works", "应为 true 或 false"});
    CHECK(local_error(R"({"format": 1, "source": "某局", "days": [{"date": "2025-06-12", "works": true, "reason": "甲"},
        {"date": "2025-06-12", "works": false, "reason": "乙"}]})") ==
          Error{"duplicate_day", "/days/1/date", "2025-06-12重复"});
}
