// Requests of the verb `plan`, read with located errors.
#include <algorithm>

#include "core/base/text.h"
#include "core/contract/plan_verb.h"
#include "core/findings/finding.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

constexpr std::pair<const char*, InterruptionKind> kInterruptions[] = {{"suspended", InterruptionKind::suspended},
                                                                       {"extended", InterruptionKind::extended},
                                                                       {"returned", InterruptionKind::returned},
                                                                       {"resumed", InterruptionKind::resumed},
                                                                       {"urgent", InterruptionKind::urgent}};

class PlanIn {
  public:
    PlanIn(const Rules& rules, const Assessment& assessment, Case& situation, ObjectIn& in)
        : rules_(rules), a_(assessment), case_(situation), in_(in) {}
    PlanQuestion read();

  private:
    void read_from(const JsonIn& in);
    void read_to(const JsonIn& in);
    void read_target_event(ObjectIn& o, const JsonIn& name);
    void read_durations(const JsonIn& in);
    void read_ties(const JsonIn& in);
    void read_interruption(const JsonIn& in);
    void read_object_of(ObjectIn& o, const JsonIn& in, Interruption& out);
    void read_amount(ObjectIn& o, Interruption& out);
    std::string step_id(std::string_view name) const;
    std::string step_or_fail(const JsonIn& in) const;
    std::string limit_or_fail(const JsonIn& in) const;
    std::string basis(ObjectIn& o) const;

    const Rules& rules_;
    const Assessment& a_;
    Case& case_;
    ObjectIn& in_;
    PlanQuestion out_;
};

std::optional<DeadlineUnit> read_unit(const JsonIn& in) {
    const auto text = in.text();
    const auto unit = text ? deadline_unit_from_text(*text) : std::nullopt;
    if (text && !unit) in.fail("bad_value", "单位应为 working_day、calendar_day、month 或 year。");
    return unit;
}

constexpr std::int64_t kMostCounted = 100'000;

std::int64_t read_count(const JsonIn& in) {
    const auto n = in.integer();
    if (n && (*n < 0 || *n > kMostCounted)) in.fail("out_of_range", "数量应为0至" + std::to_string(kMostCounted) + "。");
    return n.value_or(0);
}

// A step by its id, by its id after the matter's, or in words (部门回复). "" = the matters have none.
std::string PlanIn::step_id(std::string_view name) const {
    std::vector<const Route*> routes = {&a_.route};
    for (const ReadingAnswer& r : a_.readings) routes.push_back(&r.answer->route);
    for (const Route* route : routes) {
        for (const RouteStep& s : route->steps) {
            if (s.id == name || s.matter + "." + s.rule->id == name) return s.id;
        }
    }
    for (const Route* route : routes) {
        for (const RouteStep& s : route->steps) {
            if (step_title(*rules_.catalogue, s.role, *s.rule) == name) return s.id;
        }
    }
    for (const std::string& id : case_.matters) {
        const Matter* m = find_matter(*rules_.pack, id);
        for (const StepRule& s : m ? m->steps : std::vector<StepRule>()) {
            if (s.id == name || id + "." + s.id == name) return s.id;
        }
    }
    return "";
}

std::string PlanIn::step_or_fail(const JsonIn& in) const {
    const std::string name = in.text().value_or(""), id = step_id(name);
    if (in.value().is_string() && id.empty()) in.fail("unknown_step", "没有步骤“" + name + "”。");
    return id;
}

std::string PlanIn::limit_or_fail(const JsonIn& in) const {
    const std::string name = in.text().value_or("");
    const Named* limit = find_named(rules_.catalogue->limits, name);
    if (in.value().is_string() && !limit) in.fail("unknown_limit", "没有时限“" + name + "”。");
    return limit ? limit->id : "";
}

std::string PlanIn::basis(ObjectIn& o) const {
    const auto v = o.require("basis");
    const std::string out = v ? v->text().value_or("") : "";
    if (v && v->value().is_string() && trim(out).empty()) v->fail("empty", "依据不能为空。");
    return out;
}

void PlanIn::read_from(const JsonIn& in) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    ObjectIn o(in);
    if (const auto v = o.require("start")) out_.start = read_day(*v);
    o.finish();
}

void PlanIn::read_target_event(ObjectIn& o, const JsonIn& name) {
    const Named* event = find_named(rules_.catalogue->events, name.text().value_or(""));
    if (name.value().is_string() && !event) name.fail("unknown_event", "没有时间节点“" + *name.text() + "”。");
    const auto v = o.require("date");
    const auto day = v ? read_day(*v) : std::nullopt;
    if (!event || !day) return;
    out_.target = PlanTarget{PlanTarget::Kind::event, event->id, *day, name.pointer()};
    const auto given = case_.events.find(event->id);
    if (given == case_.events.end()) return;
    if (given->second != *day) v->fail("contradiction", "“" + event->title + "”的日期与“events”中所填的不同。");
    case_.events.erase(event->id);  // said once is enough
}

