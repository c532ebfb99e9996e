#include <doctest/doctest.h>

#include <utility>

#include "core/statute/statute.h"
#include "tests/core/statute_cases.h"

using namespace signroute;

namespace {

Statute read(const std::string& text) {
    Result<Statute> out = read_statute(text);
    REQUIRE_MESSAGE(out, text.substr(0, 60));
    return *std::move(out);
}

std::string norm(const Statute& s, const Clause& c) {
    const auto span = span_of(s, c);
    return span ? normal_form(s, *span).text : "（无此处）";
}

std::string seen(const Statute& s, Span span) { return s.text.substr(span.begin, span.end - span.begin); }

}  // namespace

TEST_CASE("a web page is read to its document, and its clutter is set aside") {
    const Statute s = read(statute_case("page.txt"));
    REQUIRE(s.documents.size() == 1);
    const Document& d = s.documents[0];
    CHECK(d.title == "某州市人民政府会务工作规则");
    CHECK(d.number == "某政发〔2020〕7号");
    CHECK(d.from_line == 3);
    CHECK_FALSE(s.notice);
    REQUIRE(d.articles.size() == 6);
    for (int line : {1, 2, 4, 5, 6, 7, 45, 46, 47}) {
        CAPTURE(line);
        CHECK((s.lines[line - 1].kind == LineKind::clutter || s.lines[line - 1].kind == LineKind::signature));
    }
    CHECK(s.lines[14].kind == LineKind::page_number);
    CHECK(s.lines[16].kind == LineKind::continuation);
}

TEST_CASE("chapters know their articles, also when a title stands on the next line") {
    const Statute s = read(statute_case("page.txt"));
    const auto& ch = s.documents[0].chapters;
    REQUIRE(ch.size() == 3);
    CHECK(ch[0].title == "总则");
    CHECK(ch[1].title == "会议安排");
    CHECK(ch[2].title == "附则");
    CHECK(ch[0].first_article == 1);
    CHECK(ch[0].last_article == 2);
    CHECK(ch[1].first_article == 3);
    CHECK(ch[1].last_article == 5);
    CHECK(ch[2].last_article == 6);
    CHECK(seen(s, ch[0].span) == "第一章  总  则");
    CHECK(s.documents[0].articles[3].chapter == 2);
}

TEST_CASE("words are shown as they stand and compared without breaks, page numbers and doubled marks") {
    const Statute s = read(statute_case("page.txt"));
    CHECK(text_of(s, {"doc1", 1}) == "一、为了让会议开得少而有用,制定本市会务规则。");
    CHECK(paragraphs_of(s, {"doc1", 1}) == std::vector<std::string>{"为了让会议开得少而有用,制定本市会务规则。"});  // its number is shown apart
    CHECK(paragraphs_of(s, {"doc1", 3}).back() == "例会纪要在 2 天内印发,最迟不得超过 1 0 日。");
    CHECK(text_of(s, {"doc1", 2, 1, 0, 2}) == "工作的要求 and 期限以通知为准;没有通知的,\n\n- 3 -\n\n按惯例办理。。");
    CHECK(norm(s, {"doc1", 2, 1, 0, 2}) == "工作的要求and期限以通知为准;没有通知的,按惯例办理。");
    CHECK(text_of(s, {"doc1", 3, 2}) == "例会纪要在 2 天内印发,最迟不得超过 1 0 日。");
    CHECK(norm(s, {"doc1", 3, 2}) == "例会纪要在2天内印发,最迟不得超过10日。");
    CHECK(text_of(s, {"doc1", 7}) == "");
    CHECK(text_of(s, {"doc1", 3, 3}) == "");
    CHECK(text_of(s, {"doc2", 1}) == "");
}

TEST_CASE("a paragraph keeps the items that it introduces, and items keep what is listed in them") {
    const Statute s = read(statute_case("page.txt"));
    const Article& a = s.documents[0].articles[2];
    REQUIRE(a.paras.size() == 2);
    REQUIRE(a.paras[0].items.size() == 3);
    CHECK(a.paras[0].line == 22);
    CHECK(a.paras[0].items[1].line == 26);
    CHECK(a.paras[1].line == 32);
    CHECK(seen(s, a.paras[0].items[0].span) == "(一)上周议定事项的办理情况;");
    CHECK(seen(s, a.paras[0].items[0].body) == "上周议定事项的办理情况;");
    CHECK(norm(s, {"doc1", 3, 1, 2}) == "(二)本周要办的事,包括:1.市里交办的;2.单位自己提出的;");
    CHECK(text_of(s, {"doc1", 3, 0, 3}) == "(三)其他。");
    CHECK(text_of(s, {"doc1", 3, 1, 4}) == "");
}

