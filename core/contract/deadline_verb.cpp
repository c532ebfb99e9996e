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

// What was agreed on: a date, a number in the limit's own unit, or only that something else was agreed.
void read_agreed(ObjectIn& in, const Calendar& calendar, const TimeLimit& limit, LimitQuestion& q) {
    const auto v = in.get("agreed");
    if (!v) return;
    if (v->value().is_string()) {
        q.agreed = read_day(*v);
        return;
    }
    if (v->value().is_boolean()) {
        q.agreed_elsewhere = *v->boolean();
        return;
    }
    if (!v->value().is_number()) return v->fail("wrong_type", "此处应为日期、天数，或者 true、false。");
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
    else q.agreed_elsewhere = true;  // beyond the calendar: when that is cannot be said, but it is not the limit's own day
}

// A pack's limit, and what is asked about it.
struct LimitRequest {
    LimitQuestion question;
    Case situation;
};

LimitRequest read_request(const Rules& rules, ObjectIn& in, const Calendar& calendar, const TimeLimit& limit) {
    LimitRequest out;
    LimitQuestion& q = out.question;
    if (const auto v = in.get("facts")) out.situation.facts = read_facts(rules, *v);
    q.start = read_day(in, "start");
    out.situation.on = read_day(in, "on");
    out.situation.today = q.today = read_day(in, "today");
    q.ledger = in.boolean("ledger", true);
    if (const auto v = in.get("month")) {
        const auto text = v->text();
        const auto month = text ? month_from_text(*text, v->pointer()) : Result<Day>(Error{});
        if (month) q.month = *month;
        else if (text) v->fail(month.error().code, month.error().message);
    }
    if (const auto v = in.get("done")) {
        if (v->value().is_boolean()) q.was_done = *v->boolean() ? Truth::yes : Truth::no;
        else if (v->value().is_string()) q.done = read_day(*v);
        else v->fail("wrong_type", "此处应为日期，或者 true、false。");
        if (q.done) q.was_done = Truth::yes;
    }
    read_agreed(in, calendar, limit, q);
    return out;
}

// A figure needs a day to count from, a day of the month a month; a mere word needs neither.
void check_start(const TimeLimit& limit, const LimitQuestion& q, const ObjectIn& in) {
    if (limit.day_of_month) {
        if (!q.month && !q.start) in.in().fail("missing_key", "缺少“month”（或“start”）。");
    } else if (limit.n && !q.start && !q.agreed) {
        in.in().fail("missing_key", "缺少“start”。");
    }
}

Json silences_of(const Pack& pack, const char* aspect) {
    Json out = Json::array();
    for (const Silent& s : pack.silent) {
        if (s.aspect == aspect) out.push_back(to_json(s));
    }
    return out;
}

Json without_answer(const char* outcome, Json silent) {
    return {{"outcome", outcome}, {"due", nullptr}, {"assumptions", Json::array()}, {"silent", std::move(silent)}};
}

Json not_regulated(const std::string& id, const std::string& about, const std::vector<Clause>& clauses) {
    return without_answer("not_regulated", Json::array({Json{{"id", id}, {"about", about}, {"aspect", "period"}, {"clauses", to_json(clauses)},
                                                             {"look_in", Json::array()}, {"say", "原文未规定。"}}}));
}

// One reading of a limit whose end is open, as a whole answer.
Json under(const Rules& rules, const Calendar& calendar, Applied<TimeLimit> applied, const LimitRequest& request, TimeLimit limit) {
    limit.unit_open = limit.day_open = false;
    applied.rule = &limit;
    const auto holds = [&](const Condition& c) { return judge_in(rules, c, request.situation, {}, "").truth; };
    Json out = scheduled(rules, schedule_limit(calendar, applied, request.question, holds), request.question.ledger);
    out["outcome"] = "regulated";
    return out;
}

