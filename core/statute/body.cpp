#include "core/statute/body.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/statute/line_kind.h"
#include "core/statute/sentences.h"

namespace signroute {

namespace {

// Words by which a text speaks of itself as a whole.
bool speaks_of_itself(std::string_view folded) {
    for (const char* self : {"本规则", "本办法", "本规定", "本制度", "本细则", "本条例", "本规程"}) {
        if (contains(folded, self)) return true;
    }
    return false;
}

Item closed_item(std::string_view text, const OpenItem& open) {
    Item out;
    out.number = open.marker.number;
    out.arabic = open.marker.mark == Mark::item_digit;
    out.body = extent(text, open.pieces);
    if (out.body.empty()) out.body = {open.marker.span.end, open.marker.span.end};
    out.span = {open.marker.span.begin, std::max(out.body.end, open.marker.span.end)};
    out.sentences = split_sentences(text, open.pieces);
    return out;
}

void take_inline_items(std::string_view text, OpenParagraph& open) {
    const std::vector<Marker> markers = inline_items(text, open.pieces);
    if (markers.empty()) return;
    const std::size_t end = open.pieces.back().end;
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const std::size_t to = i + 1 < markers.size() ? markers[i + 1].span.begin : end;
        open.items.push_back({markers[i], cut(open.pieces, markers[i].body, to)});
    }
    open.pieces = cut(open.pieces, open.pieces.front().begin, markers.front().span.begin);
}

int row_at(const std::vector<Row>& rows, const std::vector<std::size_t>& within, std::size_t offset) {
    for (auto it = within.rbegin(); it != within.rend(); ++it) {
        if (rows[*it].span.begin <= offset) return static_cast<int>(*it) + 1;
    }
    return within.empty() ? 0 : static_cast<int>(within.front()) + 1;
}

class BodyReader {
  public:
    BodyReader(const RowReading& in, const Part& part) : in_(in), rows_(in.rows), part_(part) { measure_indent(); }

    Document run() {
        read_title();
        std::size_t next = 0;
        for (std::size_t i = part_.head; i < part_.end; ++i) {
            if (next < part_.articles.size() && part_.articles[next] == i) {
                start_article(i, ++next == part_.articles.size());
            } else {
                read_row(i);
            }
        }
        finish_article();
        split_tail();
        drop_empty_chapters();
        return std::move(out_);
    }

  private:
    void set(std::size_t i, LineKind kind) { in_.kinds[i] = kind; }

    // Only where the articles are indented does an indent say that a paragraph begins.
    void measure_indent() {
        std::size_t n = 0;
        for (const std::size_t i : part_.articles) n += rows_[i].indented;
        indented_ = n * 2 > part_.articles.size();
    }

    void read_title() {
        out_.from_line = static_cast<int>(part_.begin()) + 1;
        std::vector<Span> pieces;
        for (std::size_t i = part_.title_begin; i < part_.title_end; ++i) {
            set(i, LineKind::title);
            pieces.push_back(rows_[i].span);
        }
        if (pieces.empty()) {
            in_.notes.push_back(note("title_missing", "这一篇的正文之前没有找到标题。", part_.head));
            return;
        }
        out_.title = fold(in_.text, pieces).text;
        out_.title_span = {pieces.front().begin, pieces.back().end};
        for (std::size_t i = part_.title_end; i < part_.head; ++i) set_between(i);
    }

    void set_between(std::size_t i) {
        if (rows_[i].blank()) return;
        const std::string& line = rows_[i].folded;
        set(i, is_date(line) || is_remark(line) ? LineKind::signature : LineKind::clutter);
    }

    void start_article(std::size_t i, bool last) {
        finish_article();
        set(i, LineKind::article);
        const Marker& m = rows_[i].marker;
        Article article;
        article.number = m.number;
        article.marker = m.span;
        article.span = m.span;
        article.line = static_cast<int>(i) + 1;
        article.chapter = static_cast<int>(out_.chapters.size());
        if (article.chapter > 0) {
            Chapter& chapter = out_.chapters.back();
            if (chapter.first_article == 0) chapter.first_article = m.number;
            chapter.last_article = m.number;
            if (!chapter.sections.empty()) article.section = chapter.sections.back().number;
        }
        out_.articles.push_back(std::move(article));
        open_ = true;
        in_last_ = last;
        last_row_ = i;
        paras_.assign(1, {});
        add_words({m.body, rows_[i].span.end}, i);
    }

    // Words with which a paragraph opens; an item may follow the article's number at once.
    void add_words(Span words, std::size_t i) {
        paras_.back().rows.push_back(i);
        const Marker item = marker_at(in_.text, words);
        if (is_item(item.mark) && item.number == 1) {
            paras_.back().items.push_back({item, {{item.body, words.end}}});
        } else if (!words.empty()) {
            paras_.back().pieces.push_back(words);
        }
    }