TEST_CASE("items that are numbered inside running words are items") {
    const Statute s = read(statute_case("page.txt"));
    REQUIRE(s.documents[0].articles[4].paras.size() == 1);
    const Paragraph& p = s.documents[0].articles[4].paras[0];
    REQUIRE(p.items.size() == 3);
    REQUIRE(p.sentences.size() == 1);
    CHECK(seen(s, p.sentences[0].span) == "材料报送按以下次序办：");
    CHECK(norm(s, {"doc1", 5, 1, 2}) == "2.分管领导审核;有分歧的,附上不同意见。");
    CHECK(p.items[1].sentences.size() == 1);
    CHECK(p.items[1].sentences[0].segments.size() == 2);
    CHECK(p.items[2].line == 37);
}

TEST_CASE("a sentence ends at 。！？ outside quotes and brackets, its segments at ；") {
    const Statute s = read(statute_case("page.txt"));
    const Paragraph& p = s.documents[0].articles[3].paras[0];
    REQUIRE(p.sentences.size() == 3);
    CHECK(seen(s, p.sentences[0].span) == "请假的人要写明“事由。时间。去向”并交办公室存查。");
    CHECK(seen(s, p.sentences[1].span) == "紧急时可以口头说明（事后 3 日内补写。）");
    CHECK(seen(s, p.sentences[2].span) == "会后补办的不算缺席。");
    CHECK(s.documents[0].articles[1].paras[0].sentences[1].segments.size() == 2);

    const Statute lost = read("一、引号“没有收口。第二句还是第二句！真的？是。\n二、完。");
    CHECK(lost.documents[0].articles[0].paras[0].sentences.size() == 4);
}

TEST_CASE("a last paragraph that speaks of the whole text is a tail, clutter and signatures are none") {
    const Statute s = read(statute_case("page.txt"));
    const Document& d = s.documents[0];
    REQUIRE(d.articles[5].paras.size() == 1);
    REQUIRE(d.tail.size() == 1);
    CHECK(text_of(s, {"doc1", kTail}) == "各镇的会务活动参照本规则办理。");
    CHECK(s.lines[42].kind == LineKind::tail);
    REQUIRE(s.notes.size() == 1);
    CHECK(s.notes[0].code == "tail_by_content");
    CHECK(s.notes[0].line == 43);
}

TEST_CASE("two documents and the notice that brought them are told apart") {
    const Statute s = read(statute_case("two_documents.txt"));
    REQUIRE(s.notice);
    CHECK(s.notice->title == "关于印发《某州市人民政府值守工作规则(试行)》和《某州市人民政府车辆管理办法》的通知");
    CHECK(seen(s, s.notice->addressees) == "各区、各单位：");
    REQUIRE(s.notice->paras.size() == 1);
    CHECK(text_of(s, {"", kNotice, 1, 0, 2}) == "原有做法与此不同的，以此为准。");
    CHECK(s.notice->signature.size() == 3);
    REQUIRE(s.documents.size() == 2);
    const Document &a = s.documents[0], &b = s.documents[1];
    CHECK(a.title == "某州市人民政府值守工作规则(试行)");
    CHECK(b.title == "某州市人民政府车辆管理办法");
    CHECK(a.number == "某政发〔2021〕3号");
    CHECK(a.articles.size() == 4);
    CHECK(a.chapters.empty());
    CHECK(a.tail.empty());
    CHECK(b.articles.size() == 5);
    CHECK(a.to_line == 22);
    CHECK(b.from_line == 24);
    CHECK(b.to_line == 45);
    CHECK(s.notes.empty());
}

TEST_CASE("a table of contents is no chapter, a section is known, a reference at a line's head is no article") {
    const Statute s = read(statute_case("two_documents.txt"));
    const Document& b = s.documents[1];
    REQUIRE(b.chapters.size() == 2);
    CHECK(b.chapters[0].line == 31);
    REQUIRE(b.chapters[1].sections.size() == 2);
    CHECK(b.chapters[1].sections[1].title == "归还");
    CHECK(b.articles[2].section == 1);
    CHECK(b.articles[2].paras.size() == 2);
    CHECK(b.articles[3].section == 2);
    CHECK(norm(s, {"doc2", 4}) == "第四条用毕当日归还,依照第三条的程序登记。");
    REQUIRE(b.articles[1].paras.size() == 1);
    CHECK(b.articles[1].paras[0].items.size() == 3);
    CHECK(norm(s, {"doc2", 2, 1, 2}) == "(二)按月公布油耗,数据来自:加油卡系统。");
}

