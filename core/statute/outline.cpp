#include "core/statute/outline.h"

#include "core/base/text.h"
#include "core/statute/line_kind.h"

namespace signroute {

namespace {

constexpr int kWidestGap =
    5;  // so many articles may be lacking between two before the number is taken for something else
constexpr std::size_t kFarthestTitle = 200;  // rows above the first heading

Span trimmed(std::string_view text, Span line) {
    Span out{line.end, line.end};
    for (std::size_t at = line.begin; at < line.end;) {
        const std::size_t begin = at;
        const char32_t c = fold_char(next_code_point(text, at));
        if (c == ' ' || c == 0) continue;
        if (out.begin == line.end) out.begin = begin;
        out.end = at;
    }
    return out.begin == line.end ? Span{line.begin, line.begin} : out;
}

bool is_indented(std::string_view text, std::size_t begin, std::size_t words) {
    const std::string_view white = text.substr(begin, words - begin);
    return length(white) >= 2 || contains(white, "\t") || contains(white, "\xE3\x80\x80");
}

std::vector<Row> rows_of(std::string_view text) {
    std::vector<Row> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = text.find_first_of("\r\n", begin);
        if (end == std::string_view::npos) end = text.size();
        Row row;
        row.span = trimmed(text, {begin, end});
        row.folded = fold(text, {row.span}).text;
        if (!row.blank()) row.marker = marker_at(text, row.span);
        row.indented = !row.blank() && is_indented(text, begin, row.span.begin);
        out.push_back(std::move(row));
        if (end < text.size() && text[end] == '\r' && text.substr(end + 1, 1) == "\n") ++end;
        begin = end + 1;
    }
    return out;
}

bool heading_shaped(const Row& row, std::size_t longest) {
    return length(row.folded) <= longest && !is_finished(row.folded) && !has_stop(row.folded);
}

// 一、总则 is a chapter where 第N条 comes before the next 一、-like line; otherwise it opens an article.
void mark_headings(std::vector<Row>& rows) {
    bool articles_follow = false;
    for (std::size_t i = rows.size(); i-- > 0;) {
        Row& row = rows[i];
        const Mark mark = row.marker.mark;
        if (mark == Mark::chapter || mark == Mark::section) row.heading = heading_shaped(row, 40);
        if (mark == Mark::numbered) articles_follow = true;
        if (mark != Mark::listed) continue;
        row.heading = articles_follow && heading_shaped(row, 30);
        articles_follow = false;
    }
}

bool passed_over(const Row& row) {
    return row.blank() || is_page_number(row.folded) || row.folded == "目录" || row.folded == "目次";
}

class Finder {
  public:
    explicit Finder(Outline& out) : out_(out), rows_(out.rows) {}

    void run() {
        if (!has_first_article()) return;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Mark mark = rows_[i].marker.mark;
            if (mark == Mark::numbered || (mark == Mark::listed && !rows_[i].heading)) offer(i);
        }
        for (std::size_t p = 0; p < out_.parts.size(); ++p) {
            out_.parts[p].end = p + 1 < out_.parts.size() ? out_.parts[p + 1].begin() : rows_.size();
        }
    }

  private:
    bool is_numbered(std::size_t i) const { return rows_[i].marker.mark == Mark::numbered; }

    // Without any 第一条 or 一、 the first article that stands there opens the text.
    bool has_first_article() {
        bool any = false;
        for (const Row& row : rows_) {
            const bool article = row.marker.mark == Mark::numbered || (row.marker.mark == Mark::listed && !row.heading);
            any |= article;
            if (article && row.marker.number == 1) return true;
        }
        open_any_ = any;
        return any;
    }

    void offer(std::size_t i) {
        const int number = rows_[i].marker.number;
        if (out_.parts.empty()) {
            if (number == 1 || open_any_) open(i, 0);
            return;
        }
        if (number == 1) {
            open(i, out_.parts.back().articles.back() + 1);
            return;
        }
        if (out_.parts.back().numbered == is_numbered(i) && follows(i)) accept(i);
    }

    // False for a reference that a line break put at the head of a line: "……依照第六\n第七条的规定".
    bool follows(std::size_t i) {
        const int number = rows_[i].marker.number;
        const bool broken = !is_finished(rows_[row_before(rows_, i, 0)].folded);
        if (broken && is_numbered(i) && refers(i)) return false;
        if (number == last_ + 1) return true;
        if (number > last_ + 1) return number <= last_ + 1 + kWidestGap && !broken;
        if (is_numbered(i) && !broken) {
            out_.notes.push_back(note("article_repeated",
                                      "第" + chinese_number(number) + "条的序号重复或者倒退，此处未作为新的一条。", i));
        }
        return false;
    }

