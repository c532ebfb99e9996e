#include "core/contract/json_out.h"
#include "core/contract/plan_verb.h"

namespace signroute {

namespace {

constexpr std::pair<const char*, PlanLimitState> kLimitStates[] = {{"runs", PlanLimitState::runs},
                                                                   {"no_start", PlanLimitState::no_start},
                                                                   {"no_figure", PlanLimitState::no_figure},
                                                                   {"gives_way", PlanLimitState::gives_way}};

const char* decided(Truth t) { return t == Truth::unknown ? "undecided" : name_of(t, kTruths); }

// One day, or the first and the last that it may be.
Json date_to_json(const PlanDate& d) {
    if (d.certain) return to_text(*d.earliest);
    if (!d.earliest && !d.latest) return nullptr;
    return {{"earliest", day_or_null(d.earliest)}, {"latest", day_or_null(d.latest)}};
}

Json range_to_json(const std::optional<PlanRange>& r) {
    if (!r) return nullptr;
    return r->least == r->most ? Json(r->least) : Json{{"least", r->least}, {"most", r->most}};
}

Json assumptions_to_json(const std::vector<Assumption>& list) {
    Json out = Json::array();
    for (const Assumption& a : list) out.push_back({{"id", a.id}, {"chosen", a.chosen}, {"basis", a.basis}});
    return out;
}

Json legs_to_json(const std::vector<PlanLeg>& legs) {
    Json out = Json::array();
    for (const PlanLeg& l : legs) out.push_back({{"n", l.n}, {"unit", name(l.unit)}});
    return out;
}

Json step_to_json(const Rules& rules, const PlanStep& s) {
    const RouteStep& step = *s.step;
    return {{"step", step.id},
            {"matter", step.matter},
            {"title", step_title(*rules.catalogue, step.role, *step.rule)},
            {"role", text_or_null(step.role)},
            {"action", step.rule->action},
            {"status", name_of(step.status, kStepStatuses)},
            {"after", step.after},
            {"clauses", to_json(step.rule->clauses)},
            {"earliest", date_to_json(s.earliest)},
            {"due", date_to_json(s.due)},
            {"latest", date_to_json(s.latest)},
            {"slack", range_to_json(s.slack)},
            {"critical", s.critical},
            {"counted", name_of(s.counted, kTruths)},
            {"done", s.done},
            {"limits", s.limits},
            {"assumptions", assumptions_to_json(s.assumptions)}};
}

Json event_to_json(const Rules& rules, const PlanEvent& e) {
    const Named* shared = find_named(rules.catalogue->events, e.id);
    return {{"event", e.id},       {"title", shared ? shared->title : e.id},   {"with", text_or_null(e.step)},
            {"given", e.given}, {"earliest", date_to_json(e.earliest)}, {"due", date_to_json(e.due)}};
}

Json limit_to_json(const Rules& rules, const PlanLimit& l) {
    const TimeLimit& rule = *l.scheduled.limit.rule;
    Json out = to_json(rules, rule);
    out["limit"] = rule.id;
    out.erase("id");
    out["matter"] = l.scheduled.limit.matter;
    out["applies"] = name_of(l.scheduled.limit.applies, kTruths);
    out["step"] = text_or_null(l.step);
    out["state"] = name_of(l.state, kLimitStates);
    out["counted"] = legs_to_json(l.legs);
    out["basis"] = l.bases;
    out["start"] = date_to_json(l.start);
    out["due"] = date_to_json(l.due);
    out["kept"] = decided(l.kept);
    out["not_covered"] = l.not_covered;
    out["assumptions"] = assumptions_to_json(l.assumptions);
    if (l.scheduled.gives_way) out["gave_way_to"] = l.scheduled.gives_way->id;
    return out;
}

Json silence_to_json(const PlanSilence& s) {
    return {{"limit", s.limit},
            {"step", text_or_null(s.step)},
            {"effect", s.rule->effect},
            {"status", "deemed"},
            {"consented", false},  // nobody has
            {"from", date_to_json(s.from)},
            {"arises", name_of(s.arises, kTruths)},
            {"in_time", s.in_time ? Json(decided(*s.in_time)) : Json(nullptr)},
            {"because", {{"say", s.rule->say}, {"clauses", to_json(s.rule->clauses)}}}};
}

Json ledger_to_json(const PlanLedger& l) {
    Json out = {{"of", l.of},   {"id", l.id},   {"date", l.date},      {"from", l.from}, {"start", to_text(l.start)},
                {"end", to_text(l.end)}, {"counted", legs_to_json(l.legs)}, {"direction", name(l.direction)}, {"basis", l.bases}, {"days", Json::array()}};
    for (const PlanLedgerDay& d : l.days) {
        Json one = {{"date", to_text(d.day.date)}, {"counted", d.day.counted}, {"reason", d.suspended.empty() ? name(d.day.reason) : "suspended"}};
        if (!d.suspended.empty()) one["basis"] = d.suspended;
        if (!d.day.notice.empty()) one["notice"] = d.day.notice;
        if (!d.day.holiday.empty()) one["holiday"] = d.day.holiday;
        if (!d.day.certain) one["certain"] = false;
        out["days"].push_back(std::move(one));
    }
    return out;
}

}  // namespace

Json to_json(const Rules& rules, const Plan& p, bool with_ledger) {
    Json out = {{"outcome", name(p.outcome)},
                {"start", day_or_null(p.start)},
                {"start_given", p.start_given},
                {"critical_path", p.critical_path},
                {"feasible", decided(p.feasible)},
                {"message", p.message},
                {"fixed_only", p.fixed_only},
                {"start_by", date_to_json(p.start_by)},
                {"late_by", range_to_json(p.late_by)},
                {"prompt", {{"feasible", decided(p.prompt_feasible)}, {"start_by", date_to_json(p.prompt_start_by)}}},
                {"not_covered", p.not_covered},
                {"assumptions", assumptions_to_json(p.assumptions)},
                {"unused", p.unused}};
    for (const char* key : {"steps", "events", "limits", "silences"}) out[key] = Json::array();
    for (const PlanStep& s : p.steps) out["steps"].push_back(step_to_json(rules, s));
    for (const PlanEvent& e : p.events) out["events"].push_back(event_to_json(rules, e));
    for (const PlanLimit& l : p.limits) out["limits"].push_back(limit_to_json(rules, l));
    for (const PlanSilence& s : p.silences) out["silences"].push_back(silence_to_json(s));
    if (!with_ledger) return out;
    out["ledger"] = Json::array();
    for (const PlanLedger& l : p.ledger) out["ledger"].push_back(ledger_to_json(l));
    return out;
}

}  // namespace signroute