TEST_CASE("一、 above 第一条 is a chapter; other line ends, a byte order mark and radicals do no harm") {
    const Statute s = read(statute_case("short.txt"));
    REQUIRE(s.documents.size() == 1);
    const Document& d = s.documents[0];
    CHECK(d.title == "某州市人民政府办公室简报工作规则");
    REQUIRE(d.chapters.size() == 2);
    CHECK(d.chapters[0].title == "总则");
    CHECK(d.chapters[1].first_article == 3);
    REQUIRE(d.articles.size() == 4);
    CHECK(d.articles[1].paras.size() == 2);
    CHECK(d.articles[1].paras[0].items.size() == 3);
    CHECK(text_of(s, {"doc1", 2, 1, 2}) == "2．动态；");
    CHECK(norm(s, {"doc1", 2, 2}) == "简报每期不超过800字。");
    CHECK(d.articles[3].number == 5);
    CHECK(d.articles[3].line == 18);
    REQUIRE(s.notes.size() == 1);
    CHECK(s.notes[0] == Error{"article_missing", "", "没有找到第四条。", 18});
    REQUIRE(s.notice);
    CHECK(s.notice->line == 1);
    CHECK(s.lines[19].kind == LineKind::clutter);
    CHECK(s.lines[18].kind == LineKind::clutter);
}

TEST_CASE("what cannot be read is refused with its place") {
    const auto refused = [](std::string_view text) {
        const Result<Statute> r = read_statute(text);
        REQUIRE_FALSE(r);
        return r.error();
    };
    CHECK(refused("") == Error{"empty_text", "", "文本是空的。", 0});
    CHECK(refused("\xEF\xBB\xBF \n\t") == Error{"empty_text", "", "文本是空的。", 0});
    CHECK(refused("一、好\r\n二、\xC4\xE3") ==
          Error{"not_utf8", "", "第2行不是UTF-8编码的文字，请另存为UTF-8后再装入。", 2});
    CHECK(refused("今天天气很好。\n明天也好。") ==
          Error{"no_clause", "", "没有找到以“一、”或者“第一条”开头的条文。", 0});
    CHECK(refused(std::string((8u << 20) + 1, 'a')).code == "text_too_long");
}

TEST_CASE("search is blind to white space, width, case, quotes and page breaks, and says where") {
    const Statute s = read(statute_case("page.txt"));
    const auto one = [&](std::string_view words) {
        const std::vector<Hit> hits = find(s, words);
        REQUIRE_MESSAGE(hits.size() == 1, words);
        return hits[0];
    };
    const Hit broken = one("没有通知的，按惯例");
    CHECK(broken.clause == Clause{"doc1", 2, 1, 0, 2});
    CHECK(broken.line == 13);
    CHECK(seen(s, broken.span) == "没有通知的,\n\n- 3 -\n\n按惯例");
    CHECK(one("10日").clause == Clause{"doc1", 3, 2, 0, 1});
    CHECK(one("要求 AND期限").clause.article == 2);
    CHECK(one("\"事由。时间").clause == Clause{"doc1", 4, 1, 0, 1});
    CHECK(one("2.单位自己").clause == Clause{"doc1", 3, 1, 2, 1});
    CHECK(one("会议安排").clause == Clause{"doc1"});
    CHECK(one("参照本规则").clause.article == kTail);
    CHECK(find(s, "扫一扫").empty());
    CHECK(find(s, " \n").empty());
    CHECK(find(s, "会务").size() == 4);
}

TEST_CASE("a place is cited without 第一款 where there is only one") {
    const Statute s = read(statute_case("page.txt"));
    CHECK(clause_label(as_cited(s, {"doc1", 5, 1, 2, 1})) == "第五条第（二）项");
    CHECK(clause_label(as_cited(s, {"doc1", 3, 1, 2, 1})) == "第三条第一款第（二）项");
}

TEST_CASE("documents take a pack's ids by title, the rest in their order") {
    Statute s = read(statute_case("two_documents.txt"));
    CHECK(name_documents(s, {{"cars", "某州市人民政府车辆管理办法"}, {"duty", "值守规则"}}) == 2);
    CHECK(s.documents[0].id == "duty");
    CHECK(s.documents[1].id == "cars");
    CHECK(text_of(s, {"cars", 3, 2}) == "夜间用车另行规定。");
    CHECK(name_documents(s, {{"x", "别的办法"}}) == 0);
    CHECK(name_documents(s, {{"y", "某州市人民政府值守工作规则"}}) == 1);
    CHECK(s.documents[0].id == "y");
}
