// How strongly a clause binds, told from its words: 必须 … bind, 原则上 … bind as a rule, 可以 … permit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signroute {

// `none`: no modal word. A plain statement of a rule binds all the same; what it is, its reader decides.
enum class Force { none, may, should, must };

struct ModalWord {
    Force force = Force::none;
    std::string word;
    std::size_t begin = 0;  // byte in the folded text
};

// The modal words of a folded text (core/statute/fold.h) in order. Words that merely contain one (主要, 响应, 可行,
// 一般性) are none, nor are conditions (如需, 确需) and needs (工作需要). 必要时, 如有需要, 根据……需要 permit; 方可
// binds.
std::vector<ModalWord> modal_words(std::string_view folded);

// The strongest of its segments at ；. Within a segment 原则上 and 一般 weaken every binding word, and a binding word
// outweighs a permission. `word` and `begin` are of the word that decided, "" and 0 for none.
ModalWord modality_of(std::string_view folded);

}  // namespace signroute
