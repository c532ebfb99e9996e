// Times on the user's own clock as text: to the minute 2025-01-23T08:30, to the second 2025-01-23T08:30:05.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/calendar/day.h"
#include "core/quiz/fsrs.h"

namespace signroute::quiz {

// Seconds since 1970-01-01 00:00 on the user's own clock.
using Second = std::int64_t;

// Error at `pointer`: bad_time.
Result<Minute> minute_from_text(std::string_view text, std::string_view pointer);
std::string minute_text(Minute minute);
// To the second, or to the minute, which is its first second. Error: bad_time.
Result<Second> second_from_text(std::string_view text, std::string_view pointer);
std::string second_text(Second second);

Day day_of_minute(Minute minute);

}  // namespace signroute::quiz
