#include "core/calendar/festivals.h"

#include "core/calendar/calendar_year.h"

namespace signroute {

namespace {

struct LunarDates {
    int new_year, dragon_boat, mid_autumn;  // 正月初一、五月初五、八月十五, as month * 100 + day
};

// From kFirstCalendarYear on. Computed from the new moons at 120° E; the tests hold it against an independent table.
constexpr LunarDates kLunar[] = {
    {207, 608, 914},  {126, 528, 1003}, {214, 616, 922},  {203, 606, 912},  {123, 623, 930},  {210, 612, 919},
    {131, 602, 908},  {219, 620, 927},  {208, 609, 915},  {128, 530, 1004}, {216, 618, 924},  {205, 607, 913},
    {125, 625, 1001}, {212, 614, 921},  {201, 603, 910},  {122, 622, 929},  {210, 610, 917},  {129, 531, 1006},
    {217, 619, 925},  {206, 609, 915},  {126, 528, 1003}, {213, 616, 922},  {203, 605, 912},  {123, 624, 1001},
    {211, 612, 919},  {131, 601, 908},  {219, 620, 927},  {208, 610, 916},  {128, 530, 1004}, {215, 618, 924},
    {204, 607, 913},  {124, 527, 1002}, {212, 614, 920},  {201, 603, 910},  {122, 622, 928},  {210, 611, 917},
    {130, 531, 1005}, {217, 619, 925},  {206, 608, 915},  {126, 529, 1004}, {214, 615, 922},  {202, 604, 911},
    {123, 623, 930},  {211, 613, 919},  {201, 601, 907},  {219, 620, 926},  {208, 610, 916},  {128, 530, 1005},
    {215, 617, 924},  {204, 606, 913},  {124, 625, 1002}, {212, 614, 921},  {202, 603, 909},  {121, 622, 928},
    {209, 611, 917},  {129, 601, 1006}, {217, 619, 925},  {205, 608, 915},  {126, 528, 1003}, {214, 616, 923},
    {203, 604, 911},  {123, 623, 929},  {211, 613, 919},  {131, 602, 908},  {219, 620, 926},  {207, 610, 916},
    {127, 530, 1005}, {215, 617, 924},  {205, 606, 912},  {124, 624, 1001}, {212, 614, 920},  {202, 604, 910},
    {122, 622, 928},  {209, 611, 917},  {129, 601, 1006}, {217, 619, 926},  {206, 607, 914},  {126, 527, 1003},
    {214, 615, 922},  {203, 605, 911},  {124, 623, 929},  {210, 613, 918},  {130, 602, 908},  {218, 621, 927},
    {207, 609, 916},  {127, 529, 1005}, {215, 617, 924},  {205, 606, 913},  {125, 624, 930},  {212, 614, 920},
    {201, 604, 909},  {121, 623, 929},  {209, 612, 918},
};
static_assert(sizeof kLunar / sizeof *kLunar == kLastCalendarYear - kFirstCalendarYear + 1);

// 清明节: the day on which the sun reaches 15°, by the usual formula of the 21st century.
int qingming(int year) {
    const int y = year - 2000;
    return y == 100 ? 5 : (2422 * y + 48100) / 10000 - y / 4;
}

Day at(int year, int month_and_day) {
    return day_of(year, static_cast<unsigned>(month_and_day / 100), static_cast<unsigned>(month_and_day % 100));
}

Festival one_day(std::string_view name, Day day) { return {name, day, day, true, 3, 7}; }
Festival some_days(std::string_view name, Day first, Day last) { return {name, first, last, true, 7, 14}; }

Festival spring_festival(int year, Day new_year) {
    const int first = year < 2014 || year >= 2025 ? -1 : 0;
    const int last = year < 2014 ? 1 : 2;
    return some_days("春节", new_year + days{first}, new_year + days{last});
}

// The lunar festivals where no table reaches: wide enough for every year up to 9999.
void add_unknown(std::vector<Festival>& out, int year) {
    const auto range = [&](std::string_view name, int first, int last, bool is_long) {
        out.push_back({name, at(year, first), at(year, last), false, is_long ? 7 : 3, is_long ? 14 : 7});
    };
    range("春节", 117, 227, true);
    range("清明节", 402, 407, false);
    range("端午节", 524, 628, false);
    range("中秋节", 904, 1012, false);
}

}  // namespace

std::vector<Festival> festivals(int year) {
    std::vector<Festival> out;
    if (year < kFirstCalendarYear) return out;
    out.push_back(one_day("元旦", at(year, 101)));
    if (year <= kLastCalendarYear) {
        const LunarDates& lunar = kLunar[year - kFirstCalendarYear];
        out.push_back(spring_festival(year, at(year, lunar.new_year)));
        out.push_back(one_day("清明节", at(year, 400 + qingming(year))));
        out.push_back(one_day("端午节", at(year, lunar.dragon_boat)));
        out.push_back(one_day("中秋节", at(year, lunar.mid_autumn)));
    } else {
        add_unknown(out, year);
    }
    out.push_back(some_days("劳动节", at(year, 501), at(year, year < 2025 ? 501 : 502)));
    out.push_back(some_days("国庆节", at(year, 1001), at(year, 1003)));
    return out;
}

}  // namespace signroute
