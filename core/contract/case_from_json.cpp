#include <algorithm>

#include "core/base/text.h"
#include "core/contract/request.h"
#include "core/route/plan_from_text.h"

namespace signroute {

namespace {

// One option of a fact, as its id; options of a list of roles are roles.
std::optional<std::string> option_id(const Rules& rules, const NamedFact& fact, const JsonIn& in) {
    const auto text = in.text();
    if (!text) return std::nullopt;
    if (fact.options_are_roles) {
        const std::string id = role_id(rules, *text);
        return id.empty() ? *text : id;
    }
    if (fact.options.empty()) return text;
    const Named* option = find_named(fact.options, *text);
    if (!option) in.fail("unknown_option", "情形“" + fact.title + "”没有选项“" + *text + "”。");
    return option ? std::optional(option->id) : std::nullopt;
}

std::optional<FactValue> list_value(const Rules& rules, const NamedFact& fact, const JsonIn& in) {
    std::vector<std::string> out;
    for (const JsonIn& item : in.items()) {
        const auto id = option_id(rules, fact, item);
        if (id && std::find(out.begin(), out.end(), *id) == out.end()) out.push_back(*id);
    }
    return FactValue(out);
}

std::optional<FactValue> fact_value(const Rules& rules, const NamedFact& fact, const JsonIn& in) {
    switch (fact.type) {
        case FactType::boolean: {
            if (in.value() == "是") return FactValue(true);
            if (in.value() == "否") return FactValue(false);
            if (in.value().is_boolean()) return FactValue(*in.boolean());
            in.fail("wrong_type", "此处应为 true 或 false，或者“是”或“否”。");
            return std::nullopt;
        }
        case FactType::integer:
        case FactType::amount_cny: {
            const auto n = in.integer();
            if (n && *n < 0) in.fail("out_of_range", "数量不能为负。");
            return n ? std::optional<FactValue>(*n) : std::nullopt;
        }
        case FactType::date: {
            const auto day = read_day(in);
            return day ? std::optional<FactValue>(to_text(*day)) : std::nullopt;
        }
        case FactType::choice:
        case FactType::rank: {
            const auto id = option_id(rules, fact, in);
            return id ? std::optional<FactValue>(*id) : std::nullopt;
        }
        case FactType::list: return list_value(rules, fact, in);
    }
    return std::nullopt;
}

PlannedStep planned_step(const Rules& rules, const JsonIn& in) {
    PlannedStep out;
    if (in.value().is_string()) {
        out = step_from_text(rules, *in.text());
        if (out == PlannedStep{}) in.fail("empty", "步骤至少要有角色或者动作。");
        return out;
    }
    if (!in.is_object()) {
        in.fail("wrong_type", "此处应为文字或者对象。");
        return out;
    }
    ObjectIn o(in);
    out.role_text = o.text("role");
    out.role = role_id(rules, out.role_text);
    out.action_text = o.text("action");
    out.action = action_id(rules, out.action_text);
    if (out.role == out.role_text) out.role_text.clear();  // an id is not what anybody wrote
    if (out.action == out.action_text) out.action_text.clear();
    for (const auto& [key, words] : {std::pair{"role_text", &out.role_text}, std::pair{"action_text", &out.action_text}}) {
        if (const std::string written = o.text(key); !written.empty()) *words = written;
    }
    const bool nothing = out.role.empty() && out.action.empty() && out.role_text.empty() && out.action_text.empty();
    const auto role_or_text = [&](const char* key) {
        const std::string text = o.text(key), id = role_id(rules, text);
        return id.empty() ? text : id;
    };
    out.to = role_or_text("to");
    out.by = role_or_text("by");
    out.on_behalf_of = role_or_text("on_behalf_of");
    out.form = o.text("form");
    out.who = o.text("who");
    out.date = o.text("date");
    o.finish();
    if (nothing) in.fail("empty", "步骤至少要有角色或者动作。");
    return out;
}

// A thing of the catalogue, or a step of one of the matters asked about.
std::string thing_id(const Rules& rules, const Case& situation, std::string_view name) {
    if (const NamedThing* t = find_named(rules.catalogue->things, name)) return t->id;
    for (const std::string& id : situation.matters) {
        const Matter* m = find_matter(*rules.pack, id);
        if (!m) continue;
        for (const StepRule& s : m->steps) {
            if (s.id == name || id + "." + s.id == name) return std::string(name);
        }
        for (const Prerequisite& p : m->prerequisites) {
            if (p.id == name) return p.thing;
        }
    }
    return "";
}

void read_done(const Rules& rules, const JsonIn& in, Case& out) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    for (const auto& [key, value] : in.value().items()) {
        const JsonIn v = in.child(key);
        const std::string id = thing_id(rules, out, key);
        if (id.empty()) {
            v.fail("unknown_thing", "没有前置事项“" + key + "”。");
            continue;
        }
        Done done;
        if (out.done.count(id)) v.fail("stated_twice", "“" + key + "”以不同的名称写了两次。");
        if (value.is_string()) {
            done.date = read_day(v);
            done.truth = Truth::yes;
        } else if (value.is_boolean()) {
            done.truth = *v.boolean() ? Truth::yes : Truth::no;
        } else if (!value.is_null()) {
            v.fail("wrong_type", "此处应为 true、false 或者日期。");
        }
        out.done[id] = done;
    }
}

void read_enclosures(const Rules& rules, const JsonIn& in, Case& out) {
    for (const JsonIn& item : in.items()) {
        const std::string name = item.text().value_or(""), id = thing_id(rules, out, name);
        if (id.empty()) {
            item.fail("unknown_thing", "没有附件“" + name + "”。");
            continue;
        }
        if (out.done[id].truth == Truth::no) item.fail("contradiction", "“" + name + "”列为附件，又写明没有。");
        out.done[id].truth = Truth::yes;
    }
}

void read_events(const Rules& rules, const JsonIn& in, Case& out) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    for (const auto& [key, value] : in.value().items()) {
        const JsonIn v = in.child(key);
        const Named* event = find_named(rules.catalogue->events, key);
        if (!event) v.fail("unknown_event", "没有时间节点“" + key + "”。");
        if (!event || value.is_null()) continue;
        if (out.events.count(event->id)) v.fail("stated_twice", "“" + key + "”以不同的名称写了两次。");
        if (const auto day = read_day(v)) out.events[event->id] = *day;
    }
}

