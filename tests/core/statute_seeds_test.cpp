// The five cities' official texts, where they are at hand. Every number here was counted in the texts by eye.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "core/statute/statute.h"
#include "tests/core/statute_cases.h"

using namespace signroute;

namespace {

const char* const kFiles[] = {"000_5e77e75344fe8c7c.txt", "001_8f7be185268f82c9.txt", "002_0f434f7dd5ef12f9.txt",
                              "003_1183c3d82349a2a9.txt", "004_bdb69ba6f3de2813.txt"};

std::optional<Statute> official(int file) {
    const std::string text = official_text(kFiles[file]);
    if (text.empty()) {
        MESSAGE("skipped: " << kFiles[file] << " is not at hand (set SEEDS_DIR)");
        return std::nullopt;
    }
    Result<Statute> out = read_statute(text);
    REQUIRE(out);
    return *std::move(out);
}

// Articles with more than one paragraph: how many.
using Counts = std::map<int, std::size_t>;
Counts paragraphs(const Document& d) {
    Counts out;
    for (const Article& a : d.articles) {
        CHECK_FALSE(a.paras.empty());
        if (a.paras.size() > 1) out[a.number] = a.paras.size();
    }
    return out;
}

// Articles with items: how many in each of their paragraphs.
using Items = std::map<int, std::vector<std::size_t>>;
Items items(const Document& d) {
    Items out;
    for (const Article& a : d.articles) {
        std::vector<std::size_t> counts;
        bool any = false;
        for (const Paragraph& p : a.paras) {
            counts.push_back(p.items.size());
            any |= !p.items.empty();
            for (std::size_t i = 0; i < p.items.size(); ++i) CHECK(p.items[i].number == static_cast<int>(i) + 1);
        }
        if (any) out[a.number] = counts;
    }
    return out;
}

void check_articles(const Document& d, std::size_t chapters, std::size_t articles) {
    CHECK(d.chapters.size() == chapters);
    REQUIRE(d.articles.size() == articles);
    for (std::size_t i = 0; i < articles; ++i) CHECK(d.articles[i].number == static_cast<int>(i) + 1);
    for (std::size_t i = 0; i < d.chapters.size(); ++i) CHECK(d.chapters[i].number == static_cast<int>(i) + 1);
}

const Paragraph& para(const Document& d, int article, int n) {
    return d.articles[static_cast<std::size_t>(article) - 1].paras[static_cast<std::size_t>(n) - 1];
}

// Paragraphs whose items are numbered 1. 2.
std::set<std::string> with_digits(const Statute& s) {
    std::set<std::string> out;
    for (const SentencePlace& at : sentences(s)) {
        if (at.clause.arabic) out.insert(std::to_string(at.clause.article) + "." + std::to_string(at.clause.para));
    }
    return out;
}

}  // namespace

TEST_CASE("items numbered 1. 2. are told from （一）（二）, and each pack says which they are") {
    const char* const packs[] = {"jiangyin-2022", "liyang", "wuxi-2022", "jiangmen-2023", "kunshan-2017"};
    const std::map<int, std::set<std::string>> digits = {{1, {"41.2"}}, {4, {"40.2", "41.2"}}};
    for (int n = 0; n < 5; ++n) {
        const auto s = official(n);
        if (!s) continue;
        const auto want = digits.count(n) ? digits.at(n) : std::set<std::string>{};
        CHECK_MESSAGE(with_digits(*s) == want, packs[n]);
        const std::string pack = file_text(std::string(SIGNROUTE_SOURCE_DIR) + "/assets/packs/" + packs[n] + ".json");
        std::string list;
        for (const std::string& place : want) list += (list.empty() ? "\"" : ", \"") + place + "\"";
        CHECK((pack.find("\"arabic_items\": [" + list + "]") != pack.npos) == !want.empty());
    }
}

