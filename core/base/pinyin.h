// Finding Chinese words by the first letters of their pinyin: 以市政府名义发文 is found by "szf".
#pragma once

#include <string_view>

namespace signroute {

// True if `letters` (a–z in either case, at least one) are the initials of consecutive Han characters of `text`.
// Characters beyond the 3755 commonest have none; those with two common pronunciations answer to both.
bool has_initials(std::string_view text, std::string_view letters);

}  // namespace signroute
