// Packs, years and local days that an office has installed: read at the start, and whenever one of them changes.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "shell/session/reducer.h"

namespace signroute {

// A record as stored, changed in another tab, or just installed; "" removes it.
void Reducer::own_record(const std::string& store, const std::string& key, const std::string& value) {
    if (store == "packs") {
        if (value.empty()) s_.own_packs.erase(key);
        else s_.own_packs[key] = value;
        // Whatever stood under this name is read again: the user's, or, without one, that of the list.
        auto& packs = s_.library.packs;
        packs.erase(std::remove_if(packs.begin(), packs.end(), [&](const Pack& p) { return p.id == key; }), packs.end());
        for (OfferedPack& p : s_.offered) {
            if (p.id == key) p.state = PackState::offered, p.own = false;
        }
        s_.compared = {};
        if (key == s_.linted) s_.linted.clear();
        return advance();
    }
    const int year = key == kLocalDays ? 0 : std::atoi(key.c_str());
    if (key == kLocalDays) s_.own_days = value;
    else if (value.empty()) s_.own_years.erase(year);
    else s_.own_years[year] = value;
    if (s_.waiting == 0) make_calendar();
}

void Reducer::read_own_packs() {
    for (const auto& [id, text] : s_.own_packs) {
        if (find_pack_by_id(s_.library, id)) continue;
        auto at = std::find_if(s_.offered.begin(), s_.offered.end(), [&, key = id](const OfferedPack& p) { return p.id == key; });
        if (at != s_.offered.end() && at->own && at->state == PackState::failed) continue;  // said already
        if (at == s_.offered.end()) at = s_.offered.insert(s_.offered.end(), OfferedPack{{id, id, ""}});
        PackRead read = pack_from_json(text, s_.library.catalogue);
        for (const Error& e : read.errors) s_.load_errors.push_back("已安装的规则包" + id + located(text, e));
        at->own = true;
        at->state = read.pack ? PackState::loaded : PackState::failed;
        if (!read.pack) continue;
        at->city = read.pack->city;
        s_.library.packs.push_back(std::move(*read.pack));
    }
    // One that the user removed and the list does not have is gone.
    const auto gone = [&](const OfferedPack& p) { return p.path.empty() && !s_.own_packs.count(p.id); };
    s_.offered.erase(std::remove_if(s_.offered.begin(), s_.offered.end(), gone), s_.offered.end());
}

// The years of the list, those of the user in their place, and the local days.
void Reducer::make_calendar() {
    std::vector<CalendarYear> years;
    for (const CalendarYear& y : s_.years) {
        if (!s_.own_years.count(y.year)) years.push_back(y);
    }
    for (const auto& [year, text] : s_.own_years) {
        if (auto own = calendar_from_json(text)) years.push_back(std::move(*own));
        else s_.load_errors.push_back("已安装的" + std::to_string(year) + "年安排" + located(text, own.error()));
    }
    std::vector<LocalDay> local;
    if (!s_.own_days.empty()) {
        if (auto own = local_days_from_json(s_.own_days)) local = std::move(*own);
        else s_.load_errors.push_back("已安装的本单位工作日" + located(s_.own_days, own.error()));
    }
    auto calendar = Calendar::make(std::move(years), std::move(local));
    if (calendar) s_.library.calendar = std::move(*calendar);
    else s_.load_errors.push_back("assets/calendars：" + calendar.error().message + "（" + calendar.error().code + "）");
}

}  // namespace signroute
