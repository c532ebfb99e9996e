// The whole text as a picture: every clause a block, marked by what became of it.
#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/statute_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr StateLook kStates[kClauseStates] = {{"已编入规则", {ui::Tone::good}},
                                              {"须人工判断", {ui::Tone::judgement}},
                                              {"原则要求", {ui::Tone::accent, "○"}},
                                              {"不在范围内", {ui::Tone::neutral, "–"}},
                                              {"与原文不符", {ui::Tone::error}}};

void legend(const StatuteMap& map) {
    const ui::Row row(8, 24);
    for (std::size_t i = 0; i < kClauseStates; ++i) {
        const int n = map.counts[i];
        if (n) ui::tag(kStates[i].word + (" " + std::to_string(n)), kStates[i].mark.tone, kStates[i].mark.sign);
    }
}

// 第五十条：已编入规则3句，原则要求1句
std::string said(const MappedArticle& article, bool by_sentence) {
    std::string out;
    for (std::size_t i = 0; i < kClauseStates; ++i) {
        const auto n = std::count(article.parts.begin(), article.parts.end(), static_cast<ClauseState>(i));
        if (n) out += (out.empty() ? "：" : "，") + std::string(kStates[i].word) + (by_sentence ? std::to_string(n) + "句" : "");
    }
    return clause_label(article.clause) + out;
}

void blocks(const Scene& scene, const StatuteMap& map, const std::string& doc, Intents& intents) {
    const Pack& pack = *scene.rules.pack;
    const ui::Ids scope(doc);
    const ui::Row row(6);
    for (const MappedArticle& a : map.articles) {
        if (a.clause.doc != doc) continue;
        std::vector<ui::Mark> marks;
        for (const ClauseState s : a.parts) {
            if (s != ClauseState::encoded) marks.push_back(kStates[static_cast<std::size_t>(s)].mark);  // what is as one expects needs none
        }
        const std::string number = a.clause.article == kTail ? "结尾" : std::to_string(a.clause.article);
        if (ui::block(number, said(a, map.by_sentence), marks)) intents.push_back(intent::Go{{.room = Room::statute, .pack = pack.id, .clause = place_from_clause(pack, a.clause)}});
    }
}

void mismatches(const Scene& scene, const TextAudit& audit, Intents& intents) {
    const std::size_t n = audit.mismatches.size();
    if (n == 0) return ui::verdict(ui::Tone::good, "规则包与原文逐句相符");
    ui::verdict(ui::Tone::error, "规则包与原文有" + std::to_string(n) + "处不符");
    ui::text("可能是载入的文本不是现行版本，也可能是规则包有误。", {.second = true});
    for (std::size_t i = 0; i < n; ++i) {
        const ui::Ids ids(static_cast<int>(i));
        const ui::Row row(12, 24);
        ui::text(audit.mismatches[i].say);
        clause_links(scene.rules, {audit.mismatches[i].clause}, intents);
    }
}

void audit_part(const Scene& scene, const TextAudit* audit, Intents& intents) {
    ui::gap(8);
    if (audit && audit->answered && audit->problem.empty()) return mismatches(scene, *audit, intents);
    if (audit && !audit->answered) return ui::text("正在逐句核对…", {.second = true});
    if (audit) ui::callout(ui::Tone::error, "未能核对", audit->problem);
    if (ui::button("逐句核对原文")) intents.push_back(intent::AuditText{});
}

}  // namespace

StateLook state_look(ClauseState state) { return kStates[static_cast<std::size_t>(state)]; }

void statute_overview(const Scene& scene, const StatuteResult& result, StatuteLook& look, Intents& intents) {
    const TextAudit* audit = audit_of(scene.session, scene.rules);
    const StatuteMap map = statute_map(scene.rules, audit);
    const Pack& pack = *scene.rules.pack;
    ui::heading(pack.documents.size() > 1 ? "全文概览" : pack.documents.front().title, 1);
    // Who reads the text wants the text; what became of it in the rules is for those who keep them.
    if (result.statute && !ui::disclosure("规则维护", look.upkeep)) return;
    ui::text("没有标记的，已编入规则；有标记的，选一条查看为什么。", {.second = true});
    legend(map);
    for (const PackDocument& d : pack.documents) {
        if (pack.documents.size() > 1) ui::heading(d.title, 3);
        blocks(scene, map, d.id, intents);
    }
    if (result.statute) audit_part(scene, audit, intents);
    else ui::gap(12);
}

void text_target(const Scene& scene, const StatuteResult& result, StatuteLook& look, Intents& intents) {
    if (result.statute) return;
    if (!result.problem.empty()) ui::callout(ui::Tone::error, "原文未能读出", result.problem);
    {
        const ui::Card card("载入原文", {.padding = 20, .plain = true, .dashed = true});
        ui::text("将原文文件拖到此处", {.bold = true});
        ui::text("本程序不附带规则原文。请从政府网站保存网页文字（.txt）后载入，只存本机，不上传。", {.second = true});
        const ui::Row row;
        if (ui::button("载入原文文件", {.kind = ui::Kind::primary})) intents.push_back(intent::PickFile{".txt,text/plain", "statute"});
        if (ui::button("粘贴原文")) look.pasting = !look.pasting;
    }
    if (!look.pasting) return;
    ui::text_area("规则原文", look.pasted, 8, {.hint = "粘贴全文，网页上的其他文字可以一并粘贴"});
    if (!ui::button("载入粘贴的原文", {.kind = ui::Kind::primary, .disabled = look.pasted.empty()})) return;
    intents.push_back(intent::SetText{scene.rules.pack->id, look.pasted});
    look.pasted.clear();
    look.pasting = false;
}

}  // namespace signroute::views