    bool refers(std::size_t i) const {
        const std::string& line = rows_[i].folded;
        std::size_t at = line.find("条");
        if (at == std::string::npos) return false;
        at += 3;
        if (at >= line.size()) return false;
        constexpr std::u32string_view after = U"第、,的和及至与或规所中项款";
        return after.find(next_code_point(line, at)) != std::u32string_view::npos;
    }

    void accept(std::size_t i) {
        const int number = rows_[i].marker.number;
        if (number > last_ + 1) {
            std::string lost = "第" + chinese_number(last_ + 1) + "条";
            if (number > last_ + 2) lost += "至第" + chinese_number(number - 1) + "条";
            out_.notes.push_back(note("article_missing", "没有找到" + lost + "。", i));
        }
        last_ = number;
        out_.parts.back().articles.push_back(i);
    }

    void open(std::size_t i, std::size_t lowest) {
        Part part;
        part.numbered = is_numbered(i);
        part.head = i;
        bool restarts = false;
        for (std::size_t j = i; j > lowest && (rows_[j - 1].heading || passed_over(rows_[j - 1]));) {
            if (!rows_[--j].heading) continue;
            part.head = j;
            restarts |= rows_[j].marker.number == 1;
        }
        find_title(part, lowest);
        const bool first = out_.parts.empty();
        const bool titled = part.title_begin < part.title_end;
        const bool to_numbered = !first && part.numbered && !out_.parts.back().numbered;
        const bool to_listed = !first && !part.numbered && out_.parts.back().numbered;
        if (!first && !titled && !to_numbered && (to_listed || !restarts)) return;
        if (!first && out_.parts.back().articles.empty()) return;
        last_ = 0;
        out_.parts.push_back(std::move(part));
        accept(i);
    }

    bool may_be_title(const Row& row) const {
        return !row.blank() && !row.marker && ends_as_title(row.folded) && !is_clutter(row.folded) &&
               !contains(row.folded, "》《");
    }

    // Upwards from the first heading; what stands between (metadata, 通过 remarks, a preamble) is passed over.
    void find_title(Part& part, std::size_t lowest) const {
        if (part.head > lowest + kFarthestTitle) lowest = part.head - kFarthestTitle;
        for (std::size_t j = part.head; j-- > lowest;) {
            const Row& row = rows_[j];
            if (may_be_title(row)) {
                part.title_begin = title_start(j, lowest);
                part.title_end = j + 1;
                return;
            }
            if (!out_.parts.empty() && is_finished(row.folded)) return;
        }
    }

    // A title over several lines: upwards until an issuing body is named.
    std::size_t title_start(std::size_t j, std::size_t lowest) const {
        for (int lines = 1; lines < 4 && j > lowest; ++lines, --j) {
            const std::string& line = rows_[j].folded;
            bool complete = false;
            for (const char* body : {"政府", "委员会", "办公室", "办公厅", "局", "市", "县", "省"})
                complete |= contains(line, body);
            for (const char* joint : {"和", "及", "与", "、", "》"}) complete &= line.rfind(joint, 0) != 0;
            const Row& above = rows_[j - 1];
            if (complete || above.blank() || above.marker || is_finished(above.folded) || has_stop(above.folded)) break;
            if (is_clutter(above.folded) || is_date(above.folded) || is_remark(above.folded)) break;
        }
        return j;
    }

    Outline& out_;
    const std::vector<Row>& rows_;
    int last_ = 0;
    bool open_any_ = false;
};

}  // namespace

std::size_t row_before(const std::vector<Row>& rows, std::size_t row, std::size_t first) {
    for (std::size_t j = row; j > first; --j) {
        if (!rows[j - 1].blank() && !is_page_number(rows[j - 1].folded)) return j - 1;
    }
    return row;
}

Error note(std::string code, std::string message, std::size_t row) {
    return {std::move(code), "", std::move(message), static_cast<int>(row) + 1};
}

Outline outline_of(std::string_view text) {
    Outline out;
    out.rows = rows_of(text);
    mark_headings(out.rows);
    Finder(out).run();
    return out;
}

}  // namespace signroute
