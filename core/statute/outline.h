// First pass over a file: its lines, and which stretch of them is which document. Nothing here is shown to anybody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/statute/marker.h"
#include "core/statute/statute.h"

namespace signroute {

struct Row {
    Span span;  // without white space at its ends
    std::string folded;
    Marker marker;
    bool indented = false;  // two columns or more
    bool heading = false;   // a chapter or a section, 一、总则 above 第一条 too
    bool blank() const { return folded.empty(); }
};

struct Part {                                    // one document; every number is an index of a row
    bool numbered = false;                       // articles are 第一条, else 一、
    std::size_t title_begin = 0, title_end = 0;  // equal: no title
    std::size_t head = 0;                        // its first heading or article
    std::size_t end = 0;                         // after its last row
    std::vector<std::size_t> articles;
    std::size_t begin() const { return title_begin < title_end ? title_begin : head; }
};

struct Outline {
    std::vector<Row> rows;
    std::vector<Part> parts;  // empty: no clause was found
    std::vector<Error> notes;
};

Outline outline_of(std::string_view text);

// The row before `row` that is not blank and no page number, if there is one at or after `first`; else `row`.
std::size_t row_before(const std::vector<Row>& rows, std::size_t row, std::size_t first);

Error note(std::string code, std::string message, std::size_t row);

}  // namespace signroute
