#include <algorithm>

#include "core/base/text.h"
#include "core/pack/cited.h"
#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/statute_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

StateLook look_of(const Scene& scene, const Clause& article) {
    return state_look(state_of(status_of_article(*scene.rules.pack, *scene.rules.catalogue, article)));
}

std::string kind_text(const std::string& kind) {
    static constexpr std::pair<const char*, const char*> words[] = {
        {"step", "步骤"}, {"prerequisite", "前置条件"}, {"prohibition", "禁止"}, {"cap", "限制"},   {"limit", "时限"}, {"silent", "原文未规定"},
        {"note", "说明"}, {"question", "两种读法"}, {"body", "会议"},        {"role", "职责"}, {"applies_to", "适用"}, {"account", "未编入"}};
    for (const auto& [id, word] : words) {
        if (kind == id) return word;
    }
    return kind;
}

void go(const Scene& scene, const Clause& clause, Intents& intents) {
    const Pack& pack = *scene.rules.pack;
    intents.push_back(intent::Go{{.room = Room::statute, .pack = pack.id, .clause = place_from_clause(pack, clause)}});
}

std::vector<Clause> listed(const Pack& pack) {
    std::vector<Clause> out;
    for (const PackDocument& d : pack.documents) {
        for (int n = 1; n <= d.articles; ++n) out.push_back({.doc = d.id, .article = n});
        if (d.tail > 0) out.push_back({.doc = d.id, .article = kTail});
    }
    return out;
}

void article_list(const Scene& scene, const ui::Box& box, const Clause& open, Intents& intents) {
    const ui::Area area("条文目录", box, {.role = ui::Role::navigation, .padding_x = 12, .padding_y = 12, .line_right = true});
    ui::Tree tree("条文");
    const bool whole = scene.session.place.clause.empty();
    if (tree.leaf("全文概览", {.selected = whole, .key = "whole"}) && !whole) intents.push_back(intent::Go{{.room = Room::statute, .pack = scene.rules.pack->id}});
    for (const Clause& c : listed(*scene.rules.pack)) {
        const StateLook t = look_of(scene, c);
        const std::string key = place_from_clause(*scene.rules.pack, c);
        const bool selected = c.doc == open.doc && c.article == open.article, marked = t.mark.tone != ui::Tone::good;
        if (tree.leaf(clause_text(*scene.rules.pack, c), {.selected = selected, .tone = marked ? t.mark.tone : ui::Tone::neutral, .sign = t.mark.sign, .tone_word = t.word, .key = key})) go(scene, c, intents);
    }
}

// Items that the text numbers within a line begin one each: 1. … 2. …
std::string with_items(std::string text) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t i = 1; i + 2 < text.size(); ++i) {
        if (digit(i) && !digit(i - 1) && text[i + 1] == '.' && !digit(i + 2)) text.insert(i++, 1, '\n');
    }
    return text;
}

void paragraphs(const Statute& statute, const Clause& article) {
    for (const std::string& paragraph : paragraphs_of(statute, article)) ui::text(with_items(paragraph));
}

void original(const StatuteResult& result, const Clause& article) {
    if (!result.statute) return;
    if (text_of(*result.statute, article).empty()) return ui::callout(ui::Tone::warning, "载入的原文中没有这一条", "请核对载入的是否为本市现行规则。");
    const ui::Card sheet("原文", {.plain = true});
    paragraphs(*result.statute, article);
}

// The text from beginning to end, each article under its name.
void whole_text(const Scene& scene, const Statute& statute, Intents& intents) {
    ui::gap(16);
    for (const Clause& c : listed(*scene.rules.pack)) {
        const ui::Ids scope(place_from_clause(*scene.rules.pack, c));
        for (const Document& d : statute.documents) {
            for (const Chapter& h : d.chapters) {
                if (d.id == c.doc && h.first_article == c.article) ui::heading(statute.text.substr(h.span.begin, h.span.end - h.span.begin), 2);
            }
        }
        if (ui::link(clause_text(*scene.rules.pack, c))) go(scene, c, intents);
        paragraphs(statute, c);
    }
}

// Of one matter, or of what is not a matter's.
void taken_by(const Scene& scene, const std::string& of, const std::vector<Cited>& list, Intents& intents) {
    const ui::Ids ids(of);
    const std::string name = find_matter(*scene.rules.pack, of) ? matter_title(scene.rules, of) : of.empty() ? "其他" : role_text(scene.rules, of);
    ui::gap(4);
    if (!find_matter(*scene.rules.pack, of)) ui::text(name, {.bold = true});
    else if (ui::link(name)) intents.push_back(intent::Go{{.room = Room::route, .pack = scene.rules.pack->id, .matter = of}});
    constexpr ui::TableColumn columns[] = {{"类别", 0, 104}, {"内容", 4}, {"条款", 1.2f}};
    ui::Table t(name, columns);
    int n = 0;
    for (const Cited& c : list) {
        const ui::Ids row(n++);
        t.row();
        t.cell(kind_text(c.kind));
        t.cell(c.say);
        t.cell(clauses_text(*scene.rules.pack, c.clauses));
    }
}

