#include "core/quiz/prove.h"

#include <set>

#include "core/quiz/make.h"

namespace signroute::quiz {

namespace {

Ground ground_of(const Ground& all, const Key& key) {
    Ground out = all;
    out.packs.clear();
    for (const std::string& id : key.packs) {
        if (const Pack* p = pack_of(all, id)) out.packs.push_back(p);
    }
    return out;
}

// A clause of a document that the pack has.
bool exists(const Pack& pack, const Clause& c) {
    for (const PackDocument& d : pack.documents) {
        if (c.doc.empty() || c.doc == d.id) return c.article <= d.articles;
    }
    return false;
}

void check_choice(const Ground& ground, const Court& court, const Question& q, const Choice& c, std::vector<std::string>& out) {
    const Ruling ruling = court.rule(c.claim);
    const bool key = c.id == q.right;
    if (ruling.truth != (key ? Truth::yes : Truth::no)) out.push_back(c.id + (key ? ": the key is not proven" : ": not refuted"));
    if (ruling.clauses.empty()) out.push_back(c.id + ": no clause");
    const Pack* whose = ruling.pack.empty() ? ground.packs.front() : pack_of(ground, ruling.pack);
    for (const Clause& place : ruling.clauses) {
        if (!whose || !exists(*whose, place)) out.push_back(c.id + ": a clause that is not in the text");
    }
    if (key) return;
    for (const Refutation& r : q.refutations) {
        if (r.choice == c.id && !r.clauses.empty() && !r.why.empty()) return;
    }
    out.push_back(c.id + ": its refutation is not told");
}

}  // namespace

std::vector<std::string> objections(const Ground& all, const Question& q) {
    std::vector<std::string> out;
    const Ground ground = ground_of(all, q.key);
    if (ground.packs.size() != q.key.packs.size() || ground.packs.empty()) return {"a pack is not at hand"};
    const Court court(ground, *ground.packs.front(), q.situation_case);
    std::set<std::string> texts, ids;
    for (const Choice& c : q.choices) {
        check_choice(ground, court, q, c, out);
        texts.insert(c.text);
        ids.insert(c.id);
    }
    for (const Choice& a : q.choices) {
        for (const Choice& b : q.choices) {
            if (a.id < b.id && same_people(court.catalogue(), a.claim, b.claim)) out.push_back(b.id + ": the same people as " + a.id);
        }
    }
    if (texts.size() != q.choices.size() || ids.size() != q.choices.size()) out.push_back("two choices read alike");
    if (q.choices.size() < 4 || q.choices.size() > 5) out.push_back("the number of choices");
    if (!ids.count(q.right)) out.push_back("no key");
    if (q.situation.empty() || q.ask.empty() || q.proof.empty() || q.hash.size() != 16) out.push_back("something is not said");
    return out;
}

}  // namespace signroute::quiz