TEST_CASE("江阴: a notice and two documents, numbered in two ways") {
    const auto s = official(0);
    if (!s) return;
    REQUIRE(s->documents.size() == 2);
    const Document &rules = s->documents[0], &procedure = s->documents[1];
    check_articles(rules, 14, 66);
    check_articles(procedure, 8, 35);
    CHECK(rules.title == "江阴市人民政府工作规则(修订稿)");
    CHECK(procedure.title == "江阴市人民政府议事规则和市政府党组会议规则(修订稿)");
    CHECK(rules.from_line == 15);
    CHECK(rules.to_line == 229);
    CHECK(procedure.from_line == 231);
    CHECK(procedure.to_line == 358);
    CHECK(paragraphs(rules) == Counts{{37, 2}, {38, 2}, {39, 2}, {53, 2}});
    CHECK(items(rules) == Items{{37, {4, 0}}, {38, {7, 0}}, {39, {8, 0}}, {55, {5}}});
    CHECK(paragraphs(procedure).empty());
    CHECK(items(procedure) == Items{{6, {4}}, {11, {8}}, {13, {5}}, {17, {8}}, {25, {6}}, {30, {4}}});
    CHECK(para(rules, 50, 1).sentences.size() == 3);
    CHECK(para(rules, 50, 1).sentences[1].segments.size() == 4);
    CHECK(para(rules, 53, 1).sentences.size() == 3);
    CHECK(para(rules, 53, 1).sentences[1].segments.size() == 4);
    CHECK(rules.articles[61].line == 219);
    CHECK(procedure.articles[12].line == 287);
    CHECK(rules.tail.empty());
    CHECK(procedure.tail.empty());
    REQUIRE(s->notice);
    CHECK(s->notice->line == 1);
    CHECK(s->notice->paras.size() == 1);
    CHECK(s->notes.empty());
}

TEST_CASE("溧阳: sentences broken over pages, items behind dashes and inside a paragraph") {
    const auto s = official(1);
    if (!s) return;
    REQUIRE(s->documents.size() == 1);
    const Document& d = s->documents[0];
    check_articles(d, 12, 63);
    CHECK(paragraphs(d) == Counts{{8, 2}, {40, 2}, {41, 2}});
    CHECK(items(d) == Items{{8, {5, 0}}, {40, {5, 0}}, {41, {10, 7}}});
    CHECK(para(d, 16, 1).sentences.size() == 1);
    CHECK(para(d, 17, 1).sentences.size() == 4);
    CHECK(para(d, 41, 2).items[4].line == 161);
    CHECK(para(d, 41, 2).items[6].line == 163);
    for (int line : {11, 41, 63, 75, 87, 99, 113, 125, 163, 181, 189, 201, 213}) {
        CAPTURE(line);
        CHECK(s->lines[static_cast<std::size_t>(line) - 1].kind == LineKind::continuation);
    }
    CHECK(d.tail.empty());
    CHECK_FALSE(s->notice);
    CHECK(s->notes.empty());
    // The page break of article 48 sets a character twice; a search for the words finds them all the same.
    REQUIRE(find(*s, "相关部门负责人会签或联合").size() == 1);
    CHECK(find(*s, "相关部门负责人会签或联合")[0].clause == Clause{"doc1", 48, 1, 0, 1});
    CHECK(find(*s, "颁布后15日内按规定").size() == 1);
}

