// "calendar_source": {"years": [a calendar file, …], "local_days": a file of local days}, as in assets/README.md.
#include <algorithm>

#include "core/contract/request.h"

namespace signroute {

namespace {

void add_located(Errors& errors, const std::string& pointer, const Error& e) { errors.push_back({e.code, pointer + e.pointer, e.message}); }

void take_year(const JsonIn& item, std::vector<CalendarYear>& years, Errors& errors) {
    const auto year = calendar_from_json(item.value().dump());
    if (!year) return add_located(errors, item.pointer(), year.error());
    const auto same = std::find_if(years.begin(), years.end(), [&](const CalendarYear& y) { return y.year == year->year; });
    if (same == years.end()) years.push_back(*year);
    else *same = *year;
}

}  // namespace

std::optional<CalendarInUse> calendar_in_use(const Library& library, ObjectIn& in, Errors& errors) {
    CalendarInUse out;
    out.shared = &library.calendar;
    const auto source = in.get("calendar_source");
    if (!source) return out;
    const std::size_t before = errors.size();
    ObjectIn files(*source);
    std::vector<CalendarYear> years = library.calendar.years();
    std::vector<LocalDay> local = library.calendar.local_days();
    for (const JsonIn& item : files.items("years")) take_year(item, years, errors);
    if (const auto given = files.get("local_days")) {
        const auto read = local_days_from_json(given->value().dump());
        if (read) local = *read;
        else add_located(errors, given->pointer(), read.error());
    }
    files.finish();
    if (errors.size() > before) return std::nullopt;
    auto made = Calendar::make(std::move(years), std::move(local));
    if (!made) {
        add_located(errors, source->pointer(), made.error());
        return std::nullopt;
    }
    out.own = std::move(*made);
    return out;
}

}  // namespace signroute
