// What an answer rests on: facts and clauses are left out one by one as long as the answer stands.
#include <algorithm>

#include "core/base/order.h"
#include "core/why/inquiry.h"
#include "core/why/reduce.h"

namespace signroute::explaining {

namespace {

void add_clauses(std::vector<Clause>& to, const std::vector<Clause>& clauses) {
    for (Clause c : clauses) {
        c.sentence = 0;
        if (std::find(to.begin(), to.end(), c) == to.end()) to.push_back(std::move(c));
    }
}

template <class Rule>
void add_clauses_of(std::vector<Clause>& to, const std::vector<Rule>& list, const std::string& id) {
    for (const Rule& r : list) {
        if (r.id == id) add_clauses(to, r.clauses);
    }
}

// Without these the steps and rules that the answer tells of, or the steps right before one, would not be there.
std::vector<Clause> surely_needed(const Inquiry& q) {
    std::vector<Clause> out;
    for (const ToldStep& s : q.answer().steps) {
        const Matter& m = *find_matter(*q.rules.pack, s.matter);
        add_clauses_of(out, m.steps, s.id);
        for (const std::string& before : s.after) add_clauses_of(out, m.steps, before);
    }
    for (const ToldRule& r : q.answer().rules) {
        const Matter& m = *find_matter(*q.rules.pack, r.about.matter);
        if (r.about.kind == AboutKind::prerequisite) add_clauses_of(out, m.prerequisites, r.about.id);
        if (r.about.kind == AboutKind::prohibition) add_clauses_of(out, m.prohibitions, r.about.id);
        if (r.about.kind == AboutKind::cap) add_clauses_of(out, m.caps, r.about.id);
        if (r.about.kind == AboutKind::limit) add_clauses_of(out, m.limits, r.about.id);
    }
    return out;
}

void take(Case& to, const Case& from, const Statable& what) {
    if (what.fact.empty()) to.done.insert(*from.done.find(what.thing));
    else to.facts.insert(*from.facts.find(what.fact));
}

}  // namespace

// Leaving a fact open never makes anything surer, so what was needed once is needed to the end.
std::vector<Statable> minimal_facts(const Inquiry& q) {
    std::vector<Statable> kept;
    Case now = q.situation;
    now.facts.clear();
    now.done.clear();
    for (const Askable& a : q.askables) {
        if (!stated(q.situation, a.what)) continue;
        kept.push_back(a.what);
        take(now, q.situation, a.what);
    }
    for (std::size_t i = kept.size(); i-- > 0;) {
        leave_open(now, kept[i]);
        if (q.same(now)) kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
        else take(now, q.situation, kept[i]);
    }
    return kept;
}

// First all at once that may be spared, then one by one, until each that is left is needed.
std::vector<Clause> minimal_clauses(const Inquiry& q, Pack& pack) {
    const std::vector<Clause> needed = surely_needed(q);
    std::vector<Clause> all = cited_clauses(pack), spare;
    Restricted in_force(pack);
    for (const Clause& c : all) {
        if (std::find(needed.begin(), needed.end(), c) == needed.end()) spare.push_back(c);
    }
    for (const Clause& c : spare) in_force.put_out(c);
    if (q.same_by_rules()) spare.clear(), all = needed;
    else in_force.put_back();
    for (bool dropped = !spare.empty(); dropped;) {
        dropped = false;
        for (std::size_t i = spare.size(); i-- > 0;) {
            in_force.put_out(spare[i]);
            if (!q.same_by_rules()) {
                in_force.put_back();
                continue;
            }
            in_force.keep_out();
            all.erase(std::find(all.begin(), all.end(), spare[i]));
            spare.erase(spare.begin() + static_cast<std::ptrdiff_t>(i));
            dropped = true;
        }
    }
    put_in_order(all);
    return all;
}

}  // namespace signroute::explaining
