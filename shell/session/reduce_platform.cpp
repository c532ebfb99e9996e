// What the platform reports: assets, stored records, files, the address.
#include <algorithm>

#include "core/base/text.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kIndex = "assets/index.json";
constexpr const char* kCatalogue = "assets/catalogue.json";

bool starts_with(const std::string& text, std::string_view start) { return text.rfind(start, 0) == 0; }

std::string said(const std::string& path, const Error& e) {
    return path + (e.line ? "第" + std::to_string(e.line) + "行" : "") + (e.pointer.empty() ? "" : " " + e.pointer) + "：" + e.message + "（" + e.code + "）";
}

}  // namespace

void Reducer::operator()(const intent::Start&) {
    s_.waiting = 2;
    emit(effect::Load{kIndex});
    emit(effect::Load{kCatalogue});
}

void Reducer::index(const std::string& text) {
    const auto index = asset_index_from_json(text);
    if (!index) {
        s_.load_errors.push_back(said(kIndex, index.error()));
        return;
    }
    for (const auto* list : {&index->packs, &index->calendars}) {
        for (const std::string& path : *list) {
            ++s_.waiting;
            emit(effect::Load{"assets/" + path});
        }
    }
    for (const auto& [pack, path] : index->statutes) {
        s_.shipped_texts[pack] = "";
        emit(effect::Load{path});
    }
}

void Reducer::asset(const std::string& path, const std::string& text) {
    if (path == kIndex) {
        index(text);
    } else if (path == kCatalogue) {
        const auto catalogue = catalogue_from_json(text);
        if (catalogue) s_.library.catalogue = *catalogue;
        else s_.load_errors.push_back(said(path, catalogue.error()));
    } else if (starts_with(path, "assets/packs/")) {
        s_.pack_files[path] = text;  // read when the catalogue is there
    } else if (starts_with(path, "assets/calendars/")) {
        const auto year = calendar_from_json(text);
        if (year) s_.years.push_back(*year);
        else s_.load_errors.push_back(said(path, year.error()));
    } else {
        const std::size_t slash = path.rfind('/'), dot = path.rfind('.');
        s_.shipped_texts[path.substr(slash + 1, dot - slash - 1)] = text;
        return;
    }
    if (--s_.waiting == 0) loaded();
}

void Reducer::asset_failed(const std::string& path, const std::string& why) {
    if (!starts_with(path, "assets/")) {  // an official text that the deployer did not put there
        return;
    }
    s_.load_errors.push_back(path + "：" + why);
    if (--s_.waiting == 0) loaded();
}

// Everything asked for has come, or failed: packs are read, then the records that need them, then the address.
void Reducer::loaded() {
    for (const auto& [path, text] : s_.pack_files) {
        PackRead read = pack_from_json(text, s_.library.catalogue);
        for (const Error& e : read.errors) s_.load_errors.push_back(said(path, e));
        if (read.pack) s_.library.packs.push_back(std::move(*read.pack));
    }
    s_.pack_files.clear();
    auto calendar = Calendar::make(s_.years);
    if (calendar) s_.library.calendar = std::move(*calendar);
    else s_.load_errors.push_back(said("assets/calendars", calendar.error()));
    s_.ready = !s_.library.packs.empty();
    if (!s_.ready) return;
    if (!find_pack_by_id(s_.library, s_.pack)) s_.pack = s_.library.packs.front().id;
    for (const auto& [id, text] : s_.stored_cases) read_record(id, text);
    s_.stored_cases.clear();
    settle_place();
}

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

void Reducer::record(const std::string& store, const std::string& key, const std::string& value) {
    if (store == "settings" && key == "pack") s_.pack = value;
    if (store == "settings" && key == "text_size") {
        int percent = 0;
        for (const char c : value) percent = c >= '0' && c <= '9' && percent < 1000 ? percent * 10 + (c - '0') : percent;
        s_.text_size = std::clamp(static_cast<float>(percent) / 100, 1.0f, 2.0f);
    }
    if (store == "texts") {
        if (value.empty()) s_.texts.erase(key);
        else s_.texts[key] = value;
    }
    if (store != "cases") return;
    if (s_.ready) read_record(key, value);
    else s_.stored_cases[key] = value;
}

// Of what is dropped or pasted in the room 条文, all that is no record of ours is a text.
void Reducer::file(const PlatformReport& r) {
    const std::size_t first = r.value.find_first_not_of(" \t\r\n");
    const bool record = first != std::string::npos && r.value[first] == '{';
    const bool brought = (r.key == "drop" || r.key == "paste") && s_.place.room == Room::statute && !record;
    if (r.key == "statute" || brought) {
        (*this)(intent::SetText{s_.pack, r.value});
        return;
    }
    (*this)(intent::Import{r.name, r.value});
}

void Reducer::operator()(const intent::Platform& i) {
    using Kind = PlatformReport::Kind;
    const PlatformReport& r = i.report;
    switch (r.kind) {
        case Kind::store_record: return record(r.name, r.key, r.value);
        case Kind::store_ready: s_.save = SaveState::saved; return;
        case Kind::store_failed:
            s_.save = SaveState::failed;
            s_.save_problem = r.value;
            return;
        case Kind::store_saved:
            s_.saves_pending = std::max(0, s_.saves_pending - 1);
            if (s_.save == SaveState::saving) s_.save = SaveState::saved;
            return;
        case Kind::store_outdated: s_.save = SaveState::outdated; return;
        case Kind::address: return arrive(place_from_address(r.value));
        case Kind::asset: return asset(r.name, r.value);
        case Kind::asset_failed: return asset_failed(r.name, r.value);
        case Kind::file: return file(r);
        case Kind::file_failed: s_.message = "“" + r.name + "”未能读取：" + r.value; return;
        case Kind::copied: s_.message = "已复制。"; return;
        case Kind::copy_failed: s_.message = "浏览器未允许复制，请选中后按 Ctrl+C。"; return;
        case Kind::print_failed: s_.message = "未能打印，请检查浏览器的打印设置。"; return;
        case Kind::audited:
            if (s_.audit && s_.audit->pack == r.name) take_audit_answer(*s_.audit, r.value);
            return;
        case Kind::audit_failed:
            if (s_.audit) s_.audit->answered = true, s_.audit->problem = r.value;
            return;
        case Kind::online_elsewhere: s_.other_tab = true; return;
    }
}

}  // namespace signroute
