// Text as it may stand in HTML and SVG. Private to core/report.
#pragma once

#include <string>
#include <string_view>

namespace signroute {

// & < > " ' are escaped; control characters other than a line's end become spaces. Good for text and quoted attributes.
std::string escaped(std::string_view text);

}  // namespace signroute
