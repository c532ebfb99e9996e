// 成绩汇总: many answer sheets of one exam, by person, by question, by clause.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

using training::Tally;

constexpr std::size_t kMostNames = 4;  // the table that goes out has them all

std::string names(const std::vector<std::string>& who) {
    std::string out;
    for (std::size_t i = 0; i < who.size() && i < kMostNames; ++i) out += (i ? "、" : "") + who[i];
    return who.size() > kMostNames ? out + "等" + number(static_cast<long long>(who.size())) + "人" : out;
}

std::string minutes_text(quiz::Second seconds) { return seconds < 60 ? number(seconds) + "秒" : number((seconds + 59) / 60) + "分钟"; }

void persons(const Tally& tally) {
    constexpr ui::TableColumn columns[] = {{"姓名", 1}, {"得分", 0, 80, true}, {"答对", 0, 80, true}, {"未答", 0, 80, true}, {"用时", 0, 112}, {"结果", 0, 120}, {"错题号", 2}};
    ui::Table t("各人成绩", columns);
    for (const training::PersonRow& p : tally.persons) {
        t.row({.key = p.file});
        t.cell(p.name);
        t.cell(number(p.percent));
        t.cell(number(p.right) + "/" + number(p.n));
        t.cell(number(p.unanswered));
        t.cell(minutes_text(p.taken) + (p.over > 0 ? "（超时）" : ""));
        t.begin_cell();
        const bool open = p.passed == Truth::unknown;
        ui::tag(p.passed == Truth::yes ? "及格" : open ? "待核对" : "不及格", p.passed == Truth::yes ? ui::Tone::good : open ? ui::Tone::judgement : ui::Tone::error);
        std::string missed;
        for (const int n : p.missed) missed += (missed.empty() ? "" : "、") + number(n);
        t.cell(missed.empty() ? "—" : missed);
    }
}

std::string share_text(int missed, int asked, const std::vector<std::string>& who) {
    return missed == 0 ? "无人答错" : number(asked) + "人次错" + number(missed) + "：" + names(who);
}

template <class Row, class Title>
void picture(const char* label, const std::vector<Row>& rows, Title title) {
    std::vector<ui::Bar> bars;
    for (const Row& r : rows) {
        ui::Bar bar;
        bar.label = title(r);
        bar.share = r.asked > 0 ? static_cast<double>(r.missed) / r.asked : 0;
        bar.words = share_text(r.missed, r.asked, r.who);
        bar.tone = ui::Tone::error;
        bars.push_back(bar);
    }
    ui::note("红色之长是答错的比例。");
    ui::bars(label, bars);
}

void table_of(const Tally& tally, TrainingLook& look) {
    const ui::Tab tabs[] = {{"按人", static_cast<int>(tally.persons.size())}, {"按题", static_cast<int>(tally.questions.size())}, {"按条款", static_cast<int>(tally.clauses.size())}};
    ui::tabs("汇总", tabs, look.by);
    if (look.by == 0) return persons(tally);
    if (look.by == 1) return picture("按题", tally.questions, [](const training::QuestionRow& q) { return number(q.number) + ". " + q.title; });
    picture("按条款", tally.clauses, [](const training::ClauseRow& c) { return c.label; });
}

void not_counted(const Results& results) {
    const auto& aside = results.tally ? results.tally->set_aside : std::vector<training::SetAside>{};
    if (aside.empty() && results.refused.empty()) return;
    ui::gap(8);
    ui::callout(ui::Tone::warning, number(static_cast<long long>(aside.size() + results.refused.size())) + "份没有计入", "");
    for (const training::SetAside& s : aside) ui::text((s.name.empty() ? s.file : s.name + "（" + s.file + "）") + "：" + s.why);
    for (const auto& [file, why] : results.refused) ui::text(file + "：" + why);
}

void drop(TrainingLook& look, Intents& intents) {
    ui::Dialog dialog("清空成绩", look.dropping);
    if (!dialog) return;
    ui::text("将从本机移除已读入的成绩文件，原文件不受影响。");
    ui::Row row;
    if (ui::button("清空", {.kind = ui::Kind::danger, .name = "确认清空"})) {
        intents.push_back(intent::Train{train::DropResults{}});
        dialog.close();
    }
    if (ui::button("取消")) dialog.close();
}

}  // namespace

void results_part(const Scene& scene, TrainingLook& look, Intents& intents) {
    const Results& results = scene.session.training.results;
    ui::heading("成绩汇总", 1);
    ui::text("把收到的成绩文件一次选中，或者拖到页面上。文件只在本机读取。", {.second = true});
    {
        const ui::Row row(8, 40);
        if (ui::button("读入成绩文件", {.kind = ui::Kind::primary})) intents.push_back(intent::PickFile{".json", "results"});
        if (results.tally && ui::button("导出表格")) intents.push_back(intent::Train{train::ResultsTable{}});
        if (!results.files.empty() && ui::button("清空", {.kind = ui::Kind::quiet})) look.dropping = true;
    }
    if (results.tally) {
        const Tally& tally = *results.tally;
        ui::heading(tally.exam.title, 2);
        const auto passed = std::count_if(tally.persons.begin(), tally.persons.end(), [](const training::PersonRow& p) { return p.passed == Truth::yes; });
        ui::verdict(ui::Tone::accent, number(static_cast<long long>(tally.persons.size())) + "人交卷，" + number(passed) + "人及格");
        if (!tally.same_packs) ui::callout(ui::Tone::warning, "本页的规则与出卷时不同", "个别题目不能判定，已单列。");
        table_of(tally, look);
    }
    not_counted(results);
    drop(look, intents);
}

}  // namespace signroute::views