TEST_CASE("无锡: a page with navigation and metadata, and a sentence after the last article") {
    const auto s = official(2);
    if (!s) return;
    REQUIRE(s->documents.size() == 1);
    const Document& d = s->documents[0];
    check_articles(d, 11, 63);
    CHECK(d.title == "无锡市人民政府工作规则");
    CHECK(d.number == "锡政发〔2022〕10号");
    CHECK(paragraphs(d) == Counts{{32, 2}, {39, 2}, {40, 2}, {42, 2}, {44, 2}, {48, 2}, {49, 2}, {50, 2}, {53, 2}});
    CHECK(items(d) == Items{{39, {5, 0}}, {40, {9, 0}}, {41, {7}}});
    CHECK(para(d, 50, 1).sentences.size() == 4);
    CHECK(para(d, 50, 1).sentences[3].segments.size() == 2);
    CHECK(para(d, 61, 1).sentences.size() == 3);
    CHECK(para(d, 61, 1).sentences[2].segments.size() == 5);
    REQUIRE(d.tail.size() == 1);
    CHECK(d.tail[0].line == 247);
    CHECK(d.tail[0].sentences.size() == 1);
    REQUIRE(s->notes.size() == 1);
    CHECK(s->notes[0].code == "tail_by_content");
    for (std::size_t i = 248; i < s->lines.size(); ++i) {
        CAPTURE(i);
        CHECK((s->lines[i].kind == LineKind::blank || s->lines[i].kind == LineKind::clutter));
    }
}

TEST_CASE("江门: many paragraphs without items, stray English and spaces in numbers") {
    const auto s = official(3);
    if (!s) return;
    REQUIRE(s->documents.size() == 1);
    const Document& d = s->documents[0];
    check_articles(d, 8, 45);
    CHECK(d.number == "江府〔2023〕20号");
    CHECK(paragraphs(d) == Counts{{5, 4},
                                  {7, 2},
                                  {14, 2},
                                  {19, 2},
                                  {20, 2},
                                  {21, 3},
                                  {22, 3},
                                  {23, 3},
                                  {25, 4},
                                  {27, 2},
                                  {29, 2},
                                  {30, 2},
                                  {32, 3},
                                  {33, 3},
                                  {34, 2},
                                  {38, 2},
                                  {41, 2},
                                  {42, 5},
                                  {43, 2}});
    CHECK(items(d) == Items{{19, {3, 0}}, {20, {7, 0}}});
    CHECK(para(d, 22, 1).sentences.size() == 2);
    CHECK(find(*s, "2天内起草").size() == 1);
    CHECK(find(*s, "2-3次").size() == 1);
    CHECK(find(*s, "严格控制and把关").size() == 1);
    CHECK(d.tail.empty());
    REQUIRE(s->notice);
    CHECK(s->notice->line == 7);
    CHECK(s->notice->paras.size() == 1);
    CHECK(s->notice->signature.size() == 2);
    CHECK(s->lines[226].kind == LineKind::clutter);
    CHECK(s->lines[228].kind == LineKind::clutter);
    CHECK(s->notes.empty());
}

TEST_CASE("昆山: 一、 is a chapter, 第一条 an article, 1. an item, and 抄送 no tail") {
    const auto s = official(4);
    if (!s) return;
    REQUIRE(s->documents.size() == 1);
    const Document& d = s->documents[0];
    check_articles(d, 11, 61);
    CHECK(paragraphs(d) == Counts{{9, 2}, {17, 3}, {18, 2}, {23, 2}, {40, 3}, {41, 3}, {48, 3}, {57, 2}});
    CHECK(items(d) == Items{{40, {0, 4, 0}}, {41, {0, 7, 0}}});
    CHECK(para(d, 54, 1).sentences.size() == 2);
    CHECK(para(d, 54, 1).sentences[0].segments.size() == 4);
    CHECK(d.to_line == 139);
    CHECK(d.tail.empty());
    REQUIRE(s->notice);
    CHECK(s->notice->paras.size() == 1);
    CHECK(s->notes.empty());
}

TEST_CASE("every word of the official texts is in a clause, a heading or set aside, and in one only") {
    for (int file = 0; file < 5; ++file) {
        const auto s = official(file);
        if (!s) continue;
        std::size_t last = 0;
        for (const SentencePlace& place : sentences(*s)) {
            CHECK(place.span.begin >= last);
            last = place.span.end;
            const auto back = clause_at(*s, place.span.begin);
            REQUIRE(back);
            CHECK(*back == place.clause);
            CHECK(span_of(*s, place.clause) == place.span);
        }
    }
}
