// 练习: where it begins, and one question at a time.
#include "shell/ui/ui.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kThird = 0.62f;
constexpr const char* kRoundDone = "round";  // what is shown, when no question is

std::string count_text(int n) { return std::to_string(n); }

Place part_of_room(const char* part) { return {.room = Room::training, .part = part}; }

// ---- where it begins ---------------------------------------------------------------------------------------------

void wish(const Scene& scene, TrainingLook& look, Intents& intents) {
    PracticeWish wanted = scene.session.training.practice.wish;
    bool changed = false;
    ui::heading("练习范围", 3);
    ui::note("不选即为本市全部内容。");
    changed |= choose_packs(scene, wanted.packs);
    changed |= choose_topic(scene, wanted.topic);
    if (ui::disclosure("题型", look.show_kinds, {.count = static_cast<int>(wanted.kinds.size()) > 0 ? static_cast<int>(wanted.kinds.size()) : -1, .small = true}))
        changed |= choose_kinds(wanted.kinds);
    if (changed) intents.push_back(intent::Train{train::Wish{wanted}});
}

void today(const Scene& scene, Intents& intents) {
    const TrainingFigures& f = scene.session.training.figures;
    if (f.cards == 0) {
        ui::heading("练习", 1);
        ui::text("一轮12题，都是办文中会遇到的情形。答完立即讲明为什么、依据哪一条。新题当天再答对一次，就隔几天复习；答错的当天重练。");
    } else {
        const Practice& p = scene.session.training.practice;
        const int today = f.due + f.later;
        ui::heading(today > 0 ? "今天有" + count_text(today) + "题到期" : f.again > 0 ? "今天有" + count_text(f.again) + "题还要再答一次" : "今天没有到期的题", 1);
        if (p.answered > 0) ui::text("最近一次练习答了" + count_text(p.answered) + "题，答对" + count_text(p.right) + "题。", {.bold = true});
        ui::text("已练" + count_text(f.cards) + "题" + (f.mistakes > 0 ? "，其中" + count_text(f.mistakes) + "题上次答错，先练这些" : "") + "。到期的做完，接着出新题。");
        if (f.again > 0 && today > 0) ui::note("另有" + count_text(f.again) + "题今天答过，还要再答一次，之后排到后几天。");
        if (f.later > 0) ui::note(f.due > 0 ? "到期的题中有" + count_text(f.later) + "题稍后才轮到。" : "到期的题都要稍后才轮到，现在练习先出新题。");
        if (f.elsewhere > 0) ui::note("其他城市今天另有" + count_text(f.elsewhere) + "题到期，在练习范围中选上即可复习。");
    }
    ui::gap(8);
    if (ui::button(f.cards == 0 ? "开始练习" : "继续练习", {.kind = ui::Kind::primary, .width = 160})) intents.push_back(intent::Train{train::Begin{}});
    ui::note("按数字键选择，按回车确定，再按回车进入下一题。每答一题即存，随时可以关闭。");
}

void other_ways(Intents& intents) {
    const ui::Card card("还可以", {});
    struct Way {
        const char* part;
        const char* title;
        const char* what;
    };
    constexpr Way ways[] = {{"courses", "课程", "从职务与机构学起，逐个事项学习：先看流程，再按提示试做，最后测验。"},
                            {"progress", "进度", "各市、各类、各题型掌握到哪里，复习安排和错题。"},
                            {"exam", "考试", "出卷后用链接或者文件发给别人；交回的成绩可以汇总。"}};
    for (const Way& w : ways) {
        if (ui::link(w.title)) intents.push_back(intent::Go{part_of_room(w.part)});
        ui::text(w.what, {.second = true});
        ui::gap(4);
    }
}

