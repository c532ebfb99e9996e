// What an office may bring besides cases: a rule pack, a year of holidays, its own working days. Formats: assets/README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calendar/calendar.h"

namespace signroute {

enum class RulesFile { none, pack, calendar, local_days };

// By what the text says of itself; `none` for what is no JSON, or something else.
RulesFile kind_of_rules_file(std::string_view text);

// "第12行 /matters/3/steps/0/role：没有角色“某某”。（unknown_role）", the line looked up where the error has only a pointer.
std::string located(std::string_view text, const Error& error);

// What installing the year would change, a line a day: "2027年1月4日（周一）：上班→放假（元旦）". Against nothing: every
// day that the year names.
std::vector<std::string> changes_of_year(const Calendar& calendar, const CalendarYear& year);

}  // namespace signroute
