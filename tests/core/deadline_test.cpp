#include "core/calendar/deadline.h"

#include "tests/core/calendar_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

DeadlineAnswer ask(const DeadlineQuestion& q, const Calendar& calendar = installed()) {
    const Result<DeadlineAnswer> answer = deadline(calendar, q);
    REQUIRE(answer);
    return *answer;
}

DeadlineQuestion question(const char* start, std::int64_t n, DeadlineUnit unit = DeadlineUnit::working_day) {
    DeadlineQuestion q;
    q.start = day(start);
    q.n = n;
    q.unit = unit;
    return q;
}

std::string due(const DeadlineQuestion& q) {
    const DeadlineAnswer a = ask(q);
    REQUIRE(a.due);
    return to_text(*a.due);
}

std::optional<Assumption> find(const DeadlineAnswer& a, const char* id) {
    for (const Assumption& one : a.assumptions) {
        if (one.id == id) return one;
    }
    return std::nullopt;
}

// ---- An independent reading of the rules: one day at a time, over plain days.

Day plain_due(const PlainDays& plain, const DeadlineQuestion& q) {
    const int step = q.direction == Direction::after ? 1 : -1;
    Day at = q.start;
    if (q.n > 0) {
        std::int64_t left = q.n;
        if (!q.count_start) at += days{step};
        for (;; at += days{step}) {
            if (q.unit == DeadlineUnit::calendar_day || plain.works(at)) --left;
            if (left == 0) break;
        }
    }
    while (q.roll == Roll::next_working_day && !plain.works(at)) at += days{1};
    while (q.roll == Roll::previous_working_day && !plain.works(at)) at -= days{1};
    return at;
}

// What a reader with the ledger and a pencil would check.
void check_ledger(const PlainDays& plain, const DeadlineQuestion& q, const DeadlineAnswer& a) {
    REQUIRE(a.due);
    REQUIRE(!a.ledger.empty());
    REQUIRE(a.ledger.front().date == std::min(q.start, *a.due));
    REQUIRE(a.ledger.back().date == std::max(q.start, *a.due));
    std::int64_t counted = 0;
    Day expected = a.ledger.front().date;
    for (const LedgerEntry& entry : a.ledger) {
        REQUIRE(entry.date == expected);
        expected += days{1};
        counted += entry.counted;
        switch (entry.reason) {
            case LedgerReason::working:
            case LedgerReason::makeup:
                REQUIRE(plain.works(entry.date));
                break;
            case LedgerReason::weekend:
            case LedgerReason::holiday:
                REQUIRE(!plain.works(entry.date));
                break;
            case LedgerReason::first_day:
                REQUIRE(entry.date == q.start);
                REQUIRE(!entry.counted);
                break;
            case LedgerReason::rolled:
                REQUIRE(entry.date == *a.due);
                break;
        }
        const bool named = entry.reason == LedgerReason::holiday || entry.reason == LedgerReason::makeup;
        if (named) REQUIRE(entry.notice.find("发明电〔") != std::string::npos);
        if (entry.counted && q.unit == DeadlineUnit::working_day) REQUIRE(plain.works(entry.date));
    }
    const bool rolled_back = a.ledger.front().reason == LedgerReason::rolled && q.direction == Direction::after;
    const bool moved_inwards = (q.roll == Roll::previous_working_day && q.direction == Direction::after) ||
                               (q.roll == Roll::next_working_day && q.direction == Direction::before);
    if (!moved_inwards && !rolled_back) REQUIRE(counted == q.n);
    if (moved_inwards) REQUIRE(counted <= q.n);
}

}  // namespace

TEST_CASE("seven working days after 23 January 2025 end on a make-up Saturday") {
    const DeadlineAnswer a = ask(question("2025-01-23", 7));
    REQUIRE(a.due);
    CHECK(to_text(*a.due) == "2025-02-08");
    CHECK(a.earliest == a.due);
    CHECK(a.latest == a.due);
    CHECK(a.not_covered.empty());
    REQUIRE(a.ledger.size() == 17);
    CHECK(a.ledger.front() == LedgerEntry{day("2025-01-23"), false, LedgerReason::first_day, "", "", true});
    CHECK(a.ledger[3] ==
          LedgerEntry{day("2025-01-26"), true, LedgerReason::makeup, "国办发明电〔2024〕12号", "春节", true});
    CHECK(a.ledger[9] ==
          LedgerEntry{day("2025-02-01"), false, LedgerReason::holiday, "国办发明电〔2024〕12号", "春节", true});
    CHECK(a.ledger.back() ==
          LedgerEntry{day("2025-02-08"), true, LedgerReason::makeup, "国办发明电〔2024〕12号", "春节", true});
}

