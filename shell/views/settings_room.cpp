#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
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

void packs(const Session& session) {
    constexpr ui::TableColumn columns[] = {{"城市", 0, 96}, {"依据", 3}, {"文号", 2}, {"施行日期", 0, 140}, {"核对日期", 0, 120}};
    ui::Table t("规则包", columns);
    for (const Pack& p : session.library.packs) {
        for (const PackDocument& d : p.documents) {
            t.row();
            t.cell(p.city);
            t.cell(d.title);
            t.cell(d.number.empty() ? "原文未载" : d.number);
            t.cell(d.in_force_from.empty() ? "原文未载" : d.in_force_from);
            t.cell(p.checked_on.empty() ? "未记" : p.checked_on);
        }
    }
}

// The span in a line; the notices are for whoever asks for them.
void calendars(const Session& session, SettingsLook& look) {
    const auto& years = session.library.calendar.years();
    if (years.empty()) return ui::text("没有安装任何年份的放假安排。", {.tone = ui::Tone::warning});
    ui::text("已安装" + std::to_string(years.front().year) + "年至" + std::to_string(years.back().year) + "年。其他年份的放假安排尚未安装或者尚未公布，日期以区间给出。");
    if (!ui::disclosure("各年通知文号", look.show_notices, {.count = static_cast<int>(years.size())})) return;
    constexpr ui::TableColumn columns[] = {{"年份", 0, 96}, {"通知文号", 3}};
    ui::Table t("节假日安排", columns);
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        std::string numbers;
        for (const HolidayNotice& n : year->notices) numbers += (numbers.empty() ? "" : "、") + n.number;
        t.row();
        t.cell(std::to_string(year->year));
        t.cell(numbers);
    }
}

void clearing(SettingsLook& look, Intents& intents) {
    ui::text("公用电脑离开前，可以清除本机保存的全部案卷、原文和设置。需要保留的，请先到“案卷”备份。");
    ui::Row row;
    if (ui::button("清除本机数据", {.kind = ui::Kind::danger})) look.confirming = true;
    ui::Dialog dialog("清除本机数据", look.confirming);
    if (!dialog) return;
    ui::text("将清除本机浏览器中的全部案卷、原文和设置，清除后不能恢复。");
    ui::Row buttons;
    if (ui::button("清除", {.kind = ui::Kind::danger, .name = "确认清除"})) {
        intents.push_back(intent::EraseAll{});
        dialog.close();
    }
    if (ui::button("取消", {.name = "取消清除"})) dialog.close();
}

}  // namespace

void settings_room(const Scene& scene, const ui::Frame& frame, SettingsLook& look, Intents& intents) {
    const ui::Area area("设置", frame.rest, {.role = ui::Role::main, .max_content = 960});
    ui::heading("设置", 1);
    text_size(scene.session, intents);
    ui::gap(16);
    ui::heading("本机数据");
    clearing(look, intents);
    ui::gap(16);
    ui::heading("规则包");
    packs(scene.session);
    ui::gap(16);
    ui::heading("节假日安排");
    calendars(scene.session, look);
    ui::gap(16);
    ui::heading("说明");
    ui::text("本程序依据公开的政府工作规则编写，供办文参考，不是有权机关的解释；与原文不一致的，以原文为准。");
    ui::text("录入的内容只保存在本机浏览器中，不发送到任何地方。涉密内容不得录入。");
}

}  // namespace signroute::views
