// What a line of a web page or a printed page is, told from its words alone. Every function takes the folded line
// (core/statute/fold.h): no white space, half-width punctuation.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signroute {

// "-3-", "第3页", "3/12", "3": the number of a page.
bool is_page_number(std::string_view folded);
// Navigation, share buttons, font sizes, metadata of a page, distribution lists: words that are no part of a text.
bool is_clutter(std::string_view folded);
// "2022年1月18日", also in Chinese numerals, also with 印发 after it.
bool is_date(std::string_view folded);
// "(此件公开发布)", "(此页无正文)".
bool is_remark(std::string_view folded);
// An office's name on a line of its own.
bool is_signature(std::string_view folded);
// True if the line ends a sentence, a clause or an introduction: 。！？；：, brackets and quotes after them allowed.
bool is_finished(std::string_view folded);
// True if a comma or a full stop stands in it.
bool has_stop(std::string_view folded);
// True if it ends as titles do: 规则, 办法, 规定 …, with （试行） or （修订稿） after it.
bool ends_as_title(std::string_view folded);
// True if it ends as the title of a notice does: 的通知.
bool ends_as_notice(std::string_view folded);
// The document number in it: 锡政发〔2022〕10号, as it is written in `folded`.
std::optional<std::string> document_number(std::string_view folded);

}  // namespace signroute