TEST_CASE("time limits of every kind agree with counting one day at a time, and their ledgers replay") {
    const PlainDays plain(installed_years());
    const Direction directions[] = {Direction::after, Direction::before};
    const Roll rolls[] = {Roll::none, Roll::next_working_day, Roll::previous_working_day};
    const DeadlineUnit units[] = {DeadlineUnit::working_day, DeadlineUnit::calendar_day};
    int n_at = 0;
    for (Day start = day("2010-05-01"); start <= day("2026-08-31"); start += days{kStride}) {
        for (const Direction direction : directions) {
            for (const Roll roll : rolls) {
                for (const DeadlineUnit unit : units) {
                    for (const bool count_start : {false, true}) {
                        static constexpr std::int64_t ns[] = {0, 1, 2, 3, 5, 7, 10, 15, 30, 60};
                        DeadlineQuestion q{start, ns[n_at++ % 10], unit, direction, count_start, roll, true};
                        const DeadlineAnswer a = ask(q);
                        REQUIRE(a.due == plain_due(plain, q));
                        REQUIRE(a.earliest == a.due);
                        REQUIRE(a.latest == a.due);
                        check_ledger(plain, q, a);
                    }
                }
            }
        }
    }
}

TEST_CASE("the start counts as day one only if it is a working day") {
    DeadlineQuestion q = question("2025-02-08", 1);
    q.count_start = true;
    CHECK(due(q) == "2025-02-08");
    q.start = day("2025-02-09");
    CHECK(due(q) == "2025-02-10");
    q.direction = Direction::before;
    CHECK(due(q) == "2025-02-08");
}

TEST_CASE("no days from a day off is that day, unless it rolls") {
    DeadlineQuestion q = question("2025-10-04", 0);
    CHECK(due(q) == "2025-10-04");
    q.roll = Roll::next_working_day;
    CHECK(due(q) == "2025-10-09");
    q.roll = Roll::previous_working_day;
    CHECK(due(q) == "2025-09-30");
    const DeadlineAnswer a = ask(q);
    CHECK(a.ledger.front().reason == LedgerReason::rolled);
    CHECK(a.ledger.back().reason == LedgerReason::first_day);
}

TEST_CASE("a ledger shows what was counted and where rolling went") {
    DeadlineQuestion q = question("2025-09-28", 5, DeadlineUnit::calendar_day);
    q.roll = Roll::next_working_day;
    q.n = 6;
    const DeadlineAnswer a = ask(q);
    REQUIRE(a.ledger.size() == 12);
    CHECK(a.ledger[6].counted);
    CHECK(a.ledger[6].reason == LedgerReason::holiday);
    CHECK_FALSE(a.ledger[7].counted);
    CHECK(a.ledger[7].reason == LedgerReason::holiday);
    CHECK(a.ledger[11] == LedgerEntry{day("2025-10-09"), false, LedgerReason::rolled, "", "", true});
    q.ledger = false;
    CHECK(ask(q).ledger.empty());
    CHECK(ask(q).due == a.due);
}

TEST_CASE("months and years end on the corresponding day or the last of the month") {
    CHECK(due(question("2024-01-31", 1, DeadlineUnit::month)) == "2024-02-29");
    CHECK(due(question("2025-01-31", 1, DeadlineUnit::month)) == "2025-02-28");
    CHECK(due(question("2025-01-15", 3, DeadlineUnit::month)) == "2025-04-15");
    CHECK(due(question("2024-02-29", 1, DeadlineUnit::year)) == "2025-02-28");
    CHECK(due(question("2024-11-30", 3, DeadlineUnit::month)) == "2025-02-28");
    DeadlineQuestion q = question("2025-03-31", 1, DeadlineUnit::month);
    q.direction = Direction::before;
    CHECK(due(q) == "2025-02-28");
    q = question("2025-03-01", 1, DeadlineUnit::month);
    q.count_start = true;
    CHECK(due(q) == "2025-03-31");
    const std::optional<Assumption> said = find(ask(question("2025-01-31", 1, DeadlineUnit::month)), "corresponding_day");
    REQUIRE(said);
    CHECK(said->basis == "《中华人民共和国民法典》第二百零二条");
}

TEST_CASE("what the answer takes for granted is named with its article") {
    const DeadlineAnswer working = ask(question("2025-03-03", 5));
    CHECK(working.assumptions ==
          std::vector<Assumption>{{"first_day", "开始的当日不计入", "《中华人民共和国民法典》第二百零一条第一款"}});
    DeadlineQuestion q = question("2025-03-03", 5, DeadlineUnit::calendar_day);
    const std::optional<Assumption> roll = find(ask(q), "roll");
    REQUIRE(roll);
    CHECK(roll->chosen == "期末遇休息日不顺延");
    CHECK(roll->basis.find("第二百零三条第一款") != std::string::npos);
    q.roll = Roll::next_working_day;
    CHECK(find(ask(q), "roll") ==
          Assumption{"roll", "期末遇休息日顺延至下一工作日", "《中华人民共和国民法典》第二百零三条第一款"});
    q.direction = Direction::before;
    CHECK(find(ask(q), "backwards"));
    CHECK(find(ask(question("2026-12-25", 5)), "not_announced"));
    CHECK_FALSE(find(ask(question("2026-12-14", 5)), "not_announced"));
}

