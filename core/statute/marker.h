// The numbers that open a line: 第一章, 第二节, 第三条, 四、, （五）, (6), 7.
#pragma once

#include <string_view>

#include "core/statute/fold.h"

namespace signroute {

enum class Mark {
    none,
    chapter,     // 第一章
    section,     // 第一节
    numbered,    // 第一条
    listed,      // 一、 (an article, a chapter or an item: the document decides)
    item,        // （一）
    item_paren,  // （1）
    item_digit,  // 1. or 1、 or 1）
};

struct Marker {
    Mark mark = Mark::none;
    int number = 0;
    Span span;             // of the number with its punctuation, without a bullet before it
    std::size_t body = 0;  // where the words after it begin
    explicit operator bool() const { return mark != Mark::none; }
};

bool is_item(Mark mark);

// The marker that opens `where`, after white space and a bullet ("- （一）"); Mark::none where there is none.
Marker marker_at(std::string_view text, Span where);

}  // namespace signroute
