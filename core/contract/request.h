// Requests of the contract, read with located errors; names may be ids, titles or aliases. Private to core/contract.
#pragma once

#include <deque>

#include "core/assess.h"
#include "core/contract/answer.h"
#include "core/json/json_in.h"
#include "core/route/lookup.h"

namespace signroute {

// The pack a request is about: named, or carried along as "pack_source".
struct PackInUse {
    std::optional<Pack> own;
    const Pack* named = nullptr;
    const Pack& get() const { return own ? *own : *named; }
};
std::optional<PackInUse> pack_in_use(const Library& library, std::string_view otherwise, ObjectIn& in, Errors& errors);

// The packs of "packs": names, or whole packs, which then live in `own`; without the key all that are at hand.
std::vector<const Pack*> packs_in_use(const Library& library, ObjectIn& in, std::deque<Pack>& own, Errors& errors);

// The calendar a request counts by: the library's, or, with "calendar_source", that with the years and the local days
// that the request carries along; a year of its own takes the place of the library's.
struct CalendarInUse {
    std::optional<Calendar> own;
    const Calendar* shared = nullptr;
    const Calendar& get() const { return own ? *own : *shared; }
};
std::optional<CalendarInUse> calendar_in_use(const Library& library, ObjectIn& in, Errors& errors);

const Pack* find_pack(const Library& library, std::string_view name);

// Facts, plan, things done, events and dates of an assess request; its "matter" is required unless `matter_optional`.
Case read_case(const Rules& rules, ObjectIn& in, bool matter_optional);
Facts read_facts(const Rules& rules, const JsonIn& in);
std::optional<Day> read_day(ObjectIn& in, const char* key);
std::optional<Day> read_day(const JsonIn& in);

}  // namespace signroute