void taken(const Scene& scene, const Clause& article, Intents& intents) {
    ui::gap(8);
    ui::heading("本条的规定用在哪里");
    auto cited = cited_at(*scene.rules.pack, *scene.rules.catalogue, article);
    std::stable_partition(cited.begin(), cited.end(), [&](const Cited& c) { return c.kind != "silent" && find_matter(*scene.rules.pack, c.of); });
    if (cited.empty()) ui::text("没有。", {.second = true});
    std::vector<std::string> told;
    for (const Cited& first : cited) {
        if (std::find(told.begin(), told.end(), first.of) != told.end()) continue;
        told.push_back(first.of);
        std::vector<Cited> list;
        std::copy_if(cited.begin(), cited.end(), std::back_inserter(list), [&](const Cited& c) { return c.of == first.of; });
        taken_by(scene, first.of, list, intents);
    }
}

// The place in its line, with the words marked.
void hit_text(const std::string& text, const Span& span) {
    const auto continues = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    const std::size_t line = text.rfind('\n', span.begin) + 1, end = std::min(text.find('\n', span.end), text.size());
    std::size_t from = std::max(span.begin - std::min<std::size_t>(span.begin, 90), line);
    while (continues(from)) ++from;
    const ui::Row row(0, 24);
    ui::text((from > line ? "…" : "") + text.substr(from, span.begin - from), {.second = true});
    ui::text(text.substr(span.begin, span.end - span.begin), {.bold = true, .tone = ui::Tone::accent});
    ui::text(text.substr(span.end, end - span.end), {.second = true, .max_lines = 1});
}

void found(const Scene& scene, const StatuteResult& result, const StatuteLook& look, Intents& intents) {
    const std::vector<Hit> hits = find(*result.statute, look.words);
    ui::text("“" + look.words + "”共" + std::to_string(hits.size()) + "处");
    constexpr std::size_t most = 60;
    for (std::size_t i = 0; i < hits.size() && i < most; ++i) {
        const ui::Ids ids(static_cast<int>(i));
        const Clause cited = as_cited(*result.statute, hits[i].clause);
        if (ui::link(clause_text(*scene.rules.pack, cited))) go(scene, cited, intents);
        hit_text(result.statute->text, hits[i].span);
    }
}

void tools(const Scene& scene, const StatuteResult& result, StatuteLook& look, Intents& intents) {
    if (!result.statute) return;
    ui::Row row;
    ui::text_field("在原文中查找", look.words, {.placeholder = "在原文中查找，例如：工作日", .hide_label = true, .width = 320});
    if (!scene.session.texts.count(scene.rules.pack->id)) return;
    if (ui::button("更换原文", {.kind = ui::Kind::quiet})) intents.push_back(intent::PickFile{".txt,text/plain", "statute"});
    if (ui::button("移除原文", {.kind = ui::Kind::quiet})) intents.push_back(intent::SetText{scene.rules.pack->id, ""});
}

}  // namespace

void statute_room(const Scene& scene, const ui::Frame& frame, StatuteLook& look, Intents& intents) {
    const bool whole = scene.session.place.clause.empty();
    const Clause open = whole ? Clause{} : clause_from_place(*scene.rules.pack, scene.session.place.clause);
    const Clause article{.doc = open.doc, .article = open.article};
    article_list(scene, frame.list, open, intents);
    const StatuteResult result = statute_of(scene.session, scene.rules);
    const ui::Ids scope(scene.session.place.clause);
    const ui::Area area("条文", frame.rest, {.role = ui::Role::main});
    tools(scene, result, look, intents);
    if (result.statute && !look.words.empty()) return found(scene, result, look, intents);
    if (whole) {
        statute_overview(scene, result, look, intents);
        if (result.statute) return whole_text(scene, *result.statute, intents);
        return text_target(scene, result, look, intents);
    }
    const auto listed_here = listed(*scene.rules.pack);
    if (std::find(listed_here.begin(), listed_here.end(), article) == listed_here.end()) {
        ui::empty_state("本市规则没有" + clause_text(*scene.rules.pack, article), "左边列有全部条文。");
        return;
    }
    for (const PackDocument& d : scene.rules.pack->documents) {
        if (d.id == article.doc && scene.rules.pack->documents.size() > 1) ui::note(d.title);
    }
    {
        ui::Row row;
        ui::heading(clause_text(*scene.rules.pack, article), 1);
        const StateLook t = look_of(scene, article);
        ui::tag(t.word, t.mark.tone, t.mark.sign);
    }
    original(result, article);
    text_target(scene, result, look, intents);
    taken(scene, article, intents);
}

}  // namespace signroute::views
