// Conditions and facts in words, for messages.
#include "core/findings/finding.h"
#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Op = Condition::Op;

std::string fact_title(const Rules& rules, const std::string& id) {
    const NamedFact* f = find_named(rules.catalogue->facts, id);
    return "“" + (f ? f->title : id) + "”";
}

std::string option_title(const Rules& rules, const std::string& fact, const std::string& id) {
    const NamedFact* f = find_named(rules.catalogue->facts, fact);
    if (!f) return id;
    if (f->options_are_roles) return role_title(*rules.catalogue, id);
    const Named* o = find_named(f->options, id);
    return o ? o->title : id;
}

std::string options_text(const Rules& rules, const std::string& fact, const std::vector<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : "、") + option_title(rules, fact, id);
    return out.empty() ? "空" : out;
}

const char* relation_text(Condition::Relation relation) {
    switch (relation) {
        case Condition::Relation::at_least:
            return "不少于";
        case Condition::Relation::at_most:
            return "不多于";
        case Condition::Relation::more_than:
            return "多于";
        case Condition::Relation::less_than:
            return "少于";
        case Condition::Relation::equal:
            return "等于";
    }
    return "";
}

std::string planned_text(const Rules& rules, const StepPattern& p) {
    std::string out = "计划中有";
    for (const std::string& r : p.roles) out += role_title(*rules.catalogue, r);
    for (const std::string& a : p.actions) out += action_title(*rules.catalogue, a);
    for (const std::string& t : p.to) out += "报" + role_title(*rules.catalogue, t);
    for (const std::string& f : p.forms) out += f;
    return out;
}

std::string joined(const Rules& rules, const Condition& c, const char* with) {
    std::string out;
    for (const Condition& part : c.parts) {
        const bool nested = part.op == Op::all || part.op == Op::any;
        out += (out.empty() ? "" : with) + (nested ? "（" + words_of(rules, part) + "）" : words_of(rules, part));
    }
    return out;
}

}  // namespace

std::string words_of(const Rules& rules, const Condition& c) {
    const std::string fact = fact_title(rules, c.name);
    switch (c.op) {
        case Op::always:
            return "无条件";
        case Op::all:
            return joined(rules, c, "且");
        case Op::any:
            return joined(rules, c, "或");
        case Op::negation:
            if (c.parts.front().op == Op::is_true) return fact_title(rules, c.parts.front().name) + "为否";
            return "并非（" + words_of(rules, c.parts.front()) + "）";
        case Op::is_true:
            return fact + "为是";
        case Op::is_in:
            return fact + "为" + options_text(rules, c.name, c.values);
        case Op::contains:
            return fact + "含" + options_text(rules, c.name, c.values);
        case Op::compare:
            return fact + relation_text(c.relation) + std::to_string(c.number);
        case Op::count:
            return fact + "的个数" + relation_text(c.relation) + std::to_string(c.number);
        case Op::done: {
            const NamedThing* t = find_named(rules.catalogue->things, c.name);
            return "已完成“" + (t ? t->title : c.name) + "”";
        }
        case Op::planned:
            return planned_text(rules, c.pattern);
        case Op::reading:
            return "取口径“" + c.name + "”的读法" + (c.values.empty() ? "" : "“" + c.values.front() + "”");
    }
    return "";
}

std::string words_of(const Rules& rules, const Facts& facts) {
    std::string out;
    for (const auto& [id, value] : facts) {
        out += (out.empty() ? "" : "、") + fact_title(rules, id) + "为";
        if (const auto* b = std::get_if<bool>(&value)) out += *b ? "是" : "否";
        else if (const auto* n = std::get_if<std::int64_t>(&value)) out += std::to_string(*n);
        else if (const auto* s = std::get_if<std::string>(&value)) out += option_title(rules, id, *s);
        else out += options_text(rules, id, std::get<std::vector<std::string>>(value));
    }
    return out;
}

}  // namespace signroute::linting
