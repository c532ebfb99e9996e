// The route as a picture for paper: stages from left to right, what stands beside each other stacked, at most five
// stages a line. Line styles and words say how binding a step is; the document's style sheet has the classes.
#pragma once

#include <string>

#include "core/report/report.h"

namespace signroute {

// An <svg> of at most 592 CSS pixels' width (156 mm of A4); "" for a picture without stages.
std::string route_svg(const ReportPicture& picture, const std::string& label);

// The lines that `text` takes where `width` is the room for one, both in tenths of the size of a character; a Han
// character is 10 wide, a Latin one 6. Closing marks stay with what they close.
std::vector<std::string> wrapped(const std::string& text, int width);

}  // namespace signroute
