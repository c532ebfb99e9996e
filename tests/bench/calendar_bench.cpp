// How long it takes to add working days, beside a plain loop over the days. Prints, asserts nothing.
#include <cstdio>

#include "core/calendar/calendar.h"
#include "tests/bench/assess_bench.h"
#include "tests/bench/installed.h"
#include "tests/bench/lint_bench.h"
#include "tests/bench/mend_bench.h"
#include "tests/bench/timing.h"

using namespace signroute;

namespace {

Calendar installed() {
    std::vector<CalendarYear> years;
    for (const std::string& text : texts_in("calendars")) {
        if (const Result<CalendarYear> read = calendar_from_json(text)) years.push_back(*read);
    }
    const Result<Calendar> made = Calendar::make(std::move(years));
    return made ? *made : Calendar::empty();
}

}  // namespace

int main() {
    const Calendar calendar = installed();
    // The loop gets its days as ready-made bytes, the best that a loop can have.
    std::vector<char> works;
    for (Day day = day_of(2010, 1, 1); day < day_of(2600, 1, 1); day += days{1}) {
        works.push_back(calendar.working_days(day, day + days{1}).most > 0);
    }
    volatile std::int64_t sink = 0;
    std::printf("%12s %16s %16s\n", "days spanned", "rank/select, ns", "day loop, ns");
    for (const std::int64_t span : {10, 100, 1'000, 10'000, 100'000}) {
        const std::int64_t n = span * 250 / 365;
        const double fast = nanoseconds([&, i = std::int64_t{0}]() mutable {
            sink = calendar.nth_working_day(day_of(2010, 1, 1) + days{++i % 4000}, n).latest->time_since_epoch().count();
        });
        const double slow = nanoseconds([&, i = std::int64_t{0}]() mutable {
            std::size_t at = static_cast<std::size_t>(++i % 4000);
            for (std::int64_t left = n; left > 0;) left -= works[++at];
            sink = static_cast<std::int64_t>(at);
        });
        std::printf("%12lld %16.1f %16.1f\n", static_cast<long long>(span), fast, slow);
    }
    const double build = nanoseconds([&] { sink = Calendar::empty().covers(2025); });
    std::printf("building an empty calendar: %.2f ms\n", build / 1e6);
    print_lint_times();
    const std::string assets = std::string(SIGNROUTE_SOURCE_DIR) + "/assets";
    print_assess_times(text_of(assets + "/catalogue.json"), texts_in("packs"), texts_in("calendars"));
    print_mend_times();
}
