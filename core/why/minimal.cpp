// What an answer rests on: facts and clauses are left out one by one as long as the answer stands.
#include <algorithm>

#include "core/why/inquiry.h"
#include "core/why/reduce.h"

namespace signroute::explaining {

std::vector<Statable> minimal_facts(const Inquiry& q) {
    std::vector<Statable> kept;
    Case now = q.situation;
    now.facts.clear();
    now.done.clear();
    for (const Askable& a : q.askables) {
        if (const auto value = stated(q.situation, a.what)) {
            kept.push_back(a.what);
            if (a.what.fact.empty()) now.done[a.what.thing] = q.situation.done.find(a.what.thing)->second;
            else now.facts[a.what.fact] = *value;
        }
    }
    for (bool dropped = true; dropped;) {
        dropped = false;
        for (std::size_t i = kept.size(); i-- > 0;) {
            Case fewer = now;
            leave_open(fewer, kept[i]);
            if (!q.same(q.rules, fewer)) continue;
            now = std::move(fewer);
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
            dropped = true;
        }
    }
    return kept;
}

std::vector<Clause> minimal_clauses(const Inquiry& q) {
    std::vector<Clause> kept = cited_clauses(*q.rules.pack);
    Pack now = *q.rules.pack;
    for (bool dropped = true; dropped;) {
        dropped = false;
        for (std::size_t i = kept.size(); i-- > 0;) {
            Pack fewer = without(now, kept[i]);
            if (!q.same({q.rules.catalogue, &fewer}, q.situation)) continue;
            now = std::move(fewer);
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
            dropped = true;
        }
    }
    return kept;
}

}  // namespace signroute::explaining
