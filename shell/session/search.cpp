#include "shell/session/search.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"

namespace signroute {

namespace {

struct Ranked {
    int rank;  // lower is better
    SearchHit hit;
};

// 0 the same, 1 starts with it, or ends with it, which in Chinese is what a thing is; 2 contains it, 3 not at all.
int rank_of(std::string_view text, std::string_view words) {
    if (text == words) return 0;
    return text.starts_with(words) || text.ends_with(words) ? 1 : contains(text, words) ? 2 : 3;
}

void add_matters(const Rules& rules, std::string_view words, std::vector<Ranked>& out) {
    for (const NamedMatter& m : rules.catalogue->matters) {
        const Matter* own = find_matter(*rules.pack, m.id);
        std::string shown = own ? own->title : m.title, said;
        int best = rank_of(shown, words);
        const std::vector<std::string>& aliases = own ? own->aliases : m.aliases;
        for (const std::string& alias : aliases) {
            const int rank = rank_of(alias, words);
            if (rank < best) best = rank, said = alias;
        }
        if (best == 3) continue;
        if (!said.empty()) shown += "（" + said + "）";
        const bool regulated = own && own->regulated;
        out.push_back({best * 2 + !regulated, {shown, regulated ? "事项" : "原文未规定", {.room = Room::route, .pack = rules.pack->id, .matter = m.id}}});
    }
}

// "50", "五十", "第五十条".
void add_clause(const Rules& rules, std::string_view words, std::vector<Ranked>& out) {
    std::string number(words);
    if (number.rfind("第", 0) == 0) number.erase(0, std::string("第").size());
    const std::string unit = "条";
    if (number.size() > unit.size() && number.compare(number.size() - unit.size(), unit.size(), unit) == 0) number.erase(number.size() - unit.size());
    int article = parse_chinese_number(number).value_or(0);
    const bool digits = !number.empty() && number.size() <= 3 && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) article = std::stoi(number);
    for (const PackDocument& d : rules.pack->documents) {
        if (article < 1 || article > d.articles) continue;
        const std::string place = (rules.pack->documents.size() > 1 ? d.id + ":" : "") + std::to_string(article);
        out.push_back({0, {clause_label({.doc = d.id, .article = article}) + "　" + d.title, "条款", {.room = Room::statute, .pack = rules.pack->id, .clause = place}}});
    }
}

}  // namespace

std::vector<SearchHit> search(const Session& session, const Rules& rules, std::string_view typed, std::size_t most) {
    const std::string words = trim(typed);
    if (words.empty()) return {};
    std::vector<Ranked> found;
    add_clause(rules, words, found);
    add_matters(rules, words, found);
    for (const auto& [id, file] : session.cases) {
        const int rank = rank_of(file.title, words);
        if (rank < 3) found.push_back({rank * 2 + 1, {file.title, "案卷", {.room = Room::check, .record = id}}});
    }
    put_in_order(found, [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    std::vector<SearchHit> out;
    for (Ranked& r : found) {
        if (out.size() < most) out.push_back(std::move(r.hit));
    }
    return out;
}

}  // namespace signroute
