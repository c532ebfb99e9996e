// Finding Chinese words by the first letters of their pinyin: 以市政府名义发文 is found by "szf".
#pragma once

#include <string_view>

namespace signroute {

// True if `letters` (a–z in either case, at least one) are the initials of consecutive Han characters of `text`.
// Characters beyond the 3755 commonest have none; those with two common pronunciations answer to both.
bool has_initials(std::string_view text, std::string_view letters);

// How many characters of `text` the typed ones stand for, from its first: each is the character itself or, in either
// case, its initial ("分管fsz" → 分管副市长). `initials`: of its first Han characters, as far as they are given, which
// count beside the common ones. Typed characters that do not fit are left, and punctuation of the text is passed over.
struct Typed {
    std::size_t taken = 0;  // bytes of `typed`
    bool all = false;       // of the text
};
Typed typed_of(std::string_view text, std::string_view initials, std::string_view typed);

}  // namespace signroute
