#include <algorithm>

#include "core/base/text.h"
#include "core/statute/sentences.h"
#include "core/statute/statute.h"

namespace signroute {

namespace {

bool holds(Span span, std::size_t offset) { return span.begin <= offset && offset < span.end; }

const Document* document(const Statute& s, const std::string& id) {
    for (const Document& d : s.documents) {
        if (d.id == id) return &d;
    }
    return nullptr;
}

const std::vector<Paragraph>* paragraphs(const Statute& s, const Clause& c, Span& whole) {
    if (c.article == kNotice) {
        if (!s.notice) return nullptr;
        whole = s.notice->span;
        return &s.notice->paras;
    }
    const Document* d = document(s, c.doc);
    if (!d) return nullptr;
    if (c.article == kTail) {
        if (d->tail.empty()) return nullptr;
        whole = {d->tail.front().span.begin, d->tail.back().span.end};
        return &d->tail;
    }
    for (const Article& a : d->articles) {
        if (a.number != c.article) continue;
        whole = a.span;
        return &a.paras;
    }
    return nullptr;
}

std::optional<Span> sentence_of(const std::vector<Sentence>& list, int sentence, Span whole) {
    if (sentence == 0) return whole;
    if (sentence < 0 || static_cast<std::size_t>(sentence) > list.size()) return std::nullopt;
    return list[static_cast<std::size_t>(sentence) - 1].span;
}

// The paragraph that `c` names; the only one with items where it names an item alone, the only one where it names a
// sentence alone.
const Paragraph* paragraph(const std::vector<Paragraph>& paras, const Clause& c) {
    if (c.para > 0)
        return static_cast<std::size_t>(c.para) <= paras.size() ? &paras[static_cast<std::size_t>(c.para) - 1]
                                                                : nullptr;
    const Paragraph* found = nullptr;
    for (const Paragraph& p : paras) {
        if (c.item > 0 && p.items.empty()) continue;
        if (found) return nullptr;
        found = &p;
    }
    return found;
}

void deepen(const std::vector<Paragraph>& paras, std::size_t offset, Clause& out) {
    const auto sentence_at = [&](const std::vector<Sentence>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (holds(list[i].span, offset)) out.sentence = static_cast<int>(i) + 1;
        }
    };
    for (std::size_t p = 0; p < paras.size(); ++p) {
        if (!holds(paras[p].span, offset)) continue;
        out.para = static_cast<int>(p) + 1;
        sentence_at(paras[p].sentences);
        for (const Item& item : paras[p].items) {
            if (!holds(item.span, offset)) continue;
            out.item = item.number;
            out.arabic = item.arabic;
            out.sentence = 0;
            sentence_at(item.sentences);
        }
    }
}

bool in_heading(const Document& d, std::size_t offset) {
    if (holds(d.title_span, offset)) return true;
    for (const Chapter& c : d.chapters) {
        if (holds(c.span, offset)) return true;
        for (const Section& s : c.sections) {
            if (holds(s.span, offset)) return true;
        }
    }
    return false;
}

void append_sentences(std::vector<SentencePlace>& out, const Clause& base, const std::vector<Paragraph>& paras) {
    for (std::size_t p = 0; p < paras.size(); ++p) {
        Clause c = base;
        c.para = static_cast<int>(p) + 1;
        const auto append = [&](const std::vector<Sentence>& list) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                c.sentence = static_cast<int>(i) + 1;
                out.push_back({c, list[i].span});
            }
        };
        append(paras[p].sentences);
        for (const Item& item : paras[p].items) {
            c.item = item.number;
            c.arabic = item.arabic;
            append(item.sentences);
        }
    }
}

// The stretches that are searched one by one: words never run from one into the next.
std::vector<Span> stretches(const Statute& s) {
    std::vector<Span> out;
    const auto add = [&](Span span) {
        if (!span.empty()) out.push_back(span);
    };
    const auto add_paras = [&](const std::vector<Paragraph>& paras) {
        for (const Paragraph& p : paras) add(p.span);
    };
    if (s.notice) {
        add(s.notice->title_span);
        add_paras(s.notice->paras);
    }
    for (const Document& d : s.documents) {
        add(d.title_span);
        for (const Chapter& c : d.chapters) {
            add(c.span);
            for (const Section& section : c.sections) add(section.span);
        }
        for (const Article& a : d.articles) add_paras(a.paras);
        add_paras(d.tail);
    }
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return out;
}

}  // namespace

std::optional<Span> span_of(const Statute& s, const Clause& c) {
    if (c.article == 0) {
        const Document* d = document(s, c.doc);
        if (!d || c.para != 0 || c.item != 0 || c.sentence != 0) return std::nullopt;
        const Span last = d->tail.empty() ? d->articles.back().span : d->tail.back().span;
        return Span{d->title_span.empty() ? d->articles.front().span.begin : d->title_span.begin, last.end};
    }
    Span whole;
    const std::vector<Paragraph>* paras = paragraphs(s, c, whole);
    if (!paras) return std::nullopt;
    if (c.para == 0 && c.item == 0 && c.sentence == 0) return whole;
    const Paragraph* para = paragraph(*paras, c);
    if (!para) return std::nullopt;
    if (c.item == 0) return sentence_of(para->sentences, c.sentence, para->span);
    for (const Item& item : para->items) {
        if (item.number == c.item) return sentence_of(item.sentences, c.sentence, item.span);
    }
    return std::nullopt;
}

