// Official regulation text, as copied from a web page, as a value: its clauses, where each stands, and what of the
// page is no part of the text. Every Span points into `Statute::text`, which is kept exactly as it came, so that a
// screen can show the words as they stand; only fold()ed copies are ever compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clause.h"
#include "core/base/result.h"
#include "core/statute/fold.h"

namespace signroute {

enum class LineKind {
    blank,
    clutter,  // navigation, metadata, distribution list: no part of the text
    page_number,
    notice,     // the notice's title, addressees and paragraphs
    signature,  // who issued it and when; remarks such as （此件公开发布）
    title,
    heading,       // a chapter or a section
    article,       // the first line of an article
    item,          // the first line of an item
    paragraph,     // the first line of a further paragraph
    continuation,  // the rest of a paragraph or an item after a line or page break
    tail,          // a paragraph after the last article that belongs to none
};

struct Line {
    Span span;  // without white space at its ends
    LineKind kind = LineKind::blank;
};

// Ends at 。！？ outside quotes and brackets; `segments` are its parts at ；, at least one.
struct Sentence {
    Span span;
    std::vector<Span> segments;
};

struct Item {  // 项
    int number = 0;
    bool arabic = false;  // numbered 1. and not （一）
    Span span;  // with its number
    Span body;  // without
    int line = 0;
    std::vector<Sentence> sentences;
};

struct Paragraph {  // 款: one paragraph with the items that it introduces
    Span span;
    int line = 0;
    std::vector<Sentence> sentences;  // of the words before the items
    std::vector<Item> items;
};

struct Article {
    int number = 0;
    Span span;    // with its number
    Span marker;  // "五十、" or "第五十条"
    int line = 0;
    int chapter = 0;  // index + 1 in Document::chapters; 0: stands before the first
    int section = 0;  // the number of the section within the chapter, 0: none
    std::vector<Paragraph> paras;
};

struct Section {
    int number = 0;
    std::string title;  // folded, without its number
    Span span;
    int line = 0;
};

struct Chapter {
    int number = 0;
    std::string title;  // folded, without its number
    Span span;
    int line = 0;
    int first_article = 0, last_article = 0;  // 0 and 0: the chapter has none
    std::vector<Section> sections;
};

struct Document {
    std::string id;     // "doc1", "doc2" … until name_documents()
    std::string title;  // folded, lines joined; "" if none was found
    Span title_span;
    std::optional<std::string> number;  // 文号, where the file gives one
    int from_line = 0, to_line = 0;     // 1-based, from the title to the last line of its text
    std::vector<Chapter> chapters;
    std::vector<Article> articles;  // article n is not always articles[n - 1]: a copy may lack some (see `notes`)
    std::vector<Paragraph> tail;    // what follows the last article and belongs to none
};

// The notice that issued the documents (印发……的通知), or another preamble before the first of them.
struct Notice {
    std::string title;  // folded; "" for a preamble without one
    Span title_span;
    Span span;
    int line = 0;
    Span addressees;  // "各镇人民政府……：", empty if none
    std::vector<Paragraph> paras;
    std::vector<Span> signature;
};

struct Statute {
    std::string text;
    std::vector<Line> lines;  // lines[i] is line i + 1
    std::optional<Notice> notice;
    std::vector<Document> documents;  // at least one, each with at least one article
    // What the reader saw and did not mend; `line` is set. Codes: article_missing, article_repeated, item_missing,
    // title_missing, tail_by_content (the tail was told from the last article's second paragraph by its words).
    std::vector<Error> notes;
};

// Errors: empty_text; not_utf8 (line: of the first bad byte); no_clause (neither 一、 nor 第一条 opens a line);
// text_too_long (over 8 MiB).
Result<Statute> read_statute(std::string_view utf8);

// The words of `clause` exactly as they stand, its own number included, line and page breaks too; "" if the statute
// has no such place. kNotice is found whatever the document. With para 0, an item is sought in the article's only list.
std::string_view text_of(const Statute& statute, const Clause& clause);
// The same words paragraph by paragraph and item by item, without the number of the article: lines that a page broke are joined, page numbers and clutter left out.
std::vector<std::string> paragraphs_of(const Statute& statute, const Clause& clause);
std::optional<Span> span_of(const Statute& statute, const Clause& clause);
int line_of(const Statute& statute, std::size_t offset);  // 1-based

// The same words for comparison: page numbers and clutter between them left out, broken lines joined.
Folded normal_form(const Statute& statute, Span span, FoldFor purpose = FoldFor::reading);

// The deepest place that holds the byte at `offset`: document, article, paragraph, item, sentence. Headings give the
// whole document (article 0); nullopt for what is no part of the text.
std::optional<Clause> clause_at(const Statute& statute, std::size_t offset);

// A place as it is usually cited: no 第一款 where the article has one paragraph, no sentence.
Clause as_cited(const Statute& statute, Clause clause);

// Every sentence of the text in reading order, each once: notice, articles (paragraphs, then their items), tail.
struct SentencePlace {
    Clause clause;  // with sentence
    Span span;
};
std::vector<SentencePlace> sentences(const Statute& statute);

// Full-text search, blind to white space, width of characters, case and kind of quotation mark. Hits do not overlap.
// `span` may run over several sentences of one paragraph or item; `clause` is where it begins.
struct Hit {
    Clause clause;
    Span span;
    int line = 0;
};
std::vector<Hit> find(const Statute& statute, std::string_view words);

// Gives the documents the ids of a pack: by title, then in their order where as many are left on both sides.
// Returns how many got one.
struct DocumentName {
    std::string id;
    std::string title;
};
int name_documents(Statute& statute, const std::vector<DocumentName>& names);

}  // namespace signroute
