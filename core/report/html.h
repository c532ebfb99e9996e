// The report as one HTML document that prints on A4: no script, nothing from elsewhere, every word of the user escaped.
#pragma once

#include <string>

#include "core/report/report.h"

namespace signroute {

std::string report_to_html(const Report& report);

}  // namespace signroute
