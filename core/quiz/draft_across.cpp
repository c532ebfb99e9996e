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
        out.text += (i ? "；" : "") + court.ground().packs[i]->city + "：" + (words[i].empty() ? "原文未规定" : without_stop(words[i]));
    return out;
}

Offer changed(const Court& court, const std::string& what, const std::string& fact, const FactValue& value) {
    Offer out;
    out.claim.is = Claim::Is::turns;
    out.claim.word = what;
    out.claim.change[fact] = value;
    out.text = fact_in_words(court.catalogue(), court.situation().matters.front(), fact, value);
    return out;
}

bool ask_last(const Court& court, Draft& out) {
    const RouteStep* last = court.last_step();
    if (!last) return false;
    out.added = "依条文，本件由" + court.title(*last) + "。";
    out.ask = "其他情况不变，下列哪一项变化会使" + action_title(court.catalogue(), *last->rule) + "的人（机构）改变？";
    return true;
}

bool ask_route(const Court& court, Draft& out) {
    const auto steps = court.required();
    if (!steps || steps->empty()) return false;
    for (const RouteStep* s : *steps) out.added += (out.added.empty() ? "依条文，必经的环节（数者择一的不计）：" : "、") + court.title(*s);
    out.added += "。";
    out.ask = "其他情况不变，下列哪一项变化会使必经的环节增减？";
    return true;
}

}  // namespace

Drafted draft_difference(const Court& court, const Key& key, Random&) {
    for (const ComparedRow& row : court.comparison().rows) {
        if (row.aspect + " " + row.key != key.element || row.values.size() != 2) continue;
        const auto said_by = [&](std::size_t i) { return row.values[i].truth == Truth::yes ? row.values[i].say : std::string(); };
        const std::string a = said_by(0), b = said_by(1);
        if (a == b) return std::nullopt;
        const NamedMatter* shared = find_named(court.catalogue().matters, key.matter);
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
    const Matter* m = find_matter(court.pack(), key.matter);
    const std::size_t at = key.variant.find('=');
    const std::string what = key.element == "steps:" ? "route" : "";
    Draft out;
    out.situation = court.situation();
    if (!m || at == std::string::npos || !(what.empty() ? ask_last(court, out) : ask_route(court, out))) return std::nullopt;
    const auto conditions = conditions_of(*m);
    const std::string fact = key.variant.substr(0, at);
    for (const FactValue& value : values_of(court.ground(), court.pack(), conditions, fact)) {
        if (value_to_text(value) == key.variant.substr(at + 1)) out.right = changed(court, what, fact, value);
    }
    if (out.right.text.empty()) return std::nullopt;
    for (const auto& [id, was] : court.situation().facts) {
        for (const FactValue& value : values_of(court.ground(), court.pack(), conditions, id)) {
            if (id != fact && value != was) out.near.push_back(changed(court, what, id, value));
        }
    }
    for (const std::string& id : m->facts) {
        const auto values = values_of(court.ground(), court.pack(), conditions, id);
        if (id != fact && !court.situation().facts.count(id) && !values.empty())
            out.near.push_back(changed(court, what, id, std::holds_alternative<bool>(values.front()) ? FactValue(true) : values[random.below(values.size())]));
    }
    out.answer = key.variant + " " + out.added;
    return out;
}

}  // namespace signroute::quiz
