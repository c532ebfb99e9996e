// Cases: made, changed, saved, taken out and brought in.
#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kJson = "application/json";

// Characters that a file name may not have on the systems in use.
std::string file_name(const std::string& title) {
    std::string out;
    for (const char c : title) out += std::string_view("\\/:*?\"<>|").find(c) == std::string_view::npos ? c : '_';
    return out.empty() ? "案卷" : out;
}

}  // namespace

std::vector<std::pair<int, std::string>> lines_of(std::string_view text) {
    std::vector<std::pair<int, std::string>> out;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty()) out.emplace_back(number, line);
    }
    return out;
}

CaseFile* Reducer::current() {
    if (s_.place.room != Room::check && s_.place.room != Room::plan) return nullptr;
    const auto at = s_.cases.find(s_.place.record);
    return at == s_.cases.end() ? nullptr : &at->second;
}

void Reducer::save(CaseFile& file) {
    const auto minute = s_.second / 60 % 1440;
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    file.modified = to_text(s_.today) + " " + two(minute / 60) + ":" + two(minute % 60);
    s_.mending.reset();      // it was proposed for what the case was
    s_.before_change.reset();
    s_.asked_why.reset();
    settle_further();
    put("cases", file.id, case_to_text(file));
}

// The day and the first number that is free on it.
std::string Reducer::new_id() const {
    std::string day = to_text(s_.today);
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    const auto taken = [&](const std::string& id) {
        return s_.cases.count(id) || std::any_of(s_.unreadable.begin(), s_.unreadable.end(), [&](const Unreadable& u) { return u.id == id; });
    };
    for (int n = 1;; ++n) {
        const std::string id = day + "-" + std::to_string(n);
        if (!taken(id)) return id;
    }
}

// City, matter and day, with a number where another case has that name.
std::string Reducer::default_title(const CaseFile& file) const {
    const Pack* pack = find_pack_by_id(s_.library, file.pack);
    const auto& matters = file.situation.matters;
    const Matter* m = pack && !matters.empty() ? find_matter(*pack, matters.front()) : nullptr;
    const std::string name = (pack ? pack->city + " " : "") + (m ? m->title : "未命名") + " " + to_text(s_.today);
    const auto taken = [&](const std::string& title) {
        return std::any_of(s_.cases.begin(), s_.cases.end(), [&](const auto& c) { return c.second.id != file.id && c.second.title == title; });
    };
    std::string out = name;
    for (int n = 2; taken(out); ++n) out = name + "（" + std::to_string(n) + "）";
    return out;
}

CaseFile& Reducer::add(CaseFile file) {
    file.id = new_id();
    if (file.created.empty()) file.created = to_text(s_.today);
    CaseFile& out = s_.cases[file.id] = std::move(file);
    save(out);
    return out;
}

void Reducer::open(const std::string& id) {
    Place place;
    place.room = Room::check;
    place.record = id;
    (*this)(intent::Go{place});
}

void Reducer::operator()(const intent::NewCase& i) {
    CaseFile file;
    file.pack = s_.pack;
    if (i.from_draft) file.situation = s_.draft;
    else if (!i.matter.empty()) file.situation.matters = {i.matter};
    file.situation.today.reset();
    file.situation.has_plan = true;
    file.title = default_title(file);
    open(add(std::move(file)).id);
}

void Reducer::operator()(const intent::CopyCase& i) {
    const auto at = s_.cases.find(i.id);
    if (at == s_.cases.end()) return;
    CaseFile file = at->second;
    file.created.clear();
    file.title += "（副本）";
    open(add(std::move(file)).id);
}

void Reducer::operator()(const intent::DeleteCase& i) {
    s_.cases.erase(i.id);
    const auto drop = std::remove_if(s_.unreadable.begin(), s_.unreadable.end(), [&](const Unreadable& u) { return u.id == i.id; });
    s_.unreadable.erase(drop, s_.unreadable.end());
    emit(effect::Erase{"cases", i.id});
    if (s_.place.room != Room::check || s_.place.record != i.id) return;
    Place place;
    place.room = Room::cases;
    (*this)(intent::Go{place, true});
}

