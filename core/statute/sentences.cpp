#include "core/statute/sentences.h"

#include <algorithm>

#include "core/base/text.h"

namespace signroute {

namespace {

struct Glyph {
    char32_t c;  // folded, never 0 or white
    Span span;
};

std::vector<Glyph> glyphs(std::string_view text, const std::vector<Span>& pieces) {
    std::vector<Glyph> out;
    for (const Span& piece : pieces) {
        for (std::size_t at = piece.begin; at < piece.end;) {
            const std::size_t begin = at;
            const char32_t c = fold_char(next_code_point(text, at));
            if (c != 0 && c != ' ') out.push_back({c, {begin, at}});
        }
    }
    return out;
}

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool opens(char32_t c) { return in(c, U"(“‘《〈「『【〔["); }
bool closes(char32_t c) { return in(c, U")”’》〉」』】〕]"); }
bool is_stop(char32_t c) { return in(c, U"。!?"); }

// How deep in brackets and quotes each character stands; all 0 if they do not pair up, so that one lost bracket
// cannot swallow a paragraph.
std::vector<int> depths(const std::vector<Glyph>& g) {
    std::vector<int> out(g.size());
    int depth = 0;
    for (std::size_t i = 0; i < g.size(); ++i) {
        if (closes(g[i].c) && --depth < 0) break;
        out[i] = depth;
        if (opens(g[i].c)) ++depth;
    }
    if (depth != 0) std::fill(out.begin(), out.end(), 0);
    return out;
}

// Index after the sentence's last mark if a sentence ends with the stop at `i`, else 0. A stop inside quotes ends
// the sentence only where the quotes close right after it and the words do not run on.
std::size_t sentence_end(const std::vector<Glyph>& g, const std::vector<int>& depth, std::size_t i) {
    if (!is_stop(g[i].c)) return 0;
    std::size_t end = i + 1;
    while (end < g.size() && is_stop(g[end].c) && depth[end] == depth[i]) ++end;
    if (depth[i] == 0) {
        return end;
    }
    while (end < g.size() && closes(g[end].c)) ++end;
    const bool outside = depth[end - 1] == 0;
    const bool runs_on = end < g.size() && in(g[end].c, U",、;:。!?的等为");
    return outside && !runs_on ? end : 0;
}

Sentence make_sentence(const std::vector<Glyph>& g, const std::vector<int>& depth, std::size_t from, std::size_t to) {
    Sentence out{{g[from].span.begin, g[to - 1].span.end}, {}};
    for (std::size_t i = from, start = from; i < to; ++i) {
        const bool last = i + 1 == to;
        if (!last && !(g[i].c == ';' && depth[i] == 0)) continue;
        out.segments.push_back({g[start].span.begin, g[i].span.end});
        start = i + 1;
    }
    return out;
}

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Span>& pieces) {
    const std::vector<Glyph> g = glyphs(text, pieces);
    const std::vector<int> depth = depths(g);
    std::vector<Sentence> out;
    std::size_t start = 0;
    for (std::size_t i = 0; i < g.size(); ++i) {
        const std::size_t end = sentence_end(g, depth, i);
        if (end == 0) continue;
        out.push_back(make_sentence(g, depth, start, end));
        start = end;
        i = end - 1;
    }
    if (start < g.size()) out.push_back(make_sentence(g, depth, start, g.size()));
    return out;
}

std::vector<Marker> inline_items(std::string_view text, const std::vector<Span>& pieces) {
    const std::vector<Glyph> g = glyphs(text, pieces);
    const std::vector<int> depth = depths(g);
    std::vector<Marker> out;
    for (std::size_t i = 0; i + 1 < g.size(); ++i) {
        const bool after = in(g[i].c, out.empty() ? U":" : U";。,");
        if (!after || depth[i] != 0) continue;
        const std::size_t begin = g[i + 1].span.begin;
        // A marker is short; a line break inside one is not looked for.
        const Marker marker = marker_at(text, {begin, std::min(begin + 24, g.back().span.end)});
        if (!is_item(marker.mark) || marker.number != static_cast<int>(out.size()) + 1) continue;
        if (out.empty() || marker.mark == out.front().mark) out.push_back(marker);
    }
    if (out.size() < 2) out.clear();
    return out;
}

std::vector<Span> cut(const std::vector<Span>& pieces, std::size_t begin, std::size_t end) {
    std::vector<Span> out;
    for (const Span& p : pieces) {
        const Span part{std::max(p.begin, begin), std::min(p.end, end)};
        if (!part.empty()) out.push_back(part);
    }
    return out;
}

Span extent(std::string_view text, const std::vector<Span>& pieces) {
    const std::vector<Glyph> g = glyphs(text, pieces);
    return g.empty() ? Span{} : Span{g.front().span.begin, g.back().span.end};
}

}  // namespace signroute
