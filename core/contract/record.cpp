#include "core/contract/record.h"

#include <algorithm>
#include <set>

#include "core/base/sha256.h"

namespace signroute {

namespace {

constexpr const char* kFormat = "signroute-record/1";

// Of a data file the hash is taken as the contract would write it (compact, keys sorted, a line's end), so that neither
// white space nor the way it came (a file of the site, a request) makes a difference.
std::string hash_of(const Json& file) { return sha256_hex(write_json(file)); }

std::string hash_of_source(const Library& library, const std::string& name) {
    for (const SourceFile& s : library.sources) {
        if (s.name != name) continue;
        const Json file = plain_json(s.text);
        return file.is_discarded() ? "" : hash_of(file);
    }
    return "";
}

const Json* carried(const Json& request, const char* key) {
    const auto at = request.find(key);
    return at == request.end() || at->is_null() ? nullptr : &*at;
}

std::string pack_hash(const Asked& a) {
    const Json* own = carried(a.request, "pack_source");
    return own ? hash_of(*own) : hash_of_source(a.library, a.rules.pack->id);
}

std::string year_hash(const Asked& a, int year) {
    const Json* own = carried(a.request, "calendar_source");
    const Json* years = own ? carried(*own, "years") : nullptr;
    std::string out;
    for (const Json& y : years ? *years : Json::array()) {
        if (y["year"] == year) out = hash_of(y);
    }
    return out.empty() ? hash_of_source(a.library, std::to_string(year)) : out;
}

std::string local_hash(const Asked& a) {
    const Json* own = carried(a.request, "calendar_source");
    const Json* days = own ? carried(*own, "local_days") : nullptr;
    return days ? hash_of(*days) : "";
}

Json inputs_of(const Asked& a) {
    Json out = to_json(a.situation);
    for (const char* key : {"pack_source", "calendar_source"}) {
        if (const Json* own = carried(a.request, key)) out[key] = *own;
    }
    if (!out.contains("pack_source")) out["pack"] = a.rules.pack->id;
    return out;
}

Json pack_version(const Asked& a) {
    const Pack& pack = *a.rules.pack;
    Json out = {{"id", pack.id}, {"city", pack.city}, {"title", pack.title}, {"checked_on", text_or_null(pack.checked_on)},
                {"documents", Json::array()}, {"sha256", text_or_null(pack_hash(a))}};
    for (const PackDocument& d : pack.documents) {
        out["documents"].push_back({{"id", d.id}, {"title", d.title}, {"number", text_or_null(d.number)}, {"issued", text_or_null(d.issued)},
                                    {"in_force_from", text_or_null(d.in_force_from)}, {"until", text_or_null(d.until)}});
    }
    return out;
}

Json versions_of(const Asked& a) {
    Json out = {{"pack", pack_version(a)}, {"calendars", Json::array()}, {"catalogue", {{"sha256", text_or_null(hash_of_source(a.library, "catalogue"))}}},
                {"general_rules", {{"title", text_or_null(a.library.general.title)}, {"sha256", text_or_null(hash_of_source(a.library, "general_rules"))}}}};
    for (const CalendarYear& y : a.calendar.years()) {
        Json one = {{"year", y.year}, {"notices", Json::array()}, {"sha256", text_or_null(year_hash(a, y.year))}};
        for (const HolidayNotice& n : y.notices) one["notices"].push_back(n.number);
        out["calendars"].push_back(std::move(one));
    }
    if (!a.calendar.local_days().empty()) out["local_days"] = {{"source", a.calendar.local_days().front().source}, {"sha256", text_or_null(local_hash(a))}};
    return out;
}

// The years from the first to the last day that the answer speaks of.
std::set<int> years_of(const Asked& a) {
    std::set<int> days;
    const auto add = [&](const std::optional<Day>& day) {
        if (day) days.insert(year_of(*day));
    };
    for (const ScheduledLimit& s : a.assessment.schedule.limits) {
        add(s.start);
        add(s.done);
        if (s.answer) add(s.answer->earliest), add(s.answer->latest);
    }
    for (const auto& [event, day] : a.situation.events) add(day);
    if (days.empty()) return {};
    for (int y = *days.begin(); y < *days.rbegin(); ++y) days.insert(y);
    return days;
}

void add_words(std::string& out, const std::string& words) {
    if (!words.empty()) out += (out.empty() ? "" : "，") + words;
}

std::string pack_words(const Pack& pack) {
    std::string out;
    for (const PackDocument& d : pack.documents) {
        std::string one;
        add_words(one, d.number);
        if (!d.issued.empty()) add_words(one, d.issued + "印发");
        if (!d.in_force_words.empty() || !d.in_force_from.empty()) add_words(one, (d.in_force_words.empty() ? d.in_force_from : d.in_force_words) + "起施行");
        if (!d.until.empty()) add_words(one, d.until + "废止");
        out += (out.empty() ? "《" : "；《") + d.title + "》" + (one.empty() ? "（文号、日期原文未载）" : "（" + one + "）");
    }
    return out + (pack.checked_on.empty() ? "" : "。规则包" + pack.id + "，" + pack.checked_on + "核对");
}

}  // namespace

std::string record_to_text(const Asked& a, const ReportHead& head) {
    return write_json({{"format", kFormat},
                       {"case", {{"id", text_or_null(head.id)}, {"title", text_or_null(head.title)}, {"note", text_or_null(head.note)}, {"revision", head.revision}}},
                       {"inputs", inputs_of(a)},
                       {"versions", versions_of(a)},
                       {"answer", to_json(a.rules, a.situation, a.assessment, true)}});
}

std::vector<ReportSource> sources_of(const Asked& a) {
    std::vector<ReportSource> out = {{a.rules.pack->title, pack_words(*a.rules.pack), pack_hash(a)}};
    const GeneralRules& general = a.library.general;
    const auto& found = a.assessment.findings.list;
    if (std::any_of(found.begin(), found.end(), [](const Finding& f) { return f.general; }))
        out.push_back({"《" + general.title + "》（通用规则）", general.number + "，" + general.in_force_from + "起施行", hash_of_source(a.library, "general_rules")});
    const std::set<int> years = years_of(a);
    for (const CalendarYear& y : a.calendar.years()) {
        if (!years.count(y.year)) continue;
        std::string notices;
        for (const HolidayNotice& n : y.notices) notices += (notices.empty() ? "" : "；") + n.number;
        out.push_back({std::to_string(y.year) + "年节假日安排", notices, year_hash(a, y.year)});
    }
    if (!a.calendar.local_days().empty()) out.push_back({"本单位工作日安排", a.calendar.local_days().front().source, local_hash(a)});
    return out;
}

}  // namespace signroute
