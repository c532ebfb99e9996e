// In the page of a first visit, which has not every room (views/further_rooms_elsewhere.cpp): whoever goes to another one
// gets the page that has it. What those rooms keep is left as it is found.
#include "shell/session/reducer.h"

namespace signroute {

void Reducer::settle_further() {
    const Room room = s_.place.room;
    if (room != Room::compare && room != Room::training && room != Room::plan && room != Room::settings) return;
    const bool kept = s_.save != SaveState::failed && s_.save != SaveState::outdated;
    s_.rooms_problem = kept || s_.cases.empty() ? "" : "页面要重新载入，而本机未能保存案卷，重新载入会丢失。请先到“案卷”备份，或者在新的标签页中打开本页地址。";
    if (!s_.rooms_problem.empty()) return;
    save_setting("pack", s_.pack);  // it may have come by a link alone
    emit(effect::FetchRooms{});
}

void Reducer::operator()(const intent::ComparePacks&) {}
void Reducer::operator()(const intent::SetSchedule&) {}
bool Reducer::further_answered(const PlatformReport&, const std::string&) { return false; }

void Reducer::operator()(const intent::Install&) {}
void Reducer::operator()(const intent::LintPack&) {}
void Reducer::operator()(const intent::ShowExample&) {}
void Reducer::operator()(const intent::RemovePack&) {}
void Reducer::operator()(const intent::RemoveYear&) {}
void Reducer::check_answered(const PlatformReport&, const std::string&) {}

bool Reducer::bring(const std::string& name, const std::string& text) {
    if (kind_of_rules_file(text) == RulesFile::none) return false;
    s_.message = "“" + name + "”是规则包或者工作日安排，请在“设置”中导入。";
    return true;
}

void Reducer::operator()(const intent::Train&) {}
void Reducer::settle_training() {}
void Reducer::tick_training(bool) {}

void Reducer::forget_training() {
    s_.training.stored.clear();
    s_.training.sheets.clear();
}

void Reducer::training_record(const std::string& store, const std::string& key, const std::string& value) {
    auto& kept = store == kTrainingStore ? s_.training.stored : s_.training.sheets;
    if (value.empty()) kept.erase(key);
    else kept[key] = value;
}

bool Reducer::training_file(const PlatformReport& r) {
    for (const char* format : {"\"signroute-exam/", "\"signroute-result/"}) {
        if (r.value.find(format) == r.value.npos) continue;
        s_.message = "“" + r.name + "”是考试或者成绩文件，请在“培训”中打开。";
        return true;
    }
    return false;
}

bool Reducer::training_line(const std::string& line) {
    if (line.find("\"signroute-deck/") == line.npos) return false;
    std::string& brought = s_.training.stored[kBroughtRecord];
    brought += line + "\n";
    put(kTrainingStore, kBroughtRecord, brought);
    return true;
}

}  // namespace signroute
