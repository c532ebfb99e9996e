#include "core/calendar/calendar.h"

#include "tests/core/calendar_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

// The lines of the independent table, as word → days; empty when it is not at hand, which is only allowed outside the
// suite.
std::map<std::string, std::vector<Day>> oracle() {
    const char* path = std::getenv("CHINESE_DAYS_TABLE");
    const char* required = std::getenv("SIGNROUTE_REQUIRE_ORACLES");
    std::map<std::string, std::vector<Day>> out;
    std::ifstream in(path ? path : "");
    std::string date, word;
    while (in >> date >> word) out[word].push_back(*day_from_text(date));
    if (!out.empty()) return out;
    const char* why =
        "no table of chinese-days: run tests/oracle/chinese_days.mjs and name its output in CHINESE_DAYS_TABLE";
    if (required && std::string(required) == "1") FAIL(why);
    MESSAGE("skipped: " << why);
    return out;
}

}  // namespace

TEST_CASE("each day of 2010 to 2026 is as the package chinese-days has it") {
    const auto table = oracle();
    if (table.empty()) return;
    int compared = 0;
    for (const auto& [word, works] : {std::pair{"work", true}, std::pair{"off", false}}) {
        for (const Day day : table.at(word)) {
            const DayInfo info = installed().info(day);
            CHECK_MESSAGE(info.works() == works, to_text(day));
            const WorkingDays one = installed().working_days(day, day + days{1});
            // 30 December 2026 and its neighbours may still move; the rest is certain.
            if (!info.movable) CHECK_MESSAGE((one == WorkingDays{works, works}), to_text(day));
            ++compared;
        }
    }
    CHECK(compared == (day("2027-01-01") - day("2010-01-01")).count());
}

TEST_CASE("the lunar festivals of the law fall where an independent table puts them") {
    const auto table = oracle();
    if (table.empty()) return;
    const Calendar empty = Calendar::empty();
    for (const char* festival : {"春节", "端午节", "中秋节"}) {
        REQUIRE(table.at(festival).size() == 93);
        for (const Day day : table.at(festival)) {
            const DayInfo info = empty.info(day);
            CHECK_MESSAGE(info.kind == DayKind::holiday, to_text(day));
            if (info.holiday == festival) continue;
            // Two holidays on one day: then the later of the year names it.
            const bool shared = festival == std::string("中秋节") && info.holiday == "国庆节";
            CHECK_MESSAGE(shared, to_text(day) << " " << info.holiday);
        }
    }
}

TEST_CASE("counting and adding working days agree with a plain day loop over the whole range") {
    const PlainDays plain(installed_years());
    const Day from = day("2010-01-01"), to = day("2026-12-01");
    std::vector<int> before{0};  // working days in [from, from + i)
    for (Day d = from; d < to; d += days{1}) before.push_back(before.back() + plain.works(d));
    const int total = static_cast<int>(before.size()) - 1;
    for (int a = 0; a <= total; a += 3 * kStride) {
        for (int length = 0; a + length <= total; length = length < 40 ? length + 1 : length * 5 / 4) {
            const std::int64_t want = before[a + length] - before[a];
            const WorkingDays got = installed().working_days(from + days{a}, from + days{a + length});
            if (got.least != want || got.most != want) FAIL(to_text(from + days{a}) << " + " << length);
            if (length == 0 || !plain.works(from + days{a + length - 1})) continue;
            const Day last = from + days{a + length - 1};
            if (want > 1 || !plain.works(from + days{a})) {
                // Forwards from the day before `a`, backwards from the day after `last`.
                const DayInterval there = installed().nth_working_day(from + days{a - 1}, want);
                if (a > 0 && there != DayInterval{last, last}) FAIL(to_text(last));
            }
        }
    }
}

