// Words to sentences and to items written inside a paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "core/statute/marker.h"
#include "core/statute/statute.h"

namespace signroute {

// The sentences in `pieces` (the stretches of a paragraph without the page numbers between them).
std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Span>& pieces);

// Items numbered inside running words, "……：1. ……。2. ……": the markers, in order, at least two; none otherwise.
std::vector<Marker> inline_items(std::string_view text, const std::vector<Span>& pieces);

// The parts of `pieces` between two offsets.
std::vector<Span> cut(const std::vector<Span>& pieces, std::size_t begin, std::size_t end);
// From the first to the last byte that is not white space.
Span extent(std::string_view text, const std::vector<Span>& pieces);

}  // namespace signroute
