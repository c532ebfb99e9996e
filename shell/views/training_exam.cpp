// 考试: the trainer's form, and the exam as those who take it see it.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

std::string duration_text(quiz::Second seconds) {
    const quiz::Second minutes = seconds / 60;
    return minutes > 0 ? number(minutes) + "分" + (seconds % 60 ? number(seconds % 60) + "秒" : "") : number(seconds) + "秒";
}

// ---- the form ----------------------------------------------------------------------------------------------------

// `none`: what an empty field says where that is an answer, kept as 0.
void count_field(const char* label, int& value, long long least, long long most, const char* unit, const char* hint, bool& changed, const char* none = "") {
    std::optional<long long> n;
    if (value || !*none) n = value;
    if (!ui::number_field(label, n, {.least = least, .most = most, .unit = unit, .field = {.hint = hint, .placeholder = none, .width = 96}}) || (!n && !*none)) return;
    value = static_cast<int>(n.value_or(0));
    changed = true;
}

void numbers_of(training::ExamSpec& spec, bool& changed) {
    ui::Columns columns({1, 1, 1}, 16);
    count_field("题数", spec.n, 1, training::kMostExamQuestions, "题", "1至200题", changed);
    columns.next();
    count_field("时间", spec.minutes, 1, training::kLongestExam, "分钟", "从开始作答起算", changed, "不限时");
    columns.next();
    count_field("及格线", spec.pass_mark, 0, 100, "%", "答对的比例", changed);
}

void form(const Scene& scene, TrainingLook& look, Intents& intents) {
    training::ExamSpec spec = scene.session.training.form.spec;
    bool changed = ui::text_field("考试名称", spec.title, {.width = 440});
    changed |= choose_packs(scene, spec.packs);
    std::string topic = spec.topics.empty() ? "" : spec.topics.front();
    if (choose_topic(scene, topic)) spec.topics = topic.empty() ? std::vector<std::string>{} : std::vector<std::string>{topic}, changed = true;
    if (ui::disclosure("题型（不选为全部）", look.show_kinds, {.count = spec.kinds.empty() ? -1 : static_cast<int>(spec.kinds.size()), .small = true})) changed |= choose_kinds(spec.kinds);
    numbers_of(spec, changed);
    std::optional<long long> seed;
    if (spec.seed) seed = static_cast<long long>(spec.seed);
    if (ui::number_field("卷号", seed, {.least = 1, .most = 999999999, .field = {.hint = "同一卷号、同样的选择，出的题相同", .placeholder = "随机", .width = 160}})) spec.seed = static_cast<std::uint64_t>(seed.value_or(0)), changed = true;
    if (changed) intents.push_back(intent::Train{train::SetExam{spec}});
    ui::gap(8);
    if (ui::button("出卷", {.kind = ui::Kind::primary, .width = 120})) intents.push_back(intent::Train{train::MakeExam{}});
    if (!scene.session.training.form.problem.empty()) ui::callout(ui::Tone::error, "不能出卷", scene.session.training.form.problem);
}

std::string terms_text(const Scene& scene, const training::ExamSpec& spec) {
    std::string cities;
    for (const std::string& p : spec.packs) cities += (cities.empty() ? "" : "、") + city_title(scene, p);
    return cities + "，" + number(spec.n) + "题，" + (spec.minutes ? number(spec.minutes) + "分钟" : "不限时") + "，及格线" + number(spec.pass_mark) + "%";
}

void made(const Scene& scene, const training::ExamSpec& spec, Intents& intents) {
    const ui::Card card("试卷");
    ui::heading(spec.title, 2);
    ui::text(terms_text(scene, spec));
    ui::note("考试编号 " + training::exam_code(spec) + "，卷号 " + number(static_cast<long long>(spec.seed)) + "。链接里就是整份卷，不经过任何服务器；谁打开都是同样的题。");
    {
        const ui::Row row(8, 40);
        if (ui::button("复制考试链接", {.kind = ui::Kind::primary})) intents.push_back(intent::Train{train::CopyExam{}});
        if (ui::button("存为文件")) intents.push_back(intent::Train{train::SaveExam{}});
        if (ui::button("打开试卷")) intents.push_back(intent::Train{train::OpenExam{}});
    }
    const ui::Row row(8, 40);
    if (ui::button("打印试卷", {.kind = ui::Kind::quiet})) intents.push_back(intent::Train{train::PrintExam{}});
    if (ui::button("打印试卷和答案", {.kind = ui::Kind::quiet})) intents.push_back(intent::Train{train::PrintExam{true}});
}

