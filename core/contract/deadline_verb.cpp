#include "core/contract/deadline_verb.h"

#include "core/contract/json_out.h"

namespace signroute {

namespace {

template <class T>
T read_name(ObjectIn& in, const char* key, std::optional<T> (*from)(std::string_view), T otherwise, const char* message) {
    const auto v = in.get(key);
    if (!v) return otherwise;
    const auto text = v->text();
    const auto value = text ? from(*text) : std::nullopt;
    if (text && !value) v->fail("bad_value", message);
    return value.value_or(otherwise);
}

Json free_period(const Library& library, ObjectIn& in, Errors& errors) {
    DeadlineQuestion q;
    if (in.require("start")) {
        if (const auto day = read_day(in, "start")) q.start = *day;
    }
    if (in.require("n")) q.n = in.integer("n").value_or(0);
    q.unit = read_name(in, "unit", deadline_unit_from_text, q.unit, "单位应为 working_day、calendar_day、month 或 year。");
    q.direction = read_name(in, "direction", direction_from_text, q.direction, "方向应为 after 或 before。");
    q.roll = read_name(in, "roll", roll_from_text, q.roll, "顺延方式应为 none、next_working_day 或 previous_working_day。");
    q.count_start = in.boolean("count_start", false);
    q.ledger = in.boolean("ledger", true);
    in.finish();
    if (!errors.empty()) return {};
    const auto answer = deadline(library.calendar, q);
    if (!answer) {
        errors.push_back(answer.error());
        return {};
    }
    Json out = to_json(*answer, q.ledger);
    out["outcome"] = "regulated";
    out["late_by"] = 0;
    return out;
}

Json runs_out_to_json(const ScheduledLimit& s) {
    if (!s.limit.rule->runs_out) return nullptr;
    const RunsOut& r = *s.limit.rule->runs_out;
    const RanOut ran = s.ran_out.value_or(RanOut{});
    return {{"effect", r.effect}, {"from", day_or_null(ran.from)}, {"arises", name_of(ran.arises, kTruths)},
            {"because", {{"say", r.say}, {"clauses", to_json(r.clauses)}}}};
}

Json scheduled(const Rules& rules, const ScheduledLimit& s, bool ledger) {
    Json out = s.answer ? to_json(*s.answer, ledger) : Json{{"due", nullptr}, {"assumptions", Json::array()}};
    for (const Assumption& a : s.assumptions) out["assumptions"].push_back({{"id", a.id}, {"chosen", a.chosen}, {"basis", a.basis}});
    out["limit"] = to_json(rules, *s.limit.rule);
    out["clauses"] = to_json(s.limit.rule->clauses);
    out["late_by"] = s.late_by;
    out["runs_out"] = runs_out_to_json(s);
    if (s.state == LimitState::no_figure) out["no_figure"] = true;
    if (s.gives_way) out["gives_way_to"] = {{"id", s.gives_way->id}, {"say", s.gives_way->say}, {"clauses", to_json(s.gives_way->clauses)}};
    return out;
}

// The day agreed on, given as a date, or as a number in the limit's own unit.
void read_agreed(ObjectIn& in, const Calendar& calendar, const TimeLimit& limit, LimitQuestion& q) {
    const auto v = in.get("agreed");
    if (!v) return;
    if (v->value().is_string()) {
        q.agreed = read_day(*v);
        return;
    }
    const auto n = v->integer();
    if (!n || !q.start) return;
    DeadlineQuestion period;
    period.start = *q.start;
    period.n = *n;
    period.unit = limit.unit;
    period.direction = limit.direction;
    period.ledger = false;
    const auto answer = deadline(calendar, period);
    if (!answer) v->fail(answer.error().code, answer.error().message);
    else if (answer->due) q.agreed = answer->due;
}

void read_question(ObjectIn& in, const Calendar& calendar, const TimeLimit& limit, LimitQuestion& q) {
    q.start = read_day(in, "start");
    q.today = read_day(in, "today");
    q.ledger = in.boolean("ledger", true);
    if (const auto v = in.get("month")) {
        const auto month = month_from_text(v->text().value_or(""), v->pointer());
        if (month) q.month = *month;
        else v->fail(month.error().code, month.error().message);
    }
    if (const auto v = in.get("done")) {
        if (v->value().is_boolean()) q.was_done = *v->boolean() ? Truth::yes : Truth::no;
        else q.done = read_day(*v);
        if (q.done) q.was_done = Truth::yes;
    }
    read_agreed(in, calendar, limit, q);
}

Json not_regulated(const std::string& about) {
    return {{"outcome", "not_regulated"}, {"due", nullptr}, {"assumptions", Json::array()},
            {"silent", Json::array({Json{{"id", about}, {"about", about}, {"aspect", "period"}, {"clauses", Json::array()}, {"look_in", Json::array()}, {"say", "原文未规定。"}}})}};
}

Json pack_limit(const Library& library, std::string_view pack, ObjectIn& in, Errors& errors) {
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const std::string name = in.need_text("limit");
    const Named* shared = find_named(library.catalogue.limits, name);
    if (!shared) {
        errors.push_back({"unknown_limit", "/limit", "没有时限“" + name + "”。"});
        return {};
    }
    const TimeLimit* limit = find_limit(use->get(), shared->id);
    const TimeLimit none;
    LimitQuestion q;
    Case situation;
    if (const auto v = in.get("facts")) situation.facts = read_facts(rules, *v);
    read_question(in, library.calendar, limit ? *limit : none, q);
    if (!q.start && !q.month) in.in().fail("missing_key", "缺少“start”或“month”。");
    in.finish();
    if (!errors.empty()) return {};
    if (!limit) return not_regulated(shared->title);
    const Judged applies = judge_in(rules, limit->when, situation, {}, "");
    const Applied<TimeLimit> applied{limit, "", applies.truth, {limit->clauses, {applies.facts.begin(), applies.facts.end()}, {applies.open.begin(), applies.open.end()}}};
    if (applies.truth == Truth::no) return not_regulated(shared->title);
    const auto holds = [&](const Condition& c) { return judge_in(rules, c, situation, {}, "").truth; };
    Json out = scheduled(rules, schedule_limit(library.calendar, applied, q, holds), q.ledger);
    out["outcome"] = applies.truth == Truth::unknown ? "depends" : "regulated";
    if (applies.truth == Truth::unknown) out["open_questions"] = applied.because.open;
    out["silent"] = Json::array();
    for (const Silent& s : use->get().silent) {
        if (s.aspect == "period") out["silent"].push_back(to_json(s));
    }
    return out;
}

}  // namespace

Json deadline_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    return in.has("limit") ? pack_limit(library, pack, in, errors) : free_period(library, in, errors);
}

}  // namespace signroute