// The stricter count is the cautious one: fewer days where something is due after the start, more where before it.
void put_readings(const Rules& rules, const Calendar& calendar, const Applied<TimeLimit>& applied, const LimitRequest& request, Json& out) {
    const TimeLimit& limit = *applied.rule;
    const bool plain_is_stricter = (limit.direction == Direction::after) != limit.minimum;
    out["outcome"] = "readings";
    out["readings"] = Json::array();
    const auto add = [&](std::string_view id, bool literal, bool cautious, const std::string& say, const TimeLimit& taken) {
        out["readings"].push_back({{"id", id}, {"basis", to_json(limit.clauses)}, {"literal", literal}, {"cautious", cautious}, {"say", say},
                                   {"answer", under(rules, calendar, applied, request, taken)}});
    };
    TimeLimit taken = limit;
    if (limit.day_open) {
        const std::string day = std::to_string(*limit.day_of_month) + "日当天";
        add("included", true, false, day + "在期限之内。", taken);
        --*taken.day_of_month;
        return add("excluded", true, true, day + "不在期限之内。", taken);
    }
    for (const DeadlineUnit unit : {DeadlineUnit::working_day, DeadlineUnit::calendar_day}) {
        const bool plain = unit == DeadlineUnit::calendar_day;
        taken.unit = unit;
        add(name(unit), plain, plain == plain_is_stricter, plain ? "按自然日计算。" : "按工作日计算。", taken);
    }
}

Json answer_limit(const Library& library, const Rules& rules, const TimeLimit& limit, const LimitRequest& request) {
    const Judged applies = judge_in(rules, limit.when, request.situation, {}, "");
    const Because because{limit.clauses, {applies.facts.begin(), applies.facts.end()}, {applies.open.begin(), applies.open.end()}};
    const Applied<TimeLimit> applied{&limit, "", applies.truth, because};
    const auto holds = [&](const Condition& c) { return judge_in(rules, c, request.situation, {}, "").truth; };
    const ScheduledLimit s = schedule_limit(library.calendar, applied, request.question, holds);
    Json out = scheduled(rules, s, request.question.ledger);
    out["outcome"] = applies.truth == Truth::unknown ? "depends" : "regulated";
    if (s.answer && (limit.unit_open || limit.day_open) && !s.gives_way) put_readings(rules, library.calendar, applied, request, out);
    out["because"] = to_json(because, request.situation.facts);
    out["open_questions"] = Json::array();
    for (const std::string& fact : because.open) {
        OpenQuestion q;
        q.fact = fact;
        q.decides_route = true;
        q.affects = {limit.id};
        q.clauses = limit.clauses;
        out["open_questions"].push_back(to_json(rules, q));
    }
    out["silent"] = silences_of(*rules.pack, "period");
    return out;
}

Json pack_limit(const Library& library, std::string_view pack, ObjectIn& in, Errors& errors) {
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const std::string name = in.need_text("limit");
    const Named* shared = find_named(library.catalogue.limits, name);
    if (!shared && errors.empty()) in.require("limit")->fail("unknown_limit", "没有时限“" + name + "”。");
    if (!errors.empty()) return {};
    const TimeLimit* limit = find_limit(use->get(), shared->id);
    const TimeLimit none;
    const LimitRequest request = read_request(rules, in, library.calendar, limit ? *limit : none);
    in.finish();
    if (errors.empty() && limit) check_start(*limit, request.question, in);
    if (!errors.empty()) return {};
    if (!in_hand(use->get(), request.situation)) return without_answer("not_in_hand", silences_of(use->get(), "in_force"));
    if (!limit) return not_regulated(shared->id, shared->title, {});
    const Truth applies = judge_in(rules, limit->when, request.situation, {}, "").truth;
    return applies == Truth::no ? not_regulated(shared->id, shared->title, limit->clauses) : answer_limit(library, rules, *limit, request);
}

}  // namespace

Json deadline_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    return in.has("limit") ? pack_limit(library, pack, in, errors) : free_period(library, in, errors);
}

}  // namespace signroute
