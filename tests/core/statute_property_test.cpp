// Whatever the bytes, the reader answers, and what it answers holds together.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/base/text.h"
#include "core/statute/figures.h"
#include "core/statute/modality.h"
#include "core/statute/statute.h"
#include "tests/core/statute_cases.h"

using namespace signroute;

namespace {

void check_inside(Span inner, Span outer) {
    CHECK(inner.begin <= inner.end);
    CHECK(outer.begin <= inner.begin);
    CHECK(inner.end <= outer.end);
}

void check_sentences(const std::vector<Sentence>& list, Span outer) {
    std::size_t last = outer.begin;
    for (const Sentence& s : list) {
        check_inside(s.span, outer);
        CHECK(s.span.begin >= last);
        last = s.span.end;
        REQUIRE_FALSE(s.segments.empty());
        CHECK(s.segments.front().begin == s.span.begin);
        CHECK(s.segments.back().end == s.span.end);
    }
}

void check_paragraphs(const std::vector<Paragraph>& paras, Span outer) {
    std::size_t last = outer.begin;
    for (const Paragraph& p : paras) {
        check_inside(p.span, outer);
        CHECK(p.span.begin >= last);
        last = p.span.end;
        CHECK(p.line > 0);
        check_sentences(p.sentences, p.span);
        for (const Item& item : p.items) {
            check_inside(item.span, p.span);
            check_inside(item.body, item.span);
            check_sentences(item.sentences, item.span);
        }
    }
}

void check_words(const std::string& folded) {
    CHECK_FALSE(folded.empty());
    std::size_t last = 0;
    for (const Figure& f : figures_in(folded)) {
        CHECK(f.begin >= last);
        CHECK(f.end > f.begin);
        CHECK(f.end <= folded.size());
        CHECK(f.over > 0);
        CHECK(is_utf8(folded.substr(f.begin, f.end - f.begin)));
        last = f.end;
    }
    for (const ModalWord& w : modal_words(folded)) CHECK(folded.compare(w.begin, w.word.size(), w.word) == 0);
}

void check_whole(const Statute& s) {
    REQUIRE_FALSE(s.documents.empty());
    for (const Document& d : s.documents) {
        REQUIRE_FALSE(d.articles.empty());
        std::size_t last = 0;
        int number = 0;
        for (const Article& a : d.articles) {
            CHECK(a.number > number);
            number = a.number;
            CHECK(a.span.begin >= last);
            last = a.span.end;
            CHECK(static_cast<std::size_t>(a.chapter) <= d.chapters.size());
            check_paragraphs(a.paras, a.span);
        }
        check_paragraphs(d.tail, {last, s.text.size()});
        CHECK(span_of(s, {d.id}));
    }
    for (const Line& line : s.lines) check_inside(line.span, {0, s.text.size()});
    for (const Error& e : s.notes) CHECK((e.line >= 1 && e.line <= static_cast<int>(s.lines.size())));
    for (const SentencePlace& p : sentences(s)) check_words(normal_form(s, p.span).text);
    for (const Hit& h : find(s, "本")) check_inside(h.span, {0, s.text.size()});
}

// Pieces that mean something to the reader, so that mutations reach its branches.
const char* const kPieces[] = {"一、",
                               "二、",
                               "第一条",
                               "第三条 ",
                               "第一章",
                               "第二节",
                               "（一）",
                               "(二)",
                               "1.",
                               "2．",
                               "\n",
                               "\r\n",
                               "\n\n",
                               "- 3 -\n",
                               "。",
                               "；",
                               "：",
                               "“",
                               "”",
                               "（",
                               "）",
                               "来源：",
                               "抄送：",
                               "的通知",
                               "工作规则",
                               "2022年1月1日",
                               "本规则",
                               "\xE3\x80\x80",
                               " ",
                               "\t",
                               "目录\n",
                               "一、总则\n",
                               "\xE4",
                               "\xFF",
                               "〔2022〕3号",
                               "7个工作日",
                               "三分之二",
                               "每半年",
                               "1—2次",
                               "第3次",
                               "“12345”",
                               "《",
                               "99999999999999999",
                               "万亿",
                               "必要时",
                               "要求"};

std::size_t edge(const std::string& text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
}

std::string mutated(std::string text, std::mt19937& random) {
    const int changes = 1 + static_cast<int>(random() % 8);
    for (int i = 0; i < changes && !text.empty(); ++i) {
        std::size_t at = random() % text.size(), to = std::min(text.size(), at + random() % 60);
        if (random() % 16 != 0) {  // mostly between characters, so that most texts stay UTF-8
            at = edge(text, at);
            to = edge(text, to);
        }
        const std::string words = random() % 3 == 0 ? text.substr(at, to - at) : kPieces[random() % std::size(kPieces)];
        if (random() % 4 == 0) {
            text.erase(at, to - at);
        } else {
            text.insert(edge(text, random() % text.size()), words);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("the reader answers to any mutation of a text, and its places are in order and inside each other") {
    std::mt19937 random(20220701);
    const std::string texts[] = {statute_case("page.txt"), statute_case("two_documents.txt"),
                                 statute_case("short.txt")};
    int read = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::string text = mutated(texts[i % 3], random);
        CAPTURE(i);
        const Result<Statute> s = read_statute(text);
        CHECK((s || !is_utf8(text) || s.error().code == "no_clause" || s.error().code == "empty_text"));
        if (!s) continue;
        ++read;
        CHECK(s->text == text);
        check_whole(*s);
    }
    CHECK(read > 500);
}

TEST_CASE("the reader answers to noise") {
    std::mt19937 random(7);
    for (int i = 0; i < 1500; ++i) {
        std::string bytes, words;
        for (std::size_t n = random() % 80; n > 0; --n) bytes += static_cast<char>(random());
        for (std::size_t n = random() % 80; n > 0; --n) words += kPieces[random() % std::size(kPieces)];
        for (const std::string& text : {bytes, words}) {
            if (const Result<Statute> s = read_statute(text)) check_whole(*s);
        }
    }
}

TEST_CASE("a text of a hundred thousand lines is read without getting slower by the line") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += i % 3 ? "一、\n" : "工作规则\n";
    const Result<Statute> s = read_statute(text);
    REQUIRE(s);
}
