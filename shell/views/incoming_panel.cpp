// What somebody brought to install: what is wrong with it, what it would change, and the two ways out.
#include "shell/ui/ui.h"
#include "shell/views/settings_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr const char* kClean = "没有缺漏和矛盾";
constexpr std::size_t kMost = 30;  // lines of a list; the rest is counted

std::string title_of(const Incoming& in) {
    switch (in.kind) {
        case RulesFile::pack: return in.pack ? "规则包：" + in.pack->city + "《" + in.pack->title + "》" : "规则包";
        case RulesFile::calendar: return in.year ? std::to_string(in.year->year) + "年节假日安排" : "节假日安排";
        case RulesFile::local_days: return "本单位工作日安排";
        case RulesFile::none: break;
    }
    return "文件";
}

void rest(std::size_t n, const char* unit) {
    if (n > kMost) ui::note("另有" + std::to_string(n - kMost) + unit + "，未全部列出。");
}

void checking(const char* title, const Checking& c, const char* clean, const char* not_asked) {
    const ui::Ids scope(title);
    const ui::Row row(12, 24);
    ui::text(title, {.bold = true});
    if (c.request.empty()) return ui::text(not_asked, {.second = true});
    if (!c.answered) return ui::text("正在核对…", {.second = true});
    if (!c.problem.empty()) return ui::tag(c.problem, ui::Tone::error);
    std::size_t errors = 0;
    for (const CheckLine& l : c.lines) errors += l.error;
    if (errors) ui::tag(std::to_string(errors) + "处错误", ui::Tone::error);
    else ui::tag(c.lines.empty() ? clean : std::to_string(c.lines.size()) + "处提示", c.lines.empty() ? ui::Tone::good : ui::Tone::warning);
}

// `pack`: whose counterexamples they are, "" of the brought one.
void lines_of(const Checking& c, const std::string& pack, Intents& intents) {
    for (std::size_t i = 0; i < c.lines.size() && i < kMost; ++i) {
        const CheckLine& l = c.lines[i];
        ui::text(std::string(l.error ? "✕ " : "! ") + l.text, {.small = true, .tone = l.error ? ui::Tone::error : ui::Tone::warning});
        if (l.example.empty()) continue;
        const ui::Ids scope(pack + std::to_string(i));
        if (ui::link("打开反例", {.small = true, .name = "打开反例" + std::to_string(i + 1)})) intents.push_back(intent::ShowExample{pack, l});
    }
    rest(c.lines.size(), "处");
}

std::string said(const ComparedValue& v) { return v.truth == Truth::no ? "（无）" : (v.truth == Truth::unknown ? "视情形：" : "") + v.say; }

void changes(const Scene& scene, const Incoming& in) {
    if (!in.difference.answered || !in.difference.problem.empty()) return;
    const auto& matters = scene.session.library.catalogue.matters;
    std::size_t n = 0, shown = 0;
    for (const ComparedMatter& m : in.changes) n += m.differing.size();
    ui::text(n == 0 ? "与现行规则包没有不同。" : "与现行规则包有" + std::to_string(n) + "处不同：", {.bold = true});
    if (n == 0) return;
    constexpr ui::TableColumn columns[] = {{"事项", 1}, {"内容", 1.4f}, {"现行", 1.4f}, {"拟安装", 1.4f}};
    ui::Table t("与现行规则包的不同", columns);
    for (const ComparedMatter& m : in.changes) {
        for (const ComparedRow& r : m.differing) {
            if (shown++ >= kMost) continue;
            const NamedMatter* named = find_named(matters, m.matter);
            t.row({.key = m.matter + r.aspect + r.key});
            t.cell(named ? named->title : m.matter);
            t.cell(r.title);
            t.cell(said(r.values[0]));
            t.cell(said(r.values[1]));
        }
    }
}

void pack_checks(const Scene& scene, const Incoming& in, Intents& intents) {
    checking("自相核对", in.lint, kClean, "");
    lines_of(in.lint, "", intents);
    checking("对照原文", in.audit, "逐句有着落，数字都对得上", "未载入本市规则原文，无法核对。可先到“条文”载入。");
    lines_of(in.audit, "", intents);
    if (in.in_force.empty()) ui::text("本机没有该城市的规则包，安装后新增一个城市。", {.second = true});
    changes(scene, in);
}

void calendar_changes(const Incoming& in) {
    ui::text(in.changed_days.empty() ? "与已安装的安排没有不同。" : "涉及" + std::to_string(in.changed_days.size()) + "天：", {.bold = true});
    for (std::size_t i = 0; i < in.changed_days.size() && i < 2 * kMost; ++i) ui::text(in.changed_days[i], {.small = true});
}

void local_days(const Scene& scene, const Incoming& in) {
    for (const LocalDay& d : in.local)
        ui::text(to_chinese(scene.session.library.calendar, d.date) + "：" + (d.works ? "上班" : "不上班") + "（" + d.reason + "，" + d.source + "）", {.small = true});
}

}  // namespace

void installed_lint(const Session& session, Intents& intents) {
    const Pack* pack = find_pack_by_id(session.library, session.linted);
    if (!pack) return;
    checking(("自相核对：" + pack->city).c_str(), session.lint, kClean, "");
    lines_of(session.lint, pack->id, intents);
}

void incoming_panel(const Scene& scene, Intents& intents) {
    if (!scene.session.incoming) return;
    const Incoming& in = *scene.session.incoming;
    const ui::Card card("拟安装的文件");
    ui::heading(title_of(in), 3);
    ui::note("文件：" + in.name);
    for (std::size_t i = 0; i < in.errors.size() && i < kMost; ++i) ui::text("✕ " + in.errors[i], {.tone = ui::Tone::error});
    rest(in.errors.size(), "处");
    if (!in.errors.empty()) ui::text("文件未安装，现有规则和安排没有改变。", {.second = true});
    if (in.pack) pack_checks(scene, in, intents);
    if (in.year) calendar_changes(in);
    if (in.kind == RulesFile::local_days) local_days(scene, in);
    ui::Row row;
    if (in.errors.empty() && ui::button("安装", {.kind = ui::Kind::primary, .disabled = !in.may_be_installed(), .name = "安装" + title_of(in)}))
        intents.push_back(intent::Install{});
    if (ui::button("放弃", {.name = "放弃安装"})) intents.push_back(intent::Discard{});
}

}  // namespace signroute::views
