#include "core/base/clause.h"

#include <tuple>

#include "core/base/text.h"

namespace signroute {

namespace {

int reading_rank(int article) {
    if (article == 0) return 0;
    if (article == kNotice) return 1;
    return article == kTail ? 3 : 2;
}

auto reading_key(const Clause& c) {
    const int rank = reading_rank(c.article);
    return std::tuple(std::string_view(c.doc), rank, rank == 2 ? c.article : 0, c.para, c.item, c.sentence);
}

bool within(int whole, int part) { return whole == 0 || whole == part; }

}  // namespace

bool operator<(const Clause& a, const Clause& b) { return reading_key(a) < reading_key(b); }

std::string clause_label(const Clause& c) {
    std::string out = c.doc.rfind("《", 0) == 0 ? c.doc : "";  // a document of no pack is known by its title
    if (c.article == kNotice) out += "通知";
    if (c.article == kTail) out += "末句";
    if (c.article > 0) out += "第" + chinese_number(c.article) + "条";
    if (c.para > 0) out += "第" + chinese_number(c.para) + "款";
    if (c.item > 0) out += c.arabic ? "第" + std::to_string(c.item) + "项" : "第（" + chinese_number(c.item) + "）项";
    if (c.sentence > 0) out += "第" + chinese_number(c.sentence) + "句";
    return out;
}

std::string clause_code(const Clause& c, const std::string& default_doc) {
    std::string out = c.doc.empty() || c.doc == default_doc ? "" : c.doc + ":";
    if (c.article == kNotice) return out + "notice";
    if (c.article == kTail) return out + "tail";
    out += std::to_string(c.article);
    if (c.para > 0 || c.item > 0) out += "." + std::to_string(c.para);
    if (c.item > 0) out += "." + std::to_string(c.item);
    return out;
}

bool covers(const Clause& whole, const Clause& part) {
    return whole.doc == part.doc && within(whole.article, part.article) && within(whole.para, part.para) &&
           within(whole.item, part.item) && within(whole.sentence, part.sentence);
}

}  // namespace signroute
