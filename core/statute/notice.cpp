#include "core/base/text.h"
#include "core/statute/body.h"
#include "core/statute/line_kind.h"

namespace signroute {

namespace {

bool ends_with_colon(const Row& row) { return !row.folded.empty() && row.folded.back() == ':'; }

class NoticeReader {
  public:
    NoticeReader(const RowReading& in, std::size_t end, const Part& first)
        : in_(in), rows_(in.rows), end_(end), first_(first) {}

    std::optional<Notice> run(std::optional<std::string>& number) {
        for (std::size_t i = 0; i < first_.head; ++i) {
            if (!number) number = number_in(rows_[i].folded);
        }
        const bool titled = find_title();
        std::size_t begin = titled ? title_end_ : end_;
        for (std::size_t i = 0; i < (titled ? title_begin_ : end_); ++i) {
            if (!rows_[i].blank()) in_.kinds[i] = number_in(rows_[i].folded) ? LineKind::signature : LineKind::clutter;
        }
        if (titled) take_title();
        for (std::size_t i = begin; i < end_; ++i) read_row(i);
        for (std::size_t i = first_.title_end; i < first_.head && first_.title_begin < first_.title_end; ++i)
            read_preamble(i);
        for (const OpenParagraph& open : open_) out_.paras.push_back(closed(in_.text, open, rows_));
        if (!titled && out_.paras.empty()) return std::nullopt;
        if (!titled) {
            out_.span = {out_.paras.front().span.begin, out_.paras.back().span.end};
            out_.line = out_.paras.front().line;
        }
        return std::move(out_);
    }

  private:
    static std::optional<std::string> number_in(const std::string& line) {
        std::optional<std::string> found = document_number(line);
        if (!found || *found == line) return found;
        for (const char* key : {"文件编号", "发文字号", "文号"}) {
            if (line.rfind(key, 0) == 0) return found;
        }
        return std::nullopt;
    }

    // The last line that ends 的通知 before the addressees, else the last at all; upwards to the line with 关于.
    bool find_title() {
        std::size_t best = end_;
        for (std::size_t i = 0; i < end_; ++i) {
            if (!ends_as_notice(rows_[i].folded) || is_clutter(rows_[i].folded)) continue;
            best = i;
            std::size_t next = i + 1;
            while (next < end_ && (rows_[next].blank() || number_in(rows_[next].folded))) ++next;
            if (next < end_ && ends_with_colon(rows_[next])) break;
        }
        if (best == end_) return false;
        title_begin_ = best;
        title_end_ = best + 1;
        for (int lines = 1; lines < 6 && title_begin_ > 0 && !contains(rows_[title_begin_].folded, "关于"); ++lines) {
            const Row& above = rows_[title_begin_ - 1];
            if (above.blank() || is_finished(above.folded) || is_clutter(above.folded)) break;
            --title_begin_;
        }
        return true;
    }

    void take_title() {
        std::vector<Span> pieces;
        for (std::size_t i = title_begin_; i < title_end_; ++i) {
            in_.kinds[i] = LineKind::notice;
            pieces.push_back(rows_[i].span);
        }
        out_.title = fold(in_.text, pieces).text;
        out_.title_span = out_.span = {pieces.front().begin, pieces.back().end};
        out_.line = static_cast<int>(title_begin_) + 1;
    }

    void take(std::size_t i, LineKind kind) {
        in_.kinds[i] = kind;
        out_.span.end = rows_[i].span.end;
        broken_ = kind == LineKind::notice && !is_finished(rows_[i].folded);
    }

    void read_row(std::size_t i) {
        const Row& row = rows_[i];
        if (row.blank()) return;
        if (is_page_number(row.folded)) {
            in_.kinds[i] = LineKind::page_number;
            return;
        }
        if (broken_) {
            open_.back().pieces.push_back(row.span);
            open_.back().rows.push_back(i);
            return take(i, LineKind::notice);
        }
        if (is_date(row.folded) || is_remark(row.folded) || is_signature(row.folded) || number_in(row.folded)) {
            out_.signature.push_back(row.span);
            return take(i, LineKind::signature);
        }
        if (out_.addressees.empty() && open_.empty() && ends_with_colon(row)) {
            out_.addressees = row.span;
            return take(i, LineKind::notice);
        }
        if (!has_stop(row.folded) || is_clutter(row.folded)) {
            in_.kinds[i] = LineKind::clutter;
            return;
        }
        open_.push_back({{row.span}, {}, {i}});
        take(i, LineKind::notice);
    }

    // Sentences between the document's title and its first heading.
    void read_preamble(std::size_t i) {
        const Row& row = rows_[i];
        if (row.blank() || is_clutter(row.folded) || !is_finished(row.folded) || !has_stop(row.folded)) return;
        in_.kinds[i] = LineKind::notice;
        open_.push_back({{row.span}, {}, {i}});
    }

    const RowReading& in_;
    const std::vector<Row>& rows_;
    std::size_t end_;
    const Part& first_;
    std::size_t title_begin_ = 0, title_end_ = 0;
    Notice out_;
    std::vector<OpenParagraph> open_;
    bool broken_ = false;
};

}  // namespace

std::optional<Notice> read_notice(const RowReading& in, std::size_t end, const Part& first,
                                  std::optional<std::string>& number) {
    return NoticeReader(in, end, first).run(number);
}

}  // namespace signroute
