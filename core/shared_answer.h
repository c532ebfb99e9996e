// What the answers under different readings have in common. Private to assess.cpp.
#pragma once

#include "core/assess.h"

namespace signroute {

// Whether two answers to one case say the same.
bool same_answer(const Assessment& a, const Assessment& b);

// Leaves in `out` only what `other` says too.
void keep_shared(Assessment& out, const Assessment& other);

}  // namespace signroute