void withdrawn(const Scene& scene, Intents& intents) {
    const auto& list = scene.session.training.withdrawn;
    if (list.empty()) return;
    ui::callout(ui::Tone::warning, "规则有变，撤回了" + count_text(static_cast<int>(list.size())) + "题", list.front().why);
    const ui::Row row;
    if (ui::button("逐题看原因", {.kind = ui::Kind::quiet})) intents.push_back(intent::Go{part_of_room("progress")});
    if (ui::button("知道了", {.kind = ui::Kind::quiet})) intents.push_back(intent::Train{train::NotedWithdrawn{}});
}

void start(const Scene& scene, TrainingLook& look, Intents& intents) {
    withdrawn(scene, intents);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kTwoColumns) columns.emplace(std::vector<float>{kThird, 1 - kThird}, 40.0f);
    today(scene, intents);
    ui::gap(16);
    wish(scene, look, intents);
    if (columns) columns->next();
    other_ways(intents);
}

// ---- a question --------------------------------------------------------------------------------------------------

const char* why_text(WhyNow why) {
    switch (why) {
        case WhyNow::fresh: return "新题";
        case WhyNow::due: return "到期复习";
        case WhyNow::mistake: return "上次答错";
    }
    return "";
}

// Which of the round it is, and how it went so far.
void sitting(const Scene& scene, Intents& intents) {
    const Practice& p = scene.session.training.practice;
    const int number = p.answered + (p.asked && p.asked->given.empty() ? 1 : 0);
    {
        ui::Row row(12, 40);
        ui::heading(p.asked ? "练习　第" + count_text(number) + "题，共" + count_text(kRound) + "题" : "练习", 1);
        if (p.asked) ui::tag(why_text(p.why), p.why == WhyNow::mistake ? ui::Tone::warning : ui::Tone::neutral, p.why == WhyNow::mistake ? "" : "·");
        row.to_right(ui::button_width("结束练习"));
        if (ui::button("结束练习")) intents.push_back(intent::Train{train::Stop{}});
    }
    ui::note("本次已答" + count_text(p.answered) + "题，答对" + count_text(p.right) + "题");
}

// The bar says another city than the one that is practised.
void other_city(const Scene& scene, Intents& intents) {
    const Practice& p = scene.session.training.practice;
    if (!p.wish.packs.empty() || p.home.empty() || p.home == scene.session.pack) return;
    const std::string here = city_title(scene, scene.session.pack);
    ui::callout(ui::Tone::warning, "练习范围仍是" + city_title(scene, p.home) + "，顶栏已改为" + here + "。");
    if (ui::button("改练" + here)) intents.push_back(intent::Train{train::MoveHere{}});
}

// After the last one: how the round went, what was wrong in it, and one more.
void round_done(const Scene& scene, TrainingLook& look, Intents& intents) {
    const Practice& p = scene.session.training.practice;
    const bool all = p.right == p.answered;
    ui::verdict(all ? ui::Tone::good : ui::Tone::warning, "本轮" + count_text(p.answered) + "题，答对" + count_text(p.right) + "题");
    const TrainingFigures& f = scene.session.training.figures;
    const std::string left = f.again > 0 ? "今天答过的题中有" + count_text(f.again) + "题今天还要再答一次，之后排到后几天。" : "";
    if (!left.empty()) ui::note(left);
    {
        const ui::Row row(8, 40);
        const ui::Landing here(look.shown != kRoundDone);  // once: from then on the keyboard goes where the user sends it
        look.shown = kRoundDone;
        if (ui::button("再练一轮", {.kind = ui::Kind::primary, .width = 120})) intents.push_back(intent::Train{train::Begin{}});
        if (ui::button("看进度")) intents.push_back(intent::Go{part_of_room("progress")});
    }
    if (p.slips.empty()) return;
    ui::gap(8);
    ui::heading("答错的题", 2);
    int n = 0;
    for (const Slip& slip : p.slips) {
        const ui::Ids scope(n++);
        ui::gap(4);
        ui::text(slip.what);
        ui::text("应为：" + slip.answer, {.second = true});
    }
}

