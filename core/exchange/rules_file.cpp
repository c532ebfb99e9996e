#include "core/exchange/rules_file.h"

#include <map>

#include "core/json/json_in.h"
#include "core/json/json_place.h"

namespace signroute {

namespace {

struct NamedDay {
    bool off = false;
    std::string holiday;
    bool operator==(const NamedDay&) const = default;
};

std::map<Day, NamedDay> days_of(const CalendarYear& year) {
    std::map<Day, NamedDay> out;
    for (const NoticeDay& d : year.days_off) out[d.date] = {true, d.holiday};
    for (const NoticeDay& d : year.make_up) out[d.date] = {false, d.holiday};
    return out;
}

std::string said(const NamedDay* day) {
    if (!day) return "未列";
    return (day->off ? "放假" : "调休上班") + (day->holiday.empty() ? "" : "（" + day->holiday + "）");
}

}  // namespace

RulesFile kind_of_rules_file(std::string_view text) {
    const Json json = plain_json(text);
    if (!json.is_object()) return RulesFile::none;
    const auto format = json.find("format");
    if (format != json.end() && format->is_string() && format->get_ref<const std::string&>().rfind("signroute-pack/", 0) == 0) return RulesFile::pack;
    if (json.contains("year")) return RulesFile::calendar;
    return json.contains("source") && json.contains("days") ? RulesFile::local_days : RulesFile::none;
}

std::string located(std::string_view text, const Error& error) {
    const int line = error.line ? error.line : line_of(text, error.pointer);
    return (line ? "第" + std::to_string(line) + "行" : "") + (error.pointer.empty() ? "" : " " + error.pointer) + "：" + error.message + "（" + error.code + "）";
}

std::vector<std::string> changes_of_year(const Calendar& calendar, const CalendarYear& year) {
    std::map<Day, NamedDay> before;
    for (const CalendarYear& y : calendar.years()) {
        if (y.year == year.year) before = days_of(y);
    }
    const std::map<Day, NamedDay> after = days_of(year);
    std::map<Day, std::pair<const NamedDay*, const NamedDay*>> both;
    for (const auto& [date, day] : before) both[date].first = &day;
    for (const auto& [date, day] : after) both[date].second = &day;
    std::vector<std::string> out;
    for (const auto& [date, sides] : both) {
        const auto [was, is] = sides;
        if (was && is && *was == *is) continue;
        out.push_back(to_chinese(date) + "：" + (before.empty() ? "" : said(was) + " → ") + said(is));
    }
    return out;
}

}  // namespace signroute