void PlanIn::read_to(const JsonIn& in) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    ObjectIn o(in);
    const auto event = o.get("event"), step = o.get("step"), limit = o.get("limit");
    const int named = int(event.has_value()) + int(step.has_value()) + int(limit.has_value());
    if (named == 0) in.fail("missing_key", "缺少“event”、“step”或者“limit”。");
    if (named > 1) in.fail("contradiction", "“event”、“step”、“limit”只能写一个。");
    if (named != 1) return;
    if (event) read_target_event(o, *event);
    if (step) {
        const std::string id = step_or_fail(*step);
        const auto v = o.require("date");
        const auto day = v ? read_day(*v) : std::nullopt;
        if (day && !id.empty()) out_.target = PlanTarget{PlanTarget::Kind::step, id, *day, step->pointer()};
    }
    if (limit) {
        const std::string id = limit_or_fail(*limit);
        const auto v = o.require("month");
        const auto text = v ? v->text() : std::nullopt;
        const auto month = text ? month_from_text(*text, v->pointer()) : Result<Day>(Error{});
        if (text && !month) v->fail(month.error().code, month.error().message);
        if (month && !id.empty()) out_.target = PlanTarget{PlanTarget::Kind::limit, id, *month, limit->pointer()};
    }
    o.finish();
}

void PlanIn::read_durations(const JsonIn& in) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    for (const auto& [key, value] : in.value().items()) {
        const JsonIn v = in.child(key);
        const std::string step = step_id(key);
        const Named* limit = find_named(rules_.catalogue->limits, key);
        if (step.empty() && !limit) {
            v.fail("unknown_step", "没有步骤或者时限“" + key + "”。");
            continue;
        }
        const TimeLimit* ruled = step.empty() ? find_limit(*rules_.pack, limit->id) : nullptr;
        if (ruled && (ruled->n || ruled->day_of_month)) v.fail("has_figure", "原文对时限“" + limit->title + "”已有规定，不能另填。");
        if (!v.is_object()) {
            v.fail("wrong_type", "此处应为对象。");
            continue;
        }
        ObjectIn o(v);
        PlanFigure figure;
        if (const auto n = o.require("n")) figure.n = read_count(*n);
        if (const auto unit = o.require("unit")) figure.unit = read_unit(*unit).value_or(figure.unit);
        figure.basis = basis(o);
        o.finish();
        auto& list = step.empty() ? out_.limit_figures : out_.step_figures;
        if (!list.emplace(step.empty() ? limit->id : step, figure).second) v.fail("stated_twice", "“" + key + "”以不同的名称写了两次。");
    }
}

void PlanIn::read_ties(const JsonIn& in) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    for (const auto& [key, value] : in.value().items()) {
        const JsonIn v = in.child(key);
        const Named* event = find_named(rules_.catalogue->events, key);
        if (!event) v.fail("unknown_event", "没有时间节点“" + key + "”。");
        const bool start = value == "start" || value == "开始";
        const std::string step = start ? "" : step_or_fail(v);
        if (event && (start || !step.empty()) && !out_.ties.emplace(event->id, step).second)
            v.fail("stated_twice", "“" + key + "”以不同的名称写了两次。");
    }
}

void PlanIn::read_object_of(ObjectIn& o, const JsonIn& in, Interruption& out) {
    const auto limit = o.get("limit"), step = o.get("step");
    if (!limit && !step) in.fail("missing_key", "缺少“limit”或者“step”。");
    if (limit && step) in.fail("contradiction", "“limit”和“step”只能写一个。");
    if (limit) out.limit = limit_or_fail(*limit);
    if (step) out.step = step_or_fail(*step);
}

// How much longer, or how long in all where it is urgent.
void PlanIn::read_amount(ObjectIn& o, Interruption& out) {
    const bool extended = out.kind == InterruptionKind::extended;
    if (!extended && out.kind != InterruptionKind::urgent) return;
    const auto n = extended ? o.require("n") : o.get("n");
    if (n) out.n = read_count(*n);
    if (const auto unit = o.get("unit")) out.unit = read_unit(*unit);
}

void PlanIn::read_interruption(const JsonIn& in) {
    if (!in.is_object()) return in.fail("wrong_type", "此处应为对象。");
    ObjectIn o(in);
    Interruption out;
    out.pointer = in.pointer();
    const auto kind = o.require("kind");
    const auto text = kind ? kind->text() : std::nullopt;
    const auto* known = text ? value_of(*text, kInterruptions) : nullptr;
    if (text && !known) kind->fail("bad_value", "种类应为 suspended、extended、returned、resumed 或 urgent。");
    if (!known) return;
    out.kind = *known;
    read_object_of(o, in, out);
    const bool dated = out.kind != InterruptionKind::extended && out.kind != InterruptionKind::urgent;
    const auto from = dated ? o.require("from") : o.get("from");
    if (from) out.from = read_day(*from);
    if (out.kind == InterruptionKind::suspended) out.until = read_day(o, "until");
    if (out.from && out.until && *out.until < *out.from) o.get("until")->fail("bad_range", "“until”不应早于“from”。");
    read_amount(o, out);
    out.basis = basis(o);
    o.finish();
    out_.interruptions.push_back(std::move(out));
}

PlanQuestion PlanIn::read() {
    const auto from = in_.get("from"), to = in_.get("to");
    if (!from && !to) in_.in().fail("missing_key", "缺少“from”或者“to”。");
    if (from) read_from(*from);
    if (to) read_to(*to);
    if (const auto v = in_.get("durations")) read_durations(*v);
    if (const auto v = in_.get("ties")) read_ties(*v);
    for (const JsonIn& item : in_.items("interruptions")) read_interruption(item);
    out_.ledger = in_.boolean("ledger", true);
    return out_;
}

}  // namespace

PlanQuestion read_plan(const Rules& rules, const Assessment& assessment, Case& situation, ObjectIn& in) {
    return PlanIn(rules, assessment, situation, in).read();
}

}  // namespace signroute
