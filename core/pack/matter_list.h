// All matters by topic as a reader meets them: those that the pack regulates, and, apart from them, those on which its
// text is silent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/pack/pack.h"

namespace signroute {

struct ListedMatter {
    std::string id, title;
    std::string found_by;  // the everyday word that the filter found it by, unless its title fits
};

struct MatterTopic {
    std::string id, title;
    std::vector<ListedMatter> matters;
};

struct MatterList {
    std::vector<MatterTopic> regulated, silent;  // topics without any are left out
};

// `filter`: words of titles or aliases, or initials of their pinyin; blanks part words that must all fit. "" = all.
MatterList list_matters(const Catalogue& catalogue, const Pack& pack, std::string_view filter);
std::size_t count(const std::vector<MatterTopic>& topics);
// The catalogue's topics in the order of these lists.
std::vector<const Named*> topics_in_order(const Catalogue& catalogue);

}  // namespace signroute
