#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr ui::TableColumn kColumns[] = {{"案卷", 2.6f}, {"结论", 2.6f}, {"事项", 1.4f}, {"城市", 0, 72}, {"修改时间", 0, 156}, {"操作", 0, 196}};

constexpr float kFilterWidth = 280;

std::string matter_of(const Session& session, const CaseFile& file) {
    const Pack* pack = find_pack_by_id(session.library, file.pack);
    if (!pack || file.situation.matters.empty()) return "未选事项";
    std::string out;
    for (const std::string& m : file.situation.matters) out += (out.empty() ? "" : "、") + matter_title({&session.library.catalogue, pack}, m);
    return out;
}

std::string city_of(const Session& session, const CaseFile& file) {
    const Pack* pack = find_pack_by_id(session.library, file.pack);
    return pack ? pack->city : file.pack;
}

// Last changed first; what was made later comes first on one day.
std::vector<const CaseFile*> listed(const Session& session, const std::string& filter) {
    std::vector<const CaseFile*> out;
    for (const auto& [id, file] : session.cases) {
        if (filter.empty() || contains(file.title, filter) || contains(matter_of(session, file), filter)) out.push_back(&file);
    }
    put_in_order(out, [](const CaseFile* a, const CaseFile* b) {
        return a->modified != b->modified ? a->modified > b->modified : later_id(a->id, b->id);
    });
    return out;
}

// Worked out anew, never stored: rules and calendars change.
void verdict(const Session& session, const CaseFile& file) {
    const auto assessment = assess_case(session, file);
    if (!assessment) return ui::text("—", {.second = true});
    const std::string words = verdict_text(*assessment);
    const std::size_t colon = words.find("：");
    ui::tag(words.substr(0, colon), tone_of(safe_verdict(*assessment)));
    if (colon < words.size()) ui::text(words.substr(colon + std::string_view("：").size()), {.small = true, .max_lines = 1});
}

void actions(const CaseFile& file, CasesLook& look, Intents& intents) {
    const auto name = [&](const char* verb) { return std::string(verb) + "“" + file.title + "”"; };
    const std::string copy = name("复制"), take_out = name("导出"), drop = name("删除");
    if (ui::button("复制", {.kind = ui::Kind::quiet, .name = copy})) intents.push_back(intent::CopyCase{file.id});
    if (ui::button("导出", {.kind = ui::Kind::quiet, .name = take_out})) intents.push_back(intent::ExportCase{file.id});
    if (ui::button("删除", {.kind = ui::Kind::quiet, .name = drop})) look.to_delete = file.id, look.confirming = true;
}

// At the height of the buttons of its row.
template <class Draw>
void in_line(ui::Table& table, Draw draw) {
    table.begin_cell();
    const ui::Row row;
    draw();
}

void table(const Session& session, CasesLook& look, Intents& intents) {
    const auto files = listed(session, look.filter);
    if (files.empty()) {
        ui::text("没有符合“" + look.filter + "”的案卷。", {.second = true});
        return;
    }
    ui::Table t("案卷", kColumns);
    for (const CaseFile* file : files) {
        const ui::Ids ids(file->id);
        t.row({.key = file->id});
        in_line(t, [&] {
            if (ui::link(file->title.empty() ? "未命名" : file->title)) intents.push_back(intent::Go{{.room = Room::check, .record = file->id}});
        });
        in_line(t, [&] { verdict(session, *file); });
        for (const std::string& words : {matter_of(session, *file), city_of(session, *file), file->modified}) in_line(t, [&] { ui::text(words); });
        in_line(t, [&] { actions(*file, look, intents); });
    }
}

// What an earlier or later version wrote and this one cannot read is shown, never dropped.
void unreadable(const Session& session, CasesLook& look, Intents& intents) {
    if (session.unreadable.empty()) return;
    ui::gap(16);
    ui::callout(ui::Tone::warning, std::to_string(session.unreadable.size()) + "件案卷未能读出", "内容原样保留，可以备份后交维护人员处理。");
    for (const Unreadable& u : session.unreadable) {
        const ui::Ids ids(u.id);
        ui::Row row;
        ui::text(u.id + "：" + u.why);
        const std::string name = "删除未能读出的案卷" + u.id;
        if (ui::button("删除", {.kind = ui::Kind::quiet, .name = name})) look.to_delete = u.id, look.confirming = true;
    }
    (void)intents;
}

void confirm(const Session& session, CasesLook& look, Intents& intents) {
    ui::Dialog dialog("删除案卷", look.confirming);
    if (!dialog) return;
    const auto at = session.cases.find(look.to_delete);
    ui::text("将从本机删除“" + (at == session.cases.end() ? look.to_delete : at->second.title) + "”，删除后不能恢复。");
    ui::Row row;
    if (ui::button("删除", {.kind = ui::Kind::danger, .name = "确认删除"})) {
        intents.push_back(intent::DeleteCase{look.to_delete});
        dialog.close();
    }
    if (ui::button("取消", {.name = "取消删除"})) dialog.close();
}

void tools(const Session& session, CasesLook& look, Intents& intents) {
    ui::Row row;
    if (ui::button("新建案卷", {.kind = ui::Kind::primary})) intents.push_back(intent::NewCase{});
    if (ui::button("导入案卷")) intents.push_back(intent::PickFile{".json,.jsonl", "case"});
    const bool nothing = session.cases.empty() && session.unreadable.empty() && session.training.stored.empty();
    if (ui::button("备份全部", {.disabled = nothing})) intents.push_back(intent::ExportAll{});
    if (session.cases.empty()) return;
    row.to_right(kFilterWidth);
    ui::text_field("筛选案卷", look.filter, {.placeholder = "按标题或者事项筛选", .hide_label = true, .width = kFilterWidth});
}

}  // namespace

void cases_room(const Scene& scene, const ui::Frame& frame, CasesLook& look, Intents& intents) {
    const ui::Area area("案卷", frame.rest, {.role = ui::Role::main});
    const Session& session = scene.session;
    ui::heading("案卷", 1);
    ui::note("案卷只保存在本机的浏览器中，不上传。请勿录入涉密内容。");
    ui::gap(8);
    tools(session, look, intents);
    ui::gap(8);
    if (session.cases.empty()) ui::empty_state("还没有案卷", "案卷保存一件公文的情形、拟走的流程和日期，供随时自查。");
    else table(session, look, intents);
    unreadable(session, look, intents);
    confirm(session, look, intents);
}

}  // namespace signroute::views
