// 补齐: what would mend the plan is shown before it is done, and can be taken back.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/check_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

void change(const Pack& pack, const Proposal::Change& c, std::size_t number) {
    ui::text(std::to_string(number) + ". " + c.say);
    const ui::Indent indent(20);
    if (!c.clauses.empty()) ui::note("依据" + clauses_text(pack, c.clauses));
}

constexpr const char* kPlace = "mend";

}  // namespace

void mend_button(const Scene& scene, CheckLook& look, Intents& intents) {
    const Session& session = scene.session;
    const std::string undo = session.before_change && session.before_change->record == session.place.record ? session.before_change->what : "";
    if (!undo.empty() && ui::button("撤销" + undo, {.tip = "回到" + undo + "以前的流程"})) intents.push_back(intent::UndoChange{});
    if (session.mending || scene.situation.planned.empty() || !plan_is_wrong(scene.assessment)) return;
    if (ui::button("补齐", {.kind = ui::Kind::primary, .tip = "列出改动最少的办法，看过再采用"})) look.wanted = kPlace, intents.push_back(intent::ProposeMend{});
}

void mend_proposal(const Scene& scene, CheckLook& look, Intents& intents) {
    if (!scene.session.mending) return;
    const Mending& m = *scene.session.mending;
    const ui::Landing here((m.proposal || !m.problem.empty()) && arrived(look, kPlace));
    const ui::Card card("补齐办法", {.tone = ui::Tone::neutral, .padding = 12});
    if (!m.problem.empty()) ui::text(m.problem);
    else if (!m.proposal) return ui::text("正在比较各种改法…", {.second = true});
    if (m.proposal) {
        const Proposal& p = *m.proposal;
        const std::string none = p.remains.empty() ? "流程本身没有可以改正之处。" : "依本市规则，没有要补齐或者改动的步骤。";
        ui::text(p.changes.empty() ? none : "改动最少的办法，共" + std::to_string(p.changes.size()) + "处：", {.bold = true});
        for (std::size_t i = 0; i < p.changes.size(); ++i) change(*scene.rules.pack, p.changes[i], i + 1);
        const bool things = std::any_of(p.changes.begin(), p.changes.end(), [](const Proposal::Change& c) { return !c.of_plan; });
        if (things) ui::note("要附的材料、要先办的事项，办妥后请自行勾选。");
        for (const std::string& r : p.remains) ui::text("仍须处理：" + r, {.small = true});
    }
    const ui::Row row;
    const bool any = m.proposal && std::any_of(m.proposal->changes.begin(), m.proposal->changes.end(), [](const Proposal::Change& c) { return c.of_plan; });
    if (any && ui::button("采用", {.kind = ui::Kind::primary})) intents.push_back(intent::TakeMend{});
    if (ui::button(any ? "不用" : "知道了")) intents.push_back(intent::DropMend{});
}

}  // namespace signroute::views