TEST_CASE("calendar days need no announcement, rolling does") {
    DeadlineQuestion q = question("2027-01-20", 20, DeadlineUnit::calendar_day);
    CHECK(due(q) == "2027-02-09");
    CHECK(ask(q).not_covered.empty());
    q.roll = Roll::next_working_day;
    const DeadlineAnswer a = ask(q);
    CHECK_FALSE(a.due);
    CHECK(a.earliest == day("2027-02-09"));  // three days after the holiday's last: may work
    CHECK(a.latest == day("2027-02-16"));    // the first weekday more than seven days after it
    CHECK(a.not_covered == std::vector<int>{2027});
    CHECK(a.ledger.empty());
}

TEST_CASE("a monthly cut-off is its day, or the last of a shorter month") {
    const auto cut_off = [](const char* month, int day_of_month, Roll roll) {
        const Result<DeadlineAnswer> a = monthly_cut_off(installed(), {*month_from_text(month), day_of_month, roll});
        REQUIRE(a);
        return *a;
    };
    CHECK(cut_off("2025-03", 15, Roll::none).due == day("2025-03-15"));
    CHECK(cut_off("2025-03", 15, Roll::next_working_day).due == day("2025-03-17"));
    CHECK(cut_off("2025-03", 15, Roll::previous_working_day).due == day("2025-03-14"));
    const DeadlineAnswer february = cut_off("2025-02", 31, Roll::none);
    CHECK(february.due == day("2025-02-28"));
    REQUIRE(find(february, "short_month"));
    CHECK(find(february, "short_month")->basis == "比照《中华人民共和国民法典》第二百零二条");
    CHECK_FALSE(find(cut_off("2025-03", 31, Roll::none), "short_month"));
}

TEST_CASE("bad questions get located errors") {
    const auto error = [](const Result<DeadlineAnswer>& r) {
        REQUIRE_FALSE(r);
        return r.error();
    };
    CHECK(error(deadline(installed(), question("2025-01-01", -1))) ==
          Error{"negative_count", "/n", "天数-1不能为负，应为不小于0的整数"});
    DeadlineQuestion q;
    q.start = kLastDay + days{1};
    CHECK(error(deadline(installed(), q)) ==
          Error{"date_out_of_range", "/start", "起始日超出可用的日期范围（1949-10-01至9999-12-31）"});
    CHECK(error(monthly_cut_off(installed(), {day("2025-01-01"), 32, Roll::none})) ==
          Error{"bad_day_of_month", "/day_of_month", "“32”不是一个月里的日子，应为1至31"});
    CHECK(error(monthly_cut_off(installed(), {day("2025-01-01"), 0, Roll::none})) ==
          Error{"bad_day_of_month", "/day_of_month", "“0”不是一个月里的日子，应为1至31"});
    CHECK(error(monthly_cut_off(installed(), {kFirstDay - days{1}, 1, Roll::none})) ==
          Error{"date_out_of_range", "/month", "月份超出可用的日期范围（1949-10-01至9999-12-31）"});
}

TEST_CASE("a count that leaves all calendars gives no bound, and no crash") {
    for (const std::int64_t n : {std::int64_t{3'000'000}, std::int64_t{1} << 40, INT64_MAX}) {
        for (const DeadlineUnit unit :
             {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month, DeadlineUnit::year}) {
            for (const Direction direction : {Direction::after, Direction::before}) {
                for (const bool count_start : {false, true}) {
                    DeadlineQuestion q{day("2025-01-01"),      n,   unit, direction, count_start,
                                       Roll::next_working_day, true};
                    const DeadlineAnswer a = ask(q);
                    CHECK_FALSE(a.due);
                    CHECK_FALSE(a.earliest);
                    CHECK_FALSE(a.latest);
                }
            }
        }
    }
    DeadlineQuestion q{kFirstDay, 1, DeadlineUnit::working_day, Direction::after, true, Roll::none, true};
    CHECK(ask(q).earliest == kFirstDay);
    q = {kLastDay, 1, DeadlineUnit::working_day, Direction::before, true, Roll::none, true};
    CHECK(ask(q).latest == kLastDay);
}

TEST_CASE("the names of the contract read back") {
    for (const auto u :
         {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month, DeadlineUnit::year})
        CHECK(deadline_unit_from_text(name(u)) == u);
    for (const auto d : {Direction::after, Direction::before}) CHECK(direction_from_text(name(d)) == d);
    for (const auto r : {Roll::none, Roll::next_working_day, Roll::previous_working_day})
        CHECK(roll_from_text(name(r)) == r);
    CHECK_FALSE(deadline_unit_from_text("day"));
    CHECK_FALSE(direction_from_text(""));
    CHECK_FALSE(roll_from_text("next"));
}
