// The verb `plan`: an `assess` request with "from", "to", "durations", "ties" and "interruptions" (README.md).
#include "core/contract/plan_verb.h"

#include <algorithm>

#include "core/contract/json_out.h"

namespace signroute {

namespace {

// One way to read the text: of an open question, and of a limit whose unit is open.
struct PlanVariant {
    const Assessment* assessment = nullptr;
    std::optional<DeadlineUnit> unit;
    std::string id, say;
    std::vector<Clause> basis;
    bool literal = true, cautious = true;
};

const TimeLimit* limit_of_open_unit(const Assessment& a) {
    for (const ScheduledLimit& l : a.schedule.limits) {
        if (l.limit.rule->unit_open && l.limit.rule->n && !l.gives_way) return l.limit.rule;
    }
    return nullptr;
}

std::vector<PlanVariant> variants_of(const Assessment& a) {
    std::vector<PlanVariant> texts, out;
    if (a.readings.empty()) texts.push_back({&a});
    for (const ReadingAnswer& r : a.readings) texts.push_back({r.answer.get(), std::nullopt, r.id, r.say, r.basis, r.literal, r.cautious});
    for (const PlanVariant& t : texts) {
        const TimeLimit* limit = limit_of_open_unit(*t.assessment);
        if (!limit) {
            out.push_back(t);
            continue;
        }
        const bool plain_is_stricter = (limit->direction == Direction::after) != limit->minimum;
        for (const DeadlineUnit unit : {DeadlineUnit::working_day, DeadlineUnit::calendar_day}) {
            const bool plain = unit == DeadlineUnit::calendar_day;
            PlanVariant v = t;
            v.unit = unit;
            v.id += (v.id.empty() ? "" : "+") + std::string(name(unit));
            v.say += plain ? "按自然日计算。" : "按工作日计算。";
            v.basis.insert(v.basis.end(), limit->clauses.begin(), limit->clauses.end());
            v.literal &= plain;
            v.cautious &= plain == plain_is_stricter;
            out.push_back(std::move(v));
        }
    }
    return out;
}

Result<Plan> plan_of(const Rules& rules, const Calendar& calendar, const Case& situation, const PlanVariant& v, PlanQuestion question) {
    const Assessment& a = *v.assessment;
    question.step_dates = a.alignment.dates;
    question.open_unit = v.unit;
    for (std::size_t i = 0; i < a.route.steps.size() && i < a.alignment.planned_of.size(); ++i) {
        if (a.alignment.planned_of[i] != kNoStep) question.taken.insert(a.route.steps[i].id);
    }
    return plan_from_route(rules, calendar, a.route, a.schedule, situation, question);
}

// No rule fits, or it is not in hand: there is nothing to put in time.
Plan no_plan(const Assessment& a) {
    Plan out;
    out.outcome = a.outcome;
    out.message = a.outcome == Outcome::not_in_hand ? "所问日期不在现有规则的施行期内，排不出日程。" : "原文未规定，排不出日程。";
    return out;
}

Json head(const Rules& rules, const Case& situation, const Assessment& a) {
    Json out = {{"pack", rules.pack->id}, {"matter", situation.matters}, {"unused_facts", a.unused_facts}, {"open_questions", Json::array()}};
    for (const OpenQuestion& q : a.route.open_questions) {
        if (q.decides_route) out["open_questions"].push_back(to_json(rules, q));
    }
    return out;
}

Json planned(const Rules& rules, const Calendar& calendar, const Case& situation, const Assessment& a, const PlanQuestion& question, Errors& errors) {
    Json out = head(rules, situation, a);
    if (a.outcome == Outcome::not_in_hand || a.outcome == Outcome::not_regulated) {
        out.update(to_json(rules, no_plan(a), question.ledger));
        return out;
    }
    const std::vector<PlanVariant> variants = variants_of(a);
    std::vector<Plan> plans;
    for (const PlanVariant& v : variants) {
        auto plan = plan_of(rules, calendar, situation, v, question);
        if (!plan) {
            errors.push_back(plan.error());
            return {};
        }
        plans.push_back(std::move(*plan));
    }
    std::vector<Json> answers;
    for (const Plan& plan : plans) answers.push_back(to_json(rules, plan, question.ledger));
    const bool differ = std::any_of(answers.begin(), answers.end(), [&](const Json& one) { return one != answers.front(); });
    out.update(differ ? to_json(rules, shared_plan(plans), false) : answers.front());
    if (!differ) return out;  // the readings may differ in more than days: `assess` says in what
    out["readings"] = Json::array();
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const PlanVariant& v = variants[i];
        Json answer = head(rules, situation, *v.assessment);
        answer.update(answers[i]);
        out["readings"].push_back({{"id", v.id}, {"basis", to_json(v.basis)}, {"literal", v.literal}, {"cautious", v.cautious}, {"say", v.say}, {"answer", std::move(answer)}});
    }
    return out;
}

}  // namespace

Reply plan_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const auto calendar = calendar_in_use(library, in, errors);
    Case situation = read_case(rules, in, false);
    if (!errors.empty()) return {};
    const Assessment first = assess(rules, calendar->get(), situation);
    const PlanQuestion question = read_plan(rules, first, situation, in);
    in.finish();
    if (!errors.empty()) return {};
    const Assessment a = assess(rules, calendar->get(), situation);  // an event to plan towards is not one that is given
    const Json out = planned(rules, calendar->get(), situation, a, question, errors);
    return {errors.empty() ? write_json(out) : "", 0};
}

}  // namespace signroute
