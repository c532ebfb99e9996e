// Fields for whole numbers and days: the text as typed, and what it means.
#include <charconv>
#include <cstdio>

#include "shell/ui/buttons.h"
#include "shell/ui/field_frame.h"
#include "shell/ui/text.h"

namespace signroute::ui {
namespace {

std::optional<long long> read_number(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != ',') digits += c;
    long long n = 0;
    const auto r = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (digits.empty() || r.ec != std::errc() || r.ptr != digits.data() + digits.size()) return std::nullopt;
    return n;
}

// The numbers in a text and nothing but what may stand between them in a date; empty if there is anything else.
std::vector<int> date_numbers(std::string_view text) {
    std::vector<int> out;
    bool in_number = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            if (!in_number) out.push_back(0);
            if (out.back() > 99999999) return {};
            out.back() = out.back() * 10 + (c - '0');
            in_number = true;
            continue;
        }
        in_number = false;
        const std::string_view han = text.substr(i, 3);
        if (han == "年" || han == "月" || han == "日") i += 2;
        else if (c != '-' && c != '/' && c != '.' && c != ' ') return {};
    }
    return out;
}

}  // namespace

bool number_field(std::string_view label, std::optional<long long>& value, const NumberOptions& o) {
    Kit& k = kit();
    const Ids scope(label);
    std::string& draft = k.draft(ImGui::GetID("##draft")).text;
    const auto within = [&](const std::optional<long long>& n) { return n && *n >= o.least && *n <= o.most; };
    const std::optional<long long> meant = read_number(draft);
    // Changed by others than the typist: what is typed and wrong stays as it is.
    if (value && value != meant) draft = std::to_string(*value);
    if (!value && within(meant)) draft.clear();
    FieldOptions field = o.field;
    std::string error(field.error);
    if (error.empty() && !draft.empty() && !within(read_number(draft)))
        error = "请填写 " + std::to_string(o.least) + " 至 " + std::to_string(o.most) + " 之间的整数";
    field.error = error;
    if (field.width <= 0) field.width = 160;
    const FieldFrame frame(label, field);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Editor e = edit_text(label, draft, frame.width(), 0, field);
    if (!o.unit.empty())
        draw_text(ImGui::GetWindowDrawList(), {at.x + frame.width() + px(8), at.y + px(4)}, o.unit,
                  {em::body, Weight::regular, palette().second});
    Node n = described(e.id, Role::textbox, e.box, label, usable | State::editable | State::numeric);
    n.value = draft;
    describe_field(n, field, frame);
    record(std::move(n));
    if (!e.changed) return false;
    const std::optional<long long> now = read_number(draft);
    const std::optional<long long> next = within(now) ? now : std::nullopt;
    return std::exchange(value, next) != next;
}

int days_in_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

int weekday_of(const CivilDay& d) {
    // Zeller's congruence; Saturday is 0 there.
    const int m = d.month < 3 ? d.month + 12 : d.month, y = d.month < 3 ? d.year - 1 : d.year;
    return ((d.day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) + 5) % 7;
}

std::optional<CivilDay> read_day(std::string_view text) {
    std::vector<int> n = date_numbers(text);
    if (n.size() == 1 && n[0] >= 10000101) n = {n[0] / 10000, n[0] / 100 % 100, n[0] % 100};
    if (n.size() != 3 || n[0] < 1000 || n[0] > 9999 || n[1] < 1 || n[1] > 12) return std::nullopt;
    if (n[2] < 1 || n[2] > days_in_month(n[0], n[1])) return std::nullopt;
    return CivilDay{n[0], n[1], n[2]};
}

std::string day_error(std::string_view text) {
    const std::vector<int> n = date_numbers(text);
    return n.size() == 3 && n[0] >= 1000 && n[0] <= 9999 ? "没有这一天，请核对日期" : "请填写日期，如 2025-02-08";
}

std::string written(const CivilDay& d) {
    char b[40];
    std::snprintf(b, sizeof b, "%04d-%02d-%02d", d.year, d.month, d.day);
    return b;
}

}  // namespace signroute::ui