// At the right while nothing is answered yet.
void how_to(const AskOptions& options) {
    const ui::Card card("怎么答", {.plain = true});
    ui::note("按数字键选择，按回车确定，再按回车进入下一题；也可以用鼠标点选。");
    if (options.may_hint) ui::note("想不起来可以看“提示”，告诉依据哪一条；用了提示答对的，较早复习。");
    else ui::note("做完全部题目后统一讲解。");
}

// Another question, or the same one answered: nothing is chosen yet, and the keyboard goes to what comes next.
bool changed_in_front(const AskedQuestion& asked, TrainingLook& look) {
    const std::string key = asked.question.id + "#" + std::to_string(asked.question.seed) + (asked.given.empty() ? "?" : "!");
    if (look.shown == key) return false;
    look.shown = key;
    look.chosen = -1;
    return true;
}

void give(const AskedQuestion& asked, const TrainingLook& look, Intents& intents) {
    if (look.chosen >= 0) intents.push_back(intent::Train{train::Answer{asked.question.choices[static_cast<std::size_t>(look.chosen)].id}});
}

void below_choices(const Scene& scene, const AskedQuestion& asked, const AskOptions& options, bool arrived, TrainingLook& look, Intents& intents) {
    const bool settled = !asked.given.empty();
    {
        const ui::Row row(8, 40);
        const ui::Landing here(arrived && settled);
        if (settled) {
            if (ui::button(options.next, {.kind = ui::Kind::primary, .width = 120})) intents.push_back(intent::Train{train::Next{}});
            const bool easy = asked.given == asked.question.right && !asked.hinted;
            if (easy && options.explain && ui::button("已经掌握", {.kind = ui::Kind::quiet, .tip = "间隔更久再复习"})) intents.push_back(intent::Train{train::TooEasy{}});
        } else {
            if (ui::button("确定", {.kind = ui::Kind::primary, .disabled = look.chosen < 0, .width = 120})) give(asked, look, intents);
            if (options.may_hint && !asked.hinted && ui::button("提示", {.kind = ui::Kind::quiet, .tip = "看依据哪一条；答对也算不太熟"})) intents.push_back(intent::Train{train::Hint{}});
        }
    }
    if (settled || !asked.hinted) return;
    if (const auto rules = rules_by_id(scene, asked.question.key.packs.front())) {
        ui::text("提示：依据" + clauses_text(*rules->pack, asked.question.clauses) + "。");
    }
}

}  // namespace

void ask(const Scene& scene, const AskedQuestion& asked, const AskOptions& options, TrainingLook& look, Intents& intents) {
    const bool arrived = changed_in_front(asked, look);
    const bool settled = !asked.given.empty();
    const ui::Ids scope(asked.question.id);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kTwoColumns) columns.emplace(std::vector<float>{kThird, 1 - kThird}, 40.0f);
    question_words(scene, asked.question);
    {
        const ui::Landing here(arrived && !settled);
        if (question_choices(asked, look.chosen).given) give(asked, look, intents);
    }
    const bool explained = settled && options.explain;
    // In one column the reason comes before the button that has the keyboard, or it would lie below the window's edge.
    const auto tell = [&] {
        if (!explained) return;
        outcome(asked);
        if (explanation(scene, asked, intents)) look.shown.clear();  // whoever comes back goes on with the next question
    };
    if (!columns) tell();
    below_choices(scene, asked, options, arrived, look, intents);
    if (columns) columns->next(), tell();
    question_months(scene, asked, look.chosen);
    if (!settled && columns) how_to(options);
}

void practice_part(const Scene& scene, TrainingLook& look, Intents& intents) {
    const Practice& p = scene.session.training.practice;
    if (!p.running) return start(scene, look, intents);
    sitting(scene, intents);
    other_city(scene, intents);
    if (p.asked) return ask(scene, *p.asked, {.next = p.answered >= kRound ? "看结果" : "下一题"}, look, intents);
    if (p.problem.empty()) return round_done(scene, look, intents);
    ui::callout(ui::Tone::good, "做完了", p.problem);
}

}  // namespace signroute::views
