#include "shell/views/words.h"

namespace signroute::views {

ui::Tone tone_of(Severity severity) {
    switch (severity) {
        case Severity::error: return ui::Tone::error;
        case Severity::warning: return ui::Tone::warning;
        case Severity::ask: return ui::Tone::judgement;
        case Severity::note: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

ui::Tone tone_of(const Finding& finding) { return tone_of(finding.safe.value_or(finding.severity)); }

ui::Tone tone_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::fail: return ui::Tone::error;
        case Verdict::ask: return ui::Tone::judgement;
        case Verdict::warn: return ui::Tone::warning;
        case Verdict::pass: return ui::Tone::good;
    }
    return ui::Tone::neutral;
}

CivilDay civil(Day day) {
    const std::chrono::year_month_day ymd{day};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Day day_from(const CivilDay& day) { return day_of(day.year, static_cast<unsigned>(day.month), static_cast<unsigned>(day.day)); }

}  // namespace signroute::views
