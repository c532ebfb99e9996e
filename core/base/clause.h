// A place in a regulation: document, article (条), paragraph (款), item (项), sentence. Everything that is said
// about the rules carries one; 0 at any level means "the whole of the level above".
#pragma once

#include <string>

namespace signroute {

// `Clause::article` outside the numbered articles: the notice that issued the text, and what follows the last article.
inline constexpr int kNotice = -1;
inline constexpr int kTail = -2;

struct Clause {
    std::string doc;   // the document's id, "" where only one text is meant
    int article = 0;   // 1 … n, kNotice or kTail; 0: the whole document
    int para = 0;      // 款, 1-based
    int item = 0;      // 项, 1-based
    int sentence = 0;  // within the paragraph (its words before the items) or the item; for internal accounting
    bool arabic = false;  // the text numbers its items 1. 2. and not （一）（二）: how it is cited, not where it is
    bool operator==(const Clause& o) const {
        return doc == o.doc && article == o.article && para == o.para && item == o.item && sentence == o.sentence;
    }
};

// Reading order: by document id, then whole document, notice, articles, tail; a whole before its parts.
bool operator<(const Clause& a, const Clause& b);

// "第五十条第二款第（三）项", "第四十一条第二款第6项"; "通知"; "末句" for the tail; levels that are 0 are left out; "" for a whole document.
std::string clause_label(const Clause& clause);

// As packs and links write it: "50", "50.2", "50.2.3", "tail", "notice", with the document before it ("rules:50") unless
// it is `default_doc`. The sentence is left out.
std::string clause_code(const Clause& clause, const std::string& default_doc);

// True if `part` is `whole` or lies in it: 第五十条 covers 第五十条第二款, not the reverse. A level that is 0 in
// `whole` covers every value: an article's only list may be cited as 第三十七条第（一）项 without its paragraph.
bool covers(const Clause& whole, const Clause& part);

}  // namespace signroute
