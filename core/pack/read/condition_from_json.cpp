// Conditions, checked against the catalogue: the fact exists, has that type and knows that option.
#include <algorithm>

#include "core/pack/read/pack_reader.h"

namespace signroute {

namespace {

bool has_option(const NamedFact& fact, const Catalogue& catalogue, const std::string& id) {
    if (fact.options_are_roles) return std::any_of(catalogue.roles.begin(), catalogue.roles.end(), [&](const auto& r) { return r.id == id; });
    return fact.options.empty() || std::any_of(fact.options.begin(), fact.options.end(), [&](const Named& o) { return o.id == id; });
}

}  // namespace

Condition PackReader::condition(ObjectIn& in, const char* key) {
    const auto v = in.get(key);
    return v ? condition(*v) : Condition{};
}

StepPattern PackReader::pattern(const JsonIn& in) {
    ObjectIn o(in);
    StepPattern out;
    out.roles = identifiers(o, "role", "role");
    out.actions = identifiers(o, "action", "action");
    out.to = identifiers(o, "to", "role");
    out.forms = o.texts("form");
    o.finish();
    if (out.empty()) in.fail("empty", "步骤样式不能为空。");
    return out;
}

// {"all":[…]}, {"any":[…]}, {"not":…}: `in` has one of these keys.
Condition PackReader::logical(ObjectIn& in) {
    Condition out;
    if (const auto part = in.get("not")) {
        out.op = Condition::Op::negation;
        out.parts.push_back(condition(*part));
        return out;
    }
    const char* key = in.has("all") ? "all" : "any";
    out.op = in.has("all") ? Condition::Op::all : Condition::Op::any;
    for (const JsonIn& part : in.items(key)) out.parts.push_back(condition(part));
    if (in.in().value()[key] == Json::array()) in.in().fail("empty", "all 或 any 不能为空。");
    return out;
}

bool PackReader::comparison(ObjectIn& in, Condition& out) {
    using R = Condition::Relation;
    for (const auto& [key, relation] : {std::pair{"at_least", R::at_least}, {"at_most", R::at_most}, {"more_than", R::more_than},
                                        {"less_than", R::less_than}, {"equals", R::equal}}) {
        if (!in.has(key)) continue;
        out.relation = relation;
        out.number = in.integer(key).value_or(0);
        return true;
    }
    return false;
}

Condition PackReader::about_fact(ObjectIn& in) {
    Condition out;
    const bool counted = in.has("count");
    out.name = identifier(in, counted ? "count" : "fact", "fact", true);
    const NamedFact* fact = find_named(catalogue_.facts, out.name);
    const bool compared = comparison(in, out);
    if (counted && !compared) in.in().fail("missing_key", "缺少 at_least、at_most、more_than、less_than 或 equals。");
    // What does not go with the rest stays unread, and is reported as an unknown key.
    const bool numeric = counted || compared;
    const auto is = numeric ? std::nullopt : in.get("is");
    const auto has = numeric || is ? std::nullopt : in.get("has");
    FactType wanted = FactType::boolean;
    out.op = Condition::Op::is_true;
    if (counted || has) {
        out.op = counted ? Condition::Op::count : Condition::Op::contains;
        wanted = FactType::list;
    } else if (compared) {
        out.op = Condition::Op::compare;
        wanted = FactType::integer;
    } else if (is && !is->value().is_boolean()) {
        out.op = Condition::Op::is_in;
        wanted = FactType::choice;
    }
    if (out.op == Condition::Op::is_in) out.values = is->texts();
    if (out.op == Condition::Op::contains) out.values = has->texts();
    const bool lists = out.op == Condition::Op::is_in || out.op == Condition::Op::contains;
    if (lists && (is ? is : has)->value() == Json::array()) (is ? is : has)->fail("empty", "至少要写明一个选项。");
    if (!fact) return out;
    const bool fits = fact->type == wanted || (wanted == FactType::integer && fact->type == FactType::amount_cny) ||
                      (wanted == FactType::choice && (fact->type == FactType::rank || fact->type == FactType::date));
    if (!fits) in.in().fail("wrong_fact_type", "情形“" + fact->title + "”的类型与此条件不符。");
    for (const std::string& v : out.values) {
        if (!has_option(*fact, catalogue_, v)) in.in().fail("unknown_option", "情形“" + fact->title + "”没有选项“" + v + "”。");
    }
    if (is && is->value() == false) return {.op = Condition::Op::negation, .parts = {out}};
    return out;
}

FactValue PackReader::fixed_fact(const NamedFact& fact, const JsonIn& in) {
    switch (fact.type) {
        case FactType::boolean: return in.boolean().value_or(false);
        case FactType::integer:
        case FactType::amount_cny: return in.integer().value_or(0);
        case FactType::choice:
        case FactType::rank:
        case FactType::date: {
            const auto text = in.text();
            if (text && !has_option(fact, catalogue_, *text)) in.fail("unknown_option", "情形“" + fact.title + "”没有选项“" + *text + "”。");
            return text.value_or("");
        }
        case FactType::list: {
            std::vector<std::string> out;
            for (const JsonIn& item : in.items()) {
                out.push_back(item.text().value_or(""));
                const bool wrong = item.value().is_string() && !has_option(fact, catalogue_, out.back());
                if (wrong) item.fail("unknown_option", "情形“" + fact.title + "”没有选项“" + out.back() + "”。");
            }
            return out;
        }
    }
    return false;
}

Facts PackReader::fixed_facts(const JsonIn& in) {
    Facts out;
    ObjectIn o(in);
    if (!in.is_object()) return out;
    for (const auto& [key, value] : in.value().items()) {
        const auto v = o.get(key);
        const NamedFact* fact = known("fact", key) ? find_named(catalogue_.facts, key) : nullptr;
        if (!fact) in.child(key).fail("unknown_fact", "目录中没有情形“" + key + "”。");
        if (fact && v) out[key] = fixed_fact(*fact, *v);
    }
    return out;
}

Condition PackReader::condition(const JsonIn& in) {
    Condition out;
    if (in.value().is_string()) {
        out.op = Condition::Op::is_true;
        out.name = identifier(in, "fact");
        const NamedFact* fact = find_named(catalogue_.facts, out.name);
        if (fact && fact->type != FactType::boolean) in.fail("wrong_fact_type", "情形“" + fact->title + "”的类型与此条件不符。");
        out.pointer = in.pointer();
        return out;
    }
    if (!in.is_object()) {
        in.fail("wrong_type", "此处应为文字或者对象。");
        return out;
    }
    ObjectIn o(in);
    if (o.has("all") || o.has("any") || o.has("not")) {
        out = logical(o);
    } else if (o.has("done")) {
        out.op = Condition::Op::done;
        out.name = identifier(o, "done", "thing");
    } else if (o.has("planned")) {
        out.op = Condition::Op::planned;
        out.pattern = pattern(*o.get("planned"));
    } else if (o.has("reading")) {
        out.op = Condition::Op::reading;
        out.name = o.need_text("reading");
        const auto is = o.require("is");
        if (is) out.values = is->texts();
        if (is && is->value() == Json::array()) is->fail("empty", "至少要写明一种读法。");
    } else {
        out = about_fact(o);
    }
    o.finish();
    out.pointer = in.pointer();
    return out;
}

}  // namespace signroute
