#include "core/quiz/words.h"

#include "core/base/text.h"

namespace signroute::quiz {

namespace {

std::string title_of(const Catalogue& catalogue, const NamedFact& fact, const std::string& option) {
    if (fact.options_are_roles) {
        const NamedRole* role = find_named(catalogue.roles, option);
        return role ? role->title : option;
    }
    const Named* named = find_named(fact.options, option);
    return named ? named->title : option;
}

std::string value_in_words(const Catalogue& catalogue, const NamedFact& fact, const FactValue& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "是" : "否";
    if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
    if (const auto* text = std::get_if<std::string>(&value)) return title_of(catalogue, fact, *text);
    std::string out;
    for (const std::string& one : std::get<std::vector<std::string>>(value)) out += (out.empty() ? "" : "、") + title_of(catalogue, fact, one);
    return out;
}

// 其他, 未委托 and the like: a value that has a sentence of its own.
bool stands_apart(const FactValue& value) {
    const auto* option = std::get_if<std::string>(&value);
    return option && (*option == "other" || *option == "none" || *option == "not_stated" || *option == "not_done");
}

std::string filled(const char* words, const std::string& value) {
    std::string out = words;
    const std::size_t at = out.find("{}");
    return at == out.npos ? out : out.replace(at, 2, value);
}

}  // namespace

std::string fact_in_words(const Catalogue& catalogue, const std::string& id, const FactValue& value) {
    const NamedFact* fact = find_named(catalogue.facts, id);
    if (!fact) return "";
    const FactWords* words = fact_words(id);
    const bool* truth = std::get_if<bool>(&value);
    std::string out;
    if (words && truth) out = *truth ? words->yes : words->no;
    else if (words && *words->no && stands_apart(value)) out = words->no;
    else if (words) out = filled(words->yes, value_in_words(catalogue, *fact, value));
    else out = fact->title + "：" + value_in_words(catalogue, *fact, value);
    // As the city's text has it, which its title of the fact follows.
    const auto put = [&](const std::string& shared, const std::string& own, bool here) {
        if (const std::size_t at = out.find(shared); at != out.npos && here) out.replace(at, shared.size(), own);
    };
    put("合法性审核", "合法性审查", contains(fact->title, "合法性审查"));
    put("可发可不发、", "", !contains(fact->title, "可发可不发"));
    return out;
}

std::string fact_in_words(const Catalogue& catalogue, const std::string& matter, const std::string& id, const FactValue& value) {
    std::string out = fact_in_words(catalogue, id, value);
    const std::string both = "文件（事项）";
    const NamedMatter* named = find_named(catalogue.matters, matter);
    if (const std::size_t at = out.find(both); at != out.npos) out.replace(at, both.size(), named && named->kind == "document" ? "文件" : "事项");
    return out;
}

std::string thing_in_words(const Catalogue& catalogue, const std::string& id, bool done) {
    if (id == "reply_time_agreed") return done ? "双方已说定哪天答复、怎样答复" : "双方没有说定哪天答复";
    const NamedThing* thing = find_named(catalogue.things, id);
    const std::string title = thing ? thing->title : id;
    if (thing && thing->enclosure) return (done ? "已附" : "未附") + title;
    return (done ? "已办妥：" : "尚未办妥：") + title;
}

// What a person had to judge is said as that person's judgement.
std::string facts_in_words(const Catalogue& catalogue, const Pack& pack, const Case& situation) {
    std::string out, judged;
    const std::string matter = situation.matters.empty() ? "" : situation.matters.front();
    const auto add = [](std::string& to, const std::string& words) {
        if (!words.empty()) to += (to.empty() ? "" : "，") + words;
    };
    for (const FactRule& rule : pack.facts) {  // in the pack's order, which asks what comes first first
        const auto at = situation.facts.find(rule.id);
        if (at != situation.facts.end()) add(rule.judgement ? judged : out, fact_in_words(catalogue, matter, rule.id, at->second));
    }
    for (const auto& [id, value] : situation.facts) {
        if (!find_fact(pack, id)) add(out, fact_in_words(catalogue, matter, id, value));
    }
    for (const auto& [id, done] : situation.done) {
        if (done.truth != Truth::unknown && find_named(catalogue.things, id)) add(out, thing_in_words(catalogue, id, done.truth == Truth::yes));
    }
    return (out.empty() ? "" : "经核，" + out + "。") + (judged.empty() ? "" : "经研究，" + judged + "。");
}

std::string without_stop(std::string text) {
    const std::string stop = "。";
    if (text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0) text.resize(text.size() - stop.size());
    return text;
}

std::string clause_in_words(const Pack& pack, const Clause& clause) {
    Clause plain = clause;
    plain.sentence = 0;
    return document_prefix(pack, clause.doc) + clause_label(plain);
}

std::string clauses_in_words(const Pack& pack, const std::vector<Clause>& clauses) {
    std::string out, last;
    for (const Clause& c : clauses) {
        const std::string label = clause_in_words(pack, c);
        if (label != last) out += (out.empty() ? "" : "、") + label;
        last = label;
    }
    return out;
}

}  // namespace signroute::quiz
