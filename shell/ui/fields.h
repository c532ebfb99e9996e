// Entering: text, figures, days. A field has its label above it, a hint below the label, and an error below the field.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shell/ports.h"
#include "shell/ui/theme.h"

namespace signroute::ui {

struct FieldOptions {
    std::string_view hint{};
    std::string_view error{};
    std::string_view placeholder{};
    bool required = false;
    bool hide_label = false;  // the mirror still has it
    bool disabled = false;
    float width = 0;  // design pixels; 0: the room there is, at most 480
};

// All of these return true in the frame in which the value changed.
bool text_field(std::string_view label, std::string& value, const FieldOptions& options = {});
bool text_area(std::string_view label, std::string& value, int rows, const FieldOptions& options = {});

struct NumberOptions {
    long long least = 0, most = 999999999999;
    std::string_view unit{};  // shown after the field
    FieldOptions field{};
};
// What is not a whole number within the bounds is kept as typed, shown as an error, and leaves `value` empty.
bool number_field(std::string_view label, std::optional<long long>& value, const NumberOptions& options = {});

// A day as YYYY-MM-DD, typed or picked from a month. 2025/2/8, 20250208, 2025年2月8日 and, of this year, 2月8日
// are taken and rewritten.
bool date_field(std::string_view label, std::optional<CivilDay>& value, const FieldOptions& options = {});
std::optional<CivilDay> read_day(std::string_view text);
std::string day_error(std::string_view text);  // why read_day takes it for none
std::string written(const CivilDay& day);  // YYYY-MM-DD
inline constexpr const char* kWeekdays[] = {"一", "二", "三", "四", "五", "六", "日"};
int weekday_of(const CivilDay& day);       // 0 Monday … 6 Sunday
int days_in_month(int year, int month);

struct Completion {
    std::string_view label;
    std::string_view detail{};  // what kind of thing it is
};
struct SearchResult {
    int chosen = -1;         // a completion was taken
    bool submitted = false;  // Enter without one
    bool changed = false;
};
// `completions` are those for `text` as it was in the frame before; they show while the field is being edited.
SearchResult search_box(std::string_view label, std::string& text, std::span<const Completion> completions,
                        const FieldOptions& options = {});

}  // namespace signroute::ui
