// What the platform reports: stored records, files, the address. Assets: reduce_assets.cpp.
#include <algorithm>

#include "core/base/text.h"
#include "shell/session/reducer.h"

namespace signroute {

void Reducer::read_record(const std::string& id, const std::string& text) {
    const auto drop = std::remove_if(s_.unreadable.begin(), s_.unreadable.end(), [&](const Unreadable& u) { return u.id == id; });
    s_.unreadable.erase(drop, s_.unreadable.end());
    if (text.empty()) {  // erased in another tab
        s_.cases.erase(id);
        return;
    }
    const auto file = case_from_text(text, s_.library);
    if (file) s_.cases[id] = *file;
    else s_.unreadable.push_back({id, text, file.error().message});
}

void Reducer::read_stored_cases() {
    for (auto at = s_.stored_cases.begin(); at != s_.stored_cases.end();) {
        if (!pack_settled(at->second)) {
            ++at;
            continue;
        }
        read_record(at->first, at->second);
        at = s_.stored_cases.erase(at);
    }
}

void Reducer::record(const std::string& store, const std::string& key, const std::string& value) {
    if (store == "settings" && key == "pack" && s_.save == SaveState::loading) s_.pack = value;
    if (store == "settings" && key == "text_size") {
        int percent = 0;
        for (const char c : value) percent = c >= '0' && c <= '9' && percent < 1000 ? percent * 10 + (c - '0') : percent;
        s_.text_size = std::clamp(static_cast<float>(percent) / 100, 1.0f, 2.0f);
    }
    if (store == "packs" || store == "calendars") return own_record(store, key, value);
    if (store == "progress" || store == "sets") return training_record(store, key, value);
    if (store == "texts") {
        if (value.empty()) s_.texts.erase(key);
        else s_.texts[key] = value;
    }
    if (store != "cases") return;
    s_.stored_cases[key] = value;
    advance();
}

// Of what is dropped or pasted in the room 条文, all that is no record of ours is a text.
void Reducer::file(const PlatformReport& r) {
    if (training_file(r)) return;
    const std::size_t first = r.value.find_first_not_of(" \t\r\n");
    const bool record = first != std::string::npos && r.value[first] == '{';
    const bool brought = (r.key == "drop" || r.key == "paste") && s_.place.room == Room::statute && !record;
    if (r.key == "statute" || brought) {
        (*this)(intent::SetText{s_.pack, r.value});
        return;
    }
    if (!bring(r.name, r.value)) (*this)(intent::Import{r.name, r.value});
}

void Reducer::answered(const PlatformReport& r, const std::string& problem) {
    if (text_audit_answered(r, problem) || why_answered(r, problem) || document_answered(r, problem) || further_answered(r, problem)) return;
    check_answered(r, problem);
}

void Reducer::operator()(const intent::Platform& i) {
    using Kind = PlatformReport::Kind;
    const PlatformReport& r = i.report;
    switch (r.kind) {
        case Kind::store_record: return record(r.name, r.key, r.value);
        case Kind::store_ready: s_.save = SaveState::saved; return advance();
        case Kind::store_failed:
            s_.save = SaveState::failed;
            s_.save_problem = r.value;
            return advance();
        case Kind::store_saved:
            s_.saves_pending = std::max(0, s_.saves_pending - 1);
            if (s_.save == SaveState::saving) s_.save = SaveState::saved;
            return;
        case Kind::store_outdated: s_.save = SaveState::outdated; return advance();
        case Kind::address: return arrive(place_from_address(r.value));
        case Kind::asset: return asset(r.name, r.value);
        case Kind::asset_failed: return asset_failed(r.name, r.value);
        case Kind::file: return file(r);
        case Kind::file_failed: s_.message = "“" + r.name + "”未能读取：" + r.value; return;
        case Kind::copied: s_.message = "已复制。"; return;
        case Kind::copy_failed: s_.message = "浏览器未允许自动复制。"; return;
        case Kind::print_failed: s_.message = "未能打印，请检查浏览器的打印设置。"; return;
        case Kind::answered: return answered(r, "");
        case Kind::not_answered: return answered(r, r.value);
        case Kind::rooms_failed: s_.rooms_problem = r.value; return;
        case Kind::online_elsewhere: s_.other_tab = true; return;
    }
}

}  // namespace signroute
