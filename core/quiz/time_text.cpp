#include "core/quiz/time_text.h"

namespace signroute::quiz {

namespace {

// Two digits at `at` as a number below `end`; -1 otherwise.
int two_digits(std::string_view text, std::size_t at, int end) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1000; };
    const int n = digit(at) * 10 + digit(at + 1);
    return n < end ? n : -1;
}

std::string padded(std::int64_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); }

// Rounded down, before 1970 too.
std::int64_t whole(std::int64_t n, std::int64_t of) { return n >= 0 ? n / of : -((of - 1 - n) / of); }

// The minute that `text` begins with.
std::optional<Minute> minute_in(std::string_view text) {
    const auto day = day_from_text(text.substr(0, 10));
    if (!day || text.size() < 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const int hour = two_digits(text, 11, 24), minute = two_digits(text, 14, 60);
    if (hour < 0 || minute < 0) return std::nullopt;
    return day->time_since_epoch().count() * kMinutesOfDay + hour * 60 + minute;
}

}  // namespace

Result<Minute> minute_from_text(std::string_view text, std::string_view pointer) {
    const auto minute = text.size() == 16 ? minute_in(text) : std::nullopt;
    if (minute) return *minute;
    return Error{"bad_time", std::string(pointer), "时间“" + std::string(text) + "”应形如 2025-01-23T08:30。"};
}

std::string minute_text(Minute minute) {
    const std::int64_t day = whole(minute, kMinutesOfDay), rest = minute - day * kMinutesOfDay;
    return to_text(day_of_minute(minute)) + "T" + padded(rest / 60) + ":" + padded(rest % 60);
}

Result<Second> second_from_text(std::string_view text, std::string_view pointer) {
    const auto minute = minute_in(text);
    const int second = text.size() == 16 ? 0 : text.size() == 19 && text[16] == ':' ? two_digits(text, 17, 60) : -1;
    if (minute && second >= 0) return *minute * 60 + second;
    return Error{"bad_time", std::string(pointer), "时间“" + std::string(text) + "”应形如 2025-01-23T08:30:05。"};
}

std::string second_text(Second second) {
    const Minute minute = whole(second, 60);
    return minute_text(minute) + ":" + padded(second - minute * 60);
}

Day day_of_minute(Minute minute) { return Day{days{static_cast<int>(whole(minute, kMinutesOfDay))}}; }

}  // namespace signroute::quiz
