// What stands around the steps of a route that was written down: days, and the numbers of a list. Private to plan_from_text.cpp.
#pragma once

#include <string>
#include <string_view>

namespace signroute {

// Takes the first day out of the text: "2026年3月5日", "2026-03-05", "2026/3/5"; of `year`, where it is not 0, also "3月5日".
std::string take_date(std::string& text, int year);

// What stands before a step to number it goes: "1.", "（一）", "①", "第二步：", "步骤3", "•".
std::string without_number(std::string_view text);

// Numbers in the middle of a line begin a line too: "1、经办人起草 2、市长签发", "①经办人起草②市长签发", "一、起草 二、签发".
std::string with_lines(std::string_view text);

}  // namespace signroute