void Reducer::operator()(const intent::Rename& i) {
    const auto at = s_.cases.find(i.id);
    if (at == s_.cases.end()) return;
    at->second.title = i.title;
    save(at->second);
}

void Reducer::operator()(const intent::SetMatter& i) {
    CaseFile* file = current();
    if (!file) return;
    const bool untouched = file->title == default_title(*file);
    file->situation.matters = {i.matter};
    if (untouched) file->title = default_title(*file);
    save(*file);
}

void Reducer::operator()(const intent::SetNote& i) {
    if (CaseFile* file = current()) file->note = i.note, save(*file);
}

void Reducer::operator()(const intent::SetPlan& i) {
    CaseFile* file = current();
    if (!file) return;
    PlanBefore before{file->id, file->situation.planned, i.what};
    file->situation.planned = i.planned;
    file->situation.has_plan = !i.planned.empty();
    save(*file);
    if (!i.what.empty()) s_.before_change = std::move(before);
}

void Reducer::operator()(const intent::SetDone& i) {
    CaseFile* file = current();
    if (!file) return;
    if (i.done.truth == Truth::unknown) file->situation.done.erase(i.thing);
    else file->situation.done[i.thing] = i.done;
    save(*file);
}

void Reducer::operator()(const intent::SetEvent& i) {
    CaseFile* file = current();
    if (!file) return;
    if (i.day) file->situation.events[i.event] = *i.day;
    else file->situation.events.erase(i.event);
    save(*file);
}

void Reducer::operator()(const intent::SetOn& i) {
    if (CaseFile* file = current()) file->situation.on = i.day, save(*file);
}

void Reducer::operator()(const intent::ExportCase& i) {
    const auto at = s_.cases.find(i.id);
    if (at != s_.cases.end()) emit(effect::Download{file_name(at->second.title) + ".json", kJson, case_to_text(at->second)});
}

// A backup is the cases one a line.
void Reducer::operator()(const intent::ExportAll&) {
    std::string out;
    for (const auto& [id, file] : s_.cases) out += case_to_text(file);
    for (const Unreadable& u : s_.unreadable) out += u.text + (u.text.empty() || u.text.back() != '\n' ? "\n" : "");
    for (const char* key : {kDeckRecord, kBroughtRecord}) {
        if (const auto at = s_.training.stored.find(key); at != s_.training.stored.end()) out += at->second;
    }
    emit(effect::Download{"签批向导案卷备份" + to_text(s_.today) + ".jsonl", "application/x-ndjson", out});
}

void Reducer::operator()(const intent::Import& i) {
    s_.imports.push_back({i.name, i.text});
    advance();
}

// What was brought is taken in as soon as the packs of its cases are there.
void Reducer::take_imports() {
    std::vector<BroughtFile> later;
    for (const BroughtFile& file : std::exchange(s_.imports, {})) {
        bool settled = s_.ready;
        for (const auto& [number, line] : lines_of(file.text)) settled = pack_settled(line) && settled;
        if (settled) take_in(file);
        else later.push_back(file);
    }
    s_.imports.insert(s_.imports.end(), later.begin(), later.end());
}

// Each line that is a case comes in as a new case; a line that is none is said, and changes nothing.
void Reducer::take_in(const BroughtFile& brought) {
    int taken = 0, decks = 0;
    std::string problem;
    for (const auto& [number, line] : lines_of(brought.text)) {
        if (training_line(line)) {
            ++decks;
            continue;
        }
        auto file = case_from_text(line, s_.library);
        if (!file) {
            if (problem.empty()) problem = "第" + std::to_string(number) + "行" + file.error().pointer + "：" + file.error().message;
            if (!taken) break;  // no file of ours
            continue;
        }
        add(std::move(file.value()));
        ++taken;
    }
    s_.message = taken ? "已导入" + std::to_string(taken) + "件案卷。" : "";
    if (decks) s_.message += "已导入练习记录。";
    if (!problem.empty()) s_.message += "“" + brought.name + "”" + problem;
    Place place;
    place.room = Room::cases;
    if (taken) (*this)(intent::Go{place});
}

}  // namespace signroute