    void read_row(std::size_t i) {
        const Row& row = rows_[i];
        if (row.blank()) return;
        const bool broken = open_ && !is_finished(rows_[last_row_].folded);
        if (is_page_number(row.folded)) return set(i, LineKind::page_number);
        if (ends_here(i, broken)) shut_ = true;
        if (shut_) return set(i, is_signing(row) ? LineKind::signature : LineKind::clutter);
        if (is_clutter(row.folded) && (!broken || contains(row.folded, ":"))) return set(i, LineKind::clutter);
        if (row.heading) return read_heading(i);
        if (!open_) return read_unnumbered(i);
        last_row_ = i;
        if (read_item(i, broken)) return;
        if (broken && !(indented_ && row.indented)) return continue_last(i);
        set(i, LineKind::paragraph);
        paras_.push_back({{row.span}, {}, {i}});
    }

    static bool is_signing(const Row& row) {
        return is_date(row.folded) || is_remark(row.folded) || is_signature(row.folded);
    }

    // After the last article the first line that is no sentence ends the text.
    bool ends_here(std::size_t i, bool broken) const {
        if (!in_last_) return false;
        const Row& row = rows_[i];
        if (is_clutter(row.folded)) return !broken || contains(row.folded, ":");
        if (is_signing(row)) return !broken || !is_signature(row.folded) || dated_below(i);
        return !broken && !row.marker && !is_finished(row.folded) && !has_stop(row.folded) && length(row.folded) <= 30;
    }

    bool dated_below(std::size_t i) const {
        while (++i < part_.end && rows_[i].blank()) continue;
        return i == part_.end || is_date(rows_[i].folded);
    }

    void read_heading(std::size_t i) {
        finish_article();
        const Row& row = rows_[i];
        set(i, LineKind::heading);
        std::string title = fold(in_.text, {{row.marker.body, row.span.end}}).text;
        const int line = static_cast<int>(i) + 1;
        if (row.marker.mark == Mark::section) {
            if (!out_.chapters.empty())
                out_.chapters.back().sections.push_back({row.marker.number, title, row.span, line});
            return;
        }
        drop_contents(row.marker.number);
        out_.chapters.push_back({row.marker.number, title, row.span, line, 0, 0, {}});
    }

    // A table of contents names the chapters once before they come: a first chapter again, and no article yet.
    void drop_contents(int number) {
        if (number != 1 || !out_.articles.empty()) return;
        for (const Chapter& c : out_.chapters) {
            set(static_cast<std::size_t>(c.line) - 1, LineKind::clutter);
            for (const Section& s : c.sections) set(static_cast<std::size_t>(s.line) - 1, LineKind::clutter);
        }
        out_.chapters.clear();
    }

    // Words between a heading and its first article: the heading's own title on a line of its own, or nothing known.
    void read_unnumbered(std::size_t i) {
        const Row& row = rows_[i];
        Chapter* chapter = out_.chapters.empty() ? nullptr : &out_.chapters.back();
        if (chapter && chapter->title.empty() && chapter->sections.empty() && !is_finished(row.folded)) {
            set(i, LineKind::heading);
            chapter->title = row.folded;
            chapter->span.end = row.span.end;
            return;
        }
        set(i, LineKind::clutter);
        in_.notes.push_back(note("unnumbered_text", "这一行在章节标题之后、条文序号之前，没有归入任何一条。", i));
    }

    bool item_mark(Mark mark) const { return is_item(mark) || (mark == Mark::listed && part_.numbered); }

    // The open list that this number goes on with; paragraphs after it were then part of its last item.
    OpenParagraph* list_before(const Marker& m) {
        for (auto it = paras_.rbegin(); it != paras_.rend(); ++it) {
            if (it->items.empty()) continue;
            const Marker& last = it->items.back().marker;
            if (last.mark == m.mark && last.number + 1 == m.number) return &*it;
            if (last.mark == m.mark) return nullptr;
        }
        return nullptr;
    }

    bool read_item(std::size_t i, bool broken) {
        const Marker& m = rows_[i].marker;
        if (!item_mark(m.mark)) return false;
        OpenParagraph* list = list_before(m);
        if (!list) return start_list(i, broken);
        for (std::size_t k = static_cast<std::size_t>(list - paras_.data()) + 1; k < paras_.size(); ++k)
            absorb(*list, paras_[k]);
        paras_.resize(static_cast<std::size_t>(list - paras_.data()) + 1, OpenParagraph{});
        push_item(i);
        return true;
    }