TEST_CASE("adding n working days and n back returns, and counts n between") {
    const Calendar& calendar = installed();
    for (Day start = day("2010-03-01"); start <= day("2026-09-01"); start += days{kStride}) {
        for (std::int64_t n = 1; n <= 4000; n = n < 30 ? n + 1 : n * 3) {
            const DayInterval there = calendar.nth_working_day(start, n);
            if (!there.earliest || *there.earliest > day("2026-12-01")) break;
            REQUIRE(there.earliest == there.latest);
            REQUIRE(calendar.working_days(start + days{1}, *there.earliest + days{1}) == WorkingDays{n, n});
            if (!calendar.info(start).works()) continue;
            REQUIRE(calendar.nth_working_day(*there.earliest, -n) == DayInterval{start, start});
        }
    }
}

TEST_CASE("far beyond the table, bounds of count and of place still fit each other") {
    const Calendar& calendar = installed();
    for (const char* text :
         {"2026-12-01", "2100-12-25", "2101-01-03", "2500-12-20", "2501-01-01", "4321-06-07", "9000-01-01"}) {
        const Day start = day(text);
        for (std::int64_t n = 1; n <= 200'000; n = n * 7 / 2 + 1) {
            const DayInterval there = calendar.nth_working_day(start, n);
            if (!there.latest) break;
            REQUIRE(*there.earliest <= *there.latest);
            REQUIRE(calendar.working_days(start + days{1}, *there.earliest + days{1}).most == n);
            REQUIRE(calendar.working_days(start + days{1}, *there.latest + days{1}).least == n);
            const DayInterval back = calendar.nth_working_day(*there.latest + days{1}, -n);
            REQUIRE(*back.earliest > start);
        }
    }
}

TEST_CASE("a day says what it is, why, and on whose word") {
    const auto info = [](const char* text) { return installed().info(day(text)); };
    CHECK(info("2025-02-08").kind == DayKind::makeup);
    CHECK(info("2025-02-08").notice->number == "国办发明电〔2024〕12号");
    CHECK(info("2025-02-08").holiday == "春节");
    CHECK(info("2025-02-07").kind == DayKind::working);
    CHECK(info("2025-02-07").notice == nullptr);
    CHECK(info("2025-02-09").kind == DayKind::weekend);
    CHECK(info("2025-02-01").kind == DayKind::holiday);
    CHECK(info("2015-09-03").notice->number == "国发明电〔2015〕1号");
    CHECK(info("2019-05-03").notice->number == "国办发明电〔2019〕3号");
    CHECK(info("2020-01-30").notice->number == "国办发明电〔2019〕16号");
    CHECK(info("2020-01-31").notice->number == "国办发明电〔2020〕1号");
    CHECK(info("2020-02-01").kind == DayKind::holiday);
    CHECK(info("2011-12-31").notice->number == "国办发明电〔2011〕45号");
    CHECK(info("2018-12-29").kind == DayKind::makeup);
    CHECK(info("2018-12-31").holiday == "元旦");
    CHECK(info("2022-12-31").kind == DayKind::holiday);
    CHECK(info("2027-02-07").kind == DayKind::holiday);
    CHECK_FALSE(info("2027-02-07").covered);
    CHECK_FALSE(info("2027-02-07").movable);
    CHECK(info("2027-02-09").movable);
    CHECK(info("2026-12-30").movable);
    CHECK(info("2026-12-30").covered);
    CHECK_FALSE(info("2026-12-28").movable);
}

TEST_CASE("days in Chinese say rest, make-up and what is not settled") {
    const auto said = [](const char* text) { return to_chinese(installed(), day(text)); };
    CHECK(said("2025-02-08") == "2025年2月8日（周六，调休上班）");
    CHECK(said("2025-01-28") == "2025年1月28日（周二，春节放假）");
    CHECK(said("2025-02-09") == "2025年2月9日（周日）");
    CHECK(said("2025-02-10") == "2025年2月10日（周一）");
    CHECK(said("2026-12-31") == "2026年12月31日（周四，放假安排待定）");
    CHECK(said("2027-10-01") == "2027年10月1日（周五，国庆节放假）");
}

