// 进度: how well what is known, what comes when, what went wrong, what was withdrawn.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kMonthsBeside = 980;

ui::Bar bar_of(const training::ProgressRow& row) {
    ui::Bar out;
    out.label = row.title;
    const double all = std::max(1, row.cards);
    out.share = std::min(row.stable, row.right) / all;
    out.second = row.right / all - out.share;
    out.words = "练过" + std::to_string(row.seen) + "题，最近答对" + std::to_string(row.right) + "，记牢" + std::to_string(row.stable) + (row.due > row.again ? "，今天到期" + std::to_string(row.due - row.again) : "") +
                (row.again > 0 ? "，今天再答" + std::to_string(row.again) : "");
    return out;
}

std::string month_and_day(Day day) { return std::to_string(civil(day).month) + "月" + std::to_string(civil(day).day) + "日"; }

void groups(const std::vector<training::ProgressRow>& rows) {
    constexpr std::pair<const char*, const char*> kinds[] = {{"pack", "按城市"}, {"topic", "按类别"}, {"kind", "按题型"}};
    ui::note("每条按练过的题分为三段：实心为已经记牢（隔三周以上仍记得），斜线为最近一次答对，空白为最近一次答错。");
    float names = 0;
    for (const training::ProgressRow& row : rows) names = std::max(names, ui::text_width(row.title));
    for (const auto& [group, title] : kinds) {
        std::vector<ui::Bar> bars;
        for (const training::ProgressRow& row : rows) {
            if (row.group == group) bars.push_back(bar_of(row));
        }
        if (bars.empty() || (bars.size() == 1 && std::string_view(group) != "kind")) continue;  // it would say the same as the others
        ui::gap(8);
        ui::heading(title, 3);
        ui::bars(title, bars, false, names);
    }
}

// A month of empty cells says nothing: only where there is something on more than one day.
bool on_several_days(const Scene& scene) {
    const auto& days = scene.session.training.figures.days;
    return std::count_if(days.begin(), days.end(), [](const training::DueDay& d) { return d.due > 0; }) > 1;
}

// "今天" or "3月5日", with how many.
void one_day(const Scene& scene) {
    ui::heading("复习安排", 3);
    for (const training::DueDay& d : scene.session.training.figures.days) {
        if (d.due == 0) continue;
        const bool today = d.day == scene.session.today;
        ui::text((today ? "今天" : month_and_day(d.day)) + std::to_string(d.due) + "题" + (today && scene.session.training.figures.again > 0 ? "，其中今天答过、还要再答一次的" + std::to_string(scene.session.training.figures.again) + "题" : "") + "。");
    }
}

void calendar(const Scene& scene, TrainingLook& look) {
    const CivilDay today = civil(scene.session.today);
    const int index = today.year * 12 + today.month - 1 + look.months;
    ui::MonthCalendar month{.label = "复习日历", .year = index / 12, .month = index % 12 + 1};
    month.first = look.months > 0, month.last = look.months < 1;
    for (const training::DueDay& d : scene.session.training.figures.days) {
        const CivilDay day = civil(d.day);
        if (d.due == 0 || day.year != month.year || day.month != month.month) continue;
        ui::CalendarDay cell;
        cell.day = day.day;
        cell.rest = ui::weekday_of(day) > 4;
        cell.mark = std::to_string(d.due) + "题";
        month.days.push_back(cell);
    }
    ui::heading("复习安排", 3);
    const int move = ui::month_calendar(month).move;
    look.months = std::clamp(look.months + move, 0, 1);
}

void mistakes(const Scene& scene, Intents& intents) {
    const auto& list = scene.session.training.figures.missed;
    if (list.empty()) return;
    ui::gap(16);
    ui::heading("错题", 2);
    constexpr ui::TableColumn columns[] = {{"题目", 3}, {"城市", 0, 72}, {"题型", 0, 160}, {"下次复习", 0, 120}, {"", 0, 96}};
    ui::Table t("错题", columns);
    int n = 0;
    for (const Missed& m : list) {
        const quiz::Question& q = m.question;
        ++n;
        const ui::Ids scope(q.id);
        const auto rules = rules_by_id(scene, q.key.packs.front());
        t.row({.key = q.id});
        t.begin_cell();
        const std::string what = (rules ? matter_title(*rules, q.key.matter) + "：" : "") + q.ask;
        ui::text(what, {.max_lines = 2});
        t.cell(city_title(scene, q.key.packs.front()));
        t.cell(quiz::title(q.key));
        t.cell(month_and_day(m.due));
        t.begin_cell();
        const std::string name = "再做第" + std::to_string(n) + "题：" + what;
        if (ui::button("再做", {.kind = ui::Kind::quiet, .name = name})) intents.push_back(intent::Train{train::Review{q.id}});
    }
}

void withdrawn_cards_list(const Scene& scene, Intents& intents) {
    const auto& list = scene.session.training.withdrawn;
    if (list.empty()) return;
    ui::gap(16);
    ui::heading("因规则变动撤回的题", 2);
    int n = 0;
    for (const training::Withdrawn& w : list) {
        const ui::Ids scope(n++);
        ui::text(w.why);
        if (!w.clauses.empty()) clause_links(scene.rules, w.clauses, intents);
    }
    if (ui::button("知道了", {.name = "撤回的题已知悉"})) intents.push_back(intent::Train{train::NotedWithdrawn{}});
}

}  // namespace

void progress_part(const Scene& scene, TrainingLook& look, Intents& intents) {
    const TrainingFigures& f = scene.session.training.figures;
    if (f.cards == 0) {
        withdrawn_cards_list(scene, intents);
        if (ui::empty_state("还没有练过题", "练过之后，这里显示各市、各类、各题型掌握到哪里，复习安排和错题。", "去练习"))
            intents.push_back(intent::Go{{.room = Room::training, .part = "practice"}});
        return;
    }
    ui::heading("进度", 1);
    {
        std::optional<ui::Columns> columns;
        if (ui::room() >= kMonthsBeside) columns.emplace(std::vector<float>{3, 2}, 40.0f);
        groups(f.rows);
        if (columns) columns->next();
        if (on_several_days(scene)) calendar(scene, look);
        else one_day(scene);
    }
    mistakes(scene, intents);
    withdrawn_cards_list(scene, intents);
}

}  // namespace signroute::views
