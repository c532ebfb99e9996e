#include "core/quiz/key_list.h"

#include <algorithm>

#include "core/compare/compare.h"
#include "core/quiz/draft.h"
#include "core/quiz/key_text.h"
#include "core/quiz/key_variants.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

void KeyList::add(const Case& c, std::string element, std::string variant) {
    Key k{kind, {pack.id}, matter, c.facts, {}, std::move(element), std::move(variant)};
    for (const auto& [thing, done] : c.done) k.done[thing] = done.truth == Truth::yes;
    if (seen_.insert(id_of(ground, k, {})).second) keys.push_back(std::move(k));
}

bool binds(const Element& element) { return element.strength == Strength::must || element.strength == Strength::should; }

void add_topics(KeyList& list) {
    const Body* body = find_body(list.pack, list.matter);
    if (!body || !is_meeting(list.matter)) return;
    for (const BodyEntry& e : body->entries) {
        if (e.attribute != "scope" || e.judgement || e.strength == Strength::unclear) continue;
        for (const std::string& t : e.topics) {
            Case start;
            start.matters = {list.matter};
            start.facts["topic"] = t;
            const Court court(list.ground, list.pack, start);
            for (const auto& [c, truth] : settled(court, {&e.when}, start)) {
                if (truth == Truth::yes) list.add(c, "body:" + list.matter, "topic:" + t);
            }
        }
    }
}

void add_judged(KeyList& list) {
    const Matter* matter = find_matter(list.pack, list.matter);
    if (!matter) return;
    Case c;
    c.matters = {list.matter};
    for (const std::string& f : matter->facts) {
        const FactRule* rule = find_fact(list.pack, f);
        if (rule && rule->judgement) list.add(c, "fact:" + f, "judged");
    }
}

void add_prohibitions(KeyList& list) {
    const Matter* matter = find_matter(list.pack, list.matter);
    if (!matter) return;
    Case start;
    start.matters = {list.matter};
    const Court court(list.ground, list.pack, start);
    for (const Prohibition& p : matter->prohibitions) {
        if (!binds(p)) continue;
        for (auto& [c, variant] : asked_of(court, *matter, p)) list.add(c, "prohibition:" + p.id, std::move(variant));
    }
}

void add_differences(KeyList& list) {
    const auto at = std::find(list.ground.packs.begin(), list.ground.packs.end(), &list.pack);
    if (list.ground.packs.size() < 2 || at == list.ground.packs.end()) return;
    const Pack* next = at + 1 == list.ground.packs.end() ? list.ground.packs.front() : *(at + 1);
    if (next == &list.pack || (list.ground.packs.size() == 2 && at != list.ground.packs.begin())) return;
    const Comparison c = compare(*list.ground.catalogue, {&list.pack, next}, list.matter, {});
    for (const ComparedRow& row : c.rows) {
        if (!row.differs || !row.witness || !row.witness->readings.empty() || !row.witness->situation.done.empty()) continue;
        if (row.aspect == "reading" || row.aspect == "matter") continue;
        Key k{list.kind, {list.pack.id, next->id}, list.matter, row.witness->situation.facts, {}, row.aspect + " " + row.key, ""};
        list.keys.push_back(std::move(k));
    }
}

}  // namespace signroute::quiz
