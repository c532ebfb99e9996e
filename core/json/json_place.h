// Where in a JSON text a pointer leads, for messages to people with an editor.
#pragma once

#include <string_view>

namespace signroute {

// The 1-based line on which the value that `pointer` (RFC 6901) leads to begins; where the text has no such value, that
// of the last part of the way that it has. 0 if the text is no JSON that far.
int line_of(std::string_view json, std::string_view pointer);

}  // namespace signroute
