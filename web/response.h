// Answers as JSON (their shapes are in bridge.h).
#pragma once

#include <string>

#include "shell/session/session.h"
#include "web/bridge.h"

namespace signroute {

// Kept until the next call.
const sr_response* respond(std::string json, std::uint32_t status = 0);

// `mirror` is left out where it is empty.
std::string frame_json(const FrameOutput& frame, bool input_pending, const std::string& mirror);

// The contract's error for a request that came before the rules; null: nothing was loaded at all.
std::string not_loaded_json(const Session* session);

}  // namespace signroute
