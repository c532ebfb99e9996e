#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/rooms.h"
#include "shell/views/why_panel.h"
#include "shell/views/words.h"
#include "core/base/order.h"

namespace signroute::views {

namespace {

constexpr float kFindingsBeside = 640;  // design pixels that the plan and what is wrong with it need side by side

void case_list(const Scene& scene, const ui::Box& box, Intents& intents) {
    const ui::Area area("案卷列表", box, {.role = ui::Role::navigation, .padding_x = 12, .padding_y = 12, .line_right = true});
    if (ui::button("新建案卷", {.kind = ui::Kind::primary})) intents.push_back(intent::NewCase{});
    ui::gap(4);
    std::vector<const CaseFile*> files;
    for (const auto& [id, file] : scene.session.cases) files.push_back(&file);
    put_in_order(files, [](const CaseFile* a, const CaseFile* b) {
        return a->modified != b->modified ? a->modified > b->modified : later_id(a->id, b->id);
    });
    ui::Tree tree("案卷");
    for (const CaseFile* file : files) {
        const std::string title = file->title.empty() ? "未命名" : file->title;
        const auto assessment = assess_case(scene.session, *file);
        const Pack* pack = find_pack_by_id(scene.session.library, file->pack);
        const std::string detail = (pack ? pack->city + " · " : "") + file->modified;
        ui::TreeItem item{.detail = detail, .selected = file->id == scene.session.place.record, .key = file->id};
        const std::string verdict = assessment ? verdict_text(*assessment) : "";
        if (assessment) item.tone = tone_of(safe_verdict(*assessment)), item.tone_word = verdict;
        if (tree.leaf(title, item)) intents.push_back(intent::Go{{.room = Room::check, .record = file->id}});
    }
}

// The list at the left has the button.
void nothing_open(const Scene& scene, const ui::Box& box) {
    const ui::Area area("自查", box, {.role = ui::Role::main});
    const bool lost = !scene.session.place.record.empty();
    ui::empty_state(lost ? "本机没有这件案卷" : "先打开或者新建一件案卷", "填报公文的情形和拟走的流程，即可看到缺什么、多什么、次序和人员是否符合规则。");
}

void head(const Scene& scene, const CaseFile& file, CheckLook& look, Intents& intents) {
    std::string title = file.title;
    if (ui::text_field("案卷名称", title, {.hide_label = true, .width = 480})) intents.push_back(intent::Rename{file.id, title});
    {
        ui::Row row;
        const std::string matter = file.situation.matters.empty() ? "" : matter_title(scene.rules, file.situation.matters.front());
        ui::text(matter.empty() ? "未选事项" : matter, {.bold = true});
        if (!matter.empty() && ui::button("更换事项", {.kind = ui::Kind::quiet})) look.show_matter = !look.show_matter;
        if (!matter.empty() && ui::link("看签批链")) {
            Place place{.room = Room::route, .pack = file.pack, .matter = file.situation.matters.front()};
            place.query = query_from_facts(file.situation.facts);
            intents.push_back(intent::Go{place});
        }
    }
    if (file.situation.matters.empty() || look.show_matter) choose_matter(scene, look, intents);
    ui::note("只存本机，不上传。请勿录入涉密内容。");
}

constexpr const char* kVerdict = "这个结论";

// What goes to others: on paper, or as a file.
void take_out(const Scene& scene, const CaseFile& file, Intents& intents) {
    struct Way {
        const char* label;
        const char* format;
        const char* tip;
        bool print;
    };
    constexpr Way ways[] = {{"打印报告", "html", "情形、签批链、结论、期限和条款，印在A4纸上", true}, {"存为报告", "html", "同样的内容，存为网页文件", false},
                            {"导出日历", "ics", "各项期限，供日历软件提醒", false}, {"导出表格", "csv", "步骤、结论、期限，供电子表格打开", false},
                            {"导出记录", "record", "所填内容、所据规则的版本和结论，可以据此复核", false}};
    const ui::Row row(8);
    why_button(scene, "verdict", kVerdict, intents);
    if (ui::button("排程", {.tip = "各步骤最早、到期、最迟在哪一天，来不来得及"})) intents.push_back(intent::Go{{.room = Room::plan, .record = file.id}});
    for (const Way& w : ways) {
        if (ui::button(w.label, {.kind = ui::Kind::quiet, .tip = w.tip})) intents.push_back(intent::TakeOut{w.format, w.print});
    }
}

}  // namespace

bool arrived(CheckLook& look, const std::string& place) {
    if (look.wanted != place) return false;
    look.wanted.clear();
    return true;
}

void check_room(const Scene& scene, const ui::Frame& frame, CheckLook& look, Intents& intents) {
    case_list(scene, frame.list, intents);
    const CaseFile* file = open_case(scene.session);
    if (!file) return nothing_open(scene, frame.rest);
    const ui::Ids ids(file->id);
    const ui::Area area("自查", frame.rest, {.role = ui::Role::main});
    head(scene, *file, look, intents);
    if (file->situation.matters.empty()) return;
    if (scene.situation.planned.empty()) ui::verdict(ui::Tone::neutral, "尚未填写拟走流程");
    else ui::verdict(tone_of(safe_verdict(scene.assessment)), verdict_text(scene.assessment));
    take_out(scene, *file, intents);
    if (!scene.situation.planned.empty()) why_panel(scene, "verdict", kVerdict, intents);
    ui::heading("拟走流程");
    constexpr ui::Tab sides[] = {{"逐步填写"}, {"与规则对照"}};
    if (!scene.situation.planned.empty()) ui::tabs("拟走流程", sides, look.side);
    const bool drawn = look.side == 1 && !scene.situation.planned.empty();
    if (drawn) {
        plan_picture(scene, look);
        {
            const ui::Row row;
            mend_button(scene, look, intents);
        }
        mend_proposal(scene, look, intents);
    }
    std::optional<ui::Columns> columns;
    if (ui::room() >= kFindingsBeside) columns.emplace(std::vector<float>{5, 3}, 24.0f);
    if (!drawn) plan_editor(scene, look, intents);
    if (!columns) findings_list(scene, look, intents);
    situation_form(scene, look, intents);
    if (!columns) return;
    columns->next();
    findings_list(scene, look, intents);
}

}  // namespace signroute::views