void trainer(const Scene& scene, TrainingLook& look, Intents& intents) {
    ui::heading("出卷", 1);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kTwoColumns) columns.emplace(std::vector<float>{1, 1}, 40.0f);
    form(scene, look, intents);
    if (columns) columns->next();
    if (scene.session.training.form.made) made(scene, *scene.session.training.form.made, intents);
    ui::gap(8);
    ui::heading("收到了考试文件", 3);
    ui::text("点开链接即可作答。收到的是文件的，在这里打开，或者拖到页面上。", {.second = true});
    if (ui::button("打开考试文件")) intents.push_back(intent::PickFile{".json", "exam"});
}

// ---- before it begins --------------------------------------------------------------------------------------------

void offered(const Scene& scene, const ExamRun& e, TrainingLook& look, Intents& intents) {
    ui::heading(e.sheet.exam.title, 1);
    ui::text(terms_text(scene, e.sheet.exam), {.bold = true});
    ui::note("考试编号 " + e.code);
    if (!e.same_rules) ui::callout(ui::Tone::warning, "本页的规则与出卷时不同", "部分题目的答案可能已变。请与出卷人核对所用的版本，再开始作答。");
    ui::gap(8);
    ui::text("按“开始”后计时。答案随答随存，可以前后翻看、修改；关闭页面再打开，从原处继续，计时不停。交卷后得到一个成绩文件，自行交给出卷人。");
    ui::gap(8);
    ui::text_field("姓名", look.name, {.hint = "写在成绩文件里，不发送到任何地方", .width = 240});
    if (ui::button("开始", {.kind = ui::Kind::primary, .disabled = look.name.empty(), .width = 120})) intents.push_back(intent::Train{train::SitExam{look.name}});
}

// ---- taking it ---------------------------------------------------------------------------------------------------

void time_left(const Scene& scene, const ExamRun& e) {
    if (e.sheet.exam.minutes == 0) return;
    const quiz::Second left = e.sheet.started + e.sheet.exam.minutes * 60 - scene.session.second;
    ui::kit().run_again_in(static_cast<double>(left % 60 + 1));
    ui::text("剩余" + (left >= 60 ? number((left + 59) / 60) + "分钟" : std::string("不到1分钟")), {.small = true, .second = true});
}

void numbers(const ExamRun& e, Intents& intents) {
    const ui::Row row(4, 36);
    for (std::size_t i = 0; i < e.questions.size(); ++i) {
        const ui::Ids scope(static_cast<int>(i));
        const bool given = !e.questions[i].given.empty();
        const std::string label = number(static_cast<long long>(i + 1)) + (given ? "已答" : ""), name = "第" + number(static_cast<long long>(i + 1)) + "题，" + (given ? "已答" : "未答");
        if (ui::button(label, {.name = name, .width = 68, .pressed = i == e.at})) intents.push_back(intent::Train{train::ExamTo{i}});
    }
}

void hand_in(const ExamRun& e, TrainingLook& look, Intents& intents) {
    ui::Dialog dialog("交卷", look.handing_in);
    if (!dialog) return;
    const auto open = std::count_if(e.questions.begin(), e.questions.end(), [](const AskedQuestion& q) { return q.given.empty(); });
    ui::text(open > 0 ? "还有" + number(open) + "题没有作答。交卷后不能再改。" : "全部作答完毕。交卷后不能再改。");
    ui::Row row;
    if (ui::button("交卷", {.kind = ui::Kind::primary, .name = "确认交卷"})) {
        intents.push_back(intent::Train{train::HandIn{}});
        dialog.close();
    }
    if (ui::button("继续作答")) dialog.close();
}

void running(const Scene& scene, const ExamRun& e, TrainingLook& look, Intents& intents) {
    {
        ui::Row row(16, 40);
        ui::heading(e.sheet.exam.title, 2);
        time_left(scene, e);
        row.to_right(ui::button_width("交卷"));
        if (ui::button("交卷")) look.handing_in = true;
    }
    numbers(e, intents);
    const AskedQuestion& front = e.questions[e.at];
    AskedQuestion shown = front;  // it can be answered anew
    shown.given.clear();
    const std::string key = "exam#" + number(static_cast<long long>(e.at));
    const bool arrived = look.shown != key;
    if (arrived) {
        look.shown = key;
        look.chosen = -1;
        for (std::size_t i = 0; i < front.question.choices.size(); ++i) {
            if (front.question.choices[i].id == front.given) look.chosen = static_cast<int>(i);
        }
    }
    const ui::Ids scope(key);
    std::optional<ui::Columns> columns;
    if (ui::room() >= kTwoColumns) columns.emplace(std::vector<float>{0.62f, 0.38f}, 40.0f);
    question_words(scene, front.question);
    ui::AnswerEvent event;
    {
        const ui::Landing here(arrived);
        event = question_choices(shown, look.chosen);
    }
    const bool last = e.at + 1 >= e.questions.size();
    bool next = event.given;
    next |= ui::button(last ? "交卷##next" : "下一题", {.kind = ui::Kind::primary, .name = last ? "最后一题，交卷" : "", .width = 120});
    if (columns) columns->next();
    event.changed |= question_months(scene, shown, look.chosen);
    if (event.changed && look.chosen >= 0) intents.push_back(intent::Train{train::ExamAnswer{front.question.choices[static_cast<std::size_t>(look.chosen)].id}});
    if (next && last) look.handing_in = true;
    else if (next) intents.push_back(intent::Train{train::ExamTo{e.at + 1}});
    hand_in(e, look, intents);
}

