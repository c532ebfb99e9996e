#include "core/contract/shown_plan_in.h"

#include "core/contract/answer_in.h"

namespace signroute {

namespace {

std::optional<Day> day_in(const Json& j) {
    const auto day = j.is_string() ? day_from_text(j.get<std::string>()) : Result<Day>(Error{});
    return day ? std::optional(*day) : std::nullopt;
}

PlanDate date_in(const Json& j) {
    if (j.is_string()) return {day_in(j), day_in(j), true};
    if (!j.is_object()) return {};
    return {day_in(j.at("earliest")), day_in(j.at("latest")), false};
}

std::optional<PlanRange> range_in(const Json& j) {
    if (j.is_number()) return PlanRange{j.get<std::int64_t>(), j.get<std::int64_t>()};
    if (!j.is_object()) return std::nullopt;
    return PlanRange{j.value("least", std::int64_t{}), j.value("most", std::int64_t{})};
}

void add_notes(const Json& assumptions, std::vector<std::string>& out) {
    for (const Json& a : assumptions) {
        const std::string basis = words_in(a, "basis"), note = words_in(a, "chosen") + (basis.empty() ? "" : "（" + basis + "）");
        bool said = false;
        for (const std::string& n : out) said |= n == note;
        if (!said) out.push_back(note);
    }
}

ShownStep step_in(const Json& j) {
    ShownStep out{.id = words_in(j, "step"), .title = words_in(j, "title"), .clauses = clauses_in(j), .earliest = date_in(j.at("earliest")), .due = date_in(j.at("due")), .latest = date_in(j.at("latest")), .slack = range_in(j.at("slack"))};
    out.critical = j.value("critical", false);
    out.unsure = words_in(j, "counted") == "unknown";
    out.done = j.value("done", false);
    return out;
}

ShownLimit limit_in(const Json& j) {
    ShownLimit out{.id = words_in(j, "limit"), .say = words_in(j, "say"), .clauses = clauses_in(j), .state = words_in(j, "state"), .step = words_in(j, "step"), .start = date_in(j.at("start")), .due = date_in(j.at("due")), .basis = {}};
    for (const Json& b : j.at("basis")) out.basis += (out.basis.empty() ? "" : "；") + b.get<std::string>();
    return out;
}

ShownLedger ledger_in(const Json& j) {
    ShownLedger out{.of = words_in(j, "of"), .id = words_in(j, "id"), .date = words_in(j, "date"), .days = {}};
    for (const Json& d : j.at("days")) {
        const auto date = day_in(d.at("date"));
        const std::string basis = words_in(d, "basis");
        if (date) out.days.push_back({*date, d.value("counted", false), words_in(d, "holiday") + words_in(d, "reason"), basis.empty() ? words_in(d, "notice") : basis});
    }
    return out;
}

// Also finds the answer to plan by.
const Json& add_readings(const Json& answer, std::vector<std::pair<std::string, std::string>>& out) {
    const Json* safe = &answer;
    if (!answer.contains("readings")) return *safe;
    for (const Json& r : answer.at("readings")) {
        out.emplace_back(words_in(r, "say"), words_in(r.at("answer"), "message"));
        if (r.at("cautious").get<bool>()) safe = &r.at("answer");
    }
    return *safe;
}

}  // namespace

Result<ShownPlan> shown_plan_in(std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    std::vector<std::pair<std::string, std::string>> readings;
    const Json& j = add_readings(*json, readings);
    ShownPlan out{.outcome = words_in(j, "outcome"), .feasible = words_in(j, "feasible"), .message = words_in(j, "message")};
    out.readings = std::move(readings);
    if (!j.contains("steps")) return out;
    out.start_by = date_in(j.at("start_by")), out.fixed_only = j.at("fixed_only").get<bool>();
    for (const Json& s : j.at("steps")) out.steps.push_back(step_in(s)), add_notes(s.at("assumptions"), out.notes);
    for (const Json& l : j.at("limits")) out.limits.push_back(limit_in(l)), add_notes(l.at("assumptions"), out.notes);
    for (const Json& s : j.at("silences")) out.silences.push_back({words_in(s.at("because"), "say"), clauses_in(s.at("because")), date_in(s.at("from")), words_in(s, "in_time")});
    if (j.contains("ledger")) {
        for (const Json& l : j.at("ledger")) out.ledger.push_back(ledger_in(l));
    }
    for (const Json& year : j.at("not_covered")) out.not_covered.push_back(year.get<int>());
    add_notes(j.at("assumptions"), out.notes);
    for (const Json& q : j.at("open_questions")) out.open.push_back(words_in(q, "fact"));
    return out;
}

}  // namespace signroute
