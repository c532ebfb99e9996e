#include "core/contract/plan_form.h"

#include "core/contract/request.h"
#include "core/contract/plan_form_json.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

constexpr std::pair<const char*, InterruptionKind> kInterruptionKinds[] = {{"suspended", InterruptionKind::suspended},
                                                               {"extended", InterruptionKind::extended},
                                                               {"returned", InterruptionKind::returned},
                                                               {"resumed", InterruptionKind::resumed},
                                                               {"urgent", InterruptionKind::urgent}};
constexpr std::pair<const char*, PlanTarget::Kind> kTargets[] = {
    {"event", PlanTarget::Kind::event}, {"step", PlanTarget::Kind::step}, {"limit", PlanTarget::Kind::limit}};

constexpr std::size_t kMonth = 7;  // 2026-03

bool dated(InterruptionKind kind) { return kind != InterruptionKind::extended && kind != InterruptionKind::urgent; }

Json figure_to_json(const PlanFigure& f) { return {{"n", f.n < 0 ? Json(nullptr) : Json(f.n)}, {"unit", name(f.unit)}, {"basis", f.basis}}; }

Json interruption_to_json(const Interruption& i) {
    Json out = {{"kind", name_of(i.kind, kInterruptionKinds)}, {"basis", i.basis}};
    out[i.limit.empty() ? "step" : "limit"] = i.limit.empty() ? i.step : i.limit;
    if (i.from) out["from"] = to_text(*i.from);
    if (i.until && i.kind == InterruptionKind::suspended) out["until"] = to_text(*i.until);
    if (i.n && !dated(i.kind)) out["n"] = *i.n;
    return out;
}

PlanFigure figure_in(const JsonIn& in) {
    ObjectIn o(in);
    PlanFigure out;
    out.n = o.integer("n").value_or(-1);
    const std::string unit = o.text("unit");
    out.unit = deadline_unit_from_text(unit).value_or(out.unit);
    out.basis = o.text("basis");
    o.finish();
    return out;
}

Interruption interruption_in(const JsonIn& in) {
    ObjectIn o(in);
    Interruption out;
    const std::string kind = o.need_text("kind");
    if (const auto* k = value_of(kind, kInterruptionKinds)) out.kind = *k;
    else if (!kind.empty()) in.child("kind").fail("bad_value", "种类应为 suspended、extended、returned、resumed 或 urgent。");
    out.limit = o.text("limit");
    out.step = o.text("step");
    out.basis = o.text("basis");
    out.from = read_day(o, "from");
    out.until = read_day(o, "until");
    out.n = o.integer("n");
    o.finish();
    return out;
}

void read_target(const JsonIn& in, PlanForm& out) {
    ObjectIn o(in);
    for (const auto& [key, kind] : kTargets) {
        const std::string id = o.text(key);
        if (!id.empty()) out.target = id, out.kind = kind;
    }
    out.date = read_day(o, "date");
    const std::string month = o.text("month");
    if (const auto day = month_from_text(month, in.pointer()); day && !month.empty()) out.date = *day;
    o.finish();
}

}  // namespace

std::string lacking(const PlanFigure& figure) { return figure.n < 0 ? "请填写用时" : figure.basis.empty() ? "请写明依据" : ""; }

std::string lacking(const Interruption& i) {
    if (i.limit.empty() && i.step.empty()) return "请选时限或者步骤";
    if (dated(i.kind) && !i.from) return "请填写日期";
    if (i.kind == InterruptionKind::extended && !i.n) return "请填写延长多少";
    if (i.from && i.until && *i.until < *i.from) return "止日早于起日";
    return i.basis.empty() ? "请写明依据" : "";
}

Json to_json(const PlanForm& form, bool complete) {
    Json out = Json::object();
    if (form.start) out["from"]["start"] = to_text(*form.start);
    if (!form.target.empty() && (form.date || !complete)) {
        const bool month = form.kind == PlanTarget::Kind::limit;
        out["to"][name_of(form.kind, kTargets)] = form.target;
        if (form.date) out["to"][month ? "month" : "date"] = to_text(*form.date).substr(0, month ? kMonth : std::string::npos);
    }
    for (const auto& [id, figure] : form.durations) {
        if (!complete || lacking(figure).empty()) out["durations"][id] = figure_to_json(figure);
    }
    for (const auto& [event, step] : form.ties) out["ties"][event] = step;
    for (const Interruption& i : form.interruptions) {
        if (!complete || lacking(i).empty()) out["interruptions"].push_back(interruption_to_json(i));
    }
    return out;
}

namespace {

PlanForm plan_form_in(const JsonIn& in) {
    ObjectIn o(in);
    PlanForm out;
    if (const auto from = o.get("from")) {
        ObjectIn f(*from);
        out.start = read_day(f, "start");
        f.finish();
    }
    if (const auto to = o.get("to")) read_target(*to, out);
    if (const auto list = o.get("durations"); list && list->is_object()) {
        for (const auto& [key, value] : list->value().items()) out.durations[key] = figure_in(list->child(key));
    }
    if (const auto list = o.get("ties"); list && list->is_object()) {
        for (const auto& [key, value] : list->value().items()) out.ties[key] = list->child(key).text().value_or("");
    }
    for (const JsonIn& i : o.items("interruptions")) out.interruptions.push_back(interruption_in(i));
    o.finish();
    return out;
}

}  // namespace

std::string plan_form_to_text(const PlanForm& form) { return form.empty() ? "" : write_json(to_json(form, false)); }

Result<PlanForm> plan_form_from_text(std::string_view text) {
    if (text.empty()) return PlanForm{};
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    PlanForm out = plan_form_in(JsonIn(*json, "/schedule", errors));
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace signroute