std::string_view text_of(const Statute& s, const Clause& c) {
    const std::optional<Span> span = span_of(s, c);
    return span ? std::string_view(s.text).substr(span->begin, span->end - span->begin) : std::string_view();
}

std::vector<std::string> paragraphs_of(const Statute& s, const Clause& c) {
    std::vector<std::string> out;
    std::optional<Span> span = span_of(s, c);
    if (!span) return out;
    Span whole;
    const std::vector<Paragraph>* paras = c.para == 0 && c.item == 0 ? paragraphs(s, c, whole) : nullptr;
    if (paras && !paras->empty()) span->begin = paras->front().span.begin;
    for (std::size_t i = static_cast<std::size_t>(line_of(s, span->begin)) - 1; i < s.lines.size() && s.lines[i].span.begin < span->end; ++i) {
        const Line& line = s.lines[i];
        if (line.kind == LineKind::page_number || line.kind == LineKind::clutter || line.kind == LineKind::blank) continue;
        const std::size_t from = std::max(line.span.begin, span->begin), to = std::min(line.span.end, span->end);
        const std::string words = trim(std::string_view(s.text).substr(from, to - std::min(from, to)));
        if (line.kind == LineKind::continuation && !out.empty()) out.back() += words;
        else if (!words.empty()) out.push_back(words);
    }
    return out;
}

int line_of(const Statute& s, std::size_t offset) {
    const auto after = std::upper_bound(s.lines.begin(), s.lines.end(), offset,
                                        [](std::size_t at, const Line& line) { return at < line.span.begin; });
    return std::max(1, static_cast<int>(after - s.lines.begin()));
}

Folded normal_form(const Statute& s, Span span, FoldFor purpose) {
    std::vector<Span> pieces;
    for (std::size_t i = static_cast<std::size_t>(line_of(s, span.begin)) - 1; i < s.lines.size(); ++i) {
        const Line& line = s.lines[i];
        if (line.span.begin >= span.end) break;
        if (line.kind == LineKind::page_number || line.kind == LineKind::clutter) continue;
        const Span part{std::max(line.span.begin, span.begin), std::min(line.span.end, span.end)};
        if (!part.empty()) pieces.push_back(part);
    }
    return fold(s.text, pieces, purpose);
}

std::optional<Clause> clause_at(const Statute& s, std::size_t offset) {
    if (s.notice && holds(s.notice->span, offset)) {
        Clause out{"", kNotice};
        deepen(s.notice->paras, offset, out);
        return out;
    }
    for (const Document& d : s.documents) {
        if (in_heading(d, offset)) return Clause{d.id};
        for (const Article& a : d.articles) {
            if (!holds(a.span, offset)) continue;
            Clause out{d.id, a.number};
            deepen(a.paras, offset, out);
            return out;
        }
        for (const Paragraph& p : d.tail) {
            if (!holds(p.span, offset)) continue;
            Clause out{d.id, kTail};
            deepen(d.tail, offset, out);
            return out;
        }
    }
    return std::nullopt;
}

Clause as_cited(const Statute& s, Clause c) {
    c.sentence = 0;
    Span whole;
    const std::vector<Paragraph>* paras = paragraphs(s, c, whole);
    if (paras && paras->size() == 1) c.para = 0;
    return c;
}

std::vector<SentencePlace> sentences(const Statute& s) {
    std::vector<SentencePlace> out;
    if (s.notice) append_sentences(out, {"", kNotice}, s.notice->paras);
    for (const Document& d : s.documents) {
        for (const Article& a : d.articles) append_sentences(out, {d.id, a.number}, a.paras);
        append_sentences(out, {d.id, kTail}, d.tail);
    }
    return out;
}

std::vector<Hit> find(const Statute& s, std::string_view words) {
    std::vector<Hit> out;
    const std::string wanted = fold(words, {{0, words.size()}}, FoldFor::search).text;
    if (wanted.empty()) return out;
    for (const Span& stretch : stretches(s)) {
        const Folded folded = normal_form(s, stretch, FoldFor::search);
        for (std::size_t at = folded.text.find(wanted); at != std::string::npos;
             at = folded.text.find(wanted, at + wanted.size())) {
            const Span span = folded.original(at, at + wanted.size());
            if (const auto clause = clause_at(s, span.begin)) out.push_back({*clause, span, line_of(s, span.begin)});
        }
    }
    return out;
}

int name_documents(Statute& s, const std::vector<DocumentName>& names) {
    const auto plain = [](std::string_view title) {
        std::string out = fold(title);
        const std::size_t bracket = out.rfind('(');
        return bracket != std::string::npos && out.back() == ')' ? out.substr(0, bracket) : out;
    };
    std::vector<Document*> rest;
    std::vector<bool> used(names.size());
    int named = 0;
    for (Document& d : s.documents) {
        std::size_t n = 0;
        while (n < names.size() && (used[n] || plain(names[n].title) != plain(d.title))) ++n;
        if (n == names.size()) {
            rest.push_back(&d);
            continue;
        }
        used[n] = true;
        d.id = names[n].id;
        ++named;
    }
    if (static_cast<std::size_t>(std::count(used.begin(), used.end(), false)) != rest.size()) return named;
    std::size_t n = 0;
    for (Document* d : rest) {
        while (used[n]) ++n;
        used[n] = true;
        d->id = names[n].id;
        ++named;
    }
    return named;
}

}  // namespace signroute
