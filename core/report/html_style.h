// The style sheet of the printed report. Private to core/report.
#pragma once

namespace signroute {

extern const char* const kReportStyle;

}  // namespace signroute
