#include "shell/views/gallery.h"

#include "shell/ui/ui.h"

namespace signroute::views {
namespace {

using ui::Tone;

constexpr const char* kMatters[] = {"以市政府名义发文", "以市政府办公室名义发文", "会议纪要"};

void words() {
    ui::heading("以市政府名义发文", 1);
    ui::note("锡政发〔2022〕10号 · 施行日期原文未载");
    ui::text(
        "以市政府名义制发的公文，由承办部门起草，涉及其他部门职责的，应当事先征求意见、协商一致；经合法性审查后，按照分"
        "工逐级审核，报"
        "市长签发。WebAssembly 与《条例》（试行）混排时，标点不出现在行首：“是”与“否”之外，还有“不确定”。");
    {
        const ui::Row row;
        ui::tag("错误", Tone::error);
        ui::tag("提示", Tone::warning);
        ui::tag("需人工判断", Tone::judgement);
        ui::tag("原文未规定", Tone::neutral);
        ui::tag("符合", Tone::good);
    }
    ui::verdict(Tone::error, "不能报送：2 处错误，1 处需人工判断");
    ui::callout(Tone::judgement, "“重要”由何人认定，原文未规定", "请办理人员判断，判断结果随案卷保存。");
    ui::callout(Tone::neutral, "", "原文未规定届满日为休息日时如何处理。");
}

void buttons(GalleryState& s) {
    const ui::Row row;
    if (ui::button("检查", {.kind = ui::Kind::primary})) {
        ++s.pressed;
        ui::toast("检查完成", Tone::good);
    }
    ui::button("补齐");
    ui::button("删除", {.kind = ui::Kind::danger});
    if (ui::button("复制链接", {.kind = ui::Kind::quiet, .tip = "复制本页的地址"}))
        ui::kit().emit(effect::Copy{"签批链"});
    ui::button("导出日历", {.disabled = true});
    if (ui::button("新建对话框")) s.dialog_open = true;
    ui::text("已检查" + std::to_string(s.pressed) + "次");
    if (ui::link("第五十条第二款")) ui::kit().emit(effect::Navigate{"#/gallery/50"});
}

void platform(const std::string& report) {
    const ui::Row row;
    if (ui::button("存")) ui::kit().emit(effect::Save{"cases", "甲", "值" + std::to_string(ui::kit().now())});
    if (ui::button("下载")) ui::kit().emit(effect::Download{"清单.csv", "text/csv", "甲,乙\n"});
    if (ui::button("打开文件")) ui::kit().emit(effect::PickFile{".txt", "条文"});
    ui::text(report);
}

void fields(GalleryState& s) {
    ui::Columns columns({1, 1}, 32);
    ui::text_field("标题", s.title, {.hint = "与公文标题一致", .placeholder = "关于……的通知", .required = true});
    ui::number_field("份数", s.pages, {.least = 1, .most = 999, .unit = "份"});
    ui::date_field("收文日期", s.day);
    ui::text_area("备注", s.remark, 4);
    columns.next();
    ui::text_field("发文机关", s.wrong, {.error = "应当写全称"});
    const ui::Choice senders[] = {{"市政府"}, {"市政府办公室"}, {"承办部门", "经授权"}};
    ui::select("发文名义", senders, s.sender);
    const ui::Choice answers[] = {{"是"}, {"否"}, {"不确定"}};
    ui::segmented("是规范性文件吗？", answers, s.normative, {.hint = "为什么问：第五十二条"});
    const ui::Choice forms[] = {{"书面"}, {"会议"}, {"口头", "限紧急事项"}};
    ui::radio_group("征求意见的形式", forms, s.form);
    ui::checkbox("紧急", s.urgent, {.hint = "紧急公文应当注明缓急程度"});
    ui::checkbox("已告知经办人", s.informed);
}

void lists(GalleryState& s) {
    const ui::TableColumn columns[] = {{"环节", 2}, {"时限", 2}, {"依据", 3}, {"天数", 1, 80, true}};
    ui::Table table("时限", columns);
    const char* rows[][4] = {{"征求意见", "5个工作日", "第四十八条第三款", "5"},
                             {"合法性审查", "7个工作日", "第五十二条第一款", "7"},
                             {"审核签发", "及时", "第五十条；原文未规定具体日数，由办理人员掌握", "—"}};
    for (int i = 0; i < 3; ++i) {
        if (table.row({.selectable = true, .selected = s.table_row == i})) s.table_row = i;
        for (const char* cell : rows[i]) table.cell(cell);
    }
}

ui::StepCard step(const char* id, const char* role, const char* action, const char* clause) {
    ui::StepCard c;
    c.id = id;
    c.title = role;
    c.action = action;
    c.clause = clause;
    return c;
}

ui::RoutePicture route(const GalleryState& s, int extra) {
    ui::RoutePicture p;
    p.label = "签批链";
    ui::StepCard consult = step("consult", "有关部门", "会签", "第四十八条");
    consult.limit = "5个工作日";
    consult.look = ui::StepLook::if_needed;
    ui::StepCard review = step("review", "市司法局", "合法性审查", "第五十二条");
    review.open_question = true;
    ui::StepCard host = step("host", "副市长", "审核", "第五十条第二款");
    host.findings = 2;
    ui::StepCard mayor = step("mayor", "市长", "签发", "第五十条第三款");
    mayor.decides = true;
    mayor.remark = "可授权常务副市长";
    ui::StepCard office = step("office", "市政府办公室", "核稿", "第五十一条");
    office.look = ui::StepLook::not_required;
    office.remark = "非规范性文件";
    p.stages = {{"拟稿", ui::Together::one, {step("draft", "承办部门", "起草", "第四十七条")}},
                {"会商", ui::Together::parallel, {consult, review}},
                {"核稿", ui::Together::one, {office}},
                {"审核", ui::Together::order_open, {host, step("secretary", "秘书长", "审核", "第五十条第二款")}},
                {"签发", ui::Together::one, {mayor}}};
    for (int i = 0; i < extra; ++i)
        p.stages.push_back(
            {"", ui::Together::one, {step(("x" + std::to_string(i)).c_str(), "市政府办公室", "印发", "第五十三条")}});
    for (ui::RouteStage& stage : p.stages)
        for (ui::StepCard& card : stage.cards) card.selected = card.id == s.step;
    return p;
}

void picture(GalleryState& s) {
    const std::string pressed = ui::route_picture(route(s, 0), s.route);
    if (!pressed.empty()) s.step = pressed, ++s.step_presses;
    ui::text("所选环节：" + s.step);
    static ui::RouteView longer;
    ui::RoutePicture p = route(s, 4);
    p.label = "较长的签批链";
    ui::route_picture(p, longer);
}

void calendar(GalleryState& s) {
    ui::MonthCalendar m;
    m.label = "计算过程";
    m.year = s.year;
    m.month = s.month;
    if (s.year == 2025 && s.month == 2) {
        for (int d = 1; d <= 4; ++d)
            m.days.push_back({.day = d, .rest = true, .badge_rest = true, .note = "国办发明电〔2024〕12号"});
        for (int d = 5; d <= 7; ++d) m.days.push_back({.day = d, .number = d - 2});
        m.days.push_back(
            {.day = 8, .badge_work = true, .number = 6, .due = true, .note = "国办发明电〔2024〕12号：调休上班"});
    }
    const ui::MonthEvent e = ui::month_calendar(m);
    s.month += e.move;
    if (s.month < 1) s.month = 12, --s.year;
    if (s.month > 12) s.month = 1, ++s.year;
    if (e.day) s.day_pressed = e.day;
    ui::text("所选日期：" + std::to_string(s.day_pressed));
}

void sheets(GalleryState& s) {
    {
        const ui::Card card("前置条件");
        ui::heading("前置条件", 3);
        ui::text("起草部门已征求有关部门意见，并附合法性审查意见书。");
    }
    {
        const ui::Card card("错误一", {.tone = Tone::error});
        ui::tag("错误", Tone::error);
        ui::text("第二步应当在合法性审查之后。");
        ui::link("第五十二条", {.name = "第五十二条，查看条文"});
    }
    if (ui::disclosure("口径说明", s.notes_open, {.count = 1})) ui::text("“一般”按原则性要求处理，不符合的作为提示。");
    ui::empty_state("尚无案卷", "检查过的公文可以保存为案卷，再次打开时可以查到。", "新建案卷");
}

void dialog(GalleryState& s) {
    ui::Dialog d("删除案卷", s.dialog_open);
    if (!d) return;
    ui::text("删除后不能恢复。案卷“以市政府名义发文”将从本机浏览器中移除。");
    ui::text_field("理由", s.remark);
    ui::gap(8);
    const ui::Row row;
    if (ui::button("删除", {.kind = ui::Kind::danger})) d.close();
    if (ui::button("取消")) d.close();
}

void subject(GalleryState& s, const std::string& report) {
    const ui::Tab tabs[] = {{"文字"}, {"填写"}, {"列表", 3}, {"路线图"}, {"日历"}, {"卡片"}};
    ui::tabs("控件", tabs, s.tab);
    ui::gap(8);
    switch (s.tab) {
        case 0:
            words();
            buttons(s);
            platform(report);
            break;
        case 1:
            fields(s);
            break;
        case 2:
            lists(s);
            break;
        case 3:
            picture(s);
            break;
        case 4:
            calendar(s);
            break;
        default:
            sheets(s);
            break;
    }
}

void bar(GalleryState& s, const ui::Box& box) {
    const ui::Area area("标题栏", box,
                        {.role = ui::Role::banner, .padding_y = 8, .line_bottom = true, .scrolls = false});
    ui::Row row(12);
    ui::text("无锡", {.bold = true});
    ui::text("锡政发〔2022〕10号", {.second = true});
    row.to_right(520);
    std::vector<ui::Completion> completions;
    for (const char* m : kMatters)
        if (!s.search.empty() && std::string_view(m).find(s.search) != std::string_view::npos)
            completions.push_back({m, "事项"});
    const ui::SearchResult r = ui::search_box(
        "搜索", s.search, completions, {.placeholder = "搜索事项、条款、案卷…", .hide_label = true, .width = 420});
    if (r.chosen >= 0) s.found = completions[static_cast<std::size_t>(r.chosen)].label;
    if (r.submitted) s.found = "全部结果：" + s.search;
    ui::text(s.found, {.small = true, .second = true});
}

void side(GalleryState& s, const ui::Box& box) {
    const ui::Area area("事项", box, {.padding_x = 12, .padding_y = 12, .line_right = true});
    ui::Tree tree("事项");
    if (tree.branch("公文制发", s.papers_open)) {
        for (int i = 0; i < 3; ++i)
            if (tree.leaf(kMatters[i], {.selected = s.matter == i})) s.matter = i;
        tree.end();
    }
    if (tree.branch("报送公文", s.reports_open)) {
        tree.leaf("请示", {.detail = "第四十九条"});
        tree.leaf("报告", {.tone = Tone::error, .tone_word = "有错误"});
        tree.end();
    }
}

std::string report_text(const PlatformReport& r, const std::string& last) {
    switch (r.kind) {
        case PlatformReport::Kind::store_record: return "记录：" + r.name + "/" + r.key + "=" + r.value;
        case PlatformReport::Kind::store_ready: return last + "，存储就绪";
        case PlatformReport::Kind::store_failed: return "未能保存：" + r.value;
        case PlatformReport::Kind::store_saved: return "已保存 " + r.key;
        case PlatformReport::Kind::store_outdated: return "另有新版本页面，本页不再保存";
        case PlatformReport::Kind::address: return "地址：" + r.value;
        case PlatformReport::Kind::file: return "文件：" + r.name + "，" + r.key + "，" + r.value;
        case PlatformReport::Kind::file_failed: return "文件未能读取：" + r.value;
        case PlatformReport::Kind::copied: return "已复制";
        case PlatformReport::Kind::copy_failed: return "未能复制";
        case PlatformReport::Kind::asset:
        case PlatformReport::Kind::asset_failed: return last;
        case PlatformReport::Kind::print_failed: return "未能打印";
        case PlatformReport::Kind::online_elsewhere: return "另有页面打开";
        case PlatformReport::Kind::answered: return "已答复 " + r.name;
        case PlatformReport::Kind::not_answered: return "未答复 " + r.name;
        case PlatformReport::Kind::rooms_failed: return "未能取得房间：" + r.value;
    }
    return last;
}

}  // namespace

void Gallery::hear(const PlatformReport& r) {
    if (r.kind == PlatformReport::Kind::address) shown_ = r.value.rfind("#/gallery", 0) == 0;
    report_ = report_text(r, report_);
}

void Gallery::draw() {
    GalleryState& s = state_;
    const ui::Frame frame = ui::page_frame();
    const ui::RailItem rooms[] = {{"签批链"}, {"时限"}, {"自查"}, {"条文"}, {"案卷"}, {"设置", true}};
    ui::rail("功能", rooms, s.room, frame.rail);
    ui::kit().set_scale(s.room == 5 ? 1.25f : 1.0f);
    bar(s, frame.bar);
    side(s, frame.list);
    {
        const ui::Area area("内容", frame.rest,
                            {.role = ui::Role::main, .ground = ui::Ground::card});
        subject(s, report_);
    }
    dialog(s);
}

std::unique_ptr<OtherPage> other_page() { return std::make_unique<Gallery>(); }

}  // namespace signroute::views
