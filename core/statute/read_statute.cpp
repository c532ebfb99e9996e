#include "core/base/text.h"
#include "core/statute/body.h"
#include "core/statute/statute.h"

namespace signroute {

namespace {

constexpr std::size_t kLongest = 8u << 20;

int first_bad_line(std::string_view bytes) {
    int line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(bytes, at);
        if (c == 0xFFFD && !is_utf8(bytes.substr(begin, at - begin))) return line;
        if (c == '\n' || (c == '\r' && bytes.substr(at, 1) != "\n")) ++line;
    }
    return line;
}

std::optional<Error> refused(std::string_view bytes) {
    if (bytes.size() > kLongest) return Error{"text_too_long", "", "文本超过8兆字节，不像是一份规则。", 0};
    if (!is_utf8(bytes)) {
        const int line = first_bad_line(bytes);
        return Error{"not_utf8", "", "第" + std::to_string(line) + "行不是UTF-8编码的文字，请另存为UTF-8后再装入。",
                     line};
    }
    if (fold(bytes).empty()) return Error{"empty_text", "", "文本是空的。", 0};
    return std::nullopt;
}

}  // namespace

Result<Statute> read_statute(std::string_view utf8) {
    if (std::optional<Error> error = refused(utf8)) return *std::move(error);
    Outline outline = outline_of(utf8);
    if (outline.parts.empty()) {
        return Error{"no_clause", "", "没有找到以“一、”或者“第一条”开头的条文。", 0};
    }
    std::vector<LineKind> kinds(outline.rows.size(), LineKind::blank);
    const RowReading reading{utf8, outline.rows, kinds, outline.notes};

    Statute out;
    std::optional<std::string> number;
    for (const Part& part : outline.parts) {
        out.documents.push_back(read_body(reading, part));
        out.documents.back().id = "doc" + std::to_string(out.documents.size());
    }
    out.notice = read_notice(reading, outline.parts.front().begin(), outline.parts.front(), number);
    for (Document& d : out.documents) {
        d.number = number;
        if (d.title.empty() && out.notice) d.title = out.notice->title;
    }
    out.text = utf8;
    out.notes = std::move(outline.notes);
    out.lines.reserve(outline.rows.size());
    for (std::size_t i = 0; i < outline.rows.size(); ++i) out.lines.push_back({outline.rows[i].span, kinds[i]});
    return out;
}

}  // namespace signroute