void read_matters(const Rules& rules, ObjectIn& in, Case& out, bool optional) {
    const auto v = optional ? in.get("matter") : in.require("matter");
    if (!v) return;
    const auto add = [&](const JsonIn& one) {
        const std::string name = one.text().value_or(""), id = matter_id(rules, name);
        if (!one.value().is_string()) return;
        if (id.empty()) one.fail("unknown_matter", "没有事项“" + name + "”。");
        else if (std::find(out.matters.begin(), out.matters.end(), id) == out.matters.end()) out.matters.push_back(id);
    };
    if (v->value().is_string()) return add(*v);
    if (!v->value().is_array()) return v->fail("wrong_type", "此处应为文字，或者文字的数组。");
    for (const JsonIn& one : v->items()) add(one);
    if (v->value().empty() && !optional) v->fail("empty", "至少要有一个事项。");
}

}  // namespace

std::optional<Day> read_day(const JsonIn& in) {
    const auto text = in.text();
    if (!text) return std::nullopt;
    const auto day = day_from_text(*text, in.pointer());
    if (day) return *day;
    in.fail(day.error().code, day.error().message);
    return std::nullopt;
}

std::optional<Day> read_day(ObjectIn& in, const char* key) {
    const auto v = in.get(key);
    return v ? read_day(*v) : std::nullopt;
}

Facts read_facts(const Rules& rules, const JsonIn& in) {
    Facts out;
    if (!in.is_object()) {
        in.fail("wrong_type", "此处应为对象。");
        return out;
    }
    for (const auto& [key, value] : in.value().items()) {
        const JsonIn v = in.child(key);
        const NamedFact* fact = find_named(rules.catalogue->facts, key);
        if (!fact) v.fail("unknown_fact", "没有情形“" + key + "”。");
        if (!fact || value.is_null()) continue;
        if (out.count(fact->id)) v.fail("stated_twice", "情形“" + fact->title + "”以不同的名称写了两次。");
        if (const auto known = fact_value(rules, *fact, v)) out[fact->id] = *known;
    }
    return out;
}

Case read_case(const Rules& rules, ObjectIn& in, bool matter_optional) {
    Case out;
    read_matters(rules, in, out, matter_optional);
    if (const auto v = in.get("facts")) out.facts = read_facts(rules, *v);
    if (const auto v = in.get("planned")) {
        out.has_plan = true;
        if (v->value().is_string()) out.planned = plan_from_text(rules, *v->text());
        else for (const JsonIn& item : v->items()) out.planned.push_back(planned_step(rules, item));
    }
    if (const auto v = in.get("done")) read_done(rules, *v, out);
    if (const auto v = in.get("enclosures")) read_enclosures(rules, *v, out);
    if (const auto v = in.get("events")) read_events(rules, *v, out);
    out.on = read_day(in, "on");
    out.today = read_day(in, "today");
    return out;
}

Rules rules_by(const Library& library, const Pack& pack) { return {&library.catalogue, &pack, &library.general}; }

const Pack* find_pack_by_id(const Library& library, std::string_view id) {
    for (const Pack& p : library.packs) {
        if (p.id == id) return &p;
    }
    return nullptr;
}

const Pack* find_pack(const Library& library, std::string_view name) {
    if (const Pack* p = find_pack_by_id(library, name)) return p;
    for (const Pack& p : library.packs) {
        if (p.city == name || p.title == name) return &p;
    }
    return nullptr;
}

std::optional<PackInUse> pack_in_use(const Library& library, std::string_view otherwise, ObjectIn& in, Errors& errors) {
    const auto source = in.get("pack_source");
    const auto named = in.get("pack");
    PackInUse out;
    if (source && named) {
        source->fail("contradiction", "“pack”和“pack_source”只能写一个。");
        return std::nullopt;
    }
    if (source) {
        PackRead read = pack_from_json(write_json(source->value()), library.catalogue);
        for (Error& e : read.errors) errors.push_back({e.code, source->pointer() + e.pointer, e.message});
        if (!read.pack) return std::nullopt;
        out.own = std::move(read.pack);
        return out;
    }
    const std::string id = named ? named->text().value_or("") : std::string(otherwise);
    if (id.empty()) {
        in.in().fail("missing_key", "缺少“pack”。");
        return std::nullopt;
    }
    out.named = find_pack(library, id);
    if (!out.named) {
        errors.push_back({"unknown_pack", named ? named->pointer() : "", "没有规则包“" + id + "”。"});
        return std::nullopt;
    }
    return out;
}

}  // namespace signroute