// ---- handed in ---------------------------------------------------------------------------------------------------

void headline(const ExamRun& e, const training::Graded& g) {
    const std::string words = e.sheet.name + "：" + number(g.n) + "题答对" + number(g.right) + "题，" + number(g.percent) + "分，";
    const bool open = g.passed == Truth::unknown;
    ui::verdict(g.passed == Truth::yes ? ui::Tone::good : open ? ui::Tone::judgement : ui::Tone::error, words + (g.passed == Truth::yes ? "及格" : open ? "是否及格须人工核对" : "不及格"));
    std::string more = "用时" + duration_text(g.taken) + (g.unanswered ? "，未答" + number(g.unanswered) + "题" : "") + (g.undecided ? "，规则变动不能判定" + number(g.undecided) + "题" : "") +
                       (g.over > 0 ? "，超时" + duration_text(g.over) : "") + "。";
    if (g.right + g.unanswered < g.n) more += "答错的题已放进练习，之后会再来。";
    ui::text(more);
}

void answers(const Scene& scene, const ExamRun& e, Intents& intents) {
    ui::gap(16);
    ui::heading("答错和未答的题", 2);
    int n = 0, shown = 0;
    for (const AskedQuestion& q : e.questions) {
        ++n;
        if (q.given == q.question.right) continue;
        const ui::Ids scope(n);
        ui::gap(8);
        ++shown;
        const ui::Card card("第" + number(n) + "题");
        ui::text("第" + number(n) + "题" + (q.given.empty() ? "（未答）" : ""), {.bold = true});
        question_words(scene, q.question);
        AskedQuestion settled = q;
        if (settled.given.empty()) settled.given = "-";
        int chosen = -1;
        question_choices(settled, chosen);
        if (!q.given.empty()) outcome(q);
        explanation(scene, settled, intents);
    }
    if (shown == 0) ui::text("没有。", {.second = true});
}

void again(const ExamRun& e, TrainingLook& look, Intents& intents) {
    ui::Dialog dialog("重新作答", look.leaving);
    if (!dialog) return;
    ui::text("将删除本机上“" + e.sheet.exam.title + "”的答卷，删除后不能恢复。需要的，请先存为文件。");
    ui::Row row;
    if (ui::button("删除并重新作答", {.kind = ui::Kind::danger})) {
        intents.push_back(intent::Train{train::LeaveExam{}});
        dialog.close();
    }
    if (ui::button("取消")) dialog.close();
}

void handed_in(const Scene& scene, const ExamRun& e, TrainingLook& look, Intents& intents) {
    ui::heading(e.sheet.exam.title, 1);
    headline(e, *e.graded);
    {
        const ui::Row row(8, 40);
        if (ui::button("存为成绩文件", {.kind = ui::Kind::primary})) intents.push_back(intent::Train{train::SaveSheet{}});
        if (ui::button("打印答卷")) intents.push_back(intent::Train{train::PrintSheet{}});
        if (ui::button("重新作答", {.kind = ui::Kind::quiet})) look.leaving = true;
    }
    ui::gap(8);
    std::string plain;
    for (const std::string& s : training::what_it_cannot_prove()) plain += s;
    ui::callout(ui::Tone::neutral, "这份成绩不能证明什么", plain);
    answers(scene, e, intents);
    again(e, look, intents);
}

}  // namespace

void exam_part(const Scene& scene, TrainingLook& look, Intents& intents) {
    const ExamRun& e = scene.session.training.exam;
    if (e.link.empty()) return trainer(scene, look, intents);
    const ui::Ids scope(e.code);
    if (!e.problem.empty() || e.questions.empty()) {
        ui::callout(ui::Tone::error, "考试未能打开", e.problem.empty() ? "这份考试在本页的规则下没有题目。" : e.problem);
        if (ui::link("自行出卷")) intents.push_back(intent::Go{{.room = Room::training, .part = "exam"}});
        return;
    }
    switch (e.stage) {
        case ExamStage::offered: return offered(scene, e, look, intents);
        case ExamStage::running: return running(scene, e, look, intents);
        case ExamStage::handed_in: return e.graded ? handed_in(scene, e, look, intents) : void();
    }
}

}  // namespace signroute::views