TEST_CASE("the covered range is the run of installed years, and years say their notices") {
    CHECK(installed().covered() == DayInterval{day("2010-01-01"), day("2026-12-31")});
    CHECK_FALSE(Calendar::empty().covered());
    const Calendar gap = make({installed_year(2010), installed_year(2025), installed_year(2026)});
    CHECK(gap.covered() == DayInterval{day("2025-01-01"), day("2026-12-31")});
    CHECK(gap.covers(2010));
    CHECK_FALSE(gap.covers(2024));
    CHECK(gap.not_covered(day("2010-06-01"), day("2012-06-01")) == std::vector<int>{2011, 2012});
    CHECK(installed().not_covered(day("2026-06-01"), day("2026-12-20")).empty());
    CHECK(installed().not_covered(day("2026-06-01"), day("2026-12-31")) == std::vector<int>{2027});
    CHECK(installed().not_covered(day("2009-06-01"), day("2010-12-31")) == std::vector<int>{2009});
    REQUIRE(installed().years().size() == 17);
    CHECK(installed().years().front().notices.front().number == "国办发明电〔2009〕27号");
    CHECK(installed().years().back().notices.front().date == day("2025-11-04"));
}

TEST_CASE("the year after settles the last days of December, also where it is the only one installed") {
    const Calendar only = make({installed_year(2012)});
    CHECK(only.info(day("2011-12-31")).kind == DayKind::makeup);
    CHECK_FALSE(only.info(day("2011-12-30")).movable);
    CHECK(make({installed_year(2011)}).info(day("2011-12-31")).movable);
}

TEST_CASE("a local closure overrides the notices and keeps its source") {
    const std::vector<LocalDay> local = {{day("2025-06-12"), false, "防汛停工", "某市政府办公室"},
                                         {day("2025-06-14"), true, "补班", "某市政府办公室"},
                                         {day("2025-10-02"), true, "值守", "某市政府办公室"},
                                         {day("2027-02-09"), true, "值守", "某市政府办公室"}};
    const Calendar calendar = make(installed_years(), local);
    CHECK(calendar.info(day("2025-06-12")).kind == DayKind::holiday);
    CHECK(calendar.info(day("2025-06-12")).local->source == "某市政府办公室");
    CHECK(calendar.info(day("2025-06-14")).kind == DayKind::makeup);
    CHECK(calendar.info(day("2025-10-02")).kind == DayKind::makeup);
    CHECK_FALSE(calendar.info(day("2027-02-09")).movable);
    CHECK(to_chinese(calendar, day("2025-06-12")) == "2025年6月12日（周四，本地放假）");
    CHECK(to_chinese(calendar, day("2025-06-14")) == "2025年6月14日（周六，本地上班）");
    CHECK(calendar.nth_working_day(day("2025-06-11"), 2) == DayInterval{day("2025-06-14"), day("2025-06-14")});
}

TEST_CASE("years and local days that contradict themselves are refused") {
    const auto error = [](std::vector<CalendarYear> years, std::vector<LocalDay> local) {
        const Result<Calendar> made = Calendar::make(std::move(years), std::move(local));
        REQUIRE_FALSE(made);
        return made.error();
    };
    CHECK(error({installed_year(2025), installed_year(2025)}, {}) ==
          Error{"duplicate_year", "", "2025年的日历不止一份"});
    const LocalDay one{day("2025-06-12"), false, "停电", "某局"};
    CHECK(error({}, {one, one}) == Error{"duplicate_day", "/days/1/date", "2025-06-12的本地安排不止一条"});
    CHECK(error({}, {{day("2101-01-01"), false, "停电", "某局"}}) ==
          Error{"date_out_of_range", "/days/0/date", "2101-01-01超出可调整的年份（2008至2100）"});
}
