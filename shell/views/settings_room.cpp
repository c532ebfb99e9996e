#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/settings_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kSizes[] = {1, 1.25f, 1.5f, 2};
constexpr ui::Choice kSizeNames[] = {{"标准"}, {"大"}, {"更大"}, {"特大"}};

void text_size(const Session& session, Intents& intents) {
    int chosen = 0;
    for (int i = 0; i < static_cast<int>(std::size(kSizes)); ++i) {
        if (session.text_size >= kSizes[i] - 0.01f) chosen = i;
    }
    if (ui::segmented("文字大小", kSizeNames, chosen)) intents.push_back(intent::SetTextSize{kSizes[chosen]});
}

bool is_own(const Session& session, const std::string& pack) { return session.own_packs.count(pack) > 0; }

void packs(const Session& session, Intents& intents) {
    constexpr ui::TableColumn columns[] = {{"城市", 0, 80}, {"依据", 3}, {"文号", 0, 208}, {"施行日期", 0, 176}, {"核对日期", 0, 120}, {"来源", 0, 88}, {"核查", 0, 88}};
    ui::Table t("规则包", columns);
    for (const Pack& p : session.library.packs) {
        for (const PackDocument& d : p.documents) {
            t.row();
            t.cell(p.city);
            t.cell(d.title);
            t.cell(d.number.empty() ? "原文未载" : d.number);
            t.cell(!d.in_force_words.empty() ? d.in_force_words + "起施行" + (d.in_force_from.empty() ? "" : "\n印发 " + d.in_force_from) : d.in_force_from.empty() ? "原文未载" : d.in_force_from);
            t.cell(p.checked_on.empty() ? "未记" : p.checked_on);
            t.begin_cell();
            const ui::Ids scope(p.id + d.id);
            if (!is_own(session, p.id)) ui::text("随程序");
            else if (ui::button("移除", {.kind = ui::Kind::quiet, .name = "移除规则包" + p.city})) intents.push_back(intent::RemovePack{p.id});
            t.begin_cell();
            if (&d == &p.documents.front() && ui::button("核查", {.kind = ui::Kind::quiet, .name = "核查规则包" + p.city})) intents.push_back(intent::LintPack{p.id});
        }
    }
}

// The span in a line; the notices are for whoever asks for them.
void calendars(const Session& session, SettingsLook& look, Intents& intents) {
    const auto& years = session.library.calendar.years();
    if (years.empty()) return ui::text("没有安装任何年份的放假安排。", {.tone = ui::Tone::warning});
    ui::text("已安装" + std::to_string(years.front().year) + "年至" + std::to_string(years.back().year) + "年。其他年份的放假安排尚未安装或者尚未公布，日期以区间给出。");
    if (!ui::disclosure("各年通知文号", look.show_notices, {.count = static_cast<int>(years.size())})) return;
    constexpr ui::TableColumn columns[] = {{"年份", 0, 96}, {"通知文号", 3}, {"来源", 0, 120}};
    ui::Table t("节假日安排", columns);
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        std::string numbers;
        for (const HolidayNotice& n : year->notices) numbers += (numbers.empty() ? "" : "、") + n.number;
        t.row();
        t.cell(std::to_string(year->year));
        t.cell(numbers);
        t.begin_cell();
        const std::string name = std::to_string(year->year);
        const ui::Ids scope(name);
        if (!session.own_years.count(year->year)) ui::text("随程序");
        else if (ui::button("移除", {.kind = ui::Kind::quiet, .name = "移除" + name + "年安排"})) intents.push_back(intent::RemoveYear{year->year});
    }
}

void own_days(const Session& session, Intents& intents) {
    if (session.own_days.empty()) return;
    ui::Row row;
    ui::text("另有本单位工作日安排" + std::to_string(session.library.calendar.local_days().size()) + "天，计算日期时优先。");
    if (ui::button("移除", {.kind = ui::Kind::quiet, .name = "移除本单位工作日安排"})) intents.push_back(intent::RemoveYear{0});
}

void bringing(const Scene& scene, Intents& intents) {
    ui::text("本单位可以安装自己编写或者更新的规则包、节假日安排和本单位工作日，也可以把文件拖到页面上。安装前先核对，并列出与现行的不同。");
    if (ui::button("导入规则包或者日历")) intents.push_back(intent::PickFile{".json", "rules"});
    incoming_panel(scene, intents);
}

void clearing(SettingsLook& look, Intents& intents) {
    ui::text("公用电脑离开前，可以清除本机保存的全部案卷、练习记录、原文和设置。需要保留的，请先备份。");
    ui::Row row(16);
    if (ui::link("到“案卷”备份")) intents.push_back(intent::Go{{.room = Room::cases}});
    if (ui::button("清除本机数据", {.kind = ui::Kind::danger})) look.confirming = true;
    ui::Dialog dialog("清除本机数据", look.confirming);
    if (!dialog) return;
    ui::text("将清除本机浏览器中的全部案卷、练习记录、原文和设置，清除后不能恢复。");
    ui::Row buttons;
    if (ui::button("清除", {.kind = ui::Kind::danger, .name = "确认清除"})) {
        intents.push_back(intent::EraseAll{});
        dialog.close();
    }
    if (ui::button("取消", {.name = "取消清除"})) dialog.close();
}

}  // namespace

void settings_room(const Scene& scene, const ui::Frame& frame, SettingsLook& look, Intents& intents) {
    const ui::Area area("设置", frame.rest, {.role = ui::Role::main});
    ui::heading("设置", 1);
    text_size(scene.session, intents);
    ui::gap(16);
    ui::heading("规则包");
    packs(scene.session, intents);
    installed_lint(scene.session, intents);
    bringing(scene, intents);
    ui::gap(16);
    ui::heading("节假日安排");
    calendars(scene.session, look, intents);
    own_days(scene.session, intents);
    ui::gap(16);
    ui::heading("本机数据");
    clearing(look, intents);
    ui::gap(16);
    ui::heading("说明");
    ui::text("本程序依据公开的政府工作规则编写，供办文参考，不是有权机关的解释；与原文不一致的，以原文为准。");
    ui::text("录入的内容只保存在本机浏览器中，不发送到任何地方。涉密内容不得录入。");
}

}  // namespace signroute::views
