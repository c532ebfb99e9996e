// Reports on cases of the fictional city of harbour.h.
#pragma once

#include "core/report/report.h"
#include "tests/core/harbour.h"

namespace signroute::test {

inline Report report_on(const Case& situation, const std::string& title, ReportHead head = {}, const Statute* text = nullptr) {
    head.title = title;
    return report_from_assessment(harbour(), installed(), situation, assessed(situation), head, text);
}

// A plain edict: the clerk drafts, the deputy signs, the secretary is left out, the map is not enclosed; received on Monday,
// 3 March 2025, so it has to be answered by Monday, 10 March.
inline Case edict_case() {
    Case out = harbour_case("edict", {{"important", false}, {"wide", false}, {"kind", std::string("notice")}, {"urgent", false}, {"pages", std::int64_t{3}}}, {"书记拟稿", "副港主签发"});
    out.done["map"] = {Truth::no, {}};
    out.events["received"] = day("2025-03-03");
    out.today = day("2025-03-05");
    return out;
}

inline Report edict_report() {
    ReportHead head;
    head.id = "20250303-1";
    head.revision = 2;
    head.alarm = 2;
    return report_on(edict_case(), "修桥告示", head);
}

}  // namespace signroute::test
