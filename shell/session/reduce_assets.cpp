// The files of the application: first the list, the catalogue, the general rules and the calendars; a pack when somebody needs it.
#include <algorithm>
#include <utility>

#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kIndex = "assets/index.json";
constexpr const char* kCatalogue = "assets/catalogue.json";
constexpr const char* kGeneral = "assets/general_rules.json";

bool starts_with(const std::string& text, std::string_view start) { return text.rfind(start, 0) == 0; }

std::string said(const std::string& path, const Error& e) {
    return path + (e.line ? "第" + std::to_string(e.line) + "行" : "") + (e.pointer.empty() ? "" : " " + e.pointer) + "：" + e.message + "（" + e.code + "）";
}

}  // namespace

void Reducer::operator()(const intent::Start&) {
    s_.waiting = 3;
    for (const char* path : {kIndex, kCatalogue, kGeneral}) emit(effect::Load{path});
}

void Reducer::index(const std::string& text) {
    const auto index = asset_index_from_json(text);
    if (!index) {
        s_.load_errors.push_back(said(kIndex, index.error()));
        return;
    }
    for (const PackListing& listed : index->packs) s_.offered.push_back({listed, PackState::offered});
    for (const std::string& path : index->calendars) {
        ++s_.waiting;
        emit(effect::Load{"assets/" + path});
    }
    for (const auto& [pack, path] : index->statutes) {
        s_.shipped_texts[pack] = "";
        emit(effect::Load{path});
    }
}

OfferedPack* Reducer::offered_at(const std::string& path) {
    const auto at = std::find_if(s_.offered.begin(), s_.offered.end(), [&](const OfferedPack& p) { return "assets/" + p.path == path; });
    return at == s_.offered.end() ? nullptr : &*at;
}

void Reducer::asset(const std::string& path, const std::string& text) {
    if (OfferedPack* pack = offered_at(path)) {
        s_.pack_files[path] = text;  // read when the catalogue is there
        pack->state = PackState::asked;
    } else if (path == kIndex) {
        index(text);
        --s_.waiting;
    } else if (path == kCatalogue) {
        const auto catalogue = catalogue_from_json(text);
        if (catalogue) s_.library.catalogue = *catalogue;
        else s_.load_errors.push_back(said(path, catalogue.error()));
        --s_.waiting;
    } else if (path == kGeneral) {
        s_.general_file = text;  // read when the catalogue is there
        --s_.waiting;
    } else if (starts_with(path, "assets/calendars/")) {
        const auto year = calendar_from_json(text);
        if (year) s_.years.push_back(*year);
        else s_.load_errors.push_back(said(path, year.error()));
        --s_.waiting;
    } else {
        const std::size_t slash = path.rfind('/'), dot = path.rfind('.');
        s_.shipped_texts[path.substr(slash + 1, dot - slash - 1)] = text;
        return;
    }
    advance();
}

void Reducer::asset_failed(const std::string& path, const std::string& why) {
    if (!starts_with(path, "assets/")) return;  // an official text that the deployer did not put there
    s_.load_errors.push_back(path + "：" + why);
    if (OfferedPack* pack = offered_at(path)) pack->state = PackState::failed;
    else --s_.waiting;
    advance();
}

void Reducer::want(const std::string& id) {
    for (OfferedPack& p : s_.offered) {
        if (p.state != PackState::offered || (p.id != id && !id.empty())) continue;
        p.state = PackState::asked;
        emit(effect::Load{"assets/" + p.path});
    }
}

// Whether the pack of a case has come, or never will; else it is asked for.
bool Reducer::pack_settled(const std::string& case_text) {
    const std::string id = pack_of_case(case_text);
    const auto at = std::find_if(s_.offered.begin(), s_.offered.end(), [&](const OfferedPack& p) { return p.id == id; });
    if (at == s_.offered.end() || at->state == PackState::loaded || at->state == PackState::failed) return true;
    want(id);
    return false;
}

void Reducer::read_general() {
    if (s_.general_file.empty()) return;
    auto general = general_rules_from_json(std::exchange(s_.general_file, {}), s_.library.catalogue);
    if (general) s_.library.general = std::move(general.value());
    else s_.load_errors.push_back(said(kGeneral, general.error()));
}

// The packs that have come are read.
void Reducer::read_packs() {
    for (auto& [path, text] : s_.pack_files) {
        OfferedPack& offered = *offered_at(path);
        PackRead read = pack_from_json(text, s_.library.catalogue);
        for (const Error& e : read.errors) s_.load_errors.push_back(said(path, e));
        offered.state = read.pack ? PackState::loaded : PackState::failed;
        if (!read.pack || find_pack_by_id(s_.library, read.pack->id)) continue;  // the user has one of that name
        offered.id = read.pack->id;
        offered.city = read.pack->city;
        s_.library.packs.push_back(std::move(*read.pack));
    }
    s_.pack_files.clear();
}

// The city in use: that of the address, else the one used last, else the only one. Otherwise the user is asked: the rules
// of another city would be a wrong answer.
bool Reducer::choose_city() {
    const auto usable = [&](const std::string& id) {
        return std::any_of(s_.offered.begin(), s_.offered.end(), [&](const OfferedPack& p) { return p.id == id && p.state != PackState::failed; });
    };
    if (usable(s_.place.pack)) s_.pack = s_.place.pack;
    s_.asks_city = false;
    if (usable(s_.pack)) return true;
    if (s_.save == SaveState::loading) return false;  // the city used last is not known yet
    s_.pack.clear();
    std::vector<std::string> left;
    for (const OfferedPack& p : s_.offered) {
        if (p.state != PackState::failed) left.push_back(p.id);
    }
    s_.asks_city = left.size() > 1;
    if (left.size() == 1) s_.pack = left.front();
    return left.size() == 1;
}

// Takes every step that what has come allows: calendars, packs, the city, the records that need it, the place.
void Reducer::advance() {
    if (s_.waiting > 0) return;
    if (s_.library.calendar.years().empty()) make_calendar();
    read_general();
    for (OfferedPack& p : s_.offered) {
        if (p.city.empty() && p.state == PackState::offered) want(p.id);  // only the file knows what it is
    }
    read_own_packs();
    read_packs();
    const bool was_ready = s_.ready;
    if (choose_city()) want(s_.pack);
    s_.ready = find_pack_by_id(s_.library, s_.pack) != nullptr;
    read_stored_cases();
    take_imports();
    if (s_.ready && !was_ready) settle_place();
    settle_training();
}

}  // namespace signroute
