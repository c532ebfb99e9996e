// Steps, prerequisites, prohibitions, caps, time limits and readings.
#include <algorithm>

#include "core/pack/read/pack_reader.h"

namespace signroute {

StepRule PackReader::step(const JsonIn& in) {
    ObjectIn o(in);
    StepRule out;
    element(o, out, false);
    out.role = identifier(o, "role", "role");
    out.action = identifier(o, "action", "action", true);
    out.word = o.text("word");
    out.also = identifiers(o, "also", "action");
    out.to = identifier(o, "to", "role");
    out.form = o.text("form");
    if (const auto v = o.get("status")) {
        constexpr const char* kMessage = "步骤状态应为 required、if_needed、judgement 或 permitted。";
        const StepStatus* s = word(*v, kStepStatuses, kMessage);
        const bool base = s && *s != StepStatus::not_required && *s != StepStatus::unknown;
        if (s && !base) v->fail("bad_value", kMessage);
        if (base) out.status = *s;
    }
    out.decides = o.boolean("decides", false);
    out.delegable_to = identifiers(o, "delegable_to", "role");
    out.items = o.texts("items");
    out.open_list = o.boolean("open", false);
    out.after = o.texts("after");
    out.one_of = o.text("one_of");
    out.path = o.text("path");
    if (!out.path.empty() && out.one_of.empty()) in.fail("missing_key", "写了“path”而缺少“one_of”。");
    out.thing = identifier(o, "thing", "thing");
    o.finish();
    return out;
}

Prerequisite PackReader::prerequisite(const JsonIn& in) {
    ObjectIn o(in);
    Prerequisite out;
    element(o, out);
    out.thing = identifier(o, "thing", "thing", true);
    out.duty = o.boolean("duty", false);
    out.by = identifier(o, "by", "role");
    out.before = o.text("before");
    out.term = o.text("term");
    o.finish();
    return out;
}

Prohibition PackReader::prohibition(const JsonIn& in) {
    ObjectIn o(in);
    Prohibition out;
    element(o, out);
    if (const auto v = o.require("breach")) out.breach = condition(*v);
    if (const auto v = o.get("instead")) {
        if (v->value().is_string()) {
            out.instead = *v->text();
        } else if (!v->is_object()) {
            v->fail("wrong_type", "此处应为文字或者对象。");
        } else {
            ObjectIn i(*v);
            out.instead_matter = identifier(i, "matter", "matter", true);
            if (const auto f = i.get("facts")) out.instead_facts = fixed_facts(*f);
            i.finish();
        }
    }
    o.finish();
    return out;
}

Cap PackReader::cap(const JsonIn& in) {
    ObjectIn o(in);
    Cap out;
    element(o, out);
    out.fact = identifier(o, "fact", "fact", true);
    out.unit = o.need_text("unit");
    out.at_most = o.integer("at_most");
    out.at_least = o.integer("at_least");
    if (!o.has("at_most") && !o.has("at_least")) in.fail("missing_key", "缺少“at_most”或“at_least”。");
    const NamedFact* fact = find_named(catalogue_.facts, out.fact);
    if (fact && fact->type != FactType::integer && fact->type != FactType::amount_cny && fact->type != FactType::list)
        in.fail("wrong_fact_type", "情形“" + fact->title + "”不是数量。");
    o.finish();
    return out;
}

GivesWay PackReader::gives_way(const JsonIn& in) {
    ObjectIn o(in);
    GivesWay out;
    out.id = o.need_text("id");
    const auto kinds = {"agreed", "set_by_superior", "urgent", "special_rule"};
    if (!out.id.empty() && std::none_of(kinds.begin(), kinds.end(), [&](const char* k) { return out.id == k; }))
        o.require("id")->fail("bad_value", "让位情形应为 agreed、set_by_superior、urgent 或 special_rule。");
    out.say = o.need_text("say");
    out.clauses = clauses(o, "clauses", true);
    out.when = condition(o, "when");
    o.finish();
    return out;
}

// "day" is a word of the texts (日, 天) that leaves open which days count.
void PackReader::limit_unit(ObjectIn& o, TimeLimit& out) {
    const auto v = out.n ? o.require("unit") : o.get("unit");
    const auto text = v ? v->text() : std::nullopt;
    if (!text) return;
    out.unit_open = *text == "day";
    const auto unit = deadline_unit_from_text(*text);
    if (!unit && !out.unit_open) v->fail("bad_value", "单位应为 working_day、calendar_day、month、year，或者 day（原文未说明是否为工作日）。");
    out.unit = unit.value_or(DeadlineUnit::working_day);
}

// How long and in which direction: `n` with a unit, a day of the month, or only a word of the text.
void PackReader::limit_figure(ObjectIn& o, TimeLimit& out) {
    out.n = small(o, "n", 0, 100000);
    out.term = o.text("term");
    out.day_of_month = small(o, "day_of_month", 1, 31);
    out.day_open = o.boolean("day_open", false);
    if (out.day_open && out.day_of_month.value_or(0) < 2) o.in().fail("missing_key", "写了“day_open”，“day_of_month”应为2至31。");
    const int figures = o.has("n") + o.has("term") + o.has("day_of_month");
    if (figures == 0) o.in().fail("missing_key", "缺少“n”、“term”或“day_of_month”。");
    if (figures > 1) o.in().fail("contradiction", "“n”、“term”和“day_of_month”只能写一个。");
    limit_unit(o, out);
    const auto v = o.get("direction");
    const auto text = v ? v->text() : std::nullopt;
    const auto direction = text ? direction_from_text(*text) : std::nullopt;
    if (text && !direction) v->fail("bad_value", "方向应为 after 或 before。");
    out.direction = direction.value_or(Direction::after);
}

TimeLimit PackReader::limit(const JsonIn& in) {
    ObjectIn o(in);
    TimeLimit out;
    element(o, out);
    if (!out.id.empty() && !known("limit", out.id)) o.require("id")->fail("unknown_limit", "目录中没有时限“" + out.id + "”。");
    out.title = o.text("title");
    limit_figure(o, out);
    out.from = identifier(o, "from", "event", true);
    out.to = identifier(o, "to", "event");
    out.by = identifier(o, "by", "role");
    out.minimum = o.boolean("minimum", false);
    if (const auto v = o.get("runs_out")) {
        ObjectIn r(*v);
        out.runs_out = RunsOut{r.need_text("effect"), r.need_text("say"), clauses(r, "clauses", true)};
        r.finish();
    }
    for (const JsonIn& g : o.items("gives_way_to")) out.gives_way_to.push_back(gives_way(g));
    o.finish();
    return out;
}

// A matter names a limit by its id, or by {"limit", "when"?, "step"?}; its condition joins the limit's own.
TimeLimit PackReader::used_limit(const JsonIn& in, const Pack& pack) {
    std::string id, step, pointer = in.pointer();
    Condition when;
    if (in.value().is_string()) {
        id = *in.text();
    } else if (!in.is_object()) {
        in.fail("wrong_type", "此处应为文字或者对象。");
        return {};
    } else {
        ObjectIn o(in);
        id = o.need_text("limit");
        if (id.empty()) return {};
        pointer += "/limit";
        step = o.text("step");
        when = condition(o, "when");
        o.finish();
    }
    const TimeLimit* found = find_limit(pack, id);
    if (!found) {
        errors_.push_back({"unknown_limit", pointer, "本规则包没有时限“" + id + "”。"});
        return {};
    }
    TimeLimit out = *found;
    out.step = step;
    out.pointer = in.pointer();
    if (when.op != Condition::Op::always) {
        out.when = out.when.op == Condition::Op::always ? when : Condition{.op = Condition::Op::all, .parts = {out.when, when}};
    }
    return out;
}

OpenReading PackReader::open_reading(const JsonIn& in) {
    ObjectIn o(in);
    OpenReading out;
    element(o, out);
    for (const JsonIn& item : o.items("readings")) {
        ObjectIn r(item);
        Reading reading;
        reading.id = r.need_text("id");
        reading.say = r.need_text("say");
        reading.basis = clauses(r, "basis", true);
        reading.literal = r.boolean("literal", false);
        reading.cautious = r.boolean("cautious", false);
        r.finish();
        out.readings.push_back(std::move(reading));
    }
    unique(out.readings, in.pointer() + "/readings");
    if (out.readings.size() < 2) in.fail("bad_value", "口径分歧至少要有两种读法。");
    const auto cautious = std::count_if(out.readings.begin(), out.readings.end(), [](const Reading& r) { return r.cautious; });
    if (cautious != 1) in.fail("bad_value", "口径分歧应当恰有一种稳妥读法（cautious）。");
    o.finish();
    return out;
}

}  // namespace signroute
