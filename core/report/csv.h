// The report as one table that Excel opens in Chinese: UTF-8 with a byte order mark, CRLF, quoted as in RFC 4180. The
// first column, 类别, says what a row is: 案卷, 结论, 情形, 规定步骤, 所填步骤, 问题, 前置, 时限. Where the text bears several
// readings, the second column names the one a row belongs to.
#pragma once

#include <string>
#include <vector>

#include "core/report/report.h"

namespace signroute {

std::string report_to_csv(const Report& report);

// A cell as it is written. What a spreadsheet could take for a formula (= + - @, wide forms too, a tab or a line's end in
// front) gets an apostrophe before it.
std::string csv_cell(const std::string& text);

}  // namespace signroute
