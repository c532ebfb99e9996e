// What differs between cities, and what would change the answer.
#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/key_text.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

// What two cities say to a row, as one choice.
Offer said(const Court& court, const std::string& row, const std::vector<std::string>& words) {
    Offer out;
    out.claim.is = Claim::Is::says;
    out.claim.what = row;
    out.claim.words = words;
    for (std::size_t i = 0; i < words.size(); ++i)
        out.text += (i ? "；" : "") + court.ground().packs[i]->city + "：" + (words[i].empty() ? "原文未规定" : words[i]);
    return out;
}

Offer changed(const Court& court, const std::string& fact, const FactValue& value) {
    Offer out;
    out.claim.is = Claim::Is::turns;
    out.claim.change[fact] = value;
    out.text = fact_in_words(*court.ground().catalogue, fact, value);
    return out;
}

}  // namespace

Drafted draft_difference(const Court& court, const Key& key, Random&) {
    const Comparison c = compare(*court.ground().catalogue, court.ground().packs, key.matter, key.facts);
    for (const ComparedRow& row : c.rows) {
        if (row.aspect + " " + row.key != key.element || row.values.size() != 2) continue;
        const auto said_by = [&](std::size_t i) { return row.values[i].truth == Truth::yes ? row.values[i].say : std::string(); };
        const std::string a = said_by(0), b = said_by(1);
        if (a == b) return std::nullopt;
        const NamedMatter* shared = find_named(court.ground().catalogue->matters, key.matter);
        Draft out;
        out.situation = court.situation();
        const std::string cities = court.ground().packs[0]->city + "、" + court.ground().packs[1]->city;
        out.opening = "新进人员对照" + cities + "两市的规则，查“" + (shared ? shared->title : key.matter) + "”";
        out.ask = "关于“" + row.title + "”，两市的规则怎样写？";
        out.right = said(court, key.element, {a, b});
        out.near.push_back(said(court, key.element, {b, a}));
        out.near.push_back(said(court, key.element, {a, a}));
        out.near.push_back(said(court, key.element, {b, b}));
        if (!a.empty() && !b.empty()) out.far.push_back(said(court, key.element, {"", b})), out.far.push_back(said(court, key.element, {a, ""}));
        out.answer = a + " | " + b;
        return out;
    }
    return std::nullopt;
}

Drafted draft_decisive_fact(const Court& court, const Key& key, Random& random) {
    const RouteStep* last = court.last_step();
    const Matter* m = find_matter(court.pack(), key.matter);
    const std::size_t at = key.variant.find('=');
    if (!last || !m || at == std::string::npos) return std::nullopt;
    const auto conditions = conditions_of(*m);
    const std::string fact = key.variant.substr(0, at);
    Draft out;
    out.situation = court.situation();
    const std::string action = action_title(*court.ground().catalogue, last->rule->action);
    out.added = "依条文，本件由" + step_title(*court.ground().catalogue, last->role, last->rule->action) + "。";
    out.ask = "其他情况不变，下列哪一项变化会使" + action + "的人（机构）改变？";
    for (const FactValue& value : values_of(court.ground(), court.pack(), conditions, fact)) {
        if (value_to_text(value) == key.variant.substr(at + 1)) out.right = changed(court, fact, value);
    }
    if (out.right.text.empty()) return std::nullopt;
    for (const auto& [id, was] : court.situation().facts) {
        for (const FactValue& value : values_of(court.ground(), court.pack(), conditions, id)) {
            if (id != fact && value != was) out.near.push_back(changed(court, id, value));
        }
    }
    for (const std::string& id : m->facts) {
        const auto values = values_of(court.ground(), court.pack(), conditions, id);
        if (id != fact && !court.situation().facts.count(id) && !values.empty()) out.near.push_back(changed(court, id, values[random.below(values.size())]));
    }
    for (const FactRule& f : court.pack().facts) {
        const NamedFact* named = find_named(court.ground().catalogue->facts, f.id);
        const bool apart = std::find(m->facts.begin(), m->facts.end(), f.id) == m->facts.end();
        if (named && apart && named->type == FactType::boolean) out.far.push_back(changed(court, f.id, random.below(2) == 1));
    }
    out.answer = key.variant + " " + last->role;
    return out;
}

}  // namespace signroute::quiz