    static void absorb(OpenParagraph& list, const OpenParagraph& from) {
        std::vector<Span>& pieces = list.items.back().pieces;
        pieces.insert(pieces.end(), from.pieces.begin(), from.pieces.end());
        for (const OpenItem& item : from.items) {
            pieces.push_back(item.marker.span);
            pieces.insert(pieces.end(), item.pieces.begin(), item.pieces.end());
        }
        list.rows.insert(list.rows.end(), from.rows.begin(), from.rows.end());
    }

    void push_item(std::size_t i) {
        set(i, LineKind::item);
        const Row& row = rows_[i];
        OpenItem item{row.marker, {}};
        if (row.marker.body < row.span.end) item.pieces.push_back({row.marker.body, row.span.end});
        paras_.back().items.push_back(std::move(item));
        paras_.back().rows.push_back(i);
    }

    bool start_list(std::size_t i, bool broken) {
        const Marker& m = rows_[i].marker;
        OpenParagraph& para = paras_.back();
        if (!para.items.empty()) {
            if (para.items.back().marker.mark != m.mark) return continue_last(i), true;  // 目 of the item before
            if (broken) return false;
            in_.notes.push_back(
                note("item_missing", "项的序号不连续：此处是第" + chinese_number(m.number) + "项。", i));
            return push_item(i), true;
        }
        if (m.number != 1) {
            if (broken) return false;
            in_.notes.push_back(
                note("item_missing", "项的序号不从一开始：此处是第" + chinese_number(m.number) + "项。", i));
        }
        return push_item(i), true;
    }

    void continue_last(std::size_t i) {
        set(i, LineKind::continuation);
        OpenParagraph& para = paras_.back();
        (para.items.empty() ? para.pieces : para.items.back().pieces).push_back(rows_[i].span);
        para.rows.push_back(i);
    }

    void finish_article() {
        if (!open_) return;
        Article& article = out_.articles.back();
        for (OpenParagraph& open : paras_) {
            if (open.items.empty() && !open.pieces.empty()) take_inline_items(in_.text, open);
            Paragraph para = closed(in_.text, open, rows_);
            if (para.span.empty()) continue;
            article.span.end = para.span.end;
            article.paras.push_back(std::move(para));
        }
        out_.to_line = row_at(rows_, {last_row_}, article.span.end);
        open_ = false;
    }

    // A paragraph of the last article that speaks of the whole text, where nothing before it in the article does, is
    // a sentence after the last article (无锡). That is a judgement on words, so it is noted.
    void split_tail() {
        if (out_.articles.empty()) return;
        Article& last = out_.articles.back();
        for (std::size_t k = 0; k < last.paras.size(); ++k) {
            if (!speaks_of_itself(fold(in_.text, {last.paras[k].span}).text)) continue;
            if (k == 0) return;
            out_.tail.assign(last.paras.begin() + static_cast<std::ptrdiff_t>(k), last.paras.end());
            last.paras.resize(k);
            last.span.end = last.paras.back().span.end;
            const std::size_t row = static_cast<std::size_t>(out_.tail.front().line) - 1;
            for (std::size_t i = row; i < part_.end; ++i) {
                if (in_.kinds[i] == LineKind::paragraph) set(i, LineKind::tail);
            }
            in_.notes.push_back(note("tail_by_content", "这一段在最后一条之后，说的是全文，未计入最后一条。", row));
            return;
        }
    }

    void drop_empty_chapters() {
        while (!out_.chapters.empty() && out_.chapters.back().first_article == 0) out_.chapters.pop_back();
    }

    const RowReading& in_;
    const std::vector<Row>& rows_;
    const Part& part_;
    Document out_;
    std::vector<OpenParagraph> paras_;
    std::size_t last_row_ = 0;
    bool open_ = false, in_last_ = false, shut_ = false, indented_ = false;
};

}  // namespace

Paragraph closed(std::string_view text, const OpenParagraph& open, const std::vector<Row>& rows) {
    Paragraph out;
    const Span intro = extent(text, open.pieces);
    out.span = intro;
    out.sentences = split_sentences(text, open.pieces);
    for (const OpenItem& item : open.items) {
        out.items.push_back(closed_item(text, item));
        out.items.back().line = row_at(rows, open.rows, out.items.back().span.begin);
    }
    if (!out.items.empty()) {
        if (intro.empty()) out.span.begin = out.items.front().span.begin;
        out.span.end = out.items.back().span.end;
    }
    out.line = out.span.empty() ? 0 : row_at(rows, open.rows, out.span.begin);
    return out;
}

Document read_body(const RowReading& in, const Part& part) { return BodyReader(in, part).run(); }

}  // namespace signroute
