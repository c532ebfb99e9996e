// A frame's answer as JSON (its shape is in bridge.h).
#pragma once

#include <string>

#include "shell/ports.h"

namespace signroute {

// `mirror` is left out where it is empty.
std::string frame_json(const FrameOutput& frame, bool input_pending, const std::string& mirror);

}  // namespace signroute
