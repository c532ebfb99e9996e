// Second pass: the rows of one document to chapters, articles, paragraphs and items; and what stands before the
// first document to a notice. Both say of every row what it is.
#pragma once

#include <string_view>
#include <vector>

#include "core/statute/outline.h"

namespace signroute {

// A paragraph or an item while its lines are being gathered.
struct OpenItem {
    Marker marker;
    std::vector<Span> pieces;
};
struct OpenParagraph {
    std::vector<Span> pieces;  // the words before the items
    std::vector<OpenItem> items;
    std::vector<std::size_t> rows;
};

Paragraph closed(std::string_view text, const OpenParagraph& open, const std::vector<Row>& rows);

struct RowReading {
    std::string_view text;
    const std::vector<Row>& rows;
    std::vector<LineKind>& kinds;  // one a row
    std::vector<Error>& notes;
};

Document read_body(const RowReading& in, const Part& part);

// From the rows before `end`; nullopt if there is no notice and no preamble. `number` is the 文号 found there.
std::optional<Notice> read_notice(const RowReading& in, std::size_t end, const Part& first,
                                  std::optional<std::string>& number);

}  // namespace signroute
