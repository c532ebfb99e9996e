// The form in which words of a statute are compared, never shown: full and half width made one, white space gone,
// Kangxi radicals (as copied out of a PDF) made ordinary characters, lines joined. Every byte knows where it stood.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signroute {

// A stretch of bytes of the original text, end excluded.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
    bool operator==(const Span&) const = default;
};

struct Folded {
    std::string text;
    std::vector<Span> from;  // one for each byte of `text`: the original character that it came from
    // The original stretch that bytes [begin, end) of `text` came from.
    Span original(std::size_t begin, std::size_t end) const;
};

// `for_search` also makes all quotation marks one.
enum class FoldFor { reading, search };

// Folds the pieces of `text` as one run of words. A Han character that is repeated across two pieces is kept once
// (a page break that set the last character again). Full stops and commas that are doubled are kept once.
Folded fold(std::string_view text, const std::vector<Span>& pieces, FoldFor purpose = FoldFor::reading);
std::string fold(std::string_view text);

// One character of it; 0 for a character that has no width, ' ' for any white space.
char32_t fold_char(char32_t c);

bool is_han(char32_t c);

}  // namespace signroute
