// The words of the machine contract for the kinds of a time limit.
#include "core/calendar/deadline.h"

namespace signroute {

std::string_view name(DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day:
            return "working_day";
        case DeadlineUnit::calendar_day:
            return "calendar_day";
        case DeadlineUnit::month:
            return "month";
        case DeadlineUnit::year:
            return "year";
    }
    return "";
}

std::string_view name(Direction direction) {
    switch (direction) {
        case Direction::after:
            return "after";
        case Direction::before:
            return "before";
    }
    return "";
}

std::string_view name(Roll roll) {
    switch (roll) {
        case Roll::none:
            return "none";
        case Roll::next_working_day:
            return "next_working_day";
        case Roll::previous_working_day:
            return "previous_working_day";
    }
    return "";
}

std::string_view name(LedgerReason reason) {
    switch (reason) {
        case LedgerReason::working:
            return "working";
        case LedgerReason::weekend:
            return "weekend";
        case LedgerReason::holiday:
            return "holiday";
        case LedgerReason::makeup:
            return "makeup";
        case LedgerReason::first_day:
            return "first_day";
        case LedgerReason::rolled:
            return "rolled";
    }
    return "";
}

namespace {

template <class T, std::size_t N>
std::optional<T> find(const T (&all)[N], std::string_view text) {
    for (const T value : all) {
        if (name(value) == text) return value;
    }
    return std::nullopt;
}

}  // namespace

std::optional<DeadlineUnit> deadline_unit_from_text(std::string_view text) {
    static constexpr DeadlineUnit all[] = {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month,
                                           DeadlineUnit::year};
    return find(all, text);
}

std::optional<Direction> direction_from_text(std::string_view text) {
    static constexpr Direction all[] = {Direction::after, Direction::before};
    return find(all, text);
}

std::optional<Roll> roll_from_text(std::string_view text) {
    static constexpr Roll all[] = {Roll::none, Roll::next_working_day, Roll::previous_working_day};
    return find(all, text);
}

}  // namespace signroute
