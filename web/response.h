// Answers as JSON (their shapes are in bridge.h).
#pragma once

#include <string>

#include "shell/session/session.h"

namespace signroute {

// `mirror` is left out where it is empty.
std::string frame_json(const FrameOutput& frame, bool input_pending, const std::string& mirror);

// The contract's error for a request that came before the rules; null: nothing was loaded at all.
std::string not_loaded_json(const Session* session);

}  // namespace signroute
