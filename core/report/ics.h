// The due dates of a report as iCalendar (RFC 5545), in the form that Outlook takes: METHOD:PUBLISH, all-day events with
// VALUE=DATE and the day after as their end, lines of at most 75 octets folded between characters, CRLF.
//
// Whoever imports the file again finds the same events: UID is a hash of case, pack, matter and limit, SEQUENCE the
// revision that the request names, DTSTAMP the request's `today` at midnight UTC. An alarm stands n working days before
// the due date, at nine in the morning of whoever reads it (a duration back from the start of the day: Outlook takes no
// other). What is not settled (an interval, an unknown start, a limit of which it is open whether it applies) is no event:
// it is told in words at the end of each event's description and in X-WR-CALDESC.
#pragma once

#include <string>

#include "core/report/report.h"

namespace signroute {

// Errors: no_today (/today: a stamp needs a day), no_id (/id: without it nobody knows the events again), no_dates (no
// limit of the case has a settled date).
Result<std::string> report_to_ics(const Report& report, const std::string& pack);

// One content line, folded, with its CRLF.
std::string ics_line(const std::string& line);
// Text as a value: backslash, semicolon, comma and line ends escaped; other control characters become spaces.
std::string ics_text(const std::string& text);

}  // namespace signroute
